"""Every token of the design: colours for light and dark, type, spacing, sizes, motion.

A widget or delegate asks `theme_of` when it paints, so a change of theme by `apply` repaints everything in
the new colours. Lengths are logical pixels, durations milliseconds.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from clienteling.ui.assets import FONT_FAMILY, load_fonts

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6, SPACE_8 = 4, 8, 12, 16, 24, 32
PAGE_PADDING = 24

RADIUS = 10
RADIUS_SEGMENT = 7
RADIUS_SMALL = 5

CONTROL = 44
CONTROL_PADDING = 16
FIELD_PADDING = 12
ICON = 20
ICON_SMALL = 16
ICON_RAIL = 22
ICON_TILE = 28
RAIL_WIDTH = 88
TOP_BAR_HEIGHT = 64
PAGE_HEAD_HEIGHT = 76
FILTER_PANEL_WIDTH = 264
PROFILE_WIDTH = 352
DIALOG_WIDTH = 720

FOCUS_WIDTH = 2
FOCUS_GAP = 2

TEXT_NOTE, TEXT_BODY, TEXT_HEAD, TEXT_TITLE, TEXT_DISPLAY = 12, 14, 16, 20, 28
REGULAR, MEDIUM, STRONG = 400, 500, 600

# Manrope draws thinner than the weights the design names: each is taken one step heavier.
_DRAWN_WEIGHT = {REGULAR: 500, MEDIUM: 600, STRONG: 700}
_LETTER_SPACING = {TEXT_TITLE: -0.2, TEXT_DISPLAY: -0.4}
_WORD_SPACING = 0.035
_PROPERTY = "theme"


class Mode(StrEnum):
    """Whether the program shows dark text on light surfaces or the other way round."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Motion:
    """How long each kind of movement lasts, in milliseconds. All zero when motion is off."""

    hover: int = 120
    slide: int = 160
    fade: int = 180


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours by what they are for. Every text reads at 4.5:1 or better on the surfaces it stands on."""

    surface: QColor
    surface_raised: QColor
    surface_sunken: QColor
    border: QColor
    border_control: QColor
    border_strong: QColor
    text: QColor
    text_muted: QColor
    accent: QColor
    accent_hover: QColor
    accent_weak: QColor
    accent_line: QColor
    on_accent: QColor
    on_accent_muted: QColor
    success: QColor
    success_weak: QColor
    warning: QColor
    warning_weak: QColor
    danger: QColor
    danger_weak: QColor
    on_danger: QColor
    inverse: QColor
    on_inverse: QColor
    inverse_accent: QColor
    avatar: QColor
    avatar_text: QColor
    track: QColor
    chart_1: QColor
    chart_2: QColor
    scrim: QColor
    shadow: QColor
    panel: QColor
    panel_raised: QColor
    panel_line: QColor
    on_panel: QColor
    on_panel_muted: QColor
    on_panel_success: QColor


def _colors(**values: str | tuple[int, int, int, int]) -> Colors:
    return Colors(**{name: QColor(v) if isinstance(v, str) else QColor(*v) for name, v in values.items()})


_LIGHT = _colors(
    surface="#F6F5F2",
    surface_raised="#FFFFFF",
    surface_sunken="#EFEDE8",
    border="#E3E0D9",
    border_control="#C2BDB3",
    border_strong="#87837B",
    text="#1B1A18",
    text_muted="#5F5C56",
    accent="#0B5F73",
    accent_hover="#084C5C",
    accent_weak="#E2EFF2",
    accent_line="#BCD9DF",
    on_accent="#FFFFFF",
    on_accent_muted="#D6E9ED",
    success="#1A6E45",
    success_weak="#E1F1E8",
    warning="#8A5200",
    warning_weak="#FBEFD9",
    danger="#B3261E",
    danger_weak="#FBE9E7",
    on_danger="#FFFFFF",
    inverse="#20262A",
    on_inverse="#F5F4F1",
    inverse_accent="#7FD3E4",
    avatar="#E9E6DF",
    avatar_text="#45423D",
    track="#E6E3DC",
    chart_1="#0B5F73",
    chart_2="#BBD7DD",
    scrim=(27, 26, 24, 112),
    shadow=(27, 26, 24, 41),
    panel="#0C3A46",
    panel_raised="#14505E",
    panel_line="#2A6A79",
    on_panel="#F4F7F7",
    on_panel_muted="#B4CBD1",
    on_panel_success="#7BDBA9",
)

_DARK = replace(
    _LIGHT,
    surface=QColor("#121416"),
    surface_raised=QColor("#1B1E21"),
    surface_sunken=QColor("#25292D"),
    border=QColor("#2D3237"),
    border_control=QColor("#4A5157"),
    border_strong=QColor("#858D95"),
    text=QColor("#F2F1EE"),
    text_muted=QColor("#A9AEB4"),
    accent=QColor("#58B9CE"),
    accent_hover=QColor("#7CCBDC"),
    accent_weak=QColor("#15343C"),
    accent_line=QColor("#2B525C"),
    on_accent=QColor("#05222A"),
    on_accent_muted=QColor("#0B3A46"),
    success=QColor("#62C795"),
    success_weak=QColor("#163022"),
    warning=QColor("#E5AE55"),
    warning_weak=QColor("#372A12"),
    danger=QColor("#FF9187"),
    danger_weak=QColor("#3E1E1B"),
    on_danger=QColor("#2B0B08"),
    inverse=QColor("#ECEBE7"),
    on_inverse=QColor("#1B1A18"),
    inverse_accent=QColor("#0B5F73"),
    avatar=QColor("#2F353A"),
    avatar_text=QColor("#D9DADB"),
    track=QColor("#33393E"),
    chart_1=QColor("#58B9CE"),
    chart_2=QColor("#2C5560"),
    scrim=QColor(0, 0, 0, 153),
    shadow=QColor(0, 0, 0, 128),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the program: colours, and how things move."""

    mode: Mode
    colors: Colors
    motion: Motion

    @property
    def dark(self) -> bool:
        return self.mode is Mode.DARK

    def font(self, size: int = TEXT_BODY, weight: int = REGULAR, tabular: bool = False) -> QFont:
        """The font at a size in pixels, weight 400, 500 or 600; `tabular` for columns of numbers.

        The answer is shared: copy it before changing it.
        """
        return _font(size, weight, tabular)

    def style_sheet(self) -> str:
        """The rules for Qt's own controls; the project's widgets paint themselves."""
        return _STYLE_SHEET.format_map({name: _css(getattr(self.colors, name)) for name in Colors.__slots__})

    def palette(self) -> QPalette:
        """The colours in the roles Qt's own controls ask for."""
        c, role = self.colors, QPalette.ColorRole
        palette = QPalette(c.surface_raised, c.surface)
        for name, color in (
            (role.Window, c.surface),
            (role.WindowText, c.text),
            (role.Base, c.surface_raised),
            (role.AlternateBase, c.surface),
            (role.Text, c.text),
            (role.Button, c.surface_raised),
            (role.ButtonText, c.text),
            (role.BrightText, c.danger),
            (role.Highlight, c.accent),
            (role.HighlightedText, c.on_accent),
            (role.Accent, c.accent),
            (role.Link, c.accent),
            (role.LinkVisited, c.accent),
            (role.PlaceholderText, c.text_muted),
            (role.ToolTipBase, c.inverse),
            (role.ToolTipText, c.on_inverse),
            (role.Light, c.surface_raised),
            (role.Midlight, c.surface_sunken),
            (role.Mid, c.border_control),
            (role.Dark, c.border_strong),
            (role.Shadow, c.shadow),
        ):
            palette.setColor(name, color)
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, c.text_muted)
        return palette


