"""The tiles of the welcome page: one act each, as large as its weight."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import ICON_SMALL, ICON_TILE, MEDIUM, RADIUS, STRONG, TEXT_HEAD, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    CENTER,
    RIGHT,
    blended,
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    painter_on,
    text_width,
)

_PADDING = 17
_HEIGHT = 160
_FACE = 28
_FACE_STEP = 28


_MIDDLE = 0.18  # of the light of white: as far from black as from white
_DARK_WORDS, _LIGHT_WORDS = QColor("#1B1A18"), QColor("#FFFFFF")


def _brightness(color: QColor) -> float:
    """How light a colour is to the eye, as WCAG has it."""

    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


class TileWeight(Enum):
    """How loud a tile is."""

    PRIMARY = auto()
    WEAK = auto()
    PLAIN = auto()


class Tile(Control):
    """A tile with an icon above, a title and a line below. In its upper far corner it may carry a red pill (what is
    overdue), or faces of people and how many more. Its title has a size, and it may have a colour of its `own`.
    """

    def __init__(
        self,
        icon: str,
        title: str,
        subtitle: str = "",
        parent: QWidget | None = None,
        *,
        weight: TileWeight = TileWeight.PLAIN,
        size: int = TEXT_HEAD,
        own: QColor | None = None,
    ) -> None:
        self._icon = icon
        self._subtitle = subtitle
        self._weight = weight
        self._size = size
        self._own = own
        self._pill = ""
        self._faces: tuple[str, ...] = ()
        self._more = ""
        super().__init__(title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_subtitle(subtitle)

    @property
    def subtitle(self) -> str:
        return self._subtitle

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle = subtitle
        self._speak()

    def set_pill(self, text: str) -> None:
        """A red pill, such as "1 overdue"; "" takes it away."""
        self._pill = text
        self._speak()

    def set_faces(self, initials: tuple[str, ...], more: str = "") -> None:
        """The first few people, and how many more ("+37")."""
        self._faces, self._more = initials, more
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        words = max(
            text_width(theme.font(self._size, STRONG), self.label),
            text_width(theme.font(), self._subtitle),
            text_width(theme.font(12), self.who_may) + ICON_SMALL + 6 if self.who_may else 0,
        )
        return QSize(words + 2 * _PADDING, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 116)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        fill, line, icon, title, below = self._look(theme)
        draw_box(painter, self.rect(), RADIUS, fill, line)
        corner = self._part(_PADDING, _PADDING - 1, ICON_TILE, ICON_TILE)
        name = "key-round" if self.needs_signature else self._icon if self.allowed else "lock"
        draw_icon(painter, name, corner, ICON_TILE, icon)
        room = self.width() - 2 * _PADDING
        words = self._part(_PADDING, self.height() - 45 - self._size, room, 24)
        draw_text(painter, words, self.label, theme.font(self._size, STRONG), title)
        words = self._part(_PADDING, self.height() - 37, room, 20)
        draw_text(painter, words, self.who_may or self._subtitle, theme.font(), below)
        if self._pill:
            self._paint_pill(painter, theme)
        elif self._faces:
            self._paint_faces(painter, theme, below)
        painter.end()

    def _look(self, theme: Theme) -> tuple[QColor, QColor | None, QColor, QColor, QColor]:
        """Ground, line, and the colours of icon, title and subtitle."""
        colors = theme.colors
        if not self.allowed:
            muted = colors.text_muted
            return colors.surface_sunken, None, muted, muted, muted
        if self._own is not None:
            return self._own_look(self._own, theme)
        if self._weight is TileWeight.PRIMARY:
            fill = blended(colors.accent, colors.accent_hover, self.lit)
            return fill, None, colors.on_accent, colors.on_accent, colors.on_accent_muted
        if self._weight is TileWeight.WEAK:
            line = blended(colors.accent_weak, colors.accent, self.lit)
            return colors.accent_weak, line, colors.accent, colors.text, colors.text_muted
        line = blended(colors.border, colors.border_strong, self.lit)
        return colors.surface_raised, line, colors.accent, colors.text, colors.text_muted

    def _own_look(self, own: QColor, theme: Theme) -> tuple[QColor, QColor | None, QColor, QColor, QColor]:
        """Dark words on what is light, light ones on what is dark; a clear colour lets the page show through."""
        colors = theme.colors
        ground = blended(colors.surface, QColor(own.red(), own.green(), own.blue()), own.alphaF())
        words = _DARK_WORDS if _brightness(ground) > _MIDDLE else _LIGHT_WORDS
        line = blended(ground, words, 0.4 * self.lit)
        return ground, line, words, words, blended(ground, words, 0.85)

    def _paint_pill(self, painter: QPainter, theme: Theme) -> None:
        font = theme.font(12, MEDIUM)
        width = min(text_width(font, self._pill) + 20, self.width() - 2 * _PADDING - ICON_TILE - 8)
        place = self._part(self.width() - _PADDING - width, _PADDING + 1, width, 26)
        draw_box(painter, place, 13, theme.colors.danger_weak)
        inner = place.adjusted(8, 0, -8, 0)
        draw_text(painter, inner, self._pill, font, theme.colors.danger, align=CENTER)

    def _paint_faces(self, painter: QPainter, theme: Theme, color: QColor) -> None:
        right = self.width() - _PADDING
        if self._more:
            width = text_width(theme.font(), self._more)
            place = self._part(right - width, _PADDING, width, _FACE)
            draw_text(painter, place, self._more, theme.font(), color, align=RIGHT)
            right -= width + 10
        left = right - _FACE_STEP * len(self._faces)
        for at, initials in enumerate(self._faces):
            face = self._part(left + at * _FACE_STEP, _PADDING, _FACE, _FACE)
            ground, _line, _icon, _title, _below = self._look(theme)
            draw_box(painter, face.adjusted(-2, -2, 2, 2), _FACE / 2 + 2, ground)
            paint_avatar(painter, face, initials, theme)

    def _speak(self) -> None:
        self.setAccessibleDescription(", ".join(part for part in (self._subtitle, self._pill) if part))
        self.updateGeometry()
        self.update()

    def _part(self, left: int, top: int, width: int, height: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, top, width, height))
