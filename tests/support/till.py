"""A till with somebody signed in, on the small company: what pages are made with, and a window to show them in."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from clienteling.domain.worker import Session
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages
from clienteling.ui.page import Page, PageSpec
from clienteling.ui.till import Permissions, Till
from clienteling.ui.widgets.toast import Toast
from clienteling.ui.window import MainWindow
from tests.support.immediate_tasks import ImmediateTasks
from tests.support.program import Program


class Elsewhere(Page):
    """Stands for pages that are not tested; it remembers the arguments it was entered with."""

    def __init__(self) -> None:
        super().__init__()
        self.arguments: list[Any] = []

    def activate(self, argument: object) -> None:
        self.arguments.append(argument)


class OpenTill:
    """`till` is what pages take. Everything a page asks is answered at once; unhandled errors are in `errors`."""

    def __init__(self, program: Program, number: str, store: str | None = None) -> None:
        self.program = program
        self.session: Session = program.session(number, store)
        self.window = MainWindow()
        self.window.resize(1366, 768)
        self.messages = Messages(self.window.content, self.window.banner)
        self.tasks = ImmediateTasks()
        self.tasks.changed.connect(self.window.receive)
        entity, zone = self.session.legal_entity, self.session.store.time_zone
        self.till = Till(
            services=program.services,
            session=self.session,
            tasks=self.tasks,
            messages=self.messages,
            formats=Formats("en-GB", entity.currency, zone, entity.country),
            now=lambda: program.clock().astimezone(ZoneInfo(zone)),
            permissions=Permissions(program.services.operations.forbidden(self.session)),
        )
        self.customer_page = Elsewhere()
        self.search_page = Elsewhere()

    @property
    def errors(self) -> list[Exception]:
        return self.tasks.errors

    def show(self, build: Callable[[Till], Page], key: str = "page", argument: object = None) -> Page:
        """Show a page in the window, as the only one that is real."""
        specs = [PageSpec(key, "Page", "house", lambda: build(self.till))]
        for other, page in (("customer", self.customer_page), ("search", self.search_page)):
            if other != key:
                specs.append(PageSpec(other, other, "user", lambda page=page: page))  # type: ignore[misc]
        self.window.set_pages(specs, self.till.may)
        self.window.show_frame()
        self.window.show()
        self.window.go(key, argument)
        return self.window.page(key)

    @property
    def toast(self) -> Toast:
        """What was said last."""
        found = self.window.content.findChild(Toast)
        assert found is not None
        return found

    def close(self) -> None:
        self.window.close()
        self.tasks.close()
