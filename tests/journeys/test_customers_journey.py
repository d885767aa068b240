"""Customers at headquarters, by the keyboard: two files become one and two again; one person is exported and erased."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from clienteling.cli import main
from clienteling.domain.erasure import WORD
from tests.journeys.conftest import Start
from tests.journeys.test_keyboard_journeys import IOANA, sign_in
from tests.support.driver import Person

NAME = "Zelma Zvirbule"
TWINS = f"""\
account_number,legal_entity,store,first_name,last_name,phone,email
Z1,MAB,101,{NAME.replace(" ", ",")},+37126111222,zelma@example.org
Z2,MAB,101,{NAME.replace(" ", ",")},+37126111222,
"""


@pytest.fixture
def twins(demo: Path, tmp_path: Path) -> Path:
    """A company in whose files somebody stands twice."""
    file = tmp_path / "twins.csv"
    file.write_text(TWINS, encoding="utf-8")
    assert main(["--home", str(demo), "import", "customers", str(file)]) == 0
    return demo


def test_duplicates_are_found_looked_at_merged_and_two_again(start: Start, twins: Path) -> None:
    me = start(twins).person
    sign_in(me, IOANA)
    open_page(me, "Duplicates")
    me.tab_to("Look for duplicates")
    me.press("Return")
    me.wait(lambda: me.count("Likely duplicates") == 1, "the pair")
    me.tab_to("Likely duplicates")
    me.press("Return")
    me.wait_for(f"{NAME} (Z2) goes into {NAME} (Z1), who stays.")
    me.tab_to("Merge into Z1")
    me.press("Return")
    me.wait_for("The two customers are one")
    me.wait_for("Nobody looks like somebody else")
    me.tab_to("Undo")
    me.press("Return")
    me.wait(lambda: not me.sees("The two customers are one"), "taken back")
    me.tab_to("Look for duplicates")
    me.press("Return")
    me.wait(lambda: me.count("Likely duplicates") == 1, "two files again")


def test_a_person_gets_the_file_and_is_erased_with_a_proof(
    start: Start, twins: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The system's own dialog asks for the place: a person would type this there.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, title, *_: (str(tmp_path / title), ""))
    me = start(twins).person
    sign_in(me, IOANA)
    open_page(me, "All customers")
    me.wait(lambda: me.focus.startswith("Search"), "the search")
    me.write("zelma z1")
    me.wait(lambda: me.count("All customers") == 1, "one of the two")
    me.wait(lambda: me.sees("zelma@example.org"), "the whole file")
    me.tab_to("Personal file")
    me.press("Return")
    me.wait_for("The personal file stands in")
    assert NAME in (tmp_path / "Write the personal file.html").read_text("utf-8")
    me.tab_to("Erase")
    me.press("Return")
    me.wait_for("It cannot be undone.")
    me.write(WORD)
    me.press("Return")
    me.wait_for("The customer is erased")
    me.press("Escape")
    me.wait_for("The proof is not saved yet.")
    assert me.focus == "Save the proof"
    me.press("Return")
    me.wait_for("The proof stands in")
    proof = (tmp_path / "Save the proof.json").read_text("utf-8")
    assert json.loads(proof)["removed"]["customer"] == 1
    assert "Zelma" not in proof
    me.wait_for("Nobody matches")


def open_page(me: Person, page: str) -> None:
    """A page of headquarters, by its navigation."""
    me.tab_to("HQ")
    me.press("Return")
    me.tab_to("Pages of headquarters")
    me.arrow_to_row("Pages of headquarters", page)
    me.press("Return")
