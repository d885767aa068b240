"""How the items of a section look in a list and in a form: what a page of headquarters is made from."""

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from clienteling.domain.configuration.configuration import name_of
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.sections import SECTIONS, Section
from clienteling.services.headquarters.publishing import View
from clienteling.ui.lists.side_list import SideRow
from clienteling.ui.till import Till
from clienteling.ui.widgets.choices import language_choices
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.form_fields import FormField, Heading, TextInput
from clienteling.ui.widgets.select import Choice

AnyItem = TypeVar("AnyItem", bound=Item)
Fields = Sequence[FormField | Heading]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """The configuration as headquarters sees it, with what waits."""

    view: View

    def items(self, kind: type[AnyItem]) -> tuple[AnyItem, ...]:
        """The items of a type, by key."""
        found = self.view.configuration.all(kind)
        return tuple(found[key] for key in sorted(found))

    def choices(self, kind: type[Item], *, blank: str | None = None) -> tuple[Choice, ...]:
        """The items of a type to choose from, with a first choice of none if it has words."""
        named = [Choice(item.key, _called(item)) for item in self.items(kind)]
        return tuple(named) if blank is None else (Choice("", blank), *named)

    def waits(self, item: Item | None, section: str) -> bool:
        """Whether a change of the item waits to be published."""
        return item is not None and self.view.staged(section, item.key) is not None

    @property
    def languages(self) -> tuple[str, ...]:
        """What workers read, English aside: names themselves are English."""
        from clienteling.domain.configuration.people import Worker

        tags = {worker.language.split("-", maxsplit=1)[0] for worker in self.items(Worker)}
        return tuple(sorted(tags - {"en", ""}))


class Noun:
    """A section's items. Nouns override what is theirs; most only say their fields."""

    kind: type[Item]
    icon = "file"
    add = ""
    sentence = ""
    empty = ""
    wide = False
    """Whether the form takes the whole page: the list is then a choice in the head."""

    fixed: tuple[str, ...] = ()
    """Fields of which the key is made: they stay as they are."""

    def __init__(self, till: Till) -> None:
        self.till = till

    @property
    def section(self) -> Section:
        return next(found for found in SECTIONS.values() if found.type is self.kind)

    @property
    def title(self) -> str:
        return QCoreApplication.translate("Problem", self.section.title)

    def order(self, item: Any) -> Any:
        """By what items stand in the list."""
        return item.key

    def row(self, item: Any, known: Known) -> SideRow:
        """How an item stands in the list."""
        name = getattr(item, "name", "")
        return SideRow(item.key, name or item.key, item.key if name and name != item.key else "")

    def fields(self, item: Any, known: Known) -> Fields:
        """The form of an item, or of a new one (None)."""
        raise NotImplementedError

    def values(self, item: Any) -> Values:
        """What the form of an item begins with."""
        return spread({field.name: getattr(item, field.name) for field in fields(item)})

    def blank(self, known: Known) -> Values:
        """What the form of a new one begins with."""
        return spread({field.name: field.default for field in fields(self.kind) if field.default is not MISSING})  # type: ignore[arg-type]

    def item(self, values: Values, opened: Any) -> Item:
        """The item that the form describes."""
        given = gathered(
            {name: "" if value is None and self._is_text(name) else value for name, value in values.items()}
        )
        known = {field.name for field in fields(self.kind)}  # type: ignore[arg-type]
        given = {name: value for name, value in given.items() if name in known}
        return replace(opened, **given) if opened is not None else self.kind(**given)

    def aside(self) -> "Aside | None":
        """What stands beside the form and follows it, such as a preview."""
        return None

    def follow(self, form: Form) -> None:
        """Somebody has changed the form, or it was filled: what depends on other fields follows."""

    def _is_text(self, name: str) -> bool:
        hint = {field.name: field.type for field in fields(self.kind)}.get(name)  # type: ignore[arg-type]
        return hint in (str, "str")


class Aside(QWidget):
    """What stands beside a form."""

    def follow(self, values: Values, known: Known) -> None:
        """Show what the form now says."""
        raise NotImplementedError


def spread(values: Values) -> Values:
    """Values of which those by name are fields of their own: {"labels": {"lv": "x"}} is {"labels.lv": "x"}."""
    flat: Values = {}
    for name, value in values.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{key}": part for key, part in value.items()}
        else:
            flat[name] = value
    return flat


def gathered(values: Values) -> Values:
    """The opposite; what is empty is left out."""
    nested: Values = {}
    for name, value in values.items():
        stem, dot, rest = name.partition(".")
        if dot:
            place = nested.setdefault(stem, {})
            if value not in (None, ""):
                place[rest] = value
        else:
            nested[name] = value
    return nested


def label_fields(known: Known, sentence: str) -> tuple[FormField | Heading, ...]:
    """A name in each language that workers read."""
    if not known.languages:
        return ()
    names = {choice.key: choice.label for choice in language_choices()}
    title = QCoreApplication.translate("Headquarters", "In other languages")
    return (
        Heading(title, sentence),
        *(TextInput(f"labels.{tag}", names.get(tag, tag), half=True) for tag in known.languages),
    )


def _called(item: Item) -> str:
    name = getattr(item, "name", "")
    return f"{name} ({item.key})" if name and name != item.key else name_of(item)
