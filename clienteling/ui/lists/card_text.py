"""What a card says, in the worker's language."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.card import Card, CardHealth, Score
from clienteling.domain.cover import Cover
from clienteling.domain.relationship.analytics import State
from clienteling.domain.text import initials
from clienteling.ui.formats import DASH, Formats, PropertyText
from clienteling.ui.lists.score_parts import parts_words


@dataclass(frozen=True, slots=True)
class CardText:
    """A card in words. `holder` is empty for a customer in no book; missing contacts are dashes.

    `lent` says who has the holder's book for a while, and until when.
    """

    name: str
    initials: str
    phone: str
    email: str
    score: int | None
    score_note: str
    health: State | None
    health_note: str
    properties: tuple[tuple[str, PropertyText], ...]
    holder: str
    holder_initials: str
    lent: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one line, for screen readers."""
        parts = [self.name, *(text for text in (self.phone, self.email) if text != DASH)]
        if self.score is not None:
            parts.append(QCoreApplication.translate("Card", "Score {score}").format(score=self.score))
        if self.health_note:
            parts.append(self.health_note)
        parts += [f"{label}: {value.spoken}" for label, value in self.properties]
        return "; ".join(parts)

    @property
    def spoken_with_holder(self) -> str:
        return f"{self.spoken}; {holder_line(self)}"


def card_text(card: Card, formats: Formats, now: datetime, cover: Cover | None = None) -> CardText:
    """The texts of a card as they read at `now`. `cover`: the holder's book is lent."""
    holder, others = (card.holder.name, len(card.holder.others)) if card.holder is not None else ("", 0)
    return CardText(
        name=card.name,
        initials=initials(card.name),
        phone=formats.phone(card.phone) if card.phone else DASH,
        email=card.email or DASH,
        score=card.score.value if card.score is not None else None,
        score_note=score_note(card.score, formats, now),
        health=card.health.state if card.health is not None else None,
        health_note=health_note(card.health, formats, now),
        properties=tuple(
            (shown.definition.attribute.label(formats.language), formats.property_text(shown, now))
            for shown in card.properties
        ),
        holder=f"{holder} +{formats.number(others)}" if others else holder,
        holder_initials=initials(holder) if holder else "",
        lent=lent_words(cover, formats, now) if cover is not None else "",
    )


def lent_words(cover: Cover, formats: Formats, now: datetime) -> str:
    """Who has a book for a while, and until when."""
    words = QCoreApplication.translate("Card", "lent to {worker} until {day}")
    return words.format(worker=cover.worker, day=formats.day(cover.until, formats.today(now)))


def score_note(score: Score | None, formats: Formats, now: datetime) -> str:
    """As of when a score holds."""
    if score is None:
        return QCoreApplication.translate("Card", "Engagement score: not computed yet")
    day = formats.day(formats.today(score.as_of), formats.today(now))
    words = QCoreApplication.translate("Card", "Engagement score {score} of 100, as of {day}")
    note = words.format(score=score.value, day=day)
    return f"{note}\n{parts_words(score, formats)}" if score.parts else note


def health_note(health: CardHealth | None, formats: Formats, now: datetime) -> str:
    """How the relationship stands, and as of when; "" where cards do not show it."""
    if health is None:
        return ""
    day = formats.day(formats.today(health.as_of), formats.today(now))
    state = QCoreApplication.translate("Problem", health.state.label)
    if health.score is None:
        words = QCoreApplication.translate("Card", "Relationship health: {state}, as of {day}")
        return words.format(state=state, day=day)
    words = QCoreApplication.translate("Card", "Relationship health {score} of 100: {state}, {trend}, as of {day}")
    trend = QCoreApplication.translate("Problem", health.trend.label)
    return words.format(score=health.score, state=state, trend=trend, day=day)


def held_by() -> str:
    """The words before a holder's name."""
    return QCoreApplication.translate("Card", "In the book of")


def holder_line(text: CardText) -> str:
    """Whose book the customer is in, as a sentence."""
    if not text.holder:
        return QCoreApplication.translate("Card", "In no book")
    line = f"{held_by()} {text.holder}"
    return f"{line}, {text.lent}" if text.lent else line


def contact_line(text: CardText) -> str:
    """Phone and e-mail in one line, as far as there are any."""
    return " · ".join(part for part in (text.phone, text.email) if part != DASH) or DASH
