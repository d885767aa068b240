"""Relationship intelligence from headquarters to the customer: choices, consent, health, who knows whom."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from clienteling.services.demo.company import PASSWORD
from tests.journeys.conftest import Start, Till
from tests.journeys.test_sessions_journey import sign_in
from tests.support.driver import Person

MAIJA, IOANA = "Maija Krūmiņa", "Ioana Țăran"
GIULIA = "Giulia D’Amico"


def test_an_administrator_chooses_and_an_associate_sees_it(start: Start, demo: Path) -> None:
    till = start(demo)
    me = till.person
    sign_in(me, IOANA)
    lay_data_into_finland(till)
    open_page(me)
    assert me.nameless() == me.unreachable() == []
    me.wait_for("14 days left to consent.")
    me.tab_to("Meetings")
    me.press("Right", "Right")
    me.wait_for("+10 %")
    me.wait_for("Not saved")
    me.tab_to("Save")
    me.press("Return")
    me.wait_for("Saved.")
    me.wait(lambda: not me.sees("Not saved"), "what was chosen to be stored")
    fourteen_days_later(till, me)
    me.wait_for("Switched itself off")
    me.tab_to("Give consent")
    me.press("Return")
    me.wait(lambda: not me.sees("There was no consent"), "the banner to go")
    me.wait_for("colleagues found for")


def test_an_associate_asks_a_colleague_for_an_introduction_by_keyboard(start: Start, demo: Path) -> None:
    me = start(demo).person
    sign_in(me, MAIJA)
    open_giulia(me)
    me.tab_to("Back")
    me.press("Tab", "Right", "Right")
    me.wait_for("As of")
    me.wait_for("How recent")
    assert me.sees("4 colleagues know")
    assert me.nameless() == me.unreachable() == []
    me.tab_to("Colleagues who know the customer: Maija Krūmiņa,")
    me.press("Right")
    me.wait(lambda: "Jens Kjær" in me.focus or "Sofie Ægidius" in me.focus, "a colleague in the picture")
    me.press("Return")
    me.wait_for("Open in mail program")
    assert "Would you introduce me to" in me.value_of("Subject")
    me.press("Escape")
    me.wait(lambda: not me.sees("Open in mail program"), "the dialog to close")


def open_page(me: Person) -> None:
    me.click("HQ", within="Pages")
    me.click_row("Pages of headquarters", "Relationships")
    me.wait_for("Relationship analytics")


def lay_data_into_finland(till: Till) -> None:
    """Where mail and meetings could be used, so that consent is waited for; chosen before, by somebody else."""
    services = till.program.services
    assert services is not None
    choices = services.relationships.choices
    for entity in services.parameters.legal_entities():
        choices.save(None, entity, replace(choices.overview(None, entity).chosen, location="FI"))


def open_giulia(me: Person) -> None:
    me.press("Ctrl+K")
    me.write("Giulia Amico")
    me.wait_for(GIULIA)
    me.press("Return")
    me.wait_for("Add a title")


def fourteen_days_later(till: Till, me: Person) -> None:
    till.clock.ahead += timedelta(days=14)
    # Nobody was here for as long: the till has locked itself.
    me.wait_for("Till is locked")
    me.write(PASSWORD)
    me.press("Return")
    me.wait_for("Pages of headquarters")
    me.click_row("Pages of headquarters", "Set-up steps")
    me.click_row("Pages of headquarters", "Relationships")
