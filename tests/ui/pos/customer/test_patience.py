from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clienteling.ui.pos.customer.patience import Patience


def test_what_comes_at_once_shows_no_shape(qtbot: QtBot) -> None:
    seen: list[str] = []
    owner = QObject()
    patience = Patience(lambda: seen.append("shape"), owner)
    patience.begin()
    patience.end(lambda: seen.append("data"))
    assert seen == ["data"]
    assert not patience.is_waiting


def test_what_takes_longer_shows_its_shape_and_then_itself(qtbot: QtBot) -> None:
    seen: list[str] = []
    owner = QObject()
    patience = Patience(lambda: seen.append("shape"), owner)
    patience.begin()
    qtbot.waitUntil(lambda: seen == ["shape"])
    patience.end(lambda: seen.append("data"))
    assert seen == ["shape"]
    qtbot.waitUntil(lambda: seen == ["shape", "data"])


def test_a_newer_question_drops_an_answer_that_still_waits(qtbot: QtBot) -> None:
    seen: list[str] = []
    owner = QObject()
    patience = Patience(lambda: seen.append("shape"), owner)
    patience.begin()
    qtbot.waitUntil(lambda: seen == ["shape"])
    patience.end(lambda: seen.append("old"))
    patience.begin()
    patience.end(lambda: seen.append("new"))
    qtbot.waitUntil(lambda: seen == ["shape", "new"])
