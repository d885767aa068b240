"""One entry of the timeline laid out for a width, and painted: node, heading, text, note box, receipt."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from clienteling.domain.activity import Section, TimelineKind
from clienteling.ui.lists.text_style import TextStyle, text_style
from clienteling.ui.lists.timeline_text import Entry
from clienteling.ui.theme import CONTROL, ICON, ICON_SMALL, MEDIUM, RADIUS, STRONG, TEXT_BODY, TEXT_NOTE, Theme
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, draw_icon, mirrored

NODE = 40
_TOP = 4
_BELOW = 18
_TEXT_LEFT = 52
_HEADING = 20
_HEADING_GAP = 9
_BODY_TOP = 26
_LINE = 20
_WIDEST_TEXT = 720
_BOX_PADDING = 16
_NOTE_PADDING = 12
_RECEIPT_GAP = 13
_RECEIPT_PADDING = 4
_MOST_LINES = 8
_MOST_SUBJECT = 3
_MOST_LETTERS = 400  # for each line that is asked for: letters can be narrow, or have no width at all
_HEAD = 36
_MENU = 36


class Part(Enum):
    """What of an entry was tapped."""

    BODY = auto()
    MENU = auto()
    EDITED = auto()


class Paragraph:
    """Text wrapped at words, or anywhere in words too long for a line; lines of 20. Beyond `most` it is cut.

    Of a long text no more is laid out than can be seen.
    """

    def __init__(self, text: str, width: int, style: TextStyle, most: int | None = None) -> None:
        shown = text if most is None else text[: most * _MOST_LETTERS]
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(shown.replace("\r\n", "\n").replace("\n", "\N{LINE SEPARATOR}"), style.font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        lines = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, lines * _LINE + (_LINE - line.height()) / 2))
            lines += 1
            if most is not None and lines > most:
                break
        self._layout.endLayout()
        self.is_cut = most is not None and (lines > most or len(shown) < len(text))
        lines = min(lines, most) if most is not None else lines
        self.height = lines * _LINE
        self._width = width

    def draw(self, painter: QPainter, rect: QRect) -> None:
        """Draw it from the corner of `rect`, in the painter's pen."""
        painter.save()
        # Stacked accents reach far out of their lines.
        painter.setClipRect(QRect(rect.x(), rect.y(), rect.width(), self.height), Qt.ClipOperation.IntersectClip)
        # Lines outside of what is painted are left out: there may be thousands.
        self._layout.draw(painter, QPointF(rect.topLeft()), [], painter.clipBoundingRect())
        painter.restore()


