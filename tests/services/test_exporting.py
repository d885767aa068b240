"""Exporting customers: who may, what is in the file, and that we read again what we wrote."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from clienteling.domain.errors import Invalid, NotAllowed, NotFound
from clienteling.domain.importing import Kind
from clienteling.domain.operations import Operation
from clienteling.services.exporting import Form
from tests.support.company import HELD
from tests.support.program import Program


def keys(program: Program, numbers: Sequence[int]) -> list[int]:
    return [program.company.customers[f"C-{number:04}"] for number in numbers]


def export(program: Program, worker: str, numbers: Sequence[int], file: Path, form: Form = Form.CSV) -> int:
    session = program.session(worker)
    return program.services.exports.export(session, keys(program, numbers), file, form).count


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def audit(program: Program) -> list[tuple[str, str, str | None]]:
    lines = program.services.audit.lines(program.session("009"), limit=5)
    return [(line.operation.title, line.outcome, line.after) for line in lines]


def test_the_own_book_as_a_table(program: Program, tmp_path: Path) -> None:
    assert export(program, "001", HELD["001"], tmp_path / "a.csv") == 10
    head, *lines = rows(tmp_path / "a.csv")
    assert head[:4] == ["account_number", "name", "phone", "email"]
    assert head[4:7] == ["Churn", "Birthday", "Brand"]  # what the cards show comes first
    assert len(head) == len(set(head))
    assert [line[0] for line in lines] == [f"C-{number:04}" for number in HELD["001"]]
    assert {len(line) for line in lines} == {len(head)}
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfaccount_number,")


def test_without_a_byte_order_mark_when_that_is_asked_for(sqlite_program: Program, tmp_path: Path) -> None:
    export(sqlite_program, "001", [1], tmp_path / "a.csv", Form.PLAIN_CSV)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"account_number,")


def test_a_name_that_is_a_formula_is_a_text(sqlite_program: Program, tmp_path: Path) -> None:
    with sqlite_program.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE customer SET name = '=HYPERLINK(1)' WHERE account_number = 'C-0001'")
    export(sqlite_program, "001", [1], tmp_path / "a.csv")
    assert rows(tmp_path / "a.csv")[1][1] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("form", [Form.VCARD_3, Form.VCARD_4])
def test_our_own_cards_change_nothing_when_they_are_imported(program: Program, tmp_path: Path, form: Form) -> None:
    for expected in (10, 0):  # the small company has names that nobody divided: that is done the first time
        export(program, "001", HELD["001"], tmp_path / "a.vcf", form)
        report = program.services.importer.import_file(None, Kind.CUSTOMERS, tmp_path / "a.vcf", store="S01")
        assert [problem.reason for problem in report.problems] == []
        assert (report.created, report.changed, report.unchanged) == (0, expected, 10 - expected)


def test_the_audit_says_how_many_and_not_who(program: Program, tmp_path: Path) -> None:
    export(program, "001", [1, 2, 2], tmp_path / "a.csv")
    assert audit(program)[0] == ("Export customers", "done", "2 csv")
    lines = program.services.audit.lines(program.session("009"), limit=1)
    assert [line.customer for line in lines] == [""]


def test_an_associate_exports_nobody_elses_customers(program: Program, tmp_path: Path) -> None:
    for others in ([1, 11], [24]):
        with pytest.raises(NotAllowed, match="Export customers of others"):
            export(program, "001", others, tmp_path / "a.csv")
    assert list(tmp_path.glob("a.*")) == []
    assert audit(program)[0][:2] == ("Export customers of others", "refused")
    assert export(program, "003", [1, 11, 24], tmp_path / "a.csv") == 3


def test_customers_of_another_company_are_not_there(sqlite_program: Program, tmp_path: Path) -> None:
    stranger = sqlite_program.company.customers["DEMF D-0001"]
    with pytest.raises(NotFound):
        sqlite_program.services.exports.export(sqlite_program.session("009"), [stranger], tmp_path / "a.csv", Form.CSV)
    assert list(tmp_path.glob("*.csv")) + list(tmp_path.glob(".*.part")) == []


def test_what_cannot_be_written_leaves_no_half_file(sqlite_program: Program, tmp_path: Path) -> None:
    with pytest.raises(Invalid, match=r"a\.csv cannot be written"):
        export(sqlite_program, "001", [1], tmp_path / "nowhere" / "a.csv")
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(Invalid, match=r"a\.csv cannot be written"):
        export(sqlite_program, "001", [1], tmp_path / "a.csv")
    assert list(tmp_path.glob(".*.part")) == []


def test_a_permission_that_is_taken_away_counts_at_once(sqlite_program: Program, tmp_path: Path) -> None:
    with sqlite_program.database.engine.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM permission WHERE operation = {int(Operation.EXPORT)}")
    with pytest.raises(NotAllowed):
        export(sqlite_program, "001", [1], tmp_path / "a.csv")
