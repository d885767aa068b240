import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import JSON, Text, cast, inspect, select, text
from sqlmodel import SQLModel

from clienteling.database import seals
from clienteling.database.person.traces import forms
from clienteling.domain.customer_draft import AddressDraft, ContactDraft, DateDraft
from clienteling.domain.erasure import WORD
from clienteling.domain.errors import AlreadyHeld, Invalid, NotAllowed, NotFound
from clienteling.domain.filters import Query
from clienteling.domain.operations import Operation
from clienteling.services import books
from clienteling.services.books import View
from clienteling.services.data_folder import EXPORTS, LOGS
from clienteling.services.erasure import Erasure, write_proof
from tests.support.person import Filler
from tests.support.program import Program

NAMES = (
    ("Zyxwa", "Qvortrupņa"),
    ('O\'Brien-"Zyxwa"', "<b>Qvortrup</b> & Sons"),
    ("'; DROP TABLE customer; --Zyxwa", "{braces} %s \\Qvortrup"),
    ("👩‍👩‍👧‍👦 Zyxwa", "قوورتروب ابنة"),
)
MARK = "zyxwfiller"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of whom every table knows something, and what that is."""

    customer_id: int
    texts: tuple[str, ...]


def invent(program: Program, first: str, last: str) -> Person:
    """A customer with everything, about whom everybody has written."""
    services, anna, mara = program.services, program.session("001"), program.session("003")
    texts = (
        "+37129988776",
        "zyxwa.q@example.com",
        "77 Zyxwstreet",
        "Zyxwcard-4711",
        "zyxw allergic to wool",
        "former zyxw words",
    )
    phone, email, street, card, allergic, former = texts
    form = services.customer_changes.form(anna)
    draft = replace(
        form.draft,
        first_name=first,
        last_name=last,
        phones=(ContactDraft(phone, "home", primary=True),),
        emails=(ContactDraft(email, "", primary=True),),
        address=AddressDraft("LV", street, "LV-1010", "Riga"),
        dates=(DateDraft("Birthday", "1988-11-18"),),
        cards=(card,),
    )
    saved = services.customer_changes.create(anna, draft, add_to_book=True)
    key, name = saved.customer.id, saved.customer.name
    services.timelines.add_note(anna, key, former)
    (item,) = [i for i in services.timelines.page(anna, key, limit=9).items if i.text == former]
    note, version = services.timeline_edits.note(anna, item.id)
    services.timeline_edits.edit_note(anna, item.id, version, replace(note, text=allergic))
    services.drafts.keep(anna, key, "note", json.dumps({"text": f"ask {name}"}))
    other = program.company.accounts(1, 1)[0]
    services.drafts.keep(mara, other, "note", json.dumps({"text": f"as {name} said"}))
    services.views.save(anna, View.MINE, f"for {name}"[:60], Query())
    with pytest.raises(AlreadyHeld):
        services.book_changes.add(program.session("002"), [key])
    services.book_changes.reassign(
        mara, [key], anna.worker.id, program.company.worker_id("002"), reason=f"{name} has moved"
    )
    services.books.find(program.session("002"), View.MINE, Query())
    twin = services.customer_changes.create(anna, replace(draft, cards=()), add_to_book=False)
    services.merging.merge(mara, key, twin.customer.id)
    program.database.write(lambda t: Filler(t, MARK).fill(key))
    return Person(key, (*texts, MARK, name, last, saved.customer.account_number, twin.customer.account_number))


@pytest.fixture
def folder(program: Program, tmp_path: Path) -> Path:
    """The data folder, with a database that was copied before an update, exports, and a log that said too much."""
    made = tmp_path / "home"
    (made / EXPORTS).mkdir(parents=True)
    (made / LOGS).mkdir()
    return made


def prepare(program: Program, person: Person, folder: Path) -> None:
    services, name = program.services, person.texts[-4]
    services.personal_files.write(None, person.customer_id, folder / EXPORTS / "person.html")
    (folder / EXPORTS / "other.csv").write_text("nobody\n")
    (folder / LOGS / "clienteling.log").write_text(f"started\nshown {name}\nended\n", encoding="utf-8")
    (folder / "letter.txt").write_text(f"Dear {name}", encoding="utf-8")
    if program.database.is_sqlite:
        file = Path(program.database.place)
        shutil.copyfile(file, file.with_name(f"{file.stem}-before-0009-from-0008{file.suffix}"))


def standing_in_files(folder: Path, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    wanted = {form.encode() for t in texts for form in forms(t)}
    return [
        (file.name, form.decode())
        for file in folder.rglob("*")
        if file.is_file()
        for form in wanted
        if form in file.read_bytes()
    ]


def standing_in_tables(program: Program, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Looked for without the program's own way of looking."""
    found = []
    with program.database.engine.connect() as connection:
        for name in inspect(connection).get_table_names():
            for row in connection.execute(text(f'SELECT * FROM "{name}"')):
                whole = " ".join(repr(value) + str(value) for value in row)
                found += [(name, t) for t in texts if any(form in whole for form in forms(t))]
    return found


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name[0][:12])
def test_nothing_of_the_person_is_left(program: Program, folder: Path, tmp_path: Path, name: tuple[str, str]) -> None:
    person = invent(program, *name)
    prepare(program, person, folder)
    assert {t for _, t in standing_in_tables(program, person.texts)} >= set(person.texts[:5])
    erasure = Erasure(program.services.operations, folder)
    erased = erasure.erase(program.session("009"), person.customer_id, WORD)
    assert erased.files == ("letter.txt",)
    (folder / "letter.txt").unlink()
    assert standing_in_tables(program, person.texts) == []
    assert standing_in_files(tmp_path, person.texts) == []
    assert (folder / LOGS / "clienteling.log").read_text() == "started\nended\n"
    assert (folder / EXPORTS / "other.csv").exists()
    assert erased.proof.swept
    assert program.database.read(seals.broken) == ()
    with pytest.raises(NotFound):
        program.services.customers.profile(program.session("001"), person.customer_id)


