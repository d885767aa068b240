"""Two tills on one database: what one does the other shows within two seconds, and neither overwrites the other.

Two programs with their windows, as two machines would run them. The seconds are counted from the moment at which the
first one says that it is done.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes
from clienteling.domain.customer import Customer
from clienteling.services.services import Services
from clienteling.services.watch import Watch
from tests.journeys.conftest import Start, Till
from tests.support.company import PASSWORD, Company
from tests.support.driver import Person
from tests.support.program import Template

LIMIT = 2000  # ms
ANNA, JENS, MARA = "Anna Ozola", "Jens Holm", "Mara Liepa"
HELD, FREE = "C-0001", "C-0030"
_names = (f"two_tills_{number}" for number in count(1))


@dataclass(slots=True)
class Desk:
    """A till with somebody signed in. `since` runs from the last thing that was written there."""

    till: Till
    me: Person
    qtbot: QtBot
    since: QElapsedTimer

    def turn_to(self) -> Person:
        """Sit down here: the keyboard goes to this window."""
        window = self.till.program.window
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return self.me

    @property
    def services(self) -> Services:
        services = self.till.program.services
        assert services is not None
        return services


@dataclass(frozen=True, slots=True)
class Shop:
    """The two tills; what `first` does is looked for at `second`."""

    first: Desk
    second: Desk
    company: Company

    def shows(self, words: str) -> None:
        """Wait until the second till shows it, no longer than what is left of the two seconds."""
        self.happens(lambda: self.second.me.sees(words), f"“{words}”")

    def happens(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until something is the case, no longer than what is left of the two seconds."""
        self.second.me.wait(condition, what, max(1, LIMIT - self.first.since.elapsed()))


@pytest.fixture
def shop(start: Start, template: Template, tmp_path: Path, qtbot: QtBot) -> Iterator[Shop]:
    """Anna at the first till, and Mara, the manager, at the second."""
    with template.copied(tmp_path, next(_names)) as url:
        desks = []
        for number, name in enumerate((ANNA, MARA)):
            till = start(tmp_path / f"till {number}", url)
            desk = Desk(till, till.person, qtbot, QElapsedTimer())
            till.program.tasks.changed.connect(lambda _, desk=desk: desk.since.start())
            sign_in(desk.me, name)
            desks.append(desk)
        yield Shop(desks[0], desks[1], template.company)
        for desk in desks:
            desk.till.program.close()


def test_a_customer_who_is_added_stands_in_the_other_till_s_book(shop: Shop) -> None:
    mara = shop.second.turn_to()
    mara.click("Store books", within="Pages")
    mara.wait(lambda: mara.count("Customers") == 20 and ";" in mara.rows("Customers")[5], "the books")
    mara.tab_to("Customers")
    mara.press("Right", "Right", "Space")
    mara.wait_for("1 selected")
    anna = shop.first.turn_to()
    open_customer(anna, FREE)
    anna.click("Add to my book")
    anna.wait_for("Undo")
    shop.happens(lambda: mara.count("Customers") == 21, "one more")
    assert mara.sees("1 selected")
    anna.click("Undo")
    anna.wait(lambda: not anna.sees("In your client book"), "the undo")
    shop.happens(lambda: mara.count("Customers") == 20, "the undo")


def test_what_one_writes_down_stands_in_the_other_s_timeline_while_she_types(shop: Shop) -> None:
    mara = shop.second.turn_to()
    open_customer(mara, HELD)
    mara.tab_to("What happened")
    mara.write("He asked")
    anna = shop.first.turn_to()
    open_customer(anna, HELD)
    anna.tab_to("What happened")
    anna.write("Tried on the grey coat")
    anna.press("Ctrl+Return")
    anna.wait_for("Activity saved")
    shop.shows("Tried on the grey coat")
    shop.second.turn_to()
    assert mara.focus == "What happened"
    mara.write(" for it")
    assert mara.value_of("What happened") == "He asked for it"


