"""Search results as rows: people with the letters that matched, headings, and commands at the end."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clienteling.domain.text import initials
from clienteling.ui.lists.matches import Run, RunLook, paint_runs
from clienteling.ui.lists.row_list import ROW_ROLE
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import MEDIUM, RADIUS, REGULAR, STRONG, TEXT_BODY, TEXT_NOTE, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, draw_icon, mirrored
from clienteling.ui.widgets.key_cap import CAP_HEIGHT, cap_width, paint_cap

Index = QModelIndex | QPersistentModelIndex


_HIT, _HEAD, _COMMAND, _SEPARATOR = 60, 32, 52, 9
_PADDING = 12
_TEXT_LEFT = 64
_ASIDE_NARROW, _ASIDE_WIDE, _WIDE = 132, 200, 800
_PILL, _PILL_PADDING, _PILL_GAP = 24, 10, 4
_SMALL_AVATAR = 24


@dataclass(frozen=True, slots=True)
class HitRow:
    """A customer that was found. `reasons` say which fields matched, `name_runs` and `detail_runs` which letters.

    At the end stands the `holder` of the customer, or else a `note` ("Birthday today", "In no book").
    """

    customer_id: int
    name: str
    detail: str
    reasons: tuple[str, ...] = ()
    holder: str = ""
    note: str = ""
    note_near: bool = False
    name_runs: tuple[Run, ...] = ()
    detail_runs: tuple[Run, ...] = ()

    @property
    def spoken(self) -> str:
        parts = (self.name, self.detail, ", ".join(self.reasons), self.holder or self.note)
        return "; ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A heading over hits; it cannot be chosen."""

    title: str
    count: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.title} {self.count}".strip()


@dataclass(frozen=True, slots=True)
class CommandRow:
    """Something else to do with what was typed. `keys` are shown as a key cap ("Ctrl Enter")."""

    key: str
    icon: str
    title: str
    detail: str = ""
    keys: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.title}, {self.detail}" if self.detail else self.title


Row = HitRow | HeadRow | CommandRow


def has_separator(row: Row, before: Row | None) -> bool:
    """Whether a line stands above `row`: over headings and the first command, not at the top."""
    if before is None:
        return False
    return isinstance(row, HeadRow) or (isinstance(row, CommandRow) and not isinstance(before, CommandRow))


def row_height(row: Row, before: Row | None) -> int:
    """The height of a row that stands below `before`."""
    height = _HIT if isinstance(row, HitRow) else _HEAD if isinstance(row, HeadRow) else _COMMAND
    return height + (_SEPARATOR if has_separator(row, before) else 0)


