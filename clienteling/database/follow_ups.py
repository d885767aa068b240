"""Follow-ups: the lists that workers have, and those that go along with their customers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Date, and_, bindparam, case, func, insert, literal_column, select, update

from clienteling.database.engine import Transaction
from clienteling.database.imports.bulk import select_where
from clienteling.database.keylists import among
from clienteling.database.tables import (
    ConsentRow,
    CustomerRow,
    EmailRow,
    FollowUpHandoverRow,
    FollowUpRow,
    PhoneRow,
    WorkerRow,
)
from clienteling.domain.customer import Channel
from clienteling.domain.follow_up import Cause, FollowUp, FollowUpCounts, NewFollowUp, State

_COLUMNS = (
    FollowUpRow.id,
    FollowUpRow.worker_id,
    WorkerRow.name,
    FollowUpRow.title,
    FollowUpRow.due,
    FollowUpRow.state,
    FollowUpRow.version,
    FollowUpRow.at,
    FollowUpRow.text,
    FollowUpRow.customer_id,
    CustomerRow.account_number,
    CustomerRow.name,
    PhoneRow.e164,
    PhoneRow.typed,
    EmailRow.address,
    FollowUpRow.cause,
    FollowUpRow.days,
    FollowUpRow.subject,
    FollowUpRow.cause_day,
    FollowUpRow.ended_at,
)
_ALL = (
    select(*_COLUMNS)
    .select_from(FollowUpRow)
    .join(WorkerRow, WorkerRow.id == FollowUpRow.worker_id)
    .outerjoin(CustomerRow, CustomerRow.id == FollowUpRow.customer_id)
    .outerjoin(PhoneRow, and_(PhoneRow.customer_id == FollowUpRow.customer_id, PhoneRow.is_primary.is_(True)))
    .outerjoin(EmailRow, and_(EmailRow.customer_id == FollowUpRow.customer_id, EmailRow.is_primary.is_(True)))
)
_REFUSED = select(ConsentRow.customer_id, ConsentRow.channel).where(
    among(ConsentRow.customer_id, "ids"), ConsentRow.given.is_(False)
)
_CUSTOMER: Any = FollowUpRow.customer_id
_OF_ENTITY = FollowUpRow.legal_entity_id == bindparam("entity")
_TODAY = bindparam("today", type_=Date())
_OPEN = FollowUpRow.state == State.OPEN.value


def _number_of(*conditions: Any) -> Any:
    return func.coalesce(func.sum(case((and_(*conditions), 1), else_=0)), 0)


_COUNTS = select(
    _number_of(_OPEN, FollowUpRow.due < _TODAY),
    _number_of(_OPEN, FollowUpRow.due == _TODAY),
    _number_of(_OPEN, FollowUpRow.due > _TODAY),
    _number_of(FollowUpRow.state == State.PROPOSED.value),
).where(
    _OF_ENTITY, among(FollowUpRow.worker_id, "workers"), FollowUpRow.state.in_([State.OPEN.value, State.PROPOSED.value])
)
# Added to nothing, so that the few follow-ups of a worker are looked at, and not those of many customers.
_GOING_ALONG = select(FollowUpRow.id, FollowUpRow.worker_id).where(
    FollowUpRow.worker_id == bindparam("worker"),
    FollowUpRow.state.in_([State.OPEN.value, State.PROPOSED.value]),
    among(_CUSTOMER + 0, "customers"),
)
_WENT_ALONG = (
    select(FollowUpRow.id, FollowUpRow.worker_id, FollowUpHandoverRow.before)
    .join(FollowUpHandoverRow, FollowUpHandoverRow.follow_up_id == FollowUpRow.id)
    .where(FollowUpHandoverRow.record_id == bindparam("record"))
)


@dataclass(frozen=True, slots=True)
class Stored:
    """What a change of a follow-up has to know of it."""

    id: int
    worker_id: int
    customer_id: int | None
    title: str
    text: str
    due: date
    at: time | None
    state: State
    version: int


def list_of(
    transaction: Transaction,
    legal_entity_id: int,
    worker_ids: Sequence[int],
    states: Collection[State],
    limit: int,
    *,
    latest: bool = False,
) -> tuple[FollowUp, ...]:
    """The workers' follow-ups in these states, what is due first at the top; or with `latest` what ended last."""
    order = (FollowUpRow.ended_at.desc(), FollowUpRow.id.desc()) if latest else _in_order()
    statement = (
        _ALL.where(_OF_ENTITY, among(FollowUpRow.worker_id, "workers"))
        .where(FollowUpRow.state.in_([state.value for state in states]))
        .order_by(*order)
        .limit(limit)
    )
    return _read(transaction, statement, {"entity": legal_entity_id, "workers": worker_ids})


