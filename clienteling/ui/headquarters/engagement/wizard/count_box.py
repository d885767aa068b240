"""How many addresses there are, and what is agreed to."""

import math

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.enrichment import FEWEST_ADDRESSES, FILES, MOST_ADDRESSES
from clienteling.ui.formats import Formats
from clienteling.ui.headquarters.engagement.wizard.draft import Draft
from clienteling.ui.theme import STRONG, TEXT_DISPLAY, TEXT_NOTE, theme_of
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import PropertyRow
from clienteling.ui.widgets.tick_list import TickRow

_BAR = 8


class CountBox(Box):
    """The total, a meter that is logarithmic, and how the total comes about."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._formats = formats
        self.count = Label(size=TEXT_DISPLAY, weight=STRONG)
        self.meter = _Meter()
        self.listed = PropertyRow(translate("AccountEngagement", "In the list"), "0")
        self.twice = PropertyRow(translate("AccountEngagement", "In two groups"), "0")
        self.left_out = PropertyRow(translate("AccountEngagement", "Not found, left out"), "0")
        limits = translate("AccountEngagement", "of {fewest} to {most}").format(
            fewest=formats.number(FEWEST_ADDRESSES), most=formats.number(MOST_ADDRESSES)
        )
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        numbers.addWidget(self.count)
        numbers.addWidget(Label(limits, tone=Tone.MUTED), 1)
        ends = QHBoxLayout()
        ends.addWidget(Label(formats.number(FEWEST_ADDRESSES), size=TEXT_NOTE, tone=Tone.MUTED))
        ends.addStretch(1)
        ends.addWidget(Label(formats.number(MOST_ADDRESSES), size=TEXT_NOTE, tone=Tone.MUTED))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(6)
        column.addWidget(Label(translate("AccountEngagement", "Total number of email addresses"), tone=Tone.MUTED))
        column.addLayout(numbers)
        column.addWidget(self.meter)
        column.addLayout(ends)
        for row in (self.listed, self.twice, self.left_out):
            column.addWidget(row)

    def show_draft(self, draft: Draft) -> None:
        number, count = self._formats.number, draft.count
        self.count.setText(number(count))
        self.meter.show_count(count)
        wrong = not FEWEST_ADDRESSES <= count <= MOST_ADDRESSES
        self.count.set_tone(Tone.DANGER if wrong else Tone.TEXT)
        resolved = draft.source != FILES and draft.is_resolved
        for row in (self.listed, self.twice, self.left_out):
            row.setVisible(resolved and bool(draft.listed))
        self.listed.set_value(number(draft.in_list))
        twice = draft.in_list - count
        self.twice.set_value(f"\N{MINUS SIGN}{number(twice)}" if twice else number(0))
        self.left_out.set_value(number(sum(one.is_unknown for one in draft.listed)))


class AgreeBox(Box):
    """What is read and what is not, with the tick of *I agree*."""

    def __init__(self) -> None:
        super().__init__(fill="surface_sunken", line="")
        translate = QCoreApplication.translate
        self.tick = TickRow(translate("AccountEngagement", "I agree"))
        self.trouble = Label(size=TEXT_NOTE, tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 8)
        column.setSpacing(6)
        for title, text in (
            (
                translate("AccountEngagement", "What is read"),
                translate(
                    "AccountEngagement",
                    "Who wrote to whom and when, and who met. Never what was written, nor subjects. Only sums per "
                    "customer are kept.",
                ),
            ),
            (
                translate("AccountEngagement", "Groups stay fresh"),
                translate("AccountEngagement", "They are counted again before each weekly run."),
            ),
        ):
            column.addWidget(Label(title, weight=STRONG))
            column.addWidget(Label(text, wrap=True))
        column.addWidget(self.tick)
        column.addWidget(self.trouble)

    def check(self) -> bool:
        """Whether somebody has agreed; if not, it says so."""
        agreed = self.tick.isChecked()
        words = QCoreApplication.translate("AccountEngagement", "Nothing is read before somebody agrees.")
        self.say("" if agreed else words)
        return agreed

    def say(self, message: str) -> None:
        self.trouble.setText(message)
        self.trouble.setVisible(bool(message))
        if message:
            self.tick.setFocus()


class _Meter(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setFixedHeight(_BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        self._count = count
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        draw_box(painter, self.rect(), _BAR / 2, colors.track)
        least, most = math.log(FEWEST_ADDRESSES), math.log(MOST_ADDRESSES)
        share = (math.log(max(self._count, 1)) - least) / (most - least)
        wrong = not FEWEST_ADDRESSES <= self._count <= MOST_ADDRESSES
        filled = QRectF(0, 0, max(_BAR, self.width() * min(max(share, 0.0), 1.0)) if self._count else 0, _BAR)
        if not self.isLeftToRight():
            filled.moveRight(self.width())
        if self._count:
            draw_box(painter, filled, _BAR / 2, colors.danger if wrong else colors.accent)
        painter.end()
