"""The program around its window."""

import gc
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.errors import Unreachable
from clienteling.services.services import Services
from clienteling.settings import Settings
from clienteling.ui.program import Program, Ways
from tests.support.clock import Clock


def test_left_overs_are_collected_again_when_the_start_is_over(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Settings) -> Services:
        raise Unreachable("The database server does not answer.")

    monkeypatch.setattr(gc, "freeze", lambda: None)  # the tests have more to come
    program = Program(Settings(home=tmp_path), Ways(refuse, lambda _: None, Clock()))
    qtbot.addWidget(program.window)
    gc.disable()
    try:
        program.start()
        qtbot.waitUntil(gc.isenabled)
    finally:
        gc.enable()
        program.close()
