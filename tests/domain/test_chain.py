from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain import chain
from clienteling.domain.audit import Change

TEXTS = st.none() | st.text(max_size=20)
HEADER = chain.Header(7, datetime(2026, 11, 29, 12, 0, 1, 5, UTC), 716, "done", 1, 2, 3, None, None)
SALT = bytes(range(16))
LINES = st.tuples(
    st.integers(1, 3),
    st.text("ab", max_size=2),
    st.none() | st.integers(1, 3),
    TEXTS,
    TEXTS,
    st.sampled_from([None, SALT]),
)


def test_the_hashes_stay_what_they_were() -> None:
    lines: list[chain.Line] = [(1, "holder", 5, "001", None, None), (2, "name", None, None, "é", SALT)]
    digest = chain.record_digest(HEADER, chain.reason_commitment(SALT, "why"), chain.lines_digest(lines))
    assert digest.hex() == "1307d496c3d2b09a12ebf35b3e8900d140dab41e3d6bea2fbc2bcf35940f86ed"
    linked = chain.link(chain.BEGINNING, 1, digest)
    assert linked.hex() == "933d93cb54c55fdc1732d6cfd1558e63999c0bea261891c6b827983667fe50ab"


@given(
    st.tuples(st.none() | st.integers(0, 1 << 62), TEXTS, TEXTS),
    st.tuples(st.none() | st.integers(0, 1 << 62), TEXTS, TEXTS),
)
def test_two_different_lines_have_different_commitments(
    one: tuple[int | None, str | None, str | None], other: tuple[int | None, str | None, str | None]
) -> None:
    assert (chain.line_commitment(SALT, *one) == chain.line_commitment(SALT, *other)) is (one == other)


def test_lines_that_are_no_more_than_who_has_whom_have_no_salt_and_count_all_the_same() -> None:
    lines = chain.new_lines([Change("holder", 5, "001", "002"), Change("name", 5, "A", "B")])
    assert [(line[0], line[-1] is None) for line in lines] == [(1, True), (2, False)]
    others = [
        (1, "holder", 6, "001", "002", None),
        (1, "holder", 5, "0010", "02", None),
        (1, "holder", 5, None, "001002", None),
    ]
    digests = {chain.lines_digest([line]) for line in (lines[0], *others)}
    assert len(digests) == 4


@given(st.lists(LINES, max_size=3), st.lists(LINES, max_size=3))
def test_two_different_records_have_different_digests(one: list[chain.Line], other: list[chain.Line]) -> None:
    assert (chain.lines_digest(one) == chain.lines_digest(other)) is (one == other)


def test_the_same_line_has_another_commitment_with_another_salt() -> None:
    one, other = chain.new_salt(), chain.new_salt()
    assert len(one) == len(other) == chain.SALT
    assert chain.line_commitment(one, 5, "a", "b") != chain.line_commitment(other, 5, "a", "b")


def test_what_was_erased_enters_the_chain_as_before() -> None:
    sealed = chain.line_commitment(SALT, 5, "a", "b")
    assert chain.is_erased(sealed)
    assert not chain.is_erased(SALT)
    assert chain.line_commitment(sealed, None, None, None) == sealed
    reason = chain.reason_commitment(SALT, "Anna asked for it")
    assert chain.reason_commitment(reason, "") == reason


def test_every_part_of_a_record_counts_and_its_time_zone_does_not() -> None:
    def digest(header: chain.Header) -> bytes:
        return chain.record_digest(header, b"r", b"l")

    others = [
        replace(HEADER, id=8),
        replace(HEADER, at=HEADER.at + timedelta(microseconds=1)),
        replace(HEADER, operation=715),
        replace(HEADER, outcome="refused"),
        replace(HEADER, worker_id=None),
        replace(HEADER, register_id=9),
        replace(HEADER, legal_entity_id=None),
        replace(HEADER, undoes=4),
        replace(HEADER, override_by=4),
    ]
    assert len({digest(HEADER), *(digest(header) for header in others)}) == len(others) + 1
    elsewhere = HEADER.at.astimezone(timezone(timedelta(hours=5)))
    assert digest(replace(HEADER, at=elsewhere)) == digest(HEADER)
