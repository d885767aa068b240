"""A menu in the look of the program."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QBitmap, QPainter, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from clienteling.ui.assets import icon
from clienteling.ui.theme import theme_of

_RADIUS = 8


class Menu(QMenu):
    """Rows 44 high. Made for one use: open it with `open_below`; it is gone when it closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(
        self,
        label: str,
        act: Callable[[], object],
        *,
        icon_name: str = "",
        chosen: bool = False,
        why_not: str = "",
        signable: bool = False,
    ) -> QAction:
        """A row that calls `act`. `chosen` marks the current one; `why_not` says who may, and disables it unless it is
        `signable`: somebody else can sign for it.
        """
        colors = theme_of(self).colors
        action = QAction(label.replace("&", "&&"), self)
        if why_not:
            action.setText(f"{action.text()} \N{EM DASH} {why_not}")
            action.setEnabled(signable)
            icon_name = "key-round" if signable else "lock"
        icon_name = icon_name or ("check" if chosen else "")
        if icon_name:
            tint = colors.accent if chosen else colors.text
            action.setIcon(icon(icon_name, tint, colors.text_muted))
        action.setCheckable(chosen)
        action.setChecked(chosen)
        if chosen:
            self.setActiveAction(action)
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)
        return action

    def open_below(self, button: QWidget, *, from_right: bool = False) -> None:
        """Open under a control, as wide as it at least, aligned with its near or its far edge, within the window."""
        self.setMinimumWidth(button.width())
        width = max(self.sizeHint().width(), button.width())
        right = from_right != (button.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        right = right or button.mapTo(button.window(), QPoint(width, 0)).x() > button.window().width()
        left = button.width() - width if right else 0
        self.popup(button.mapToGlobal(QPoint(left, button.height() + 4)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A mask rounds the corners on every screen; transparency would need a compositor.
        mask = QBitmap(self.size())
        mask.clear()
        painter = QPainter(mask)
        painter.setBrush(Qt.GlobalColor.color1)
        painter.setPen(Qt.GlobalColor.color1)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS - 1, _RADIUS - 1)
        painter.end()
        self.setMask(mask)
