"""Headquarters in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clienteling.domain.operations import Operation
from clienteling.ui.headquarters.pages import headquarters_specs
from clienteling.ui.headquarters.section_page import SectionPage
from clienteling.ui.headquarters.workspace import KEY
from tests.ui.headquarters.conftest import Office


def test_every_page_can_be_gone_to_and_reads_without_trouble(office: Office) -> None:
    for spec in headquarters_specs(office.till.till):
        office.till.window.go(KEY, (spec.key, None))
        assert office.workspace.key == spec.key
    assert office.till.errors == []


def test_the_keyboard_goes_from_page_to_page(office: Office) -> None:
    office.go(SectionPage, "stores")
    view = office.workspace.navigation.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert office.workspace.key == "stores"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert office.workspace.key == "registers"


def test_going_back_returns_to_the_page_that_was_shown_last(office: Office) -> None:
    office.go(SectionPage, "stores")
    office.go(SectionPage, "workers")
    office.till.window.go("customer", 1)
    office.till.window.back()
    assert office.workspace.key == "workers"


def test_pages_that_a_worker_may_not_use_are_not_offered(office: Office) -> None:
    office.till.till.permissions.forbidden[Operation.PUBLISH] = ()
    workspace = type(office.workspace)(office.till.till, headquarters_specs)
    assert "distribution" not in workspace._specs
    assert "stores" in workspace._specs
