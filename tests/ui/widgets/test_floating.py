from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.floating import Floating

Show = Callable[..., QWidget]


class _Note(Floating):
    def place(self, host: QRect) -> QRect:
        return QRect(40, host.height() - 100, 200, 60)


def test_with_motion_it_slides_to_its_place_and_out_again(show: Show, qtbot: QtBot, qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT))
    host = show(Button("Page"))
    note = _Note(host, fill="inverse")

    note.rise()
    assert note.raised
    assert note.box_on_host().top() > note.place(host.rect()).top()
    qtbot.waitUntil(lambda: note.box_on_host() == note.place(host.rect()))

    note.sink()
    qtbot.waitUntil(note.isHidden)


def test_called_back_while_it_goes_it_stays(show: Show, qtbot: QtBot, qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT))
    host = show(Button("Page"))
    note = _Note(host, fill="inverse")
    note.rise()
    note.sink()

    note.rise()

    assert note.raised
    qtbot.waitUntil(lambda: note.box_on_host() == note.place(host.rect()))
    assert note.isVisible()
