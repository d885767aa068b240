"""Whether relationship intelligence is there, which of its parts work now, and why the others do not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from clienteling.domain.errors import Conflict, mark
from clienteling.domain.relationship.acquaintance import Introduction
from clienteling.domain.relationship.analytics import Analytics

CONSENT_DAYS = 14
URGENT_DAYS = 3

GEOGRAPHIES: Mapping[str, tuple[str, ...]] = {
    "EMEA": ("AT", "FI", "FR", "GB", "IE", "NL"),
    "APAC": ("HK", "JP", "KR", "MY", "SG"),
    "Americas": ("BR", "CL", "US"),
}
"""Where data must lie so that those of Exchange can be used, by ISO country codes."""

DEFAULT_ROLES = ("associate", "manager")


@dataclass(frozen=True, slots=True)
class Intelligence:
    """What is chosen for a legal entity. `roles` are the permission groups whose Exchange data counts, by code.

    `location` is the country where the company's data lies; "" is that of the legal entity. `revoked_at` is since when
    consent that there was is gone.
    """

    enabled_at: datetime | None = None
    consent_at: datetime | None = None
    revoked_at: datetime | None = None
    licence: bool = False
    location: str = ""
    who_knows_whom: bool = True
    analytics_on: bool = True
    exchange: bool = True
    health: bool = True
    roles: tuple[str, ...] = DEFAULT_ROLES
    analytics: Analytics = field(default_factory=Analytics)
    introduction: Introduction = field(default_factory=Introduction)

    @property
    def is_enabled(self) -> bool:
        return self.enabled_at is not None


class Need(StrEnum):
    LICENCE = "licence"
    ROLE = "role"
    LOCATION = "location"

    @property
    def label(self) -> str:
        """The name that people know it by; a translatable literal."""
        return _NEEDS[self]


_NEEDS = {Need.LICENCE: mark("Licence"), Need.ROLE: mark("Role"), Need.LOCATION: mark("Data location")}


@dataclass(frozen=True, slots=True)
class Prerequisite:
    """Something that is needed. `reason` is a template that says how it stands; a `blocking` one prevents enabling."""

    need: Need
    is_met: bool
    reason: str
    values: Mapping[str, str] = field(default_factory=dict)
    blocking: bool = True

    @property
    def message(self) -> str:
        return self.reason.format(**self.values)


class Standing(StrEnum):
    """How a part stands."""

    ON = "on"
    OFF = "off"
    DISABLED = "disabled"
    WAITS = "waits"
    LAPSED = "lapsed"
    ELSEWHERE = "elsewhere"

    @property
    def label(self) -> str:
        """Why a part works or does not; a translatable literal."""
        return _STANDINGS[self]


_STANDINGS = {
    Standing.ON: mark("Works"),
    Standing.OFF: mark("Switched off"),
    Standing.DISABLED: mark("Relationship intelligence is not enabled"),
    Standing.WAITS: mark("Waits for consent"),
    Standing.LAPSED: mark("Switched itself off: there was no consent within 14 days"),
    Standing.ELSEWHERE: mark("Not where the company’s data lies"),
}


@dataclass(frozen=True, slots=True)
class InForce:
    """What works at a moment. `deadline` is when two parts switch themselves off; None: no consent is waited for.

    `revoked_at` is since when there is none any more.
    """

    who_knows_whom: Standing
    analytics: Standing
    exchange: Standing
    health: Standing
    deadline: datetime | None = None
    days_left: int = 0
    revoked_at: datetime | None = None

    @property
    def is_urgent(self) -> bool:
        return self.deadline is not None and 0 < self.days_left <= URGENT_DAYS

    @property
    def has_lapsed(self) -> bool:
        return self.deadline is not None and self.days_left <= 0


def is_covered(location: str) -> bool:
    """Whether data in a country lies where those of Exchange can be used."""
    return any(location.upper() in countries for countries in GEOGRAPHIES.values())


def prerequisites(
    chosen: Intelligence, country: str, *, may_set_up: bool, who_may: str = ""
) -> tuple[Prerequisite, ...]:
    """How the three stand. `country` is the legal entity's, `who_may` are those with the role."""
    location = (chosen.location or country).upper()
    covered = is_covered(location)
    areas = ", ".join(f"{area} ({', '.join(countries)})" for area, countries in GEOGRAPHIES.items())
    licence = mark("The company has a licence for relationship intelligence.")
    no_licence = mark(
        "Nobody has confirmed that the company has a licence: Dynamics 365 Sales Premium, or this product’s."
    )
    role = mark("You may set up the company.")
    no_role = mark("Only somebody who may set up the company can enable it: {who}.")
    inside = mark("The company’s data lies in {location}, where mail and meetings of Exchange can be used.")
    outside = mark(
        "The company’s data lies in {location}. Exchange counts only in {areas}; activities count everywhere."
    )
    unknown = mark(
        "Where the company’s data lies is not chosen. Exchange counts only in {areas}; activities count everywhere."
    )
    where = inside if covered else outside if location else unknown
    return (
        Prerequisite(Need.LICENCE, chosen.licence, licence if chosen.licence else no_licence),
        Prerequisite(Need.ROLE, may_set_up, role if may_set_up else no_role, {"who": who_may}),
        Prerequisite(Need.LOCATION, covered, where, {"location": location, "areas": areas}, blocking=False),
    )


def check_may_enable(needs: tuple[Prerequisite, ...]) -> None:
    """Raise `Conflict` with the reasons if something is missing that prevents enabling."""
    missing = [need for need in needs if need.blocking and not need.is_met]
    if missing:
        reasons = " ".join(need.message for need in missing)
        raise Conflict(mark("Relationship intelligence cannot be enabled yet. {reasons}"), reasons=reasons)


def in_force(chosen: Intelligence, country: str, now: datetime) -> InForce:
    """What works at `now`.

    Without consent, who knows whom works from activities for fourteen days and Exchange waits; then both are off until
    there is consent. Where Exchange cannot be used at all, there is nothing to consent to.
    """
    if chosen.enabled_at is None:
        return InForce(Standing.DISABLED, Standing.DISABLED, Standing.DISABLED, Standing.DISABLED)
    covered = is_covered(chosen.location or country)
    deadline, days_left, without = None, 0, Standing.ON
    if covered and chosen.consent_at is None:
        deadline = chosen.enabled_at + timedelta(days=CONSENT_DAYS)
        days_left = -((now - deadline) // timedelta(days=1))
        without = Standing.WAITS if now < deadline else Standing.LAPSED
    analytics = Standing.ON if chosen.analytics_on else Standing.OFF
    lapsed = without is Standing.LAPSED
    return InForce(
        who_knows_whom=Standing.OFF if not chosen.who_knows_whom else Standing.LAPSED if lapsed else Standing.ON,
        analytics=analytics,
        exchange=_exchange(chosen, without if covered else Standing.ELSEWHERE),
        health=Standing.ON if shows_health(chosen) else Standing.OFF,
        deadline=deadline,
        days_left=days_left,
        revoked_at=chosen.revoked_at,
    )


def shows_health(chosen: Intelligence) -> bool:
    """Whether there is a health score at all."""
    return chosen.is_enabled and chosen.analytics_on and chosen.health


def _exchange(chosen: Intelligence, otherwise: Standing) -> Standing:
    return otherwise if chosen.exchange and (chosen.analytics_on or chosen.who_knows_whom) else Standing.OFF
