"""A strip across a page, or a note in it: an icon, what is the case, and what to do."""

from enum import Enum, auto
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.theme import ICON, RADIUS, STRONG, Theme, theme_of
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.drawing import draw_box, draw_icon, painter_on, span
from clienteling.ui.widgets.label import Label, Tone

_PADDING = 16
_GAP = 12
_EDGE, _REST = 4, 10
"""Above and below everything, and round the words: the action is higher than a line."""


class Weight(Enum):
    """What a banner means."""

    NOTE = auto()
    ACCENT = auto()
    WARNING = auto()
    DANGER = auto()


class Banner(QWidget):
    """A title in bold, the text after it, and an action at the end. `acted` is emitted by the action.

    `flat` runs across a page without corners; otherwise it is a box of a form. `inline` lets the text go on
    behind the title; what is flat does so always.
    """

    acted = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        weight: Weight = Weight.NOTE,
        icon: str = "info",
        flat: bool = False,
        inline: bool = False,
    ) -> None:
        super().__init__(parent)
        self._said = ("", "")
        self._inline = inline or flat
        self._weight = weight
        self._icon = icon
        self._flat = flat
        self._title = Label(weight=STRONG, wrap=True)
        self._text = Label(wrap=True)
        self.action = Link("", tone=_action_tone(weight))
        self.action.clicked.connect(self.acted)
        self.action.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        side = 24 if flat else _PADDING
        words.setContentsMargins(0, _REST, 0, _REST)
        row.setContentsMargins(side + ICON + _GAP, _EDGE, side, _EDGE)
        row.setSpacing(24)
        row.addLayout(words, 1)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def title(self) -> str:
        return self._said[0]

    @property
    def text(self) -> str:
        return self._said[1]

    def say(self, title: str, text: str = "", action: str = "") -> None:
        """What is the case, more about it, and what can be done."""
        self._said = (title, text)
        if self._inline and title and text:
            self._show("", f'<span style="font-weight: 700">{escape(title)}</span> {escape(text)}')
            self._text.setTextFormat(Qt.TextFormat.RichText)
        else:
            self._text.setTextFormat(Qt.TextFormat.PlainText)
            self._show(title, text)
        self.action.set_label(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(title or text)
        self.setAccessibleDescription(text)

    def _show(self, title: str, text: str) -> None:
        for label, words in ((self._title, title), (self._text, text)):
            label.setText(words)
            label.setVisible(bool(words))

    def set_weight(self, weight: Weight, icon: str) -> None:
        self._weight, self._icon = weight, icon
        self.action.set_tone(_action_tone(weight))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, sign = _weight_colors(self._weight, theme_of(self))
        painter = painter_on(self)
        if self._flat:
            painter.fillRect(self.rect(), ground)
        else:
            draw_box(painter, self.rect(), RADIUS, ground)
        side = 24 if self._flat else _PADDING
        place = span(self, side, ICON)
        first = self._title if self._title.isVisible() else self._text
        place.setTop(first.y())
        place.setHeight(ICON)
        draw_icon(painter, self._icon, place, ICON, sign)
        painter.end()


def _weight_colors(weight: Weight, theme: Theme) -> tuple[QColor, QColor]:
    colors = theme.colors
    return {
        Weight.NOTE: (colors.surface_sunken, colors.text),
        Weight.ACCENT: (colors.accent_weak, colors.accent),
        Weight.WARNING: (colors.warning_weak, colors.warning),
        Weight.DANGER: (colors.danger_weak, colors.danger),
    }[weight]


def _action_tone(weight: Weight) -> Tone:
    return {Weight.WARNING: Tone.WARNING, Weight.DANGER: Tone.DANGER}.get(weight, Tone.ACCENT)
