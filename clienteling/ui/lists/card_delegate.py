"""Paints the cells of a card view: cards or rows, from pixmaps that are kept, with hover, selection and focus."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from clienteling.domain.card import Card
from clienteling.domain.cover import Cover
from clienteling.domain.parameters import CARD_PLACES
from clienteling.ui.formats import Formats
from clienteling.ui.lists.card_layout import MARGIN, CardLayout, Layout, RowLayout
from clienteling.ui.lists.card_model import CARD_ROLE
from clienteling.ui.lists.card_painter import CardPainter, paint_focus, paint_hover
from clienteling.ui.lists.card_row_painter import CardRowPainter
from clienteling.ui.lists.card_text import CardText, card_text
from clienteling.ui.lists.card_tooltip import shortened
from clienteling.ui.theme import Theme, theme_of
from clienteling.ui.widgets.drawing import mirrored

_KEPT_BYTES = 32 * 1024 * 1024

Index = QModelIndex | QPersistentModelIndex


class Look(Enum):
    """How a view shows its customers."""

    CARDS = "cards"
    ROWS = "rows"


class CardDelegate(QStyledItemDelegate):
    """Paints what `CARD_ROLE` gives.

    The view sets `look`, `places` (how many properties there are), `cell` (the size of a cell) and `keyboard` (whether
    the focus ring is shown).
    """

    def __init__(
        self,
        formats: Formats,
        clock: Callable[[], datetime],
        parent: QAbstractItemView,
        *,
        places: int = CARD_PLACES.default,
        with_holder: bool = False,
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._clock = clock
        self.with_holder = with_holder
        self._covers: Mapping[int, Cover] = {}
        self._painter: CardPainter | CardRowPainter | None = None
        self._pixmaps = _Pixmaps()
        self.look = Look.CARDS
        self.places = places
        self.cell = QSize(1, 1)
        self.keyboard = False

    def set_covers(self, covers: Mapping[int, Cover]) -> None:
        """Whose books are lent, by the keys of their workers: the holder's line says so."""
        if covers != self._covers:
            self._covers = covers
            self._pixmaps.clear()

    def describe(self, card: Card) -> str:
        """The card in one line, for screen readers."""
        text = self._text(card)
        return text.spoken_with_holder if self.with_holder else text.spoken

    def layout_for(self, width: int) -> Layout:
        """The geometry of a card or row in a cell of `width`."""
        kind = CardLayout if self.look is Look.CARDS else RowLayout
        return kind(width - 2 * MARGIN, self.places, self.with_holder)

    def cell_size(self, width: int) -> QSize:
        """A cell of `width`: cards keep their margin, rows touch one another."""
        height = self.layout_for(width).height
        return QSize(width, height + 2 * MARGIN if self.look is Look.CARDS else height)

    def card_rect(self, cell: QRect) -> QRect:
        """The card inside its cell."""
        across = MARGIN if self.look is Look.CARDS else 0
        return cell.adjusted(MARGIN, across, -MARGIN, -across)

    def is_on_avatar(self, cell: QRect, position: QPoint, direction: Qt.LayoutDirection) -> bool:
        """Whether a tap at `position` is meant to select rather than to open."""
        layout = self.layout_for(cell.width())
        inside = position - self.card_rect(cell).topLeft()
        return mirrored(direction, layout.rect, layout.avatar_area).contains(inside)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = self.card_rect(option.rect)
        if rect.width() <= 0:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        with_painter = self._painter_for(option.rect.width(), theme_of(option.widget), painter)
        if isinstance(with_painter, CardPainter):
            self._paint_card(painter, with_painter, option, index)
        else:
            self._paint_row(painter, with_painter, option, index)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole name, and the whole value under the pointer, where the card had to shorten them."""
        card = index.data(CARD_ROLE) if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or not isinstance(card, Card):
            return super().helpEvent(event, view, option, index)
        layout = self.layout_for(option.rect.width())
        text = self._text(card)
        position = event.pos() - self.card_rect(option.rect).topLeft()
        QToolTip.showText(event.globalPos(), shortened(text, layout, position, theme_of(view)), view)
        return True

    def _paint_card(self, painter: QPainter, cards: CardPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if card is None:
            cards.paint_skeleton(painter, index.row())
        else:
            painter.drawPixmap(0, 0, self._pixmap(card, cards, selected, painter))
        if option.state & QStyle.StateFlag.State_MouseOver and card is not None and not selected:
            paint_hover(painter, cards.layout.rect, cards.theme)
        if self.keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, cards.layout.rect, cards.theme)

    def _paint_row(self, painter: QPainter, rows: CardRowPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rows.paint_surface(
            painter,
            first=index.row() == 0,
            last=index.row() == index.model().rowCount() - 1,
            selected=selected,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
        )
        if card is None:
            rows.paint_skeleton(painter, index.row())
        else:
            rows.paint(painter, self._text(card), selected=selected)
        if self.keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            rows.paint_focus(painter)

    def _text(self, card: Card) -> CardText:
        cover = self._covers.get(card.holder.worker_id) if card.holder is not None else None
        return card_text(card, self._formats, self._clock(), cover)

    def _painter_for(self, width: int, theme: Theme, painter: QPainter) -> CardPainter | CardRowPainter:
        """The painter used last, as long as nothing it depends on has changed."""
        layout, direction, last = self.layout_for(width), painter.layoutDirection(), self._painter
        if last is None or last.theme is not theme or last.layout != layout or last.direction != direction:
            if isinstance(layout, CardLayout):
                last = CardPainter(layout, theme, direction)
            else:
                last = CardRowPainter(layout, theme, direction)
            self._painter = last
            self._pixmaps.clear()
        return last

    def _pixmap(self, card: Card, cards: CardPainter, selected: bool, painter: QPainter) -> QPixmap:
        now = self._clock()
        ratio = painter.device().devicePixelRatio()
        key = (card.customer_id, selected, ratio)
        hour = (self._formats.today(now), now.hour)
        found = self._pixmaps.find(key, card, hour)
        if found is not None:
            return found
        pixmap = QPixmap(cards.layout.rect.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        on_pixmap = QPainter(pixmap)
        on_pixmap.setRenderHint(QPainter.RenderHint.Antialiasing)
        cards.paint(on_pixmap, self._text(card), selected=selected)
        on_pixmap.end()
        self._pixmaps.keep(key, card, pixmap)
        return pixmap


Key = tuple[int, bool, float]


class _Pixmaps:
    """The cards painted last, up to a number of bytes, and none of an hour that has passed: ages and days move on."""

    def __init__(self) -> None:
        self._kept: dict[Key, tuple[Card, QPixmap]] = {}
        self._bytes = 0
        self._hour: object = None

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def find(self, key: Key, card: Card, hour: object) -> QPixmap | None:
        if hour != self._hour:
            self.clear()
            self._hour = hour
        found = self._kept.pop(key, None)
        if found is None:
            return None
        if found[0] is not card and found[0] != card:
            self._bytes -= _size(found[1])
            return None
        self._kept[key] = found
        return found[1]

    def keep(self, key: Key, card: Card, pixmap: QPixmap) -> None:
        self._kept[key] = (card, pixmap)
        self._bytes += _size(pixmap)
        while self._bytes > _KEPT_BYTES:
            _, oldest = self._kept.pop(next(iter(self._kept)))
            self._bytes -= _size(oldest)


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
