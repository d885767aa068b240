import itertools

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clienteling.ui.theme import Mode, Theme, apply, theme_for, theme_of

READABLE = 4.5
VISIBLE = 3.0

_GROUNDS = ("surface", "surface_raised", "surface_sunken")
_TEXTS = [
    *itertools.product(("text", "text_muted", "accent", "warning", "danger"), _GROUNDS),
    *itertools.product(("success",), ("surface", "surface_raised")),
    *itertools.product(("text", "text_muted", "accent"), ("accent_weak",)),
    *itertools.product(("text",), ("success_weak", "warning_weak", "danger_weak")),
    *((name, f"{name}_weak") for name in ("success", "warning", "danger")),
    *itertools.product(("on_accent", "on_accent_muted"), ("accent", "accent_hover")),
    *itertools.product(("on_inverse", "inverse_accent"), ("inverse",)),
    *itertools.product(("on_panel", "on_panel_muted"), ("panel", "panel_raised")),
    ("on_danger", "danger"),
    ("avatar_text", "avatar"),
]
_SIGNS = [
    *itertools.product(("border_strong", "accent"), ("surface", "surface_raised")),
    ("accent", "accent_weak"),
    ("on_panel_success", "panel_raised"),
    ("inverse", "surface"),
]


def _brightness(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def _contrast(theme: Theme, one: str, other: str) -> float:
    first = _brightness(getattr(theme.colors, one))
    second = _brightness(getattr(theme.colors, other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("text", "ground"), _TEXTS)
def test_every_text_can_be_read_where_it_stands(mode: Mode, text: str, ground: str) -> None:
    assert _contrast(theme_for(mode), text, ground) >= READABLE


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(("sign", "ground"), _SIGNS)
def test_every_outline_that_alone_shows_a_control_can_be_seen(mode: Mode, sign: str, ground: str) -> None:
    assert _contrast(theme_for(mode), sign, ground) >= VISIBLE


def test_motion_can_be_off() -> None:
    moving, still = theme_for(Mode.LIGHT).motion, theme_for(Mode.LIGHT, motion=False).motion

    assert (moving.hover, moving.slide, moving.fade) == (120, 160, 180)
    assert (still.hover, still.slide, still.fade) == (0, 0, 0)


def test_a_widget_finds_the_theme_that_was_applied(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    apply(qapp, theme_for(Mode.DARK))
    assert theme_of(widget).dark

    apply(qapp, theme_for(Mode.LIGHT))
    assert not theme_of(widget).dark


def test_a_change_of_theme_repaints_what_is_shown(qapp: QApplication, qtbot: QtBot) -> None:
    apply(qapp, theme_for(Mode.LIGHT))
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLabel("Anna"))
    window.show()

    apply(qapp, theme_for(Mode.DARK))

    surface = theme_for(Mode.DARK).colors.surface
    assert window.grab().toImage().pixelColor(1, 1) == surface
    apply(qapp, theme_for(Mode.LIGHT))


def test_the_font_of_the_program_has_the_letters_of_its_languages(qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT))

    font = theme_of().font()

    assert font.family() in QFontDatabase.families()
    metrics = QFontMetricsF(font)
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "āčēģīķļņšūžæøåÆØÅșțăâîđłőűßñçéèğışĐẶ–…“”’€£·•")


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_tabular_figures_are_all_as_wide(qapp: QApplication, weight: int) -> None:
    apply(qapp, theme_for(Mode.LIGHT))
    metrics = QFontMetricsF(theme_of().font(14, weight, tabular=True))

    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_each_weight_is_heavier_than_the_one_before(qapp: QApplication) -> None:
    apply(qapp, theme_for(Mode.LIGHT))
    theme = theme_of()

    weights = [QFont.Weight(theme.font(14, weight).weight()).value for weight in (400, 500, 600)]

    assert weights == sorted(set(weights))


def test_the_style_sheet_names_only_colours_that_exist() -> None:
    for mode in Mode:
        sheet = theme_for(mode).style_sheet()
        assert "{{" not in sheet
        assert sheet.count("{") == sheet.count("}")
        assert "rgba(" in sheet
