"""The customers of the small company as members of books, for the model to judge."""

from collections.abc import Iterable
from datetime import date

from clienteling.domain.attribute import AttributeType, Value
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.phones import read_phone
from tests.support.book_model import Member, Shelf
from tests.support.company import HELD, Company
from tests.support.company_customers import invent


def member(company: Company, number: int, holder: str, definitions: Iterable[PropertyDefinition]) -> Member:
    """The customer of USMF with this number, in the book of a worker."""
    new = invent(number, f"C-{number:04}", ())
    values: dict[str, Value] = {}
    for definition in definitions:
        name = definition.attribute.name
        if definition.attribute.type is AttributeType.REFERENCE:
            value: Value | None = new.dates.get(definition.attribute.reference)
        else:
            value = (new.measures if definition.is_measure else new.values).get(name)
        if value is not None:
            values[definition.key] = value
    return Member(
        id=company.customers[new.account],
        name=new.name,
        holder=company.worker_id(holder),
        phones=tuple((typed, read_phone(typed, "US").e164) for typed in new.phones),
        emails=new.emails,
        cards=new.cards,
        score=new.score,
        values=values,
    )


def members(company: Company, holders: Iterable[str], definitions: Iterable[PropertyDefinition]) -> list[Member]:
    """The customers in the books of these workers, as the company was built."""
    known = tuple(definitions)
    return [member(company, number, holder, known) for holder in holders for number in HELD.get(holder, ())]


def shelf(company: Company, definitions: Iterable[PropertyDefinition], today: date) -> Shelf:
    names = {worker.id: worker.name for worker in company.workers.values()}
    return Shelf(tuple(definitions), names, today)
