"""The welcome page."""

from clienteling.domain.operations import MANAGER_OPERATIONS, Operation
from clienteling.ui.lists.date_list import DateList
from clienteling.ui.pos.welcome import WelcomePage
from clienteling.ui.widgets.tile import Tile
from tests.ui.pos.conftest import SignIn


def titles(page: WelcomePage) -> set[str]:
    return {tile.label for tile in page.findChildren(Tile) if tile.isVisible()}


def test_the_two_views_are_tiles_with_their_sizes(sign_in: SignIn) -> None:
    page = sign_in("001").show(WelcomePage)
    assert isinstance(page, WelcomePage)
    assert page.my_book.subtitle == "10 customers"
    assert page.store_books.subtitle == "20 customers of 3 colleagues"


def test_a_tile_leads_to_its_page(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = till.show(WelcomePage)
    assert isinstance(page, WelcomePage)
    gone: list[str] = []
    page.go.disconnect()
    page.go.connect(lambda key, _argument: gone.append(key))
    page.my_book.click()
    page.store_books.click()
    assert gone == ["my_book", "store_books"]


def test_managers_have_the_audit_and_associates_do_not(sign_in: SignIn) -> None:
    associate, manager = sign_in("001").show(WelcomePage), sign_in("003").show(WelcomePage)
    assert isinstance(associate, WelcomePage)
    assert isinstance(manager, WelcomePage)
    assert Operation.VIEW_AUDIT in MANAGER_OPERATIONS
    assert "Audit" in titles(manager)
    assert "Audit" not in titles(associate)


def test_the_important_dates_of_the_week_are_the_books_own(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = till.show(WelcomePage)
    shown = page.findChild(DateList)
    assert isinstance(shown, DateList)
    coming = till.program.services.books.coming_dates(till.session, 7)
    model = shown.model()
    names = [model.index(row, 0).data().split(";")[0] for row in range(model.rowCount())]
    assert names == [date.customer for date in coming]


def test_what_was_begun_last_is_gone_on_with_where_it_was_begun(sign_in: SignIn) -> None:
    till = sign_in("009")
    till.program.services.drafts.keep_answers(till.session, None, "{}")
    page = till.show(WelcomePage)
    assert isinstance(page, WelcomePage)
    assert "account engagement" in page.draft.title
    gone: list[object] = []
    page.go.disconnect()
    page.go.connect(lambda *where: gone.append(where))
    page.draft.acted.emit()
    assert gone == [("headquarters", ("engagement", ("wizard", None)))]
