from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.menu import Menu

Show = Callable[..., QWidget]

# The offscreen platform says of itself that it cannot do what a menu asks for.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


def test_a_menu_says_who_may_what_this_worker_may_not(show: Show) -> None:
    page = Button("Page")
    show(page)
    menu = Menu(page)
    acts: list[str] = []

    menu.add("Export", lambda: acts.append("export"))
    menu.add("Reassign", lambda: acts.append("reassign"), why_not="Managers only")
    for action in menu.actions():
        action.trigger()

    assert acts == ["export"]
    assert "Managers only" in menu.actions()[1].text()


def test_it_opens_below_and_as_wide_as_what_opened_it(show: Show) -> None:
    button = Button("Sort")
    button.setFixedWidth(300)
    show(button)
    menu = Menu(button)
    menu.add("Name", lambda: None, chosen=True)

    menu.open_below(button)

    below = button.mapToGlobal(button.rect().bottomLeft())
    assert menu.width() >= 300
    assert menu.pos().x() == below.x()
    assert menu.pos().y() > below.y()
    assert menu.actions()[0].isChecked()
    menu.close()
