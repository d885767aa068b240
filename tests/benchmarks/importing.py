"""P8: customers from a CSV file, checked and indexed, beside sqlite3 that takes the file into a bare table."""

import csv
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from clienteling.domain.importing import Kind
from clienteling.services.services import Services
from tests.benchmarks.company import Bench, made
from tests.benchmarks.measuring import Result, milliseconds

COLUMNS = (
    "account_number",
    "legal_entity",
    "store",
    "kind",
    "first_name",
    "last_name",
    "language",
    "since",
    "phone",
    "email",
    "street",
    "city",
    "postal_code",
    "country",
    "loyalty_card",
    "date.Birthday",
    "attribute.Brand",
    "attribute.Spend",
)


def customers(bench: Bench) -> Iterator[Result]:
    """P8, into a company without customers."""
    folder = bench.file.parent
    file = folder / "customers.csv"
    with closing(bench.raw()) as raw:
        _write(raw, file)
    try:
        bare = folder / "bare.sqlite"
        floor = milliseconds(lambda: _take_bare(file, bare))
        empty = made(folder / "empty.sqlite", 0)
        services = empty.services()
        with closing(services):
            program = milliseconds(lambda: _take(services, file))
        how = "sqlite3 .import" if shutil.which("sqlite3") else "sqlite3 is missing, so by csv and executemany"
        what = f"import {bench.customers:,} customers; floor: {how}"
        yield Result("P8", what, floor / 1000, program / 1000, "s", times=5)
    finally:
        for left in (*folder.glob("bare.sqlite*"), *folder.glob("empty.sqlite*"), file):
            left.unlink()


def _take(services: Services, file: Path) -> None:
    report = services.importer.import_file(None, Kind.CUSTOMERS, file)
    if report.rejected:
        raise RuntimeError(f"rejected: {report.rejected}")


def _take_bare(file: Path, database: Path) -> None:
    if program := shutil.which("sqlite3"):
        subprocess.run([program, str(database), f".import --csv {file} customers"], check=True)
        return
    with closing(sqlite3.connect(database)) as connection, file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        names = ", ".join(f'"{name}"' for name in next(rows))
        connection.execute(f"CREATE TABLE customers ({names})")
        connection.executemany(f"INSERT INTO customers VALUES ({', '.join('?' * len(COLUMNS))})", rows)
        connection.commit()


def _write(raw: sqlite3.Connection, file: Path) -> None:
    """The company's customers as a file that they could be imported from."""
    random = Random(5)
    statement = """
        SELECT c.account_number, c.first_name, c.last_name, p.typed, e.address, a.street, a.city, a.postal_code,
            a.country, l.number, d.year, d.month, d.day
        FROM customer c JOIN customer_phone p ON p.customer_id = c.id JOIN customer_email e ON e.customer_id = c.id
        JOIN customer_address a ON a.customer_id = c.id JOIN important_date d ON d.customer_id = c.id
        LEFT JOIN loyalty_card l ON l.customer_id = c.id"""
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(COLUMNS)
        for account, first, last, phone, email, street, city, code, country, card, *day in raw.execute(statement):
            contact = (phone, email, street, city, code, country, card or "")
            values = (f"value {random.randrange(4)}", f"{random.expovariate(1 / 900):.2f}")
            birthday = "{}-{:02}-{:02}".format(*day)
            name = ("person", first, last, "lv", "2020-01-01")
            writer.writerow((account, "BENCH", "B01", *name, *contact, birthday, *values))
