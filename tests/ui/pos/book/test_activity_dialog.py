"""Recording one activity for several customers."""

from collections.abc import Callable, Sequence

import pytest

from clienteling.domain.activity import TimelineItem
from clienteling.domain.audit import Changes
from clienteling.domain.errors import Busy
from clienteling.services.timeline import Timelines
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
    recorded: list[int] = []
    dialog.recorded.connect(recorded.append)
    assert dialog.save_button.label == "Save for 3 customers"
    dialog.text.set_text("Invited to the preview")
    dialog.save_button.click()
    assert not dialog.is_open
    assert recorded == [3]
    assert {newest(till, key).text for key in ids} == {"Invited to the preview"}


def test_an_empty_text_is_said_at_the_field(sign_in: SignIn) -> None:
    dialog = ask(sign_in("001"), (1,), "Anna Bērziņa")
    assert dialog.subtitle.text() == "Anna Bērziņa"
    dialog.save_button.click()
    assert dialog.is_open
    assert dialog.text.wrong
    dialog.text.edit.insertPlainText("called")
    assert not dialog.text.wrong


def test_those_already_written_are_not_written_again(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    till = sign_in("001")
    ids = till.program.company.accounts(1, 3)
    real, calls = Timelines.add_activity, iter((False, True, False, False))

    def sometimes_busy(*given: object, **more: object) -> Changes:
        if next(calls):
            raise Busy("Another program is writing.")
        return real(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Timelines, "add_activity", sometimes_busy)
    before = [till.program.services.timelines.counts(till.session, key).total for key in ids]
    dialog = ask(till, ids)
    dialog.text.set_text("Invited")
    dialog.save_button.click()
    assert dialog.save_button.label == "Save for 2 customers"
    assert dialog.text.text() == "Invited"
    dialog.save_button.click()
    assert not dialog.is_open
    after = [till.program.services.timelines.counts(till.session, key).total for key in ids]
    assert [now - then for then, now in zip(before, after, strict=True)] == [1, 1, 1]


def test_what_was_typed_stays_until_it_is_saved(sign_in: SignIn) -> None:
    till = sign_in("001")
    dialog = ask(till, till.program.company.accounts(1, 2))
    dialog.text.set_text("half a sen")
    dialog.close_now()
    dialog.ask(till.program.company.accounts(1, 2), "")
    assert dialog.text.text() == "half a sen"
