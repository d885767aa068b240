"""Duplicates and merging at headquarters."""

from dataclasses import replace

from clienteling.domain.customer_draft import DateDraft
from clienteling.domain.merge import Side
from clienteling.ui.headquarters.all_customers.duplicates_page import DuplicatesPage
from clienteling.ui.headquarters.all_customers.merge_dialog import MergeDialog
from clienteling.ui.headquarters.all_customers.page import AllCustomersPage
from tests.ui.headquarters.conftest import Office


def open_dialog(office: Office) -> MergeDialog:
    (found,) = [d for d in office.till.window.findChildren(MergeDialog) if d.is_open]
    return found


def test_two_files_are_merged_as_it_was_chosen_and_it_can_be_undone(office: Office) -> None:
    page = office.go(AllCustomersPage, "all_customers")
    services, session = office.till.program.services, office.till.session
    (kept, other) = services.customers.by_account(session, ["C-0021", "C-0022"])
    page.detail.show_customer(kept)
    page.detail.merge.click()
    dialog = open_dialog(office)
    dialog.account.set_text("C-9999")
    dialog.look.click()
    assert "C-9999" in dialog.account.error
    dialog.account.set_text("C-0022")
    dialog.look.click()
    assert "C-0022" in dialog.words.text()
    chosen = dialog.sides["name"].button(Side.OTHER)
    name = chosen.toolTip()
    chosen.click()
    dialog.merge.click()
    assert office.till.errors == []
    assert services.customers.profile(session, kept).customer.name == name
    assert services.customers.by_account(session, ["C-0022"]) == (kept,)
    office.till.toast.undo_button.click()
    assert office.till.errors == []
    assert services.customers.by_account(session, ["C-0022"]) == (other,)


def test_the_other_file_can_be_the_one_that_is_kept(office: Office) -> None:
    page = office.go(AllCustomersPage, "all_customers")
    services, session = office.till.program.services, office.till.session
    (kept, other) = services.customers.by_account(session, ["C-0021", "C-0022"])
    page.detail.show_customer(kept)
    page.detail.merge.click()
    dialog = open_dialog(office)
    dialog.ask(kept, other)
    dialog.swap.click()
    dialog.merge.click()
    assert services.customers.by_account(session, ["C-0021"]) == (other,)


def test_duplicates_are_looked_for_and_merged_or_set_apart(office: Office) -> None:
    page = office.go(DuplicatesPage, "duplicates")
    assert page.table.state.title == "Nobody has looked yet"
    page.look.click()
    pairs = page.table.rows
    assert len(pairs) > 1
    page.table.select(pairs[0])
    page.apart.click()
    assert pairs[0] not in page.table.rows
    page.both.click()
    merged = page.table.current()
    open_dialog(office).merge.click()
    assert office.till.errors == []
    assert merged not in page.table.rows
    page.look.click()
    assert pairs[0] not in page.table.rows


def test_the_days_of_a_preview_read_in_the_language_of_the_worker(office: Office) -> None:
    page = office.go(AllCustomersPage, "all_customers")
    services, session = office.till.program.services, office.till.session
    (kept, other) = services.customers.by_account(session, ["C-0021", "C-0022"])
    for key, day in ((kept, "1984-01-28"), (other, "--02-29")):
        form = services.customer_changes.form(session, key)
        assert form.customer is not None
        draft = replace(form.draft, dates=(DateDraft("Birthday", day),))
        services.customer_changes.edit(session, key, draft, form.customer.version)
    page.detail.show_customer(kept)
    page.detail.merge.click()
    dialog = open_dialog(office)
    dialog.ask(kept, other)
    (birthday,) = [choice for key, choice in dialog.sides.items() if key.startswith("important_date")]
    tips = [birthday.button(side).toolTip() for side in (Side.KEPT, Side.OTHER)]
    assert tips == ["28 January 1984", "29 February"]
