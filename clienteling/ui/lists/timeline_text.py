"""What an entry of the timeline says, in the worker's language."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.activity import Restriction, TimelineItem, TimelineKind
from clienteling.domain.customer import PurchaseLine
from clienteling.ui.formats import Formats

_UNKNOWN_TYPE = "circle-dot"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry in words: the heading (`title`, who and where, when), then a subject, a text, the lines of a receipt."""

    kind: TimelineKind
    icon: str
    title: str
    who: str
    when: str
    subject: str = ""
    text: str = ""
    lines: tuple[tuple[str, str], ...] = ()

    @property
    def spoken(self) -> str:
        """All of it in one line, for screen readers and for copying."""
        lines = (f"{name} {amount}" for name, amount in self.lines)
        parts = (self.title, self.who, self.when, self.subject, self.text, *lines)
        return "; ".join(part for part in parts if part)


def entry_of(item: TimelineItem, formats: Formats, now: datetime) -> Entry:
    """The texts of an item as they read at `now`."""
    when = formats.moment(item.at, now)
    if item.at > now and item.kind is TimelineKind.ACTIVITY:
        when = QCoreApplication.translate("Timeline", "Planned: {moment}").format(moment=when)
    if item.kind is TimelineKind.PURCHASE:
        return _purchase(item, formats, when)
    title, text = _one_line(item.title), item.text.strip()
    if item.kind is TimelineKind.NOTE:
        who = _joined(item.worker or item.store, _restriction(item.restriction))
        return Entry(item.kind, "sticky-note", _note(), who, when, title, text)
    icon = item.type.icon if item.type is not None and item.type.icon else _UNKNOWN_TYPE
    name = item.type.name if item.type is not None else _activity()
    subject = "" if title == name else title
    return Entry(item.kind, icon, name, item.worker or item.store, when, subject, text)


def _purchase(item: TimelineItem, formats: Formats, when: str) -> Entry:
    title = QCoreApplication.translate("Timeline", "Purchase")
    amount = formats.money(item.amount, item.currency) if item.amount is not None else ""
    number = _one_line(item.text)
    receipt = QCoreApplication.translate("Timeline", "receipt {number}").format(number=number) if number else ""
    lines = tuple((_line_name(line), formats.money(line.amount, item.currency)) for line in item.lines)
    heading = f"{title} · {amount}" if amount else title
    who = _joined(item.store, receipt)
    return Entry(item.kind, "shopping-bag", heading, who, when, lines=lines)


def _line_name(line: PurchaseLine) -> str:
    name = _one_line(line.name) or line.sku
    return name if line.quantity == 1 else f"{line.quantity} × {name}"


def _note() -> str:
    return QCoreApplication.translate("Timeline", "Note")


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