class HitDelegate(QStyledItemDelegate):
    """Paints what `ROW_ROLE` gives. The current row is lit."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(index.data(ROW_ROLE), _before(index)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row, rect = theme_of(option.widget), index.data(ROW_ROLE), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if has_separator(row, _before(index)):
            draw_hairline(painter, rect.left(), rect.right() + 1, rect.top() + 4, theme.colors.border)
            rect = rect.adjusted(0, _SEPARATOR, 0, 0)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            draw_box(painter, rect, RADIUS, theme.colors.accent_weak)
        row_painter = _RowPainter(painter, rect, theme, current)
        if isinstance(row, HitRow):
            row_painter.paint_hit(row)
        elif isinstance(row, HeadRow):
            row_painter.paint_head(row)
        else:
            row_painter.paint_command(row)
        painter.restore()


def _before(index: Index) -> Row | None:
    return index.model().index(index.row() - 1, 0).data(ROW_ROLE) if index.row() else None


class _RowPainter:
    """Paints one row into `rect`."""

    def __init__(self, painter: QPainter, rect: QRect, theme: Theme, current: bool) -> None:
        self._painter = painter
        self._rect = rect
        self._theme = theme
        self._current = current

    def paint_hit(self, row: HitRow) -> None:
        colors, width = self._theme.colors, self._rect.width()
        paint_avatar(self._painter, self._box(_PADDING, 10, 40, 40), initials(row.name), self._theme)
        aside = _ASIDE_WIDE if width >= _WIDE else _ASIDE_NARROW
        pills = self._pill_widths(row)
        right = width - _PADDING - (aside + _PADDING if row.holder or row.note else 0)
        left_of_pills = right - sum(pills) - _PILL_GAP * max(0, len(pills) - 1)
        room = left_of_pills - _TEXT_LEFT - (_PADDING if pills else 0)
        strong, plain = text_style(TEXT_BODY, STRONG), text_style(TEXT_BODY)
        fill = colors.accent_line if self._current else colors.accent_weak
        lit = colors.accent_hover if self._current else colors.accent
        for text, runs, top, style, color in (
            (row.name, row.name_runs, 10, strong, colors.text),
            (row.detail, row.detail_runs, 30, plain, colors.text_muted),
        ):
            look = RunLook(style, color, strong, lit, fill)
            paint_runs(self._painter, self._box(_TEXT_LEFT, top, room, 20), text, runs, look)
        self._paint_pills(row, left_of_pills, pills)
        self._paint_aside(row, width - _PADDING - aside, aside)

    def paint_head(self, row: HeadRow) -> None:
        colors = self._theme.colors
        title = text_style(TEXT_NOTE, STRONG)
        room = self._rect.width() - 2 * _PADDING
        title.draw(self._painter, self._box(_PADDING, 0, room, _HEAD), row.title, colors.text_muted)
        left = _PADDING + int(title.width(row.title)) + 8
        place = self._box(left, 0, max(1, self._rect.width() - _PADDING - left), _HEAD)
        text_style(TEXT_NOTE).draw(self._painter, place, row.count, colors.text_muted)

    def paint_command(self, row: CommandRow) -> None:
        colors, painter = self._theme.colors, self._painter
        disc = self._box(_PADDING, 6, 40, 40)
        draw_box(painter, disc, 20, colors.surface_raised if self._current else colors.surface_sunken)
        draw_icon(painter, row.icon, disc, 20, colors.text)
        cap = cap_width(row.keys, self._theme) if row.keys else 0
        right = self._rect.width() - _PADDING - cap
        title, detail = text_style(TEXT_BODY, MEDIUM), text_style(TEXT_BODY)
        room = right - _PADDING - _TEXT_LEFT
        title.draw(painter, self._box(_TEXT_LEFT, 0, room, _COMMAND), row.title, colors.text)
        left = _TEXT_LEFT + int(title.width(row.title))
        if row.detail and right - _PADDING > left:
            place = self._box(left, 0, right - _PADDING - left, _COMMAND)
            detail.draw(painter, place, f" · {row.detail}", colors.text_muted)
        if cap:
            paint_cap(
                painter,
                self._box(right, (_COMMAND - CAP_HEIGHT) // 2, cap, CAP_HEIGHT),
                row.keys,
                self._theme,
            )

    def _pill_widths(self, row: HitRow) -> list[int]:
        style = text_style(TEXT_NOTE, MEDIUM)
        return [int(style.width(reason)) + 1 + 2 * _PILL_PADDING for reason in row.reasons]

    def _paint_pills(self, row: HitRow, left: int, widths: list[int]) -> None:
        colors = self._theme.colors
        fill = colors.surface_raised if self._current else colors.surface_sunken
        for reason, width in zip(row.reasons, widths, strict=True):
            box = self._box(left, (_HIT - _PILL) // 2, width, _PILL)
            draw_box(self._painter, box, _PILL / 2, fill)
            inner = box.adjusted(_PILL_PADDING, 0, 1 - _PILL_PADDING, 0)
            text_style(TEXT_NOTE, MEDIUM).draw(self._painter, inner, reason, colors.text)
            left += width + _PILL_GAP

    def _paint_aside(self, row: HitRow, left: int, width: int) -> None:
        colors = self._theme.colors
        if row.holder:
            disc = self._box(left, (_HIT - _SMALL_AVATAR) // 2, _SMALL_AVATAR, _SMALL_AVATAR)
            paint_avatar(self._painter, disc, initials(row.holder), self._theme)
            left, width = left + _SMALL_AVATAR + 8, width - _SMALL_AVATAR - 8
        text = row.holder or row.note
        style = text_style(TEXT_BODY, STRONG if row.note_near else REGULAR)
        color = colors.accent if row.note_near else colors.text_muted
        style.draw(self._painter, self._box(left, 0, width, _HIT), text, color)

    def _box(self, left: int, top: int, width: int, height: int) -> QRect:
        box = QRect(self._rect.left() + left, self._rect.top() + top, width, height)
        return mirrored(self._painter.layoutDirection(), self._rect, box)
