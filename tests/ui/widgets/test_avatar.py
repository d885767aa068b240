from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.avatar import Avatar, paint_avatar
from clienteling.ui.widgets.drawing import painter_on

Show = Callable[..., QWidget]


class _Canvas(QWidget):
    """Shows the disc as a delegate paints it."""

    def __init__(self, *, selected: bool = False, active: bool = False) -> None:
        super().__init__()
        self._looks = (selected, active)
        self.setFixedSize(40, 40)

    def paintEvent(self, _event: object) -> None:
        painter = painter_on(self)
        selected, active = self._looks
        paint_avatar(painter, QRect(0, 0, 40, 40), "AB", theme_of(self), selected, active=active)
        painter.end()


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_who_is_selected_has_a_tick_on_accent_instead_of_initials(show: Show) -> None:
    plain, selected, active = _Canvas(), _Canvas(selected=True), _Canvas(active=True)
    show(plain, selected, active)
    colors = theme_of(plain).colors

    assert _picture(plain).pixelColor(20, 4) == colors.avatar
    assert _picture(selected).pixelColor(20, 4) == colors.accent
    assert _picture(active).pixelColor(20, 4) == colors.accent
    assert _picture(selected) != _picture(active)


def test_the_name_is_read_out(show: Show) -> None:
    avatar = Avatar("AB", "Anna Bērziņa", 64)
    show(avatar)
    before = _picture(avatar)

    avatar.set_person("JK", "Jens Kjær")

    assert avatar.accessibleName() == "Jens Kjær"
    assert avatar.toolTip() == "Jens Kjær"
    assert _picture(avatar) != before