def of_customer(transaction: Transaction, customer_id: int) -> tuple[FollowUp, ...]:
    """What is open about a customer, whoever has it."""
    statement = _ALL.where(FollowUpRow.customer_id == customer_id, _OPEN).order_by(*_in_order())
    return _read(transaction, statement, {})


def find(transaction: Transaction, legal_entity_id: int, follow_up_id: int) -> Stored | None:
    """A follow-up of a legal entity."""
    columns = (getattr(FollowUpRow, name) for name in Stored.__slots__)
    statement = select(*columns).where(FollowUpRow.id == follow_up_id, FollowUpRow.legal_entity_id == legal_entity_id)
    row = transaction.connection().execute(statement).first()
    if row is None:
        return None
    key, worker_id, customer_id, title, text, due, at, state, version = row
    return Stored(key, worker_id, customer_id, title, text, due, _time(at), State(state), version)


def counts(transaction: Transaction, legal_entity_id: int, worker_ids: Sequence[int], today: date) -> FollowUpCounts:
    asked = {"entity": legal_entity_id, "workers": worker_ids, "today": today}
    return FollowUpCounts(*(int(number) for number in transaction.connection().execute(_COUNTS, asked).one()))


def proposals_waiting(transaction: Transaction, legal_entity_id: int, cause: str, days: int) -> dict[int, int]:
    """How many proposals of a kind wait for each worker."""
    statement = (
        select(FollowUpRow.worker_id, func.count())
        .where(FollowUpRow.legal_entity_id == legal_entity_id, FollowUpRow.state == State.PROPOSED.value)
        .where(FollowUpRow.cause == cause, FollowUpRow.days == days)
        .group_by(FollowUpRow.worker_id)
    )
    return {worker_id: number for worker_id, number in transaction.execute(statement)}


def open_of_worker(transaction: Transaction, legal_entity_id: int, worker_ids: Sequence[int]) -> dict[int, int]:
    """How many open follow-ups each worker has."""
    statement = (
        select(FollowUpRow.worker_id, func.count())
        .where(_OF_ENTITY, among(FollowUpRow.worker_id, "workers"), _OPEN)
        .group_by(FollowUpRow.worker_id)
    )
    asked = {"entity": legal_entity_id, "workers": worker_ids}
    return {worker_id: number for worker_id, number in transaction.connection().execute(statement, asked)}


def open_about(transaction: Transaction, worker_id: int, customer_ids: Sequence[int]) -> tuple[int, ...]:
    """The customers of a worker's open follow-ups, one for each follow-up, as far as they are among these."""
    statement = select(FollowUpRow.customer_id).where(
        FollowUpRow.worker_id == bindparam("worker"), _OPEN, among(_CUSTOMER + 0, "customers")
    )
    asked = {"worker": worker_id, "customers": customer_ids}
    return tuple(transaction.connection().execute(statement, asked).scalars())


def add(
    transaction: Transaction,
    legal_entity_id: int,
    worker_id: int,
    customer_ids: Sequence[int | None],
    *,
    title: str,
    text: str,
    due: date,
    at: time | None,
    made_by: int | None,
    made_at: datetime,
) -> tuple[int, ...]:
    """The same follow-up by hand about several customers, or about none (None); the keys in their order."""
    keys = tuple(transaction.key() for _ in customer_ids)
    same = {"title": title, "text": text, "due": due, "at": _time_text(at), "made_by": made_by, "made_at": made_at}
    same |= {"legal_entity_id": legal_entity_id, "worker_id": worker_id, "state": State.OPEN.value, "version": 1}
    same |= {"cause": Cause.HAND.value, "subject": "", "days": 0}
    rows = [{"id": key, "customer_id": of, **same} for key, of in zip(keys, customer_ids, strict=True)]
    if rows:
        transaction.connection().execute(insert(FollowUpRow.__table__), rows)
    return keys


def known_keys(transaction: Transaction, legal_entity_id: int, keys: Sequence[str]) -> frozenset[str]:
    """Those of the causes that have a follow-up, in whatever state."""
    column: Any = FollowUpRow.cause_key
    statement = select(column).where(FollowUpRow.legal_entity_id == legal_entity_id)
    return frozenset(row[0] for row in select_where(transaction, statement, column, keys))


