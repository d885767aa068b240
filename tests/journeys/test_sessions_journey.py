"""Who is at the till: locking, changing the worker, permissions that go, passwords that are wrong, data in trouble."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from clienteling import app, settings
from clienteling.database import engine, workers
from clienteling.domain.errors import Invalid, Unreachable
from clienteling.domain.operations import ASSOCIATE_OPERATIONS, MANAGER_OPERATIONS, Operation
from clienteling.domain.worker import LOCK_OUT
from clienteling.services.demo.company import PASSWORD
from clienteling.settings import Settings
from tests.journeys.conftest import Start, Till
from tests.support.driver import Person, texts_of

MAIJA, HENRIK, KADRI = "Maija Krūmiņa", "Henrik Østergaard", "000311"
TYPED = "She asked for the blue one in"
REASON = "Nobody else may read this"
WRONG = "Worker ID or password is wrong."


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database in use is not waited for; usually that takes ten seconds."""
    monkeypatch.setattr(engine, "_PATIENCE", "PRAGMA busy_timeout = 0")


# Locking


def test_what_was_typed_is_there_after_the_lock(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    name = open_first_customer(me)
    me.tab_to("What happened")
    me.write(TYPED)
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    assert me.sees(f"{len(TYPED)} characters")
    assert not me.sees(TYPED)
    assert not me.sees(name)
    assert me.nameless() == me.unreachable() == []
    me.write("no")
    me.press("Return")
    me.wait_for(WRONG)
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(name)
    assert me.focus == "What happened"
    assert me.value_of("What happened") == TYPED
    me.write(" linen.")
    me.press("Ctrl+Return")
    me.wait_for("Activity saved")
    me.wait(lambda: f"{TYPED} linen." in me.rows("Timeline")[0], "the activity in the timeline")


def test_a_dialog_is_as_it_was_after_the_lock(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, HENRIK)
    ask_to_reassign(me)
    me.fill("Reason", REASON)
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    assert not me.sees(REASON)
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(REASON)
    assert me.focus == "Reason"


# Another worker


def test_another_worker_sees_nothing_of_the_one_before(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, HENRIK)
    name = open_first_customer(me, "Store books")
    me.tab_to("What happened")
    me.write(TYPED)
    ask_to_reassign(me)
    me.fill("Reason", REASON)
    me.press("Escape", "Ctrl+K")
    me.write(name)
    me.wait(lambda: any(name in row for row in me.rows("Search results")), "hits")
    me.click("Reassign")
    me.wait_for("Choose who gets them, then it stands here.")
    me.fill("Reason", REASON)
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    me.click(MAIJA)
    me.wait(lambda: me.focus == f"Password for {MAIJA}", "the question for her password")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(", Maija")
    left = [text for text in everything(till) if name in text or TYPED in text or REASON in text]
    assert left == []
    me.press("Escape")
    assert me.sees(", Maija")
    me.click("My book", within="Pages")
    me.wait(lambda: me.count("Customers") > 0, "her book")
    assert not me.sees(HENRIK)


def test_the_worker_whose_till_is_locked_comes_back_by_the_sign_in_page(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    name = open_first_customer(me)
    me.press("Ctrl+L")
    me.click(HENRIK)
    me.click(MAIJA)
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for("In your client book")
    assert me.sees(name)


# Permissions


def test_a_permission_that_is_taken_away_counts_from_the_next_act_on(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, MAIJA)
    open_first_customer(me)
    me.tab_to("What happened")
    me.write(TYPED)
    permit(till.home, "associate", ASSOCIATE_OPERATIONS - {Operation.ADD_ACTIVITY})
    me.press("Ctrl+Return")
    me.wait_for("You may not do this: Add activity. It is for: Administrator, Manager.")
    assert me.value_of("What happened") == TYPED
    permit(till.home, "associate", ASSOCIATE_OPERATIONS)
    me.press("Ctrl+Return")
    me.wait_for("Activity saved")


def test_a_page_that_may_not_be_seen_any_more_says_so(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, HENRIK)
    me.click("Store books", within="Pages")
    me.wait(lambda: me.offers("7 days", within="Filters"), "filters")
    permit(till.home, "manager", MANAGER_OPERATIONS - {Operation.VIEW_STORE_CLIENT_BOOKS})
    me.click("7 days", within="Filters")
    me.wait_for("The store books cannot be read")
    assert me.sees("You may not do this: View customers from store client books.")


# Passwords


def test_five_wrong_passwords_lock_a_worker_out_for_a_while(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    choose(me, MAIJA)
    for _ in range(5):
        try_password(me, "guess")
        me.wait_for(WRONG)
    try_password(me, PASSWORD)
    me.wait_for("Too many wrong passwords. Try again in 15")
    till.clock.ahead += LOCK_OUT + timedelta(seconds=1)
    try_password(me, PASSWORD)
    me.wait_for(", Maija")


def test_a_worker_of_another_store_is_refused(start: Start, demo: Path) -> None:
    me = start(demo).person
    me.wait_for(MAIJA)
    me.click("Someone else")
    me.write(KADRI)
    me.press("Tab")
    try_password(me, PASSWORD)
    me.wait_for("Kadri Saar does not work in Harbour Street 12.")


# Trouble with the data


def test_a_file_that_is_no_database_is_told_and_a_restored_one_opens(start: Start, demo: Path) -> None:
    file, backup = demo / "clienteling.sqlite", demo / "backup.sqlite"
    file.rename(backup)
    file.write_bytes(b"This was a database once. " * 400)
    me = start(demo).person
    me.wait_for("The database is damaged")
    assert me.sees("Restore it from a backup; nothing was changed.")
    assert me.nameless() == me.unreachable() == []
    backup.replace(file)
    me.press("Return")
    me.wait_for("Who is signing in?")
    me.wait_for(MAIJA)


@pytest.mark.usefixtures("impatient")
def test_a_database_that_is_locked_at_the_start_opens_when_it_is_free(start: Start, demo: Path) -> None:
    with closing(sqlite3.connect(demo / "clienteling.sqlite", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        me = start(demo).person
        me.wait_for("The database is busy")
    me.press("Return")
    me.wait_for(MAIJA)


def test_data_of_a_newer_program_is_left_alone(start: Start, demo: Path) -> None:
    with closing(sqlite3.connect(demo / "clienteling.sqlite")) as database, database:
        known = database.execute("SELECT version_num FROM alembic_version").fetchone()
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    me = start(demo).person
    me.wait_for("The data is newer than the program")
    with closing(sqlite3.connect(demo / "clienteling.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = ?", known)
    me.click("Try again")
    me.wait_for(MAIJA)


@pytest.mark.usefixtures("impatient")
def test_a_database_in_use_by_another_program_is_told_and_loses_nothing(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    open_first_customer(me)
    me.tab_to("What happened")
    me.write(TYPED)
    with held(demo):
        me.press("Ctrl+Return")
        me.wait_for("Another program is writing. Nothing was lost: try again in a moment.")
    assert me.value_of("What happened") == TYPED
    me.press("Ctrl+Return")
    me.wait_for("Activity saved")


def test_what_was_saved_last_and_the_end_of_the_session_are_written_when_the_window_closes(
    start: Start, demo: Path
) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, MAIJA)
    open_first_customer(me)
    me.tab_to("What happened")
    me.write(TYPED)
    me.press("Ctrl+Return")
    till.program.close()
    assert (done(demo, Operation.ADD_ACTIVITY), done(demo, Operation.LOG_OFF)) == (1, 1)


def test_a_database_that_may_only_be_read_says_so_at_the_sign_in(start: Start, demo: Path) -> None:
    address = f"sqlite:///file:{demo / 'clienteling.sqlite'}?mode=ro&uri=true"
    me = start(demo, address).person
    choose(me, MAIJA)
    try_password(me, PASSWORD)
    me.wait_for("Nothing can be saved: the database may only be read.")


def test_trouble_while_the_till_is_chosen_leaves_one_session_at_the_end(
    start: Start, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = start(demo).person
    me.wait_for(MAIJA)
    with monkeypatch.context() as broken:
        broken.setattr(engine.Database, "read", refuse_to_read)
        choose_till(me, "Harbour Street 12 · Till 2")
        me.wait_for("The database does not answer")
    me.click("Try again")
    me.wait_for("Till 2")
    sign_in(me, MAIJA)
    assert done(demo, Operation.LOG_ON) == 1


def test_another_till_that_is_chosen_while_locked_is_the_one_to_work_at(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, "Ioana Țăran")
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    me.click("Someone else")
    choose_till(me, "Pikk 20 · Till 1")
    me.wait_for("Tallinn")
    sign_in(me, "Ioana Țăran")
    assert me.sees("Pikk 20 · Till 1")
    assert done(demo, Operation.LOG_ON) == 2


def test_a_till_that_cannot_be_remembered_is_used_all_the_same(
    start: Start, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Settings) -> None:
        raise Invalid("settings", "The settings cannot be saved: {reason}.", reason="No space left on device")

    monkeypatch.setattr(settings, "save", refuse)
    me = start(demo).person
    me.wait_for(MAIJA)
    choose_till(me, "Pikk 20 · Till 1")
    me.wait_for("The settings cannot be saved: No space left on device.")
    sign_in(me, "Ioana Țăran")
    assert me.sees("Pikk 20 · Till 1")


# What they do


def sign_in(me: Person, name: str) -> None:
    choose(me, name)
    try_password(me, PASSWORD)
    me.wait_for(f", {name.split(maxsplit=1)[0]}")


def choose(me: Person, name: str) -> None:
    me.wait_for(name)
    me.click(name)
    me.wait(lambda: me.focus == f"Password for {name}", "the question for the password")


def try_password(me: Person, password: str) -> None:
    """Type a password where the cursor is, and be told what comes of it."""
    me.press("Ctrl+A")
    me.write(password)
    me.press("Return")
    me.wait(lambda: not me.offers("Signing in…"), "an answer")


def open_first_customer(me: Person, book: str = "My book") -> str:
    me.click(book, within="Pages")
    me.wait(lambda: me.count("Customers") > 0 and ";" in me.rows("Customers")[0], "customers")
    name = me.rows("Customers")[0].split(";")[0]
    me.press("Return")
    me.wait_for("Add a title")
    me.wait(lambda: me.focus == "Timeline", "the timeline")
    return name


def ask_to_reassign(me: Person) -> None:
    me.click("Store books", within="Pages")
    me.wait(lambda: me.count("Customers") > 0 and ";" in me.rows("Customers")[0], "customers")
    me.tab_to("Customers")
    me.press("Space")
    me.click("Reassign")
    me.wait_for("Choose who gets them, then it stands here.")


def everything(till: Till) -> list[str]:
    """All texts of all widgets of the window, shown or not."""
    return [text for widget in till.program.window.findChildren(QWidget) for text in texts_of(widget)]


def permit(home: Path, group: str, operations: frozenset[Operation]) -> None:
    """Change at headquarters what a permission group may do."""
    with closing(app.open_services(Settings(home=home))) as headquarters:
        known = headquarters.database.read(workers.groups)
        key = next(key for key, found in known.items() if found.code == group)
        headquarters.database.write(lambda transaction: workers.set_operations(transaction, key, operations))


@contextmanager
def held(home: Path) -> Iterator[None]:
    """The database is being written by another program."""
    with closing(sqlite3.connect(home / "clienteling.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def choose_till(me: Person, till: str) -> None:
    me.click("This is another till…")
    me.choose(till)


def done(home: Path, operation: Operation) -> int:
    """How often an operation was done at this program, by its audit."""
    with closing(sqlite3.connect(home / "clienteling.sqlite")) as database:
        asked = "SELECT count(*) FROM record WHERE operation = ? AND outcome = 'done' AND register_id IS NOT NULL"
        return int(database.execute(asked, (int(operation),)).fetchone()[0])


def refuse_to_read(*_: object) -> None:
    raise Unreachable("The database server does not answer. Check the network, then try again.")
