"""What an entry of the timeline says, in the worker's language."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.activity import Audience, Edit, Restriction, Section, TimelineItem, TimelineKind
from clienteling.domain.customer import PurchaseLine
from clienteling.ui.formats import Formats

_UNKNOWN_TYPE = "circle-dot"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry in words: the heading (`title`, who and where, when), then a subject, a text, the lines of a receipt.

    `head` stands over the first entry of a part of the timeline; `edited` says who changed the text when.
    """

    kind: TimelineKind
    icon: str
    title: str
    who: str
    when: str
    subject: str = ""
    text: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    edited: str = ""
    head: str = ""
    section: Section = Section.PAST

    @property
    def has_menu(self) -> bool:
        """Whether there is something to do with it."""
        return self.kind is not TimelineKind.PURCHASE

    @property
    def spoken(self) -> str:
        """All of it in one line, for screen readers and for copying."""
        lines = (f"{name} {amount}" for name, amount in self.lines)
        parts = (self.title, self.who, self.when, self.subject, self.text, *lines, self.edited)
        return "; ".join(part for part in parts if part)


def entry_of(item: TimelineItem, formats: Formats, now: datetime, before: Section | None = None) -> Entry:
    """The texts of an item as they read at `now`; `before` is the section of the item above it."""
    when = formats.moment(item.at, now)
    if item.at > now and item.kind is TimelineKind.ACTIVITY:
        when = QCoreApplication.translate("Timeline", "Planned: {moment}").format(moment=when)
    if item.kind is TimelineKind.PURCHASE:
        return _purchase(item, formats, when, before)
    head, edited = _head(item.section, before), _edited(item.edited, formats, now)
    title, text = _one_line(item.title), item.text.strip()
    if item.kind is TimelineKind.NOTE:
        who = _joined(item.worker or item.store, readers(item))
        icon = "pin" if item.is_pinned else "lock" if item.audience is Audience.PRIVATE else "sticky-note"
        name = _pinned() if item.is_pinned else _note()
        return Entry(item.kind, icon, name, who, when, title, text, (), edited, head, item.section)
    icon = item.type.icon if item.type is not None and item.type.icon else _UNKNOWN_TYPE
    name = item.type.label(formats.language) if item.type is not None else _activity()
    subject = "" if item.type is not None and title == item.type.name else title
    who = item.worker or item.store
    return Entry(item.kind, icon, name, who, when, subject, text, (), edited, head, item.section)


def readers(note: TimelineItem) -> str:
    """For whom a note is."""
    return _joined(_restriction(note.restriction), _audience(note.audience))


def _purchase(item: TimelineItem, formats: Formats, when: str, before: Section | None) -> Entry:
    title = QCoreApplication.translate("Timeline", "Purchase")
    amount = formats.money(item.amount, item.currency) if item.amount is not None else ""
    number = _one_line(item.text)
    receipt = QCoreApplication.translate("Timeline", "receipt {number}").format(number=number) if number else ""
    lines = tuple((_line_name(line), formats.money(line.amount, item.currency)) for line in item.lines)
    heading = f"{title} · {amount}" if amount else title
    who = _joined(item.store, receipt)
    return Entry(item.kind, "shopping-bag", heading, who, when, lines=lines, head=_head(item.section, before))


def _head(section: Section, before: Section | None) -> str:
    """What stands over the first entry of what is planned, and of what happened below that."""
    if section is Section.PLANNED and before is not Section.PLANNED:
        return QCoreApplication.translate("Timeline", "Planned")
    if section is Section.PAST and before is Section.PLANNED:
        return QCoreApplication.translate("Timeline", "Until now")
    return ""


def _edited(edit: Edit | None, formats: Formats, now: datetime) -> str:
    if edit is None:
        return ""
    when = formats.moment(edit.at, now)
    if not edit.worker:
        return QCoreApplication.translate("Timeline", "Edited, {moment}").format(moment=when)
    words = QCoreApplication.translate("Timeline", "Edited by {worker}, {moment}")
    return words.format(worker=edit.worker, moment=when)


def _line_name(line: PurchaseLine) -> str:
    name = _one_line(line.name) or line.sku
    return name if line.quantity == 1 else f"{line.quantity} × {name}"


def _note() -> str:
    return QCoreApplication.translate("Timeline", "Note")


def _pinned() -> str:
    return QCoreApplication.translate("Timeline", "Pinned note")


def _audience(audience: Audience) -> str:
    if audience is Audience.PRIVATE:
        return QCoreApplication.translate("Timeline", "private until handed over")
    return ""


def _activity() -> str:
    return QCoreApplication.translate("Timeline", "Activity")


def _restriction(restriction: Restriction | None) -> str:
    if restriction is Restriction.INTERNAL:
        return QCoreApplication.translate("Timeline", "internal")
    if restriction is Restriction.EXTERNAL:
        return QCoreApplication.translate("Timeline", "external")
    return ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())
