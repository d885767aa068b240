"""What is typed beside what is known of a customer, value by value, with what differs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.domain.duplicates import differing
from clienteling.ui.theme import ICON_SMALL, MEDIUM, RADIUS_SMALL, REGULAR, STRONG, Theme, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_icon, draw_text, mirrored, painter_on, text_width

_HEAD = 36
_ROW = 32
_PADDING = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A field of both: its name, what is typed, what is known, and whether both say the same."""

    name: str
    typed: str
    known: str
    same: bool
    marks: bool = False
    """Whether the digits that differ are lit: names differ by their spelling, which is read."""


class Comparison(QWidget):
    """A table of three columns, painted. The screen reader hears it line by line."""

    def __init__(self) -> None:
        super().__init__()
        self._heads = ("", "")
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def show_lines(self, known_head: str, lines: Sequence[Line]) -> None:
        typed_head = QCoreApplication.translate("CustomerForm", "You typed")
        self._heads = (typed_head, known_head)
        self._lines = tuple(lines)
        self.setFixedHeight(_HEAD + _ROW * len(lines) + 8)
        spoken = (f"{line.name}: {line.typed}; {line.known}" for line in lines)
        self.setAccessibleName(". ".join((f"{typed_head}; {known_head}", *spoken)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        draw_box(painter, self.rect(), RADIUS_SMALL, theme.colors.surface_raised)
        names = max((text_width(theme.font(), line.name) for line in self._lines), default=0)
        first = min(_PADDING + names + 20, self.width() // 3)
        second = first + (self.width() - first) // 2
        head = theme.font(12, STRONG)
        muted = theme.colors.text_muted
        for left, end, words in ((first, second, self._heads[0]), (second, self.width(), self._heads[1])):
            draw_text(painter, self._place(left, end - left - 8, 6, _HEAD - 8), words, head, muted)
        for number, line in enumerate(self._lines):
            top = _HEAD + number * _ROW
            draw_text(painter, self._place(_PADDING, first - _PADDING - 8, top), line.name, theme.font(), muted)
            places = differing(line.typed, line.known) if line.marks and not line.same else frozenset[int]()
            self._paint_value(painter, theme, line.typed, places, QRect(first, top, second - first - 8, _ROW), REGULAR)
            places = differing(line.known, line.typed) if line.marks and not line.same else frozenset[int]()
            box = QRect(second, top, self.width() - second - 8, _ROW)
            width = self._paint_value(painter, theme, line.known, places, box, MEDIUM)
            if line.same and width + 6 + ICON_SMALL <= box.width():
                sign = self._place(second + width + 6, ICON_SMALL, top)
                draw_icon(painter, "equal", sign, ICON_SMALL, theme.colors.success)
        painter.end()

    def _paint_value(
        self, painter: QPainter, theme: Theme, text: str, marked: frozenset[int], box: QRect, weight: int
    ) -> int:
        """A value with the signs that differ in boxes; its width."""
        font, strong = theme.font(14, weight), theme.font(14, STRONG)
        if not marked or text_width(font, text) > box.width():
            width = min(text_width(font, text), box.width())
            draw_text(painter, self._placed(box), text, font, theme.colors.text)
            return width
        left = box.left()
        for place, sign in enumerate(text):
            lit = place in marked
            width = text_width(strong if lit else font, sign)
            if lit:
                ground = self._place(left, width + 4, box.top() + 5, _ROW - 10)
                draw_box(painter, QRectF(ground), 3, theme.colors.warning)
                draw_text(painter, ground.adjusted(2, 0, 2, 0), sign, strong, theme.colors.surface_raised)
                left += width + 4
            else:
                draw_text(painter, self._place(left, width + 1, box.top()), sign, font, theme.colors.text)
                left += width
        return left - box.left()

    def _place(self, left: int, width: int, top: int, height: int = _ROW) -> QRect:
        return self._placed(QRect(left, top, width, height))

    def _placed(self, rect: QRect) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), rect)
