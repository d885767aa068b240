from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.text_area import TextArea

Show = Callable[..., QWidget]


def test_it_grows_with_its_lines_up_to_six(show: Show) -> None:
    area = TextArea("Activity")
    show(area)
    heights = []

    for lines in range(1, 9):
        area.set_text("\n".join("word" for _ in range(lines)))
        heights.append(area.edit.height())

    assert heights[0] < heights[1] < heights[5]
    assert heights[5] == heights[6] == heights[7]


def test_it_grows_when_a_line_wraps(show: Show) -> None:
    area = TextArea("Activity")
    show(area)
    one_line = area.edit.height()

    area.set_text("word " * 60)

    assert area.edit.height() > one_line


def test_control_enter_submits_and_enter_makes_a_line(show: Show, qtbot: QtBot) -> None:
    area = TextArea("Activity")
    show(area)
    area.setFocus()

    QTest.keyClick(area.edit, Qt.Key.Key_Return)
    assert area.text() == "\n"

    with qtbot.waitSignal(area.submitted):
        QTest.keyClick(area.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert area.text() == "\n"


def test_tab_leaves_it(show: Show) -> None:
    area, after = TextArea("Activity"), TextArea("Note")
    show(area, after)
    area.setFocus()

    QTest.keyClick(area.edit, Qt.Key.Key_Tab)

    assert after.edit.hasFocus()
    assert area.text() == ""


def test_its_name_is_read_out_where_one_types(show: Show) -> None:
    area = TextArea("Activity", placeholder="What happened?")
    show(area)

    assert area.edit.accessibleName() == "Activity"


def test_other_words_for_an_empty_field_show_at_once(show: Show) -> None:
    area = TextArea("Activity", placeholder="What happened?")
    show(area)
    QCoreApplication.sendPostedEvents()
    area.edit.viewport().repaint()
    painted = _Painted()
    area.edit.viewport().installEventFilter(painted)
    area.set_placeholder("What is true beyond one visit?")
    QCoreApplication.sendPostedEvents()
    assert painted.times


class _Painted(QObject):
    """Counts how often a widget was painted."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False
