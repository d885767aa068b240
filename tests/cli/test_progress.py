"""Progress on a terminal."""

import io

import pytest

from clienteling.cli.progress import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_people_see_how_far_it_is_and_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with watched() as progress:
        progress.tell("customers", 1000, 18148)
        progress.tell("books", 20)
    assert terminal.getvalue() == "\r\x1b[Kcustomers: 1,000 of 18,148\r\x1b[Kbooks: 20\r\x1b[K"


def test_scripts_see_none(capsys: pytest.CaptureFixture[str]) -> None:
    with watched() as progress:
        progress.tell("customers", 1000, 18148)
    assert capsys.readouterr().err == ""
