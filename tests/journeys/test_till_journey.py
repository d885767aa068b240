"""A day at the till on real customers, from the empty data folder to the audit.

The associate works with the keyboard alone, the manager with the mouse. What the program counts is counted here once
more, from the file.
"""

import calendar
import csv
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.journeys.conftest import Start
from tests.support.driver import Person

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "adventureworks"
STORE, ZONE = "S01", ZoneInfo("America/Los_Angeles")
PAMELA, DAVID, TETE, STEPHEN = "000280", "000283", "000284", "000274"
PASSWORD = "northwest 2026"
IMPORT_PATIENCE = 300_000  # ms
WHO_MAY = "Administrator, Manager only"
REASON = "Pamela is away until spring"
CALLED, NOTED = "Called about the café racer.", "Rides with Zoë; wants to be called after 5 p.m."
KINDS = ("Store visit", "Phone", "E-mail", "Appointment", "Note")
ROWS = {
    "Legal entities · legal_entities.csv": 6,
    "Stores · stores.csv": 10,
    "Workers · workers.csv": 17,
    "Attributes · attributes": 7,
    "Products · products.csv": 293,
    "Customers · customers.csv": 18_148,
    "Purchases · purchases.csv": 56_046,
    "Client books · books": 18_148,
}

pytestmark = [
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data/adventureworks is not here"),
    pytest.mark.timeout(600),
]


@dataclass(frozen=True, slots=True)
class Customer:
    """A line of the customers' file, as far as it is counted here."""

    account: str
    occupation: str
    birthday: date


Book = list[Customer]


def test_a_day_at_the_till_on_real_customers(start: Start, tmp_path: Path) -> None:
    till = start(tmp_path / "home")
    me, books = till.person, books_of_the_store()
    import_the_files(me)
    for number in (PAMELA, STEPHEN):
        set_password(till.home, number)
    me.click("To the sign-in")
    sign_in_after_a_typing_error(me, books[PAMELA])
    filter_the_book(me, books[PAMELA])
    name = open_a_customer(me)
    record_a_call(me)
    write_a_note(me)
    account = remove_the_customer(me, name)
    find_and_add_the_customer(me, name, account, books[PAMELA])
    remove_another_and_undo(me, books[PAMELA])
    hand_over(me)
    moved = reassign_what_a_filter_finds(me, books)
    read_the_audit(me, name, moved)


# What is in the files


