"""All fields of a customer: cards at the left, consent and the warning of duplicates at the right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from clienteling.domain.addresses import Part
from clienteling.domain.attribute import AttributeGroup
from clienteling.domain.customer_draft import CustomerDraft
from clienteling.domain.errors import Invalid
from clienteling.ui.messages import problem_message
from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer_form.address_card import AddressCard
from clienteling.ui.pos.customer_form.attributes_card import AttributesCard
from clienteling.ui.pos.customer_form.consent_card import ConsentCard
from clienteling.ui.pos.customer_form.dates_card import DatesCard
from clienteling.ui.pos.customer_form.duplicate_box import DuplicateBox
from clienteling.ui.pos.customer_form.form_card import FormCard
from clienteling.ui.pos.customer_form.who_card import WhoCard
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.day_text import DayText
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.select import Select

SIDE_WIDTH = 424
_NARROW_SIDE = 352
_NARROW = 1180
_ROUND = 96  # what shows above and below a field that is gone to


class CustomerFormView(QWidget):
    """`edited` is emitted for everything that a person changes, and `draft` gives what stands in the fields."""

    edited = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        today: date = till.formats.today(till.now())
        self._till = till
        self._home = till.session.legal_entity.country
        self._days = DayText(till.formats.locale, today)
        self._base = CustomerDraft()
        self.who = WhoCard(self._days, today)
        self.address = AddressCard(self._home)
        self.dates = DatesCard(self._days)
        self.attributes: list[AttributesCard] = []
        self.consent = ConsentCard()
        self.duplicates = DuplicateBox(till.formats, till.session.worker.id)
        self._left = ColumnScroll(PAGE_PADDING, 0, PAGE_PADDING)
        self._right = ColumnScroll(0, 0, PAGE_PADDING)
        self._lay_out()
        for card in (self.who, self.address, self.dates, self.consent):
            card.edited.connect(self.edited)
        self.address.edited.connect(self._use_country)

    def _lay_out(self) -> None:
        for area in (self._left, self._right):
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.column.setSpacing(SPACE_4)
        for card in (self.who, self.address, self.dates):
            self._left.column.addWidget(card)
        self._right.column.addWidget(self.duplicates)
        self._right.column.addWidget(self.consent)
        for area in (self._left, self._right):
            area.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, PAGE_PADDING, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._right)
        self._right.setFixedWidth(SIDE_WIDTH)

    def set_groups(self, groups: Sequence[AttributeGroup]) -> None:
        """Offer the attributes of these groups, after everything else."""
        for card in self.attributes:
            card.hide()
            card.deleteLater()
        self.attributes = []
        for group in groups:
            if group.members:
                card = AttributesCard(group, self._till.formats, self._days)
                card.edited.connect(self.edited)
                self._left.column.insertWidget(self._left.column.count() - 1, card)
                card.show()
                self.attributes.append(card)

    def show_draft(self, draft: CustomerDraft) -> None:
        """Fill the fields, without `edited`."""
        self._base = draft
        for card in (self.who, self.address, self.dates):
            card.show_draft(draft)
        for attributes in self.attributes:
            attributes.show_values(draft.values)
        self.consent.show_consents(draft.consents)
        self._use_country()

    def show_change(self, draft: CustomerDraft) -> None:
        """Fill the fields around somebody who types: keyboard, cursor and place stay where they are."""
        before, focus = self.controls(), QApplication.focusWidget()
        place = next((place for place, control in enumerate(before) if control is focus), None)
        cursor = focus.cursorPosition() if isinstance(focus, QLineEdit) else 0
        names = [control.accessibleName() for control in before]
        self.show_draft(draft)
        if place is None or focus is None:
            return
        again = [control for control in self.controls() if control.accessibleName() == names[place]]
        if again:
            control = again[min(names[:place].count(names[place]), len(again) - 1)]
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(control, QLineEdit):
                control.setCursorPosition(cursor)

    def complete(self) -> None:
        """Show what was understood of the field that is being typed into, as leaving it would."""
        self.who.complete()
        self.address.complete()
        for row in self.dates.dates:
            row.complete()

    def draft(self) -> CustomerDraft:
        """What stands in the fields, with what the form was filled with for all that has no field."""
        draft = self.who.fill(self.dates.fill(self.address.fill(self._base)))
        values = {**self._base.values}
        for card in self.attributes:
            values |= card.values()
        given = {name: text for name, text in values.items() if text or name in self._base.values}
        return replace(draft, values=given, consents=self.consent.consents())

    def show_problems(self, problems: Sequence[Invalid], draft: CustomerDraft) -> tuple[Invalid, ...]:
        """Say at each field what is wrong and go to the first in reading order; those that have no field."""
        found: list[tuple[tuple[int, int, int], Labelled]] = []
        homeless: list[Invalid] = []
        for problem in problems:
            field = self.field(problem.field, draft)
            if field is None:
                homeless.append(problem)
                continue
            field.set_error(problem_message(problem))
            found.append((self._place_of(field), field))
        if found:
            self._focus(min(found, key=lambda pair: pair[0])[1])
        return tuple(homeless)

    def _place_of(self, field: Labelled) -> tuple[int, int, int]:
        """Where a field is in the order of reading: its card, and the place in that."""
        cards = (self.who, self.address, self.dates, *self.attributes)
        number = next(number for number, card in enumerate(cards) if card.isAncestorOf(field))
        layout = cards[number].layout()
        if layout is not None:
            layout.activate()
        at = field.mapTo(cards[number], field.rect().topLeft())
        return number, at.y(), at.x()

    def field(self, name: str, draft: CustomerDraft) -> Labelled | None:
        """The field that a problem with `draft` is about."""
        if name in set(Part):
            return self.address.field(name)
        finders: tuple[Callable[[], Labelled | None], ...] = (
            lambda: self.who.field(name, draft),
            lambda: self.dates.field(name, draft),
            *(lambda card=card: card.field(name) for card in self.attributes),
        )
        return next((field for find in finders if (field := find()) is not None), None)

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading: the fields, then those who look alike, then consent."""
        cards: tuple[FormCard, ...] = (self.who, self.address, self.dates, *self.attributes)
        controls = [control for card in cards for control in card.controls()]
        return [*controls, *self.duplicates.controls(), *self.consent.controls()]

    def focus_first(self) -> None:
        """Where somebody begins to type."""
        person = self.who.first_name.isVisibleTo(self)
        self._focus(self.who.first_name if person else self.who.organization)

    def show_control(self, control: QWidget) -> None:
        """Scroll to what has the keyboard."""
        for area in (self._left, self._right):
            if area.isAncestorOf(control):
                scroll_to(area, control)

    def make_room(self, width: int) -> None:
        """Where the page is narrow the side is, too; where it is wide the fields do not grow endlessly."""
        self._right.setFixedWidth(_NARROW_SIDE if width < _NARROW else SIDE_WIDTH)

    def to_top(self) -> None:
        self._left.to_top()

    def _focus(self, field: Labelled) -> None:
        control = field.edit if isinstance(field, Field) else field.findChild(Select) or field
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        scroll_to(self._left, field)

    def _use_country(self) -> None:
        address = self.address.fill(self._base).address
        self.who.use_country(self._home if address.is_blank else address.country)


def scroll_to(area: QScrollArea, field: QWidget) -> None:
    area.ensureWidgetVisible(field, 0, _ROUND)


def unsaved_words(draft: CustomerDraft) -> str:
    """Who a draft is about, in a word or two."""
    return draft.name or QCoreApplication.translate("CustomerForm", "somebody without a name")
