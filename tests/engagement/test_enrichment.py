"""The table equals that of a slow and obvious computation, whatever comes when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.engagement.accounts import Directory, directory
from clienteling.engagement.enrichment import Cancelled, Enrichment
from clienteling.engagement.interactions import Interaction, Kind, batch_of
from clienteling.engagement.pool import Pool
from clienteling.engagement.rows import COLUMNS
from tests.engagement.reference import Row, expected

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
OURS = ("ann@shop.example", "bob@shop.example")
WHOSE = directory(
    OURS,
    ["shop.example"],
    [(7, "kim@acme.example"), (7, "lee@acme.example"), (9, "mo@gmail.com"), (11, "pat@zen.example")],
    by_domain=True,
)
ADDRESSES = (
    *OURS,
    "room@shop.example",
    "kim@acme.example",
    "new@acme.example",
    "mo@gmail.com",
    "other@gmail.com",
    "pat@zen.example",
    "stranger@far.example",
)


def rows(enrichment: Enrichment) -> dict[tuple[str, Any, int], Row]:
    found = {}
    for row in enrichment.table().to_pylist():
        key = row["AggregationLevel"], row["AggregationStartDate"], row.pop("CustomerId")
        assert set(row) == set(COLUMNS)
        found[key] = row
    return found


def _moments() -> st.SearchStrategy[datetime]:
    # Near one another, so that conversations and weeks meet, or anywhere in the window and around it.
    near = st.integers(0, 40 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))
    return st.one_of(near, st.integers(-3 * 24, 420 * 24).map(lambda hours: NOW - timedelta(hours=hours)))


@st.composite
def interactions(draw: st.DrawFn) -> Interaction:
    kind = draw(st.sampled_from(Kind))
    at = draw(_moments())
    if kind is Kind.MAIL:
        at = min(at, NOW)
    return Interaction(
        kind,
        draw(st.sampled_from([f"id-{number}" for number in range(30)])),
        draw(st.sampled_from(["", "c1", "c2"])) if kind is Kind.MAIL else "",
        at,
        draw(st.sampled_from(ADDRESSES) | st.sampled_from([OURS[0], "kim@acme.example"])),
        tuple(
            draw(st.lists(st.sampled_from(ADDRESSES), min_size=1, max_size=4) | st.just([*OURS, "kim@acme.example"]))
        ),
        at + timedelta(minutes=draw(st.sampled_from([0, 30, 90, 24 * 60]))) if kind is Kind.MEETING else None,
    )


@dataclass
class Shelf:
    """A pool and an enrichment in a folder."""

    folder: Path

    def take(self, found: Sequence[Interaction], now: datetime = NOW) -> None:
        Pool(self.folder / "pool").take([batch_of(found)], now)

    def withdraw(self, found: Sequence[Interaction]) -> None:
        pool = Pool(self.folder / "pool")
        batch = batch_of(found)
        days = batch.at // 86_400
        if len(batch):
            pool.withdraw(pool.keys(batch), (int(days.min()), int(days.max())))

    def run(self, now: datetime = NOW, whose: Directory = WHOSE) -> dict[tuple[str, Any, int], Row]:
        enrichment = Enrichment(self.folder / "one")
        enrichment.run(Pool(self.folder / "pool"), whose, now)
        return rows(Enrichment(self.folder / "one"))

    def start(self) -> date:
        """The first day of the window."""
        return NOW.date() - timedelta(days=364)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@settings(max_examples=40)
@given(st.lists(interactions(), max_size=40))
def test_the_table_is_that_of_the_obvious_computation(found: list[Interaction]) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        shelf.take(found)
        assert shelf.run() == expected(found, WHOSE, NOW)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.lists(interactions(), max_size=15), st.integers(0, 50), st.integers(0, 3)), min_size=2, max_size=4
    )
)
def test_what_came_in_pieces_and_was_withdrawn_gives_what_all_at_once_gives(
    pieces: list[tuple[list[Interaction], int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        came: list[Interaction] = []
        now = NOW
        for found, days, withdrawn in pieces:
            now += timedelta(days=days)
            gone = {(one.kind, one.id, one.at.date()) for one in came[:withdrawn]}
            shelf.withdraw(came[:withdrawn])
            came = [one for one in came if (one.kind, one.id, one.at.date()) not in gone]
            came += found
            shelf.take(found, now)
            assert shelf.run(now) == expected(came, WHOSE, now)


def mail(sender: str, recipient: str, at: datetime, identity: str = "", conversation: str = "c") -> Interaction:
    return Interaction(Kind.MAIL, identity, conversation, at, sender, (recipient,))


def test_somebody_who_becomes_a_contact_is_counted_with_all_that_was(shelf: Shelf) -> None:
    found = [mail("other@gmail.com", OURS[0], NOW - timedelta(days=3)), mail(OURS[0], "mo@gmail.com", NOW)]
    shelf.take(found)
    assert {key[2] for key in shelf.run()} == {9}
    both = directory(OURS, [], [(9, "mo@gmail.com"), (12, "other@gmail.com")], by_domain=True)
    assert shelf.run(whose=both) == expected(found, both, NOW)
    assert {key[2] for key in shelf.run(whose=both)} == {9, 12}


def test_a_reply_that_something_late_comes_before_is_taken_back(shelf: Shelf) -> None:
    kim = "kim@acme.example"
    first = [mail(OURS[0], kim, NOW - timedelta(days=9), "1"), mail(kim, OURS[0], NOW - timedelta(days=5), "2")]
    late = [mail(kim, OURS[0], NOW - timedelta(days=8), "3"), mail(OURS[0], kim, NOW - timedelta(days=50), "4")]
    shelf.take(first)
    found = shelf.run()
    assert found["year", shelf.start(), 7]["AverageDuration_Of_AccountEmailReplies"] == 96
    shelf.take(late)
    found = shelf.run()
    assert found["year", shelf.start(), 7]["AverageDuration_Of_AccountEmailReplies"] == 24
    assert found == expected(first + late, WHOSE, NOW)


def test_of_one_id_and_day_what_came_first_counts_whenever_it_was(shelf: Shelf) -> None:
    twice = [mail("mo@gmail.com", OURS[0], NOW, "1"), mail("pat@zen.example", OURS[0], NOW - timedelta(hours=1), "1")]
    shelf.take(twice)
    assert {key[2] for key in shelf.run()} == {9}


def test_a_reply_in_the_first_days_has_its_question_from_before(shelf: Shelf) -> None:
    kim, first = "kim@acme.example", datetime(2025, 11, 1, 9, tzinfo=UTC)  # the window's first month, counted whole
    shelf.take([mail(OURS[0], kim, first - timedelta(days=29), "1"), mail(kim, OURS[0], first, "2")])
    row = shelf.run()["month", first.date(), 7]
    assert row["AverageDuration_Of_AccountEmailReplies"] == 29 * 24
    assert (row["NoOfEmails_ToAccount"], row["NoOfEmails_FromAccount"]) == (0, 1)


def test_a_run_that_is_cancelled_changes_nothing_and_the_next_one_ends(shelf: Shelf) -> None:
    found = [mail("mo@gmail.com", OURS[0], NOW - timedelta(days=3))]
    shelf.take(found)
    enrichment = Enrichment(shelf.folder / "one")
    with pytest.raises(Cancelled):
        enrichment.run(Pool(shelf.folder / "pool"), WHOSE, NOW, cancelled=lambda: True)
    assert rows(Enrichment(shelf.folder / "one")) == {}
    assert shelf.run() == expected(found, WHOSE, NOW)


def test_a_run_that_was_killed_before_its_rows_were_made_is_made_good_by_the_next(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [mail("mo@gmail.com", OURS[0], NOW - timedelta(days=3), "1")]
    shelf.take(found)
    shelf.run()
    found.append(mail("mo@gmail.com", OURS[0], NOW - timedelta(days=2), "2"))
    shelf.take(found)

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Enrichment, "_finish", die)
        with pytest.raises(KeyboardInterrupt):
            shelf.run()
    assert shelf.run() == expected(found, WHOSE, NOW)


def test_what_is_withdrawn_has_its_own_days_counted_anew_and_no_others(shelf: Shelf) -> None:
    kept = [mail("mo@gmail.com", OURS[0], NOW - timedelta(days=100), "1")]
    gone = [mail(OURS[0], "mo@gmail.com", NOW - timedelta(days=3), "2")]
    for found in (kept, gone):
        shelf.take(found)
        shelf.run()
    before = set((shelf.folder / "one").iterdir())
    shelf.withdraw(gone)
    assert shelf.run() == expected(kept, WHOSE, NOW)
    left = before & set((shelf.folder / "one").iterdir())
    assert [sum(file.name.startswith(kind) for file in left) for kind in ("segment", "rows")] == [1, 2]


def test_nothing_gives_an_empty_table(shelf: Shelf) -> None:
    assert shelf.run() == {}


def test_no_address_stands_in_any_file(shelf: Shelf) -> None:
    shelf.take([mail("mo@gmail.com", OURS[0], NOW - timedelta(days=3), "<secret-id@gmail.com>", "a subject")])
    shelf.run()
    files = [file for file in shelf.folder.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        assert not any(text in content for text in (b"gmail", b"shop.example", b"secret", b"subject"))
