from dataclasses import replace

import pytest

from clienteling.domain.customer_draft import ContactDraft
from clienteling.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from clienteling.domain.filters import Query
from clienteling.domain.merge import Side
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from tests.support.program import Program


def accounts(program: Program) -> tuple[int, int]:
    kept, other = program.company.accounts(21, 22)
    return kept, other


def names(program: Program, *keys: int) -> list[str]:
    session = program.session("003")
    return [program.services.customers.profile(session, key).customer.name for key in keys]


def test_two_become_one_everywhere_and_two_again(program: Program) -> None:
    kept, other = accounts(program)
    anna, mara = program.session("001"), program.session("003")
    services = program.services
    services.book_changes.add(anna, [other])
    note = services.timelines.add_note(anna, other, "likes pearls")
    assert note.record_id
    (_, gone), before = names(program, kept, other), services.books.find(anna, View.MINE, Query()).ids.tolist()
    changes = services.merging.merge(mara, kept, other, reason="the same")
    assert changes.customer_ids == {kept, other}
    # Search, the client book and its columns, the timeline, and the old account number lead to the one who was kept.
    assert [hit.customer_id for hit in services.search.find(mara, "C-0022").hits] == [kept]
    assert services.customers.by_account(mara, ["C-0022"]) == (kept,)
    after = services.books.find(anna, View.MINE, Query()).ids.tolist()
    assert set(after) == {*before, kept} - {other}
    assert "likes pearls" in [item.text for item in services.timelines.page(mara, kept, limit=50).items]
    with pytest.raises(NotFound):
        services.customers.profile(mara, other)
    assert changes.record_id is not None
    services.merging.undo(mara, changes.record_id)
    assert names(program, kept, other)[1] == gone
    assert set(services.books.find(anna, View.MINE, Query()).ids.tolist()) == set(before)
    assert "likes pearls" in [item.text for item in services.timelines.page(mara, other, limit=50).items]
    assert [hit.customer_id for hit in services.search.find(mara, "C-0022").hits] == [other]
    with pytest.raises(NotFound, match="undone"):
        services.merging.undo(mara, changes.record_id)


def test_what_is_chosen_stays(program: Program) -> None:
    kept, other = accounts(program)
    mara = program.session("003")
    shown = program.services.merging.preview(mara, kept, other)
    fields = {field.key: field for field in shown.fields}
    assert fields["name"].side is Side.KEPT
    program.services.merging.merge(mara, kept, other, {"name": Side.OTHER})
    profile = program.services.customers.profile(mara, kept).customer
    assert (profile.account_number, profile.name) == ("C-0021", fields["name"].other)
    assert [hit.customer_id for hit in program.services.search.find(mara, fields["name"].other).hits][:1] == [kept]
    with pytest.raises(Invalid, match="same"):
        program.services.merging.merge(mara, kept, program.company.accounts(1, 1)[0], {"nothing": Side.OTHER})


def test_each_contact_is_there_once_and_one_is_primary(program: Program) -> None:
    kept, other = accounts(program)
    mara = program.session("003")
    both = [program.services.customers.profile(mara, key).customer for key in (kept, other)]
    shown = program.services.merging.preview(mara, kept, other)
    primaries = {field.key: Side.OTHER for field in shown.fields if field.key.startswith("customer_")}
    program.services.merging.merge(mara, kept, other, primaries)
    after = program.services.customers.profile(mara, kept).customer
    assert {p.typed for p in after.phones} == {p.typed for customer in both for p in customer.phones}
    assert {e.address for e in after.emails} == {e.address for customer in both for e in customer.emails}
    chosen = [p.typed for p in both[1].phones if p.primary and "customer_phone" in primaries]
    assert not chosen or [p.typed for p in after.phones if p.primary] == chosen
    for contacts in (after.phones, after.emails, after.addresses):
        assert not contacts or [contact.primary for contact in contacts].count(True) == 1


