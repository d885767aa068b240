"""Headquarters in the window: its pages at the right, the way between them at the left."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from clienteling.domain.audit import Changes
from clienteling.ui.headquarters.nav import SideNavigation
from clienteling.ui.headquarters.spec import HeadquartersSpec, WidePage
from clienteling.ui.page import Page
from clienteling.ui.till import Till

KEY = "headquarters"


class HeadquartersPage(Page):
    """A page of the window that holds the pages of headquarters.

    `go("headquarters", "stores")` opens one of them, `("stores", "S01")` with an argument for it. Within, pages say
    `go("stores", "S01")` as elsewhere; a key that is none of theirs is a page of the window.
    """

    def __init__(self, till: Till, specs: Callable[[Till], Sequence[HeadquartersSpec]]) -> None:
        super().__init__()
        self._specs = {spec.key: spec for spec in specs(till) if till.may(spec.operation)}
        self._pages: dict[str, Page] = {}
        self._key = ""
        self.navigation = SideNavigation()
        self.navigation.set_pages(tuple(self._specs.values()))
        self.navigation.chosen.connect(lambda key: self.go.emit(KEY, (key, None)))
        self.content = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.content, 1)

    @property
    def key(self) -> str:
        """The page that is shown."""
        return self._key

    def page(self, key: str) -> Page:
        """A page by its key, built if it was not yet."""
        if key not in self._pages:
            page = self._pages[key] = self._specs[key].build()
            page.go.connect(self._go)
            if isinstance(page, WidePage):
                page.widened.connect(lambda _wide: self._fit())
            self.content.addWidget(page)
        return self._pages[key]

    def activate(self, argument: object) -> None:
        key, inner = argument if isinstance(argument, tuple) else (argument, None)
        if not isinstance(key, str) or key not in self._specs:
            key = self._key or next(iter(self._specs))
        self._show(key, inner)

    def deactivate(self) -> None:
        if self._key:
            self.page(self._key).leave()

    def keep(self) -> None:
        for page in self._pages.values():
            page.keep()

    def refresh(self, changes: Changes) -> None:
        for page in self._pages.values():
            page.receive(changes)

    def receive(self, changes: Changes) -> None:
        """Pages within know for themselves whether they are shown."""
        self.refresh(changes)

    def focus_filter(self) -> None:
        self.page(self._key).focus_filter()

    def edit(self) -> None:
        self.page(self._key).edit()

    def go_back(self) -> bool:
        return self.page(self._key).go_back()

    def _go(self, key: str, argument: object) -> None:
        # By way of the window, so that its history knows the way.
        self.go.emit(*((KEY, (key, argument)) if key in self._specs else (key, argument)))

    def _show(self, key: str, argument: object) -> None:
        self._key = key
        page = self.page(key)
        self.content.setCurrentWidget(page)
        self.navigation.set_current(key)
        page.enter(argument)
        self._fit()

    def _fit(self) -> None:
        """The navigation gives way to a page that wants its place."""
        page = self.page(self._key)
        self.navigation.setVisible(not (isinstance(page, WidePage) and page.is_wide))
