"""What happened between us and a customer, whatever it is known from: the product's activities, or Exchange."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from clienteling.domain.errors import mark
from clienteling.domain.text import words


class Channel(StrEnum):
    """The kinds of activity that can be weighted."""

    EMAIL = "email"
    MEETING = "meeting"
    PHONE = "phone"
    TASK = "task"

    @property
    def label(self) -> str:
        """The name that people know it by; a translatable literal."""
        return _TITLES[self]


_TITLES = {
    Channel.EMAIL: mark("E-mails"),
    Channel.MEETING: mark("Meetings"),
    Channel.PHONE: mark("Phone calls"),
    Channel.TASK: mark("Tasks"),
}


class Origin(StrEnum):
    ACTIVITY = "activity"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class Interaction:
    """One mail, meeting, call or task. `colleagues` are the keys of our workers who took part.

    `minutes` is how long a meeting or a call took, if that is known. Mails of one `conversation` answer one another.
    """

    at: datetime
    channel: Channel
    by_us: bool = True
    colleagues: tuple[int, ...] = ()
    minutes: float | None = None
    conversation: str = ""
    origin: Origin = Origin.ACTIVITY


class Flow(IntEnum):
    """Channel and direction, as far as health tells them apart: in all but the first and the last both took part."""

    MAIL_BY_US = 0
    MAIL_BY_THEM = 1
    MEETING = 2
    PHONE = 3
    TASK = 4

    @property
    def channel(self) -> Channel:
        return _CHANNELS[self]


_CHANNELS = {
    Flow.MAIL_BY_US: Channel.EMAIL,
    Flow.MAIL_BY_THEM: Channel.EMAIL,
    Flow.MEETING: Channel.MEETING,
    Flow.PHONE: Channel.PHONE,
    Flow.TASK: Channel.TASK,
}


def flow_of(channel: Channel, *, by_us: bool) -> Flow:
    match channel:
        case Channel.EMAIL:
            return Flow.MAIL_BY_US if by_us else Flow.MAIL_BY_THEM
        case Channel.MEETING:
            return Flow.MEETING
        case Channel.PHONE:
            return Flow.PHONE
        case Channel.TASK:
            return Flow.TASK


# Words of codes, icons and names; the first channel that has one of them is it.
_WORDS = {
    Channel.EMAIL: {"mail", "email", "letter", "message", "sms", "whatsapp", "chat", "send"},
    Channel.PHONE: {"phone", "call", "telephone"},
    Channel.MEETING: {
        "visit",
        "appointment",
        "meeting",
        "fitting",
        "event",
        "footprints",
        "calendar",
        "video",
        "store",
    },
}


def channel_of(*texts: str) -> Channel:
    """The channel of an activity type by its code, icon and name; what is none of the others is a task."""
    for text in texts:
        found = set(words(text))
        for channel, known in _WORDS.items():
            if found & known:
                return channel
    return Channel.TASK
