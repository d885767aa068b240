"""All customers at headquarters."""

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from clienteling.domain.customer import name_key
from clienteling.domain.erasure import WORD
from clienteling.services.all_customers import Entry
from clienteling.ui.headquarters.all_customers.erase_dialog import EraseDialog
from clienteling.ui.headquarters.all_customers.page import AllCustomersPage
from tests.ui.headquarters.conftest import Office


def opened(office: Office, qtbot: QtBot) -> AllCustomersPage:
    page = office.go(AllCustomersPage, "all_customers")
    qtbot.waitUntil(lambda: bool(page.table.rows) and bool(page.detail.title.text()))
    return page


def typed(page: AllCustomersPage, text: str) -> None:
    page.search.edit.setText(text)
    page.search.edit.textEdited.emit(text)


def test_everybody_is_listed_by_name_and_the_first_is_shown_whole(office: Office, qtbot: QtBot) -> None:
    page = opened(office, qtbot)
    names = [entry.name for entry in page.table.rows]
    assert len(names) == len(set(page.table.rows)) > 20
    assert [name_key(name) for name in names] == sorted(name_key(name) for name in names)
    assert page.detail.title.text() == names[0]
    assert page.detail.subtitle.text() == page.table.rows[0].account_number


def test_what_is_typed_narrows_the_list_and_nobody_is_a_sentence(office: Office, qtbot: QtBot) -> None:
    page = opened(office, qtbot)
    name = page.table.rows[3].name
    typed(page, name)
    qtbot.waitUntil(lambda: name in [entry.name for entry in page.table.rows] and len(page.table.rows) < 5)
    typed(page, "zzyzx nobody")
    qtbot.waitUntil(lambda: not page.table.rows and "Nobody matches" in page.table.state.accessibleName())


def test_the_personal_file_is_a_page_and_a_document(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(office, qtbot)
    page.detail.write_file(tmp_path / "file.html")
    qtbot.waitUntil(lambda: (tmp_path / "file.json").exists() and office.till.tasks.is_idle)
    chosen: Entry = page.table.current()
    assert chosen.name in (tmp_path / "file.html").read_text("utf-8")
    assert chosen.account_number in (tmp_path / "file.json").read_text("utf-8")


def test_an_erase_wants_its_word_and_leaves_a_proof(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(office, qtbot)
    gone: Entry = page.table.current()
    page.detail.erase.click()
    dialog = office.till.window.findChild(EraseDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.counts.rows))
    dialog.word.set_text("erase me")
    dialog.go_on.click()
    qtbot.waitUntil(lambda: WORD in dialog.word.error)
    assert dialog.word.text() == "erase me"
    dialog.word.set_text(WORD)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: dialog.proof is not None, timeout=20_000)
    dialog.save_proof(tmp_path / "proof.html")
    proof = (tmp_path / "proof.json").read_text("utf-8")
    assert json.loads(proof)["removed"]["customer"] == 1
    assert gone.name not in proof
    qtbot.waitUntil(lambda: bool(page.table.rows) and gone not in page.table.rows)
