"""The state of a page that could not be read."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from clienteling.domain.errors import Busy, NotAllowed
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.widgets.state_page import StatePage


def make(qtbot: QtBot) -> StatePage:
    state = StatePage()
    qtbot.addWidget(state)
    return state


def test_a_problem_is_told_in_its_own_words(qtbot: QtBot) -> None:
    state = make(qtbot)
    show_failure(state, "The book cannot be read", Busy("Another program is writing."))
    assert state.sentence.startswith("Another program is writing.")
    assert state.primary_button.label == "Try again"


def test_without_a_permission_there_is_nothing_to_try(qtbot: QtBot) -> None:
    state = make(qtbot)
    show_failure(state, "The book cannot be read", NotAllowed("View", ("Managers",)))
    assert "Managers" in state.sentence
    assert state.primary_button.isHidden()


def test_details_of_a_bug_quote_nothing_that_was_read(qtbot: QtBot) -> None:
    state = make(qtbot)
    error = ValueError("Anna Bērziņa")
    show_failure(state, "The book cannot be read", error)
    assert "Anna" not in state.sentence
    copy_details(state, error)
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert "Anna" not in QGuiApplication.clipboard().text()
    assert state.plain_button.label == "Copied"
