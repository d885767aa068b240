from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.contact import LastContact, contact_line, welcome_day
from clienteling.domain.customer import Channel, Consent

TODAY = date(2026, 11, 20)
LAST = LastContact(datetime(2026, 11, 20, 9, tzinfo=UTC), "Phone", "Anna")


@pytest.mark.parametrize(
    ("days_ago", "pause", "days_ahead"),
    [(0, 14, 14), (3, 14, 11), (14, 14, 0), (400, 14, 0), (0, 0, 1), (1, 0, 0), (0, 1, 1)],
)
def test_contact_is_welcome_again_after_the_pause_but_never_on_the_same_day(
    days_ago: int, pause: int, days_ahead: int
) -> None:
    assert welcome_day(TODAY - timedelta(days=days_ago), TODAY, pause) == TODAY + timedelta(days=days_ahead)


def test_who_was_never_contacted_is_welcome_today() -> None:
    assert welcome_day(None, TODAY, 14) == TODAY


@given(last=st.dates(max_value=TODAY), pause=st.integers(0, 365))
def test_the_welcome_day_is_never_past_nor_that_of_the_contact(last: date, pause: int) -> None:
    found = welcome_day(last, TODAY, pause)
    assert found >= TODAY
    assert found > last
    assert found == TODAY or (found - last).days == max(1, pause)


def test_the_channels_are_those_that_were_allowed() -> None:
    consents = (Consent(Channel.PHONE, True), Consent(Channel.EMAIL, False), Consent(Channel.POST, True))
    line = contact_line(LAST, None, consents, TODAY, TODAY, 14)
    assert (line.allowed, line.refused) == ((Channel.PHONE, Channel.POST), False)


def test_who_refused_every_channel_they_were_asked_about_does_not_want_to_be_contacted() -> None:
    line = contact_line(LAST, LAST, (Consent(Channel.PHONE, False),), TODAY, TODAY, 14)
    assert (line.refused, line.welcome, line.planned) == (True, None, LAST)
    assert not contact_line(None, None, (), None, TODAY, 14).refused
