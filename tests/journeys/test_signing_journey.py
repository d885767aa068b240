"""Badges, the till that locks itself, drafts that wait for their worker, and signing for somebody else."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from PySide6.QtTest import QTest

from clienteling import app
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from clienteling.services.demo.company import PASSWORD
from clienteling.settings import Settings
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.program import Program, Ways, make_application
from tests.journeys.conftest import Start, Till
from tests.journeys.test_sessions_journey import HENRIK, MAIJA, choose, everything, open_first_customer, sign_in
from tests.support.driver import Person
from tests.support.processes import killed

TYPED = "She asked for the blue one in"
CODES = {"000274": "%B5021^KRUMINA/MAIJA?", "000280": "4750000000280"}
MAIJAS, HENRIKS = CODES.values()


# Badges


def test_a_badge_signs_in_unlocks_and_changes_the_worker(start: Start, demo: Path) -> None:
    give_badges(demo)
    me = start(demo).person
    me.wait_for(MAIJA)
    scan(me, MAIJAS)
    me.wait_for(", Maija")
    name = open_first_customer(me)
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    assert me.sees("A badge on the reader does it at once")
    scan(me, MAIJAS)
    me.wait_for("In your client book")
    assert me.sees(name)
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    me.tab_to("Unlock")
    scan(me, HENRIKS)
    me.wait_for(", Henrik")
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    scan(me, "4750000000999")
    me.wait_for("Worker ID or password is wrong.")
    assert records(demo, Operation.LOG_ON, Operation.LOG_OFF)[:3] == [
        (Operation.LOG_ON, MAIJA),
        (Operation.LOG_OFF, MAIJA),
        (Operation.LOG_ON, HENRIK),
    ]


def test_where_badges_need_passwords_the_badge_chooses_the_worker(start: Start, demo: Path) -> None:
    give_badges(demo)
    set_up(demo, "badge-needs-password", "yes")
    me = start(demo).person
    me.wait_for(MAIJA)
    scan(me, MAIJAS)
    me.wait(lambda: me.focus == f"Password for {MAIJA}", "the question for her password")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(", Maija")
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    scan(me, HENRIKS)
    me.wait(lambda: me.focus == f"Password for {HENRIK}", "the question for his password")


def test_a_manager_gives_a_badge_at_the_till(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, HENRIK)
    me.click(HENRIK)
    me.choose("Give a badge…")
    me.wait_for("A bar code or a magnetic card")
    me.press("Return")
    me.wait_for("Search colleagues")
    me.write("Maija")
    me.press("Return")
    scan(me, MAIJAS)
    me.wait_for(f"{MAIJA} can sign in with the badge")
    assert not any(MAIJAS in text for text in everything(till))
    me.click(HENRIK)
    me.choose("Sign out")
    me.wait_for("Who is signing in?")
    scan(me, MAIJAS)
    me.wait_for(", Maija")


# The lock that comes by itself, and drafts


def test_a_till_that_nobody_is_at_locks_itself_and_keeps_what_was_typed(start: Start, demo: Path) -> None:
    set_up(demo, "idle-lock", "3")
    till = start(demo)
    me = till.person
    sign_in(me, MAIJA)
    name = open_first_customer(me)
    me.tab_to("What happened")
    me.write(TYPED)
    let_pass(till, 2)
    me.write(" linen")
    let_pass(till, 2)
    assert not me.sees("Till is locked")
    let_pass(till, 2)
    me.wait_for("Till is locked")
    assert me.sees("characters. It opens where you left it")
    assert not me.sees(name)
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(name)
    assert me.value_of("What happened") == f"{TYPED} linen"


def test_a_draft_waits_for_its_worker_through_changes_of_worker_and_at_another_till(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, MAIJA)
    name = open_first_customer(me)
    me.tab_to("What happened")
    me.write(TYPED)
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    choose(me, HENRIK)
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(", Henrik")
    open_customer(me, name)
    assert me.value_of("What happened") == ""
    me.click(HENRIK)
    me.choose("Sign out")
    me.wait_for("Who is signing in?")
    me.click("This is another till…")
    me.choose("Harbour Street 12 · Till 2")
    me.wait_for("Till 2")
    sign_in(me, MAIJA)
    open_customer(me, name)
    me.wait(lambda: me.value_of("What happened") == TYPED, "her draft")
    me.tab_to("What happened")
    me.press("Ctrl+Return")
    me.wait_for("Activity saved")
    till.program.close()
    assert drafts(demo) == []


def test_a_draft_is_there_when_the_window_was_closed_over_it(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, MAIJA)
    name = open_first_customer(me)
    me.tab_to("What happened")
    me.write(TYPED)
    till.program.close()
    me = start(demo).person
    sign_in(me, MAIJA)
    open_customer(me, name)
    me.wait(lambda: me.value_of("What happened") == TYPED, "her draft")


def test_a_draft_is_there_after_the_program_was_killed(start: Start, demo: Path) -> None:
    name = killed(write_and_wait, demo)
    me = start(demo).person
    sign_in(me, MAIJA)
    open_customer(me, name)
    me.wait(lambda: me.value_of("What happened") == TYPED, "her draft")


# Signing for somebody else


def test_somebody_else_signs_for_a_move_and_the_audit_names_both(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    open_first_customer(me)
    me.click("More to do with the customer")
    me.choose("Reassign… — Administrator, Manager only")
    sign(me, "000274", "Nobody can sign for themselves")
    me.fill("Worker ID", "000280")
    me.tab_to("Password")
    me.press("Ctrl+A")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for("Choose who gets them, then it stands here.")
    me.press("Return", "Down", "Return")
    me.wait(lambda: me.offers(move_button(me)), "the button that moves")
    me.click(move_button(me))
    me.wait_for("1 customer moved to")
    me.click("History", within="Pages")
    me.wait(lambda: any(f"{MAIJA} with override of {HENRIK}" in row for row in me.rows("Audit")), "both names")


def test_the_audit_is_opened_by_a_signature_and_gone_with_the_next_page(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    me.click("History", within="Pages")
    me.click("Audit of everybody")
    sign(me, "000280")
    me.wait(lambda: any("Log on" in row for row in me.rows("Audit")), "what everybody did")
    me.click("Home", within="Pages")
    me.wait_for(", Maija")
    me.click("History", within="Pages")
    me.click("Audit of everybody")
    me.wait_for("Somebody else has to sign")
    me.press("Escape")


# What they do


def scan(me: Person, code: str) -> None:
    me.write(code)
    me.press("Return")


def sign(me: Person, number: str, refused: str = "") -> None:
    me.wait_for("Somebody else has to sign")
    me.write(number)
    me.press("Tab")
    me.write(PASSWORD)
    me.press("Return")
    if refused:
        me.wait_for(refused)


def move_button(me: Person) -> str:
    return next((text for text in me.texts() if text.startswith("Move 1 customer to ")), "")


def open_customer(me: Person, name: str) -> None:
    me.press("Ctrl+K")
    me.write(name)
    me.wait(lambda: any(name in row for row in me.rows("Search results")), "hits")
    me.click_row("Search results", name)
    me.wait_for("Add a title")


def let_pass(till: Till, minutes: int) -> None:
    """Time passes, and the till looks at the clock."""
    till.clock.ahead += timedelta(minutes=minutes)
    assert till.program.sessions is not None
    till.program.sessions.idle.look()


def write_and_wait(home: Path, tell: Callable[[str], None]) -> None:
    """What the process does that is killed: type into the composer, and say of whom when the draft was put by."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    settings = Settings(home=home)
    application = make_application(settings)
    program = Program(settings, Ways(app.open_services, lambda _: None, app.clock))
    program.start()

    def wait(condition: Callable[[], object]) -> None:
        while not condition():
            application.processEvents()

    page, window = program.sign_in_page, program.window
    wait(lambda: len(page.tiles) > 1)
    page.choose("000274")
    page.password.edit.setText(PASSWORD)
    page.button.click()
    wait(lambda: window.page_key == "home")
    assert program.sessions is not None
    assert program.sessions.desk is not None
    till = program.sessions.desk.till
    card = till.services.books.first_page(till.session, View.MINE)[0]
    window.go("customer", card.customer_id)
    customer = window.page("customer")
    assert isinstance(customer, CustomerPage)
    wait(lambda: len(customer.timeline.composer.kinds()) > 1)
    QTest.keyClicks(customer.timeline.composer.text.edit, TYPED)
    wait(lambda: till.services.drafts.of(till.session, card.customer_id))
    tell(card.name)
    wait(lambda: False)


def give_badges(home: Path) -> None:
    with closing(app.open_services(Settings(home=home))) as services:
        for number, code in CODES.items():
            services.badges.assign(None, number, code)


def set_up(home: Path, key: str, value: str) -> None:
    with closing(app.open_services(Settings(home=home))) as services:
        for entity in services.parameters.legal_entities():
            services.parameters.set(None, entity, key, value)


def records(home: Path, *operations: Operation) -> list[tuple[Operation, str]]:
    """What was done at the tills, the oldest first."""
    with closing(app.open_services(Settings(home=home))) as services:
        lines = services.audit.lines(None)
    return [(line.operation, line.worker) for line in reversed(lines) if line.operation in operations]


def drafts(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "clienteling.sqlite")) as database:
        return [str(text) for (text,) in database.execute("SELECT text FROM draft")]
