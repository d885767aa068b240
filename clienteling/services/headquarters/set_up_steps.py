"""The steps from an empty database to a till that shows a card, in the order of the source text."""

from collections.abc import Callable
from dataclasses import dataclass

from clienteling.database import company, workers
from clienteling.database.configuration import sections
from clienteling.domain.audit import Changes
from clienteling.domain.configuration.company import (
    ActivityType,
    CommerceParameters,
    FeatureSettings,
    NumberSequence,
)
from clienteling.domain.configuration.configuration import Configuration, difference
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.people import Worker
from clienteling.domain.configuration.retailer import AddressBook, LegalEntity, Register, Store
from clienteling.domain.configuration.sections import SECTIONS, Job, section_of
from clienteling.domain.configuration.steps import Step, steps
from clienteling.domain.configuration.usual import activity_types, follow_up_rules
from clienteling.domain.errors import Conflict, mark
from clienteling.domain.feature import Feature, FeatureState
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Credentials, Session, check_password
from clienteling.services import passwords, setup
from clienteling.services.headquarters import publishing
from clienteling.services.headquarters.headquarters import Headquarters
from clienteling.services.operations import Operations, Writing


@dataclass(frozen=True, slots=True)
class NewCompany:
    """What a company begins with: a legal entity, a store with a till, and an administrator."""

    legal_entity: LegalEntity
    store: Store
    register: Register
    administrator: Worker


class SetUpSteps:
    """Tells what is done and what is missing, and does what can be done without a question."""

    def __init__(self, operations: Operations, headquarters: Headquarters) -> None:
        self._operations = operations
        self._headquarters = headquarters

    def is_empty(self) -> bool:
        """Whether there is no company yet."""
        return not self._operations.database.read(company.legal_entities)

    def create_company(self, new: NewCompany, password: str) -> Changes:
        """Make the first legal entity, store, till and administrator in an empty database; the feature is off.

        Raises `InvalidConfiguration` (its findings name section and field), `Invalid` at "password", and `Conflict` if
        there is a company already.
        """
        check_password(password)
        hashed = passwords.hashed(password)
        wanted = _beginning(new)

        def work(writing: Writing) -> None:
            transaction = writing.transaction
            if company.legal_entities(transaction):
                raise Conflict(mark("There is a company in this database already."))
            setup.ensure_groups(writing)
            live = sections.read(transaction)
            changes = difference(live, _only_new(live, wanted))
            publishing.check(transaction, live, changes)
            publishing.store(writing, changes)
            publishing.note(writing, changes)
            worker = workers.by_number(transaction, new.administrator.personnel_number)
            if worker is not None:
                workers.set_credentials(transaction, worker.id, Credentials(hashed, 0, None, blocked=False))
            publishing.keep_snapshots(writing, list(Job), changes)

        return self._operations.write(None, Operation.SET_UP, work)

    def steps(self, session: Session | None) -> tuple[Step, ...]:
        """All steps in their order."""
        configuration = self._headquarters.configuration(session)
        waiting = {SECTIONS[s.section].job for s in self._headquarters.waiting(session)}
        return steps(configuration, waiting)

    def suggestions(self, session: Session | None, code: str) -> tuple[Item, ...]:
        """Items that would do a step in the usual way; empty if it takes a decision."""
        make = _SUGGESTIONS.get(code)
        return tuple(make(self._headquarters.configuration(session))) if make else ()

    def do(self, session: Session | None, code: str) -> None:
        """Save what is suggested for a step."""
        for item in self.suggestions(session, code):
            name = section_of(item).name
            opened = self._headquarters.item(session, name, item.key)
            self._headquarters.save(session, name, item, opened, confirmed=True)


def _beginning(new: NewCompany) -> Configuration:
    """What is made: also an address book of the store, which its workers and customers share."""
    store = new.store
    books = dict.fromkeys((*store.customer_address_books, *store.employee_address_books))
    items: list[Item] = [new.legal_entity, store, new.register, new.administrator]
    items += [AddressBook(code, store.name or code) for code in books]
    items.append(FeatureSettings(Feature.CLIENTELING, FeatureState.OFF))
    items += follow_up_rules(new.legal_entity.code)
    found: dict[str, dict[str, Item]] = {}
    for item in items:
        found.setdefault(section_of(item).name, {})[item.key] = item
    return Configuration(found)


def _only_new(live: Configuration, wanted: Configuration) -> Configuration:
    return Configuration({name: {**live.items(name), **items} for name, items in wanted.sections.items()})


def first_company(legal_entity: LegalEntity, store: Store, register: Register, administrator: Worker) -> NewCompany:
    """A company whose parts refer to each other, whatever they said before."""
    code = store.code
    return NewCompany(
        legal_entity,
        Store(
            code,
            store.name,
            legal_entity.code,
            store.city,
            store.country or legal_entity.country,
            store.time_zone,
            store.customer_address_books or (code,),
            store.employee_address_books or (code,),
        ),
        Register(code, register.number, register.name),
        Worker(
            administrator.personnel_number,
            administrator.name,
            setup.ADMINISTRATOR,
            administrator.title,
            administrator.language,
            (code,),
        ),
    )


def _suggest_feature(configuration: Configuration) -> list[Item]:
    return [FeatureSettings(Feature.CLIENTELING)]


def _suggest_sequences(configuration: Configuration) -> list[Item]:
    """A sequence for each legal entity that has chosen none, and the choice."""
    known, sequences = configuration.all(CommerceParameters), configuration.all(NumberSequence)
    items: list[Item] = []
    for code in sorted(configuration.all(LegalEntity)):
        chosen = known.get(code) or CommerceParameters(code)
        if not chosen.client_book_identifier:
            sequence = NumberSequence(company.CLIENT_BOOK_SEQUENCE, setup.client_book_format(code), code)
            items += [sequence] if sequence.key not in sequences else []
    return items


def _suggest_activity_types(configuration: Configuration) -> list[Item]:
    have = {kind.legal_entity for kind in configuration.all(ActivityType).values()}
    missing = [entity for entity in sorted(configuration.all(LegalEntity)) if entity not in have]
    return [kind for entity in missing for kind in activity_types(entity)]


_SUGGESTIONS: dict[str, Callable[[Configuration], list[Item]]] = {
    "feature": _suggest_feature,
    "number_sequence": _suggest_sequences,
    "activity_types": _suggest_activity_types,
}
