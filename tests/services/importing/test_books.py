"""Client books from files, and customers given to associates in turn."""

from pathlib import Path

from clienteling.domain.importing import FolderReport, Kind
from clienteling.services.books import View
from clienteling.services.importing.mapping import Mapping
from tests.support.imports import Imported

HEAD = "account_number,personnel_number\n"
IN_TURN = Mapping.model_validate({"files": [{"kind": "books", "assign": "in turn"}]})


def holders(company: Imported) -> dict[str, str]:
    rows = company.select(
        "SELECT c.account_number, w.personnel_number FROM holding h JOIN client_book b ON b.id = h.book_id "
        "JOIN worker w ON w.id = b.worker_id JOIN customer c ON c.id = h.customer_id"
    )
    return {account: number for account, number in rows}


def assign(company: Imported) -> FolderReport:
    return company.importer.import_folder(None, Path(), IN_TURN)


def add_customers(company: Imported, count: int) -> None:
    rows = "".join(f"A-{n},USMF,S01,Customer {n}\n" for n in range(count))
    company.take_well(Kind.CUSTOMERS, "account_number,legal_entity,store,first_name\n" + rows)


def test_books_are_made_when_they_are_needed(company: Imported) -> None:
    content = HEAD + "C-1,001\nC-2,001\nC-3,004\n"
    assert company.take_well(Kind.BOOKS, content).created == 3
    assert holders(company) == {"C-1": "001", "C-2": "001", "C-3": "004"}
    assert company.select("SELECT code, description FROM client_book ORDER BY code") == [
        ("DEMF-CB-000001", "Greta Weiß"),
        ("USMF-CB-000001", "Anna Ozola"),
    ]
    assert company.services.books.count(company.session("001"), View.MINE) == 2
    assert company.take_well(Kind.BOOKS, content).unchanged == 3


def test_a_customer_moves_to_whom_the_file_says_with_a_line_of_the_audit(company: Imported) -> None:
    company.take_well(Kind.BOOKS, HEAD + "C-1,001\n")
    assert company.take_well(Kind.BOOKS, HEAD + "C-1,002\n").changed == 1
    assert holders(company) == {"C-1": "002"}
    lines = [line for line in company.services.audit.lines(None, account_number="C-1") if line.subject == "holder"]
    assert [(line.before, line.after) for line in lines] == [("001", "002"), (None, "001")]


def test_since_when_a_customer_is_in_a_book_can_be_said(company: Imported) -> None:
    head = "account_number,personnel_number,since\n"
    company.take_well(Kind.BOOKS, head + "C-1,001,2020-01-02\n")
    assert company.take_well(Kind.BOOKS, HEAD + "C-1,001\n").unchanged == 1
    assert company.take_well(Kind.BOOKS, head + "C-1,001,2020-01-03\n").changed == 1
    assert str(company.select("SELECT since FROM holding")[0][0])[:10] == "2020-01-03"


def test_holders_that_cannot_be_are_said(company: Imported) -> None:
    company.take_well(
        Kind.WORKERS, "personnel_number,name,role,stores,employed_until\n010,Otto Alt,associate,S01,2025-12-31\n"
    )
    assert [
        (line, column, why)
        for line, column, _, why in company.reasons(
            Kind.BOOKS, HEAD + "C-1,004\nC-1,010\nC-1,\nC-1,099\nC-1,001\nC-1,002\n"
        )
    ] == [
        (2, "personnel_number", "Greta Weiß does not work in Contoso USA."),
        (3, "personnel_number", "Otto Alt does not work here any more."),
        (4, "personnel_number", "Please fill this in."),
        (5, "personnel_number", "There is no worker 099."),
        (7, "account_number", "This stands in line 6 already."),
    ]


def test_whoever_has_a_customer_may_keep_it_although_they_left(company: Imported) -> None:
    company.take_well(Kind.BOOKS, HEAD + "C-1,001\n")
    company.take_well(
        Kind.WORKERS, "personnel_number,name,role,stores,employed_until\n001,Anna Ozola,associate,S02,2025-12-31\n"
    )
    assert company.take_well(Kind.BOOKS, HEAD + "C-1,001\n").unchanged == 1


def test_customers_are_given_to_the_associates_of_their_store_in_turn(company: Imported) -> None:
    add_customers(company, 5)
    (report,) = assign(company).reports
    assert (report.read, report.created) == (8, 8)
    assert holders(company) == {
        "A-0": "001",
        "A-1": "002",
        "A-2": "001",
        "A-3": "002",
        "A-4": "001",
        "C-1": "002",
        "C-2": "002",
        "C-3": "004",
    }
    (again,) = assign(company).reports
    assert (again.read, again.unchanged) == (8, 8)


def test_customers_who_are_in_a_book_stay_in_it(company: Imported) -> None:
    company.take_well(Kind.BOOKS, HEAD + "C-1,003\n")
    (report,) = assign(company).reports
    assert (report.created, report.unchanged) == (2, 1)
    assert holders(company)["C-1"] == "003"


def test_stores_without_associates_give_nobody(company: Imported) -> None:
    company.take_well(Kind.WORKERS, "personnel_number,name,role,stores\n004,Greta Weiß,manager,B01\n")
    assign(company)
    assert "C-3" not in holders(company)
