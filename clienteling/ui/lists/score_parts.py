"""What an engagement score is made of, in words."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.card import Score
from clienteling.ui.formats import Formats


def part_name(part: str) -> str:
    """What a part of the score is called."""
    translate = QCoreApplication.translate
    names = {
        "mails_from": translate("Engagement", "E-mails from the customer"),
        "mails_to": translate("Engagement", "E-mails to the customer"),
        "meetings": translate("Engagement", "Meetings"),
        "their_people": translate("Engagement", "Their people"),
        "our_people": translate("Engagement", "Our people"),
        "recency": translate("Engagement", "How recent"),
    }
    return names.get(part, part)


def parts_words(score: Score, formats: Formats) -> str:
    """Meetings 25, How recent 20, ...: parts without points are left out."""
    parts = [f"{part_name(name)} {formats.number(round(points))}" for name, points in score.parts if round(points)]
    return formats.joined(parts)
