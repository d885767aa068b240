"""P3: each key stroke in the search box, as twenty customers are typed, with digits and with what nobody is called."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from random import Random

from clienteling.domain.search import asked
from clienteling.domain.worker import Session
from clienteling.services.services import Services
from tests.benchmarks.company import Bench, sign_in
from tests.benchmarks.measuring import Result, milliseconds, percentile

CUSTOMERS = 20
POPUP = 8  # hits that the list under the box shows
_FIRST_ASKED = 2  # letters from which on the box searches
_TURNS = 3  # the quickest of them counts: the machine's other work is not the search's

_FLOOR = """
    SELECT DISTINCT customer_id FROM customer_token
    WHERE legal_entity_id = ? AND token >= ? AND token < ? || char(1114111) LIMIT 9"""


def keystrokes(bench: Bench) -> Iterator[Result]:
    """P3, for somebody with a big book and for somebody with a small one."""
    services = bench.services()
    with closing(services), closing(bench.raw()) as raw:
        typed = _typed(raw)
        (entity,) = raw.execute("SELECT id FROM legal_entity").fetchone()
        floors = [_floor(raw, entity, asked(text)[0]) for text in typed]
        for number, book, most in (("004", "small", 5.0), ("001", "big", 10.0)):
            session = sign_in(services, number)
            times = [_quickest(services, session, text) for text in typed]
            floor, program = percentile(floors, 50), percentile(times, 50)
            yield Result("P3", f"key stroke, {book} book: median of {len(typed)}", floor, program)
            floor, program = percentile(floors, 95), percentile(times, 95)
            yield Result("P3", f"key stroke, {book} book: 95 of 100", floor, program, most=most)
            slowest = max(range(len(typed)), key=times.__getitem__)
            yield Result("P3", f"key stroke, {book} book: slowest, {typed[slowest]!r}", floors[slowest], times[slowest])


def _floor(raw: sqlite3.Connection, entity: int, token: str) -> float:
    return min(milliseconds(lambda: raw.execute(_FLOOR, (entity, token, token)).fetchall()) for _ in range(_TURNS))


def _quickest(services: Services, session: Session, text: str) -> float:
    return min(milliseconds(lambda: services.search.find(session, text, limit=POPUP)) for _ in range(_TURNS))


def _typed(raw: sqlite3.Connection) -> list[str]:
    """What the box holds after each key stroke."""
    random = Random(7)
    first, last = raw.execute("SELECT min(id), max(id) FROM customer").fetchone()
    whole: list[str] = []
    for number in range(CUSTOMERS):
        key = random.randrange(first, last)
        name, phone = raw.execute(
            "SELECT c.name, p.typed FROM customer c JOIN customer_phone p ON p.customer_id = c.id "
            "WHERE c.id >= ? ORDER BY c.id LIMIT 1",
            (key,),
        ).fetchone()
        family = " ".join(reversed(name.split(" ", 1)))
        whole.append((name, family)[number % 2])
        if number % 4 == 0:
            whole.append(phone)
    whole += ["Xqzw Vwxz", "0000 0000", "nobody@nowhere"]
    typed = (text[:length].strip() for text in whole for length in range(_FIRST_ASKED, len(text) + 1))
    return [text for text in dict.fromkeys(typed) if asked(text)]
