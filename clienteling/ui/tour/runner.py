"""Runs the tour on a demo company of its own, in a folder that is gone afterwards: it changes nothing of anybody's."""

import logging
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from clienteling.settings import Settings
from clienteling.ui.program import Program, Ways, make_application
from clienteling.ui.tour.scenes import whole_tour
from clienteling.ui.tour.stage import Condition, Script, Stage

_TICK = 20  # ms between looks at a condition
_LONGEST = 90_000  # ms that a condition may take
_THEMES = ("light", "dark")
_log = logging.getLogger(__name__)


def run(ways: Ways, out: Path, size: tuple[int, int], theme: str) -> int:
    """Take the tour at a window size, in "light", "dark", or "" for both. The exit code: 1 if it got stuck."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="clienteling-tour-") as folder:
        settings = Settings(home=Path(folder), theme=theme or "light", motion=False)
        application = make_application(settings)
        program = Program(settings, ways)
        program.window.resize(*size)
        stage = Stage(application, program, out, (theme,) if theme else _THEMES)
        guide = Guide(application, whole_tour(stage, settings.home))
        program.start()
        guide.start()
        code = application.exec()
        stage.let_go()
        program.close()
    return code


class Guide(QObject):
    """Goes through a script, a step each time the condition that it gave last is met."""

    def __init__(self, application: QApplication, script: Script) -> None:
        super().__init__()
        self._application = application
        self._script = script
        self._until: Condition = lambda: True
        self._waited = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        self._waited += _TICK
        if self._waited > _LONGEST:
            self._end(1)
        elif self._until():
            self._waited = 0
            self._go_on()

    def _go_on(self) -> None:
        try:
            self._until = next(self._script)
        except StopIteration:
            self._end(0)
        except Exception:
            # A tour without one of its pages is a failed one, not a shorter one.
            _log.exception("The tour cannot go on")
            self._end(1)

    def _end(self, code: int) -> None:
        self._timer.stop()
        self._application.exit(code)
