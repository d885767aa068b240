"""What is needed, and what works when: consent, the fourteen days, where data lies."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from clienteling.domain.errors import Conflict
from clienteling.domain.relationship.enabling import (
    GEOGRAPHIES,
    Intelligence,
    Need,
    Standing,
    check_may_enable,
    in_force,
    is_covered,
    prerequisites,
)

START = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
ENABLED = Intelligence(enabled_at=START, licence=True)
ALL_DAY = timedelta(days=1)


def parts(chosen: Intelligence, days: float, country: str = "FI") -> tuple[Standing, Standing, Standing, Standing]:
    found = in_force(chosen, country, START + timedelta(days=days))
    return found.who_knows_whom, found.analytics, found.exchange, found.health


def test_nothing_works_before_it_is_enabled() -> None:
    assert set(parts(Intelligence(), 0)) == {Standing.DISABLED}


def test_both_are_on_by_default_and_exchange_waits_for_consent() -> None:
    assert parts(ENABLED, 0) == (Standing.ON, Standing.ON, Standing.WAITS, Standing.ON)


@pytest.mark.parametrize("days", [13, 13.99])
def test_on_day_13_both_are_still_there(days: float) -> None:
    assert parts(ENABLED, days) == (Standing.ON, Standing.ON, Standing.WAITS, Standing.ON)
    found = in_force(ENABLED, "FI", START + timedelta(days=days))
    assert (found.days_left, found.is_urgent, found.has_lapsed) == (1, True, False)


@pytest.mark.parametrize("days", [14, 15, 400])
def test_on_day_14_they_switch_themselves_off_and_the_rest_stays(days: float) -> None:
    assert parts(ENABLED, days) == (Standing.LAPSED, Standing.ON, Standing.LAPSED, Standing.ON)
    found = in_force(ENABLED, "FI", START + timedelta(days=days))
    assert found.has_lapsed
    assert not found.is_urgent


def test_the_banner_counts_the_days() -> None:
    left = [in_force(ENABLED, "FI", START + timedelta(days=day)).days_left for day in range(16)]
    assert left == [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1]
    assert in_force(ENABLED, "FI", START).deadline == START + timedelta(days=14)


def test_consent_ends_the_wait_and_brings_back_what_had_lapsed() -> None:
    consented = replace(ENABLED, consent_at=START + timedelta(days=20))
    assert set(parts(consented, 21)) == {Standing.ON}
    assert in_force(consented, "FI", START + timedelta(days=21)).deadline is None


def test_what_was_switched_off_stays_off() -> None:
    off = replace(ENABLED, who_knows_whom=False, exchange=False, health=False, consent_at=START)
    assert parts(off, 1) == (Standing.OFF, Standing.ON, Standing.OFF, Standing.OFF)
    assert parts(replace(ENABLED, analytics_on=False), 1)[1::2] == (Standing.OFF, Standing.OFF)
    assert parts(replace(off, consent_at=None), 14)[0] is Standing.OFF


def test_elsewhere_only_activities_count_and_nothing_is_to_be_consented_to() -> None:
    assert parts(ENABLED, 30, "DE") == (Standing.ON, Standing.ON, Standing.ELSEWHERE, Standing.ON)
    assert parts(replace(ENABLED, location="FI", consent_at=START), 30, "DE")[2] is Standing.ON
    assert in_force(ENABLED, "DE", START).deadline is None


def test_the_three_geographies() -> None:
    assert all(is_covered(country) for countries in GEOGRAPHIES.values() for country in countries)
    assert is_covered("nl")
    assert not any(is_covered(country) for country in ("", "DE", "LV", "CA"))


def test_what_is_missing_says_why_and_prevents_enabling() -> None:
    needs = prerequisites(Intelligence(), "DE", may_set_up=False, who_may="Administrators")
    assert [(n.need, n.is_met) for n in needs] == [(Need.LICENCE, False), (Need.ROLE, False), (Need.LOCATION, False)]
    assert "Administrators" in needs[1].message
    assert "DE" in needs[2].message
    assert "Finland" not in needs[2].message
    with pytest.raises(Conflict) as refused:
        check_may_enable(needs)
    assert needs[0].message in refused.value.message
    assert needs[2].message not in refused.value.message


def test_the_place_of_the_data_does_not_prevent_enabling() -> None:
    check_may_enable(prerequisites(Intelligence(licence=True), "", may_set_up=True))
