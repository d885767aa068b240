"""Messages: problems in their own words, bugs once, nothing personal in the log."""

import logging
import sys
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clienteling.domain.errors import AlreadyHeld, Invalid, NotAllowed, Problem
from clienteling.domain.operations import Operation
from clienteling.ui.messages import BugHook, Messages, bug_details, problem_message, problem_title
from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.widgets.banner import Banner
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.toast import Toast

SECRET = "anna.berzina@example.org"


class Danish(QTranslator):
    """Translates what these tests need, as a catalogue would."""

    TEXTS: ClassVar = {
        "Already in a client book": "Allerede i en kundebog",
        "{customer} is in the client book of {holder}.": "{customer} er i {holder}s kundebog.",
        "Reassign customers to a client book": "Overfør kunder",
        "You may not do this: {operation}. It is for: {who}.": "Du må ikke: {operation}. Det er for: {who}.",
    }

    def translate(self, _context: str, text: str, _comment: str = "", _n: int = -1) -> str:  # type: ignore[override]
        return self.TEXTS.get(text, "")

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication) -> QWidget:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    return window


@pytest.fixture
def messages(host: QWidget) -> Messages:
    return Messages(host, Banner(host, flat=True))


def _shown(host: QWidget) -> list[str]:
    return [label.text() for label in host.findChildren(QLabel) if label.isVisible() and label.text()]


def _bug(detail: object) -> Exception:
    try:
        raise KeyError(detail)
    except KeyError as error:
        return error


def _other_bug() -> Exception:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_a_problem_is_told_in_its_own_words_until_it_is_closed(host: QWidget, messages: Messages) -> None:
    messages.error(AlreadyHeld("Anna", "Jens", 5))
    assert _shown(host) == ["Already in a client book", "Anna is in the client book of Jens."]
    messages.clear()
    assert _shown(host) == []


def test_a_problem_is_no_bug_and_is_not_logged(messages: Messages, caplog: pytest.LogCaptureFixture) -> None:
    messages.error(Invalid("name", "At most {longest} characters fit.", longest=3))
    assert caplog.records == []


def test_problems_are_translated_before_their_values_are_filled_in(qapp: QApplication) -> None:
    danish = Danish()
    QCoreApplication.installTranslator(danish)
    try:
        held = AlreadyHeld("Anna", "Jens", 5)
        assert problem_title(held) == "Allerede i en kundebog"
        assert problem_message(held) == "Anna er i Jenss kundebog."
        refused = NotAllowed(Operation.REASSIGN.title, ("Manager",))
        assert problem_message(refused) == "Du må ikke: Overfør kunder. Det er for: Manager."
    finally:
        QCoreApplication.removeTranslator(danish)


def test_values_with_braces_are_left_as_they_are() -> None:
    assert problem_message(Problem("“{text}” is no number.", text="{0}{x}")) == "“{0}{x}” is no number."


def test_a_bug_is_logged_and_shown_once_and_another_one_again(
    host: QWidget, messages: Messages, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(3):
        messages.error(_bug(number))
    assert len(caplog.records) == 1
    assert caplog.records[0].levelno == logging.ERROR
    messages.clear()
    messages.error(_bug("again"))
    assert _shown(host) == []
    messages.error(_other_bug())
    assert len(caplog.records) == 2
    assert _shown(host)


def test_neither_log_nor_details_quote_what_was_typed(
    host: QWidget, messages: Messages, caplog: pytest.LogCaptureFixture
) -> None:
    messages.error(_other_bug())
    copy = next(button for button in host.findChildren(Button) if button.label == "Copy details")
    copy.click()
    details = QGuiApplication.clipboard().text()
    assert details.startswith("ValueError\n")
    assert "_other_bug" in details
    assert copy.label == "Copied"
    for text in (details, caplog.text, *_shown(host)):
        assert SECRET not in text
        assert __file__ not in text


def test_details_name_the_module_and_the_line_of_each_step() -> None:
    lines = bug_details(_bug(1)).splitlines()
    assert lines[0] == "KeyError"
    assert lines[1].endswith(" _bug")
    assert "test_messages:" in lines[1]
    assert "clienteling" in lines[-1]


def test_a_toast_offers_the_way_back(host: QWidget, messages: Messages) -> None:
    undone: list[bool] = []
    messages.toast("Removed", lambda: undone.append(True))
    toast = host.findChild(Toast)
    assert toast is not None
    assert toast.text == "Removed"
    toast.undo_button.click()
    assert undone == [True]


def test_messages_keep_clear_of_a_command_bar(host: QWidget, messages: Messages) -> None:
    messages.toast("Removed")
    toast = host.findChild(Toast)
    assert toast is not None
    low = toast.box_on_host().bottom()
    messages.set_lift(84)
    assert toast.box_on_host().bottom() == low - 84


def test_a_notice_does_not_cover_the_toast(host: QWidget, messages: Messages) -> None:
    messages.toast("Removed", lambda: None)
    messages.error(_bug(1))
    notice = next(label for label in host.findChildren(QLabel) if label.text().startswith("Something")).parentWidget()
    toast = host.findChild(Toast)
    assert notice is not None
    assert toast is not None
    assert not notice.geometry().intersects(toast.box_on_host())


def test_the_banner_stays_until_it_is_cleared_and_acts(host: QWidget, messages: Messages) -> None:
    acted: list[bool] = []
    messages.banner("Offline since 09:12.", "Your book works.", "See what waits", lambda: acted.append(True))
    banner = host.findChild(Banner)
    assert banner is not None
    assert banner.isVisible()
    banner.action.click()
    assert acted == [True]
    messages.clear_banner()
    assert not banner.isVisible()


@pytest.fixture
def hook(messages: Messages) -> Iterator[BugHook]:
    before = sys.excepthook, threading.excepthook
    made = BugHook(messages)
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before


def test_what_nobody_caught_in_a_thread_is_told_on_the_gui_thread(hook: BugHook, host: QWidget, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "Something did not work as it should" in _shown(host))


def test_what_nobody_caught_on_the_gui_thread_is_told_too(hook: BugHook, host: QWidget) -> None:
    sys.excepthook(KeyError, _bug(2), None)
    assert "Something did not work as it should" in _shown(host)
    hook.uninstall()
    assert sys.excepthook is sys.__excepthook__
