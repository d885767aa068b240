"""Paints customer cards: whole, as a skeleton while one is read, and what lies over them (hover, focus)."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from clienteling.ui.formats import PropertyText
from clienteling.ui.lists.card_layout import PADDING, CardLayout
from clienteling.ui.lists.card_text import CardText, held_by, holder_line
from clienteling.ui.lists.health_dot import paint_health
from clienteling.ui.lists.property_painter import ValueLine
from clienteling.ui.lists.text_style import TextStyle, text_style
from clienteling.ui.theme import (
    FOCUS_GAP,
    FOCUS_WIDTH,
    MEDIUM,
    RADIUS,
    STRONG,
    TEXT_BODY,
    TEXT_HEAD,
    TEXT_NOTE,
    Theme,
)
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, mirrored
from clienteling.ui.widgets.ring import paint_ring

LABEL_GAP = 12
_LABEL_SHARE = 0.45
_SKELETON_NAMES = (0.72, 0.84, 0.62, 0.78)
_SKELETON_VALUES = ((0.21, 0.13), (0.30, 0.23), (0.16, 0.18))


class CardPainter:
    """Paints cards of one layout, mirrored where the language runs from the right."""

    def __init__(self, layout: CardLayout, theme: Theme, direction: Qt.LayoutDirection) -> None:
        self.layout = layout
        self.theme = theme
        self.direction = direction
        self._avatar, self._ring = self._at(layout.avatar), self._at(layout.ring)
        self._name, self._phone, self._email = map(self._at, (layout.name, layout.phone, layout.email))
        self._places = [layout.place(number) for number in range(layout.places)]
        self._holder_avatar = self._at(layout.holder_avatar)

    def paint(self, painter: QPainter, text: CardText, *, selected: bool = False) -> None:
        """A card with its surface and outline, its corner at 0, 0."""
        painter.setLayoutDirection(self.direction)
        self._paint_surface(painter, selected)
        self._paint_head(painter, text, selected)
        self._paint_hairline(painter, self.layout.hairline, selected)
        for place, (label, value) in zip(self._places, text.properties, strict=False):
            self._paint_property(painter, place, label, value)
        if self.layout.with_holder:
            self._paint_holder(painter, text, selected)

    def paint_skeleton(self, painter: QPainter, row: int) -> None:
        """The shape of a card that is still being read. Rows differ a little, so that it reads as names."""
        layout, theme = self.layout, self.theme
        self._paint_surface(painter, False)
        paint_empty_ring(painter, self._ring, theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colors.track)
        painter.drawEllipse(self._avatar)
        share = _SKELETON_NAMES[row % len(_SKELETON_NAMES)]
        self._paint_bar(painter, layout.name, share, 12)
        self._paint_bar(painter, layout.phone, share * 0.8, 9)
        self._paint_bar(painter, layout.email, share * 0.75, 9)
        for number, place in enumerate(self._places):
            label, value = _SKELETON_VALUES[(row + number) % len(_SKELETON_VALUES)]
            self._paint_bar(painter, place, label, 8)
            width = round(place.width() * value)
            self._paint_bar(painter, place.adjusted(place.width() - width, 0, 0, 0), 1, 8)
        if layout.with_holder:
            painter.drawEllipse(self._holder_avatar)
            self._paint_bar(painter, layout.holder, 0.5, 8)
            self._paint_hairline(painter, layout.strip_line, False)
        self._paint_hairline(painter, layout.hairline, False)

    def _paint_surface(self, painter: QPainter, selected: bool) -> None:
        colors = self.theme.colors
        fill = colors.accent_weak if selected else colors.surface_raised
        line = colors.accent if selected else colors.border
        draw_box(painter, self.layout.rect, RADIUS, fill, line, width=2 if selected else 1)

    def _paint_head(self, painter: QPainter, text: CardText, selected: bool) -> None:
        colors = self.theme.colors
        paint_avatar(painter, self._avatar, text.initials, self.theme, selected)
        name_style(text.name, self._name.width()).draw(painter, self._name, text.name, colors.text)
        contact = text_style(TEXT_BODY)
        contact.draw(painter, self._phone, text.phone, colors.text_muted)
        contact.draw(painter, self._email, text.email, colors.text_muted)
        paint_ring(painter, self._ring, text.score, self.theme)
        paint_health(painter, self._ring, text.health, self.theme, colors.accent_weak if selected else None)

    def _paint_property(self, painter: QPainter, place: QRect, label: str, value: PropertyText) -> None:
        line = ValueLine(value, self.theme)
        style = text_style(TEXT_BODY)
        split = label_width(style.width(label), line.width, place.width())
        box = QRect(place.x(), place.y(), split, place.height())
        style.draw(painter, self._at(box), label, self.theme.colors.text_muted)
        line.paint(painter, self._at(place.adjusted(split + LABEL_GAP, 0, 0, 0)), at_end=True)

    def _paint_holder(self, painter: QPainter, text: CardText, selected: bool) -> None:
        layout, colors = self.layout, self.theme.colors
        self._paint_hairline(painter, layout.strip_line, selected)
        style = text_style(TEXT_BODY)
        if not text.holder:
            box = layout.holder_avatar.united(layout.holder)
            style.draw(painter, self._at(box), holder_line(text), colors.text_muted)
            return
        paint_avatar(painter, self._holder_avatar, text.holder_initials, self.theme)
        words, line = held_by(), layout.holder
        if text.lent:
            line, below = layout.holder_lines
            text_style(TEXT_NOTE).draw(painter, self._at(below), text.lent, colors.text_muted)
        style.draw(painter, self._at(line), words, colors.text_muted)
        name = line.adjusted(int(style.width(words)) + 9, 0, 0, 0)
        text_style(TEXT_BODY, MEDIUM).draw(painter, self._at(name), text.holder, colors.text)

    def _paint_hairline(self, painter: QPainter, y: int, selected: bool) -> None:
        colors = self.theme.colors
        color = colors.accent_line if selected else colors.border
        draw_hairline(painter, PADDING, self.layout.width - PADDING, y, color)

    def _paint_bar(self, painter: QPainter, box: QRect, share: float, height: int) -> None:
        bar = QRect(box.x(), box.center().y() - height // 2, round(box.width() * share), height)
        painter.drawRoundedRect(QRectF(self._at(bar)), height / 2, height / 2)

    def _at(self, rect: QRect) -> QRect:
        return mirrored(self.direction, self.layout.rect, rect)


def paint_empty_ring(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The track of a ring whose score is not known yet."""
    painter.setPen(QPen(theme.colors.track, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(rect).adjusted(2, 2, -2, -2))


def paint_hover(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The stronger outline of the card under the pointer."""
    draw_box(painter, rect, RADIUS, line=theme.colors.border_strong)


def paint_focus(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """The ring round the card that the keyboard is on."""
    out = FOCUS_GAP + FOCUS_WIDTH
    outside = rect.adjusted(-out, -out, out, out)
    draw_box(painter, outside, RADIUS + out, line=theme.colors.accent, width=FOCUS_WIDTH)


def name_style(name: str, room: int) -> TextStyle:
    """The large type for a name that fits in it, else the smaller one."""
    large = text_style(TEXT_HEAD, STRONG)
    return large if large.width(name) <= room else text_style(TEXT_BODY, STRONG)


def label_width(label: float, value: float, room: int) -> int:
    """What a label gets of a row: all it needs, unless its value then did not fit; a fair share at least."""
    wanted, left = int(label) + 1, room - LABEL_GAP - int(value) - 1
    return max(min(wanted, left), min(wanted, int(room * _LABEL_SHARE)))