def theme_for(mode: Mode, motion: bool = True) -> Theme:
    """The light or the dark theme, with or without motion."""
    return Theme(mode, _DARK if mode is Mode.DARK else _LIGHT, Motion() if motion else Motion(0, 0, 0))


def apply(app: QApplication, theme: Theme) -> None:
    """Show the whole program in a theme. Everything on the screen repaints at once."""
    load_fonts()
    if app.property(_PROPERTY) is None:
        app.setStyle("Fusion")
    app.setProperty(_PROPERTY, theme)
    app.styleHints().setColorScheme(Qt.ColorScheme.Dark if theme.dark else Qt.ColorScheme.Light)
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    app.setStyleSheet(theme.style_sheet())


def theme_of(_widget: QObject | None = None) -> Theme:
    """The theme a widget is shown in: the one given to `apply`, light before that."""
    app = QCoreApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    return theme if isinstance(theme, Theme) else theme_for(Mode.LIGHT)


@lru_cache(maxsize=64)
def _font(size: int, weight: int, tabular: bool) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(_DRAWN_WEIGHT[weight]))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWordSpacing(size * _WORD_SPACING)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _LETTER_SPACING.get(size, 0.0))
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _css(color: QColor) -> str:
    return f"rgba({color.red()}, {color.green()}, {color.blue()}, {color.alpha()})"


_STYLE_SHEET = """
QToolTip {{ background: {inverse}; color: {on_inverse}; border: 0; padding: 6px 8px; }}

QMenu {{ background: {surface_raised}; color: {text}; border: 1px solid {border_control}; border-radius: 8px;
         padding: 4px; }}
QMenu::item {{ min-height: 20px; padding: 12px 32px 12px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {accent_weak}; }}
QMenu::item:checked {{ color: {accent}; }}
QMenu::item:disabled {{ color: {text_muted}; }}
QMenu::icon {{ padding-left: 12px; }}
QMenu::indicator {{ width: 0; height: 0; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}

QLineEdit {{ background: transparent; border: 0; padding: 0; lineedit-password-character: 8226; }}
QPlainTextEdit {{ background: transparent; border: 0; }}

QAbstractScrollArea {{ border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; border: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; border: 0; }}
QScrollBar::handle {{ background: {border_control}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {border_strong}; }}
QScrollBar::handle:vertical {{ min-height: 44px; }}
QScrollBar::handle:horizontal {{ min-width: 44px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}

QTabBar::scroller {{ width: 48px; }}
QTabBar QToolButton {{ background: {surface}; border: 0; }}

QHeaderView {{ background: {surface_raised}; border: 0; }}
QHeaderView::section {{ background: {surface_raised}; color: {text_muted}; border: 0;
                        border-bottom: 1px solid {border}; padding: 0 12px; min-height: 40px; }}
QTableView::item {{ padding: 0 12px; }}
QTableView {{ background: {surface_raised}; gridline-color: {border};
              selection-background-color: {accent_weak}; selection-color: {text}; }}
"""
