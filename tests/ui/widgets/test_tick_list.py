from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.tick_list import TickItem, TickList

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton


def _brands(exclusive: bool = False) -> TickList:
    brands = TickList("Preferred brand", exclusive=exclusive, limit=3)
    names = ("Aurel Atelier", "Nordlys", "Casa Verani", "Maison", "Hibernia")
    brands.set_items([TickItem(name, name, str(9 - at)) for at, name in enumerate(names)], ["Nordlys"])
    return brands


def test_a_tick_list_tells_what_is_ticked_in_the_order_of_its_rows(show: Show, qtbot: QtBot) -> None:
    brands = _brands()
    show(brands)

    with qtbot.waitSignal(brands.changed) as changed:
        QTest.mouseClick(brands.row("Aurel Atelier"), LEFT)

    assert changed.args == [("Aurel Atelier", "Nordlys")]


def test_ticking_by_program_tells_nobody(show: Show, qtbot: QtBot) -> None:
    brands = _brands()
    show(brands)

    with qtbot.assertNotEmitted(brands.changed):
        brands.set_keys(["Casa Verani"])

    assert brands.keys() == ("Casa Verani",)


def test_a_tick_list_shows_the_first_rows_and_the_ticked_ones(show: Show) -> None:
    brands = _brands()
    brands.set_keys(["Hibernia"])
    show(brands)

    assert [brands.row(key).isVisible() for key in ("Casa Verani", "Maison", "Hibernia")] == [
        True,
        False,
        True,
    ]
    assert "1" in brands.more.label

    QTest.mouseClick(brands.more, LEFT)
    assert brands.row("Maison").isVisible()

    QTest.mouseClick(brands.more, LEFT)
    assert not brands.row("Maison").isVisible()


def test_new_counts_keep_rows_and_ticks(show: Show) -> None:
    brands = _brands()
    show(brands)
    row = brands.row("Nordlys")
    row.setFocus()

    brands.set_items(
        [TickItem(name, name, "7") for name in ("Aurel Atelier", "Nordlys", "Casa Verani", "Maison", "Hibernia")],
        brands.keys(),
    )

    assert brands.row("Nordlys") is row
    assert row.hasFocus()
    assert row.accessibleName() == "Nordlys 7"
    assert brands.keys() == ("Nordlys",)


def test_an_exclusive_list_has_one_radio_on(show: Show) -> None:
    brands = _brands(exclusive=True)
    show(brands)

    QTest.mouseClick(brands.row("Casa Verani"), LEFT)

    assert brands.keys() == ("Casa Verani",)
    interface = QAccessible.queryAccessibleInterface(brands.row("Casa Verani"))
    assert interface.role() == QAccessible.Role.RadioButton


def test_a_tick_is_a_check_box_to_a_screen_reader_and_space_ticks_it(show: Show) -> None:
    brands = _brands()
    show(brands)
    row = brands.row("Aurel Atelier")
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Space)

    assert row.isChecked()
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() == QAccessible.Role.CheckBox
    assert interface.text(QAccessible.Text.Name) == "Aurel Atelier 9"


def test_tab_goes_from_tick_to_tick_and_space_ticks(show: Show, qtbot: QtBot, focused: Callable[[], QWidget]) -> None:
    brands = _brands()
    show(brands)
    brands.row("Aurel Atelier").setFocus()

    for name in ("Nordlys", "Casa Verani"):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is brands.row(name)
    with qtbot.waitSignal(brands.changed) as changed:
        QTest.keyClick(focused(), Qt.Key.Key_Space)

    assert changed.args == [("Nordlys", "Casa Verani")]


def test_of_radios_tab_reaches_one_and_the_arrows_choose(
    show: Show, qtbot: QtBot, focused: Callable[[], QWidget]
) -> None:
    brands, after = _brands(exclusive=True), TickList("Sizes")
    after.set_items([TickItem("S", "Small")])
    show(brands, after)
    brands.row("Nordlys").setFocus()

    with qtbot.waitSignal(brands.changed) as changed:
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert changed.args == [("Casa Verani",)]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)

    assert not brands.isAncestorOf(focused())
