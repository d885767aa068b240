"""Mails from mbox and .eml files: their heads, and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clienteling.domain.errors import Invalid
from clienteling.engagement.pool import Pool, Taken
from clienteling.engagement.sources.files import open_file
from tests.support.naughty import strings

NOW = datetime(2026, 11, 22, tzinfo=UTC)
MAIL = """\
Message-ID: <{number}@x>
Date: Sun, 01 Nov 2026 10:00:00 +0200
From: =?utf-8?q?Anna_=C5=8Czola?= <Anna@shop.example>
To: "Kim, of Acme" <kim@acme.example>,
 lee@acme.example
Cc: jens@shop.example
Bcc: secret@shop.example
Subject: a secret subject

From here on it is the body: To: nobody@x.example

From time to time.
"""


def take(file: Path, folder: Path) -> tuple[Pool, Taken]:
    pool = Pool(folder / "pool")
    return pool, pool.take(open_file(file).batches(), NOW)


def mbox(folder: Path, *mails: str) -> Path:
    file = folder / "some.mbox"
    texts = [
        f"From someone@x Sun Nov  1 10:00:00 2026\n{mail.replace(chr(10) + 'From ', chr(10) + '>From ')}\n"
        for mail in mails
    ]
    file.write_bytes("".join(texts).encode("utf-8", "surrogateescape"))
    return file


def test_an_mbox_file_gives_each_mail_with_sender_and_recipients(tmp_path: Path) -> None:
    pool, taken = take(mbox(tmp_path, *(MAIL.format(number=n) for n in range(3))), tmp_path)
    assert (taken.taken, taken.rejected_count) == (3, 0)
    rows = pool.rows(pool.chunks[0])
    assert set(rows.at.tolist()) == {int(datetime(2026, 11, 1, 8, tzinfo=UTC).timestamp())}
    assert rows.offsets.tolist() == [0, 3, 6, 9]  # without who was copied blindly
    assert len(pool.people) == 4


def test_an_answer_is_in_the_conversation_of_the_first_mail(tmp_path: Path) -> None:
    answer = MAIL.format(number=2).replace("Subject:", "References: <1@x> <7@x>\nIn-Reply-To: <7@x>\nSubject:")
    pool, _ = take(mbox(tmp_path, MAIL.format(number=1), answer), tmp_path)
    assert len(set(pool.rows(pool.chunks[0]).conversation.tolist())) == 1


def test_a_folder_of_mails(tmp_path: Path) -> None:
    folder = tmp_path / "mails" / "below"
    folder.mkdir(parents=True)
    for number in range(2):
        (folder / f"{number}.eml").write_text(MAIL.format(number=number))
    (folder / "other.txt").write_text("no mail")
    _, taken = take(tmp_path / "mails", tmp_path)
    assert (taken.taken, taken.rejected_count) == (2, 0)
    _, taken = take(folder / "0.eml", tmp_path)
    assert (taken.taken, taken.duplicates) == (0, 1)


def test_drafts_and_invitations_are_no_mails(tmp_path: Path) -> None:
    draft = MAIL.format(number=1).replace("Subject:", "X-Unsent: 1\nSubject:")
    invitation = MAIL.format(number=2).replace("Subject:", "Content-Type: text/calendar; method=REQUEST\nSubject:")
    _, taken = take(mbox(tmp_path, draft, invitation), tmp_path)
    assert (taken.taken, taken.rejected_count) == (0, 0)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("Date: Sun, 01 Nov 2026 10:00:00 +0200\n", "", "date"),
        ("01 Nov 2026 10:00:00 +0200", "99 Foo 99999", "date"),
        ("01 Nov 2026", "01 Nov 1826", "time"),
        ("<Anna@shop.example>", "<nobody>", "sender"),
        (" <kim@acme.example>,\n lee@acme.example\nCc: jens@shop.example", " <>", "recipient"),
    ],
)
def test_a_mail_that_cannot_be_taken_is_named_with_its_reason(
    tmp_path: Path, before: str, after: str, reason: str
) -> None:
    assert before in MAIL
    _, taken = take(mbox(tmp_path, MAIL.format(number=1), MAIL.format(number=2).replace(before, after)), tmp_path)
    assert taken.taken == 1
    (rejected,) = taken.rejected
    assert (rejected.place, reason in rejected.reason) == ("2", True)


def test_naughty_heads_are_taken_or_rejected_and_break_nothing(tmp_path: Path) -> None:
    lines = [" ".join(text.splitlines()) for text in strings()]
    mails = [
        f"Message-ID: {text}\nDate: {text}\nFrom: {text} <a@b.c>\nTo: {text}\nReferences: {text}\n\n" for text in lines
    ]
    dated = [
        mail.replace(f"Date: {text}", "Date: Sun, 01 Nov 2026 10:00:00 +0200")
        for mail, text in zip(mails, lines, strict=True)
    ]
    file = tmp_path / "some.mbox"
    file.write_bytes("".join(f"From x\n{mail}\n" for mail in mails + dated).encode("utf-8", "replace"))
    _, taken = take(file, tmp_path)
    assert taken.taken + taken.duplicates + taken.rejected_count > 400


def test_a_file_that_is_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "some.mbox"
    file.write_bytes(b"PK\3\4")
    with pytest.raises(Invalid):
        take(file, tmp_path)


def test_nothing_of_a_mail_but_numbers_is_kept(tmp_path: Path) -> None:
    take(mbox(tmp_path, MAIL.format(number=1)), tmp_path)
    for file in (tmp_path / "pool").rglob("*"):
        if file.is_file():
            assert not any(word in file.read_bytes() for word in (b"secret", b"acme", b"body", b"nna"))
