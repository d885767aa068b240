"""A badge reader at the sign-in page: what it types is told from what people type by nothing but its speed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.formats import Formats
from clienteling.ui.pos.lock import LockPage
from clienteling.ui.pos.scanner import GAP
from clienteling.ui.pos.sign_in import SignInPage
from tests.support.clock import START
from tests.support.program import Program

CODE = "%B5021^OZOLA/ANNA 9?"
QUICK, SLOW = GAP // 5, GAP + 40


@dataclass(slots=True)
class Keys:
    """Types at a pace, and hears what the page makes of it."""

    page: SignInPage | LockPage
    now: int = 1000
    pace: int = QUICK
    badges: list[str] = field(default_factory=list)
    passwords: list[tuple[object, ...]] = field(default_factory=list)

    def moment(self, _event: QKeyEvent) -> int:
        return self.now

    def type(self, text: str, pace: int = QUICK) -> None:
        for letter in text:
            self.now += pace
            QTest.keyClick(QApplication.focusWidget() or self.page, letter)  # type: ignore[call-overload]

    def enter(self, pace: int = QUICK) -> None:
        self.now += pace
        QTest.keyClick(QApplication.focusWidget() or self.page, Qt.Key.Key_Return)

    def scan(self, code: str = CODE) -> None:
        self.now += 1000
        self.type(code)
        self.enter()


def listen(page: SignInPage | LockPage) -> Keys:
    keys = Keys(page)
    page.scanner.moment = keys.moment
    page.badge_scanned.connect(keys.badges.append)
    page.submitted.connect(lambda *given: keys.passwords.append(given))
    return keys


@pytest.fixture
def page(qtbot: QtBot, sqlite_program: Program) -> Iterator[SignInPage]:
    shown = SignInPage()
    qtbot.addWidget(shown)
    register = sqlite_program.company.registers["S01"]
    workers = sqlite_program.services.sign_in.workers_at(register)
    shown.show_till(register, workers, None, START, Formats("en-GB", "USD", "UTC", "US"))
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    shown.hide()


@pytest.fixture
def keys(page: SignInPage) -> Keys:
    return listen(page)


PLACES: dict[str, Callable[[SignInPage], QWidget]] = {
    "a tile": lambda page: page.tiles[1],
    "the worker ID": lambda page: page.number.edit,
    "the password": lambda page: page.password.edit,
    "the button": lambda page: page.button,
    "another button": lambda page: page.till,
}


@pytest.mark.parametrize("place", PLACES)
def test_a_scan_is_heard_wherever_the_keyboard_is_and_leaves_nothing_behind(
    keys: Keys, page: SignInPage, place: str
) -> None:
    PLACES[place](page).setFocus()
    keys.scan()
    assert keys.badges == [CODE]
    assert keys.passwords == []
    assert (page.number.text(), page.password.text()) == ("", "")
    assert not any(tile.isChecked() for tile in page.tiles)


def test_a_scan_without_any_focus_is_heard(keys: Keys, page: SignInPage) -> None:
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()
    keys.scan()
    assert keys.badges == [CODE]


def test_what_stood_in_the_field_stands_there_again(keys: Keys, page: SignInPage) -> None:
    page.number.edit.setFocus()
    keys.type("00", SLOW)
    keys.scan()
    assert keys.badges == [CODE]
    assert page.number.text() == "00"


def test_what_a_person_types_is_no_scan(keys: Keys, page: SignInPage) -> None:
    page.number.edit.setFocus()
    keys.type("000311", SLOW)
    keys.enter(SLOW)
    assert keys.badges == []
    assert page.number.text() == "000311"


def test_a_pause_before_enter_is_a_persons(keys: Keys, page: SignInPage) -> None:
    page.number.edit.setFocus()
    keys.type("000311")
    keys.enter(SLOW)
    assert keys.badges == []


def test_a_few_quick_letters_are_no_badge(keys: Keys, page: SignInPage) -> None:
    page.number.edit.setFocus()
    keys.type("00031")
    keys.enter()
    assert keys.badges == []
    assert page.number.text() == "00031"


def test_a_key_that_is_held_is_no_scan(keys: Keys, page: SignInPage) -> None:
    page.number.edit.setFocus()
    for repeated in range(8):
        keys.now += QUICK
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7", autorep=repeated > 0
        )
        QApplication.sendEvent(page.number.edit, event)
    keys.enter()
    assert keys.badges == []


def test_a_password_that_is_typed_quickly_is_a_password_first(keys: Keys, page: SignInPage) -> None:
    page.choose("001")
    keys.scan("clienteling-1")
    assert keys.badges == []
    assert keys.passwords == [("001", "clienteling-1", True)]
    assert page.password.text() == "clienteling-1"


def test_a_password_that_is_typed_slowly_is_never_a_badge(keys: Keys, page: SignInPage) -> None:
    page.choose("001")
    keys.type("clien", SLOW)
    keys.type("teling-1")
    keys.enter()
    assert keys.passwords == [("001", "clienteling-1", False)]


def test_nothing_is_scanned_while_somebody_signs_in(keys: Keys, page: SignInPage) -> None:
    page.tiles[0].setFocus()
    keys.scan()
    keys.scan()
    assert keys.badges == [CODE]
    page.refuse("This badge is nobody’s.")
    keys.scan()
    assert keys.badges == [CODE, CODE]


def test_a_page_that_is_not_shown_hears_nothing(keys: Keys, page: SignInPage, qtbot: QtBot) -> None:
    page.hide()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    keys.scan()
    assert keys.badges == []


def test_the_lock_page_hears_badges_too(qtbot: QtBot, sqlite_program: Program) -> None:
    workers = tuple(sqlite_program.company.workers.values())
    shown = LockPage(sqlite_program.session("001"), workers, START, Formats("en-GB", "USD", "UTC", "US"))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    keys = listen(shown)
    shown.tiles[0].setFocus()
    keys.scan()
    assert keys.badges == [CODE]
    shown.ask_password()
    keys.scan()
    assert keys.passwords == [(CODE, True)]
    assert keys.badges == [CODE]
