"""Recording one activity for several customers."""

from collections.abc import Callable, Sequence

from clienteling.domain.activity import TimelineItem
from clienteling.domain.audit import Changes
from clienteling.ui.pos.book.activity_dialog import ActivityDialog
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]


def ask(till: OpenTill, customer_ids: Sequence[int], name: str = "") -> ActivityDialog:
    till.window.show()
    dialog = ActivityDialog(till.till, till.window)
    dialog.ask(customer_ids, name)
    return dialog


def newest(till: OpenTill, customer_id: int) -> TimelineItem:
    return till.program.services.timelines.page(till.session, customer_id).items[0]


def test_everybody_gets_the_activity(sign_in: SignIn) -> None:
    till = sign_in("001")
    ids = till.program.company.accounts(1, 3)
    dialog = ask(till, ids)
    recorded: list[Changes] = []
    dialog.recorded.connect(recorded.append)
    assert dialog.save_button.label == "Save for 3 customers"
    dialog.text.set_text("Invited to the preview")
    dialog.save_button.click()
    assert not dialog.is_open
    assert [changes.customer_ids for changes in recorded] == [frozenset(ids)]
    assert {newest(till, key).text for key in ids} == {"Invited to the preview"}


def test_an_empty_text_is_said_at_the_field(sign_in: SignIn) -> None:
    dialog = ask(sign_in("001"), (1,), "Anna Bērziņa")
    assert dialog.subtitle.text() == "Anna Bērziņa"
    dialog.save_button.click()
    assert dialog.is_open
    assert dialog.text.wrong
    dialog.text.edit.insertPlainText("called")
    assert not dialog.text.wrong


def test_it_is_written_for_all_or_for_none_and_the_text_stays(sign_in: SignIn) -> None:
    till = sign_in("001")
    ids = till.program.company.accounts(1, 3)
    before = [till.program.services.timelines.counts(till.session, key).total for key in ids]
    dialog = ask(till, [*ids, 7])
    dialog.text.set_text("Invited")
    dialog.save_button.click()
    assert dialog.is_open
    assert dialog.text.text() == "Invited"
    assert [till.program.services.timelines.counts(till.session, key).total for key in ids] == before
    dialog.ask(ids, "")
    dialog.save_button.click()
    after = [till.program.services.timelines.counts(till.session, key).total for key in ids]
    assert [now - then for then, now in zip(before, after, strict=True)] == [1, 1, 1]


def test_what_was_typed_stays_until_it_is_saved(sign_in: SignIn) -> None:
    till = sign_in("001")
    dialog = ask(till, till.program.company.accounts(1, 2))
    dialog.text.set_text("half a sen")
    dialog.close_now()
    dialog.ask(till.program.company.accounts(1, 2), "")
    assert dialog.text.text() == "half a sen"
