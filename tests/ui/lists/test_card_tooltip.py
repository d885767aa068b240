"""Tooltips say what a card had to shorten, and nothing else."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint

from clienteling.domain.card import Score
from clienteling.ui.formats import Formats
from clienteling.ui.lists.card_layout import CardLayout, Layout, RowLayout
from clienteling.ui.lists.card_text import card_text
from clienteling.ui.lists.card_tooltip import shortened
from clienteling.ui.theme import theme_of
from tests.ui.lists.samples import NOW, card, properties

LONG_NAME = "Maximiliana Wolfeschlegelsteinhausenbergerdorff"
LONG_ACTION = "Invite to the private preview of the winter collection in Copenhagen"
LONG_EMAIL = "maximiliana.wolfeschlegelsteinhausen@averylongdomainname.example.org"


@pytest.mark.parametrize("layout", [CardLayout(311, 3), RowLayout(966, 3)])
def test_what_fits_needs_no_tooltip(formats: Formats, layout: Layout) -> None:
    text = card_text(card(1, "Anna Bērziņa"), formats, NOW)
    for place in (QPoint(70, 20), layout.column(1).center(), layout.column(2).center()):
        assert shortened(text, layout, place, theme_of()) == ""


@pytest.mark.parametrize("layout", [CardLayout(311, 3), RowLayout(966, 3)])
def test_the_score_says_as_of_when_it_holds(formats: Formats, layout: Layout) -> None:
    text = card_text(card(1, "Anna", score=Score(78, NOW - timedelta(days=3))), formats, NOW)
    assert shortened(text, layout, layout.ring.center(), theme_of()) == "Engagement score 78 of 100, as of 15 Nov"
    score = Score(78, NOW, (("meetings", 24.6), ("recency", 20.0), ("mails_to", 0.2)))
    explained = shortened(
        card_text(card(1, "Anna", score=score), formats, NOW), layout, layout.ring.center(), theme_of()
    )
    assert explained.endswith("\nMeetings 25, How recent 20")
    unknown = card_text(card(1, "Anna", score=None), formats, NOW)
    assert shortened(unknown, layout, layout.ring.center(), theme_of()) == "Engagement score: not computed yet"


@pytest.mark.parametrize("layout", [CardLayout(311, 3), RowLayout(966, 3)])
def test_an_elided_name_is_told_everywhere_and_a_value_where_it_stands(formats: Formats, layout: Layout) -> None:
    long_card = card(1, LONG_NAME, email=LONG_EMAIL, properties=properties(action=LONG_ACTION))
    text = card_text(long_card, formats, NOW)
    on_action = shortened(text, layout, layout.column(1).center(), theme_of())
    assert on_action == f"{LONG_NAME}\nNext best action: {LONG_ACTION}, 3 days old"
    on_risk = shortened(text, layout, layout.column(0).center(), theme_of())
    assert on_risk == LONG_NAME


def test_an_elided_email_is_told_where_it_stands(formats: Formats) -> None:
    layout = CardLayout(311, 3)
    text = card_text(card(1, "Anna", email=LONG_EMAIL), formats, NOW)
    assert shortened(text, layout, layout.email.center(), theme_of()) == LONG_EMAIL
