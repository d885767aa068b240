"""What the scenes of the tour work with: the window, acts of a person, and the camera."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from clienteling.domain.filters import Criterion, Facet, Query
from clienteling.services.books import View
from clienteling.ui.pos.book.page import BookPage
from clienteling.ui.pos.customer.patience import Patience
from clienteling.ui.pos.sessions import Sessions
from clienteling.ui.program import Program, use_theme
from clienteling.ui.till import Till

Condition = Callable[[], bool]
Script = Iterator[Condition]

_CALM = 15  # looks without work under way until a page has settled


class Stage:
    """One program in its window. Scenes yield conditions; the tour goes on when they are met."""

    def __init__(self, application: QApplication, program: Program, out: Path, themes: tuple[str, ...]) -> None:
        self.program = program
        self._application = application
        self._out = out
        self._themes = themes
        self._taken = 0
        self._calm = 0
        self._gate = Event()

    # Conditions

    def settled(self) -> bool:
        """Nothing has been read or written for a while, nor does a page wait with what has come."""
        waits = any(patience.is_waiting for patience in self.program.window.findChildren(Patience))
        self._calm = self._calm + 1 if self.program.tasks.is_idle and not waits else 0
        if self._calm < _CALM:
            return False
        self._calm = 0
        return True

    def looks(self, number: int) -> Condition:
        """After so many looks, whatever is under way."""
        left = [number]

        def passed() -> bool:
            left[0] -= 1
            return left[0] <= 0

        return passed

    # The camera

    def take(self, name: str) -> None:
        """A picture for each theme: 007-my-book-light.png."""
        self._taken += 1
        for theme in self._themes:
            if len(self._themes) > 1:
                use_theme(self._application, theme, motion=False)
            self.program.window.grab().save(str(self._out / f"{self._taken:03}-{name}-{theme}.png"))
        if len(self._themes) > 1:
            use_theme(self._application, self._themes[0], motion=False)

    def show(self, name: str) -> Script:
        """Wait until the page has settled, and take its picture."""
        yield self.settled
        self.take(name)

    # Acts

    def sign_in(self, number: str, password: str) -> Script:
        page = self.program.sign_in_page
        page.choose(number)
        page.password.edit.setText(password)
        page.button.click()
        yield self.settled

    def change_worker(self, number: str, password: str) -> Script:
        self.sessions.lock()
        yield self.settled
        if self.sessions.lock_page is not None:
            self.sessions.lock_page.other_chosen.emit(number)
        yield from self.sign_in(number, password)

    def book(self, key: str) -> BookPage:
        """Go to one of the two book pages."""
        self.program.window.go(key)
        page = self.program.window.page(key)
        if not isinstance(page, BookPage):
            raise TypeError(key)
        return page

    def facets(self, view: View) -> dict[str, Facet]:
        """The facets of a view, by label."""
        found = self.till.services.books.find(self.till.session, view, Query())
        return {facet.label: facet for facet in found.facets}

    def choice(self, view: View, label: str, value: str) -> Criterion:
        """What choosing a value of a facet sets."""
        return next(v.criterion for v in self.facets(view)[label].values if value in (v.value, v.label))

    def type_search(self, text: str) -> None:
        edit = self.program.window.top_bar.search.edit
        edit.setFocus()
        edit.selectAll()
        edit.insert(text)
        edit.textEdited.emit(edit.text())

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    def hold(self) -> None:
        """Let nothing be answered from now on, as a slow disk would."""
        self._gate.clear()
        self.program.tasks.query(_owner(self.program), self._gate.wait, lambda _: None)

    def let_go(self) -> None:
        self._gate.set()

    @property
    def sessions(self) -> Sessions:
        if self.program.sessions is None:
            raise RuntimeError("nobody can sign in yet")
        return self.program.sessions

    @property
    def till(self) -> Till:
        if self.sessions.desk is None:
            raise RuntimeError("nobody is signed in")
        return self.sessions.desk.till


def _owner(program: Program) -> QObject:
    return program.window
