import json
from html import escape
from pathlib import Path

import pytest

from clienteling.domain.errors import Invalid, NotAllowed, NotFound
from clienteling.domain.operations import Operation
from tests.support.person import Filler
from tests.support.program import Program

MARK = "“Zyxw” <b>&"


def test_everything_in_every_table_stands_in_the_file(program: Program, tmp_path: Path) -> None:
    key = program.company.accounts(1, 1)[0]
    filled = program.database.write(lambda t: Filler(t, MARK).fill(key))
    program.services.timelines.add_note(program.session("001"), key, "likes pearls")
    customer = program.services.customers.profile(program.session("001"), key).customer
    written = program.services.personal_files.write(program.session("009"), key, tmp_path / "file")
    document = json.loads(written.document.read_text(encoding="utf-8"))
    page = written.page.read_text(encoding="utf-8")
    assert set(document) >= set(filled)
    assert MARK in json.dumps(document, ensure_ascii=False).replace("\\", "")
    assert escape(f"{MARK} title") in page
    assert "<b>" not in page.split("</head>")[1]
    for text in (customer.name, customer.account_number, "likes pearls", *(p.typed for p in customer.phones)):
        assert escape(text) in page
        assert text in written.document.read_text(encoding="utf-8")
    # Its worker by name, and what was done with the customer.
    assert "Anna Ozola" in page
    assert document["record_change"]
    assert written.page.stat().st_mode & 0o077 == 0
    line = program.services.audit.lines(None, account_number=customer.account_number, limit=1)[0]
    assert line.operation is Operation.EXPORT_PERSONAL_FILE


def test_the_same_file_is_the_same_text(program: Program) -> None:
    key = program.company.accounts(1, 1)[0]
    first, second = (program.services.personal_files.read(None, key) for _ in range(2))
    assert first.document == second.document


def test_only_who_may_gets_files_of_the_own_company_and_a_place_that_can_be_written(
    program: Program, tmp_path: Path
) -> None:
    key, ada = program.company.accounts(1, 1)[0], program.session("009")
    with pytest.raises(NotAllowed):
        program.services.personal_files.write(program.session("003"), key, tmp_path / "file")
    with pytest.raises(NotFound):
        program.services.personal_files.write(ada, program.company.customers["DEMF D-0001"], tmp_path / "file")
    with pytest.raises(Invalid) as problem:
        program.services.personal_files.write(ada, key, tmp_path / "nowhere" / "file")
    assert problem.value.field == "file"
    assert list(tmp_path.glob("file*")) == []
