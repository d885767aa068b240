from datetime import timedelta

import pytest

from clienteling.domain.contact import ContactLine, LastContact
from clienteling.domain.customer import Channel
from clienteling.ui.pos.customer.contact_box import ContactBox
from tests.ui.pos.customer.conftest import Counter


def shown(counter: Counter, line: ContactLine) -> list[str]:
    box = ContactBox()
    counter.put(box)
    box.show_contact(line, counter.till.formats, counter.now)
    return [box.title, *box.detail.split("\n")]


def test_the_next_welcome_day_stands_first_then_who_was_in_touch_last_and_how(counter: Counter) -> None:
    now = counter.now
    last = LastContact(now - timedelta(days=12), "Phone", "Jens Kjær")
    day = now.date() + timedelta(days=2)
    line = ContactLine(last, None, (Channel.PHONE, Channel.EMAIL), False, day)
    assert shown(counter, line) == [
        f"Next contact welcome from {counter.till.formats.day(day, now.date())}",
        "Last contact 12 days ago",
        "Phone, Jens Kjær",
        "Allowed: Phone, E-mail",
    ]


def test_who_was_never_contacted_is_welcome_to_be(counter: Counter) -> None:
    line = ContactLine(None, None, (Channel.PHONE,), False, counter.now.date())
    assert shown(counter, line) == ["Contact is welcome", "No contact yet", "Allowed: Phone"]


def test_who_was_not_asked_yet_is_to_be_asked(counter: Counter) -> None:
    line = ContactLine(None, None, (), False, counter.now.date())
    assert shown(counter, line) == ["Ask how to get in touch", "No contact yet"]


def test_who_does_not_want_to_be_contacted_says_so_first(counter: Counter) -> None:
    last = LastContact(counter.now, "Phone", "")
    line = ContactLine(last, None, (), True, None)
    assert shown(counter, line) == ["Asked not to be contacted", "Last contact today", "Phone"]


@pytest.mark.parametrize("days", [1, 30])
def test_what_is_planned_stands_before_the_day_that_is_welcome(counter: Counter, days: int) -> None:
    planned = LastContact(counter.now + timedelta(days=days), "Appointment", "Anna Ozola")
    line = ContactLine(None, planned, (Channel.POST,), False, counter.now.date())
    title, second, *_ = shown(counter, line)
    assert title.startswith("Appointment planned for ")
    assert counter.till.formats.time(planned.at) in title
    assert second == "Contact is welcome"
