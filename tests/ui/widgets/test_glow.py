from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import Mode, apply, theme_for, theme_of
from clienteling.ui.widgets.button import Button

Show = Callable[..., QWidget]


def _enter(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle))


def test_the_pointer_lights_a_control_and_leaves_it_as_it_was(show: Show) -> None:
    button = Button("Export")
    show(button)
    at_rest = button.grab().toImage()

    _enter(button)
    assert button.grab().toImage().pixelColor(8, 22) == theme_of(button).colors.surface_sunken

    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert button.grab().toImage() == at_rest


def test_with_motion_the_light_comes_by_and_by(show: Show, qtbot: QtBot, qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT))
    button = Button("Export")
    show(button)

    _enter(button)

    assert button.glow.level < 1.0
    qtbot.waitUntil(lambda: button.glow.level == 1.0)


def test_a_disabled_control_is_not_lit(show: Show) -> None:
    button = Button("Export")
    show(button)
    _enter(button)

    button.setEnabled(False)

    assert button.lit == 0.0
