"""Each kind of filter: what it shows, and what setting it asks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.filters import Between, Contains, Criterion, Facet, OneOf, Ranges
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.facet_control import FacetControl
from clienteling.ui.pos.book.facet_controls import (
    ListControl,
    RangeControl,
    SliderControl,
    TextControl,
    YesNoControl,
    control_for,
)
from clienteling.ui.pos.book.gap_control import GapControl
from clienteling.ui.pos.book.window_control import WindowControl
from tests.ui.pos.book import facets
from tests.ui.pos.book.facets import KEY

FORMATS = Formats("en-GB", "EUR", "Europe/Riga")
TODAY = date(2026, 11, 20)


def asked_by(control: FacetControl) -> list[Criterion | None]:
    asked: list[Criterion | None] = []
    control.changed.connect(asked.append)
    return asked


@pytest.mark.parametrize(
    ("facet", "kind"),
    [
        (facets.listed({"a": 1}), ListControl),
        (facets.gaps({30: 4}), GapControl),
        (facets.listed({"true": 1}, attribute=facets.VIP), YesNoControl),
        (facets.ranges(), RangeControl),
        (facets.windows({7: 1}), WindowControl),
        (facets.slider(0, 10), SliderControl),
        (facets.text_box(), TextControl),
    ],
)
def test_each_facet_gets_its_control(qtbot: QtBot, facet: Facet, kind: type[FacetControl]) -> None:
    control = control_for(facet, FORMATS, TODAY)
    qtbot.addWidget(control)
    assert type(control) is kind


def test_ticks_ask_for_one_of_their_values(qtbot: QtBot) -> None:
    control = ListControl(facets.listed({"a": 2, "b": 1}), FORMATS)
    qtbot.addWidget(control)
    asked = asked_by(control)
    control.list.row("a").click()
    control.list.row("b").click()
    control.list.row("a").click()
    control.list.row("b").click()
    assert asked == [OneOf(KEY, frozenset(values)) for values in ("a", "ab", "b")] + [None]


def test_values_keep_their_places_while_counts_change(qtbot: QtBot) -> None:
    control = ListControl(facets.listed({"a": 5, "b": 1}), FORMATS)
    qtbot.addWidget(control)
    row = control.list.row("a")
    control.show_facet(facets.listed({"b": 1, "a": 0}, OneOf(KEY, frozenset({"b"}))))
    assert control.list.row("a") is row
    assert row.count == "0"
    assert control.list.keys() == ("b",)


def test_a_single_value_can_be_unset(qtbot: QtBot) -> None:
    control = ListControl(facets.listed({"a": 2, "b": 1}, multi=False), FORMATS)
    qtbot.addWidget(control)
    asked = asked_by(control)
    control.list.row("a").click()
    control.list.row("any").click()
    assert asked == [OneOf(KEY, frozenset({"a"})), None]


@pytest.mark.parametrize("several", [True, False])
def test_ranges_ask_for_their_limits(qtbot: QtBot, several: bool) -> None:
    control = RangeControl(replace(facets.ranges(), multi_value=several), FORMATS)
    qtbot.addWidget(control)
    asked = asked_by(control)
    labels = [control.list.row(key).label for key in ("0", "1", "2")]
    assert labels == ["Under €100", "€100 to €500", "From €500"]
    if not several:
        assert control.list.row("any").label == "Any"
    control.list.row("1").click()
    assert asked == [Between(KEY, Decimal(100), Decimal(500), below=True)]
    control.show_facet(facets.ranges(asked[0]))
    assert control.list.keys() == ("1",)


def test_several_ranges_are_asked_at_once(qtbot: QtBot) -> None:
    control = RangeControl(facets.ranges(), FORMATS)
    qtbot.addWidget(control)
    asked = asked_by(control)
    control.list.row("0").click()
    control.list.row("2").click()
    under, over = Between(KEY, None, Decimal(100), below=True), Between(KEY, Decimal(500), None, below=True)
    assert asked[-1] == Ranges(KEY, (under, over))
    control.show_facet(facets.ranges(asked[-1]))
    assert control.list.keys() == ("0", "2")
    control.list.row("0").click()
    control.list.row("2").click()
    assert asked[-2:] == [over, None]


def test_yes_no_and_any(qtbot: QtBot) -> None:
    control = YesNoControl(facets.listed({"true": 15}, attribute=facets.VIP), FORMATS)
    qtbot.addWidget(control)
    asked = asked_by(control)
    assert control.segments.value() == "any"
    assert control.segments.button("true").accessibleName() == "Yes 15"
    assert control.segments.button("false").accessibleName() == "No 0"
    control.segments.button("true").click()
    control.segments.button("any").click()
    assert asked == [OneOf(KEY, frozenset({"true"})), None]


def test_a_slider_has_round_steps_and_open_ends(qtbot: QtBot) -> None:
    control = SliderControl(facets.slider(12.5, 24_990), FORMATS)
    qtbot.addWidget(control)
    asked = asked_by(control)
    assert control.slider.bounds() == (0, 50)  # steps of 500
    control.slider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(control.slider, Qt.Key.Key_Right)
    assert asked == [Between(KEY, Decimal(500), None)]
    QTest.keyClick(control.slider, Qt.Key.Key_Home)
    assert asked[-1] is None
    control.show_facet(facets.slider(12.5, 24_990, Between(KEY, Decimal(1000), Decimal(2000))))
    assert control.slider.values() == (2, 4)


def test_a_text_is_asked_after_a_pause_and_at_once_by_enter(qtbot: QtBot) -> None:
    control = TextControl(facets.text_box(), FORMATS)
    qtbot.addWidget(control)
    asked = asked_by(control)
    QTest.keyClicks(control.edit, "silk")
    assert asked == []
    qtbot.waitUntil(lambda: asked == [Contains(KEY, "silk")], timeout=5000)
    QTest.keyClicks(control.edit, "y")
    QTest.keyClick(control.edit, Qt.Key.Key_Return)
    assert asked[1:] == [Contains(KEY, "silky")]


def test_an_older_answer_does_not_change_what_is_being_typed(qtbot: QtBot) -> None:
    control = TextControl(facets.text_box(), FORMATS)
    qtbot.addWidget(control)
    QTest.keyClicks(control.edit, "silk")
    control.show_facet(facets.text_box(Contains(KEY, "si")))
    assert control.edit.text() == "silk"


def test_a_filter_that_was_dropped_elsewhere_empties_its_box(qtbot: QtBot) -> None:
    control = TextControl(facets.text_box(Contains(KEY, "silk")), FORMATS)
    qtbot.addWidget(control)
    assert control.edit.text() == "silk"
    control.show_facet(facets.text_box())
    assert control.edit.text() == ""
