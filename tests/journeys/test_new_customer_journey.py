"""A new customer with the keyboard alone: warned of the one who is there already, locked in between, stored, edited."""

from pathlib import Path

from clienteling.services.demo.company import PASSWORD
from tests.journeys.conftest import Start
from tests.support.driver import Person

MAIJA = "Maija Krūmiņa"
FIRST, LAST, PHONE, MAIL = "Kornēlija", "Zeltkalne-Čaks", "20 555 123", "kornelija@example.org"


def test_a_customer_is_created_and_edited_with_the_keyboard(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me)
    me.press("Ctrl+N")
    me.wait(lambda: me.focus == "First name", "the form")
    assert me.nameless() == []
    type_the_customer(me)
    lock_and_unlock(me)
    me.press("Ctrl+Return")
    me.wait_for("is customer")
    me.wait_for(f"{FIRST} {LAST}")
    warn_of_the_same_customer(me)
    edit_the_customer(me)


def sign_in(me: Person) -> None:
    me.wait_for(MAIJA)
    me.click(MAIJA)
    me.fill("Password", PASSWORD)
    me.press("Return")
    me.wait_for("View my client book")


def type_the_customer(me: Person) -> None:
    me.write(FIRST)
    me.press("Tab")
    me.write(LAST)
    me.press("Tab")
    assert me.focus == "Birth date"
    me.write("18111988")
    me.press("Tab")
    assert me.value_of("Birth date") == "18/11/1988"
    me.write("lat")
    assert me.focus == "Language Latviešu"
    me.press("Tab")
    me.write(PHONE)
    me.tab_to("E-mail")
    me.write("nonsense")
    me.press("Ctrl+Return")
    me.wait_for("is no e-mail address")
    assert me.focus == "E-mail"
    me.press("Ctrl+A")
    me.write(MAIL)


def lock_and_unlock(me: Person) -> None:
    me.press("Ctrl+L")
    me.wait_for("Till is locked")
    assert me.sees("A new customer. It opens where you left it, and only for you.")
    assert not me.sees(FIRST)
    me.write(PASSWORD)
    me.press("Return")
    me.wait(lambda: me.focus == "E-mail", "the form as it was left")
    assert me.value_of("Last name") == LAST


def warn_of_the_same_customer(me: Person) -> None:
    me.press("Ctrl+N")
    me.wait(lambda: me.focus == "First name", "an empty form")
    assert me.value_of("First name") == ""
    me.write("Kornelija")
    me.press("Tab")
    me.write("Zeltkalne Caks")
    me.wait_for(f"Looks like {FIRST} {LAST}")
    me.tab_to(f"Open {FIRST}")
    me.press("Return")
    me.wait_for("Customer since")


def edit_the_customer(me: Person) -> None:
    me.press("F2")
    me.wait(lambda: me.focus == "First name", "the form of the customer")
    assert me.value_of("Last name") == LAST
    me.tab_to("Street, house and flat")
    me.write("Miera iela 24-7")
    me.tab_to("Town")
    me.write("Riga")
    me.tab_to("Postcode")
    me.write("1013")
    me.press("Ctrl+Return")
    me.wait_for("is saved")
    me.wait_for("LV-1013")
