"""Account engagement of the small company: who writes to whom."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from clienteling.domain.enrichment import Colleague, EnrichmentSettings, Match
from tests.support.clock import START
from tests.support.program import Program

OURS = ("anna@shop.example", "jens@shop.example")
HEAD = "kind,id,conversation,sent,sender,recipients,start,end"
SETTINGS = EnrichmentSettings(
    "Office", "Office", (Colleague(OURS[0], "id-1"), Colleague(OURS[1], "id-2")), ("shop.example",), Match.ADDRESS
)


def give_address(program: Program, account: str, address: str) -> None:
    """Let a customer of the company have this one address only."""
    key = program.company.customers[account]
    with program.database.engine.begin() as connection:
        connection.exec_driver_sql(f"DELETE FROM customer_email WHERE customer_id = {key}")
        connection.exec_driver_sql(
            "INSERT INTO customer_email (id, customer_id, address, label, is_primary) "
            f"VALUES ({key}, {key}, '{address}', '', {'true' if not program.database.is_sqlite else 1})"
        )


def mail(number: int, days: int, sender: str, *recipients: str, now: datetime = START) -> str:
    """A row of a mail that was sent some days ago."""
    sent = (now - timedelta(days=days)).isoformat()
    return f"mail,<{number}@x>,conversation {number // 2},{sent},{sender},{';'.join(recipients)},,"


def meeting(number: int, days: int, sender: str, *recipients: str, now: datetime = START) -> str:
    """A row of a meeting of an hour."""
    start = now - timedelta(days=days)
    end = start + timedelta(hours=1)
    return f"meeting,uid {number},,,{sender},{';'.join(recipients)},{start.isoformat()},{end.isoformat()}"


def write_rows(file: Path, rows: Iterable[str]) -> Path:
    file.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return file
