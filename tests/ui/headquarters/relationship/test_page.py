"""Relationship intelligence at headquarters: enabling, consent, choices that are saved or discarded, options."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clienteling.domain.company import LegalEntity
from clienteling.domain.relationship.analytics import Analytics, Frequency, State
from clienteling.domain.relationship.enabling import Intelligence, Standing
from clienteling.domain.relationship.interaction import Channel
from clienteling.services.relationship.choices import Overview
from clienteling.ui.headquarters.relationship.dialogs import IntroductionOptions, LocationDialog, RolesDialog
from clienteling.ui.headquarters.relationship.page import RelationshipPage
from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.widgets.banner import Banner
from tests.support.clock import Clock
from tests.support.program import Program
from tests.support.till import OpenTill


@pytest.fixture
def open_till(sqlite_program: Program, qapp: QApplication) -> Iterator[Callable[[str], OpenTill]]:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))
    tills: list[OpenTill] = []

    def made(number: str = "009") -> OpenTill:
        tills.append(OpenTill(sqlite_program, number))
        return tills[-1]

    yield made
    for till in tills:
        till.close()


def shown(till: OpenTill) -> RelationshipPage:
    page = till.show(RelationshipPage)
    assert isinstance(page, RelationshipPage)
    return page


def entity(program: Program) -> LegalEntity:
    return program.session("009").legal_entity


def overview(program: Program) -> Overview:
    return program.services.relationships.choices.overview(None, entity(program))


def enable(program: Program) -> None:
    program.services.relationships.choices.enable(None, entity(program), licence=True)


def advance(program: Program, **by: float) -> None:
    assert isinstance(program.clock, Clock)
    program.clock.advance(timedelta(**by))


Open = Callable[[str], OpenTill]


def test_it_is_enabled_once_the_licence_is_confirmed(open_till: Open, sqlite_program: Program) -> None:
    till = open_till("009")
    page = shown(till)
    assert page.enabling.isVisible()
    assert page.pill.label == "Not enabled"
    assert not page.save.isVisible()
    page.enabling.state.primary_button.click()
    assert not overview(sqlite_program).chosen.is_enabled
    assert "licence" in page.enabling.trouble.text()
    page.enabling.licence.click()
    page.enabling.state.primary_button.click()
    assert overview(sqlite_program).chosen.is_enabled
    assert page.pill.label == "Enabled"
    assert page.parts.isVisible()
    # Everybody's health is there already.
    assert sum(overview(sqlite_program).grades.values()) == overview(sqlite_program).customers
    assert till.errors == []


def test_the_reasons_stand_at_each_prerequisite(open_till: Open, sqlite_program: Program) -> None:
    page = shown(open_till("009"))
    details = [row.detail for row in page.enabling.needs.values()]
    assert "Nobody has confirmed" in details[0]
    assert details[1] == "You may set up the company."
    assert "United States" in details[2]


def test_the_banner_counts_days_turns_red_and_asks(
    open_till: Open, sqlite_program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    enable(sqlite_program)
    page = shown(open_till("009"))
    assert page.banner.isVisible()
    assert page.banner.title.text() == "14 days left to consent."
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    page.banner.by_mail.click()
    assert opened[0].startswith("mailto:?subject=Consent")
    advance(sqlite_program, days=13)
    page.activate(None)
    assert page.banner.title.text() == "1 day left to consent."
    advance(sqlite_program, days=1)
    page.activate(None)
    assert page.banner.title.text().startswith("There was no consent by")
    assert "Switched itself off" in page.parts.rows["knows"].detail
    page.banner.give.click()
    assert not page.banner.isVisible()
    assert overview(sqlite_program).force.exchange is Standing.ON


def test_choices_stand_on_the_page_until_they_are_saved(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    till = open_till("009")
    page = shown(till)
    assert not page.save.isEnabled()
    slider = page.health.sliders[Channel.MEETING]
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 10
    page.health.frequency.set_value(Frequency.MONTHLY)
    page.health.frequency.changed.emit(Frequency.MONTHLY)
    page.parts.health.click()
    assert page.unsaved.isVisible()
    assert overview(sqlite_program).chosen.analytics == Analytics()
    page.save.click()
    chosen = overview(sqlite_program).chosen
    assert chosen.analytics.influence == {Channel.MEETING: 10}
    assert chosen.analytics.frequency is Frequency.MONTHLY
    assert not chosen.health
    assert not page.is_dirty
    assert not page.unsaved.isVisible()
    assert till.errors == []


def test_what_is_discarded_is_as_it_was(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    page = shown(open_till("009"))
    slider = page.health.sliders[Channel.EMAIL]
    QTest.keyClick(slider, Qt.Key.Key_End)
    page.parts.knows.switch.click()
    page.discard.click()
    assert slider.value() == 0
    assert page.parts.knows.switch.isChecked()
    assert not page.is_dirty


def test_the_distribution_follows_the_knobs(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    page = shown(open_till("009"))
    found = sqlite_program.services.relationships.computation.distribution(entity(sqlite_program), Analytics())
    grades = found.grades(Analytics())

    def number(state: State) -> int:
        return int(page.health.figures[state].text.split(": ")[1].split(" ")[0])

    assert {state: number(state) for state in grades} == grades
    assert sum(page.health.grades.bars) == found.graded
    before = number(State.GOOD)
    bars = page.health.grades
    bars.focusNextPrevChild(True)
    for _ in range(8):
        QTest.keyClick(bars, Qt.Key.Key_PageUp)
    assert bars.values()[1] == 100
    assert number(State.GOOD) <= before
    assert sum(number(state) for state in grades) == found.graded
    bars.focusNextPrevChild(False)
    for _ in range(20):
        QTest.keyClick(bars, Qt.Key.Key_PageDown)
    assert page.health.analytics.fair == 1
    # Knobs push each other.
    for _ in range(30):
        QTest.keyClick(bars, Qt.Key.Key_PageUp)
    assert bars.values() == (99, 100)


def test_who_saves_second_is_told_and_loses_nothing(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    till = open_till("009")
    page = shown(till)
    QTest.keyClick(page.health.sliders[Channel.TASK], Qt.Key.Key_Home)
    other = sqlite_program.services.relationships.choices
    other.save(None, entity(sqlite_program), Intelligence(licence=True, roles=("manager",)))
    page.save.click()
    assert page.is_dirty
    assert page.health.sliders[Channel.TASK].value() == -50
    assert overview(sqlite_program).chosen.roles == ("manager",)
    page.discard.click()
    assert "Managers" in page.parts.rows["roles"].detail
    QTest.keyClick(page.health.sliders[Channel.TASK], Qt.Key.Key_Home)
    page.save.click()
    assert overview(sqlite_program).chosen.analytics.influence == {Channel.TASK: -50}


def test_roles_are_chosen(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    page = shown(open_till("009"))
    page.parts.roles.click()
    dialog = page.dialog
    assert isinstance(dialog, RolesDialog)
    assert [code for code, tick in dialog.ticks.items() if tick.isChecked()] == ["associate", "manager"]
    dialog.ticks["associate"].click()
    dialog.take_button.click()
    assert page.parts.rows["roles"].detail == "Managers"
    page.save.click()
    assert overview(sqlite_program).chosen.roles == ("manager",)


def test_the_mail_for_an_introduction_is_checked_at_its_field(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    page = shown(open_till("009"))
    page.parts.introduction.click()
    dialog = page.dialog
    assert isinstance(dialog, IntroductionOptions)
    dialog.text.set_text("Dear {somebody}")
    dialog.take_button.click()
    assert dialog.is_open
    assert "{somebody}" in dialog.text_error
    dialog.text.set_text("Dear {colleague}")
    dialog.subject.set_text("Please")
    dialog.take_button.click()
    page.save.click()
    assert overview(sqlite_program).chosen.introduction.body == "Dear {colleague}"
    assert "Please" in page.parts.rows["introduction"].detail


def test_where_data_lies_decides_about_exchange(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    page = shown(open_till("009"))
    page.parts.location.click()
    dialog = page.dialog
    assert isinstance(dialog, LocationDialog)
    dialog.country.set_value("DE")
    dialog.take_button.click()
    page.save.click()
    assert overview(sqlite_program).chosen.location == "DE"
    assert not page.banner.isVisible()
    assert page.parts.rows["location"].detail == "not met: Data location"
    page.parts.location.click()
    assert isinstance(page.dialog, LocationDialog)
    assert any("Germany" in banner.text for banner in page.dialog.findChildren(Banner))


def test_disabling_can_be_undone(open_till: Open, sqlite_program: Program) -> None:
    enable(sqlite_program)
    till = open_till("009")
    page = shown(till)
    page.disable.click()
    assert not overview(sqlite_program).chosen.is_enabled
    assert page.enabling.isVisible()
    till.toast.undo_button.click()
    assert overview(sqlite_program).chosen.is_enabled
