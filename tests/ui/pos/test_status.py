"""The status page."""

from clienteling.ui.pos.status import StatusPage
from clienteling.ui.widgets.section import PropertyRow
from tests.ui.pos.conftest import SignIn


def facts(page: StatusPage) -> dict[str, str]:
    return {row.accessibleName().split(":")[0]: row.value for row in page.findChildren(PropertyRow)}


def test_it_says_where_the_data_is_and_that_it_answers(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = till.show(StatusPage)
    assert isinstance(page, StatusPage)
    assert page.banner.title == "Everything answers."
    shown = facts(page)
    assert shown["Place"] == till.program.database.place
    assert shown["Database"].startswith("SQLite")
    assert shown["Till"].startswith(till.session.store.name)


def test_checking_everything_lists_what_was_looked_at(sign_in: SignIn) -> None:
    page = sign_in("001").show(StatusPage)
    assert isinstance(page, StatusPage)
    page.check.click()
    shown = facts(page)
    assert shown["A customer has one primary client book"] == "Yes"
    assert page.check.isEnabled()
    assert page.check.label == "Check everything"


def test_a_broken_rule_is_said_in_red_words(sign_in: SignIn) -> None:
    till = sign_in("001")
    page = till.show(StatusPage)
    assert isinstance(page, StatusPage)
    with till.program.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE holding SET name_key = 'wrong'")
    page.check.click()
    assert page.banner.title == "Something is not as it should be."
    assert facts(page)["Client books have customers under their names"].startswith("No, ")
