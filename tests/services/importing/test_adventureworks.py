"""The AdventureWorks files, which are real in size and in oddities: every row of them is accounted for."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from clienteling.domain.dates import YearlyDate
from clienteling.domain.importing import Ending, FolderReport, Kind
from clienteling.domain.operations import Operation
from clienteling.services.importing.mapping import load_mapping, ready_mappings
from tests.support.imports import Imported, open_imported

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "adventureworks"
ROWS = {
    Kind.LEGAL_ENTITIES: 6,
    Kind.STORES: 10,
    Kind.WORKERS: 17,
    Kind.ATTRIBUTES: 7,
    Kind.PRODUCTS: 293,
    Kind.CUSTOMERS: 18_148,
    Kind.PURCHASES: 56_046,
    Kind.BOOKS: 18_148,
}

pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the AdventureWorks files are not beside the project"),
    pytest.mark.timeout(600),
]


def load(imported: Imported) -> FolderReport:
    return imported.importer.import_folder(None, FOLDER, load_mapping(ready_mappings()["adventureworks"]))


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    """The whole of AdventureWorks, imported once."""
    folder = tmp_path_factory.mktemp("adventureworks")
    imported = open_imported(f"sqlite:///{folder / 'company.sqlite'}", folder)
    report = load(imported)
    assert [(r.kind, r.ending, r.problems) for r in report.reports] == [(kind, Ending.TAKEN, ()) for kind in ROWS]
    assert {r.kind: r.created for r in report.reports} == {r.kind: r.read for r in report.reports} == ROWS
    yield imported
    imported.services.close()


def test_every_row_is_somewhere(company: Imported) -> None:
    assert company.count("customer") == company.count("holding") == 18_148
    assert company.count("purchase_line") == 56_046
    assert company.count("purchase") == 25_164
    assert company.select("SELECT sum(quantity) FROM purchase_line") == [(84_174,)]


def test_order_numbers_that_two_customers_share_are_two_receipts(company: Imported) -> None:
    rows = company.select(
        "SELECT p.order_number, c.account_number, count(*) FROM purchase p JOIN customer c ON c.id = p.customer_id "
        "JOIN purchase_line l ON l.purchase_id = p.id WHERE p.order_number IN ('SO62019', 'SO72019') "
        "GROUP BY p.order_number, c.account_number ORDER BY 1, 2"
    )
    assert rows == [
        ("SO62019", "AW00012807", 1),
        ("SO62019", "AW00014224", 2),
        ("SO72019", "AW00020367", 3),
        ("SO72019", "AW00025149", 3),
    ]


def test_lines_bought_in_another_company_are_there(company: Imported) -> None:
    abroad = (
        "SELECT count(*) FROM purchase_line l JOIN purchase p ON p.id = l.purchase_id "
        "JOIN customer c ON c.id = p.customer_id JOIN store s ON s.id = p.store_id "
        "WHERE s.legal_entity_id <> c.legal_entity_id"
    )
    assert company.select(abroad) == [(11,)]


def test_workers_are_called_by_their_logins(company: Imported) -> None:
    names = dict(company.select("SELECT personnel_number, name FROM worker"))
    assert (names["000274"], names["000282"]) == ("Stephen", "José")
    places = (
        "SELECT count(*) FROM worker_store w JOIN worker x ON x.id = w.worker_id WHERE x.personnel_number = '000274'"
    )
    assert company.select(places) == [(6,)]


def test_a_customer_is_what_the_files_say(company: Imported) -> None:
    session = company.session("000276", "S04")
    profile = company.profile("AW00011015", session)
    values = {v.definition.attribute.name: v.value for v in profile.groups[0].values}
    assert list(values.items()) == [
        ("Birthday", YearlyDate(2, 27, 1979)),
        ("Occupation", "Skilled Manual"),
        ("Annual income", Decimal(30_000)),
        ("Education", "Partial College"),
        ("Marital status", "Single"),
        ("Children", 0),
        ("Home owner", False),
    ]
    assert [(phone.typed, phone.label) for phone in profile.customer.phones] == [("208-555-0142", "Home")]
    assert profile.holder is not None
    assert profile.holder.name in {"Linda", "Shu"}
    assert session.store.time_zone == "America/Los_Angeles"


def test_the_customers_of_a_store_are_shared_evenly_among_its_associates(company: Imported) -> None:
    sizes = dict(
        company.select(
            "SELECT w.name, count(*) FROM holding h JOIN client_book b ON b.id = h.book_id "
            "JOIN worker w ON w.id = b.worker_id GROUP BY w.name"
        )
    )
    assert (sizes["Linda"], sizes["Shu"]) == (2190, 2190)
    assert {sizes[name] for name in ("Pamela", "David", "Tete")} == {1091, 1092}


def test_the_audit_has_a_line_for_each_customer_and_each_book(company: Imported) -> None:
    rows = company.select(
        "SELECT c.subject, count(*) FROM record_change c JOIN record r ON r.id = c.record_id "
        f"WHERE r.operation = {int(Operation.IMPORT)} AND c.customer_id IS NOT NULL GROUP BY c.subject ORDER BY 1"
    )
    assert rows == [("customer", 18_148), ("holder", 18_148)]


def test_the_second_time_nothing_changes(company: Imported) -> None:
    records = company.count("record")
    report = load(company)
    assert {r.kind: r.unchanged for r in report.reports} == ROWS
    assert report.changes.kinds == frozenset()
    assert company.count("record") == records
