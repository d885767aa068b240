"""The filter of contacts: more than so many days ago."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.filters import Criterion, Facet, Since
from clienteling.domain.history import CONTACT
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.gap_control import GapControl
from tests.ui.pos.book import facets

FORMATS = Formats("en-GB", "EUR", "Europe/Riga")
COUNTS = {30: 40, 60: 20, 90: 7}


def make(qtbot: QtBot, facet: Facet) -> tuple[GapControl, list[Criterion | None]]:
    control = GapControl(facet, FORMATS)
    qtbot.addWidget(control)
    asked: list[Criterion | None] = []
    control.changed.connect(asked.append)
    return control, asked


def test_days_without_contact_are_set_and_unset_by_pressing_them(qtbot: QtBot) -> None:
    control, asked = make(qtbot, facets.gaps(COUNTS))
    assert control.windows.button("60").accessibleName() == "60 days 20"
    control.windows.button("60").click()
    control.show_facet(facets.gaps(COUNTS, asked[0]))
    assert control.windows.value() == "60"
    control.windows.button("60").click()
    assert asked == [Since(CONTACT, 60, more=True), None]


def test_any_number_of_days_can_be_typed(qtbot: QtBot) -> None:
    control, asked = make(qtbot, facets.gaps(COUNTS))
    control.show()
    control.windows.button("other").click()
    assert control.days.isVisible()
    assert not control.days.show_button.isEnabled()
    QTest.keyClicks(control.days.days, "45x")
    QTest.keyClick(control.days.days, Qt.Key.Key_Return)
    assert asked == [Since(CONTACT, 45, more=True)]
    assert not control.days.isVisible()


def test_contact_within_some_days_can_be_asked_and_is_there_again(qtbot: QtBot) -> None:
    control, asked = make(qtbot, facets.gaps(COUNTS, Since(CONTACT, 14, more=False)))
    control.show()
    assert control.windows.value() == "other"
    control.windows.button("other").click()
    assert (control.days.days.text(), control.days.side.value()) == ("14", False)
    control.days.days.setText("7")
    control.days.show_button.click()
    assert asked == [Since(CONTACT, 7, more=False)]


def test_leaving_without_a_choice_shows_what_was_set(qtbot: QtBot) -> None:
    control, asked = make(qtbot, facets.gaps(COUNTS, Since(CONTACT, 30, more=True)))
    control.show()
    control.windows.button("other").click()
    control.days.close()
    assert control.windows.value() == "30"
    assert asked == []
