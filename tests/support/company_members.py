"""The customers of the small company as members of books, for the model to judge."""

from collections.abc import Iterable, Sequence
from datetime import date

from clienteling.domain.attribute import AttributeType, Value
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.phones import read_phone
from tests.support.book_model import Member, Shelf
from tests.support.company import HELD, Company
from tests.support.company_customers import invent


def member(company: Company, account: str, holder: str, definitions: Iterable[PropertyDefinition]) -> Member:
    """The customer with this account ("DEMF D-0001" for those of DEMF), in the book of a worker."""
    entity, _, bare = account.rpartition(" ")
    number = int(bare.partition("-")[2])
    if entity:
        number = 109 if bare == "C-0001" else 100 + number
    new = invent(number, bare, ())
    values: dict[str, Value] = {}
    for definition in definitions:
        name = definition.attribute.name
        if definition.attribute.type is AttributeType.REFERENCE:
            value: Value | None = new.dates.get(definition.attribute.reference)
        else:
            value = (new.measures if definition.is_measure else new.values).get(name)
        if value is not None:
            values[definition.key] = value
    country = company.entities[entity or "USMF"].country
    return Member(
        id=company.customers[account],
        name=new.name,
        holder=company.worker_id(holder),
        phones=tuple((typed, read_phone(typed, country).e164) for typed in new.phones),
        emails=new.emails,
        cards=new.cards,
        score=new.score,
        values=values,
    )


def members(company: Company, holders: Iterable[str], definitions: Sequence[PropertyDefinition]) -> list[Member]:
    """The customers in the books of these workers of USMF, as the company was built."""
    return [
        member(company, f"C-{number:04}", holder, definitions) for holder in holders for number in HELD.get(holder, ())
    ]


def shelf(company: Company, definitions: Sequence[PropertyDefinition], today: date) -> Shelf:
    names = {worker.id: worker.name for worker in company.workers.values()}
    return Shelf(definitions, names, today)
