"""The columns of the manager's table."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from clienteling.domain.store_figures import LATELY, SILENT, Associate
from clienteling.ui.formats import DASH, Formats
from clienteling.ui.lists.table_column import Column, Pill, share
from clienteling.ui.widgets.label import Tone
from clienteling.ui.widgets.pill import State


def columns(formats: Formats, largest: Callable[[], int]) -> tuple[Column[Associate], ...]:
    """`largest` gives how many customers the largest book has, by which the bars are measured."""
    translate = QCoreApplication.translate
    name = Column(translate("ManagerPage", "Associate"), _name, weight=3, width=236, face=True, pill=_pill(formats))
    book = Column[Associate](
        translate("ManagerPage", "Customers in the book"),
        lambda a: formats.number(a.customers),
        weight=2,
        width=140,
        sort_key=lambda a: -a.customers,
        cell=lambda a: a.customers,
        bar=lambda a: share(a.customers, largest()),
        strong=True,
    )
    contacts = translate("ManagerPage", "Contacts, {days} d").format(days=LATELY)
    stale = translate("ManagerPage", "No contact, {days} d").format(days=SILENT)
    late = replace(_numbers(formats, translate("ManagerPage", "Overdue"), lambda a: a.overdue, 84), tone=_overdue_tone)
    silent = replace(_numbers(formats, stale, lambda a: a.stale, 110), note=_never)
    return name, book, _numbers(formats, contacts, lambda a: a.contacts, 96), late, silent


def _numbers(formats: Formats, title: str, of: Callable[[Associate], int], width: int) -> Column[Associate]:
    """A column of numbers, the largest first; a dash for none."""
    return Column(
        title,
        lambda a: formats.number(of(a)) if of(a) else DASH,
        at_end=True,
        width=width,
        sort_key=lambda a: -of(a),
        cell=of,
    )


def _name(associate: Associate) -> str:
    return associate.name or QCoreApplication.translate("ManagerPage", "Store")


def _pill(formats: Formats) -> Callable[[Associate], Pill | None]:
    """Who leaves, and whose book is lent."""

    def pill(associate: Associate) -> Pill | None:
        translate = QCoreApplication.translate
        if associate.leaves is not None:
            words = translate("ManagerPage", "Leaves {day}")
            return Pill(words.format(day=formats.day(associate.leaves, associate.leaves)), State.WARNING)
        if associate.lent_to and associate.lent_until is not None:
            day, words = associate.lent_until, translate("ManagerPage", "Lent to {name} until {day}")
            return Pill(words.format(name=associate.lent_to.split(" ")[0], day=formats.day(day, day)))
        return None

    return pill


def _never(associate: Associate) -> str:
    count = associate.silence.never
    return QCoreApplication.translate("ManagerPage", "%n never", "", count) if count else ""


def _overdue_tone(associate: Associate) -> Tone:
    return Tone.DANGER if associate.overdue else Tone.TEXT
