"""Makes the demo company in an empty database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from clienteling.database import attributes, workers
from clienteling.database import company as companies
from clienteling.database.engine import Transaction
from clienteling.domain.attribute import Attribute
from clienteling.domain.errors import Conflict, mark
from clienteling.domain.importing import Ending, ImportReport, Kind
from clienteling.domain.operations import Operation
from clienteling.domain.relationship.analytics import Analytics, Frequency
from clienteling.services.demo.definitions import option_labels
from clienteling.services.demo.follow_ups import add_follow_ups
from clienteling.services.demo.generation import company
from clienteling.services.demo.retailer import EMPLOYEES, SHOPS
from clienteling.services.headquarters.distribution import Distribution
from clienteling.services.importing.importer import Importer
from clienteling.services.operations import Operations, Writing
from clienteling.services.relationship.relationships import Relationships
from clienteling.services.sign_in import SignIn

PASSWORD = "aurel-demo"  # noqa: S105 - everybody may know it: the sign-in page of a demo company shows it
CUSTOMERS = 3000
SEED = 1


class DemoCompany:
    """Maison Aurel: two legal entities, five stores, and as many customers as asked for."""

    def __init__(self, importer: Importer, sign_in: SignIn, operations: Operations) -> None:
        self._importer = importer
        self._sign_in = sign_in
        self._operations = operations

    def make(
        self,
        customers: int = CUSTOMERS,
        seed: int = SEED,
        *,
        progress: Callable[[Kind, int], None] = lambda kind, rows: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[ImportReport, ...]:
        """Import everything, kind by kind, give every worker the password and say that this is a demo.

        Raises `Conflict` if there is a company already. `progress` hears of each kind how many rows are done. When
        cancelled, the last report says so, and the database is no demo company but holds what came before.
        """
        self._operations.database.read(_refuse_if_taken)
        reports = []
        for rows in company(seed, customers, self._today()):
            told = partial(_tell, progress, rows.kind)
            report = self._importer.import_rows(None, rows.kind, rows, progress=told, cancelled=cancelled)
            reports.append(report)
            if report.ending is Ending.CANCELLED:
                return tuple(reports)
            if report.ending is not Ending.TAKEN:
                raise RuntimeError(f"{rows.kind}: {report.problems[0].reason}")
        self._sign_in.set_password(None, EMPLOYEES[0].number, PASSWORD)
        self._operations.write(None, Operation.SET_UP, partial(_finish, today=self._today()))
        self._enable_relationships()
        Distribution(self._operations).run(None)
        return tuple(reports)

    def _enable_relationships(self) -> None:
        """A boutique hears of its customers once a month rather than once a week."""
        relationships = Relationships(self._operations)
        for entity in self._operations.database.read(companies.legal_entities):
            relationships.choices.enable(None, entity, licence=True)
            chosen = relationships.choices.overview(None, entity).chosen
            monthly = replace(chosen, analytics=Analytics(frequency=Frequency.MONTHLY))
            relationships.choices.save(None, entity, monthly)
            relationships.computation.refresh(entity)

    def _today(self) -> date:
        return self._operations.clock().astimezone(ZoneInfo(SHOPS[0].time_zone)).date()


def _tell(progress: Callable[[Kind, int], None], kind: Kind, done: int, _of: int | None) -> None:
    progress(kind, done)


def _refuse_if_taken(transaction: Transaction) -> None:
    if companies.legal_entities(transaction):
        raise Conflict(mark("There is a company in this database already. A demo company needs an empty one."))


def _finish(writing: Writing, today: date) -> None:
    """Give all workers the first one's password, show it on the sign-in page, and translate the options."""
    transaction = writing.transaction
    found = [workers.by_number(transaction, employee.number) for employee in EMPLOYEES]
    first, *others = (worker.id for worker in found if worker is not None)
    credentials = workers.credentials(transaction, first)
    for worker_id in others:
        # One hash serves all: hashing takes its time on purpose, and this password is no secret.
        workers.set_credentials(transaction, worker_id, credentials)
    companies.set_parameter(transaction, companies.COMPANY, companies.DEMO_PASSWORD, PASSWORD)
    _translate(transaction)
    add_follow_ups(transaction, today, writing.at)
    writing.note("demo company", None, None, "Maison Aurel")


def _translate(transaction: Transaction) -> None:
    stored = attributes.all_attributes(transaction), attributes.all_measures(transaction)
    saves = attributes.save_attribute, attributes.save_measure
    for found, save in zip(stored, saves, strict=True):
        for name, labels in option_labels().items():
            if name in found:
                save(transaction, _translated(found[name], labels))


def _translated(attribute: Attribute, labels: dict[str, dict[str, str]]) -> Attribute:
    options = tuple(replace(option, labels=labels[option.value]) for option in attribute.options)
    return replace(attribute, options=options)
