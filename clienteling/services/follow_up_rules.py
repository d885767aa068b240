"""The rules of headquarters for follow-ups, and what they make: never twice for the same cause."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from clienteling.database import clouds, company, follow_up_rules, follow_ups
from clienteling.database.engine import Transaction
from clienteling.domain.audit import Changes
from clienteling.domain.company import LegalEntity
from clienteling.domain.errors import NotFound, mark
from clienteling.domain.follow_up import (
    MOST_PROPOSED,
    Cause,
    Found,
    NewFollowUp,
    Rule,
    checked_rule,
    date_is_near,
    made_of,
    purchase_days,
    silent_since,
    wanted_days,
)
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.operations import Operations, Writing

PAUSE = timedelta(minutes=15)
"""So long nobody looks for causes anew after somebody has, at whatever till."""
MOST_MADE = 2000
"""So many follow-ups are made at once, so that nobody waits for the database; the rest comes the next time."""
_LAST_MADE = "follow_ups_made"
_MOST_ASKED = 500


class FollowUpRules:
    """Everybody's till makes what the rules say; setting them is 9006."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def rules(self, legal_entity: LegalEntity) -> tuple[Rule, ...]:
        return self._operations.database.read(lambda t: follow_up_rules.rules(t, legal_entity.id))

    def save(self, session: Session | None, legal_entity: LegalEntity, rule: Rule) -> Changes:
        """Set a rule, new or in place of the one with its code. Raises `Invalid` with the field."""
        rule = checked_rule(rule)

        def work(writing: Writing) -> None:
            known = {r.code: r for r in follow_up_rules.rules(writing.transaction, legal_entity.id)}
            before = known.get(rule.code)
            if before != rule:
                follow_up_rules.save(writing.transaction, legal_entity.id, rule)
                told = None if before is None else _in_words(before)
                writing.note(f"follow-up rule {legal_entity.code} {rule.code}", None, told, _in_words(rule))

        return self._operations.write(session, Operation.SET_UP, work)

    def remove(self, session: Session | None, legal_entity: LegalEntity, code: str) -> Changes:
        """Take a rule away. What it has made stays."""

        def work(writing: Writing) -> None:
            known = {r.code: r for r in follow_up_rules.rules(writing.transaction, legal_entity.id)}
            if code not in known:
                codes = ", ".join(known)
                raise NotFound(mark("There is no rule “{code}”. There are: {choices}."), code=code, choices=codes)
            follow_up_rules.remove(writing.transaction, legal_entity.id, code)
            writing.note(f"follow-up rule {legal_entity.code} {code}", None, _in_words(known[code]), None)

        return self._operations.write(session, Operation.SET_UP, work)

    def generate(self, *, anew: bool = False) -> Changes:
        """Make the follow-ups that are due by the rules of all legal entities.

        It does nothing if it was done a short while ago, by whatever till, unless `anew`. Takes up to a second with
        100,000 customers.
        """
        now = self._operations.clock()

        def collect(transaction: Transaction) -> dict[int, list[NewFollowUp]] | None:
            if not anew and _is_recent(company.parameters(transaction).get(_LAST_MADE, ""), now):
                return None
            zones = {s.legal_entity.id: ZoneInfo(s.time_zone) for s in reversed(company.stores(transaction))}
            return {key: list(_collected(transaction, key, zone, now)) for key, zone in zones.items()}

        made = self._operations.database.read(collect)
        return Changes(frozenset()) if made is None else self._store(made)

    def _store(self, made: dict[int, list[NewFollowUp]]) -> Changes:
        def work(writing: Writing) -> None:
            for entity_id, new in made.items():
                # Another till may have made some of them since.
                known = follow_ups.known_keys(writing.transaction, entity_id, [n.key for n in new])
                there = {n.key: n for n in new[:MOST_MADE] if n.key not in known}
                follow_ups.add_made(writing.transaction, entity_id, tuple(there.values()), writing.at)
                for one in there.values():
                    writing.note(f"follow-up of {one.cause}", one.customer_id, None, one.state)
            company.set_parameter(writing.transaction, company.COMPANY, _LAST_MADE, writing.at.isoformat())

        return self._operations.write(None, Operation.TASKS, work)


