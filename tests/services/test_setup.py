"""What a company needs before anybody can work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.database import company as companies
from clienteling.database import number_sequences, workers
from clienteling.database.engine import Transaction
from clienteling.database.imports.company import LegalEntityDraft, save_legal_entity
from clienteling.domain.audit import Changes
from clienteling.domain.operations import Operation
from clienteling.services.operations import Writing
from clienteling.services.setup import ensure_company
from tests.support.imports import Imported, open_imported


@pytest.fixture
def imported(database_url: str, tmp_path: Path) -> Iterator[Imported]:
    """A database without anything, on both kinds."""
    imported = open_imported(database_url, tmp_path)
    yield imported
    imported.services.close()


def ensure(imported: Imported, *, activity_types: bool = True) -> Changes:
    def work(writing: Writing) -> None:
        ensure_company(writing, activity_types=activity_types)

    return imported.services.operations.write(None, Operation.SET_UP, work)


def add_legal_entity(imported: Imported) -> None:
    def work(writing: Writing) -> None:
        draft = LegalEntityDraft("USMF", "Contoso", "USD", "US")
        save_legal_entity(writing.transaction, None, draft)

    imported.services.operations.write(None, Operation.SET_UP, work)


def test_what_is_missing_is_made_once(imported: Imported) -> None:
    add_legal_entity(imported)
    assert ensure(imported).kinds
    assert imported.count("permission_group") == 3
    assert imported.select("SELECT format, next_number FROM number_sequence") == [("USMF-CB-######", 1)]
    assert imported.count("activity_type") == 4
    assert ensure(imported) == Changes(frozenset())


def test_activity_types_can_be_left_to_somebody_else(imported: Imported) -> None:
    add_legal_entity(imported)
    ensure(imported, activity_types=False)
    assert imported.count("activity_type") == 0


def test_what_somebody_has_changed_stays(imported: Imported) -> None:
    add_legal_entity(imported)
    ensure(imported)

    def change(writing: Writing) -> None:
        transaction = writing.transaction
        (entity,) = companies.legal_entities(transaction)
        companies.set_parameter(transaction, entity.id, companies.CUSTOMER_GROUP, "Ours")
        group = next(g for g in workers.groups(transaction).values() if g.code == "associate")
        workers.set_operations(transaction, group.id, frozenset({Operation.CUSTOMER_SEARCH}))

    imported.services.operations.write(None, Operation.SET_UP, change)
    assert ensure(imported) == Changes(frozenset())
    assert ("Ours",) in imported.select("SELECT value FROM parameter")


def test_client_books_are_numbered_by_legal_entity(imported: Imported) -> None:
    add_legal_entity(imported)
    ensure(imported)

    def next_number(transaction: Transaction) -> str:
        (entity,) = companies.legal_entities(transaction)
        return number_sequences.next_number(transaction, entity.id, companies.CLIENT_BOOK_SEQUENCE)

    assert imported.services.database.write(next_number) == "USMF-CB-000001"
    assert imported.services.database.write(next_number) == "USMF-CB-000002"
