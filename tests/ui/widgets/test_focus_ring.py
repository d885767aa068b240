from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.focus_ring import FocusRing

Show = Callable[..., QWidget]


def test_the_keyboard_shows_the_ring_and_the_mouse_does_not(show: Show) -> None:
    first, second = Button("One"), Button("Two")
    show(first, second)

    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert not first.ring.shown

    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.ring.shown
    assert not first.ring.shown


def test_a_key_shows_the_ring_where_the_mouse_left_the_focus(show: Show) -> None:
    button = Button("One")
    show(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTest.keyClick(button, Qt.Key.Key_Space)

    assert button.ring.shown


def test_a_field_shows_the_ring_however_the_focus_came(show: Show) -> None:
    edit = QLineEdit()
    ring = FocusRing(edit, always=True)
    show(edit)

    edit.setFocus(Qt.FocusReason.MouseFocusReason)

    assert ring.shown


def test_the_ring_lies_outside_the_control(show: Show) -> None:
    button = Button("One")
    window = show(Button("Before"), button)
    at = button.mapTo(window, QPoint(button.width() // 2, 0))
    before = window.grab().toImage().pixelColor(at + QPoint(0, -4))

    button.setFocus(Qt.FocusReason.TabFocusReason)

    picture = window.grab().toImage()
    accent = theme_of(button).colors.accent
    assert before != accent
    assert picture.pixelColor(at + QPoint(0, -4)) == accent
    assert picture.pixelColor(at + QPoint(0, -2)) == before


def test_the_ring_follows_what_scrolls(show: Show) -> None:
    area = QScrollArea()
    content = QWidget()
    content.setFixedSize(300, 2000)
    button = Button("One", content)
    button.move(20, 300)
    Button("Before", content)
    area.setWidget(content)
    area.setFixedHeight(500)
    show(area)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    area.verticalScrollBar().setValue(120)

    at = button.mapTo(area, QPoint(button.width() // 2, -4))
    assert area.grab().toImage().pixelColor(at) == theme_of(button).colors.accent


def test_the_ring_goes_with_its_control(show: Show) -> None:
    first, second = Button("One"), Button("Two")
    window = show(first, second)
    second.setFocus()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    with_ring = window.grab().toImage()

    second.setFocus(Qt.FocusReason.MouseFocusReason)

    assert not first.ring.shown
    assert window.grab().toImage() != with_ring


def test_a_popup_with_the_keyboard_goes_with_what_opened_it(show: Show) -> None:
    ground = QWidget()
    show(ground)
    popup = QWidget(ground, Qt.WindowType.Popup)
    edit = QLineEdit(popup)
    ring = FocusRing(edit, always=True)
    popup.show()
    edit.setFocus()
    assert ring.shown

    ground.deleteLater()
    QCoreApplication.sendPostedEvents(ground, QEvent.Type.DeferredDelete)

    assert not isValid(popup)


def test_a_ring_that_the_collector_has_emptied_lets_events_pass(show: Show) -> None:
    target = QLineEdit()
    show(target)
    ring = FocusRing(target)
    vars(ring).clear()  # what the collector does first with a cycle
    assert ring.eventFilter(target, QEvent(QEvent.Type.FocusOut)) is False
