"""Where everything on a card or a card's row lies: pure geometry, in logical pixels.

A view is a grid of cells. A card stands `MARGIN` inside its cell, so that neighbours keep the gap and the focus ring
has room; a view therefore starts `MARGIN` before the cards do.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect

MARGIN = 8
GAP = 2 * MARGIN
SMALLEST_CARD = 300

PADDING = 16
AVATAR = 40
RING = 40
_TEXT_LEFT = 66
_BESIDE_RING = 10
_HEAD_HEIGHT = 108
_FIRST_PLACE = 97
_PLACE = 28
_STRIP = 40
_STRIP_TOP = 101

ROW_HEIGHT = 64
_ROW_NAME_SMALLEST = 176
_ROW_COLUMN = 150
_ROW_COLUMN_GAP = 16


def cards_across(width: int) -> int:
    """How many cards stand side by side in `width`, margins included."""
    return max(1, width // (SMALLEST_CARD + GAP))


def cell_width(width: int) -> int:
    """The width of a cell when `width`, margins included, is shared evenly."""
    return max(1, width // cards_across(width))


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card `width` wide whose corner is at 0, 0."""

    width: int
    places: int
    with_holder: bool = False

    @property
    def height(self) -> int:
        return _HEAD_HEIGHT + _PLACE * self.places + (_STRIP if self.with_holder else 0)

    @property
    def rect(self) -> QRect:
        return QRect(0, 0, self.width, self.height)

    @property
    def avatar(self) -> QRect:
        return QRect(PADDING, 16, AVATAR, AVATAR)

    @property
    def avatar_area(self) -> QRect:
        """What a finger may hit to select: the corner round the avatar."""
        return QRect(0, 0, _TEXT_LEFT - 2, 72)

    @property
    def ring(self) -> QRect:
        return QRect(self.width - PADDING - RING, 16, RING, RING)

    @property
    def name(self) -> QRect:
        return QRect(_TEXT_LEFT, 16, self.ring.left() - _BESIDE_RING - _TEXT_LEFT, 22)

    @property
    def phone(self) -> QRect:
        return QRect(_TEXT_LEFT, 38, self.name.width(), 20)

    @property
    def email(self) -> QRect:
        """Below the ring, so it runs to the right padding."""
        return QRect(_TEXT_LEFT, 58, self.width - PADDING - _TEXT_LEFT, 20)

    @property
    def hairline(self) -> int:
        return 90

    def place(self, number: int) -> QRect:
        """The row of the property with this number, from 0."""
        return QRect(PADDING, _FIRST_PLACE + _PLACE * number, self.width - 2 * PADDING, _PLACE)

    @property
    def columns(self) -> int:
        """How many properties are shown."""
        return self.places

    def column(self, number: int) -> QRect:
        """Where a property's label and value lie."""
        return self.place(number)

    @property
    def strip_line(self) -> int:
        return _STRIP_TOP + _PLACE * self.places

    @property
    def holder_avatar(self) -> QRect:
        return QRect(PADDING, self.strip_line + 7, 24, 24)

    @property
    def holder(self) -> QRect:
        left = PADDING + 24 + 8
        return QRect(left, self.strip_line + 7, self.width - PADDING - left, 24)

    @property
    def holder_lines(self) -> tuple[QRect, QRect]:
        """The same for two lines: the holder, and below to whom the book is lent."""
        left, top = self.holder.left(), self.strip_line + 2
        return QRect(left, top, self.holder.width(), 19), QRect(left, top + 18, self.holder.width(), 17)


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A card as one row of a list, `width` wide. Columns that find no room are left out from the right."""

    width: int
    places: int
    with_holder: bool = False

    @property
    def height(self) -> int:
        return ROW_HEIGHT

    @property
    def rect(self) -> QRect:
        return QRect(0, 0, self.width, ROW_HEIGHT)

    @property
    def avatar(self) -> QRect:
        return QRect(PADDING, 12, AVATAR, AVATAR)

    @property
    def avatar_area(self) -> QRect:
        return QRect(0, 0, _TEXT_LEFT - 2, ROW_HEIGHT)

    @property
    def ring(self) -> QRect:
        return QRect(self.width - PADDING - RING, 12, RING, RING)

    @property
    def shown(self) -> int:
        """How many columns there is room for, the holder's included."""
        room = self.ring.left() - _TEXT_LEFT - _ROW_NAME_SMALLEST - _ROW_COLUMN_GAP
        wanted = self.places + self.with_holder
        return max(0, min(wanted, room // (_ROW_COLUMN + _ROW_COLUMN_GAP)))

    @property
    def _column_width(self) -> int:
        """The name and the contact take more than two columns, as they are longer."""
        room = self.ring.left() - _TEXT_LEFT - _ROW_COLUMN_GAP * (self.shown + 1)
        return max(_ROW_COLUMN, int(room / (self.shown + 2.2))) if self.shown else 0

    @property
    def name_width(self) -> int:
        taken = self.shown * (self._column_width + _ROW_COLUMN_GAP)
        return self.ring.left() - _ROW_COLUMN_GAP - taken - _TEXT_LEFT

    @property
    def name(self) -> QRect:
        return QRect(_TEXT_LEFT, 11, self.name_width, 22)

    @property
    def contact(self) -> QRect:
        return QRect(_TEXT_LEFT, 33, self.name_width, 20)

    @property
    def columns(self) -> int:
        """How many properties are shown."""
        return min(self.shown, self.places)

    def column(self, number: int) -> QRect:
        """Where a property's label and value lie."""
        return self.label(number).united(self.value(number))

    def label(self, column: int) -> QRect:
        """The heading of a column, from 0; the holder stands in the last one."""
        return QRect(self._column_left(column), 12, self._column_width, 18)

    def value(self, column: int) -> QRect:
        return QRect(self._column_left(column), 31, self._column_width, 20)

    def _column_left(self, column: int) -> int:
        first = _TEXT_LEFT + self.name_width + _ROW_COLUMN_GAP
        return first + column * (self._column_width + _ROW_COLUMN_GAP)


Layout = CardLayout | RowLayout
