"""Paints customer cards as rows of a list: name and contact, properties as columns, score at the end."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from clienteling.ui.formats import DASH, PropertyText
from clienteling.ui.lists.card_layout import PADDING, RowLayout
from clienteling.ui.lists.card_painter import name_style, paint_empty_ring
from clienteling.ui.lists.card_text import CardText, contact_line, held_by
from clienteling.ui.lists.health_dot import paint_health
from clienteling.ui.lists.property_painter import ValueLine
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import FOCUS_WIDTH, RADIUS, RADIUS_SMALL, TEXT_BODY, TEXT_NOTE, Theme
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, mirrored
from clienteling.ui.widgets.ring import paint_ring

_SKELETON_NAMES = (0.52, 0.64, 0.42, 0.58)


class CardRowPainter:
    """Paints rows of one layout, each with its corner at 0, 0.

    Rows touch: `first` and `last` say where the list's outline closes.
    """

    def __init__(self, layout: RowLayout, theme: Theme, direction: Qt.LayoutDirection) -> None:
        self.layout = layout
        self.theme = theme
        self.direction = direction

    def paint_surface(
        self,
        painter: QPainter,
        *,
        first: bool,
        last: bool,
        selected: bool = False,
        hovered: bool = False,
    ) -> None:
        """What lies under the row."""
        colors = self.theme.colors
        rect = QRectF(self.layout.rect)
        fill = colors.accent_weak if selected else colors.surface_sunken if hovered else colors.surface_raised
        # Drawn taller than the row where the list goes on, so that only its own end is round.
        box = rect.adjusted(0, 0 if first else -RADIUS, 0, 0 if last else RADIUS)
        painter.save()
        painter.setClipRect(rect)
        draw_box(painter, box, RADIUS, fill, colors.border)
        painter.restore()
        if not last:
            line = colors.accent_line if selected else colors.border
            inset = 1 if selected else PADDING
            draw_hairline(painter, inset, self.layout.width - inset, self.layout.height - 1, line)

    def paint(self, painter: QPainter, text: CardText, *, selected: bool = False) -> None:
        """The row over its surface."""
        layout, colors = self.layout, self.theme.colors
        painter.setLayoutDirection(self.direction)
        paint_avatar(painter, self._at(layout.avatar), text.initials, self.theme, selected)
        name = self._at(layout.name)
        name_style(text.name, name.width()).draw(painter, name, text.name, colors.text)
        contact = self._at(layout.contact)
        text_style(TEXT_BODY).draw(painter, contact, contact_line(text), colors.text_muted)
        columns = list(text.properties[: layout.places])
        if layout.with_holder:
            columns.append((text.lent or held_by(), PropertyText(text.holder or DASH)))
        for number, (label, value) in enumerate(columns[: layout.shown]):
            self._paint_column(painter, number, label, value)
        paint_ring(painter, self._at(layout.ring), text.score, self.theme)
        paint_health(painter, self._at(layout.ring), text.health, self.theme, colors.accent_weak if selected else None)

    def paint_skeleton(self, painter: QPainter, row: int) -> None:
        """The shape of a row that is still being read, over its surface."""
        layout = self.layout
        paint_empty_ring(painter, self._at(layout.ring), self.theme)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colors.track)
        painter.drawEllipse(self._at(layout.avatar))
        share = _SKELETON_NAMES[row % len(_SKELETON_NAMES)]
        self._paint_bar(painter, layout.name, share, 12)
        self._paint_bar(painter, layout.contact, share * 1.3, 9)
        for number in range(layout.shown):
            self._paint_bar(painter, layout.label(number), 0.5, 8)
            self._paint_bar(painter, layout.value(number), 0.3 + 0.1 * ((row + number) % 3), 8)

    def paint_focus(self, painter: QPainter) -> None:
        """The ring of the row that the keyboard is on; inside, as rows touch."""
        box = QRectF(self.layout.rect).adjusted(2, 2, -2, -3)
        draw_box(painter, box, RADIUS_SMALL, line=self.theme.colors.accent, width=FOCUS_WIDTH)

    def _paint_column(self, painter: QPainter, number: int, label: str, value: PropertyText) -> None:
        box = self._at(self.layout.label(number))
        text_style(TEXT_NOTE).draw(painter, box, label, self.theme.colors.text_muted)
        box = self._at(self.layout.value(number))
        line = ValueLine(value, self.theme)
        if line.width > box.width():
            line = ValueLine(PropertyText(value.text, value.near_text, level=value.level), self.theme)
        line.paint(painter, box, at_end=False)

    def _paint_bar(self, painter: QPainter, box: QRect, share: float, height: int) -> None:
        bar = QRect(box.x(), box.center().y() - height // 2, round(box.width() * share), height)
        painter.drawRoundedRect(QRectF(self._at(bar)), height / 2, height / 2)

    def _at(self, rect: QRect) -> QRect:
        return mirrored(self.direction, self.layout.rect, rect)
