"""The state of a page that could not be read: what happened, what still works, what to do."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from clienteling.domain.errors import NotAllowed, Problem
from clienteling.ui.messages import bug_details, problem_message
from clienteling.ui.widgets.state_page import Mood, StatePage


def show_failure(state: StatePage, title: str, error: Exception) -> None:
    """Say it, with *Try again* and *Copy details*; without a permission there is nothing to try."""
    translate = QCoreApplication.translate
    if isinstance(error, NotAllowed):
        state.show_state("lock", title, problem_message(error), mood=Mood.WARNING)
        return
    words = translate("Failure", "This is a mistake in the program. What was saved is safe.")
    if isinstance(error, Problem):
        words = problem_message(error)
    again = translate("Failure", "If it happens twice, restart the till.")
    state.show_state(
        "circle-alert",
        title,
        f"{words} {again}",
        primary=translate("Failure", "Try again"),
        primary_icon="refresh-cw",
        plain=translate("Failure", "Copy details"),
        plain_icon="copy",
        mood=Mood.FAILED,
    )


def copy_details(state: StatePage, error: Exception) -> None:
    """Put where it happened into the clipboard, and say so on the button."""
    QGuiApplication.clipboard().setText(bug_details(error))
    state.plain_button.set_label(QCoreApplication.translate("Failure", "Copied"))