def test_an_edit_of_the_same_customer_is_told_and_she_chooses(shop: Shop) -> None:
    mara = shop.second.turn_to()
    edit_customer(mara, HELD)
    mara.fill("Title", "Dr.")
    mara.fill("Last name", "Later")
    anna = shop.first.turn_to()
    edit_customer(anna, HELD)
    anna.fill("Title", "Prof.")
    anna.fill("First name", "Sooner")
    anna.press("Ctrl+Return")
    anna.wait_for("is saved")
    shop.shows(f"{ANNA} changed in the meantime: title, first name")
    shop.second.turn_to()
    assert mara.sees("You both changed: title.")
    assert [mara.value_of(name) for name in ("Title", "First name", "Last name")] == ["Dr.", "Sooner", "Later"]
    mara.click("Take theirs")
    assert [mara.value_of(name) for name in ("Title", "First name", "Last name")] == ["Prof.", "Sooner", "Later"]
    mara.press("Ctrl+Return")
    mara.wait_for("is saved")
    customer = stored(shop, HELD)
    assert (customer.title, customer.first_name, customer.last_name) == ("Prof.", "Sooner", "Later")


def test_an_edit_of_a_customer_who_was_changed_this_moment_overwrites_nothing(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watch, "look", lambda _: Changes(frozenset()))  # it has not looked yet
    mara = shop.second.turn_to()
    edit_customer(mara, HELD)
    mara.fill("Last name", "Later")
    changes, anna = shop.first.services.customer_changes, shop.company.session("001", shop.first.till.clock())
    key = shop.company.customers[HELD]
    changes.edit(anna, key, replace(changes.form(anna, key).draft, title="Prof."), 1)
    mara.press("Ctrl+Return")
    mara.wait_for(f"{ANNA} changed in the meantime: title")
    assert stored(shop, HELD).last_name != "Later"
    mara.press("Ctrl+Return")
    mara.wait_for("is saved")
    assert (stored(shop, HELD).title, stored(shop, HELD).last_name) == ("Prof.", "Later")


def test_a_locked_till_asks_for_nothing_and_shows_all_of_it_afterwards(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    mara = shop.second.turn_to()
    mara.click("Store books", within="Pages")
    mara.wait(lambda: mara.count("Customers") == 20, "the books")
    mara.press("Ctrl+L")
    mara.wait_for("Till is locked")
    looks: list[Watch] = []
    look = Watch.look

    def counted(self: Watch) -> Changes:
        looks.append(self)
        return look(self)

    monkeypatch.setattr(Watch, "look", counted)
    anna, free = shop.company.session("001", shop.first.till.clock()), shop.company.customers[FREE]
    shop.first.services.book_changes.add(anna, [free])
    # The first till, which is open, has looked twice in the meantime.
    mara.wait(lambda: looks.count(shop.first.services.watch) >= 2, "looks of the other till")
    assert shop.second.services.watch not in looks
    mara.write(PASSWORD)
    mara.press("Return")
    mara.wait(lambda: mara.offers("Store books"), "the page as she left it")
    shop.first.since.start()
    shop.happens(lambda: mara.count("Customers") == 21, "what was missed")


def stored(shop: Shop, account: str) -> Customer:
    session = shop.company.session("003", shop.first.till.clock())
    return shop.first.services.customers.profile(session, shop.company.customers[account]).customer


def sign_in(me: Person, name: str) -> None:
    me.wait_for("Berlin 1 · Berlin")
    me.click("This is another till…")
    me.choose("North · North 1")
    me.wait_for(name)
    me.click(name)
    me.fill("Password", PASSWORD)
    me.press("Return")
    me.wait_for(f", {name.split(maxsplit=1)[0]}")


def open_customer(me: Person, account: str) -> None:
    """By a scanner: the number, and Enter."""
    me.press("Ctrl+K")
    me.write(account)
    me.press("Return")
    me.wait_for("On the card")


def edit_customer(me: Person, account: str) -> None:
    open_customer(me, account)
    me.press("F2")
    me.wait(lambda: me.focus == "First name", "the form")
