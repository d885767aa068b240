"""One way to reach a customer: the value, what it is, and a touch that copies it."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.lists.text_style import text_style
from clienteling.ui.lists.timeline_entry import Paragraph
from clienteling.ui.messages import Messages
from clienteling.ui.pos.customer.wrapped_text import fitted
from clienteling.ui.theme import ICON_SMALL, MEDIUM, RADIUS_SMALL, TEXT_BODY, theme_of
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    RIGHT,
    blended,
    clear,
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    painter_on,
    text_width,
)

_LINE = 20
_PADDING = 8
_GAP = 12
OUTSET = 6  # how much further than the words of its column a row reaches, to light up round them
_LONGEST_LABEL = 110
_MOST_LINES = 12


class ContactRow(Control):
    """A row at least 36 high. The whole of it is pressed to copy `copied`, or the value as it is shown.

    It reaches `OUTSET` further than its words on either side, where only the light of the pointer shows.
    """

    def __init__(
        self, value: str, label: str, messages: Messages, parent: QWidget | None = None, *, copied: str = ""
    ) -> None:
        self._value = value
        self._kind = label
        self._copied = copied or value
        self._messages = messages
        self._words = Paragraph("", 1, text_style())
        super().__init__("", parent, radius=RADIUS_SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(part for part in (value, label) if part))
        self.setAccessibleDescription(QCoreApplication.translate("CustomerPage", "Copy"))
        self.clicked.connect(self._copy)

    def sizeHint(self) -> QSize:
        return QSize(240, 2 * _PADDING + _LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 2 * _PADDING + _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._words, cut = fitted(self._value, self._value_room(), text_style(TEXT_BODY, MEDIUM), _MOST_LINES)
        self.setFixedHeight(2 * _PADDING + self._words.height)
        kind_cut = text_width(theme_of(self).font(), self._kind) > _LONGEST_LABEL
        shortened = ((self._value, cut), (self._kind, kind_cut))
        self.setToolTip("\n".join(text for text, is_short in shortened if is_short))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        if self.lit:
            fill = blended(clear(colors.surface_sunken), colors.surface_sunken, self.lit)
            draw_box(painter, self.rect(), RADIUS_SMALL, fill)
        end = self.width() - OUTSET - ICON_SMALL
        icon = self._part(end, _PADDING, ICON_SMALL)
        draw_icon(painter, "copy", icon, ICON_SMALL, colors.text if self.lit else colors.text_muted)
        room = self._label_room()
        if room:
            label = self._part(end - _GAP - room, _PADDING, room)
            align = RIGHT if self.isLeftToRight() else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            draw_text(painter, label, self._kind, theme.font(), colors.text_muted, align=align)
        self._paint_value(painter)
        painter.end()

    def _paint_value(self, painter: QPainter) -> None:
        box = self._part(OUTSET, _PADDING, self._value_room())
        box.setHeight(self._words.height)
        painter.setPen(theme_of(self).colors.text)
        self._words.draw(painter, box)

    def _part(self, left: int, top: int, width: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(QPoint(left, top), QSize(width, _LINE)))

    def _label_room(self) -> int:
        if not self._kind:
            return 0
        return min(text_width(theme_of(self).font(), self._kind), _LONGEST_LABEL)

    def _value_room(self) -> int:
        label = self._label_room()
        return self.width() - 2 * OUTSET - ICON_SMALL - _GAP - (label + _GAP if label else 0)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self._messages.toast(QCoreApplication.translate("CustomerPage", "Copied"), icon="copy")
