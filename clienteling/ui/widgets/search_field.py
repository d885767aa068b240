"""The search box of the top bar."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, ICON, RADIUS, theme_of
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored, painter_on, span
from clienteling.ui.widgets.focus_ring import FocusRing
from clienteling.ui.widgets.key_cap import CAP_HEIGHT, cap_width, paint_cap

_LEAST, _USUAL, _WIDEST = 320, 480, 720
_PADDING = 15
_TEXT_AT = _PADDING + ICON + 10


class SearchField(QWidget):
    """480 wide, 320 where there is little room, 720 while it has the focus. `key_hint` shows how to get there.

    `text_edited` follows what a person types or clears, `submitted` is Enter. `edit` is Qt's control within,
    for a list of hits that wants its arrow keys.
    """

    text_edited = Signal(str)
    submitted = Signal()

    def __init__(self, placeholder: str, clear_name: str, parent: QWidget | None = None, *, key_hint: str = "") -> None:
        super().__init__(parent)
        self._key_hint = key_hint
        self._wanted = _USUAL
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.edit.setFont(theme_of(self).font())
        self.clear_button = IconButton("x", clear_name, self)
        self.clear_button.clicked.connect(self._clear)
        self.clear_button.hide()
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(self.edit, RADIUS, always=True, around=self)
        self._growth = QVariantAnimation(self)
        self._growth.valueChanged.connect(self._grow)
        self.edit.textChanged.connect(self._show_signs)
        self.edit.textEdited.connect(self.text_edited)
        self.edit.returnPressed.connect(self.submitted)
        self.edit.installEventFilter(self)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in, without `text_edited`."""
        self.edit.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(self._wanted, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, CONTROL)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._move_to(_WIDEST)
        elif event.type() == QEvent.Type.FocusOut:
            self._move_to(_USUAL)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = CONTROL if self.edit.text() else self._key_width() + 16
        self.edit.setGeometry(span(self, _TEXT_AT - 2, self.width() - _TEXT_AT - right))
        self.clear_button.setGeometry(span(self, self.width() - CONTROL, CONTROL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        focused = self.edit.hasFocus()
        fill = colors.surface_raised if focused else colors.surface
        draw_box(painter, self.rect(), RADIUS, fill, colors.accent if focused else colors.border_strong)
        tint = colors.accent if focused else colors.text_muted
        draw_icon(painter, "search", span(self, _PADDING, ICON), ICON, tint)
        if self._key_hint and not self.edit.text() and not focused:
            width = self._key_width()
            cap = QRect(self.width() - width - 10, (CONTROL - CAP_HEIGHT) // 2, width, CAP_HEIGHT)
            cap = mirrored(self.layoutDirection(), self.rect(), cap)
            paint_cap(painter, cap, self._key_hint, theme)
        painter.end()

    def _key_width(self) -> int:
        return cap_width(self._key_hint, theme_of(self)) if self._key_hint else 0

    def _show_signs(self) -> None:
        self.clear_button.setVisible(bool(self.edit.text()))
        self.resizeEvent(QResizeEvent(self.size(), self.size()))
        self.update()

    def _clear(self) -> None:
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text_edited.emit("")

    def _move_to(self, width: int) -> None:
        self._growth.stop()
        duration = theme_of(self).motion.slide
        if not duration or not self.isVisible():
            self._grow(width)
            return
        self._growth.setDuration(duration)
        self._growth.setStartValue(self._wanted)
        self._growth.setEndValue(width)
        self._growth.start()

    def _grow(self, width: int) -> None:
        self._wanted = width
        self.updateGeometry()
        self.update()
