"""What stands instead of a customer: nobody there, not allowed, not readable."""

from PySide6.QtCore import QCoreApplication

from clienteling.domain.errors import NotAllowed, NotFound, Problem
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.widgets.state_page import Mood, StatePage


def show_nobody(state: StatePage, message: str = "") -> None:
    """There is no such customer. Its steps: back, find a customer."""
    translate = QCoreApplication.translate
    state.show_state(
        "user-x",
        translate("CustomerPage", "No such customer here"),
        message or translate("CustomerPage", "Search for a customer, or open one from a client book."),
        primary=translate("CustomerPage", "Back"),
        plain=translate("CustomerPage", "Find a customer"),
        plain_icon="search",
    )


def show_not_allowed(state: StatePage, error: NotAllowed) -> None:
    """The worker may not open customers. Its step: back."""
    back = QCoreApplication.translate("CustomerPage", "Back")
    state.show_state("lock", problem_title(error), problem_message(error), primary=back, mood=Mood.WARNING)


def show_failure(state: StatePage, error: Exception) -> None:
    """The customer cannot be read. Its steps: try again, copy details."""
    translate = QCoreApplication.translate
    title = translate("CustomerPage", "This customer cannot be read")
    sentence = translate("CustomerPage", "Something did not work as it should. Other customers may still open.")
    if isinstance(error, Problem) and not isinstance(error, NotFound):
        title, sentence = problem_title(error), problem_message(error)
    state.show_state(
        "circle-alert",
        title,
        sentence,
        primary=translate("CustomerPage", "Try again"),
        primary_icon="refresh-cw",
        plain=translate("CustomerPage", "Copy details"),
        plain_icon="copy",
        mood=Mood.FAILED,
    )


def show_part_failure(state: StatePage, error: Exception) -> None:
    """A tab cannot be read; the profile beside it stands. Its step: try again."""
    translate = QCoreApplication.translate
    sentence = translate("CustomerPage", "The rest of the page still works.")
    if isinstance(error, Problem):
        sentence = f"{problem_message(error)} {sentence}"
    state.show_state(
        "circle-alert",
        translate("CustomerPage", "This part cannot be read"),
        sentence,
        primary=translate("CustomerPage", "Try again"),
        primary_icon="refresh-cw",
        mood=Mood.FAILED,
    )


def show_no_notes(state: StatePage) -> None:
    """Nothing is noted of the customer. Its step: write a note."""
    translate = QCoreApplication.translate
    state.show_state(
        "sticky-note",
        translate("CustomerPage", "No notes yet"),
        translate("CustomerPage", "A note holds what is true beyond one visit: sizes, tastes, how to be reached."),
        primary=translate("CustomerPage", "Write a note"),
        primary_icon="pencil",
    )


def show_no_purchases(state: StatePage) -> None:
    """The customer has not bought anything."""
    translate = QCoreApplication.translate
    state.show_state(
        "shopping-bag",
        translate("CustomerPage", "No purchases yet"),
        translate("CustomerPage", "What this customer buys stands here, receipt by receipt."),
    )


def show_no_activities(state: StatePage, *, of_type: bool) -> None:
    """Nobody has recorded an activity, or none of the types that are asked for."""
    translate = QCoreApplication.translate
    state.show_state(
        "calendar-clock",
        translate("CustomerPage", "No activity of this kind yet")
        if of_type
        else translate("CustomerPage", "No activities yet"),
        translate("CustomerPage", "A visit, a call, a letter: write above what happened, and it stands here."),
    )


def show_nothing_yet(state: StatePage) -> None:
    """Nothing has happened with the customer."""
    translate = QCoreApplication.translate
    state.show_state(
        "history",
        translate("CustomerPage", "Nothing has happened yet"),
        translate("CustomerPage", "Write down the first visit, call or note above. Purchases come by themselves."),
    )
