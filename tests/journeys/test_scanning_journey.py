"""A scanned card opens its customer from wherever the worker is; what people type is left alone."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

from tests.journeys.conftest import Start, Till
from tests.journeys.test_sessions_journey import HENRIK, MAIJA, ask_to_reassign, sign_in
from tests.support.driver import Person

PAGES = ("home", "my_book", "store_books", "search", "history", "status", "quick_start")
GAP = 10  # ms between the keys of a reader


def cards(till: Till, number: int) -> list[tuple[str, str]]:
    """Loyalty cards with the names of their customers."""
    (file,) = till.home.glob("*.sqlite")
    query = (
        "SELECT l.number, min(c.name) FROM loyalty_card l JOIN customer c ON c.id = l.customer_id "
        "WHERE c.name IN (SELECT name FROM customer GROUP BY name HAVING count(*) = 1) GROUP BY l.number LIMIT ?"
    )
    with closing(connect(file)) as data:
        return data.execute(query, (number,)).fetchall()


def scan(till: Till, code: str) -> None:
    """Types as a reader does, by a clock of its own."""
    now = 1000

    def moment(_event: object) -> int:
        return now

    till.program.window.code_reader.moment = moment
    for letter in code:
        now += GAP
        till.person.write(letter)
    now += GAP
    till.person.press("Return")


def shows(me: Person, name: str) -> bool:
    """Whether the page of a customer is shown, and nothing over it."""
    return me.focus == "Timeline" and me.sees(name) and not me.sees("Reason")


def test_a_scan_opens_the_customer_from_every_page(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, MAIJA)
    for page, (card, name) in zip(PAGES, cards(till, len(PAGES)), strict=True):
        till.program.window.go(page)
        scan(till, card)
        me.wait(lambda name=name: shows(me, name), f"{name} after a scan on {page}")  # type: ignore[misc]
    ((card, name),) = cards(till, 1)
    scan(till, card)
    me.wait(lambda: shows(me, name), f"{name} after another customer")


def test_a_scan_within_a_dialog_opens_the_customer_and_presses_nothing(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, HENRIK)
    ((card, name),) = cards(till, 1)
    ask_to_reassign(me)
    me.tab_to("Cancel")
    scan(till, "LC-NOBODY")
    me.wait_for("Nobody has the card or number LC-NOBODY")
    assert me.sees("Reason")
    scan(till, card)
    me.wait(lambda: shows(me, name), f"{name} after a scan")
