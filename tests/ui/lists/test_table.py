"""The table of many rows."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column, Pill
from clienteling.ui.lists.table_model import column_widths
from tests.ui.lists.conftest import Show


@dataclass(frozen=True, slots=True)
class Store:
    name: str
    customers: int | None
    note: str = ""


STORES = (Store("Ørsted", 9), Store("=Harbour", 100, "new"), Store("Abbey", None), Store("Zenith", 31))


def make() -> DataTable:
    return DataTable(
        "Stores",
        [
            Column[Store]("Name", lambda store: store.name, weight=2, pill=lambda s: Pill(s.note) if s.note else None),
            Column[Store](
                "Customers",
                lambda store: "–" if store.customers is None else f"{store.customers:,}",
                at_end=True,
                sort_key=lambda store: store.customers,
                cell=lambda store: store.customers,
            ),
        ],
    )


def names(table: DataTable) -> list[str]:
    return [store.name for store in table.rows]


def test_a_head_sorts_by_its_values_and_again_the_other_way_round_and_what_has_none_comes_last(show: Show) -> None:
    table = make()
    show(table)
    table.show_rows(STORES)
    assert names(table) == ["Ørsted", "=Harbour", "Abbey", "Zenith"]
    head = table.view.head
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(head.sectionViewportPosition(1) + 30, 20))
    assert names(table) == ["Ørsted", "Zenith", "=Harbour", "Abbey"]
    table.sort_by(1)
    assert names(table) == ["=Harbour", "Zenith", "Ørsted", "Abbey"]
    QTest.keyClick(table.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert names(table)[0] == "=Harbour"
    assert names(table)[-1] == "Zenith"


def test_new_rows_come_in_the_order_that_was_asked_for_and_the_current_one_stays_so(show: Show) -> None:
    table = make()
    show(table)
    table.show_rows(STORES)
    table.select(STORES[3])
    table.sort_by(1)
    assert table.current() == STORES[3]
    table.show_rows([*STORES, Store("Nine", 10)])
    assert names(table)[1] == "Nine"
    assert table.current() == STORES[3]


def test_enter_and_a_tap_open_a_row(show: Show, qtbot: QtBot) -> None:
    table = make()
    show(table)
    table.show_rows(STORES)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [STORES[1]]
    place = table.view.visualRect(table.rows_model.index(2, 1)).center()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [STORES[2]]


def test_where_there_are_no_rows_a_sentence_says_so(show: Show) -> None:
    table = make()
    table.set_empty("store", "No stores yet", "Add the first one.", primary="Add store")
    show(table)
    table.show_loading()
    assert not table.state.isVisible()
    table.show_rows([])
    assert table.state.isVisible()
    assert table.state.sentence == "Add the first one."
    table.show_rows(STORES)
    assert table.view.isVisible()


def test_a_spreadsheet_gets_the_shown_order_numbers_as_numbers_and_no_formula(show: Show) -> None:
    table = make()
    table.show_rows(STORES)
    table.sort_by(1)
    table.sort_by(1)
    lines = table.csv().lstrip("\ufeff").splitlines()
    assert lines == ["Name,Customers", "'=Harbour,100", "Zenith,31", "Ørsted,9", "Abbey,"]


def test_rows_that_are_sorted_elsewhere_stay_and_more_are_asked_for(show: Show) -> None:
    asked: list[tuple[int, bool]] = []
    more: list[None] = []
    table = DataTable("Stores", make().rows_model.columns, sorted_elsewhere=True)
    table.sort_asked.connect(lambda *what: asked.append(what))
    show(table)
    table.show_rows(STORES, lambda: more.append(None))
    table.sort_by(0)
    table.sort_by(0)
    assert asked == [(0, False), (0, True)]
    assert names(table)[0] == "Ørsted"
    table.rows_model.fetchMore(table.view.rootIndex())
    assert more == [None]
    table.append([Store("Last", 1)])
    assert names(table)[-1] == "Last"


def test_a_screen_reader_hears_head_value_and_sign() -> None:
    table = make()
    table.show_rows(STORES)
    spoken = table.rows_model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Name: =Harbour, new"
    assert "Ctrl" in table.view.accessibleDescription()


def test_columns_share_the_room_by_weight_and_keep_their_least(show: Show) -> None:
    columns = make().rows_model.columns
    narrow, wide = column_widths(columns, 10), column_widths(columns, 900)
    assert sum(wide) == 900
    assert all(least > 40 for least in narrow)
    assert wide[0] - narrow[0] > wide[1] - narrow[1]


def test_sums_stay_below_the_rows(show: Show) -> None:
    table = make()
    show(table)
    table.show_rows(STORES)
    assert not table.total.isVisible()
    table.set_total(Store("All", 140))
    assert table.total.isVisible()
    assert table.total.accessibleName() == "Name: All; Customers: 140"
