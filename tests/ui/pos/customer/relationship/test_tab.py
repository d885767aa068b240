"""The tab of a relationship: what it shows, its states, and asking for an introduction."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from clienteling.domain.errors import Unreachable, mark
from clienteling.domain.worker import Session
from clienteling.services.relationship.relationships import Relationship
from clienteling.ui.pos.customer.relationship.introduction_dialog import IntroductionDialog
from clienteling.ui.pos.customer.relationship.known_box import Look
from clienteling.ui.pos.customer.relationship.tab import RelationshipTab
from clienteling.ui.theme import CONTROL
from tests.support.clock import Clock
from tests.ui.pos.customer.conftest import Counter, settle


def enable(counter: Counter) -> None:
    session = counter.program.session("009")
    counter.program.services.relationships.choices.enable(session, session.legal_entity, licence=True)


def tab(counter: Counter, account: str = "C-0004", width: int = 926, height: int = 700) -> RelationshipTab:
    shown = RelationshipTab(counter.till)
    shown.setFixedSize(width, height)
    counter.put(shown)
    shown.show_customer(counter.customer(account))
    settle()
    return shown


def opened_dialog(shown: RelationshipTab) -> IntroductionDialog | None:
    return shown.dialog if shown.dialog is not None and shown.dialog.is_open else None


def visit(counter: Counter, number: str, account: str = "C-0004") -> None:
    company = counter.program.company
    counter.program.services.timelines.add_activity(
        counter.program.session(number), counter.customer(account), company.activity_types["visit"].id, "came by"
    )


def test_before_it_is_enabled_it_says_who_enables_it(counter: Counter) -> None:
    shown = tab(counter)
    assert shown.state.isVisible()
    assert "not enabled" in shown.state.title
    assert "headquarters" in shown.state.sentence


def test_health_stands_with_grade_trend_parts_and_the_moment(counter: Counter) -> None:
    enable(counter)
    shown = tab(counter)
    found = counter.program.services.relationships.of(counter.till.session, counter.customer("C-0004")).health
    assert found is not None
    assert shown.health.ring.accessibleDescription() == str(found.score)
    assert shown.health.ring.accessibleName() == "Relationship health"
    assert shown.health.grade.text() == found.state.label
    assert shown.health.as_of.text().startswith("As of Today")
    assert [meter.text.split(" of ")[1] for meter in shown.health.parts] == ["50", "30", "20"]
    assert "Last: Meeting" in shown.health.last.text
    assert shown.health.course.isVisible()
    assert "Health score" in shown.health.course.accessibleDescription()


def test_a_special_state_takes_the_place_of_ring_and_trend(counter: Counter) -> None:
    enable(counter)
    shown = tab(counter, "C-0001")
    assert not shown.health.ring.isVisible()
    assert not shown.health.course.isVisible()
    assert shown.health.title.text() == "No closed activities"
    assert "first visit" in shown.health.sentence.text()
    assert "Nobody has been in touch" in shown.known.sentence.text()


def test_figures_are_counted(counter: Counter) -> None:
    enable(counter)
    shown = tab(counter)
    texts = [figure.text for figure in shown.figures.figures]
    assert texts == [
        "1 E-mails 1 sent, 0 received",
        "1 Meetings and visits 30 min face to face",
        "1 Phone calls 1 made, 0 received",
        "45 min Our time the customer’s: 42 min",
    ]
    assert "Anna Ozola (3)" in shown.figures.most.text()


def test_colleagues_stand_in_a_list_and_in_a_picture(counter: Counter) -> None:
    enable(counter)
    visit(counter, "002")
    shown = tab(counter)
    assert [row.name.text() for row in shown.known.rows] == ["Anna Ozola", "Jens Holm"]
    assert shown.known.graph.isVisible()
    spoken = shown.known.graph.accessibleDescription()
    assert "Anna Ozola, " in spoken
    assert "Jens Holm, " in spoken
    # Anna is signed in: she needs no introduction by herself.
    assert [row.button.isVisible() for row in shown.known.rows] == [False, True]
    assert shown.known.rows[1].button.height() >= CONTROL


def test_a_narrow_page_offers_list_or_graph(counter: Counter) -> None:
    enable(counter)
    shown = tab(counter, width=600)
    box = shown.known
    assert not box.look.button(Look.BOTH).isVisible()
    assert not box.graph.isVisible()
    assert box.rows[0].isVisible()
    box.look.button(Look.GRAPH).click()
    assert box.graph.isVisible()
    assert not box.rows[0].isVisible()


def test_an_introduction_is_asked_for_from_the_picture_by_keyboard(counter: Counter) -> None:
    enable(counter)
    visit(counter, "002")
    shown = tab(counter)
    graph = shown.known.graph
    graph.setFocus(Qt.FocusReason.TabFocusReason)
    assert "Anna Ozola" in graph.accessibleName()
    QTest.keyClick(graph, Qt.Key.Key_Return)
    assert opened_dialog(shown) is None
    QTest.keyClick(graph, Qt.Key.Key_Right)
    assert "Jens Holm" in graph.accessibleName()
    QTest.keyClick(graph, Qt.Key.Key_Return)
    dialog = opened_dialog(shown)
    assert dialog is not None
    assert "Jens Holm" in dialog.text.text()


def test_the_filled_in_mail_opens_in_the_mail_program(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    enable(counter)
    visit(counter, "002")
    counter.program.services.relationships.choices.give_mailbox(None, "002", "jens@example.org")
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    shown = tab(counter)
    shown.known.rows[1].button.click()
    dialog = shown.dialog
    assert dialog is not None
    assert dialog.to.text() == "jens@example.org"
    dialog.subject.set_text("Please & thank you")
    dialog.open_button.click()
    assert not dialog.is_open
    (url,) = opened
    assert url.startswith("mailto:jens@example.org?subject=Please")
    assert "Jens Holm" in unquote(url)


def test_without_a_mail_program_the_mail_is_copied(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    enable(counter)
    visit(counter, "002")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    shown = tab(counter)
    shown.known.rows[1].button.click()
    assert shown.dialog is not None
    shown.dialog.open_button.click()
    assert shown.dialog.is_open
    assert "Jens Holm" in QGuiApplication.clipboard().text()
    assert "copied" in counter.toast.text


def test_on_day_14_the_reason_stands_where_colleagues_stood(counter: Counter) -> None:
    enable(counter)
    assert isinstance(counter.program.clock, Clock)
    counter.program.clock.advance(timedelta(days=13))
    shown = tab(counter)
    assert shown.known.rows
    assert "wait for consent" in shown.source.text()
    counter.program.clock.advance(timedelta(days=1))
    shown.refresh()
    assert shown.known.rows == []
    assert "no consent within 14 days" in shown.known.sentence.text()
    assert shown.figures.isVisible()
    assert shown.health.ring.isVisible()


def test_a_failure_is_said_and_can_be_tried_again(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    enable(counter)
    relationships = counter.program.services.relationships
    whole = relationships.of

    def fail(_session: Session, _customer_id: int) -> Relationship:
        raise Unreachable(mark("The database does not answer."))

    monkeypatch.setattr(relationships, "of", fail)
    shown = tab(counter)
    assert shown.state.isVisible()
    monkeypatch.setattr(relationships, "of", whole)
    shown.state.primary_button.click()
    assert shown.health.ring.isVisible()


def test_who_may_not_see_relationships_is_told_who_may(counter: Counter) -> None:
    enable(counter)
    with counter.program.database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM permission WHERE operation = 9024 AND group_id <> 0")
    shown = tab(counter)
    assert shown.state.isVisible()
    assert "View relationships" in shown.state.sentence
