"""A receipt: when, where, its number and sum, and its lines."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.domain.customer import Purchase, PurchaseLine
from clienteling.ui.formats import Formats
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.lists.timeline_entry import Paragraph
from clienteling.ui.theme import MEDIUM, RADIUS, STRONG, TEXT_BODY, Theme, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, mirrored, painter_on

_PADDING = 16
_HEAD = 48
_LINE = 20
_LINE_GAP = 13
_GAP = 9
_BOTTOM = 4


class ReceiptBox(QWidget):
    """One painted box, as high as its lines need."""

    def __init__(self, purchase: Purchase, formats: Formats, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        receipt = QCoreApplication.translate("CustomerPage", "receipt {number}").format(number=purchase.order_number)
        self._when = formats.moment(purchase.at, now)
        self._where = " · ".join(part for part in (purchase.store, receipt if purchase.order_number else "") if part)
        self._amount = formats.money(purchase.amount, purchase.currency)
        self._lines = tuple(
            (_name(line), line.sku if line.name else "", formats.money(line.amount, purchase.currency))
            for line in purchase.lines
        )
        self._names: list[Paragraph] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEAD)
        lines = (f"{name} {amount}" for name, _, amount in self._lines)
        self.setAccessibleName("; ".join((self._when, self._where, self._amount, *lines)))

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        plain, medium = text_style(), text_style(TEXT_BODY, MEDIUM)
        room = self.width() - 3 * _PADDING
        self._names = [Paragraph(name, room - int(medium.width(sum_)), plain) for name, _, sum_ in self._lines]
        body = sum(name.height + _LINE_GAP for name in self._names)
        self.setFixedHeight(_HEAD + (body + 2 * _BOTTOM if body else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        painter.setLayoutDirection(self.layoutDirection())
        draw_box(painter, self.rect(), RADIUS, theme.colors.surface_raised, theme.colors.border)
        self._paint_head(painter, theme)
        top = _HEAD + _BOTTOM
        for (name, sku, amount), words in zip(self._lines, self._names, strict=False):
            draw_hairline(painter, _PADDING, self.width() - _PADDING, top - _BOTTOM, theme.colors.border)
            self._paint_line(painter, theme, top, name, sku, amount, words)
            top += words.height + _LINE_GAP
        painter.end()

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        strong, plain = text_style(TEXT_BODY, STRONG), text_style()
        top = (_HEAD - _LINE) // 2
        amount = int(strong.width(self._amount)) + 1
        when = int(strong.width(self._when)) + 1
        strong.draw(painter, self._at(_PADDING, top, when), self._when, theme.colors.text)
        left = _PADDING + when + _GAP
        room = self.width() - left - amount - 2 * _PADDING
        plain.draw(painter, self._at(left, top, max(0, room)), self._where, theme.colors.text_muted)
        right = self._at(self.width() - _PADDING - amount, top, amount)
        strong.draw(painter, right, self._amount, theme.colors.text, at_end=True)

    def _paint_line(
        self, painter: QPainter, theme: Theme, top: int, name: str, sku: str, amount: str, words: Paragraph
    ) -> None:
        plain, medium = text_style(), text_style(TEXT_BODY, MEDIUM)
        line = top + _LINE_GAP // 2 - 2
        price = int(medium.width(amount)) + 1
        place = self._at(self.width() - _PADDING - price, line, price)
        medium.draw(painter, place, amount, theme.colors.text, at_end=True)
        room = self.width() - 3 * _PADDING - price
        place = self._at(_PADDING, line, room)
        place.setHeight(words.height)
        painter.setPen(theme.colors.text)
        words.draw(painter, place)
        taken = int(plain.width(name)) + _GAP
        if sku and words.height == _LINE and taken + plain.width(sku) <= room:
            plain.draw(painter, self._at(_PADDING + taken, line, room - taken), sku, theme.colors.text_muted)

    def _at(self, left: int, top: int, width: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, top, width, _LINE))


def _name(line: PurchaseLine) -> str:
    name = " ".join((line.name or line.sku).split())
    return name if line.quantity == 1 else f"{line.quantity} × {name}"
