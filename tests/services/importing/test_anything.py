"""Whatever files hold: nothing breaks, every row is accounted for, and repeating changes nothing."""

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.domain.importing import COLUMNS, Ending, ImportReport, Kind
from tests.support.clock import START, Clock
from tests.support.effort import examples
from tests.support.imports import Imported, open_imported

FAMILIES = {
    Kind.CUSTOMERS: (
        *("phone_2", "phone_2_label", "email_2", "date.Birthday", "date.Name day", "consent.email"),
        *("attribute.Occupation", "attribute.Sizes", "attribute.Income", "attribute.First visit"),
    ),
    Kind.ATTRIBUTES: ("label.lv",),
    Kind.MEASURE_DEFINITIONS: ("label.lv",),
}
MOMENTS = ["2026-02-28", "2026-11-01T10:00:00Z", "2026-11-01 10:00"]
PLAUSIBLE = {
    "legal_entity": ["USMF", "USMF", "DEMF"],
    "store": ["S01", "S02", "S77"],
    "stores": ["S01", "S01 S02", "S01|B01"],
    "account_number": ["C-1", "C-2", "C-3", "C-4", "C-5"],
    "personnel_number": ["001", "002", "004", "020"],
    "sku": ["P-1", "P-2", "P-3"],
    "name": ["Occupation", "Sizes", "Anna", "Spend"],
    "first_name": ["Zoë", "Anna"],
    "type": ["text", "integer", "currency", "visit", "phone"],
    "attribute": ["Occupation", "Sizes", "Income", "Owner"],
    "attribute.Occupation": ["Manual", "Professional", ""],
    "attribute.Income": ["60000", "12.345", ""],
    "measure": ["Spend"],
    "value": ["1", "Manual", ""],
    "score": ["1", "99"],
    "code": ["visit", "fitting"],
    "role": ["associate", "manager"],
    "kind": ["person", ""],
    "restriction": ["internal", "external", ""],
    "country": ["US", "de", "LV"],
    "currency": ["EUR", "usd"],
    "language": ["en", "lv", ""],
    "time_zone": ["Europe/Riga", "UTC", ""],
    "order_number": ["O-1", "O-2"],
    "filter_control": ["list", ""],
    "options": ["", "a|b"],
    "reference": [""],
    "lowest": ["", "1"],
    "highest": ["", "5"],
    "email": ["a@b.com", ""],
    "email_2": ["a@b.com", "c@d.com"],
    "phone": ["206-555-0100", "", "x"],
    "phone_2": ["+371 67111111", "206-555-0100"],
    "date.Birthday": ["1990-02-28", "--02-29", ""],
    "date.Name day": ["--11-01", ""],
} | dict.fromkeys(["as_of", "at", "date", "attribute.First visit"], MOMENTS)
PLAUSIBLE |= {key: ["2027-02-28", ""] for key in ["birth_date", "hire_date", "employed_until", "since"]}
PLAUSIBLE |= {key: ["yes", "no", ""] for key in ["multi_value", "levels", "filter_multi_value", "consent.email"]}
PLAUSIBLE |= {key: ["1", "2", "3", ""] for key in ["card_order", "client_book_order", "customer_order", "position"]}
PLAUSIBLE |= {key: ["1", "2", "3"] for key in ["line", "quantity", "amount", "price"]}
ANYTHING = ["", "1", "-3.5", "yes", "2026-02-30", "a|b", "S99", "x" * 300]


def columns(kind: Kind) -> st.SearchStrategy[list[str]]:
    """The required columns of a kind with some of the others, in any order."""
    known = COLUMNS[kind]
    # Cards can move from one customer to another only when the first has given them back: in the next run.
    others = [c for c in (*known.optional, *FAMILIES.get(kind, ())) if c != "loyalty_card"]
    some = st.lists(st.sampled_from(others), unique=True, max_size=6) if others else st.just([])
    return some.flatmap(lambda chosen: st.permutations([*known.required, *chosen]))


@st.composite
def files(draw: st.DrawFn) -> tuple[Kind, str]:
    """A file of some kind with cells that belong there, and here and there one that does not."""
    kind = draw(st.sampled_from(list(Kind)))
    header = draw(columns(kind))
    cells = st.tuples(*(st.sampled_from(PLAUSIBLE.get(column, ["A", "B", ""])) for column in header))
    anything = st.sampled_from(ANYTHING) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
    rows = []
    for row in draw(st.lists(cells, min_size=1, max_size=6)):
        place = draw(st.integers(-2 * len(row), len(row) - 1))
        rows.append([draw(anything) if place == other else text for other, text in enumerate(row)])
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([header, *rows])
    return kind, stream.getvalue()


@pytest.fixture(scope="module")
def company(base_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Imported]:
    """The company of `BASE`, to which everything is done one after the other."""
    folder = tmp_path_factory.mktemp("anything")
    shutil.copyfile(base_file, folder / "company.sqlite")
    imported = open_imported(f"sqlite:///{folder / 'company.sqlite'}", folder, Clock(START + timedelta(hours=1)))
    imported.take_well(Kind.MEASURE_DEFINITIONS, "name,type\nSpend,integer\n")
    yield imported
    imported.services.close()


def add_up(report: ImportReport) -> None:
    assert report.read == report.created + report.changed + report.unchanged + report.rejected
    assert len(report.problems) == report.rejected
    assert all(problem.reason and problem.line > 0 for problem in report.problems)


@settings(max_examples=examples(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(file=files())
def test_what_was_taken_is_unchanged_the_second_time(company: Imported, file: tuple[Kind, str]) -> None:
    kind, content = file
    tried = company.take(kind, content, partial=True, dry_run=True)
    taken = company.take(kind, content, partial=True)
    add_up(taken)
    assert taken.ending is Ending.TAKEN
    assert (tried.created, tried.changed, tried.unchanged) == (taken.created, taken.changed, taken.unchanged)
    assert tried.problems == taken.problems
    records = company.count("record")
    again = company.take(kind, content, partial=True)
    add_up(again)
    assert (again.created, again.changed) == (0, 0)
    assert again.read == taken.read
    assert company.count("record") == records


@settings(max_examples=examples(120), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kind=st.sampled_from(list(Kind)), content=st.binary(max_size=60) | st.text('ab,"\n\r;=\0é', max_size=60))
def test_any_bytes_are_taken_or_refused(company: Imported, kind: Kind, content: bytes | str) -> None:
    header = ",".join(COLUMNS[kind].required) + "\n"
    body = content.encode() if isinstance(content, str) else content
    for text in (body, header.encode() + body):
        with suppress(Invalid):
            add_up(company.take(kind, text, partial=True, dry_run=True))
