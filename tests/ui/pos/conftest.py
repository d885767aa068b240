"""Pages are shown in the light theme without motion, at a till of the small company."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import Mode, apply, theme_for
from tests.support.clock import Clock
from tests.support.program import Program
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))


@pytest.fixture
def sign_in(qtbot: QtBot, sqlite_program: Program) -> Iterator[SignIn]:
    """Sign a worker in, by personnel number and store: Anna (001) with ten customers, Mara (003) as manager."""
    opened: list[OpenTill] = []
    assert isinstance(sqlite_program.clock, Clock)
    sqlite_program.clock.advance(timedelta(hours=1))  # a while after the company was made

    def begin(number: str = "001", store: str | None = None) -> OpenTill:
        till = OpenTill(sqlite_program, number, store)
        qtbot.addWidget(till.window)
        opened.append(till)
        return till

    yield begin
    for till in opened:
        till.close()
    opened.clear()