def books_of_the_store() -> dict[str, Book]:
    """The store's customers as the import gives them to its associates: in turn, by account number."""
    with (DATA / "customers.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["store"] == STORE]
    customers = [
        Customer(line["account_number"], line["occupation"], date.fromisoformat(line["birth_date"]))
        for line in sorted(lines, key=lambda line: line["account_number"])
    ]
    return {number: customers[turn::3] for turn, number in enumerate((PAMELA, DAVID, TETE))}


def of_occupation(occupation: str, customers: Iterable[Customer]) -> Book:
    return [customer for customer in customers if customer.occupation == occupation]


def celebrating_within(days: int, customers: Iterable[Customer]) -> Book:
    """Those with a birthday from today on, for so many days; on 28 February for those born a day later."""
    today = datetime.now(ZONE).date()
    coming = {((day := today + timedelta(ahead)).month, day.day) for ahead in range(days + 1)}
    if (2, 28) in coming and not calendar.isleap(today.year + (today.month > 2)):
        coming.add((2, 29))
    return [customer for customer in customers if (customer.birthday.month, customer.birthday.day) in coming]


# The administrator


def import_the_files(me: Person) -> None:
    me.wait_for("There is no company here yet")
    check_page(me)
    me.tab_to("Import files…")
    me.press("Return")
    me.wait_for("Import your own company")
    check_page(me)
    me.write(os.path.relpath(DATA))
    me.tab_to("Mapping")
    me.press("Down")
    assert me.focus == "Mapping adventureworks"
    me.tab_to("Import")
    me.press("Return")
    for rows in ("of 18,148 rows", "of 56,046 rows"):
        me.wait_for(rows, IMPORT_PATIENCE)
    me.wait_for("rows read, 0 rejected, all others taken.", IMPORT_PATIENCE)
    assert me.rows("Files") == [f"{name} | Imported | {n:,} | {n:,} | 0 | 0 | 0" for name, n in ROWS.items()]
    check_page(me)


def set_password(home: Path, number: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "clienteling", "--home", str(home), "worker", "password", number],
        env=os.environ | {"CLIENTELING_NEW_PASSWORD": PASSWORD},
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


# The associate, by the keyboard


def sign_in_after_a_typing_error(me: Person, book: Book) -> None:
    me.wait_for("Who is signing in?")
    me.wait(lambda: me.focus == "David", "the first name with the focus")
    check_page(me)
    assert not me.sees("demo")
    me.press("Right", "Return")
    assert me.focus == "Password for Pamela"
    me.write("northwest 2025")
    me.press("Return")
    me.wait_for("Worker ID or password is wrong.")
    assert me.focus == "Password for Pamela"
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for(f"{len(book):,} customers")
    assert me.sees(", Pamela")
    check_page(me)


def filter_the_book(me: Person, book: Book) -> None:
    me.tab_to("View my client book")
    me.press("Return")
    me.wait(lambda: me.count("Customers") == len(book), "the whole book")
    me.press("/")
    me.tab_to("Professional")
    found = of_occupation("Professional", book)
    assert me.focus == f"Professional {len(found):,}"
    me.press("Space")
    me.wait(lambda: me.count("Customers") == len(found), "those of the occupation")
    me.wait_for(f"{len(found):,} of {len(book):,}")
    me.tab_to("30 days", back=True)
    both = celebrating_within(30, found)
    assert me.focus == f"30 days {len(both):,}"
    me.press("Space")
    me.wait(lambda: me.count("Customers") == len(both), "those who celebrate soon")
    me.wait_for(f"{len(both):,} of {len(book):,}")
    check_page(me)


def open_a_customer(me: Person) -> str:
    me.tab_to("Customers")
    name = me.rows("Customers")[0].split(";")[0]
    me.press("Return")
    me.wait_for("In your client book")
    me.wait(lambda: me.focus == "Timeline", "the timeline with the focus")
    assert me.sees(name)
    check_page(me)
    return name


def record_a_call(me: Person) -> None:
    write(me, "Phone", CALLED)
    me.wait_for("Activity saved")
    me.wait(lambda: CALLED in me.rows("Timeline")[0], "the activity in the timeline")
    assert me.rows("Timeline")[0].startswith("Phone; Pamela; Today")


def write_a_note(me: Person) -> None:
    write(me, "Note", NOTED)
    me.wait_for("Note saved")
    me.wait(lambda: NOTED in me.rows("Timeline")[0], "the note in the timeline")


def write(me: Person, kind: str, text: str) -> None:
    """Choose among the kinds, of which Tab reaches one, and write."""
    me.tab_to(*KINDS)
    me.go_to(kind, "Left" if KINDS.index(me.focus) > KINDS.index(kind) else "Right")
    me.press("Space")
    me.tab_to("What happened")
    me.write(text)
    me.press("Ctrl+Return")


def remove_the_customer(me: Person, name: str) -> str:
    me.tab_to("More to do with the customer")
    me.press("Return")
    rows = me.menu()
    assert rows[f"Reassign… — {WHO_MAY}"] is True  # somebody else can sign for it
    me.press(*["Down"] * (list(rows).index("Remove from my book") + 1), "Return")
    me.wait_for("In no client book")
    me.wait_for(f"{name} removed from your client book")
    return next(text for text in me.texts() if text.startswith("AW000"))


def find_and_add_the_customer(me: Person, name: str, account: str, book: Book) -> None:
    me.press("Escape")
    me.wait_for(f"of {len(book) - 1:,}")
    me.press("Ctrl+K")
    me.write(account)
    me.wait(lambda: any(name in row for row in me.rows("Search results")), "the customer among the hits")
    check_page(me)
    me.press("Return")
    me.wait_for("In no client book")
    me.tab_to("Add to my book")
    me.press("Return")
    me.wait_for("In your client book")
    assert me.sees(f"{name} added to your client book")


def remove_another_and_undo(me: Person, book: Book) -> None:
    me.press("Escape")
    me.wait_for(f"of {len(book):,}")
    before = me.rows("Customers")
    me.press("Right", "Space")
    me.wait_for("1 selected")
    check_page(me)
    assert (me.can("Reassign"), me.description_of("Reassign")) == (False, WHO_MAY)
    me.tab_to("Remove from book")
    me.press("Return")
    me.wait_for(f"of {len(book) - 1:,}")
    assert me.sees("removed from your client book")
    assert len(me.rows("Customers")) == len(before) - 1
    me.tab_to("Undo")
    me.press("Return")
    me.wait_for(f"of {len(book):,}")
    assert me.rows("Customers") == before


# The manager, with the mouse


def hand_over(me: Person) -> None:
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    check_page(me)
    me.click("Stephen")
    me.wait(lambda: me.focus == "Password for Stephen", "the question for Stephen's password")
    me.write(PASSWORD)
    me.click("Sign in")
    me.wait_for(", Stephen")


def reassign_what_a_filter_finds(me: Person, books: dict[str, Book]) -> int:
    everybody = sum(len(book) for book in books.values())
    managers, taken = of_occupation("Management", books[PAMELA]), of_occupation("Management", books[DAVID])
    me.click("Store books", within="Pages")
    me.wait(lambda: me.count("Customers") == everybody, "all books")
    check_page(me)
    me.click("Pamela", within="Filters")
    me.wait_for(f"{len(books[PAMELA]):,} of {everybody:,}")
    assert me.name_of("Management", within="Filters") == f"Management {len(managers):,}"
    me.click("Management", within="Filters")
    me.wait_for(f"{len(managers):,} of {everybody:,}")
    assert me.name_of("David", within="Filters") == f"David {len(taken):,}"
    me.press("Ctrl+A")
    me.wait_for(f"{len(managers):,} selected")
    me.click("Reassign")
    me.wait_for("Choose who gets them, then it stands here.")
    check_page(me)
    me.click("To")
    me.click_row("Colleagues", "David")
    me.fill("Reason", REASON)
    grown, left = len(books[DAVID]) + len(managers), len(books[PAMELA]) - len(managers)
    assert me.sees(f"David’s book grows from {len(books[DAVID]):,} to {grown:,}")
    assert me.sees(f"Pamela’s book shrinks from {len(books[PAMELA]):,} to {left:,}")
    me.click(f"Move {len(managers):,} customers to David")
    me.wait_for(f"{len(managers):,} customers moved to David")
    me.wait_for(f"0 of {everybody:,}")
    assert me.name_of("David", within="Filters") == f"David {len(taken) + len(managers):,}"
    check_page(me)
    return len(managers)


def read_the_audit(me: Person, name: str, moved: int) -> None:
    me.click("Audit", within="Pages")
    me.wait(lambda: me.count("Audit") > 0, "the audit")
    check_page(me)
    rows = me.rows("Audit")
    assert rows[0].startswith(f"{moved} customers moved from Pamela to David\nStephen · Northwest · {REASON}\n")
    pamelas = [row.split("\n")[0] for row in rows if row.split("\n")[1].startswith("Pamela · Northwest")]
    assert [words for words in pamelas if name in words or "Refused" in words] == [
        f"{name} added to the book of Pamela",
        f"{name} removed from the book of Pamela",
        f"Add note: {name}",
        f"Add activity: {name}",
        "Refused: Log on",
    ]
    others = [words for words in pamelas if "the book of" in words and name not in words]
    assert others[0].startswith("Undo: ")
    assert others[1] == others[0].removeprefix("Undo: ").replace("added to", "removed from")


def check_page(me: Person) -> None:
    """Everything that is used on a page has a name for a screen reader, and the Tab key comes by."""
    assert me.nameless() == []
    assert me.unreachable() == []
