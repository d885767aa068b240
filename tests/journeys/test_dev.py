import shutil
from pathlib import Path
from tests.journeys.conftest import Start
from tests.journeys import test_till_journey as t
t.PASSWORD="northwest-2026"
def test_dev(start: Start, tmp_path: Path) -> None:
    shutil.copytree("/tmp/j-aw", tmp_path / "home")
    till = start(tmp_path / "home")
    me, books = till.person, t.books_of_the_store()
    try:
        t.sign_in_after_a_typing_error(me, books[t.PAMELA])
        t.filter_the_book(me, books[t.PAMELA])
        name = t.open_a_customer(me)
        t.record_a_call(me)
        t.write_a_note(me)
        account = t.remove_the_customer(me, name)
        t.find_and_add_the_customer(me, name, account, books[t.PAMELA])
        t.remove_another_and_undo(me, books[t.PAMELA])
        t.hand_over(me)
        moved = t.reassign_what_a_filter_finds(me, books)
        t.read_the_audit(me, name, moved)
    finally:
        me.window.grab().save("/tmp/dev.png")
    assert 0
