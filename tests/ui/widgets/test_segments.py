from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.segments import Segment, Segments

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


def test_segments_may_stand_unanswered_and_then_have_one_answer(show: Show, qtbot: QtBot) -> None:
    consent = Segments([Segment("yes", "Yes"), Segment("no", "No")], name="Phone")
    show(consent)
    assert consent.value() is None

    with qtbot.waitSignal(consent.changed) as changed:
        QTest.mouseClick(consent.button("no"), LEFT)
    assert changed.args == ["no"]
    QTest.mouseClick(consent.button("yes"), LEFT)
    assert consent.value() == "yes"

    with qtbot.assertNotEmitted(consent.changed):
        consent.set_value(None)
    assert consent.value() is None


def test_arrows_move_the_choice_of_segments(show: Show, qtbot: QtBot) -> None:
    view = Segments([Segment("any", "Any"), Segment("yes", "Yes", "15"), Segment("no", "No")], "any")
    show(view)
    view.button("any").setFocus()

    with qtbot.waitSignal(view.changed) as changed:
        QTest.keyClick(view.button("any"), Qt.Key.Key_Right)

    assert changed.args == ["yes"]
    assert view.button("yes").accessibleName() == "Yes 15"


def test_segments_of_icons_have_names(show: Show) -> None:
    view = Segments([Segment("cards", "Cards", icon="layout-grid"), Segment("rows", "List", icon="rows-3")])
    show(view)

    assert view.button("rows").accessibleName() == "List"
    assert view.button("rows").toolTip() == "List"
