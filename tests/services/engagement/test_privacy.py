"""Nobody is named: no address, subject or text of a mail in what engagement stores, writes out, logs or reports."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from mailbox import mbox
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from sqlalchemy import text

from clienteling.domain.enrichment import Consent, RunState
from clienteling.engagement.rows import COLUMNS
from clienteling.services.engagement import runs as module
from clienteling.ui.messages import bug_details
from tests.support.clock import START
from tests.support.engagement import OURS, SETTINGS, give_address
from tests.support.program import Program

KIM, STRANGER = "kim.unmistakable@acme.example", "somebody.else@far.example"
SUBJECT, BODY = "A most confidential merger", "Nobody may ever read this sentence"
SECRETS = (KIM, KIM.partition("@")[0], STRANGER, SUBJECT, BODY)
LATER = START + timedelta(hours=7)


def write_mails(file: Path) -> Path:
    box = mbox(file)
    for number, (sender, to) in enumerate(((OURS[0], KIM), (KIM, OURS[1]), (STRANGER, OURS[0]), (KIM, OURS[0]))):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, to, SUBJECT
        mail["Date"] = format_datetime(START - timedelta(days=30 + number))
        mail["Message-ID"] = f"<{number}@x>"
        mail.set_content(BODY)
        box.add(mail)
    box.flush()
    box.close()
    return file


def set_up(program: Program, folder: Path) -> int:
    give_address(program, "C-0001", KIM)
    engagement, session = program.services.engagement, program.session("009")
    settings = replace(SETTINGS, name="Mails")
    engagement.enrichments.save(session, settings, agreed=True, consent=Consent.GRANTED)
    engagement.interactions.take_files(session, [write_mails(folder / "kim.unmistakable@acme.example.mbox")])
    return engagement.enrichments.find(session, None).id


def stored(program: Program) -> Iterator[str]:
    """Everything that the tables of engagement and the audit hold; the answers of the wizard name the chosen."""
    for table in ("account_engagement", "enrichment_run", "record", "record_change", "engagement_score"):
        with program.database.engine.connect() as connection:
            yield from (str(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}")))


def test_neither_tables_nor_files_nor_logs_name_anybody(
    sqlite_program: Program, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    key = set_up(sqlite_program, tmp_path)
    engagement, session = sqlite_program.services.engagement, sqlite_program.session("009")
    ended = engagement.runs.run(session, key, now=LATER)
    assert (ended.state, ended.accounts, ended.mails) == (RunState.SUCCESSFUL, 1, 3)
    said = [*stored(sqlite_program), caplog.text]
    for level in ("year", "month", "week"):
        table = engagement.results.table(session, key, level)
        assert table.columns == ("CustomerId", *COLUMNS)  # of accounts, and of nobody
        said += [str(row) for row in table.rows()]
        engagement.results.export(session, key, tmp_path / f"{level}.csv", level)
        said.append((tmp_path / f"{level}.csv").read_text(encoding="utf-8"))
    engagement.results.export_users(session, key, tmp_path / "users.csv")
    users = (tmp_path / "users.csv").read_text(encoding="utf-8-sig").split()
    assert users == ["DirectoryObjectId", "id-1", "id-2"]  # the directory's IDs, and no address
    for secret in SECRETS:
        assert not [one for one in said if secret in one]
    for file in (tmp_path / "engagement").rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not [secret for secret in (*SECRETS, *OURS) if secret.encode() in content], file
        if file.suffix == ".parquet":
            assert "@" not in str(pq.read_table(file).to_pylist()), file


def test_a_run_that_breaks_tells_where_and_not_who(
    sqlite_program: Program, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    key = set_up(sqlite_program, tmp_path)
    monkeypatch.setattr(module, "store_results", broken)
    with pytest.raises(RuntimeError) as found:
        sqlite_program.services.engagement.runs.run(None, key, now=LATER)
    logging.getLogger("test").error("It broke", exc_info=found.value)
    (ended, *_) = sqlite_program.services.engagement.runs.history(None, key)
    assert ended.state is RunState.FAILED
    for secret in (*SECRETS, *OURS):
        assert secret not in bug_details(found.value) + caplog.text + ended.problem
