"""The controls of attributes and groups: order by drag, keys and number; filters that are confirmed; values."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.domain.attribute import AttributeType, DisplayControl
from clienteling.domain.configuration.properties import Attribute, FilterSettings, Member, Option
from clienteling.ui.headquarters.filter_input import FilterInput
from clienteling.ui.headquarters.members_input import MembersInput
from clienteling.ui.headquarters.options_input import OptionsInput
from clienteling.ui.headquarters.section_page import SectionPage
from clienteling.ui.headquarters.sequence_aside import SequenceAside
from tests.ui.headquarters.conftest import Office

NAMES = ("Birthday", "Brand", "Shoe size", "Spend")
ATTRIBUTES = {name: Attribute(name, AttributeType.TEXT) for name in NAMES}


@pytest.fixture
def members(qtbot: QtBot) -> MembersInput:
    made = MembersInput(ATTRIBUTES)
    qtbot.addWidget(made)
    made.set_value(tuple(Member(name, place) for place, name in enumerate(NAMES[:3], 1)))
    made.resize(700, 500)
    made.show()
    return made


def order(members: MembersInput) -> list[tuple[str, int]]:
    return [(member.attribute, member.display_order) for member in members.value()]


def test_a_row_is_dragged_and_all_are_numbered_anew(members: MembersInput) -> None:
    last = members.rows[2]
    goal = members.rows[0].mapToGlobal(QPoint(5, 10))
    QTest.mousePress(last.handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(last.handle, last.handle.mapFromGlobal(goal))
    QTest.mouseRelease(last.handle, Qt.MouseButton.LeftButton)
    assert order(members) == [("Shoe size", 1), ("Birthday", 2), ("Brand", 3)]


def test_alt_and_the_arrows_do_the_same(members: MembersInput) -> None:
    QTest.keyClick(members.rows[0].number, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(members) == [("Brand", 1), ("Birthday", 2), ("Shoe size", 3)]


def test_a_typed_number_is_kept_also_when_two_are_equal(members: MembersInput) -> None:
    row = members.rows[2]
    row.number.setText("1")
    row.number.textEdited.emit("1")
    row.number.editingFinished.emit()
    assert dict(order(members)) == {"Birthday": 1, "Brand": 2, "Shoe size": 1}


def test_attributes_that_are_not_in_the_group_are_offered(members: MembersInput) -> None:
    assert [choice.key for choice in members.add_select.choices] == ["Spend"]
    members.add("Spend")
    assert order(members)[-1] == ("Spend", 4)
    members.rows[0].away.click()
    assert [choice.key for choice in members.add_select.choices] == ["Birthday"]


def test_a_filter_is_none_until_it_is_confirmed_and_again_after_a_change(qtbot: QtBot) -> None:
    made = FilterInput(QLocale("lv"))
    qtbot.addWidget(made)
    made.set_type(AttributeType.DECIMAL)
    made.show()
    assert made.value() is None
    made.control.changed.emit(DisplayControl.RANGE)
    made.control.set_value(DisplayControl.RANGE)
    made.confirm.click()
    assert made.value() is None
    assert made.thresholds.error
    made.thresholds.set_text("36,5; 40")
    made.confirm.click()
    assert made.value() == FilterSettings(DisplayControl.RANGE, False, (Decimal("36.5"), Decimal(40)))
    made.thresholds.text_edited.emit("36,5")
    assert made.value() is None


def test_a_confirmed_filter_that_does_not_fit_another_type_is_confirmed_no_more(qtbot: QtBot) -> None:
    made = FilterInput(QLocale("en"))
    qtbot.addWidget(made)
    made.set_type(AttributeType.INTEGER)
    made.set_value(FilterSettings(DisplayControl.SLIDER))
    made.set_type(AttributeType.BOOLEAN)
    assert made.value() is None
    assert [choice.key for choice in made.control.choices] == [DisplayControl.LIST]


def test_values_keep_their_translations_and_their_order(qtbot: QtBot) -> None:
    made = OptionsInput({"lv": "Latviešu"})
    qtbot.addWidget(made)
    made.set_value((Option("Low", {"lv": "Zems", "da": "Lav"}), Option("High")))
    made.show()
    made.rows[0].down.click()
    made.rows[0].labels["lv"].setText("Augsts")
    made.add()
    assert made.value() == (Option("High", {"lv": "Augsts"}), Option("Low", {"lv": "Zems", "da": "Lav"}))
    made.rows[0].away.click()
    assert [option.value for option in made.value()] == ["Low"]


def test_a_number_sequence_goes_on_with_a_greater_number_and_never_with_a_smaller_one(office: Office) -> None:
    page = office.go(SectionPage, "number_sequences", "USMF/client_book")
    aside = page.editor.aside
    assert isinstance(aside, SequenceAside)
    before = aside.next.value
    aside.go_on.set_text("1")
    aside.set_button.click()
    assert aside.go_on.error
    assert aside.next.value == before
    aside.go_on.set_text("500")
    aside.set_button.click()
    assert not aside.go_on.error
    assert aside.next.value.endswith("500")
