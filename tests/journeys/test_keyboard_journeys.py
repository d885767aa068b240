"""Each of the five main tasks by the keyboard alone, from the sign-in on."""

from pathlib import Path

from clienteling.services.demo.company import PASSWORD
from tests.journeys.conftest import Start
from tests.support.driver import Person

MAIJA, HENRIK, IOANA = "Maija", "Henrik", "Ioana"
NUMBERS = {MAIJA: "000274", HENRIK: "000280", IOANA: "000281"}
KINDS = ("Store visit", "Phone", "E-mail", "Appointment", "Note")
CALLED = "Asked for the green silk."


def test_sign_in_lock_and_come_back(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    assert not me.sees("View my client book")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for("View my client book")
    me.press("F1")
    me.wait(lambda: me.focus == "Open my book", "the quick start")
    me.press("Escape")
    me.wait_for(", Maija")


def test_look_through_the_book(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    everybody = open_book(me)
    me.press("/")
    me.tab_to("Medium")
    left = int(me.focus.split()[-1])
    me.press("Space")
    me.wait(lambda: me.count("Customers") == left, "those whom the value says it leaves")
    me.tab_to("Clear all")
    me.press("Return")
    me.wait(lambda: me.count("Customers") == everybody, "all of them again")


def test_open_a_customer_and_write_down_what_happened(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    open_book(me)
    me.tab_to("Customers")
    me.press("Right", "Return")
    me.wait_for("In your client book")
    me.tab_to(*KINDS)
    me.go_to("Phone", "Right" if KINDS.index(me.focus) < KINDS.index("Phone") else "Left")
    me.press("Space")
    me.tab_to("What happened")
    me.write(CALLED)
    me.press("Ctrl+Return")
    me.wait_for("Activity saved")
    me.wait(lambda: CALLED in me.rows("Timeline")[0], "the activity in the timeline")


def test_add_and_remove_customers(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    everybody = open_book(me)
    me.tab_to("Customers")
    name = me.rows("Customers")[0].split(";")[0]
    me.press("Space", "Right", "Space")
    me.wait_for("2 selected")
    me.tab_to("Remove from book")
    me.press("Return")
    me.wait(lambda: me.count("Customers") == everybody - 2, "two less")
    me.press("Ctrl+K")
    me.write(name)
    me.wait(lambda: any(name in row for row in me.rows("Search results")), "the customer among the hits")
    me.press("Return")
    me.wait_for("In no client book")
    me.tab_to("Add to my book")
    me.press("Return")
    me.wait_for("In your client book")
    me.press("Escape")
    me.wait(lambda: me.count("Customers") == everybody - 1, "one of them back")


def test_reassign_what_a_filter_finds(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, HENRIK)
    me.tab_to("View store client books")
    me.press("Return")
    me.wait(lambda: me.count("Customers") > 0, "all books")
    everybody = me.count("Customers")
    me.press("/")
    me.tab_to(MAIJA)
    hers = int(me.focus.split()[-1])
    me.press("Space")
    me.wait(lambda: me.count("Customers") == hers, "her customers")
    me.press("Ctrl+A")
    me.wait_for(f"{hers} selected")
    me.tab_to("Reassign")
    me.press("Return")
    me.wait_for("Choose who gets them, then it stands here.")
    me.tab_to("To")
    me.press("Return")
    me.write(HENRIK)
    me.press("Return")
    me.tab_to(f"Move {hers} customers to Henrik")
    me.press("Return")
    me.wait_for(f"{hers} customers moved to Henrik")
    me.tab_to("Undo")
    me.press("Return")
    me.wait(lambda: me.count("Customers") == hers, "her customers again")
    assert hers < everybody


def test_write_down_what_to_follow_up_do_it_and_take_that_back(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    me.tab_to("Follow-ups")
    me.press("Return")
    me.wait(lambda: me.count("Follow-ups") > 0, "what there is to do")
    before = me.count("Follow-ups")
    me.tab_to("New")
    me.press("Return")
    me.wait(lambda: me.focus == "What is to be done", "the dialog")
    me.write("Press the green silk")
    me.press("Return")
    me.wait(lambda: me.count("Follow-ups") == before + 1, "one more")
    me.tab_to("Follow-ups")
    place = next(at for at, row in enumerate(me.rows("Follow-ups")) if "Press the green silk" in row)
    me.press("Home", *["Down"] * place, "Space")
    me.wait_for("Done: Press the green silk")
    me.wait(lambda: me.count("Follow-ups") == before, "one less")
    me.tab_to("Undo")
    me.press("Return")
    me.wait(lambda: me.count("Follow-ups") == before + 1, "it is back")


def test_hand_over_the_book_of_a_leaver(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, HENRIK)
    me.tab_to("Manager")
    me.press("Return")
    me.wait_for("Sofie Ægidius leaves on")
    me.tab_to("Hand over the book")
    me.press("Return")
    me.wait_for("21 customers of Sofie Ægidius")
    me.tab_to("Hand over 21 customers")
    me.press("Return")
    me.wait_for("21 customers of Sofie Ægidius handed over")
    me.wait(lambda: not me.sees("Sofie Ægidius leaves on"), "nothing more to hand over")
    me.tab_to("Undo")
    me.press("Return")
    me.wait_for("Sofie Ægidius leaves on")


def sign_in(me: Person, worker: str) -> None:
    me.wait_for("Who is signing in?")
    me.wait(lambda: me.focus != "", "a first name with the focus")
    me.tab_to("Worker ID")
    me.write(NUMBERS[worker])
    me.tab_to("Password")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(f", {worker}")


def open_book(me: Person) -> int:
    """How many customers it has."""
    me.tab_to("View my client book")
    me.press("Return")
    me.wait(lambda: me.count("Customers") > 5, "the book")
    return me.count("Customers")
