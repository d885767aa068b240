from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.dates import YearlyDate
from clienteling.domain.errors import Invalid
from clienteling.domain.follow_up import (
    DEFAULT_RULES,
    MOST_DAYS,
    Cause,
    Found,
    Rule,
    Section,
    State,
    check_due,
    checked_rule,
    date_is_near,
    made_of,
    purchase_days,
    section_of,
    silent_since,
    wanted_days,
)

TODAY = date(2026, 12, 28)
BIRTHDAY = Rule("birthday", Cause.DATE, "Wishes", 7, "Birthday")


@pytest.mark.parametrize(
    ("days", "section"), [(-400, Section.OVERDUE), (-1, Section.OVERDUE), (0, Section.TODAY), (1, Section.COMING)]
)
def test_what_is_due_before_today_is_overdue(days: int, section: Section) -> None:
    assert section_of(TODAY + timedelta(days=days), TODAY) is section


@pytest.mark.parametrize("due", [TODAY - timedelta(days=1), TODAY + timedelta(days=MOST_DAYS + 1)])
def test_days_that_are_over_or_far_away_are_refused_at_the_field(due: date) -> None:
    with pytest.raises(Invalid) as refusal:
        check_due(due, TODAY)
    assert refusal.value.field == "due"


def test_a_date_is_near_over_new_year_and_in_a_year_without_29_february() -> None:
    assert date_is_near(BIRTHDAY, YearlyDate(1, 4, 1980), TODAY) == date(2027, 1, 4)
    assert date_is_near(BIRTHDAY, YearlyDate(1, 5, 1980), TODAY) is None
    assert date_is_near(BIRTHDAY, YearlyDate(12, 27), TODAY) is None
    assert date_is_near(BIRTHDAY, YearlyDate(2, 29, 2000), date(2027, 2, 25)) == date(2027, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60), st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_the_days_that_are_asked_for_hold_every_date_that_is_near(today: date, days: int, born: date) -> None:
    rule = Rule("x", Cause.DATE, "x", days)
    near = date_is_near(rule, YearlyDate(born.month, born.day), today)
    assert near is None or near in wanted_days(rule, today)


def test_the_same_cause_has_the_same_key_on_whatever_day_it_is_found() -> None:
    found = Found(1, 7, date(2027, 1, 4), "Birthday")
    first, later = (made_of(BIRTHDAY, found, TODAY + timedelta(days=days)) for days in (0, 5))
    assert first.key == later.key
    assert (first.due, first.state, first.worker_id, first.customer_id) == (date(2027, 1, 4), State.PROPOSED, 1, 7)
    others = [
        made_of(BIRTHDAY, Found(1, 7, date(2028, 1, 4), "Birthday"), TODAY),
        made_of(BIRTHDAY, Found(1, 8, date(2027, 1, 4), "Birthday"), TODAY),
        made_of(BIRTHDAY, Found(1, 7, date(2027, 1, 4), "Anniversary"), TODAY),
        made_of(Rule("other", Cause.DATE, "Wishes", 7), found, TODAY),
    ]
    assert len({first.key, *(other.key for other in others)}) == 5


def test_a_cause_that_another_worker_has_by_now_is_still_the_same() -> None:
    assert made_of(BIRTHDAY, Found(1, 7, TODAY, "Birthday"), TODAY).key == (
        made_of(BIRTHDAY, Found(2, 7, TODAY, "Birthday"), TODAY).key
    )


def test_what_has_happened_is_to_be_followed_up_at_once() -> None:
    silence = Rule("silence", Cause.NO_CONTACT, "Say hello", 60, proposes=False)
    made = made_of(silence, Found(1, 7, silent_since(silence, TODAY)), TODAY)
    assert (made.due, made.state, made.cause_day) == (TODAY, State.OPEN, TODAY - timedelta(days=60))


def test_purchases_are_followed_up_for_a_while_and_then_no_more() -> None:
    first, last = purchase_days(Rule("x", Cause.PURCHASE, "x", 7), TODAY)
    assert (first, last) == (TODAY - timedelta(days=21), TODAY - timedelta(days=7))


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (Rule("", Cause.DATE, "x", 7), "code"),
        (Rule("a b", Cause.DATE, "x", 7), "code"),
        (Rule("x", Cause.HAND, "x", 7), "cause"),
        (Rule("x", Cause.DATE, " ", 7), "title"),
        (Rule("x", Cause.DATE, "x", -1), "days"),
        (Rule("x", Cause.DATE, "x", MOST_DAYS + 1), "days"),
        (Rule("x", Cause.NO_CONTACT, "x", 0), "days"),
        (Rule("x", Cause.PURCHASE, "x", 7, "Birthday"), "date_name"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_at_its_field(rule: Rule, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        checked_rule(rule)
    assert refusal.value.field == field


def test_the_rules_a_company_begins_with_make_sense() -> None:
    assert [checked_rule(rule) for rule in DEFAULT_RULES] == [*DEFAULT_RULES]
    assert len({rule.code for rule in DEFAULT_RULES}) == len(DEFAULT_RULES)
