"""Who it is: person or organization, names, birth date, language, phones and e-mails."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.customer import BIRTHDAY, CustomerKind
from clienteling.domain.customer_draft import CustomerDraft, DateDraft
from clienteling.domain.errors import Invalid
from clienteling.domain.phones import calling_code, read_phone
from clienteling.ui.pos.customer_form.contact_rows import MOBILE, ContactField, ContactRows, email_labels, phone_labels
from clienteling.ui.pos.customer_form.form_card import BELOW_LINKS, FormCard
from clienteling.ui.widgets.choices import language_choices
from clienteling.ui.widgets.day_text import DayText, age_on
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Tone
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.select import Select

_TITLE_WIDTH = 88


class WhoCard(FormCard):
    """`edited` is emitted for everything that a person changes."""

    edited = Signal()

    def __init__(self, days: DayText, today: date) -> None:
        translate = QCoreApplication.translate
        self._days = days
        self._today = today
        self._country = ""
        self._other_language = ""
        kinds = (
            Segment(CustomerKind.PERSON, translate("CustomerForm", "Person")),
            Segment(CustomerKind.ORGANIZATION, translate("CustomerForm", "Organization")),
        )
        self.kind = Segments(kinds, CustomerKind.PERSON, name=translate("CustomerForm", "Person or organization"))
        super().__init__(translate("CustomerForm", "Who"), self.kind, bottom=BELOW_LINKS)
        self.title_field = Field(translate("CustomerForm", "Title"))
        self.first_name = Field(translate("CustomerForm", "First name"))
        self.last_name = Field(translate("CustomerForm", "Last name"))
        self.organization = Field(translate("CustomerForm", "Name of the organization"))
        self.birth_date = Field(translate("CustomerForm", "Birth date"), placeholder=days.example)
        self.language = Select(field=True, placeholder=translate("CustomerForm", "Not known"))
        self._language = Labelled(translate("CustomerForm", "Language"), self.language)
        more_phones = translate("CustomerForm", "Another phone")
        more_emails = translate("CustomerForm", "Another e-mail")
        self.phones = ContactRows(phone_labels, MOBILE, more_phones)
        self.emails = ContactRows(email_labels, "", more_emails, "name@example.org")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.title_field.setFixedWidth(_TITLE_WIDTH)
        names = self.add_row(self.first_name, self.last_name, self.organization)
        names.insertWidget(0, self.title_field)
        self.add_row(self.birth_date, self._language)
        self.add_row(self.phones, self.emails)

    def _connect(self) -> None:
        self.kind.changed.connect(self._change_kind)
        self.language.changed.connect(lambda _: self.edited.emit())
        for field in (self.title_field, self.first_name, self.last_name, self.organization, self.birth_date):
            field.text_edited.connect(lambda _: self.edited.emit())
        self.birth_date.text_edited.connect(lambda _: self._show_age())
        self.birth_date.edit.editingFinished.connect(self.complete)
        self.phones.edited.connect(self._check_phones)
        for rows in (self.phones, self.emails):
            rows.edited.connect(self.edited)

    def show_draft(self, draft: CustomerDraft) -> None:
        self.kind.set_value(draft.kind)
        for field, text in (
            (self.title_field, draft.title),
            (self.first_name, draft.first_name),
            (self.last_name, draft.last_name),
            (self.organization, draft.organization),
        ):
            field.set_text(text)
            field.clear_error()
        born = next((d.day for d in draft.dates if d.name == BIRTHDAY), "")
        self.birth_date.set_text(self._days.write(born))
        self.birth_date.clear_error()
        self.language.set_choices(language_choices(draft.language))
        self.language.set_value(draft.language)
        self.phones.show_contacts(draft.phones)
        self.emails.show_contacts(draft.emails)
        self._show_kind(draft.kind)
        self._show_age()

    def fill(self, draft: CustomerDraft) -> CustomerDraft:
        """The draft with what stands here; the birth date comes first of the dates."""
        born = self._days.read(self.birth_date.text())
        return replace(
            draft,
            kind=CustomerKind(str(self.kind.value())),
            title=self.title_field.text(),
            first_name=self.first_name.text(),
            last_name=self.last_name.text(),
            organization=self.organization.text(),
            language=str(self.language.value() or ""),
            phones=self.phones.contacts(),
            emails=self.emails.contacts(),
            dates=((DateDraft(BIRTHDAY, born),) if born else ()) + draft.dates,
        )

    def use_country(self, country: str) -> None:
        """Phones without a country's code are of this country."""
        self._country = country
        self._check_phones()

    def controls(self) -> list[QWidget]:
        fields = (self.title_field, self.first_name, self.last_name, self.organization, self.birth_date)
        kind = self.kind.button(self.kind.value() or CustomerKind.PERSON)
        contacts = [*self.phones.controls(), *self.emails.controls()]
        return [kind, *(field.edit for field in fields), self.language, *contacts]

    def field(self, name: str, draft: CustomerDraft) -> Labelled | None:
        """The field that a problem is about; None if it is none of these."""
        group, _, rest = name.partition(".")
        place = rest.split(".")[0]
        if group in ("phones", "emails"):
            rows = self.phones if group == "phones" else self.emails
            return rows.field(int(place))
        if group == "dates" and draft.dates[int(place)].name == BIRTHDAY:
            return self.birth_date
        return {
            "title": self.title_field,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "organization": self.organization,
            "language": self._language,
        }.get(name)

    def _change_kind(self, kind: object) -> None:
        self._show_kind(kind)
        field = self.first_name if kind == CustomerKind.PERSON else self.organization
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _show_kind(self, kind: object) -> None:
        person = kind == CustomerKind.PERSON
        for field in (self.title_field, self.first_name, self.last_name):
            field.setVisible(person)
        self.organization.setVisible(not person)
        self.birth_date.setVisible(person or bool(self.birth_date.text()))

    def _show_age(self) -> None:
        age = age_on(self._days.read(self.birth_date.text()), self._today)
        words = "" if age is None else QCoreApplication.translate("CustomerForm", "%n years old", "", age)
        self.birth_date.edit.set_behind(words, "cake")

    def complete(self) -> None:
        """Write the birth date as it was understood."""
        written = self._days.write(self._days.read(self.birth_date.text()))
        if written != self.birth_date.text():
            self.birth_date.set_text(written)

    def _check_phones(self) -> None:
        """Before the number what is dialled before it, behind it whether it can be dialled."""
        for field in self.phones.fields:
            _show_dialled(field, self._country)


def _show_dialled(field: ContactField, country: str) -> None:
    typed = field.text().strip()
    field.edit.set_prefix("" if typed.startswith(("+", "00")) else calling_code(country))
    try:
        valid = bool(typed) and read_phone(typed, country).e164 is not None
    except Invalid:
        valid = False
    field.edit.set_behind("", "check" if valid else "", Tone.SUCCESS)


def shown_dates(dates: Sequence[DateDraft]) -> tuple[DateDraft, ...]:
    """The important dates without the first birthday, which has a field of its own."""
    born = next((d for d in dates if d.name == BIRTHDAY), None)
    return tuple(d for d in dates if d is not born)
