"""Every customer of a book that is split, with who gets them: chosen one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from clienteling.ui.lists.action_list import OPEN, ActionList, RowPainter
from clienteling.ui.lists.text_style import text_style
from clienteling.ui.theme import ICON_SMALL, MEDIUM, RADIUS, REGULAR, STRONG, TEXT_BODY, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, draw_icon, mirrored

CHOOSE = "choose"
_ROW = 52
_AVATAR = 32
_BUTTON = 220


@dataclass(frozen=True, slots=True)
class SplitRow:
    """A customer, what they spent, and who gets them."""

    key: int
    initials: str
    name: str
    detail: str
    taker: str
    height: int = _ROW

    @property
    def spoken(self) -> str:
        return f"{self.name}; {self.detail}; {self.taker}"


class SplitPainter(RowPainter[SplitRow]):
    """A row is 52 high: who it is, and a button with the colleague."""

    def areas(self, rect: QRect, row: SplitRow, direction: Qt.LayoutDirection) -> Mapping[str, QRect]:
        button = QRect(rect.right() + 1 - _BUTTON - 4, rect.top() + 4, _BUTTON, 44)
        return {CHOOSE: mirrored(direction, rect, button)}

    def name_of(self, action: str) -> str:
        return QCoreApplication.translate("Splitting", "Choose who gets them")

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: SplitRow, lit: str) -> None:
        theme, rect = theme_of(option.widget), QRect(option.rect)
        colors = theme.colors
        if lit == OPEN:
            draw_box(painter, rect.adjusted(0, 2, 0, -3), RADIUS, colors.surface_sunken)

        def part(left: int, top: int, width: int, height: int = 20) -> QRect:
            return mirrored(option.direction, rect, QRect(rect.left() + left, rect.top() + top, width, height))

        paint_avatar(painter, part(4, 10, _AVATAR, _AVATAR), row.initials, theme)
        room = rect.width() - _AVATAR - 16 - _BUTTON - 16
        text_style(TEXT_BODY, STRONG).draw(painter, part(_AVATAR + 16, 6, room), row.name, colors.text)
        text_style(TEXT_BODY, REGULAR).draw(painter, part(_AVATAR + 16, 26, room), row.detail, colors.text_muted)
        button = self.areas(rect, row, option.direction)[CHOOSE]
        fill = colors.accent_weak if lit in (CHOOSE, OPEN) else colors.surface_raised
        draw_box(painter, button, RADIUS, fill, colors.border_control)
        words = mirrored(option.direction, button, button.adjusted(14, 0, -36, 0))
        text_style(TEXT_BODY, MEDIUM).draw(painter, words, row.taker, colors.text)
        arrow = mirrored(
            option.direction, button, QRect(button.right() - 29, button.top(), ICON_SMALL, button.height())
        )
        draw_icon(painter, "chevron-down", arrow, ICON_SMALL, colors.text_muted)
        draw_hairline(painter, rect.left(), rect.right() + 1, rect.bottom(), colors.border)


class SplitList(ActionList[SplitRow]):
    """All of them, in the order of their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SplitPainter, QCoreApplication.translate("Splitting", "Customers"), parent)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
