"""The left column of customer details."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.profile import Profile
from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer.contact_box import ContactBox
from clienteling.ui.pos.customer.contact_row import OUTSET, ContactRow
from clienteling.ui.pos.customer.detail_widgets import DetailWidgets
from clienteling.ui.pos.customer.facts import (
    consent_marks,
    contact_rows,
    date_rows,
    property_rows,
    score_rows,
)
from clienteling.ui.pos.customer.follow_up_box import FollowUpBox
from clienteling.ui.pos.customer.holder_strip import HolderStrip
from clienteling.ui.pos.customer.pinned_notes import PinnedNotes
from clienteling.ui.pos.customer.profile_head import ContactButtons, ProfileHead
from clienteling.ui.theme import PAGE_PADDING, PROFILE_WIDTH, SPACE_2
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.section import SmallHead

_TOP = 18


class ProfileColumn(Surface):
    """352 wide: who it is and how to reach them, then everything known; the client book stays at the foot.

    An attribute stands here once, and only with a value; the page has a tab of all.
    """

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="surface_raised", edge=Qt.Edge.RightEdge)
        self._till = till
        self._shown: Profile | None = None
        self._shown_day = till.formats.today(till.now())
        self.head = ProfileHead()
        self.buttons = ContactButtons(till.messages)
        self.contact = ContactBox()
        self.pinned = PinnedNotes()
        self.follow_ups = FollowUpBox(till)
        self.widgets = DetailWidgets(till)
        self.strip = HolderStrip(till)
        self._facts = QWidget()
        self.area = ColumnScroll(PAGE_PADDING - OUTSET, _TOP, 16)
        self.setFixedWidth(PROFILE_WIDTH)
        self._lay_out()

    def show_profile(self, profile: Profile) -> None:
        """Show a customer; the column stays scrolled to where it was when it is the same one."""
        now = self._till.now()
        today = self._till.formats.today(now)
        same = self._shown is not None and self._shown.customer.id == profile.customer.id
        # Both know more than the profile: what is open, and whether the book is lent.
        self.follow_ups.show_customer(profile.customer)
        self.widgets.show_customer(profile.customer.id)
        self.strip.show_holder(profile.holder, now, several=profile.several_books)
        if self._shown == profile and self._shown_day == today:
            return
        self.head.show_customer(profile.customer)
        self.buttons.show_customer(profile.customer)
        self.contact.show_contact(profile.contact, self._till.formats, now)
        if not same or self._shown_day != today or _facts_differ(self._shown, profile):
            self._replace_facts(profile, now)
        if not same:
            self.area.to_top()
        self._shown, self._shown_day = profile, today

    def _replace_facts(self, profile: Profile, now: datetime) -> None:
        formats, customer = self._till.formats, profile.customer
        translate = QCoreApplication.translate
        fresh = QWidget()
        fresh.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        _add_part(column, translate("CustomerPage", "Contact"), contact_rows(customer, formats, self._till.messages))
        _add_grid(column, consent_marks(customer))
        card = property_rows(profile.card, formats, now)
        _add_part(
            column,
            translate("CustomerPage", "On the card"),
            [*card, *score_rows(profile.score, profile.lately, formats, now)],
        )
        on_card = {value.definition.key for value in profile.card}
        for group in profile.groups:
            further = tuple(v for v in group.values if v.value is not None and v.definition.key not in on_card)
            _add_part(column, group.name, property_rows(further, formats, now))
        dates = date_rows(customer.important_dates, formats, formats.today(now))
        _add_part(column, translate("CustomerPage", "Important dates"), dates)
        cards = [ContactRow(number, "", self._till.messages) for number in customer.loyalty_cards]
        _add_part(column, translate("CustomerPage", "Loyalty cards"), cards)
        self.area.column.replaceWidget(self._facts, fresh)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = fresh
        # What is made anew would be the last thing that the Tab key reaches.
        before: QWidget = self.buttons.mail
        for contact in fresh.findChildren(ContactRow):
            self.setTabOrder(before, contact)
            before = contact

    def _lay_out(self) -> None:
        column = self.area.column
        for part, below in (
            (self.head, 16),
            (self.buttons, 14),
            (self.contact, 6),
            (self.pinned, 0),
            (self.follow_ups, 0),
            (self.widgets, 0),
        ):
            _add_row(column, part)
            column.addSpacing(below)
        column.addWidget(self._facts)
        column.addStretch()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 1, 0)
        rows.setSpacing(0)
        rows.addWidget(self.area, 1)
        rows.addWidget(self.strip)


def _facts_differ(one: Profile | None, other: Profile) -> bool:
    if one is None:
        return True
    return (one.customer, one.score, one.card, one.groups, one.lately) != (
        other.customer,
        other.score,
        other.card,
        other.groups,
        other.lately,
    )


def _add_part(column: QVBoxLayout, title: str, rows: Sequence[QWidget]) -> None:
    """A small head with rows under it; nothing at all without rows."""
    if not rows:
        return
    if column.count():
        column.addSpacing(4)
    for row in (SmallHead(title), *rows):
        _add_row(column, row)


def _add_row(column: QVBoxLayout, row: QWidget) -> None:
    """Rows that light up are wider than the others by their outset."""
    if isinstance(row, ContactRow):
        column.addWidget(row)
        return
    indented = QHBoxLayout()
    indented.setContentsMargins(OUTSET, 0, OUTSET, 0)
    indented.addWidget(row)
    column.addLayout(indented)


def _add_grid(column: QVBoxLayout, marks: Sequence[QWidget]) -> None:
    """Two in a row, where all of them fit so."""
    grid = QGridLayout()
    grid.setContentsMargins(OUTSET, 0, OUTSET, 0)
    grid.setHorizontalSpacing(SPACE_2)
    grid.setVerticalSpacing(0)
    half = (PROFILE_WIDTH - 2 * PAGE_PADDING - SPACE_2 - 1) // 2
    columns = 2 if len(marks) > 1 and all(mark.sizeHint().width() <= half for mark in marks) else 1
    for place, mark in enumerate(marks):
        grid.addWidget(mark, place // columns, place % columns)
    column.addLayout(grid)
