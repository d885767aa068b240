"""The dot of health on a card: its own name and moment, and a shape for each grade."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from clienteling.domain.card import CardHealth
from clienteling.domain.relationship.analytics import State, Trend
from clienteling.ui.formats import Formats
from clienteling.ui.lists.card_text import card_text
from clienteling.ui.lists.health_dot import paint_health
from clienteling.ui.theme import Mode, theme_for
from tests.support.clock import START
from tests.ui.lists.samples import card

FORMATS = Formats("en-GB", "EUR", "Europe/Riga", "LV")


def painted(state: State | None, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> QImage:
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    paint_health(painter, QRect(10, 10, 40, 40), state, theme_for(Mode.LIGHT))
    painter.end()
    return image


def test_each_grade_has_a_shape_of_its_own_and_nothing_else_has_one() -> None:
    images = [painted(state) for state in (State.GOOD, State.FAIR, State.POOR)]
    grey = [image.convertToFormat(QImage.Format.Format_Mono) for image in images]
    assert grey[0] != grey[1] != grey[2] != grey[0]
    for state in (None, State.NOT_ENOUGH_INFO, State.WENT_WRONG):
        assert painted(state) == painted(None)


def test_it_stands_where_the_language_ends() -> None:
    left, right = painted(State.GOOD, Qt.LayoutDirection.RightToLeft), painted(State.GOOD)
    assert left.pixelColor(14, 46) != QColor("white")
    assert right.pixelColor(46, 46) != QColor("white")
    assert right.pixelColor(14, 46) == QColor("white")


@pytest.mark.parametrize(
    ("health", "words"),
    [
        (None, ""),
        (
            CardHealth(State.FAIR, Trend.DECLINING, 54, START - timedelta(days=3)),
            "Relationship health 54 of 100: Fair, Declining, as of 17 Nov",
        ),
        (
            CardHealth(State.NO_CLOSED_ACTIVITIES, Trend.NOT_APPLICABLE, None, START),
            "Relationship health: No closed activities, as of 20 Nov",
        ),
    ],
)
def test_a_card_says_it_with_name_and_moment_apart_from_the_engagement_score(
    health: CardHealth | None, words: str
) -> None:
    text = card_text(card(1, health=health), FORMATS, START)
    assert text.health_note == words
    assert words in text.spoken
    assert "Engagement" in text.score_note