def add_made(transaction: Transaction, legal_entity_id: int, made: Sequence[NewFollowUp], at: datetime) -> None:
    """Follow-ups that rules made; none of their causes has one yet."""
    rows = [
        {
            "id": transaction.key(),
            "legal_entity_id": legal_entity_id,
            "worker_id": new.worker_id,
            "customer_id": new.customer_id,
            "title": new.title,
            "text": "",
            "due": new.due,
            "state": new.state.value,
            "cause": new.cause.value,
            "cause_key": new.key,
            "cause_day": new.cause_day,
            "subject": new.subject,
            "days": new.days,
            "made_at": at,
            "version": 1,
        }
        for new in made
    ]
    if rows:
        transaction.connection().execute(insert(FollowUpRow.__table__), rows)


def change(transaction: Transaction, stored: Stored, ended_at: datetime | None) -> None:
    """Store a follow-up as it is now."""
    values = {
        "worker_id": stored.worker_id,
        "title": stored.title,
        "text": stored.text,
        "due": stored.due,
        "at": _time_text(stored.at),
        "state": stored.state.value,
        "version": stored.version,
        "ended_at": ended_at,
    }
    transaction.connection().execute(update(FollowUpRow).where(FollowUpRow.id == stored.id).values(**values))


def hand_over(
    transaction: Transaction, record_id: int, customer_ids: Sequence[int], from_worker: int, to_worker: int
) -> int:
    """Let what one worker has to do about these customers be the next holder's; how many there are."""
    asked = {"worker": from_worker, "customers": customer_ids}
    found = transaction.connection().execute(_GOING_ALONG, asked).all()
    _hand(transaction, record_id, [(key, before, to_worker) for key, before in found])
    return len(found)


def take_back(transaction: Transaction, undone: int, record_id: int) -> None:
    """The opposite of what a record handed over, as a part of another record."""
    found = transaction.connection().execute(_WENT_ALONG, {"record": undone}).all()
    _hand(transaction, record_id, [(key, now, before) for key, now, before in found])


def _hand(transaction: Transaction, record_id: int, follow_ups: Sequence[tuple[int, int, int]]) -> None:
    """Each follow-up with who had it and who gets it."""
    if not follow_ups:
        return
    connection = transaction.connection()
    rows = [{"record_id": record_id, "follow_up_id": key, "before": before} for key, before, _ in follow_ups]
    connection.execute(insert(FollowUpHandoverRow.__table__), rows)
    for worker_id in {after for _, _, after in follow_ups}:
        keys = [key for key, _, after in follow_ups if after == worker_id]
        statement = update(FollowUpRow).where(among(FollowUpRow.id, "ids"))
        values = {"worker_id": worker_id, "version": FollowUpRow.version + 1}
        connection.execute(statement.values(**values), {"ids": keys})


def _in_order() -> tuple[Any, ...]:
    """What is due first, at its time; what can be done at any time of the day comes first."""
    return FollowUpRow.due, func.coalesce(FollowUpRow.at, literal_column("''")), FollowUpRow.id


def _read(transaction: Transaction, statement: Any, asked: Mapping[str, object]) -> tuple[FollowUp, ...]:
    rows = transaction.connection().execute(statement, asked).all()
    refused = _refused(transaction, [row[9] for row in rows if row[9] is not None])
    return tuple(_follow_up(row, refused) for row in rows)


def _refused(transaction: Transaction, customer_ids: Sequence[int]) -> dict[int, frozenset[Channel]]:
    found: dict[int, frozenset[Channel]] = {}
    for customer_id, channel in transaction.connection().execute(_REFUSED, {"ids": customer_ids}):
        found[customer_id] = found.get(customer_id, frozenset()) | {Channel(channel)}
    return found


def _follow_up(row: Any, refused: Mapping[int, frozenset[Channel]]) -> FollowUp:
    (key, worker_id, worker, title, due, state, version, at, text, customer_id, account, customer) = row[:12]
    e164, typed, email, cause, days, subject, cause_day, ended_at = row[12:]
    return FollowUp(
        id=key,
        worker_id=worker_id,
        worker=worker,
        title=title,
        due=due,
        state=State(state),
        version=version,
        at=_time(at),
        text=text,
        customer_id=customer_id,
        account_number=account or "",
        customer=customer or "",
        phone=e164 or typed or "",
        email=email or "",
        refused=refused.get(customer_id, frozenset()),
        cause=Cause(cause),
        days=days,
        subject=subject,
        cause_day=cause_day,
        ended_at=ended_at,
    )


def _time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _time_text(at: time | None) -> str | None:
    return None if at is None else at.strftime("%H:%M")
