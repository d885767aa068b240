"""Pages of headquarters at the till of the administrator."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clienteling.ui.headquarters.pages import headquarters_specs
from clienteling.ui.headquarters.workspace import KEY, HeadquartersPage
from clienteling.ui.page import Page
from clienteling.ui.theme import Mode, apply, theme_for
from tests.support.clock import Clock
from tests.support.program import Program
from tests.support.strays import Strays
from tests.support.till import OpenTill

AnyPage = TypeVar("AnyPage", bound=Page)


class Office:
    """An administrator at headquarters."""

    def __init__(self, till: OpenTill) -> None:
        self.till = till
        page = till.show(lambda t: HeadquartersPage(t, headquarters_specs), KEY)
        assert isinstance(page, HeadquartersPage)
        self.workspace = page

    def go(self, kind: type[AnyPage], key: str, argument: object = None) -> AnyPage:
        self.till.window.go(KEY, (key, argument))
        page = self.workspace.page(key)
        assert isinstance(page, kind)
        assert self.till.errors == []
        return page


Open = Callable[[], Office]


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, sqlite_program: Program) -> Iterator[Office]:
    assert isinstance(sqlite_program.clock, Clock)
    sqlite_program.clock.advance(timedelta(hours=1))
    till = OpenTill(sqlite_program, "009")
    strays = Strays()
    qapp.installEventFilter(strays)
    yield Office(till)
    till.close()
    qapp.removeEventFilter(strays)
    assert strays.windows == []
