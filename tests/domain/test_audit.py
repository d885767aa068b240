import pytest

from clienteling.domain.audit import Changes, Kind


@pytest.mark.parametrize(
    ("changes", "kind", "customer_id", "concerns"),
    [
        (Changes(frozenset({Kind.BOOKS}), frozenset({1, 2})), Kind.BOOKS, None, True),
        (Changes(frozenset({Kind.BOOKS}), frozenset({1, 2})), Kind.BOOKS, 2, True),
        (Changes(frozenset({Kind.BOOKS}), frozenset({1, 2})), Kind.BOOKS, 3, False),
        (Changes(frozenset({Kind.BOOKS}), frozenset({1, 2})), Kind.TIMELINE, 1, False),
        (Changes(frozenset({Kind.BOOKS})), Kind.BOOKS, 3, True),
        (Changes(frozenset()), Kind.BOOKS, None, False),
    ],
)
def test_a_write_concerns_what_shows_the_kind_and_the_customer(
    changes: Changes, kind: Kind, customer_id: int | None, concerns: bool
) -> None:
    assert changes.concerns(kind, customer_id) is concerns
