"""The address, laid out as its country writes it."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.domain.addresses import Part, address_form
from clienteling.domain.customer_draft import AddressDraft, CustomerDraft
from clienteling.ui.pos.customer_form.form_card import GAP, ROW_GAP, FormCard
from clienteling.ui.widgets.choices import country_choices
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Tone
from clienteling.ui.widgets.select import Choice, Select

_COLUMNS = 6


class AddressCard(FormCard):
    """Country, and then the parts in the country's order. `country_changed` is emitted with `edited`."""

    edited = Signal()
    country_changed = Signal(str)

    def __init__(self, home: str) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("CustomerForm", "Address"))
        self._home = home
        self.country = Select(field=True)
        self._country = Labelled(translate("CustomerForm", "Country"), self.country)
        self.parts = {part: Field("") for part in Part}
        self.state = Select(field=True)
        self._state = Labelled("", self.state)
        self._shown: list[Labelled] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(ROW_GAP)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        self._connect()

    def _connect(self) -> None:
        self.country.changed.connect(self._change_country)
        self.state.changed.connect(self._choose_state)
        for field in self.parts.values():
            field.text_edited.connect(lambda _: self.edited.emit())
        postal_code = self.parts[Part.POSTAL_CODE]
        postal_code.text_edited.connect(lambda _: self._show_fit())
        postal_code.edit.editingFinished.connect(self.complete)

    def show_draft(self, draft: CustomerDraft) -> None:
        address = draft.address
        self.country.set_choices(country_choices(self._home, address.country))
        self.country.set_value(address.country)
        for part, field in self.parts.items():
            field.set_text(getattr(address, part))
            field.clear_error()
        self._lay_out_for(address.country)

    def fill(self, draft: CustomerDraft) -> CustomerDraft:
        texts = {part.value: field.text() for part, field in self.parts.items()}
        return replace(draft, address=AddressDraft(country=str(self.country.value() or ""), **texts))

    def field(self, name: str) -> Labelled | None:
        if name == Part.STATE and self._state.isVisibleTo(self):
            return self._state
        return self.parts.get(Part(name)) if name in set(Part) else None

    def controls(self) -> list[QWidget]:
        return [
            self.state if w is self._state else w.edit if isinstance(w, Field) else self.country for w in self._shown
        ]

    def _change_country(self, country: object) -> None:
        for labelled in (*self.parts.values(), self._state):
            labelled.clear_error()
        self._lay_out_for(str(country))
        self.country_changed.emit(str(country))
        self.edited.emit()

    def _choose_state(self, state: object) -> None:
        self.parts[Part.STATE].set_text(str(state))
        self._state.clear_error()
        self.edited.emit()

    def _lay_out_for(self, country: str) -> None:
        """Order, names and choices of a country. A part that it has not, and that has a text, stays to be seen."""
        form = address_form(country)
        translate = QCoreApplication.translate
        words = translate("CustomerForm", "optional, laid out as {country} writes it")
        name = next((choice.label for choice in self.country.choices if choice.key == country), country)
        self.note.setText(words.format(country=name) if form.country else translate("CustomerForm", "optional"))
        kept = [part for part in Part if part not in form.parts and self.parts[part].text()]
        names = part_names()
        for part, field in self.parts.items():
            field.set_label(names.get(form.names[part], names[part.value]))
        self.parts[Part.POSTAL_CODE].set_placeholder(form.postal_code_example)
        state = self.parts[Part.STATE].text()
        choices = [Choice("", "–"), *(Choice(key, label) for key, label in form.states)]
        if state and state not in {key for key, _ in form.states}:
            choices.append(Choice(state, state))
        self.state.set_choices(choices)
        self.state.set_value(state)
        self._state.set_label(self.parts[Part.STATE].label)
        self._place([*form.parts, *kept], with_states=bool(form.states))
        self._show_fit()

    def _place(self, parts: list[Part], *, with_states: bool) -> None:
        """Country and street share a row, as other parts do that fit; the last of a row takes what is left."""
        for widget in (*self.parts.values(), self._state):
            self._grid.removeWidget(widget)
            widget.hide()
        shown: list[Labelled] = [self._country]
        shown += [self._state if part is Part.STATE and with_states else self.parts[part] for part in parts]
        spans = [4 if widget is self.parts[Part.STREET] else 2 for widget in shown] + [_COLUMNS]
        row, column = 0, 0
        for place, widget in enumerate(shown):
            span = spans[place]
            if column + span > _COLUMNS:
                row, column = row + 1, 0
            is_street = widget is self.parts[Part.STREET]
            if (column or is_street) and column + span + spans[place + 1] > _COLUMNS:
                span = _COLUMNS - column
            self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            widget.show()
            column += span
        self._shown = shown

    def _show_fit(self) -> None:
        field = self.parts[Part.POSTAL_CODE]
        form = address_form(str(self.country.value() or ""))
        fits = bool(field.text().strip()) and bool(form.postal_code_pattern) and form.fits(field.text().strip())
        field.edit.set_behind("", "check" if fits else "", Tone.SUCCESS)

    def complete(self) -> None:
        """Write a postal code as it is there when only its case or the country's letters are missing."""
        field = self.parts[Part.POSTAL_CODE]
        completed = address_form(str(self.country.value() or "")).completed(field.text())
        if completed != field.text().strip():
            field.set_text(completed)
            self.edited.emit()
        self._show_fit()


def part_names() -> dict[str, str]:
    """What the parts of addresses are called."""
    translate = QCoreApplication.translate
    postcode, town = translate("CustomerForm", "Postcode"), translate("CustomerForm", "Town")
    return {
        "street": translate("CustomerForm", "Street, house and flat"),
        "postal_code": postcode,
        "postal": postcode,
        "zip": translate("CustomerForm", "ZIP code"),
        "pin": translate("CustomerForm", "PIN code"),
        "eircode": translate("CustomerForm", "Eircode"),
        "city": town,
        "post_town": translate("CustomerForm", "Post town"),
        "suburb": translate("CustomerForm", "Suburb"),
        "district": translate("CustomerForm", "District"),
        "state": translate("CustomerForm", "State"),
        "province": translate("CustomerForm", "Province or region"),
        "county": translate("CustomerForm", "County"),
        "department": translate("CustomerForm", "Department"),
        "emirate": translate("CustomerForm", "Emirate"),
        "island": translate("CustomerForm", "Island"),
        "parish": translate("CustomerForm", "Parish"),
        "prefecture": translate("CustomerForm", "Prefecture"),
        "oblast": translate("CustomerForm", "Oblast"),
        "area": translate("CustomerForm", "Area"),
        "do_si": translate("CustomerForm", "Province or city"),
    }
