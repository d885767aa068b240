from datetime import UTC, datetime

from clienteling.ui.pos.customer.drafts import Draft, Drafts
from tests.support.clock import START, Clock


def test_a_draft_is_kept_for_its_customer_with_the_time() -> None:
    drafts = Drafts(Clock())
    drafts.keep(Draft(1, type_id=7, text="Asked for the blue one"))
    kept = drafts.of(1)
    assert kept is not None
    assert (kept.text, kept.type_id, kept.length) == ("Asked for the blue one", 7, 22)
    assert kept.kept is not None
    assert kept.kept > START
    assert drafts.of(2) is None


def test_a_draft_that_did_not_change_keeps_its_time() -> None:
    drafts = Drafts(Clock())
    drafts.keep(Draft(1, text="one"))
    first = drafts.of(1)
    drafts.keep(Draft(1, text="one"))
    assert drafts.of(1) == first
    drafts.keep(Draft(1, text="one and more"))
    second = drafts.of(1)
    assert second is not None
    assert first is not None
    assert second.kept != first.kept


def test_blank_drafts_are_let_go() -> None:
    drafts = Drafts(Clock())
    drafts.keep(Draft(1, text="one"))
    drafts.keep(Draft(1, text="  \n "))
    assert drafts.all() == ()


def test_a_title_alone_is_worth_keeping() -> None:
    drafts = Drafts(Clock())
    drafts.keep(Draft(1, title="Fitting"))
    assert [draft.length for draft in drafts.all()] == [7]


def test_the_newest_draft_comes_first() -> None:
    drafts = Drafts(Clock(datetime(2026, 11, 20, 9, 59, 59, 999_000, tzinfo=UTC)))
    for customer in (1, 2, 3):
        drafts.keep(Draft(customer, text="x"))
    drafts.keep(Draft(1, text="more"))
    assert [draft.customer_id for draft in drafts.all()] == [1, 3, 2]
    drafts.drop(3)
    assert [draft.customer_id for draft in drafts.all()] == [1, 2]
