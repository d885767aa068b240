from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field
from clienteling.ui.widgets.label import Label

Show = Callable[..., QWidget]


class _Reassign:
    """A page with a button, and a dialog over it."""

    def __init__(self, show: Show) -> None:
        self.below = Button("Page")
        self.window = show(self.below, width=900, height=700)
        self.dialog = Dialog(self.window, "Reassign", "Close")
        self.reason = Field("Reason")
        self.cancel, self.move = Button("Cancel"), Button("Move", kind=Kind.PRIMARY)
        self.dialog.body.addWidget(self.reason)
        self.dialog.foot.addStretch()
        self.dialog.foot.addWidget(self.cancel)
        self.dialog.foot.addWidget(self.move)


@pytest.fixture
def reassign(show: Show) -> _Reassign:
    return _Reassign(show)


def test_it_covers_the_window_and_starts_in_its_first_field(reassign: _Reassign) -> None:
    reassign.below.setFocus()

    reassign.dialog.open()

    assert reassign.dialog.is_open
    assert reassign.dialog.geometry() == reassign.window.rect()
    assert reassign.reason.edit.hasFocus()
    assert reassign.dialog.accessibleName() == "Reassign"


def test_escape_closes_it_and_gives_the_focus_back(reassign: _Reassign, qtbot: QtBot) -> None:
    reassign.below.setFocus()
    reassign.dialog.open()

    with qtbot.waitSignal(reassign.dialog.closed):
        QTest.keyClick(reassign.reason.edit, Qt.Key.Key_Escape)

    assert not reassign.dialog.is_open
    assert reassign.below.hasFocus()


def test_the_cross_closes_it_once(reassign: _Reassign) -> None:
    closed = []
    reassign.dialog.closed.connect(lambda: closed.append(True))
    reassign.dialog.open()

    QTest.mouseClick(reassign.dialog.close_button, Qt.MouseButton.LeftButton)
    reassign.dialog.close_now()

    assert closed == [True]


def test_tab_stays_inside_in_both_directions(reassign: _Reassign, focused: Callable[[], QWidget]) -> None:
    reassign.dialog.open()
    inside = [reassign.cancel, reassign.move, reassign.dialog.close_button, reassign.reason.edit]

    for expected in inside:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
    for expected in reversed([reassign.reason.edit, *inside[:-1]]):
        QTest.keyClick(focused(), Qt.Key.Key_Backtab)
        assert expected.hasFocus()


def test_keys_of_the_page_wait_except_those_let_through(reassign: _Reassign) -> None:
    pressed = []
    for keys in ("Ctrl+A", "F2", "Ctrl+L"):
        shortcut = QShortcut(QKeySequence(keys), reassign.window)
        shortcut.activated.connect(lambda keys=keys: pressed.append(keys))
    reassign.dialog.let_through(QKeySequence("Ctrl+L"))
    reassign.dialog.open()

    QTest.keyClick(reassign.move, Qt.Key.Key_F2)
    QTest.keyClick(reassign.move, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []

    QTest.keyClick(reassign.move, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["Ctrl+L"]


def test_the_mouse_does_not_reach_the_page_below(reassign: _Reassign) -> None:
    pressed = []
    reassign.below.clicked.connect(lambda: pressed.append(True))
    reassign.dialog.open()

    under = reassign.window.childAt(reassign.below.geometry().center())
    assert under is reassign.dialog
    QTest.mouseClick(under, Qt.MouseButton.LeftButton)

    assert pressed == []
    assert reassign.dialog.is_open


def test_it_grows_with_its_content_and_scrolls_in_a_low_window(reassign: _Reassign, qtbot: QtBot) -> None:
    reassign.dialog.open()
    panel = reassign.dialog.panel
    low = panel.height()

    for number in range(6):
        reassign.dialog.body.addWidget(Label(f"Line {number}"))
    qtbot.waitUntil(lambda: panel.height() > low)

    for number in range(60):
        reassign.dialog.body.addWidget(Label(f"Line {number}"))
    qtbot.waitUntil(lambda: panel.height() == reassign.window.height() - 48)
    assert reassign.move.isVisible()

    reassign.window.resize(600, 400)
    assert panel.geometry().width() == 600 - 48
    assert panel.height() == 400 - 48


def test_it_closes_when_what_had_the_focus_is_gone(reassign: _Reassign, qtbot: QtBot) -> None:
    passing = Button("Passing", reassign.window)
    passing.show()
    passing.setFocus()
    reassign.dialog.open()
    with qtbot.waitSignal(passing.destroyed):
        passing.deleteLater()

    reassign.dialog.close_now()

    assert not reassign.dialog.is_open


def test_it_fades_in_and_can_be_closed_meanwhile(reassign: _Reassign, qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT))

    reassign.dialog.open()
    reassign.dialog.close_now()
    reassign.dialog.open()

    assert reassign.dialog.is_open
    reassign.window.grab()


def test_ctrl_enter_saves_wherever_in_it_the_keyboard_is(reassign: _Reassign) -> None:
    saved, cancelled = [], []
    reassign.dialog.save_by_keyboard(lambda: saved.append(True))
    reassign.cancel.clicked.connect(lambda: cancelled.append(True))
    reassign.dialog.open()
    for place in (reassign.reason.edit, reassign.cancel):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (len(saved), cancelled) == (2, [])
