from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, func, insert, select
from sqlalchemy.engine import Dialect

from clienteling.database.engine import Database
from clienteling.database.types import Key, Money, Ordered, Utc

things = Table(
    "thing",
    MetaData(),
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("at", Utc),
    Column("amount", Money),
    Column("name", Ordered),
)
dialects: list[Dialect] = [create_engine(url).dialect for url in ("sqlite://", "postgresql+psycopg://")]


@pytest.fixture
def store(empty: Database) -> Database:
    """A database with the table `thing`."""
    with empty.engine.begin() as connection:
        things.metadata.create_all(connection)
    return empty


def kept(store: Database, name: str, values: list[object]) -> list[object]:
    """What is read of a column after these values were written into it, in their order."""
    with store.engine.begin() as connection:
        connection.execute(insert(things), [{"id": key, name: value} for key, value in enumerate(values)])
        return list(connection.execute(select(things.c[name]).order_by(things.c.id)).scalars())


def test_a_moment_is_stored_in_utc_whatever_zone_it_had(store: Database) -> None:
    moment = datetime(2026, 11, 22, 12, 30, 15, 123456, tzinfo=UTC)
    zones = [UTC, ZoneInfo("Europe/Riga"), ZoneInfo("America/New_York"), timezone(timedelta(hours=5, minutes=45))]
    found = kept(store, "at", [moment.astimezone(zone) for zone in zones])
    assert found == [moment] * 4
    assert all(isinstance(m, datetime) and m.utcoffset() == timedelta(0) for m in found)


def test_moments_compare_in_the_database_as_they_do_here(store: Database) -> None:
    moments = [datetime(2026, 3, 29, 0, 59, tzinfo=UTC) + timedelta(minutes=10 * n) for n in range(20)]
    kept(store, "at", [m.astimezone(ZoneInfo("Europe/Riga")) for m in moments])
    with store.engine.connect() as connection:
        later = select(things.c.id).where(things.c.at > moments[7].astimezone(ZoneInfo("Asia/Tokyo")))
        assert sorted(connection.execute(later).scalars()) == list(range(8, 20))


@pytest.mark.parametrize("dialect", dialects)
def test_a_moment_without_a_zone_is_refused(dialect: Dialect) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Utc().process_bind_param(datetime(2026, 11, 22), dialect)


def test_amounts_are_exact_to_four_decimals_and_have_at_least_two(store: Database) -> None:
    given = ["0", "0.1", "0.2", "-0.01", "19.99", "1234567890123.45", "0.0001", "3578.2712"]
    found = kept(store, "amount", [Decimal(text) for text in given])
    assert [str(amount) for amount in found] == [
        "0.00",
        "0.10",
        "0.20",
        "-0.01",
        "19.99",
        "1234567890123.45",
        "0.0001",
        "3578.2712",
    ]


@given(amounts=st.lists(st.decimals(-(10**9), 10**9, places=4), min_size=1, max_size=30))
@pytest.mark.parametrize("dialect", dialects)
def test_an_amount_survives_being_stored(dialect: Dialect, amounts: list[Decimal]) -> None:
    money = Money()
    for amount in amounts:
        assert money.process_result_value(money.process_bind_param(amount, dialect), dialect) == amount


def test_sums_of_amounts_are_exact(store: Database) -> None:
    amounts = [Decimal("0.1")] * 1000 + [Decimal("0.0001"), Decimal("-33.33")]
    kept(store, "amount", list(amounts))
    with store.engine.connect() as connection:
        assert connection.execute(select(func.sum(things.c.amount))).scalar_one() == sum(amounts)


@pytest.mark.parametrize("amount", ["0.00001", "NaN"])
def test_an_amount_that_cannot_be_kept_exactly_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="four decimals"):
        Money().process_bind_param(Decimal(amount), dialects[0])


def test_nothing_is_kept_as_nothing(store: Database) -> None:
    assert kept(store, "at", [None]) == [None]
    with store.engine.connect() as connection:
        assert connection.execute(select(things.c.amount)).scalars().all() == [None]


def test_texts_are_ordered_by_code_point_on_every_database(store: Database) -> None:
    names = ["zoe", "anna", "anna b", "anna-c", "annab", "Anna", "ēriks", "_", "1", "日本", "\U0001f600", "é"]
    kept(store, "name", list(names))
    with store.engine.connect() as connection:
        found = connection.execute(select(things.c.name).order_by(things.c.name)).scalars().all()
    assert found == sorted(names)


def test_keys_take_63_bits(store: Database) -> None:
    with store.engine.begin() as connection:
        connection.execute(insert(things), {"id": (1 << 63) - 1})
        assert connection.execute(select(things.c.id)).scalar_one() == (1 << 63) - 1
