"""How what is known of a relationship reads."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.relationship.analytics import State, Trend
from clienteling.domain.relationship.interaction import Channel, Interaction
from clienteling.ui.formats import Formats

STATE_COLORS = {State.GOOD: "success", State.FAIR: "warning", State.POOR: "danger"}
TREND_ICONS = {Trend.IMPROVING: "trending-up", Trend.STEADY: "move-right", Trend.DECLINING: "trending-down"}


def said(text: str) -> str:
    """A text of the domain in the worker's language."""
    return QCoreApplication.translate("Problem", text)


def interaction_words(interaction: Interaction) -> str:
    """What an interaction was, in a word or two."""
    translate = QCoreApplication.translate
    match interaction.channel:
        case Channel.EMAIL if interaction.by_us:
            return translate("Relationship", "E-mail sent")
        case Channel.EMAIL:
            return translate("Relationship", "E-mail received")
        case Channel.PHONE:
            return translate("Relationship", "Phone call")
        case Channel.MEETING:
            return translate("Relationship", "Meeting")
        case Channel.TASK:
            return translate("Relationship", "Task")


def interaction_icon(interaction: Interaction) -> str:
    return {Channel.EMAIL: "mail", Channel.PHONE: "phone", Channel.MEETING: "calendar", Channel.TASK: "list-checks"}[
        interaction.channel
    ]


def interaction_day(interaction: Interaction, formats: Formats, now: datetime) -> str:
    return formats.day(formats.today(interaction.at), formats.today(now))


def state_sentence(state: State) -> str:
    """Why there is no grade, and what to do about it."""
    translate = QCoreApplication.translate
    match state:
        case State.NO_CLOSED_ACTIVITIES:
            return translate("Relationship", "Nothing has happened yet. Write down the first visit, call or letter.")
        case State.NOT_ENOUGH_INFO:
            return translate("Relationship", "There has been one contact so far. A score needs at least two.")
        case State.OLDER_THAN_2_YEARS:
            return translate(
                "Relationship", "The last contact is more than two years ago. A new one begins a new score."
            )
        case State.IN_PROGRESS:
            return translate("Relationship", "The score is being computed. Look again in a moment.")
        case State.WENT_WRONG:
            return translate("Relationship", "Mail and meetings cannot be read now, so the score would be wrong.")
        case _:
            return ""


def hours_words(minutes: float, formats: Formats) -> str:
    """45 min, 2.5 h."""
    translate = QCoreApplication.translate
    if minutes < 60:
        return translate("Relationship", "{minutes} min").format(minutes=formats.number(round(minutes)))
    return translate("Relationship", "{hours} h").format(hours=formats.number(round(minutes / 60, 1)))
