from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.pill import State, StatusPill, Tag

Show = Callable[..., QWidget]


def test_a_pill_says_its_state_in_words_and_opens_what_explains_it(show: Show, qtbot: QtBot) -> None:
    pill = StatusPill("Online")
    show(pill)

    pill.set_state("Offline · book works", State.WARNING)

    assert pill.state is State.WARNING
    assert pill.accessibleName() == "Offline · book works"
    with qtbot.waitSignal(pill.clicked):
        QTest.keyClick(pill, Qt.Key.Key_Space)
    assert pill.height() == 44


@pytest.mark.parametrize("state", [State.WARNING, State.ERROR, State.ON_PANEL])
def test_each_state_looks_different(show: Show, state: State) -> None:
    pill = StatusPill("Online")
    show(pill)
    well = pill.grab().toImage()

    pill.set_state("Online", state)

    assert pill.grab().toImage() != well


def test_a_tag_is_read_out(show: Show) -> None:
    tag = Tag("1 overdue", State.ERROR)
    show(tag)

    assert tag.accessibleName() == "1 overdue"
