"""Search results: what can be lit, and what is taken."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clienteling.ui.lists.hit_delegate import CommandRow, HeadRow, HitRow, Row
from clienteling.ui.lists.hit_list import HitList, hit_model
from clienteling.ui.lists.matches import Run
from clienteling.ui.theme import Mode, apply, theme_for

ROWS: tuple[Row, ...] = (
    HeadRow("My book", "2"),
    HitRow(1, "Anna Bērziņa", "+371 20 123 456", ("Name",), note="Birthday today", name_runs=(Run(0, 4),)),
    HitRow(2, "Marianna Costa", "anna@example.net", ("E-mail",)),
    HeadRow("Other books"),
    HitRow(3, "Anna Liepiņa", "", holder="Jens Kjær"),
    CommandRow("all", "store", "Search all stores", "4 more", "Ctrl Enter"),
    CommandRow("new", "user-plus", "Create a new customer"),
)


@pytest.fixture
def hits(show: Callable[..., QWidget]) -> HitList:
    made = HitList()
    show(made, 702)
    made.set_rows(ROWS)
    return made


def _current(hits: HitList) -> int:
    return hits.currentIndex().row()


def _centre(hits: HitList, row: int) -> QPoint:
    return hits.visualRect(hits.model().index(row, 0)).center()


def test_it_keeps_the_rules_of_a_model(qtmodeltester: ModelTester) -> None:
    model = hit_model()
    model.set_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_first_hit_is_lit_and_a_command_only_without_hits(hits: HitList) -> None:
    assert _current(hits) == 1
    hits.set_rows([HeadRow("Nobody"), *ROWS[-2:]])
    assert _current(hits) == 1
    hits.set_rows([])
    assert not hits.take_current()


def test_steps_pass_over_headings_and_go_round(hits: HitList) -> None:
    seen = []
    for _step in range(6):
        hits.step(1)
        seen.append(_current(hits))
    assert seen == [2, 4, 5, 6, 1, 2]
    hits.step(-1)
    hits.step(-1)
    assert _current(hits) == 6


def test_enter_takes_what_is_lit(hits: HitList, qtbot: QtBot) -> None:
    hits.setFocus()
    with qtbot.waitSignal(hits.chosen) as chosen:
        QTest.keyClick(hits, Qt.Key.Key_Return)
    assert chosen.args == [1]
    for _step in range(3):
        QTest.keyClick(hits, Qt.Key.Key_Down)
    with qtbot.waitSignal(hits.commanded) as commanded:
        QTest.keyClick(hits, Qt.Key.Key_Return)
    assert commanded.args == ["all"]


def test_a_tap_takes_a_row_but_not_a_heading(hits: HitList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hits.chosen) as chosen:
        QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=_centre(hits, 4))
    assert chosen.args == [3]
    with qtbot.assertNotEmitted(hits.chosen), qtbot.assertNotEmitted(hits.commanded):
        QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=_centre(hits, 3))


def test_the_pointer_lights_what_it_is_over(hits: HitList) -> None:
    QTest.mouseMove(hits.viewport(), _centre(hits, 4))
    assert _current(hits) == 4


def test_heights_add_up_to_what_is_laid_out(hits: HitList) -> None:
    last = hits.visualRect(hits.model().index(len(ROWS) - 1, 0))
    assert hits.content_height == last.bottom() + 1
    assert hits.content_height == 32 + 60 + 60 + 41 + 60 + 61 + 52


def test_rows_are_spoken(hits: HitList) -> None:
    spoken = [hits.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 3, 4, 5)]
    assert spoken == [
        "Anna Bērziņa; +371 20 123 456; Name; Birthday today",
        "Other books",
        "Anna Liepiņa; Jens Kjær",
        "Search all stores, 4 more",
    ]


def test_rows_are_painted_in_both_themes_and_directions(hits: HitList, qapp: QApplication) -> None:
    pictures = [hits.grab().toImage()]
    apply(qapp, theme_for(Mode.DARK, motion=False))
    pictures.append(hits.grab().toImage())
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pictures.append(hits.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))
