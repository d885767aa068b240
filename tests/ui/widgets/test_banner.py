from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.banner import Banner, Weight

Show = Callable[..., QWidget]


def test_its_action_tells(show: Show, qtbot: QtBot) -> None:
    banner = Banner(weight=Weight.WARNING, icon="cloud-off", flat=True)
    banner.say("Offline since 09:12.", "Your book works.", "See what waits")
    show(banner)

    with qtbot.waitSignal(banner.acted):
        QTest.keyClick(banner.action, Qt.Key.Key_Return)
    assert banner.accessibleName() == "Offline since 09:12."
    assert banner.accessibleDescription() == "Your book works."


def test_without_an_action_there_is_nothing_to_press(show: Show) -> None:
    banner = Banner()
    banner.say("", "Nobody here is real.")
    show(banner)

    assert not banner.action.isVisible()
    assert banner.accessibleName() == "Nobody here is real."


def test_long_words_wrap_and_none_is_cut_off(show: Show) -> None:
    banner = Banner()
    banner.say("This is the demo company.", "Nobody here is real. " * 12)
    window = show(banner, width=800)
    low = banner.height()

    window.resize(400, 640)

    assert banner.height() > low
    assert banner.height() == banner.heightForWidth(banner.width())


def test_in_one_paragraph_markup_is_still_text(show: Show) -> None:
    banner = Banner(inline=True)
    show(banner)

    banner.say("<i>Demo</i>", "R&D <b>only</b>")
    with_tags = banner.grab().toImage()
    banner.say("Demo", "R&D only")

    assert (banner.title, banner.text) == ("Demo", "R&D only")
    assert banner.grab().toImage() != with_tags
    assert banner.accessibleName() == "Demo"


def test_what_it_means_shows_in_its_ground(show: Show) -> None:
    banner = Banner(weight=Weight.NOTE)
    banner.say("Title")
    show(banner)

    banner.set_weight(Weight.DANGER, "circle-alert")

    ground = banner.grab().toImage().pixelColor(banner.width() // 2, 3)
    assert ground == theme_of(banner).colors.danger_weak
