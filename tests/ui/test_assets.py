import subprocess
import sys

import pytest
from PySide6.QtCore import QSize, QTranslator
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication

from clienteling.settings import resources
from clienteling.ui import assets


def test_an_icon_of_lucide_is_drawn_with_the_stroke_of_the_design() -> None:
    svg = assets.icon_svg("phone")

    assert 'stroke="currentColor"' in svg
    assert 'stroke-width="1.75"' in svg


def test_our_own_icons_are_found_beside_those_of_lucide() -> None:
    assert "currentColor" in assets.icon_svg("clienteling-mark")
    assert (resources() / "icons" / "clienteling.svg").is_file()


def test_an_unknown_icon_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        assets.icon_svg("no-such-icon")


def test_a_pixmap_has_the_colour_and_size_asked_for(qapp: QApplication) -> None:
    drawn = assets.pixmap("square", 20, QColor("#B3261E"), 2.0)

    assert drawn.width() == 40
    assert drawn.deviceIndependentSize().width() == 20
    image = drawn.toImage()
    painted = {
        image.pixelColor(x, y).name() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255
    }
    assert painted == {"#b3261e"}


def test_a_pixmap_is_drawn_once(qapp: QApplication) -> None:
    first = assets.pixmap("mail", 20, QColor("#123456"))

    assert assets.pixmap("mail", 20, QColor("#123456")).cacheKey() == first.cacheKey()
    assert assets.pixmap("mail", 20, QColor("#654321")).cacheKey() != first.cacheKey()
    assert assets.pixmap("mail", 22, QColor("#123456")).cacheKey() != first.cacheKey()


def test_an_unknown_icon_is_drawn_as_a_question_mark(qapp: QApplication) -> None:
    unknown = assets.pixmap("no-such-icon", 20, QColor("#000000")).toImage()

    assert unknown == assets.pixmap("circle-question-mark", 20, QColor("#000000")).toImage()


def test_an_icon_for_a_menu_has_a_picture_for_sharp_screens(qapp: QApplication) -> None:
    made = assets.icon("mail", QColor("#000000"), QColor("#888888"))

    assert made.pixmap(QSize(20, 20), 1.0).width() == 20
    assert made.pixmap(QSize(20, 20), 2.0).width() == 40


def test_fonts_are_loaded_once(qapp: QApplication) -> None:
    assets.load_fonts()
    styles = QFontDatabase.styles(assets.FONT_FAMILY)

    assets.load_fonts()

    assert QFontDatabase.styles(assets.FONT_FAMILY) == styles
    assert {"Medium", "SemiBold", "Bold"} <= set(styles)


def test_a_language_without_texts_has_no_translator(qapp: QApplication) -> None:
    assert assets.translation("xx") is None


def test_the_texts_of_qt_itself_are_found(qapp: QApplication) -> None:
    translator = assets.translation("da", "qtbase")

    assert isinstance(translator, QTranslator)
    assert not translator.isEmpty()


def test_the_window_imports_nothing_heavy_before_its_first_paint() -> None:
    code = (
        "import sys, clienteling.ui.program\n"
        "heavy = {'numpy', 'sqlmodel', 'sqlalchemy', 'pydantic', 'lucide', 'sqlite3', 'phonenumbers'}\n"
        "heavy &= set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr) == (0, "")
