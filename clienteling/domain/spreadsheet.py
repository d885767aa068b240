"""CSV (RFC 4180) for people with spreadsheets.

A spreadsheet takes a text that begins like a formula for one, and runs it. Such texts get an apostrophe in front;
numbers stay numbers, negative ones too.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from clienteling.domain.customer_draft import day_text
from clienteling.domain.dates import YearlyDate

BYTE_ORDER_MARK = "\ufeff"
_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")

Cell = str | int | Decimal | bool | date | YearlyDate | None


def csv_lines(rows: Iterable[Iterable[Cell]]) -> str:
    """Rows as lines of a CSV file: commas, CRLF, days as in ISO 8601, a decimal point, yes and no."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows([_text(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int():
            return str(cell)
        case Decimal():
            return f"{cell:f}"
        case YearlyDate():
            return safe(day_text(cell))
        case date():
            return cell.isoformat()
        case _:
            return safe(cell)


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
