"""Important dates and loyalty cards: as many as there are."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.customer_draft import CustomerDraft, DateDraft
from clienteling.ui.pos.customer_form.form_card import BELOW_LINKS, FormCard
from clienteling.ui.pos.customer_form.who_card import shown_dates
from clienteling.ui.theme import CONTROL, SPACE_1, SPACE_2
from clienteling.ui.widgets.button import IconButton, Link
from clienteling.ui.widgets.day_text import DayText
from clienteling.ui.widgets.field import Field, Labelled

_NARROW = 640


class DatesCard(FormCard):
    """Dates at the left, cards at the right. What a scanner reads goes into the last card."""

    edited = Signal()

    def __init__(self, days: DayText) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("CustomerForm", "Dates and cards"), bottom=BELOW_LINKS)
        self._days = days
        self.dates: list[_DateRow] = []
        self.cards: list[_CardRow] = []
        self.add_date_link = Link(translate("CustomerForm", "Another date"), icon="plus")
        self.add_card_link = Link(translate("CustomerForm", "Another card"), icon="plus")
        self._date_rows, left = _column(self.add_date_link)
        self._card_rows, right = _column(self.add_card_link)
        self._row = self.add_row(left, right)
        self.add_date_link.clicked.connect(self._begin_date)
        self.add_card_link.clicked.connect(self._begin_card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the cards stand below the dates."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def show_draft(self, draft: CustomerDraft) -> None:
        for row in (*self.dates, *self.cards):
            row.hide()
            row.deleteLater()
        self.dates, self.cards = [], []
        for important in shown_dates(draft.dates) or (DateDraft(),):
            self._add_date(important)
        for card in draft.cards or ("",):
            self._add_card(card)

    def fill(self, draft: CustomerDraft) -> CustomerDraft:
        """The draft with the dates and cards that are not blank."""
        dates = tuple(date for row in self.dates if (date := row.draft()) != DateDraft())
        cards = tuple(row.number.text() for row in self.cards if row.number.text())
        return replace(draft, dates=dates, cards=cards)

    def field(self, name: str, draft: CustomerDraft) -> Labelled | None:
        group, _, rest = name.partition(".")
        place, _, part = rest.partition(".")
        if group == "cards":
            filled = [row.number for row in self.cards if row.number.text()]
            return filled[int(place)] if int(place) < len(filled) else None
        if group == "dates":
            typed = draft.dates[int(place)]
            row = next((row for row in self.dates if row.draft() == typed), None)
            if row is not None:
                return row.name if part else row.day
        return None

    def controls(self) -> list[QWidget]:
        dates = [control for row in self.dates for control in (row.name.edit, row.day.edit, row.remove)]
        cards = [control for row in self.cards for control in (row.number.edit, row.remove)]
        return [*dates, self.add_date_link, *cards, self.add_card_link]

    def scan(self, text: str) -> None:
        """Go on with what a scanner has begun, in a card that is blank."""
        row = self.cards[-1] if not self.cards[-1].number.text() else self._add_card("")
        row.number.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        row.number.edit.insert(text)
        row.number.edit.textEdited.emit(row.number.text())

    def _begin_date(self) -> None:
        self._add_date(DateDraft()).name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_card(self) -> None:
        self._add_card("").number.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_date(self, important: DateDraft) -> "_DateRow":
        row = _DateRow(self._days, important)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(self.dates, row))
        self._date_rows.insertWidget(len(self.dates), row)
        row.show()
        self.dates.append(row)
        return row

    def _add_card(self, card: str) -> "_CardRow":
        row = _CardRow(card)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(self.cards, row))
        self._card_rows.insertWidget(len(self.cards), row)
        row.show()
        self.cards.append(row)
        return row

    def _remove(self, rows: "Sequence[_DateRow] | Sequence[_CardRow]", row: "_DateRow | _CardRow") -> None:
        """The last row stays, blank."""
        if len(rows) == 1:
            row.clear()
        elif isinstance(row, _DateRow):
            self.dates.remove(row)
        else:
            self.cards.remove(row)
        if row not in (*self.dates, *self.cards):
            row.hide()
            row.deleteLater()
        self.edited.emit()


class _DateRow(QWidget):
    """What the day is, and the day."""

    edited = Signal()
    removed = Signal()

    def __init__(self, days: DayText, important: DateDraft) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._days = days
        anniversary = translate("CustomerForm", "Anniversary")
        self.name = Field(translate("CustomerForm", "Important date"), placeholder=anniversary)
        self.day = Field(translate("CustomerForm", "Day"), placeholder=days.example)
        self.remove = IconButton("x", translate("CustomerForm", "Remove the date"))
        self.remove.clicked.connect(self.removed)
        for field, text in ((self.name, important.name), (self.day, days.write(important.day))):
            field.set_text(text)
            field.text_edited.connect(lambda _: self.edited.emit())
        self.day.edit.editingFinished.connect(self.complete)
        row = _row(self)
        row.addWidget(self.name, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_below_label(self.remove), 0, Qt.AlignmentFlag.AlignTop)

    def draft(self) -> DateDraft:
        return DateDraft(self.name.text(), self._days.read(self.day.text()))

    def clear(self) -> None:
        for field in (self.name, self.day):
            field.set_text("")
            field.clear_error()

    def complete(self) -> None:
        """Write the day as it was understood."""
        written = self._days.write(self._days.read(self.day.text()))
        if written != self.day.text():
            self.day.set_text(written)


class _CardRow(QWidget):
    """A loyalty card's number."""

    edited = Signal()
    removed = Signal()

    def __init__(self, card: str) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.number = Field(translate("CustomerForm", "Loyalty card"), placeholder=translate("CustomerForm", "Scan it"))
        self.number.edit.set_behind("", "scan-barcode")
        self.number.set_text(card)
        self.number.text_edited.connect(lambda _: self.edited.emit())
        self.remove = IconButton("x", translate("CustomerForm", "Remove the card"))
        self.remove.clicked.connect(self.removed)
        row = _row(self)
        row.addWidget(self.number, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_below_label(self.remove), 0, Qt.AlignmentFlag.AlignTop)

    def clear(self) -> None:
        self.number.set_text("")
        self.number.clear_error()


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_2)
    return row


def _below_label(button: IconButton) -> QWidget:
    """A button beside a field, at the height of what one types in."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 26, 0, 0)
    column.addWidget(button)
    holder.setFixedSize(CONTROL, CONTROL + 26)
    return holder


def _column(link: Link) -> tuple[QVBoxLayout, QWidget]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_1)
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column, holder
