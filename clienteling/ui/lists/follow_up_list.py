"""What is to be followed up, in boxes under their heads, as on paper; and what rules propose."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from clienteling.ui.lists.action_list import OPEN, ActionList, RowPainter
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import (
    CONTROL,
    ICON,
    ICON_SMALL,
    MEDIUM,
    RADIUS,
    REGULAR,
    STRONG,
    TEXT_BODY,
    Colors,
    Theme,
    theme_of,
)
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import CENTER, draw_box, draw_hairline, draw_icon, draw_text, mirrored

CALL, MAIL, SNOOZE, DONE, REOPEN = "call", "mail", "snooze", "done", "reopen"
SKIP, TAKE = "skip", "take"

_ROW = 65
_HEAD = 40
_GAP_ABOVE = 16
_AVATAR = 40
_LEFT = 16
_TEXT_LEFT = _LEFT + _AVATAR + 12
_BUTTON_GAP = 0
_END = 8
_WHY_WIDTH, _DUE_WIDTH = 190, 100
_ICONS = {CALL: "phone", MAIL: "mail", SNOOZE: "alarm-clock", DONE: "check", REOPEN: "undo-2"}
_PROPOSAL = 113


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """What is painted of a follow-up. `head` stands above the first of a section, with how many it has.

    `customer` is "" if it is about none; `detail` stands behind it. `actions` are the buttons, in their order.
    """

    key: int
    initials: str
    title: str
    customer: str
    detail: str
    why_icon: str
    why: str
    due: str
    actions: tuple[str, ...]
    overdue: bool = False
    today: bool = False
    first: bool = False
    last: bool = False
    head: str = ""
    count: str = ""
    strong: bool = True

    @property
    def height(self) -> int:
        return _ROW + (_HEAD if self.first else 0) + (_GAP_ABOVE if self.last else 0)

    @property
    def spoken(self) -> str:
        parts = (self.head, self.title, self.customer, self.detail, self.why, self.due)
        return "; ".join(part for part in parts if part)


class FollowUpPainter(RowPainter[FollowUpRow]):
    """A row is 64 high: avatar, title over customer, why, when, and three buttons of 44."""

    def areas(self, rect: QRect, row: FollowUpRow, direction: Qt.LayoutDirection) -> Mapping[str, QRect]:
        body = _body(rect, row)
        found: dict[str, QRect] = {}
        left = body.right() + 1 - _END - len(row.actions) * CONTROL - (len(row.actions) - 1) * _BUTTON_GAP
        for place, action in enumerate(row.actions):
            button = QRect(left + place * (CONTROL + _BUTTON_GAP), body.top() + 10, CONTROL, CONTROL)
            found[action] = mirrored(direction, rect, button)
        return found

    def name_of(self, action: str) -> str:
        translate = QCoreApplication.translate
        return {
            CALL: translate("FollowUps", "Call"),
            MAIL: translate("FollowUps", "Write an e-mail"),
            SNOOZE: translate("FollowUps", "Another day"),
            DONE: translate("FollowUps", "Done"),
            REOPEN: translate("FollowUps", "Open it again"),
        }[action]

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: FollowUpRow, lit: str) -> None:
        theme, rect = theme_of(option.widget), QRect(option.rect)
        colors, body = theme.colors, _body(rect, row)
        if row.first:
            _paint_head(painter, rect, row, theme, option.direction)
        _paint_box(painter, body, row, colors, lit=lit == OPEN)

        def part(left: int, top: int, width: int) -> QRect:
            return mirrored(option.direction, rect, QRect(body.left() + left, body.top() + top, width, 20))

        disc = QRect(body.left() + _LEFT, body.top() + (_ROW - 1 - _AVATAR) // 2, _AVATAR, _AVATAR)
        paint_avatar(painter, mirrored(option.direction, rect, disc), row.initials, theme)
        buttons = _END + 3 * CONTROL + 2 * _BUTTON_GAP
        due_left = body.width() - buttons - _DUE_WIDTH
        why_left = due_left - _WHY_WIDTH - 12
        wide = why_left > _TEXT_LEFT + 180
        room = (why_left if wide else due_left) - _TEXT_LEFT - 12
        text_style(TEXT_BODY, STRONG).draw(painter, part(_TEXT_LEFT, 12, room), row.title, colors.text)
        _paint_customer(painter, part(_TEXT_LEFT, 32, room), row.customer, row.detail, colors, option.direction)
        if wide:
            icon = part(why_left, 22, ICON_SMALL)
            draw_icon(painter, row.why_icon, icon, ICON_SMALL, colors.text_muted)
            place = part(why_left + 24, 22, _WHY_WIDTH - 24)
            text_style(TEXT_BODY, REGULAR).draw(painter, place, row.why, colors.text_muted)
        due = text_style(TEXT_BODY, STRONG if row.overdue or row.today else REGULAR)
        due.draw(painter, part(due_left, 22, _DUE_WIDTH - 8), row.due, colors.danger if row.overdue else colors.text)
        for action, area in self.areas(rect, row, option.direction).items():
            _paint_button(painter, area, action, colors, lit=lit == action)


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """What is painted of a proposal."""

    key: int
    initials: str
    title: str
    customer: str
    why_icon: str
    why: str
    height: int = _PROPOSAL

    @property
    def spoken(self) -> str:
        return "; ".join(part for part in (self.title, self.customer, self.why) if part)


class ProposalPainter(RowPainter[ProposalRow]):
    """A row is 113 high: who and what, and below why, with *Skip* and *Take it*."""

    def areas(self, rect: QRect, row: ProposalRow, direction: Qt.LayoutDirection) -> Mapping[str, QRect]:
        top = rect.top() + 56
        take_width, skip_width = _width(self.name_of(TAKE)) + 28, _width(self.name_of(SKIP)) + 24
        take = QRect(rect.right() + 1 - take_width, top, take_width, CONTROL)
        skip = QRect(take.left() - 8 - skip_width, top, skip_width, CONTROL)
        return {TAKE: mirrored(direction, rect, take), SKIP: mirrored(direction, rect, skip)}

    def name_of(self, action: str) -> str:
        translate = QCoreApplication.translate
        return translate("FollowUps", "Take it") if action == TAKE else translate("FollowUps", "Skip")

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: ProposalRow, lit: str) -> None:
        theme, rect = theme_of(option.widget), QRect(option.rect)
        colors = theme.colors
        if lit == OPEN:
            draw_box(painter, rect.adjusted(0, 4, 0, -4), RADIUS, colors.surface_sunken)

        def part(left: int, top: int, width: int) -> QRect:
            return mirrored(option.direction, rect, QRect(rect.left() + left, rect.top() + top, width, 20))

        disc = QRect(rect.left(), rect.top() + 12, _AVATAR, _AVATAR)
        paint_avatar(painter, mirrored(option.direction, rect, disc), row.initials, theme)
        left = _AVATAR + 12
        room = rect.width() - left
        text_style(TEXT_BODY, STRONG).draw(painter, part(left, 12, room), row.title, colors.text)
        text_style(TEXT_BODY, MEDIUM).draw(painter, part(left, 32, room), row.customer, colors.accent)
        areas = self.areas(rect, row, option.direction)
        draw_icon(painter, row.why_icon, part(12, 68, ICON_SMALL), ICON_SMALL, colors.text_muted)
        room = rect.width() - left - 16 - sum(area.width() + 8 for area in areas.values())
        text_style(TEXT_BODY, REGULAR).draw(painter, part(left, 68, room), row.why, colors.text_muted)
        for action, area in areas.items():
            line = colors.border_control if action == TAKE else None
            fill = colors.accent_weak if lit == action else colors.surface_raised if action == TAKE else None
            draw_box(painter, area, RADIUS, fill, line)
            draw_text(painter, area, self.name_of(action), theme.font(14, STRONG), colors.text, align=CENTER)
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom(), colors.border)


class FollowUpList(ActionList[FollowUpRow]):
    """The boxes under their heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(FollowUpPainter, QCoreApplication.translate("FollowUps", "Follow-ups"), parent)


