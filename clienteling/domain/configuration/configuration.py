"""A whole configuration: the items of all sections, what changes between two of them, and what stands in the way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast

from clienteling.domain.configuration.documents import Document, read, written
from clienteling.domain.configuration.item import Item, Reference, Remark, Remarks, key_of
from clienteling.domain.configuration.people import Worker, account_problems
from clienteling.domain.configuration.screens import LayoutAssignment, ScreenLayout
from clienteling.domain.configuration.sections import SECTIONS, Job, carried_by, section, section_of
from clienteling.domain.errors import Conflict, Invalid, Marked, mark
from clienteling.domain.layout import Layout, Subject, resolve

Items = Mapping[str, Item]
_MOST_NAMES = 5
T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after, as a person reads it; None: was not, is not."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that is made (no `before`), changed, or deleted (no `after`)."""

    section: str
    key: str
    before: Item | None
    after: Item | None

    def fields(self) -> tuple[FieldChange, ...]:
        """What is different, field by field."""
        old, new = (_flat(written(item)) if item else {} for item in (self.before, self.after))
        names = dict.fromkeys((*old, *new))
        return tuple(FieldChange(n, old.get(n), new.get(n)) for n in names if old.get(n) != new.get(n))


@dataclass(frozen=True, slots=True)
class Configuration:
    """Items by section and key. A section that is missing is not spoken of."""

    sections: Mapping[str, Items]

    def items(self, name: str) -> Items:
        return self.sections.get(name, {})

    def all(self, kind: type[T]) -> Mapping[str, T]:
        """The items of a type by key."""
        name = next(found.name for found in SECTIONS.values() if found.type is kind)
        return cast(Mapping[str, T], self.items(name))

    def find(self, name: str, key: str) -> Item | None:
        return self.items(name).get(key)

    def changed_by(self, changes: Iterable[ItemChange]) -> "Configuration":
        """The same after some changes."""
        sections = {name: dict(items) for name, items in self.sections.items()}
        for change in changes:
            items = sections.setdefault(change.section, {})
            if change.after is None:
                items.pop(change.key, None)
                if change.section == "legal_entities":
                    # What is chosen for a legal entity goes with it.
                    parameters = sections.get("parameters", {})
                    sections["parameters"] = {k: item for k, item in parameters.items() if k != change.key}
            else:
                items[change.key] = change.after
        return Configuration(sections)

    def part(self, job: Job) -> "Configuration":
        """What a job carries."""
        return Configuration({found.name: self.items(found.name) for found in carried_by(job)})


class ChangedMeanwhile(Conflict):
    """Somebody else changed, made or deleted the item that is being saved: `theirs` is what it is now.

    Save again with `opened=theirs` to replace theirs.
    """

    title = mark("Somebody else changed this")

    def __init__(self, theirs: Item | None, worker: str, at: datetime | None) -> None:
        if theirs is None:
            super().__init__(mark("It was deleted while you were working on it."))
        elif worker:
            super().__init__(mark("{worker} changed it while you were working on it."), worker=worker)
        else:
            super().__init__(mark("It was changed while you were working on it."))
        self.theirs = theirs
        self.worker = worker
        self.at = at


class InUse(Conflict):
    """What is to be deleted is needed elsewhere: `uses` says where."""

    title = mark("In use")

    def __init__(self, name: str, uses: tuple[Remark, ...]) -> None:
        super().__init__(mark("“{name}” stays, for it is in use: {where}."), name=name, where=Remarks(uses))
        self.uses = uses


