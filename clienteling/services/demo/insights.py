"""Measures and engagement scores, as Customer Insights would have computed them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from clienteling.services.demo.clientele import Person
from clienteling.services.demo.definitions import ACTIONS, CHURN_RISK, NEXT_BEST_ACTION, RISKS
from clienteling.services.demo.dice import dice, happens, weighted

_RISKS = tuple(RISKS)
_RISK_WEIGHTS = (56, 88, 100)
_SCORES = {"Low": 71, "Medium": 54, "High": 34, "": 55}
_ACTIONS = tuple(ACTIONS)
_ACTION_WEIGHTS = (34, 56, 76, 89, 100)


@dataclass(frozen=True, slots=True)
class Insights:
    """What was computed of a customer: measures by name with their moment, and the score."""

    measures: tuple[tuple[str, str, datetime], ...]
    score: int | None
    scored: datetime


def computed(today: date, days_ago: int = 0) -> datetime:
    """The last run before `today` began, or a run that is that many days old on every hour of `today`, in UTC."""
    if days_ago:
        return datetime.combine(today - timedelta(days=days_ago), time(0, 10), UTC)
    return datetime.combine(today - timedelta(days=1), time(21, 40), UTC)


def insights(seed: int, person: Person, today: date) -> Insights:
    throw = dice(seed, "insights", person.number)
    member = person.member
    risk, action = (member.churn, member.action) if member else _thrown(throw)
    age = member.action_age if member else 3 * happens(throw, 0.08)
    risk_age = 0 if member else age
    measures = (
        (CHURN_RISK, risk, computed(today, risk_age)),
        (NEXT_BEST_ACTION, action, computed(today, age)),
    )
    score = member.score if member else _score(throw, risk)
    return Insights(tuple(measure for measure in measures if measure[1]), score, computed(today))


def _thrown(throw: Random) -> tuple[str, str]:
    risk = weighted(throw, _RISKS, _RISK_WEIGHTS) if happens(throw, 0.94) else ""
    action = weighted(throw, _ACTIONS, _ACTION_WEIGHTS) if happens(throw, 0.88) else ""
    return risk, action


def _score(throw: Random, risk: str) -> int | None:
    if not happens(throw, 0.85):
        return None
    return max(1, min(99, round(throw.gauss(_SCORES[risk], 13))))