class EntryLayout:
    """Where everything of an entry lies in `width`, and how high that is. Long texts are cut unless `whole`."""

    def __init__(self, entry: Entry, width: int, *, whole: bool = False) -> None:
        self.entry = entry
        self.width = width
        self._in_box = entry.kind is TimelineKind.NOTE
        inset = _NOTE_PADDING if self._in_box else 0
        self._text_width = min(_WIDEST_TEXT, max(40, width - _TEXT_LEFT))
        room = self._text_width - (2 * _BOX_PADDING if self._in_box else 0)
        most = None if whole else _MOST_LINES
        plain, medium = text_style(TEXT_BODY), text_style(TEXT_BODY, MEDIUM)
        self._subject = Paragraph(entry.subject, room, medium, _MOST_SUBJECT) if entry.subject else None
        self._text = Paragraph(entry.text, room, plain, most) if entry.text else None
        room = self._text_width - 3 * _BOX_PADDING
        self._receipt = [
            (Paragraph(name, room - int(medium.width(amount)), plain), amount) for name, amount in entry.lines
        ]
        height = sum(part.height for part in (self._subject, self._text) if part is not None)
        self.is_cut = self._text is not None and self._text.is_cut
        height += _LINE + 4 if self.is_cut else 0
        self._head_height = _HEAD if entry.head else 0
        self._edited_height = _LINE + 4 if entry.edited else 0
        self._body_height = height + 2 * inset if height else 0
        lines = sum(name.height + _RECEIPT_GAP for name, _amount in self._receipt)
        self._receipt_height = lines + 2 * _RECEIPT_PADDING if lines else 0
        gap = 8 if self._body_height and self._receipt_height else 0
        content = _BODY_TOP + self._body_height + gap + self._receipt_height
        if self._in_box or self._receipt_height:
            content += 6
        self._edited_top = _TOP + content + 4
        self._height = _TOP + max(NODE, content + self._edited_height) + _BELOW
        self.height = self._head_height + self._height

    def paint(self, painter: QPainter, theme: Theme, *, goes_on: bool, focused: bool) -> None:
        """Paint it with its corner at 0, 0. `goes_on`: the line leads on to an older entry."""
        self._paint_head(painter, theme)
        painter.save()
        painter.translate(0, self._head_height)
        self._paint_node(painter, theme, goes_on)
        self._paint_heading(painter, theme)
        self._paint_body(painter, theme)
        self._paint_edited(painter, theme)
        self._paint_receipt(painter, theme)
        if focused:
            ring = QRect(_TEXT_LEFT - 8, 0, self.width - _TEXT_LEFT + 16, self._height - _BELOW + 6)
            draw_box(painter, self._at(painter, ring), RADIUS, line=theme.colors.accent, width=2)
        painter.restore()

    def part_at(self, point: QPoint, direction: Qt.LayoutDirection) -> Part:
        """What lies at a point of the entry."""
        whole = QRect(0, 0, self.width, self.height)
        menu = QRect(self.width - CONTROL, self._head_height - _TOP, CONTROL, CONTROL)
        edited = QRect(_TEXT_LEFT, self._head_height + self._edited_top - 12, self._text_width, CONTROL)
        if self.entry.has_menu and mirrored(direction, whole, menu).contains(point):
            return Part.MENU
        if self.entry.edited and mirrored(direction, whole, edited).contains(point):
            return Part.EDITED
        return Part.BODY

    def heading_fits(self) -> bool:
        """Whether who and where are shown in full."""
        taken = text_style(TEXT_BODY, STRONG).width(self.entry.title) + _HEADING_GAP
        return taken + text_style(TEXT_BODY).width(self.entry.who) <= self._heading_room()

    def _heading_room(self) -> int:
        when = int(text_style(TEXT_BODY).width(self.entry.when)) + 1
        return self.width - _MENU - when - _BOX_PADDING - _TEXT_LEFT

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        if self.entry.head:
            place = self._at(painter, QRect(0, 6, self.width, _LINE))
            text_style(TEXT_NOTE, STRONG).draw(painter, place, self.entry.head, theme.colors.text_muted)

    def _paint_node(self, painter: QPainter, theme: Theme, goes_on: bool) -> None:
        colors = theme.colors
        if goes_on:
            line = self._at(painter, QRect(NODE // 2 - 1, _TOP + NODE, 2, self._height - NODE))
            painter.fillRect(line, colors.border)
        node = self._at(painter, QRect(0, _TOP, NODE, NODE))
        fills = {Section.PINNED: colors.warning_weak, Section.PLANNED: colors.accent_weak}
        fill = fills.get(self.entry.section, colors.surface_raised)
        draw_box(painter, node, NODE / 2, fill, colors.accent if self._is_planned else colors.border)
        bought = self.entry.kind is TimelineKind.PURCHASE
        tint = colors.warning if self.entry.section is Section.PINNED else colors.text if bought else colors.accent
        draw_icon(painter, self.entry.icon, node, ICON, tint)

    def _paint_heading(self, painter: QPainter, theme: Theme) -> None:
        colors, entry, plain = theme.colors, self.entry, text_style(TEXT_BODY)
        when = min(int(plain.width(entry.when)) + 1, max(0, self.width - _MENU - _TEXT_LEFT))
        box = QRect(self.width - _MENU - when, _TOP + 2, when, _HEADING)
        tint = colors.accent if self._is_planned else colors.text_muted
        plain.draw(painter, self._at(painter, box), entry.when, tint, at_end=True)
        if entry.has_menu:
            sign = QRect(self.width - ICON - 4, _TOP + 2, ICON, _HEADING)
            draw_icon(painter, "ellipsis", self._at(painter, sign), ICON, colors.text_muted)
        title = text_style(TEXT_BODY, STRONG)
        room = self._heading_room()
        box = QRect(_TEXT_LEFT, _TOP + 2, room, _HEADING)
        title.draw(painter, self._at(painter, box), entry.title, colors.text)
        taken = int(title.width(entry.title)) + _HEADING_GAP
        if entry.who and taken < room - _LINE:
            box.adjust(taken, 0, 0, 0)
            plain.draw(painter, self._at(painter, box), entry.who, colors.text_muted)

    @property
    def _is_planned(self) -> bool:
        return self.entry.section is Section.PLANNED

    def _paint_edited(self, painter: QPainter, theme: Theme) -> None:
        if not self._edited_height:
            return
        sign = QRect(_TEXT_LEFT, self._edited_top, ICON_SMALL, _LINE)
        draw_icon(painter, "history", self._at(painter, sign), ICON_SMALL, theme.colors.accent)
        taken = ICON_SMALL + 6
        box = QRect(_TEXT_LEFT + taken, self._edited_top, self._text_width - taken, _LINE)
        text_style(TEXT_NOTE).draw(painter, self._at(painter, box), self.entry.edited, theme.colors.accent)

    def _paint_body(self, painter: QPainter, theme: Theme) -> None:
        if not self._body_height:
            return
        colors = theme.colors
        top, left = _TOP + _BODY_TOP, _TEXT_LEFT
        width = self._text_width
        if self._in_box:
            box = QRect(left, top + 4, width, self._body_height)
            draw_box(painter, self._at(painter, box), RADIUS, colors.surface_sunken)
            top, left, width = top + 4 + _NOTE_PADDING, left + _BOX_PADDING, width - 2 * _BOX_PADDING
        painter.setPen(colors.text)
        for part in (self._subject, self._text):
            if part is not None:
                part.draw(painter, self._at(painter, QRect(left, top, width, part.height)))
                top += part.height
        if self.is_cut:
            words = QCoreApplication.translate("Timeline", "Show all of it")
            box = QRect(left, top + 4, width, _LINE)
            text_style(TEXT_BODY, MEDIUM).draw(painter, self._at(painter, box), words, colors.accent)

    def _paint_receipt(self, painter: QPainter, theme: Theme) -> None:
        if not self._receipt_height:
            return
        colors, medium = theme.colors, text_style(TEXT_BODY, MEDIUM)
        top = _TOP + _BODY_TOP + self._body_height + (8 if self._body_height else 6)
        box = self._at(painter, QRect(_TEXT_LEFT, top, self._text_width, self._receipt_height))
        draw_box(painter, box, RADIUS, colors.surface_raised, colors.border)
        left, right = _TEXT_LEFT + _BOX_PADDING, _TEXT_LEFT + self._text_width - _BOX_PADDING
        top += _RECEIPT_PADDING
        for number, (name, amount) in enumerate(self._receipt):
            if number:
                draw_hairline(painter, box.left() + _BOX_PADDING, box.right() - _BOX_PADDING, top, colors.border)
            price = int(medium.width(amount)) + 1
            line = top + _RECEIPT_GAP // 2
            place = QRect(right - price, line, price, _LINE)
            medium.draw(painter, self._at(painter, place), amount, colors.text, at_end=True)
            place = QRect(left, line, max(1, right - price - _BOX_PADDING - left), name.height)
            painter.setPen(colors.text)
            name.draw(painter, self._at(painter, place))
            top += name.height + _RECEIPT_GAP

    def _at(self, painter: QPainter, rect: QRect) -> QRect:
        return mirrored(painter.layoutDirection(), QRect(0, 0, self.width, self.height), rect)


def paint_entry_skeleton(painter: QPainter, width: int, row: int, theme: Theme) -> None:
    """The shape of an entry that is still being read."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colors.track)
    painter.drawEllipse(QRectF(0, _TOP, NODE, NODE))
    room = min(_WIDEST_TEXT, width - _TEXT_LEFT)
    for top, share in ((_TOP + 8, 0.2 + 0.05 * (row % 3)), (_TOP + 32, 0.5 + 0.1 * (row % 4))):
        painter.drawRoundedRect(QRectF(_TEXT_LEFT, top, room * share, 9), 4.5, 4.5)


SKELETON_HEIGHT = _TOP + _BODY_TOP + _LINE + _BELOW