class LockedOut(Conflict):
    """A change after which nobody could set up the company."""

    title = mark("Nobody could set this up any more")

    def __init__(self) -> None:
        super().__init__(
            mark("After this, no worker with a password could set up the company. Keep one administrator.")
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a field of an item."""

    section: str
    key: str
    problem: Invalid

    @property
    def field(self) -> str:
        return self.problem.field

    @property
    def where(self) -> str:
        """Section, key and field, for a list."""
        return f"{self.section} {self.key}, {self.field}"


class InvalidConfiguration(Invalid):
    """Nothing was stored, because of its `findings`; it speaks for the first of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        super().__init__(first.field, first.problem.template, **first.problem.values)
        self.findings = findings
        self.section = first.section
        self.key = first.key


def difference(old: Configuration, new: Configuration) -> tuple[ItemChange, ...]:
    """What makes `new` of `old`, for the sections that `new` speaks of: first what is made or changed, in the order of
    the sections, then what is deleted, in the opposite one.
    """
    names = [name for name in SECTIONS if name in new.sections]
    changes = [
        ItemChange(name, key, old.find(name, key), item)
        for name in names
        for key, item in sorted(new.items(name).items())
        if old.find(name, key) != item
    ]
    changes += [
        ItemChange(name, key, item, None)
        for name in reversed(names)
        for key, item in sorted(old.items(name).items())
        # What is always there is as it is where nothing is said of it.
        if new.find(name, key) is None and not section(name).fixed
    ]
    return tuple(changes)


def findings(after: Configuration, changes: Iterable[ItemChange]) -> tuple[Finding, ...]:
    """What is wrong with items that are made or changed, by themselves and in what they refer to."""
    found = []
    for change in changes:
        if change.after is None:
            continue
        problems = [*change.after.problems(), *_dangling(after, change.after)]
        if isinstance(change.after, Worker):
            problems += account_problems(change.after, after.all(Worker).values())
        if change.after.key != change.key:
            problems.append(Invalid("key", mark("What an item is known by stays as it is. Make a new one instead.")))
        found += [Finding(change.section, change.key, problem) for problem in problems]
    return tuple(found)


def _dangling(after: Configuration, item: Item) -> Iterator[Invalid]:
    for reference in item.references():
        if not reference.key:
            yield Invalid(reference.field, mark("Please fill this in."))
        elif not _is_there(after, reference):
            message = mark("There is no “{key}” among: {section}.")
            yield Invalid(reference.field, message, key=reference.key, section=section(reference.section).title)


def _is_there(configuration: Configuration, reference: Reference) -> bool:
    items = configuration.items(reference.section)
    return reference.key in items or reference.otherwise in items


def _needs(configuration: Configuration, reference: Reference, key: str) -> bool:
    """Whether an item, be it there or on its way out, is the one that a reference means."""
    items = configuration.items(reference.section)
    if reference.key == key:
        return reference.otherwise not in items
    return reference.otherwise == key and reference.key not in items


def where_used(configuration: Configuration, name: str, key: str) -> tuple[Remark, ...]:
    """The items that refer to an item, by section."""
    found = []
    for user in SECTIONS.values():
        names = [
            f"“{name_of(other)}”"
            for other in configuration.items(user.name).values()
            # What is chosen for a legal entity goes with it.
            if not (user.fixed and other.key == key)
            and any(r.section == name and _needs(configuration, r, key) for r in other.references())
        ]
        if names:
            message = mark("{section}: {names}")
            if len(names) > _MOST_NAMES:
                message = mark("{section}: {names} and {count} more")
            named, count = ", ".join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
            found.append(Remark(message, {"section": Marked(user.title), "names": named, "count": count}))
    return tuple(found)


def document_of(configuration: Configuration) -> Document:
    """A configuration as a document: for each section a list of its items by key."""
    return {name: [written(items[key]) for key in sorted(items)] for name, items in configuration.sections.items()}


def configuration_of(document: Mapping[str, Any]) -> Configuration:
    """The configuration that a document describes. Raises `InvalidConfiguration` with all that cannot be read."""
    sections: dict[str, dict[str, Item]] = {}
    wrong: list[Finding] = []
    for name, listed in document.items():
        items = sections.setdefault(name, {})
        if not isinstance(listed, list):
            wrong.append(Finding(section(name).name, "", Invalid("items", mark("This is no list."))))
            continue
        for number, part in enumerate(listed, 1):
            try:
                item = read(section(name).type, part)
                if item.key in items:
                    raise Invalid("key", mark("“{key}” is there twice."), key=item.key)
                items[item.key] = item
            except Invalid as problem:
                wrong.append(Finding(name, f"#{number}", problem))
    if wrong:
        raise InvalidConfiguration(tuple(wrong))
    return Configuration(sections)


def layout_of(configuration: Configuration, store: str, register: str, worker: str) -> Layout:
    """The layout that a configuration gives a worker at a register of a store."""
    layouts = {key: item.layout for key, item in configuration.all(ScreenLayout).items()}
    assigned = {
        (given.subject, given.subject_key): given.layout for given in configuration.all(LayoutAssignment).values()
    }
    subjects = ((Subject.WORKER, worker), (Subject.REGISTER, key_of(store, register)), (Subject.STORE, store))
    return resolve(layouts, assigned, subjects)


def name_of(item: Item) -> str:
    """What a person calls an item: its name, if it has one, and its key."""
    name = getattr(item, "name", "")
    return f"{item.key} {name}" if name and name != item.key else item.key


def title_of(item: Item) -> str:
    """The title of the section that an item belongs to."""
    return section_of(item).title


def _flat(document: Document, prefix: str = "") -> dict[str, str]:
    """A document as lines: `filter.control` is `list`."""
    lines: dict[str, str] = {}
    for name, value in document.items():
        if isinstance(value, dict):
            lines |= _flat(value, f"{prefix}{name}.")
        elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
            for number, part in enumerate(value, 1):
                lines |= _flat(part, f"{prefix}{name}.{number}.")
        elif isinstance(value, list):
            lines[f"{prefix}{name}"] = ", ".join(str(part) for part in value)
        else:
            lines[f"{prefix}{name}"] = (
                {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
            )
    return lines
