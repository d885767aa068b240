"""A reader of bar codes where no field takes letters: told from people by nothing but its speed."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.widgets.code_reader import GAP, CodeReader

QUICK, SLOW = GAP // 5, GAP + 20


@dataclass
class Counter:
    """A window with a button that has the focus, and a field."""

    window: QWidget
    button: QPushButton
    edit: QLineEdit
    reader: CodeReader
    listens: bool = True
    now: int = 1000
    codes: list[str] = field(default_factory=list)
    presses: int = 0

    def type(self, text: str, pace: int = QUICK, *, enter: bool = True) -> None:
        for key in [*text, *([Qt.Key.Key_Return] if enter else [])]:
            self.now += pace
            QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def press(self) -> None:
        self.presses += 1


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    window, button, edit = QWidget(), QPushButton("Move 214 customers"), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(edit)
    button.setAutoDefault(True)
    reader = CodeReader(window, lambda: made.listens, lambda _event: made.now)
    made = Counter(window, button, edit, reader)
    reader.scanned.connect(made.codes.append)
    button.clicked.connect(made.press)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    return made


def test_a_code_is_read_and_presses_nothing(counter: Counter) -> None:
    counter.type("LC-0025 C-0025")
    counter.type("29 1", SLOW, enter=False)
    counter.presses, counter.now = 0, counter.now + SLOW
    counter.type("4006381333931")
    assert counter.codes == ["LC-0025 C-0025", "4006381333931"]
    assert counter.presses == 0


def test_what_a_person_types_goes_where_it_always_went(counter: Counter) -> None:
    counter.type("abcdef", SLOW)
    counter.type(" ", SLOW, enter=False)
    assert counter.codes == []
    assert counter.presses == 2  # by Enter and by the space


def test_a_person_who_presses_enter_after_a_pause_has_not_scanned(counter: Counter) -> None:
    counter.type("abcdef", enter=False)
    counter.type("", SLOW)
    assert (counter.codes, counter.presses) == ([], 1)


@pytest.mark.parametrize("few", ["", "a", "abc"])
def test_few_letters_are_no_code(counter: Counter, few: str) -> None:
    counter.now += SLOW
    counter.type(few)
    assert (counter.codes, counter.presses) == ([], 1)


def test_a_field_takes_what_is_scanned_into_it(counter: Counter) -> None:
    counter.type("29", enter=False)
    counter.edit.setFocus()
    counter.type("LC-77")
    assert (counter.codes, counter.edit.text()) == ([], "LC-77")


def test_a_code_that_is_scanned_into_a_text_is_read_and_taken_out_of_it(counter: Counter) -> None:
    text = QPlainTextEdit("Tried the coat. ", counter.window)
    text.show()
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.End)
    counter.type("2911576890637")
    assert counter.codes == ["2911576890637"]
    assert text.toPlainText() == "Tried the coat. "


@pytest.mark.parametrize(("words", "pace"), [("2911576890637", SLOW), ("quickly", QUICK), ("size 38", QUICK)])
def test_what_a_person_writes_into_a_text_stays_there(counter: Counter, words: str, pace: int) -> None:
    text = QPlainTextEdit(counter.window)
    text.show()
    text.setFocus()
    counter.type(words, pace)
    assert counter.codes == []
    assert text.toPlainText() == f"{words}\n"


def test_nothing_is_heard_while_it_does_not_listen(counter: Counter) -> None:
    counter.listens = False
    counter.type("LC-1004")
    assert (counter.codes, counter.presses) == ([], 1)


def test_a_key_that_is_held_down_is_no_reader(counter: Counter) -> None:
    for key in [Qt.Key.Key_A] * 6:
        counter.now += QUICK
        held = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "a", True)
        QApplication.sendEvent(counter.button, held)
    counter.type("")
    assert (counter.codes, counter.presses) == ([], 1)


def test_a_widget_that_is_gone_is_forgotten(counter: Counter, qtbot: QtBot) -> None:
    counter.button.deleteLater()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not counter.button)
    counter.edit.clearFocus()
    counter.type("LC-1004")
    assert counter.codes == ["LC-1004"]
