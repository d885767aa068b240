"""How far a control is lit by the pointer, from 0 to 1, moving in the time the theme gives."""

from PySide6.QtCore import QEvent, QObject, QVariantAnimation
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from clienteling.ui.theme import theme_of


class Glow(QObject):
    """Follows the pointer over `target` and repaints it. It lives as long as its target."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self._target = target
        self._level = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._set_level)
        target.installEventFilter(self)

    @property
    def level(self) -> float:
        """0 at rest, 1 under the pointer; always 0 on a disabled control."""
        return self._level if self._target.isEnabled() else 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._move_to(1.0)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self._move_to(0.0)
        return False

    def _move_to(self, level: float) -> None:
        if not isValid(self._target):
            return
        self._animation.stop()
        duration = theme_of(self._target).motion.hover
        if not duration or not self._target.isVisible():
            self._set_level(level)
            return
        self._animation.setDuration(duration)
        self._animation.setStartValue(self._level)
        self._animation.setEndValue(level)
        self._animation.start()

    def _set_level(self, level: float) -> None:
        self._level = level
        self._target.update()
