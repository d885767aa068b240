"""Screen layouts, and to whom they are given."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.people import Worker
from clienteling.domain.configuration.retailer import Register, Store
from clienteling.domain.configuration.screens import LayoutAssignment, ScreenLayout
from clienteling.domain.layout import DEFAULT, ButtonGrid, Size, Subject, Widget
from clienteling.ui.headquarters.grid_input import GridInput
from clienteling.ui.headquarters.noun import Fields, Known, Noun, Values
from clienteling.ui.lists.side_list import SideRow
from clienteling.ui.till import Till
from clienteling.ui.widgets.form_fields import ChoiceInput, Heading, OwnInput, SeveralInput, Shown, TextInput
from clienteling.ui.widgets.select import Choice


class ScreenLayouts(Noun):
    kind = ScreenLayout
    icon = "layout-grid"
    wide = True
    fixed = ("code",)

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Add screen layout")
        self.empty = translate("Nouns", "Tills show the layout that is built in. Design one of your own.")

    def row(self, item: ScreenLayout, known: Known) -> SideRow:
        given = sum(assignment.layout == item.code for assignment in known.items(LayoutAssignment))
        words = QCoreApplication.translate("Nouns", "given to {number}").format(number=given)
        return SideRow(item.key, item.name, words)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        return (
            TextInput("code", translate("Nouns", "Code"), half=True),
            TextInput("name", translate("Nouns", "Name"), half=True),
            OwnInput("full", translate("Nouns", "Full screen"), make=lambda: self._designer(Size.FULL)),
            OwnInput(
                "compact",
                translate("Nouns", "Narrow window"),
                note=translate("Nouns", "(without one it shows the other)"),
                make=lambda: self._designer(Size.COMPACT),
            ),
            SeveralInput("widgets", translate("Nouns", "On customer details"), _widgets()),
        )

    def _designer(self, size: Size) -> GridInput:
        formats = self.till.formats
        grid: ButtonGrid = DEFAULT.grids[size]
        return GridInput(formats.locale, formats.today(self.till.now()), grid)

    def blank(self, known: Known) -> Values:
        return {"code": "", "name": "", "full": DEFAULT.grids[Size.FULL], "compact": None, "widgets": ()}


class LayoutAssignments(Noun):
    kind = LayoutAssignment
    icon = "monitor-check"
    fixed = ("subject", "store", "register", "worker")

    def __init__(self, till: Till) -> None:
        super().__init__(till)
        translate = QCoreApplication.translate
        self.add = translate("Nouns", "Give a layout")
        self.empty = translate("Nouns", "Give a layout to a store, a register or a worker.")
        self.sentence = translate("Nouns", "A worker’s layout beats the register’s, and that one the store’s.")

    def row(self, item: LayoutAssignment, known: Known) -> SideRow:
        layout = known.view.configuration.all(ScreenLayout).get(item.layout)
        name = layout.name if layout else item.layout
        return SideRow(item.key, f"{_subjects()[item.subject]} {item.subject_key}", name)

    def fields(self, item: Any, known: Known) -> Fields:
        translate = QCoreApplication.translate
        subjects = tuple(Choice(subject, words) for subject, words in _subjects().items())
        return (
            Heading(translate("Nouns", "Who gets which layout")),
            ChoiceInput("subject", translate("Nouns", "For"), subjects, half=True),
            *(
                ChoiceInput(
                    subject.value,
                    _subjects()[subject],
                    known.choices(kind),
                    half=True,
                    shown=_is_for(subject),
                )
                for subject, kind in _KINDS.items()
            ),
            ChoiceInput("layout", translate("Nouns", "Layout"), known.choices(ScreenLayout)),
        )

    def values(self, item: LayoutAssignment) -> Values:
        return {"subject": item.subject, item.subject.value: item.subject_key, "layout": item.layout}

    def blank(self, known: Known) -> Values:
        return {"subject": Subject.STORE, "store": None, "register": None, "worker": None, "layout": None}

    def item(self, values: Values, opened: Any) -> Item:
        subject = values["subject"]
        return LayoutAssignment(subject, str(values[subject.value] or ""), str(values["layout"] or ""))


def _widgets() -> tuple[Choice, ...]:
    """What customer details can have beside the facts."""
    translate = QCoreApplication.translate
    return (
        Choice(Widget.HEALTH, translate("Nouns", "Relationship health")),
        Choice(Widget.KNOWN, translate("Nouns", "Who knows whom")),
        Choice(Widget.ENGAGEMENT, translate("Nouns", "Account engagement")),
    )


def _is_for(subject: Subject) -> Shown:
    """Whether the form gives a layout to one of these."""
    return lambda values: values["subject"] is subject


_KINDS: dict[Subject, type[Item]] = {Subject.STORE: Store, Subject.REGISTER: Register, Subject.WORKER: Worker}


def _subjects() -> dict[Subject, str]:
    translate = QCoreApplication.translate
    return {
        Subject.STORE: translate("Nouns", "Store"),
        Subject.REGISTER: translate("Nouns", "Register"),
        Subject.WORKER: translate("Nouns", "Worker"),
    }
