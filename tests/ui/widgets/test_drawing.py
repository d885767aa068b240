from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import theme_of
from clienteling.ui.widgets.drawing import blended, clear, draw_box, draw_icon, draw_text, span, text_width


def _canvas() -> QImage:
    image = QImage(QSize(200, 40), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    return image


def test_the_line_of_a_box_lies_inside_it(qtbot: QtBot) -> None:
    image, red = _canvas(), QColor("#ff0000")
    painter = QPainter(image)

    draw_box(painter, QRect(10, 10, 50, 20), 0, QColor("#0000ff"), red, width=2)
    painter.end()

    assert [image.pixelColor(x, 20).name() for x in (9, 10, 11, 12)] == [
        "#ffffff",
        "#ff0000",
        "#ff0000",
        "#0000ff",
    ]


def test_a_text_takes_its_width_or_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    image, font = _canvas(), theme_of().font()
    name = "Camille Lefèvre-Dubois"
    painter = QPainter(image)

    whole = draw_text(painter, QRect(0, 0, 200, 20), name, font, QColor("#000000"))
    elided = draw_text(painter, QRect(0, 20, 80, 20), name, font, QColor("#000000"))
    painter.end()

    assert whole <= text_width(font, name) < whole + 1
    assert elided <= 80
    assert all(image.pixelColor(x, y).name() == "#ffffff" for x in range(82, 200) for y in range(22, 40))


def test_an_icon_is_in_the_middle_on_whole_pixels(qtbot: QtBot) -> None:
    image = _canvas()
    painter = QPainter(image)
    draw_icon(painter, "square", QRect(0, 0, 41, 40), 20, QColor("#000000"))
    painter.end()

    dark = [x for x in range(200) if image.pixelColor(x, 20).lightness() < 128]
    assert (min(dark), max(dark)) in {(12, 27), (12, 28), (13, 28)}


def test_a_part_is_measured_from_where_the_language_begins(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(100, 44)
    assert span(widget, 10, 20) == QRect(QPoint(10, 0), QSize(20, 44))

    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert span(widget, 10, 20) == QRect(QPoint(70, 0), QSize(20, 44))


def test_colours_blend_by_part_and_fade_from_nothing() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")

    assert blended(black, white, 0.0) == black
    assert blended(black, white, 1.0) == white
    assert blended(black, white, 0.5).lightness() == 128
    assert clear(white).alpha() == 0
