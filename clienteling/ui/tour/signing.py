"""Scenes of signing for somebody else, and of badges."""

from PySide6.QtCore import Qt

from clienteling.ui.pos.badge_dialog import BadgeDialog, ask_for_badges
from clienteling.ui.pos.override_dialog import OverrideDialog
from clienteling.ui.pos.reassign import ReassignDialog
from clienteling.ui.tour.stage import Script, Stage

_MANAGER, _TAKER = "000280", "Jens Kjær"


def override_scenes(stage: Stage, password: str) -> Script:
    """An associate moves customers with a manager's signature, and shows the audit with another one."""
    page = stage.book("my_book")
    yield stage.settled
    stage.press(page.cards, Qt.Key.Key_Space)
    yield from stage.show("my-book-key-to-reassign")
    page.commands.reassign()
    yield from stage.show("override")
    yield from _sign(stage, "not-the-password")
    yield from stage.show("override-refused")
    yield from _sign(stage, password)
    dialog = stage.program.window.findChild(ReassignDialog)
    if dialog is not None:
        dialog.taker.set_value(next(person.key for person in dialog.taker.people if person.name == _TAKER))
        dialog.taker.changed.emit(dialog.taker.value())
        dialog.move_button.click()
    yield stage.settled
    stage.program.window.go("history")
    yield from stage.show("history-with-override")
    stage.program.window.go("audit")
    yield from _sign(stage, password)
    yield from stage.show("audit-by-override")


def badge_scenes(stage: Stage) -> Script:
    """A manager gives a badge."""
    ask_for_badges(stage.till, stage.program.window)
    yield stage.settled
    dialog = stage.program.window.findChild(BadgeDialog)
    if dialog is not None:
        dialog.worker.set_value(next(person.key for person in dialog.worker.people if person.name == _TAKER))
        dialog.worker.changed.emit(dialog.worker.value())
        dialog.code.edit.setText("4751234567890")
        yield from stage.show("badge")
        dialog.close_now()
    yield stage.settled


def _sign(stage: Stage, password: str) -> Script:
    for dialog in stage.program.window.findChildren(OverrideDialog):
        if dialog.is_open:
            dialog.number.set_text(_MANAGER)
            dialog.password.edit.setText(password)
            dialog.sign_button.click()
    yield stage.settled
