"""A small rounded sign with a state in words."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.ui.theme import CONTROL, MEDIUM, Theme, theme_of
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import CENTER, draw_box, draw_text, painter_on, span, text_width

_HEIGHT = 32
_PADDING = 12
_DOT = 8
_GAP = 8


class State(Enum):
    """How things stand; the words beside it say what."""

    OK = auto()
    WARNING = auto()
    ERROR = auto()
    ON_PANEL = auto()


def state_colors(state: State, theme: Theme) -> tuple[QColor, QColor, QColor]:
    """Ground, words and dot."""
    colors = theme.colors
    return {
        State.OK: (colors.success_weak, colors.success, colors.success),
        State.WARNING: (colors.warning_weak, colors.warning, colors.warning),
        State.ERROR: (colors.danger_weak, colors.danger, colors.danger),
        State.ON_PANEL: (colors.panel_raised, colors.on_panel, colors.on_panel_success),
    }[state]


class StatusPill(Control):
    """A state with its dot, drawn 32 high in 44 to hit. Pressing it opens what explains it."""

    def __init__(self, label: str, state: State = State.OK, parent: QWidget | None = None) -> None:
        self._state = state
        super().__init__(label, parent, radius=CONTROL / 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> State:
        return self._state

    def set_state(self, label: str, state: State) -> None:
        self._state = state
        self.set_label(label)

    def sizeHint(self) -> QSize:
        words = text_width(theme_of(self).font(14, MEDIUM), self.label)
        return QSize(words + _DOT + _GAP + 2 * _PADDING, CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        ground, words, dot = state_colors(self._state, theme)
        painter = painter_on(self)
        drawn = self.rect().adjusted(0, (CONTROL - _HEIGHT) // 2, 0, -(CONTROL - _HEIGHT) // 2)
        line = words if self.glow.level else None
        draw_box(painter, drawn, _HEIGHT / 2, ground, line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dot)
        middle = QPointF(span(self, _PADDING, _DOT).center()) + QPointF(0.5, 0.5)
        painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        left = _PADDING + _DOT + _GAP
        place = span(self, left, self.width() - left - _PADDING)
        draw_text(painter, place, self.label, theme.font(14, MEDIUM), words)
        painter.end()


class Tag(QWidget):
    """A small pill of words alone, 24 high, such as "1 overdue" on a tile."""

    def __init__(self, text: str, state: State | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state = state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(text_width(theme_of(self).font(12, MEDIUM), self._text) + 20, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        ground, words = colors.surface_sunken, colors.text
        if self._state is not None:
            ground, words, _dot = state_colors(self._state, theme)
        painter = painter_on(self)
        draw_box(painter, self.rect(), 12, ground)
        draw_text(painter, self.rect(), self._text, theme.font(12, MEDIUM), words, align=CENTER)
        painter.end()