def test_an_undo_says_what_newer_change_stands_in_between(program: Program) -> None:
    kept, other = accounts(program)
    mara = program.session("003")
    changes = program.services.merging.merge(mara, kept, other)
    program.services.timelines.add_note(mara, kept, "since")
    program.services.book_changes.add(program.session("001"), [kept])
    assert changes.record_id is not None
    with pytest.raises(Conflict, match="Add customer to client book, by Anna Ozola"):
        program.services.merging.undo(mara, changes.record_id)
    first, second = program.company.accounts(3, 4)
    one = program.services.merging.merge(mara, first, second)
    two = program.services.merging.merge(mara, program.company.accounts(5, 5)[0], first)
    assert one.record_id is not None and two.record_id is not None  # noqa: PT018
    assert [m.account_number for m in program.services.merging.merges(mara, program.company.accounts(5, 5)[0])] == [
        "C-0003",
        "C-0004",
    ]
    with pytest.raises((Conflict, NotFound)):
        program.services.merging.undo(mara, one.record_id)
    program.services.merging.undo(mara, two.record_id)


def test_what_happened_since_stays_with_the_one_who_was_kept(program: Program) -> None:
    kept, other = accounts(program)
    mara = program.session("003")
    changes = program.services.merging.merge(mara, kept, other)
    program.services.timelines.add_note(mara, kept, "since")
    assert changes.record_id is not None
    program.services.merging.undo(mara, changes.record_id)
    assert "since" in [item.text for item in program.services.timelines.page(mara, kept, limit=50).items]


def test_only_who_may_merges_customers_of_the_own_company(program: Program) -> None:
    kept, other = accounts(program)
    with pytest.raises(NotAllowed):
        program.services.merging.merge(program.session("001"), kept, other)
    mara = program.session("003")
    with pytest.raises(NotFound):
        program.services.merging.merge(mara, kept, program.company.customers["DEMF D-0001"])
    with pytest.raises(Invalid):
        program.services.merging.merge(mara, kept, kept)
    with pytest.raises(Invalid, match="different"):
        program.services.merging.merge(None, kept, program.company.customers["DEMF D-0001"])


def test_a_book_change_is_not_undone_across_a_merge(program: Program) -> None:
    kept, other = accounts(program)
    anna = program.session("001")
    added = program.services.book_changes.add(anna, [other])
    program.services.merging.merge(program.session("003"), kept, other)
    assert added.record_id is not None
    with pytest.raises((Conflict, NotFound)):
        program.services.book_changes.undo(anna, added.record_id)


def test_the_audit_says_what_was_merged(program: Program) -> None:
    kept, other = accounts(program)
    program.services.merging.merge(None, kept, other, reason="the same")
    line = program.services.audit.lines(None, account_number="C-0021", limit=1)[0]
    assert (line.operation, line.subject, line.before, line.after) == (
        Operation.MERGE_CUSTOMERS,
        "merge",
        "C-0022",
        "C-0021",
    )


def test_a_contact_that_both_have_is_no_choice_and_amounts_have_their_currency(sqlite_program: Program) -> None:
    program = sqlite_program
    kept, other = accounts(program)
    mara, changes = program.session("003"), program.services.customer_changes
    typed = {kept: ("(212) 555-0142", "Maud@example.org", "12.5"), other: ("212 555 0142", "maud@EXAMPLE.org ", "80")}
    for key, (phone, email, spend) in typed.items():
        form = changes.form(mara, key)
        assert form.customer is not None
        draft = replace(form.draft, phones=(ContactDraft(phone, "home"),), emails=(ContactDraft(email, "home"),))
        changes.edit(mara, key, replace(draft, values={**draft.values, "Spend": spend}), form.customer.version)
    shown = program.services.merging.preview(mara, kept, other)
    fields = {field.name or field.key: (field.kept, field.other) for field in shown.fields}
    assert fields["Spend"] == ("12.50 USD", "80.00 USD")
    assert not {"customer_phone", "customer_email"} & fields.keys()
    assert (shown.same["customer_phone"], shown.same["customer_email"]) == (1, 1)
    program.services.merging.merge(mara, kept, other)
    after = program.services.customers.profile(mara, kept).customer
    assert ([phone.typed for phone in after.phones], len(after.emails)) == (["(212) 555-0142"], 1)
