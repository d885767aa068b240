"""The program as it is started, in its window, for journeys through it."""

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clienteling import app
from clienteling.services.services import Services
from clienteling.settings import Settings
from clienteling.ui.assets import translation
from clienteling.ui.program import Program, Ways, use_theme
from tests.support.driver import Person
from tests.support.strays import Strays

SIZE = (1366, 768)
DEMO_CUSTOMERS = 300


@dataclass(slots=True)
class Clock:
    """The clock of the machine, put forward."""

    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass(frozen=True, slots=True)
class Till:
    """A program that was started, and the person at it."""

    home: Path
    program: Program
    person: Person
    clock: Clock


class Start(Protocol):
    """Starts the program on a data folder, and on the database at `address` if it is not the one in the folder."""

    def __call__(self, home: Path, address: str | None = None) -> Till: ...


@pytest.fixture
def start(
    qtbot: QtBot,
    dressed: QApplication,
    left_overs: None,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """Start the program on a data folder. At the end no bug may have been told to anybody."""
    started: list[Program] = []
    strays = Strays()
    dressed.installEventFilter(strays)

    def start_program(home: Path, address: str | None = None) -> Till:
        clock = Clock()
        monkeypatch.setattr(app, "clock", clock)
        program = Program(Settings(home=home, database=address), Ways(app.open_services, make_demo, clock))
        started.append(program)
        program.window.resize(*SIZE)
        with qtbot.waitActive(program.window):
            program.start()
            program.window.activateWindow()
        return Till(home, program, Person(qtbot, program.window), clock)

    yield start_program
    for program in started:
        program.close()
        program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert strays.windows == []
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.fixture
def demo(demo_template: Path, tmp_path: Path) -> Path:
    """The data folder of a demo company of the test's own."""
    return shutil.copytree(demo_template, tmp_path / "home")


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo company, to be copied."""
    home = tmp_path_factory.mktemp("demo") / "home"
    services = app.open_services(Settings(home=home))
    make_demo(services)
    services.close()
    return home


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application with the look and the words that the program gives it."""
    use_theme(qapp, "light", motion=False)
    translators = [found for name in ("qtbase", "clienteling") if (found := translation("en", name)) is not None]
    for translator in translators:
        qapp.installTranslator(translator)
    yield qapp
    for translator in translators:
        qapp.removeTranslator(translator)


def make_demo(services: Services) -> None:
    """The demo company, but for most of its customers."""
    app.make_demo(services, DEMO_CUSTOMERS)
