"""When a feature is on."""

from datetime import UTC, date, datetime

import pytest

from clienteling.domain.feature import FeatureState, FeatureStatus


@pytest.mark.parametrize(
    ("now", "zone", "is_on"),
    [
        (datetime(2026, 11, 30, 21, 59, tzinfo=UTC), "Europe/Riga", False),
        (datetime(2026, 11, 30, 22, 0, tzinfo=UTC), "Europe/Riga", True),
        (datetime(2026, 12, 1, 4, 59, tzinfo=UTC), "America/New_York", False),
        (datetime(2026, 12, 1, 5, 0, tzinfo=UTC), "America/New_York", True),
    ],
)
def test_a_scheduled_feature_starts_at_midnight_of_the_store(now: datetime, zone: str, is_on: bool) -> None:
    assert FeatureStatus(FeatureState.SCHEDULED, date(2026, 12, 1)).is_on(now, zone) is is_on


def test_a_feature_is_on_or_off_otherwise() -> None:
    now = datetime(2026, 11, 30, tzinfo=UTC)
    assert FeatureStatus().is_on(now)
    assert not FeatureStatus(FeatureState.OFF).is_on(now)
