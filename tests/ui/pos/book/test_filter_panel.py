"""The column of filters."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.domain.filters import CARD, NAME, Criterion, OneOf
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.filter_panel import FilterPanel
from clienteling.ui.theme import FOCUS_GAP, FOCUS_WIDTH
from clienteling.ui.widgets.button import Button
from tests.ui.pos.book import facets
from tests.ui.pos.book.facets import KEY

TODAY = date(2026, 11, 20)


def make(qtbot: QtBot) -> FilterPanel:
    panel = FilterPanel(Formats("en-GB", "EUR", "Europe/Riga"))
    qtbot.addWidget(panel)
    panel.resize(264, 700)
    panel.show()
    return panel


def test_it_tells_which_filter_was_set(qtbot: QtBot) -> None:
    panel = make(qtbot)
    told: list[tuple[str, Criterion | None]] = []
    panel.changed.connect(lambda key, criterion: told.append((key, criterion)))
    panel.show_facets((facets.listed({"a": 1, "b": 2}), facets.text_box(key=NAME)), TODAY)
    panel.control(KEY).list.row("a").click()  # type: ignore[attr-defined]
    assert told == [(KEY, OneOf(KEY, frozenset({"a"})))]


def test_a_focus_ring_has_room_on_both_sides(qtbot: QtBot) -> None:
    panel = make(qtbot)
    panel.show_facets((facets.listed({"a": 1, "b": 2}), facets.text_box(key=NAME)), TODAY)
    field = panel.control(NAME).edit  # type: ignore[attr-defined]
    content = panel.views.parentWidget()
    assert content is not None
    place = field.rect().translated(field.mapTo(content, QPoint(0, 0)))
    ring = FOCUS_GAP + FOCUS_WIDTH
    assert content.rect().contains(place.adjusted(-ring, 0, ring, 0))


def test_controls_are_built_once_as_long_as_the_filters_are_the_same(qtbot: QtBot) -> None:
    panel = make(qtbot)
    panel.show_facets((facets.listed({"a": 1}),), TODAY)
    control = panel.control(KEY)
    panel.show_facets((facets.listed({"a": 0}),), TODAY)
    assert panel.control(KEY) is control
    panel.show_facets((facets.listed({"a": 1}), facets.text_box(key=NAME)), TODAY)
    assert panel.control(KEY) is not control


def test_what_divides_nobody_is_not_offered(qtbot: QtBot) -> None:
    panel = make(qtbot)
    same, empty = facets.slider(None, None), facets.keyed(facets.listed({}), "attribute:2")
    panel.show_facets((same, empty, facets.text_box(key=CARD)), TODAY)
    assert panel.control(KEY).isHidden()
    assert panel.control("attribute:2").isHidden()
    assert panel.control(CARD).isVisible()


def test_a_filter_that_is_set_stays_even_if_it_divides_nobody(qtbot: QtBot) -> None:
    panel = make(qtbot)
    panel.show_facets((facets.listed({}, OneOf(KEY, frozenset({"gone"}))),), TODAY)
    assert panel.control(KEY).isVisible()


def test_the_first_filter_that_is_shown_gets_the_focus(qtbot: QtBot) -> None:
    panel = make(qtbot)
    panel.show_facets((facets.slider(None, None), facets.text_box(key=NAME)), TODAY)
    panel.focus_first()
    focused = panel.focusWidget()
    assert focused is not None
    assert panel.control(NAME).isAncestorOf(focused)


def test_tab_goes_through_the_filters_as_they_stand_whenever_they_were_made(qtbot: QtBot) -> None:
    panel = make(qtbot)
    after = Button("Cards")
    row = QWidget()
    qtbot.addWidget(row)
    both = QHBoxLayout(row)
    both.addWidget(panel)
    both.addWidget(after)
    row.show()
    panel.show_facets((facets.listed({"a": 1, "b": 2}), facets.text_box(key=NAME)), TODAY)
    panel.show_facets((facets.text_box(key=CARD), facets.listed({"a": 1, "b": 2}), facets.text_box(key=NAME)), TODAY)
    found: list[QWidget] = []
    widget = panel.close_button.nextInFocusChain()
    while widget is not None and widget is not after:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            found.append(widget)
        widget = widget.nextInFocusChain()
    tops = [control.mapTo(panel, QPoint(0, 0)).y() for control in found]
    assert len(found) >= 5
    assert tops == sorted(tops)
