"""The five main tasks with a finger alone, as at a till without a keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clienteling.services.demo.company import PASSWORD
from tests.journeys.conftest import Start
from tests.support.finger import Finger

MAIJA, HENRIK = "Maija Krūmiņa", "Henrik Østergaard"
CALLED = "Will come by on Friday."


@pytest.fixture
def _slowly(qapp: QApplication) -> Iterator[None]:
    """Two taps of a quick machine are not a double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.mark.usefixtures("_slowly")
def test_a_day_at_the_till_by_touch(start: Start, demo: Path, qtbot: QtBot) -> None:
    me = Finger(qtbot, start(demo).program.window)
    me.wait_for("Who is signing in?")
    sign_in(me, MAIJA)
    look_through_the_book(me)
    name = open_and_write(me)
    remove_and_undo(me, name)
    remove_find_and_add(me, name)
    me.click("Lock", within="Pages")
    me.wait_for("Till is locked")
    sign_in(me, HENRIK)
    reassign(me, name)


def sign_in(me: Finger, worker: str) -> None:
    me.click(worker)
    me.wait(lambda: me.focus == f"Password for {worker}", "the question for the password")
    me.write(PASSWORD)
    me.click("Sign in")
    me.wait_for(f", {worker.split(maxsplit=1)[0]}")


def look_through_the_book(me: Finger) -> None:
    me.click("View my client book")
    me.wait(lambda: me.count("Customers") > 5, "the book")
    everybody, first = me.count("Customers"), me.rows("Customers")[0]
    me.swipe_up("Customers")
    me.wait(lambda: first not in me.texts(), "the book pushed up")
    me.click("Medium", within="Filters")
    me.wait(lambda: me.count("Customers") < everybody, "fewer of them")
    me.click("Clear all")
    me.wait(lambda: me.count("Customers") == everybody, "all of them")


def open_and_write(me: Finger) -> str:
    name = me.rows("Customers")[0].split(";")[0]
    me.click_row("Customers", name)
    me.wait_for("In your client book")
    me.click("Phone")
    me.click_into("What happened")
    me.write(CALLED)
    me.click("Save")
    me.wait_for("Activity saved")
    me.wait(lambda: CALLED in me.rows("Timeline")[0], "the activity in the timeline")
    return name


def remove_and_undo(me: Finger, name: str) -> None:
    me.click("My book", within="Pages")
    me.wait(lambda: me.count("Customers") > 0, "the book")
    everybody = me.count("Customers")
    me.hold_row("Customers", name)
    me.wait_for("1 selected")
    me.click("Remove from book")
    me.wait(lambda: me.count("Customers") == everybody - 1, "one less")
    me.click("Undo")
    me.wait(lambda: me.count("Customers") == everybody, "all of them again")


def remove_find_and_add(me: Finger, name: str) -> None:
    me.hold_row("Customers", name)
    me.click("Remove from book")
    me.wait(lambda: not any(name in row for row in me.rows("Customers")), "the customer gone")
    me.click_into("Search customers or scan a card")
    me.write(name)
    me.click_row("Search results", name)
    me.wait_for("In no client book")
    me.click("Add to my book")
    me.wait_for("In your client book")


def reassign(me: Finger, name: str) -> None:
    me.click("Store books", within="Pages")
    me.wait(lambda: me.count("Customers") > 0, "all books")
    me.click(MAIJA.split(maxsplit=1)[0], within="Filters")
    me.wait_for("Clear all")
    me.hold_row("Customers", name)
    me.wait_for("1 selected")
    me.click("Reassign")
    me.wait_for("Choose who gets them, then it stands here.")
    me.click("To")
    me.click_row("Colleagues", HENRIK)
    me.click("Move 1 customer to Henrik")
    me.wait_for("moved to Henrik")
