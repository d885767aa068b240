"""What must happen on a shop floor: client books, permissions and the audit in plain Python.

Every act gives what the program has to answer: `None` for done, or the kind of problem; and it notes which records
the audit must have afterwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clienteling.domain.audit import Outcome
from clienteling.domain.errors import AlreadyHeld, Conflict, Invalid, NotAllowed, NotFound, Problem, SignInRefused
from clienteling.domain.operations import (
    ADMINISTRATOR_OPERATIONS,
    ASSOCIATE_OPERATIONS,
    MANAGER_OPERATIONS,
    Operation,
)
from clienteling.domain.worker import FAILURES_ALLOWED, LOCK_OUT
from tests.support.company import HELD, STORES, WORKERS

Answer = type[Problem] | None
Moves = tuple[tuple[int, str | None, str | None], ...]
GONE = {"010", "011"}  # left, and blocked


@dataclass(frozen=True, slots=True)
class Expected:
    """A record of the audit. `moves` are (customer, from, to) by personnel number."""

    operation: Operation
    outcome: Outcome
    worker: str
    moves: Moves = ()


@dataclass(slots=True)
class Step:
    """A done change of books. `newer` tells that one of its customers was moved again since."""

    operation: Operation
    worker: str
    entity: str
    moves: Moves
    newer: bool = False


@dataclass(slots=True)
class Floor:
    """The whole company. Customers are keys, workers personnel numbers; `entity_of` tells whose a customer is."""

    entity_of: Mapping[int, str]
    holders: dict[int, str]
    books: dict[tuple[str, str], str]
    allowed: dict[str, frozenset[Operation]] = field(
        default_factory=lambda: {
            "associate": ASSOCIATE_OPERATIONS,
            "manager": MANAGER_OPERATIONS,
            "administrator": ADMINISTRATOR_OPERATIONS,
        }
    )
    failures: dict[str, int] = field(default_factory=dict)
    locked: dict[str, datetime] = field(default_factory=dict)
    activities: dict[int, int] = field(default_factory=dict)
    notes: dict[int, int] = field(default_factory=dict)
    steps: dict[int, Step] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)

    @classmethod
    def of(cls, customers: Mapping[str, int]) -> "Floor":
        """The company as it is built."""
        floor = cls({key: "DEMF" if a.startswith("DEMF") else "USMF" for a, key in customers.items()}, {}, {})
        for number, held in HELD.items():
            prefix, entity = ("DEMF D", "DEMF") if number == "006" else ("C", "USMF")
            floor._make_book(entity, number)
            floor.holders |= {customers[f"{prefix}-{account:04}"]: number for account in held}
        return floor

    # Who may

    def may(self, number: str, store: str, operation: Operation) -> bool:
        _, group, stores = WORKERS[number]
        return operation in self.allowed[group] and store in stores and number != "011"

    def colleagues(self, store: str) -> set[str]:
        """Whose books a store sees."""
        return {number for number, (_, _, stores) in WORKERS.items() if store in stores}

    def look(self, number: str, store: str, operation: Operation) -> Answer:
        return None if self.may(number, store, operation) else self._refuse(number, operation, NotAllowed)

    # Signing in

    def sign_in(self, number: str, store: str, now: datetime, *, right: bool) -> Answer:
        locked = self.locked.get(number)
        if number == "011" or (locked is not None and now < locked):
            return self._refuse(number, Operation.LOG_ON, SignInRefused)
        if not right:
            self.failures[number] = self.failures.get(number, 0) + 1
            self.locked.pop(number, None)
            if self.failures[number] == FAILURES_ALLOWED:
                self.failures[number], self.locked[number] = 0, now + LOCK_OUT
            return self._refuse(number, Operation.LOG_ON, SignInRefused)
        self.failures[number] = 0
        self.locked.pop(number, None)
        if store not in WORKERS[number][2]:
            return self._refuse(number, Operation.LOG_ON, SignInRefused)
        return self._do(number, Operation.LOG_ON)

    def sign_out(self, number: str) -> Answer:
        return self._do(number, Operation.LOG_OFF)

    # Books

    def held_by(self, numbers: set[str], entity: str) -> set[int]:
        return {key for key, number in self.holders.items() if number in numbers and self.entity_of[key] == entity}

    def add(self, number: str, store: str, customers: Sequence[int]) -> Answer:
        if not self.may(number, store, Operation.ADD_TO_CLIENT_BOOK):
            return self._refuse(number, Operation.ADD_TO_CLIENT_BOOK, NotAllowed)
        new = [key for key in customers if self.holders.get(key) != number]
        return self._move(number, store, Operation.ADD_TO_CLIENT_BOOK, tuple((key, None, number) for key in new))

    def remove(self, number: str, store: str, customers: Sequence[int]) -> Answer:
        if not self.may(number, store, Operation.REMOVE_FROM_CLIENT_BOOK):
            return self._refuse(number, Operation.REMOVE_FROM_CLIENT_BOOK, NotAllowed)
        moves = tuple((key, number, None) for key in customers)
        return self._move(number, store, Operation.REMOVE_FROM_CLIENT_BOOK, moves)

    def reassign(
        self, number: str, store: str, customers: Sequence[int], giver: str, taker: str, *, signed: bool = False
    ) -> Answer:
        """With `signed` somebody else who may do it has signed for it."""
        if giver == taker:
            return Invalid
        if not signed and not self.may(number, store, Operation.REASSIGN):
            return self._refuse(number, Operation.REASSIGN, NotAllowed)
        if not {giver, taker} <= self.colleagues(store) or taker in GONE:
            return Invalid
        return self._move(number, store, Operation.REASSIGN, tuple((key, giver, taker) for key in customers))

    def undo(self, number: str, store: str, record: int) -> Answer:
        step = self.steps[record]
        if step.entity != STORES[store][0]:
            return NotFound
        operation = {
            Operation.ADD_TO_CLIENT_BOOK: Operation.REMOVE_FROM_CLIENT_BOOK,
            Operation.REMOVE_FROM_CLIENT_BOOK: Operation.ADD_TO_CLIENT_BOOK,
        }.get(step.operation, Operation.REASSIGN)
        if not self.may(number, store, operation):
            return self._refuse(number, operation, NotAllowed)
        if step.operation is Operation.REASSIGN:
            if not {worker for _, *both in step.moves for worker in both} <= self.colleagues(store):
                return Invalid
        elif step.worker != number:
            return self._refuse(number, operation, Conflict)
        back = tuple((key, after, before) for key, before, after in step.moves)
        wrong = self._wrong(back, step.entity)
        if wrong is None and step.newer:
            wrong = Conflict
        return self._refuse(number, operation, wrong) if wrong else self._move(number, store, operation, back)

    def done(self, record: int, number: str, store: str) -> None:
        """Remember a change of books under the key of its record, for an undo."""
        last = self.expected[-1]
        for step in self.steps.values():
            step.newer |= bool({key for key, *_ in step.moves} & {key for key, *_ in last.moves})
        self.steps[record] = Step(last.operation, number, STORES[store][0], last.moves)

    def plain(self, number: str, store: str, operation: Operation) -> Answer:
        """An operation that does nothing to books, and that nothing but permissions can stand in the way of."""
        return (
            self._do(number, operation)
            if self.may(number, store, operation)
            else self._refuse(number, operation, NotAllowed)
        )

    # Timeline

    def write(self, number: str, store: str, customer: int, operation: Operation) -> Answer:
        """An activity or a note."""
        if not self.may(number, store, operation):
            return self._refuse(number, operation, NotAllowed)
        if self.entity_of[customer] != STORES[store][0]:
            return NotFound
        counted = self.notes if operation is Operation.ADD_NOTE else self.activities
        counted[customer] = counted.get(customer, 0) + 1
        return self._do(number, operation)

    # What comes of it

    def _move(self, number: str, store: str, operation: Operation, moves: Moves) -> Answer:
        entity = STORES[store][0]
        if wrong := self._wrong(moves, entity):
            return self._refuse(number, operation, wrong) if issubclass(wrong, Conflict) else wrong
        if not moves:
            return None
        for key, _, to in moves:
            if to is None:
                del self.holders[key]
            else:
                self._make_book(entity, to)
                self.holders[key] = to
        return self._do(number, operation, moves)

    def _wrong(self, moves: Moves, entity: str) -> Answer:
        if any(self.entity_of[key] != entity for key, *_ in moves):
            return NotFound
        for key, giver, _ in moves:
            if self.holders.get(key) != giver:
                return AlreadyHeld if giver is None else Conflict
        return None

    def _make_book(self, entity: str, number: str) -> None:
        if (entity, number) not in self.books:
            made = sum(owner == entity for owner, _ in self.books) + 1
            self.books[entity, number] = f"{entity}-{made:05}"

    def _do(self, number: str, operation: Operation, moves: Moves = ()) -> Answer:
        self.expected.append(Expected(operation, Outcome.DONE, number, moves))
        return None

    def _refuse(self, number: str, operation: Operation, kind: type[Problem]) -> Answer:
        self.expected.append(Expected(operation, Outcome.REFUSED, number))
        return kind