def _is_recent(text: str, now: datetime) -> bool:
    """Whether a moment that was written down is so short ago that nothing has to be done."""
    try:
        return now - PAUSE < datetime.fromisoformat(text) <= now
    except (ValueError, TypeError):
        return False


def _collected(transaction: Transaction, entity_id: int, zone: ZoneInfo, now: datetime) -> Iterator[NewFollowUp]:
    """What the rules of a legal entity find and nobody has been told yet: so much as workers have room for."""
    today = now.astimezone(zone).date()
    for rule in follow_up_rules.rules(transaction, entity_id):
        if not rule.active:
            continue
        taken = follow_ups.proposals_waiting(transaction, entity_id, rule.cause, rule.days)
        causes = _causes(transaction, entity_id, rule, zone, today)
        # Of who has enough already nothing more is asked.
        asked = (found for found in causes if taken.get(found.worker_id, 0) < MOST_PROPOSED)
        for found in _new(transaction, entity_id, rule, asked, today):
            if taken.get(found.worker_id, 0) < MOST_PROPOSED:
                taken[found.worker_id] = taken.get(found.worker_id, 0) + 1
                yield found


def _new(
    transaction: Transaction, entity_id: int, rule: Rule, causes: Iterable[Found], today: date
) -> Iterator[NewFollowUp]:
    """The follow-ups of causes that have none yet."""
    waiting: list[NewFollowUp] = []
    for made in chain((made_of(rule, found, today) for found in causes), [None]):
        if made is not None:
            waiting.append(made)
        if waiting and (made is None or len(waiting) == _MOST_ASKED):
            known = follow_ups.known_keys(transaction, entity_id, [one.key for one in waiting])
            yield from (one for one in waiting if one.key not in known)
            waiting = []


def _causes(transaction: Transaction, entity_id: int, rule: Rule, zone: ZoneInfo, today: date) -> Iterator[Found]:
    """What a rule finds, the most urgent first."""

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time(), zone)

    if rule.cause is Cause.DATE:
        dates = follow_up_rules.dates(transaction, entity_id, wanted_days(rule, today), rule.date_name)
        near = [(day, key, worker, name) for key, worker, name, of in dates if (day := date_is_near(rule, of, today))]
        yield from (Found(worker, key, day, name) for day, key, worker, name in sorted(near))
        return
    if rule.cause is Cause.SECRET:
        yield from _ending(transaction, entity_id, rule, zone, today)
        return
    if rule.cause is Cause.PURCHASE:
        first, last = purchase_days(rule, today)
        rows = follow_up_rules.purchases(transaction, entity_id, midnight(first), midnight(last + timedelta(days=1)))
    else:
        rows = follow_up_rules.silences(transaction, entity_id, midnight(silent_since(rule, today) + timedelta(days=1)))
    yield from (Found(worker, key, at.astimezone(zone).date()) for key, worker, at in rows)


def _ending(transaction: Transaction, entity_id: int, rule: Rule, zone: ZoneInfo, today: date) -> Iterator[Found]:
    """Secrets that end soon, or have ended: for an administrator, about no customer."""
    people = follow_up_rules.administrators(transaction, entity_id)
    for entry in clouds.secrets(transaction, entity_id):
        day = entry.expires.astimezone(zone).date() if entry.expires is not None else None
        if people and day is not None and day <= today + timedelta(days=rule.days):
            yield Found(people[0], None, day, entry.name)


def _in_words(rule: Rule) -> str:
    name = f" {rule.date_name}" if rule.date_name else ""
    return f"{rule.title}: {rule.cause}{name} {rule.days}{'' if rule.active else ', inactive'}"
