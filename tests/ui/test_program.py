"""The program around its window."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from weakref import finalize

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clienteling.database.engine import Database
from clienteling.domain.errors import Unreachable
from clienteling.domain.operations import Operation
from clienteling.services.services import Services
from clienteling.settings import Settings
from clienteling.ui.pos.remembered import FILE
from clienteling.ui.pos.trouble import TroublePage
from clienteling.ui.program import Program, Ways
from tests.support.clock import Clock
from tests.support.company import PASSWORD
from tests.support.program import Template


class Left(QObject):
    """Only what holds itself needs a collector."""

    itself: QObject


def test_what_is_left_over_is_collected_on_the_gui_thread_whoever_makes_something_new(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def refuse(_: Settings) -> Services:
        raise Unreachable("The database server does not answer.")

    gone_on: list[Thread] = []
    program = Program(Settings(home=tmp_path), Ways(refuse, lambda _: None, Clock()))
    qtbot.addWidget(program.window)
    try:
        program.start()
        qtbot.waitUntil(lambda: program.window.findChild(TroublePage) is not None)
        left = Left()
        left.itself = left
        finalize(left, lambda: gone_on.append(current_thread()))
        del left
        worker = Thread(target=lambda: [[number] for number in range(100_000)])
        worker.start()
        worker.join()
        assert gone_on == []
        qtbot.waitUntil(lambda: gone_on == [main_thread()])
    finally:
        program.close()


def test_who_signs_in_before_the_data_is_open_is_signed_in_as_soon_as_it_is(
    qtbot: QtBot, sqlite_template: Template, tmp_path: Path
) -> None:
    """The names of the last start are there at once; what was typed is neither lost nor tried twice."""
    with sqlite_template.copied(tmp_path, "early") as url:
        settings, may_open = Settings(home=tmp_path, database=url), Event()

        def open_late(of: Settings) -> Services:
            assert may_open.wait(60)
            return Services(Database(of.database_url, Clock()), Clock())

        first = start(qtbot, settings, open_late)
        assert first.sign_in_page.tiles == []
        may_open.set()
        qtbot.waitUntil((tmp_path / FILE).exists, timeout=20_000)
        first.close()

        may_open.clear()
        program = start(qtbot, settings, open_late)
        page = program.sign_in_page
        names = [tile.accessibleName() for tile in page.tiles]
        page.choose("006")
        page.password.edit.setText(PASSWORD)
        page.button.click()
        may_open.set()
        qtbot.waitUntil(lambda: program.window.has_page("home") and program.tasks.is_idle, timeout=20_000)

        assert len(names) == 3
        assert [tile.accessibleName() for tile in page.tiles] == names
        assert program.services is not None
        done = [line.operation for line in program.services.audit.lines(None)]
        assert done.count(Operation.LOG_ON) == 1
        program.close()


def start(qtbot: QtBot, settings: Settings, open_services: Callable[[Settings], Services]) -> Program:
    program = Program(settings, Ways(open_services, lambda _: None, Clock()))
    qtbot.addWidget(program.window)
    program.start()
    return program
