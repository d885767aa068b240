"""Buttons: primary, plain, danger, quiet; with an icon alone; and links."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import (
    CONTROL,
    CONTROL_PADDING,
    ICON,
    ICON_SMALL,
    MEDIUM,
    RADIUS,
    STRONG,
    Theme,
    theme_of,
)
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    CENTER,
    blended,
    clear,
    draw_box,
    draw_icon,
    draw_text,
    painter_on,
    span,
    text_width,
)
from clienteling.ui.widgets.label import Tone, tone_color

_GAP = 8
_TRAILING = 16
_STACKED_HEIGHT = 56


class Kind(Enum):
    """What a button weighs: one primary on a page, quiet ones stand in bars and heads."""

    PRIMARY = auto()
    PLAIN = auto()
    DANGER = auto()
    QUIET = auto()
    QUIET_DANGER = auto()


class Button(Control):
    """A button 44 high: an icon, a label, an icon behind it (`trailing`, for menus).

    `stacked` puts the icon over a small label and makes it 56 high.
    """

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        kind: Kind = Kind.PLAIN,
        trailing: str = "",
        stacked: bool = False,
    ) -> None:
        self._icon = icon
        self._kind = kind
        self._trailing = trailing
        self._stacked = stacked
        super().__init__(label, parent)

    @property
    def kind(self) -> Kind:
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        label = text_width(self._font(theme), self.label)
        if not self.label:
            return QSize(CONTROL, CONTROL)
        if self._stacked:
            return QSize(max(64, label + 16), _STACKED_HEIGHT)
        label = max(label, text_width(theme.font(12), self.who_may) if self.who_may else 0)
        inner = label + (ICON + _GAP if self._shown_icon() else 0) + (_TRAILING + _GAP if self._trailing else 0)
        return QSize(max(64, inner + 2 * CONTROL_PADDING), CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        self._paint_ground(painter, theme)
        color = self._text_color(theme)
        if self._stacked:
            self._paint_stacked(painter, theme, color)
        else:
            self._paint_row(painter, theme, color)
        painter.end()

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        colors = theme.colors
        if not self.allowed or not self.isEnabled():
            if self._kind not in (Kind.QUIET, Kind.QUIET_DANGER):
                draw_box(painter, self.rect(), RADIUS, colors.surface_sunken)
            return
        if self._kind is Kind.PRIMARY:
            draw_box(painter, self.rect(), RADIUS, blended(colors.accent, colors.accent_hover, self.lit))
        elif self._kind in (Kind.PLAIN, Kind.DANGER):
            fill = blended(colors.surface_raised, colors.surface_sunken, self.lit)
            draw_box(painter, self.rect(), RADIUS, fill, colors.border_control)
        elif self.lit:
            draw_box(
                painter,
                self.rect(),
                RADIUS,
                blended(clear(colors.surface_sunken), colors.surface_sunken, self.lit),
            )

    def _paint_row(self, painter: QPainter, theme: Theme, color: QColor) -> None:
        inner = self.rect().adjusted(CONTROL_PADDING, 0, -CONTROL_PADDING, 0)
        if not self.label:
            draw_icon(painter, self._shown_icon(), self.rect(), ICON, color)
            return
        spare = max(0, self.width() - self.wanted_width())
        left = inner.left() + (0 if self._trailing else spare // 2)
        if self._shown_icon():
            draw_icon(painter, self._shown_icon(), span(self, left, ICON), ICON, color)
            left += ICON + _GAP
        right = inner.right() + 1
        if self._trailing:
            right -= _TRAILING
            draw_icon(painter, self._trailing, span(self, right, _TRAILING), _TRAILING, color)
            right -= _GAP
        if not self.who_may:
            draw_text(painter, span(self, left, right - left), self.label, self._font(theme), color)
            return
        upper = span(self, left, right - left)
        upper.setRect(upper.left(), self.height() // 2 - 18, upper.width(), 20)
        draw_text(painter, upper, self.label, self._font(theme), color)
        draw_text(painter, upper.translated(0, 18), self.who_may, theme.font(12), color)

    def _paint_stacked(self, painter: QPainter, theme: Theme, color: QColor) -> None:
        draw_icon(painter, self._shown_icon(), QRect(0, 8, self.width(), ICON), ICON, color)
        below = QRect(4, 31, self.width() - 8, 16)
        draw_text(painter, below, self.label, self._font(theme), color, align=CENTER)

    def _shown_icon(self) -> str:
        if self.needs_signature:
            return "key-round"
        return self._icon if self.allowed else "lock"

    def _font(self, theme: Theme) -> QFont:
        if self._stacked:
            return theme.font(12, STRONG if self._kind is Kind.PRIMARY else MEDIUM)
        return theme.font(14, STRONG if self._kind is Kind.PRIMARY else MEDIUM)

    def _text_color(self, theme: Theme) -> QColor:
        colors = theme.colors
        if not self.allowed or not self.isEnabled():
            return colors.text_muted
        if self._kind is Kind.PRIMARY:
            return colors.on_accent
        return colors.danger if self._kind in (Kind.DANGER, Kind.QUIET_DANGER) else colors.text


class IconButton(Button):
    """A square button with an icon alone; its name is the tooltip and what is read out."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None, *, kind: Kind = Kind.QUIET) -> None:
        self._name = name
        super().__init__("", parent, icon=icon, kind=kind)
        self.set_tip(name)

    def spoken(self) -> str:
        return self._name

    def set_name(self, name: str) -> None:
        self._name = name
        self.announce()
        self.set_tip(name)


class Link(Control):
    """Words that do something, 44 to hit, with an optional small icon before them."""

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        tone: Tone = Tone.ACCENT,
        height: int = CONTROL,
    ) -> None:
        self._icon = icon
        self._tone = tone
        self._height = height
        super().__init__(label, parent, radius=2)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = text_width(theme_of(self).font(14, MEDIUM), self.label)
        return QSize(width + (ICON_SMALL + _GAP if self._icon else 0), self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        color = tone_color(self._tone if self.allowed else Tone.MUTED, theme)
        left = 0
        if self._icon:
            draw_icon(painter, self._icon, span(self, 0, ICON_SMALL), ICON_SMALL, color)
            left = ICON_SMALL + _GAP
        place = span(self, left, self.width() - left)
        width = draw_text(painter, place, self.label, theme.font(14, MEDIUM), color)
        if self.glow.level and self.allowed:
            start = place.left() if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else place.right() - width
            painter.fillRect(round(start), self.height() // 2 + 9, round(width), 1, color)
        painter.end()
