"""Saved views on the book page: saving, applying, changing, sharing and deleting them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.database import attributes, company
from clienteling.domain.audit import Changes
from clienteling.domain.filters import NAME, Contains, OneOf, Query, Since
from clienteling.domain.history import CONTACT
from clienteling.domain.operations import Operation
from clienteling.domain.saved_view import SavedView
from clienteling.services.books import View
from clienteling.services.operations import Writing
from clienteling.ui.pos.book.page import BookPage, MyBookPage
from clienteling.ui.widgets.menu import Menu
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]
STALE = Since(CONTACT, 5, more=True)


def my_book(till: OpenTill) -> BookPage:
    page = till.show(MyBookPage)
    assert isinstance(page, BookPage)
    return page


def known(till: OpenTill) -> list[SavedView]:
    return list(till.program.services.views.list(till.session, View.MINE))


def save(page: BookPage, name: str) -> None:
    """Save what is set, as a person does."""
    page.chips.save.click()
    dialog = page.views.dialog
    assert dialog is not None
    dialog.name.edit.setFocus()
    QTest.keyClicks(dialog.name.edit, name)
    QTest.keyClick(dialog.name.edit, Qt.Key.Key_Return)


def rows(page: BookPage) -> list[tuple[str, str, bool]]:
    """The views as they are listed: name, note, and whether it is applied."""
    return [(row.label, row.note, row.isChecked()) for row in page.panel.views.rows]


def menu(page: BookPage, number: int) -> dict[str, QAction]:
    """The commands of a view."""
    page.panel.views.menu_wanted.emit(page.panel.views.rows[number].view, page.panel.views.rows[number])
    opened = page.findChildren(Menu)[-1]
    return {action.text().split(" —")[0]: action for action in opened.actions()}


def test_what_is_set_is_saved_and_is_the_applied_view(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    assert page.panel.views.isHidden()
    page.panel.changed.emit(CONTACT, STALE)
    assert page.chips.save.isVisible()
    save(page, "To call")
    assert [view.query for view in known(till)] == [Query((STALE,))]
    assert rows(page) == [("To call", "", True)]
    assert till.toast.text == "View “To call” saved"
    assert page.chips.save.isHidden()
    assert not till.errors


def test_a_name_that_is_taken_is_said_at_the_field_and_what_was_typed_stays(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    till.program.services.views.save(till.session, View.MINE, "To call", Query())
    page.panel.changed.emit(CONTACT, STALE)
    save(page, "to call")
    dialog = page.views.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert "There is a view “to call” already" in dialog.name.error
    assert dialog.name.text() == "to call"
    dialog.name.set_text("Other")
    dialog.save_button.click()
    assert dialog.isHidden()
    assert [view.name for view in known(till)] == ["Other", "To call"]


def test_one_press_or_alt_and_its_number_applies_a_view(sign_in: SignIn, qtbot: QtBot) -> None:
    till = sign_in("001")
    views = till.program.services.views
    views.save(till.session, View.MINE, "A", Query((Contains(NAME, "a"),), "score", True))
    views.save(till.session, View.MINE, "B", Query((STALE,)))
    page = my_book(till)
    page.panel.views.rows[0].click()
    expected = till.program.services.books.find(till.session, View.MINE, Query((Contains(NAME, "a"),), "score", True))
    assert list(page.cards.customer_ids) == expected.ids.tolist()
    assert (page.head.sort.value(), page.head.direction.accessibleName()) == ("score", "Descending")
    assert rows(page) == [("A", "", True), ("B", "", False)]
    with qtbot.waitActive(till.window):
        till.window.activateWindow()
    page.cards.setFocus()
    QTest.keyClick(page.cards, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert rows(page) == [("A", "", False), ("B", "", True)]
    assert [chip.value for chip in page.chips.filters] == ["more than 5 days ago"]


def test_a_changed_view_says_so_and_is_updated(sign_in: SignIn) -> None:
    till = sign_in("001")
    till.program.services.views.save(till.session, View.MINE, "A", Query((STALE,)))
    page = my_book(till)
    page.panel.views.rows[0].click()
    assert page.chips.update_view.isHidden()
    page.panel.changed.emit(NAME, Contains(NAME, "a"))
    assert rows(page) == [("A", "changed", True)]
    assert page.chips.update_view.isVisible()
    page.chips.update_view.click()
    assert rows(page) == [("A", "", True)]
    assert known(till)[0].query == Query((STALE, Contains(NAME, "a")))


def test_clearing_all_filters_leaves_the_view(sign_in: SignIn) -> None:
    till = sign_in("001")
    till.program.services.views.save(till.session, View.MINE, "A", Query((STALE,)))
    page = my_book(till)
    page.panel.views.rows[0].click()
    page.chips.cleared.emit()
    assert rows(page) == [("A", "", False)]


def test_a_view_is_renamed_and_deleted_and_the_deletion_undone(sign_in: SignIn) -> None:
    till = sign_in("001")
    till.program.services.views.save(till.session, View.MINE, "A", Query((STALE,)))
    page = my_book(till)
    menu(page, 0)["Rename"].trigger()
    dialog = page.views.dialog
    assert dialog is not None
    assert (dialog.name.text(), dialog.share.isHidden()) == ("A", True)
    dialog.name.set_text("B")
    dialog.save_button.click()
    assert rows(page) == [("B", "", False)]
    menu(page, 0)["Delete"].trigger()
    assert page.panel.views.isHidden()
    till.toast.undo_button.click()
    assert rows(page) == [("B", "", False)]
    assert known(till)[0].query == Query((STALE,))


def test_a_manager_shares_a_view_and_others_see_whose_it_is(sign_in: SignIn) -> None:
    manager = sign_in("003")
    manager.program.services.views.save(manager.session, View.MINE, "A", Query((STALE,)))
    page = my_book(manager)
    menu(page, 0)["Share with the store"].trigger()
    assert page.panel.views.rows[0].view.is_shared
    associate = sign_in("001")
    page = my_book(associate)
    assert rows(page) == [("A", "Mara Liepa", False)]
    commands = menu(page, 0)
    assert not any(action.isEnabled() for action in commands.values())
    page.panel.views.rows[0].click()
    page.panel.changed.emit(NAME, Contains(NAME, "a"))
    # The own changes can be kept as an own view only.
    assert page.chips.update_view.isHidden()
    assert page.chips.save.isVisible()


def test_an_associate_reads_who_may_share(sign_in: SignIn) -> None:
    page = my_book(sign_in("001"))
    page.panel.changed.emit(CONTACT, STALE)
    page.chips.save.click()
    dialog = page.views.dialog
    assert dialog is not None
    assert not dialog.share.isEnabled()
    assert "Managers" in dialog.share.count


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(sign_in: SignIn) -> None:
    till = sign_in("003")
    views = till.program.services.views
    views.save(till.session, View.MINE, "A", Query((STALE,)), shared=True)
    page = my_book(till)
    page.panel.views.rows[0].click()
    page.panel.changed.emit(NAME, Contains(NAME, "a"))
    other = till.program.session("009")
    views.replace(other, View.MINE, views.list(other, View.MINE)[0], Query())
    page.chips.update_view.click()
    assert known(till)[0].query == Query()


def test_a_view_without_one_of_its_properties_says_which(sign_in: SignIn) -> None:
    till = sign_in("001")
    brand = f"attribute:{till.program.company.properties.attributes['Brand'].id}"
    query = Query((OneOf(brand, frozenset({"Contoso"})), STALE))
    till.program.services.views.save(till.session, View.MINE, "Brands", query)
    _take_away_brand(till)
    page = my_book(till)
    page.panel.views.rows[0].click()
    assert till.toast.text == "Brand is not there any more; the view shows the rest."
    assert [chip.name for chip in page.chips.filters] == ["Last contact"]


def test_a_filter_whose_property_goes_away_is_dropped_and_said(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    brand = f"attribute:{till.program.company.properties.attributes['Brand'].id}"
    page.panel.changed.emit(brand, OneOf(brand, frozenset({"Contoso"})))
    page.panel.changed.emit(NAME, Contains(NAME, "a"))
    till.window.receive(_take_away_brand(till))
    assert [chip.key for chip in page.chips.filters] == [NAME]
    assert len(page.cards.customer_ids) > 0


def _take_away_brand(till: OpenTill) -> Changes:
    def work(writing: Writing) -> None:
        size = till.program.company.properties.attributes["Size"]
        attributes.save_group(writing.transaction, "Short", [size.id])
        for parameter in (company.CLIENT_BOOK_GROUP, company.CUSTOMER_GROUP):
            company.set_parameter(writing.transaction, till.session.legal_entity.id, parameter, "Short")
        writing.note("parameter", None, None, "Short")

    return till.program.services.operations.write(None, Operation.SET_UP, work)


@pytest.mark.parametrize("places", ["3", "4", "6"])
def test_cards_are_as_high_as_the_company_wants_properties_on_them(sign_in: SignIn, places: str) -> None:
    till = sign_in("001")
    page = my_book(till)
    before = page.cards.gridSize().height()
    parameters = till.program.services.parameters
    changes = parameters.set(None, till.session.legal_entity, "card-places", places)
    till.window.receive(changes)
    assert page.cards.gridSize().height() == before + 28 * (int(places) - 3)
    card = till.program.services.books.cards(till.session, View.MINE, page.cards.customer_ids[:1])[0]
    assert len(card.properties) == int(places)


def test_more_filters_are_counted_when_they_are_unfolded(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    with pytest.raises(KeyError):
        page.panel.control(CONTACT)
    page.panel.more.link.click()
    control = page.panel.control(CONTACT)
    assert control.isVisible()
    control.windows.button("30").click()  # type: ignore[attr-defined]
    expected = till.program.services.books.find(till.session, View.MINE, Query((Since(CONTACT, 30, more=True),)))
    assert list(page.cards.customer_ids) == expected.ids.tolist()
    page.panel.more.link.click()
    assert [chip.name for chip in page.chips.filters] == ["Last contact"]
    page.panel.more.link.click()
    assert page.panel.control(CONTACT).windows.value() == "30"  # type: ignore[attr-defined]


def test_an_activity_of_a_colleague_changes_what_is_filtered_by_it(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = my_book(till)
    page.panel.changed.emit(CONTACT, Since(CONTACT, 0, more=True))
    someone = page.cards.customer_ids[0]
    kind = till.program.company.activity_types["phone"].id
    done = till.program.services.timelines.add_activity(till.program.session("002"), someone, kind, "called")
    till.window.receive(done)
    assert someone not in page.cards.customer_ids
