"""Who knows whom, and the mail that asks for an introduction."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.errors import Invalid
from clienteling.domain.relationship.acquaintance import (
    Introduction,
    acquaintances,
    check_introduction,
    introduction_mail,
)
from clienteling.domain.relationship.interaction import Channel, Interaction

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def at(days: float, *workers: int, channel: Channel = Channel.PHONE) -> Interaction:
    return Interaction(NOW - timedelta(days=days), channel, colleagues=workers)


known = st.lists(
    st.builds(
        lambda days, workers, channel: at(days, *workers, channel=channel),
        st.floats(-10, 500),
        st.lists(st.integers(1, 8), max_size=3),
        st.sampled_from(Channel),
    ),
    max_size=40,
)


@given(known)
def test_there_are_up_to_five_the_strongest_first(interactions: list[Interaction]) -> None:
    found = acquaintances(interactions, NOW)
    assert len(found) <= 5
    assert len({a.worker_id for a in found}) == len(found)
    assert [a.score for a in found] == sorted((a.score for a in found), reverse=True)
    assert all(0 <= a.score <= 100 and 1 <= a.level <= 5 for a in found)
    assert all(a.worker_id in a.last.colleagues and a.last.at <= NOW for a in found)
    assert found == acquaintances(interactions[::-1], NOW) or len({i.at for i in interactions}) < len(interactions)


@given(known, st.floats(0, 300), st.integers(1, 8))
def test_one_more_contact_never_makes_somebody_weaker(interactions: list[Interaction], days: float, who: int) -> None:
    before = {a.worker_id: a.score for a in acquaintances(interactions, NOW, [who])}
    after = {a.worker_id: a.score for a in acquaintances([*interactions, at(days, who)], NOW, [who])}
    assert after[who] >= before.get(who, 0)


def test_recent_and_frequent_contacts_count_more() -> None:
    found = acquaintances([at(1, 1), at(2, 1), at(1, 2), at(200, 3), at(200, 3)], NOW)
    assert [a.worker_id for a in found] == [1, 2, 3]


def test_tasks_plans_and_what_is_long_ago_make_nobody_known() -> None:
    assert acquaintances([at(1, 1, channel=Channel.TASK), at(-1, 2), at(366, 3)], NOW) == ()


def test_only_those_who_can_be_asked_are_named() -> None:
    assert [a.worker_id for a in acquaintances([at(1, 1), at(2, 2)], NOW, {2})] == [2]


def test_strength_goes_from_very_weak_to_very_strong() -> None:
    def strength(contacts: int, days: float = 0) -> tuple[int, str]:
        (found,) = acquaintances([at(days, 1, channel=Channel.EMAIL)] * contacts, NOW)
        return found.level, found.strength

    assert strength(1) == (1, "Very weak")
    assert strength(2) == (2, "Weak")
    assert strength(4) == (3, "Medium")
    assert strength(6) == (4, "Strong")
    assert strength(40) == (5, "Very strong")
    assert strength(4, days=180) == (1, "Very weak")


def test_the_mail_is_filled_in_and_can_be_opened() -> None:
    mail = introduction_mail(
        Introduction(), to="jens@example.org", colleague="Jens Kjær", customer="A & B {x}\nGmbH", me="Mara"
    )
    assert mail.subject == "Would you introduce me to A & B {x} GmbH?"
    assert mail.body.startswith("Hello Jens Kjær,\n")
    assert mail.link.startswith("mailto:jens@example.org?subject=Would%20you%20introduce")
    assert "&body=Hello%20Jens%20Kj%C3%A6r%2C%0D%0A" in mail.link
    assert mail.link.count("&") == 1


@pytest.mark.parametrize(
    ("template", "field"),
    [
        (Introduction(subject=""), "subject"),
        (Introduction(subject="x" * 201), "subject"),
        (Introduction(body="Dear {someone}"), "body"),
        (Introduction(body="Dear {customer.name}"), "body"),
        (Introduction(body="Dear {0}"), "body"),
        (Introduction(body="Dear {"), "body"),
        (Introduction(body="Dear {me!r}"), "body"),
        (Introduction(body="\0"), "body"),
    ],
)
def test_a_template_that_cannot_be_filled_in_is_refused(template: Introduction, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        check_introduction(template)
    assert refused.value.field == field
    assert refused.value.message


def test_braces_can_be_written() -> None:
    template = Introduction("{{me}}", "{me}")
    check_introduction(template)
    assert introduction_mail(template, to="", colleague="a", customer="b", me="c").subject == "{me}"
