"""Which address was meant by one that nobody has."""

import pytest

from clienteling.domain.mailboxes import nearest

KNOWN = ("linda@shop.example", "lina@shop.example", "marco@shop.example")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lidna@shop.example", "linda@shop.example"),
        ("linnda@shop.example", "linda@shop.example"),
        ("lin@shop.example", "lina@shop.example"),
        ("marco@shpo.exampel", "marco@shop.example"),
        ("nobody@far.example", ""),
        ("", ""),
    ],
)
def test_the_nearest_is_meant_if_it_is_near(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


def test_of_short_ones_hardly_anything_may_be_wrong() -> None:
    assert nearest("a@b.c", ["x@y.z"]) == ""
    assert nearest("a@b.c", ()) == ""
    assert nearest("ann@boutique-house.example", ["bob@boutique-house.example"]) == ""
