"""The parts of a column of facts: heads, hairlines, and rows of a label and its value."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from clienteling.ui.theme import ICON_SMALL, MEDIUM, REGULAR, STRONG, Theme, theme_of
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.drawing import (
    RIGHT,
    draw_hairline,
    draw_icon,
    draw_text,
    mirrored,
    painter_on,
    text_width,
)
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.level_sign import SIGN_SIZE, Level, level_color, paint_level

_ROW = 28
_LINE = 20
_GAP = 8
_BETWEEN = 16


class SmallHead(Label):
    """The head of a group of facts, 12 and muted."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, size=12, weight=STRONG, tone=Tone.MUTED)
        self.setFixedHeight(_ROW)


class SectionHead(QWidget):
    """The head of a part of a page or filter: title, and at the far end a muted note or a link."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, note: str = "", link: str = "", size: int = 14
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, size=size, weight=STRONG, elide=True)
        self.note = Label(note, tone=Tone.MUTED)
        self.link = Link(link, height=_ROW)
        self.link.setVisible(bool(link))
        self.setFixedHeight(_ROW)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.title, 1)
        row.addWidget(self.note)
        row.addWidget(self.link)

    def set_link(self, label: str) -> None:
        self.link.set_label(label)
        self.link.setVisible(bool(label))


class Hairline(QWidget):
    """A line of one pixel across, with `room` above and below it."""

    def __init__(self, parent: QWidget | None = None, *, room: int = 0, color: str = "border") -> None:
        super().__init__(parent)
        self._room = room
        self._color = color
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * room + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        draw_hairline(painter, 0, self.width(), self._room, getattr(theme_of(self).colors, self._color))
        painter.end()


class PropertyRow(QWidget):
    """A label and, at the far end, its value: an optional level sign, a near date in accent, the value, muted
    words, and how old it is. A value too long for the line goes below its label and wraps.
    """

    def __init__(
        self,
        label: str,
        value: str,
        parent: QWidget | None = None,
        *,
        near: str = "",
        muted: str = "",
        age: str = "",
        level: Level | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = label
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value, near=near, muted=muted, age=age, level=level)

    @property
    def value(self) -> str:
        return self._value

    def set_value(
        self, value: str, *, near: str = "", muted: str = "", age: str = "", level: Level | None = None
    ) -> None:
        self._value, self._near, self._muted, self._age, self._level = value, near, muted, age, level
        spoken = ", ".join(part for part in (near, value, muted, age) if part)
        self.setAccessibleName(f"{self._label}: {spoken}")
        self._fit()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._needed(), _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        place = self._line(0, self.width(), (_ROW - _LINE) // 2)
        draw_text(painter, place, self._label, theme.font(), theme.colors.text_muted)
        if self._in_line:
            self._paint_value(painter, theme)
        else:
            below = QRectF(0, _ROW, self.width(), self.height() - _ROW)
            side = Qt.AlignmentFlag.AlignRight
            font = theme.font(14, MEDIUM)
            draw_text(painter, below, self._whole(), font, theme.colors.text, align=side, wrap=True)
        painter.end()

    def _paint_value(self, painter: QPainter, theme: Theme) -> None:
        colors = theme.colors
        top = (_ROW - _LINE) // 2
        right = self.width()
        if self._age:
            width = text_width(theme.font(), self._age)
            place = self._line(right - width, width, top)
            draw_text(painter, place, self._age, theme.font(), colors.text_muted)
            right -= width + 5 + ICON_SMALL
            draw_icon(painter, "clock", self._line(right, ICON_SMALL, top), ICON_SMALL, colors.text_muted)
            right -= _GAP
        high = self._level is Level.HIGH
        value = (
            self._value,
            STRONG if high else MEDIUM,
            level_color(Level.HIGH, theme) if high else colors.text,
        )
        for text, weight, color in (
            (self._muted, REGULAR, colors.text_muted),
            value,
            (self._near, STRONG, colors.accent),
        ):
            if not text:
                continue
            width = text_width(theme.font(14, weight), text)
            draw_text(
                painter,
                self._line(right - width, width, top),
                text,
                theme.font(14, weight),
                color,
                align=RIGHT,
            )
            right -= width + _GAP
        if self._level is not None:
            sign = self._line(right - SIGN_SIZE.width(), SIGN_SIZE.width(), top)
            paint_level(painter, sign, self._level, theme)

    def _fit(self) -> None:
        """One line where it fits, else as many below the label as the value needs."""
        self._in_line = self._needed() <= self.width()
        self.setFixedHeight(_ROW if self._in_line else _ROW + self._wrapped(self.width()) + 4)

    def _line(self, left: int, width: int, top: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, top, width, _LINE))

    def _needed(self) -> int:
        theme = theme_of(self)
        width = text_width(theme.font(), self._label) + _BETWEEN
        for text, weight in ((self._near, STRONG), (self._value, STRONG), (self._muted, REGULAR)):
            width += text_width(theme.font(14, weight), text) + _GAP if text else 0
        width += text_width(theme.font(), self._age) + 5 + ICON_SMALL if self._age else -_GAP
        return width + (SIGN_SIZE.width() + _GAP if self._level is not None else 0)

    def _whole(self) -> str:
        return "  ".join(part for part in (self._near, self._value, self._muted, self._age) if part)

    def _wrapped(self, width: int) -> int:
        metrics = QFontMetricsF(theme_of(self).font(14, MEDIUM))
        box = QRectF(0, 0, width, 10_000)
        return round(metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), self._whole()).height()) + 1