def test_the_proof_says_what_was_removed_and_not_what_it_was(program: Program, tmp_path: Path) -> None:
    person = invent(program, *NAMES[0])
    outlook = program.services.erasure.outlook(None, person.customer_id)
    ada = program.session("009")
    erased = program.services.erasure.erase(ada, person.customer_id, f" {WORD} ")
    proof = erased.proof
    for kind in ("customer", "customer_phone", "note", "note_revision", "activity"):
        assert proof.removed[kind] == outlook[kind], kind
    assert proof.kept == {"receipt": outlook["purchase"]}
    assert program.database.read(lambda t: seals.hash_at(t, proof.place)) == proof.hash
    assert proof.by == f"{ada.worker.name} (009)"
    page, document = write_proof(proof, tmp_path / "proof.html")
    read = json.loads(document.read_text(encoding="utf-8"))
    assert read["removed"]["note"] == outlook["note"]
    for written in (page, document):
        assert not [t for t in person.texts if t in written.read_text(encoding="utf-8")]
    line = program.services.audit.lines(None, limit=1)[0]
    assert line.operation is Operation.ERASE_CUSTOMER
    assert (line.customer, line.account_number) == ("", "")


def test_what_others_wrote_of_the_person_is_told(program: Program) -> None:
    person = invent(program, *NAMES[0])
    other = program.company.accounts(2, 2)[0]
    program.services.timelines.add_note(program.session("001"), other, f"friend of {person.texts[-4]}")
    erased = program.services.erasure.erase(None, person.customer_id, WORD)
    assert erased.proof.mentions == {"note": 1}


def test_the_word_has_to_be_typed_by_who_may(program: Program) -> None:
    key = program.company.accounts(1, 1)[0]
    with pytest.raises(Invalid, match="cannot be undone"):
        program.services.erasure.erase(program.session("009"), key, "erase?")
    with pytest.raises(NotAllowed):
        program.services.erasure.erase(program.session("003"), key, WORD)
    with pytest.raises(NotFound):
        program.services.erasure.erase(program.session("009"), program.company.customers["DEMF D-0001"], WORD)


def test_books_are_right_afterwards_and_others_undo_what_they_did(program: Program) -> None:
    person = invent(program, *NAMES[0])
    jens = program.session("002")
    before = program.services.books.find(jens, View.MINE, Query()).ids.tolist()
    assert person.customer_id in before
    program.services.erasure.erase(None, person.customer_id, WORD)
    after = program.services.books.find(jens, View.MINE, Query()).ids.tolist()
    assert set(after) == set(before) - {person.customer_id}


def test_a_book_in_memory_is_not_kept_with_the_person(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    person = invent(program, *NAMES[0])
    monkeypatch.setattr(books, "_LEAST_KEPT", 1)
    jens = program.session("002")
    with program.beside() as other:
        other.services.books.find(jens, View.MINE, Query())
        kept = other.services.books._open
        program.services.erasure.erase(None, person.customer_id, WORD)
        other.services.books._to_keep.update(kept)
        other.services.books._keep()
    assert standing_in_tables(program, person.texts) == []


def test_what_was_done_to_others_with_the_person_can_still_be_undone(program: Program) -> None:
    person = invent(program, *NAMES[0])
    mara, jens = program.session("003"), program.company.worker_id("002")
    other = program.company.accounts(21, 21)[0]
    program.services.book_changes.add(program.session("002"), [other])
    both = [person.customer_id, other]
    moved = program.services.book_changes.reassign(mara, both, jens, program.company.worker_id("001"))
    assert moved.record_id is not None
    program.services.erasure.erase(None, person.customer_id, WORD)
    assert program.services.book_changes.undo(mara, moved.record_id).customer_ids == {other}


def test_every_table_is_told_how_a_person_is_erased_from_it(program: Program) -> None:
    """A table that was added since: does it refer to customers, or are its texts looked through? Then it is covered."""
    person = invent(program, *NAMES[0])
    name = person.texts[-4]
    texts = {
        of.name: [c.name for c in of.columns if isinstance(c.type, Text | JSON)]
        for of in SQLModel.metadata.sorted_tables
    }
    program.services.erasure.erase(None, person.customer_id, WORD)
    with program.database.engine.connect() as connection:
        for of in SQLModel.metadata.sorted_tables:
            for column in texts[of.name]:
                found = connection.execute(select(cast(of.c[column], Text))).scalars()
                assert not [value for value in found if value and name in value], (of.name, column)
