"""Imports as a whole: all or nothing, dry runs, cancelling, repeating, the rejected file, the audit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.domain.audit import Kind as Thing
from clienteling.domain.audit import Outcome
from clienteling.domain.errors import Invalid, NotAllowed
from clienteling.domain.importing import Ending, ImportReport, Kind
from clienteling.domain.operations import Operation
from clienteling.services.importing import importer as importing
from clienteling.services.importing.mapping import Mapping
from tests.support.imports import BASE, Imported

GOOD = "sku,name\nP-8,Cap\nP-9,Scarf\n"
MIXED = "sku,name,price\nP-1,Green helmet,34.99\nP-8,,1\nP-2,Blue sock,9.5\nP-9,Scarf,many\nP-7,Glove,\n"


def numbers(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.read, report.created, report.changed, report.unchanged, report.rejected


def products(company: Imported) -> dict[str, str]:
    return {sku: name for sku, name in company.select("SELECT sku, name FROM product")}


def test_every_row_of_every_kind_is_accounted_for_and_repeating_changes_nothing(nothing: Imported) -> None:
    for kind, content in BASE.items():
        rows = content.count("\n") - 1
        assert numbers(nothing.take_well(kind, content)) == (rows, rows, 0, 0, 0)
    records = nothing.count("record")
    for kind, content in BASE.items():
        rows = content.count("\n") - 1
        report = nothing.take_well(kind, content)
        assert numbers(report) == (rows, 0, 0, rows, 0)
        assert report.changes.kinds == frozenset()
    assert nothing.count("record") == records


def test_one_row_that_cannot_be_taken_means_that_none_is(company: Imported) -> None:
    before = products(company)
    report = company.take(Kind.PRODUCTS, MIXED)
    assert report.ending is Ending.REFUSED
    assert numbers(report) == (5, 1, 1, 1, 2)
    assert products(company) == before


def test_the_good_rows_are_taken_if_that_is_asked(company: Imported) -> None:
    report = company.take(Kind.PRODUCTS, MIXED, partial=True)
    assert report.ending is Ending.TAKEN
    assert numbers(report) == (5, 1, 1, 1, 2)
    assert products(company) == {"P-1": "Green helmet", "P-2": "Blue sock", "P-7": "Glove"}
    assert [(p.line, p.column, p.value, p.reason) for p in report.problems] == [
        (3, "name", "", "Please fill this in."),
        (5, "price", "many", "“many” is no number."),
    ]


def test_a_dry_run_says_what_would_happen_and_changes_nothing(company: Imported) -> None:
    before, records = products(company), company.count("record")
    assert company.take(Kind.PRODUCTS, MIXED, dry_run=True).ending is Ending.REFUSED
    dry = company.take(Kind.PRODUCTS, MIXED, dry_run=True, partial=True)
    assert dry.ending is Ending.DRY_RUN
    assert dry.changes.kinds == frozenset()
    assert (products(company), company.count("record")) == (before, records)
    assert numbers(company.take(Kind.PRODUCTS, MIXED, partial=True)) == numbers(dry)


def test_progress_is_told_and_cancelling_leaves_nothing(company: Imported, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "CHUNK", 2)
    before = products(company)
    told: list[tuple[int, int | None]] = []
    content = "sku,name\n" + "".join(f"X-{n},Thing {n}\n" for n in range(7))
    report = company.take(
        Kind.PRODUCTS,
        content,
        progress=lambda done, total: told.append((done, total)),
        cancelled=lambda: len(told) == 2,
    )
    assert report.ending is Ending.CANCELLED
    assert numbers(report) == (4, 4, 0, 0, 0)
    assert [done for done, _ in told] == [2, 4]
    assert all(total is not None and total >= 7 for _, total in told)
    assert products(company) == before


def test_what_stands_twice_is_found_across_chunks(company: Imported, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "CHUNK", 2)
    content = "sku,name\n" + "".join(f"X-{n % 3},Thing\n" for n in range(5))
    assert company.reasons(Kind.PRODUCTS, content) == [
        (5, "sku", "X-0", "This stands in line 2 already."),
        (6, "sku", "X-1", "This stands in line 3 already."),
    ]


def test_rejected_rows_go_to_a_file_that_can_be_imported_again(company: Imported, tmp_path: Path) -> None:
    rejected = tmp_path / "rejected.csv"
    company.take(Kind.PRODUCTS, MIXED, partial=True, rejected=rejected)
    text = rejected.read_text(encoding="utf-8-sig")
    assert text.splitlines() == [
        "sku,name,price,rejected_line,rejected_column,rejected_reason",
        "P-8,,1,3,name,Please fill this in.",
        "P-9,Scarf,many,5,price,“many” is no number.",
    ]
    # Half of it is put right, and the rest is rejected once more, without further columns.
    again = company.take(Kind.PRODUCTS, text.replace("P-8,,1", "P-8,Cap,1"), partial=True, rejected=rejected)
    assert numbers(again) == (2, 1, 0, 0, 1)
    assert rejected.read_text(encoding="utf-8-sig").splitlines() == [
        "sku,name,price,rejected_line,rejected_column,rejected_reason",
        "P-9,Scarf,many,3,price,“many” is no number.",
    ]
    assert company.take_well(Kind.PRODUCTS, GOOD, rejected=rejected)
    assert not rejected.exists()


def test_rows_that_cannot_be_split_are_kept_as_they_stand(company: Imported, tmp_path: Path) -> None:
    rejected = tmp_path / "rejected.csv"
    company.take(Kind.PRODUCTS, 'sku,name\nP-8\nP-9,"Scarf\n', partial=True, rejected=rejected)
    lines = rejected.read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith('P-8,,2,,"The row has 1 fields')
    assert lines[2].startswith('"P-9,""Scarf",,3,,"The quotes are wrong')


def test_the_rejected_file_is_neither_the_source_nor_somewhere_impossible(company: Imported, tmp_path: Path) -> None:
    source = tmp_path / "products.csv"
    with pytest.raises(Invalid, match="cannot go to the file that is imported"):
        company.take(Kind.PRODUCTS, MIXED, partial=True, rejected=source)
    assert source.read_text() == MIXED
    with pytest.raises(Invalid, match="rejected rows cannot be written") as refused:
        company.take(Kind.PRODUCTS, MIXED, partial=True, rejected=tmp_path / "nowhere" / "r.csv")
    assert refused.value.field == "rejected"
    assert "P-7" not in products(company)


def test_a_file_that_becomes_unreadable_leaves_nothing(company: Imported) -> None:
    before = products(company)
    content = b"sku,name\n" + b"".join(b"X-%d,Thing\n" % n for n in range(5000)) + b"X-\xff,Thing\n"
    with pytest.raises(Invalid, match="line 5002"):
        company.take(Kind.PRODUCTS, content, partial=True)
    assert products(company) == before


def test_the_audit_has_a_line_for_each_file_that_changed_something(company: Imported) -> None:
    company.take_well(Kind.PRODUCTS, GOOD)
    line = company.services.audit.lines(None, limit=1)[0]
    assert (line.operation, line.outcome, line.reason) == (Operation.IMPORT, Outcome.DONE, "products.csv")
    assert (line.subject, line.before, line.after) == ("products", None, "2 created, 0 changed")


def test_what_an_import_touched_is_told_to_open_pages(company: Imported) -> None:
    changes = company.take_well(Kind.PRODUCTS, GOOD).changes
    assert changes.concerns(Thing.TIMELINE, 1)
    assert changes.record_id is not None


def test_an_administrator_may_import_and_an_associate_may_not(company: Imported) -> None:
    with pytest.raises(NotAllowed, match="Administrator"):
        company.take(Kind.PRODUCTS, GOOD, session=company.session("001"))
    assert company.services.audit.lines(None, limit=1)[0].outcome is Outcome.REFUSED
    assert "P-8" not in products(company)
    company.take_well(Kind.PRODUCTS, GOOD, session=company.session("009"))
    line = company.services.audit.lines(None, limit=1)[0]
    assert (line.worker, line.store) == ("Ada Boss", "North")


def test_rows_are_taken_like_files(company: Imported) -> None:
    def rows() -> Iterator[dict[str, str]]:
        yield {"sku": "P-8", "name": "Cap"}
        yield {"sku": "P-1", "name": "Red helmet", "color": "Red"}
        yield {"sku": "P-7"}

    report = company.importer.import_rows(None, Kind.PRODUCTS, rows(), partial=True)
    assert numbers(report) == (3, 1, 1, 0, 1)
    assert report.problems[0].line == 3
    assert company.select("SELECT color, category FROM product WHERE sku = 'P-1'") == [("Red", "Helmets")]


def test_an_unknown_legal_entity_is_refused_before_anything_is_read(company: Imported) -> None:
    with pytest.raises(Invalid, match="There is no legal entity “XX”") as refused:
        company.take(Kind.STORES, "store,name\nS09,Nine\n", legal_entity="XX")
    assert refused.value.field == "legal_entity"


def test_the_legal_entity_can_be_given_for_files_that_do_not_name_it(company: Imported) -> None:
    company.take_well(Kind.STORES, "store,name\nS09,Nine\n", legal_entity="DEMF")
    statement = "SELECT l.code FROM store s JOIN legal_entity l ON l.id = s.legal_entity_id WHERE s.code = 'S09'"
    assert company.select(statement) == [("DEMF",)]


def folder_mapping(*kinds: Kind) -> Mapping:
    return Mapping.model_validate({"files": [{"kind": kind, "file": f"{kind}.csv"} for kind in kinds]})


@pytest.fixture
def folder(nothing: Imported) -> Path:
    for kind, content in BASE.items():
        nothing.write(f"{kind}.csv", content)
    return nothing.folder


def test_a_folder_is_read_in_the_order_in_which_one_file_needs_the_other(nothing: Imported, folder: Path) -> None:
    mapping = folder_mapping(*reversed(BASE))
    told: set[Kind] = set()
    tried = nothing.importer.import_folder(None, folder, mapping, dry_run=True)
    assert [(r.kind, r.ending) for r in tried.reports] == [(kind, Ending.DRY_RUN) for kind in BASE]
    assert nothing.count("customer") == nothing.count("record") == 0
    taken = nothing.importer.import_folder(None, folder, mapping, progress=lambda kind, _done, _total: told.add(kind))
    assert [(r.kind, r.ending) for r in taken.reports] == [(kind, Ending.TAKEN) for kind in BASE]
    assert [numbers(r) for r in taken.reports] == [numbers(r) for r in tried.reports]
    assert Thing.CUSTOMERS in taken.changes.kinds
    assert told == set(BASE)
    assert nothing.count("customer") == 3


def test_the_first_file_of_a_folder_that_is_refused_ends_the_run(nothing: Imported, folder: Path) -> None:
    nothing.write("products.csv", MIXED)
    rejected = folder / "rejected"
    rejected.mkdir()
    for dry_run in (True, False):
        report = nothing.importer.import_folder(None, folder, folder_mapping(*BASE), dry_run=dry_run, rejected=rejected)
        assert report.reports[-1].kind is Kind.PRODUCTS
        assert report.reports[-1].ending is Ending.REFUSED
        assert [path.name for path in rejected.iterdir()] == ["products-rejected.csv"]
    assert (nothing.count("worker"), nothing.count("product"), nothing.count("customer")) == (5, 0, 0)


def test_a_folder_is_looked_at_before_its_first_file_is_taken(nothing: Imported, folder: Path) -> None:
    (folder / "customers.csv").unlink()
    with pytest.raises(Invalid, match=r"There is no file customers\.csv"):
        nothing.importer.import_folder(None, folder, folder_mapping(*BASE))
    assert nothing.count("legal_entity") == 0


def test_a_file_that_becomes_unreadable_ends_the_run_and_the_others_stay(nothing: Imported, folder: Path) -> None:
    nothing.write("products.csv", b"sku,name\n" + b"P-1,Hat\n" * 20_000 + b"\xff")
    report = nothing.importer.import_folder(None, folder, folder_mapping(*BASE))
    assert report.problem is not None
    assert "products.csv" in report.problem.message
    assert report.reports[-1].kind is Kind.ATTRIBUTES
    assert nothing.count("worker") == 5


def test_a_folder_with_its_own_activity_types_gets_no_others(nothing: Imported, folder: Path) -> None:
    nothing.write("activity-types.csv", "legal_entity,code,name,icon\nUSMF,fitting,Fitting,scissors\n")
    nothing.importer.import_folder(None, folder, folder_mapping(Kind.ACTIVITY_TYPES, *BASE))
    assert nothing.select("SELECT code, position FROM activity_type") == [("fitting", 1)]
