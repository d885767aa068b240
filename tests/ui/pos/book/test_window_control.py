"""The filter of a date."""

from datetime import date

from pytestqt.qtbot import QtBot

from clienteling.domain.attribute import DisplayControl
from clienteling.domain.filters import Between, Criterion, Facet, FacetValue, NextDays, Since, YearlyBetween, day_value
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.window_control import WindowControl
from tests.ui.pos.book import facets
from tests.ui.pos.book.facets import KEY

FORMATS = Formats("en-GB", "EUR", "Europe/Riga")
TODAY = date(2026, 11, 20)


def make(qtbot: QtBot, facet: Facet) -> tuple[WindowControl, list[Criterion | None]]:
    control = WindowControl(facet, FORMATS, TODAY)
    qtbot.addWidget(control)
    asked: list[Criterion | None] = []
    control.changed.connect(asked.append)
    return control, asked


def test_a_window_is_set_and_unset_by_pressing_it(qtbot: QtBot) -> None:
    control, asked = make(qtbot, facets.windows({7: 5, 30: 23, 90: 52}))
    control.windows.button("30").click()
    control.show_facet(facets.windows({7: 5, 30: 23, 90: 52}, NextDays(KEY, 30)))
    assert control.windows.value() == "30"
    control.windows.button("30").click()
    assert asked == [NextDays(KEY, 30), None]


def test_chosen_days_of_the_year_are_asked_whatever_the_year(qtbot: QtBot) -> None:
    control, asked = make(qtbot, facets.windows({7: 5}))
    control.days.chosen.emit(date(2026, 12, 20), date(2027, 1, 5))
    assert asked == [YearlyBetween(KEY, (12, 20), (1, 5))]
    control.show_facet(facets.windows({7: 5}, asked[0]))
    assert control.windows.value() == "other"


def test_chosen_days_of_the_past_are_asked_with_their_year(qtbot: QtBot) -> None:
    month = Since(KEY, 30, more=False)
    value = FacetValue("30", "", 4, month)
    control, asked = make(qtbot, Facet(KEY, "Last visit", DisplayControl.WINDOW, False, facets.SEEN, (value,)))
    control.windows.button("30").click()
    control.days.chosen.emit(date(2026, 1, 1), date(2026, 1, 31))
    assert asked == [month, Between(KEY, day_value(date(2026, 1, 1)), day_value(date(2026, 1, 31)))]


def test_leaving_the_days_without_a_choice_shows_what_was_set(qtbot: QtBot) -> None:
    control, asked = make(qtbot, facets.windows({7: 5, 30: 23}, NextDays(KEY, 7)))
    control.windows.set_value("other")
    control.days.closed.emit()
    assert control.windows.value() == "7"
    assert asked == []
