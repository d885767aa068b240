"""Column types that behave the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

# SQLite keeps an INTEGER primary key as its rowid; a BIGINT one would get an index of its own.
Key = BigInteger().with_variant(Integer, "sqlite")

# Ordered by code point, as Python and SQLite do, whatever the server's language is.
Ordered = Text().with_variant(Text(collation="C"), "postgresql")

_NO_ZONE = "a moment needs its time zone"


class Utc(TypeDecorator[datetime]):
    """A moment with its zone: refused without one, stored in UTC, returned in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(_NO_ZONE)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def bind_processor(self, dialect: Dialect) -> Any:
        # Thousands of moments come with an import.
        return _text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        # A page of cards has a hundred moments: for SQLite's texts the shortest way counts.
        return _moment if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


@lru_cache(4096)  # values that were computed together have the same
def _text(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError(_NO_ZONE)
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


def with_cents(amount: Decimal) -> Decimal:
    """The same amount, written with at least two decimals."""
    cents = amount.quantize(Decimal("0.01"))
    return cents if cents == amount else amount


class Money(TypeDecorator[Decimal]):
    """An exact amount with up to four decimals, stored as a whole number of ten-thousandths: sums stay exact."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = value * 10_000
        if scaled != scaled.to_integral_value():
            raise ValueError("an amount has at most four decimals")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        cents, rest = divmod(int(value), 100)
        return Decimal(cents).scaleb(-2) if rest == 0 else with_cents(Decimal(int(value)) / 10_000)
