from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.toast import Toast

Show = Callable[..., QWidget]


@pytest.fixture
def host(show: Show) -> QWidget:
    return show(Button("Page"), width=900, height=500)


@pytest.fixture
def toast(host: QWidget) -> Toast:
    return Toast(host)


class _Heard:
    """Counts what a toast tells."""

    def __init__(self, toast: Toast) -> None:
        self.undone = self.gone = self.acts = 0
        toast.undone.connect(self._undone)
        toast.gone.connect(self._gone)

    def act(self) -> None:
        self.acts += 1

    def _undone(self) -> None:
        self.undone += 1

    def _gone(self) -> None:
        self.gone += 1


def test_undo_happens_once(toast: Toast) -> None:
    heard = _Heard(toast)
    toast.show_message("Ilze removed", undo="Undo", on_undo=heard.act)

    QTest.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    toast.undo_button.click()
    toast.close_now()

    assert (heard.acts, heard.undone, heard.gone) == (1, 1, 0)
    assert not toast.raised


def test_when_the_time_is_over_the_way_back_is_gone(toast: Toast) -> None:
    heard = _Heard(toast)
    toast.show_message("Ilze removed", undo="Undo", on_undo=heard.act, seconds=10)

    toast.advance(9_900)
    assert toast.raised
    toast.advance(100)
    toast.undo_button.click()

    assert (heard.acts, heard.undone, heard.gone) == (0, 0, 1)
    assert not toast.raised


def test_another_message_takes_the_place_of_the_first(toast: Toast) -> None:
    heard, later = _Heard(toast), []
    toast.show_message("Ilze removed", undo="Undo", on_undo=heard.act)

    toast.show_message("Jens removed", undo="Undo", on_undo=lambda: later.append("Jens"))
    toast.undo_button.click()

    assert later == ["Jens"]
    assert (heard.acts, heard.undone, heard.gone) == (0, 1, 1)


def test_undo_can_itself_say_something(toast: Toast) -> None:
    toast.show_message("Ilze removed", undo="Undo", on_undo=lambda: toast.show_message("Ilze is back"))

    toast.undo_button.click()

    assert toast.raised
    assert toast.text == "Ilze is back"
    assert toast.undo_button.isHidden()


def test_undo_is_reached_by_keyboard_and_time_waits_for_it(toast: Toast) -> None:
    toast.show_message("Ilze removed", undo="Undo", on_undo=lambda: None, seconds=1)
    toast.undo_button.setFocus(Qt.FocusReason.TabFocusReason)

    toast.pass_time()
    assert toast.raised
    assert toast.undo_button.ring.shown

    QTest.keyClick(toast.undo_button, Qt.Key.Key_Return)
    assert not toast.raised


def test_it_stands_low_at_the_far_side_above_a_bar(toast: Toast, host: QWidget) -> None:
    toast.show_message("Ilze removed")
    assert host.rect().bottomRight() - toast.box_on_host().bottomRight() == QPoint(24, 16)

    toast.set_lift(84)
    assert host.rect().bottom() - toast.box_on_host().bottom() == 100

    toast.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    toast.settle()
    assert toast.box_on_host().left() == 24


def test_a_long_message_takes_two_lines_and_no_word_of_it_is_lost(toast: Toast) -> None:
    toast.show_message("Ilze removed", undo="Undo", on_undo=lambda: None)
    low = toast.box_on_host()
    words = "12 customers moved from Maija Krūmiņa to Jens Kjær, with 3 follow-ups and what she wrote for herself"
    toast.show_message(words, undo="Undo", on_undo=lambda: None)
    assert toast.box_on_host().height() > low.height()
    assert toast.box_on_host().bottom() == low.bottom()
    first, second = toast.lines
    assert f"{first} {second}" == words
    toast.grab()
    assert (toast.toolTip(), toast.accessibleName()) == (words, words)


def test_it_stays_inside_a_host_that_shrinks(toast: Toast, host: QWidget) -> None:
    toast.show_message("A long sentence about what happened to somebody " * 3)

    host.resize(500, 400)

    assert QRect(0, 0, 500, 400).contains(toast.box_on_host())
    toast.grab()
    assert toast.toolTip() == toast.text


def test_it_is_announced_by_its_words(toast: Toast) -> None:
    toast.show_message("214 customers moved to Jens Kjær")

    assert toast.accessibleName() == "214 customers moved to Jens Kjær"


def test_the_keyboard_takes_the_way_back_from_anywhere_while_it_is_offered(toast: Toast, host: QWidget) -> None:
    heard = _Heard(toast)
    toast.show_message("Ilze removed", undo="Undo", on_undo=heard.act)
    QTest.keySequence(host, QKeySequence(QKeySequence.StandardKey.Undo))
    QTest.keySequence(host, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (heard.acts, heard.undone) == (1, 1)