class ProposalList(ActionList[ProposalRow]):
    """What is proposed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ProposalPainter, QCoreApplication.translate("FollowUps", "Proposed for you"), parent)


def _body(rect: QRect, row: FollowUpRow) -> QRect:
    """A row without its head and the gap below its box."""
    return rect.adjusted(0, _HEAD if row.first else 0, 0, -_GAP_ABOVE if row.last else 0)


def _paint_head(painter: QPainter, rect: QRect, row: FollowUpRow, theme: Theme, direction: Qt.LayoutDirection) -> None:
    colors = theme.colors
    style = text_style(TEXT_BODY, STRONG)
    width = round(style.width(row.head)) + 1
    head = mirrored(direction, rect, QRect(rect.left(), rect.top() + 8, width, 20))
    style.draw(painter, head, row.head, colors.danger if row.overdue else colors.text)
    count = mirrored(direction, rect, QRect(rect.left() + width + 8, rect.top() + 8, 80, 20))
    text_style(TEXT_BODY, REGULAR).draw(painter, count, row.count, colors.text_muted)


def _paint_box(painter: QPainter, body: QRect, row: FollowUpRow, colors: Colors, *, lit: bool) -> None:
    """A part of the box round all rows of a section: only its ends are round."""
    painter.save()
    painter.setClipRect(body)
    whole = body.adjusted(0, 0 if row.first else -2 * RADIUS, 0, 0 if row.last else 2 * RADIUS)
    draw_box(painter, whole, RADIUS, colors.surface_raised, colors.border)
    if lit:
        draw_box(painter, body.adjusted(4, 4, -4, -4), RADIUS - 3, colors.surface_sunken)
    if not row.last:
        draw_hairline(painter, body.left(), body.right() + 1, body.bottom(), colors.border)
    painter.restore()


def _paint_customer(
    painter: QPainter, place: QRect, customer: str, detail: str, colors: Colors, direction: Qt.LayoutDirection
) -> None:
    style = text_style(TEXT_BODY, MEDIUM)
    width = min(round(style.width(customer)) + 1, place.width()) if customer else 0
    rest = place.width() - width
    first = mirrored(direction, place, QRect(place.left(), place.top(), width, place.height()))
    style.draw(painter, first, customer, colors.accent)
    if detail and rest > 24:
        behind = mirrored(direction, place, QRect(place.left() + width, place.top(), rest, place.height()))
        words = f" · {detail}" if customer else detail
        text_style(TEXT_BODY, REGULAR).draw(painter, behind, words, colors.text_muted)


def _paint_button(painter: QPainter, area: QRect, action: str, colors: Colors, *, lit: bool) -> None:
    framed = action in (DONE, REOPEN)
    box = area.adjusted(0, 0, 0, 0)
    if framed or lit:
        line = colors.border_control if framed else None
        draw_box(painter, box, RADIUS, colors.accent_weak if lit else colors.surface_raised, line)
    draw_icon(painter, _ICONS[action], box, ICON, colors.accent if lit else colors.text)


def _width(text: str) -> int:
    return round(text_style(TEXT_BODY, STRONG).width(text)) + 1
