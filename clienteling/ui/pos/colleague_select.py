"""Choosing a colleague: a field with the face, and a list below it that is searched by typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.picker import Entry, Picker


@dataclass(frozen=True, slots=True)
class Person(Entry):
    """A colleague as the list shows them: key, name, and a line below it."""

    key: int


class ColleagueSelect(Picker):
    """Shows the chosen colleague. `changed` gives the key of the one somebody chose."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        search, name = translate("ColleagueSelect", "Search colleagues"), translate("ColleagueSelect", "Colleagues")
        super().__init__(placeholder, search, name, parent)

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(entry for entry in self.entries if isinstance(entry, Person))

    def value(self) -> int | None:
        key = super().value()
        return key if isinstance(key, int) else None

    def person(self) -> Person | None:
        """The colleague that is shown."""
        entry = self.entry()
        return entry if isinstance(entry, Person) else None

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these; who was chosen stays chosen as long as they are among them."""
        self.set_entries(people)
