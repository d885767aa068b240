"""What stands where there is nothing to show: empty, nothing found, failed."""

from enum import Enum, auto

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.ui.theme import STRONG, TEXT_TITLE, theme_of
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.drawing import draw_box, draw_icon, painter_on
from clienteling.ui.widgets.label import Label, Tone

_DISC = 64
_SENTENCE = 420


class Mood(Enum):
    """Whether it is a beginning, a warning, or something that failed."""

    CALM = auto()
    WARNING = auto()
    FAILED = auto()


class StatePage(QWidget):
    """An icon on a disc, a title, a sentence, and up to three next steps, in the middle of its place.

    `primary`, `plain` and `other` are emitted by its buttons; a button without words does not show.
    """

    primary = Signal()
    plain = Signal()
    other = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._disc = _Disc()
        self._title = Label(size=TEXT_TITLE, weight=STRONG, wrap=True)
        self._sentence = Label(tone=Tone.MUTED, wrap=True)
        self.primary_button = Button("", kind=Kind.PRIMARY)
        self.plain_button = Button("")
        self.other_button = Button("")
        self.primary_button.clicked.connect(self.primary)
        self.plain_button.clicked.connect(self.plain)
        self.other_button.clicked.connect(self.other)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(0)
        rows.addStretch(2)
        rows.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addSpacing(16)
        for words, gap in ((self._title, 8), (self._sentence, 20)):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            words.setMaximumWidth(_SENTENCE)
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(words, 1000)
            middle.addStretch(1)
            rows.addLayout(middle)
            rows.addSpacing(gap)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(self.primary_button)
        buttons.addWidget(self.plain_button)
        buttons.addWidget(self.other_button)
        buttons.addStretch()
        rows.addLayout(buttons)
        rows.addStretch(3)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_state(
        self,
        icon: str,
        title: str,
        sentence: str,
        *,
        primary: str = "",
        plain: str = "",
        other: str = "",
        primary_icon: str = "",
        plain_icon: str = "",
        mood: Mood = Mood.CALM,
    ) -> None:
        """Say what is the case and what can be done next."""
        self._disc.show_icon(icon, mood)
        self._title.setText(title)
        self._sentence.setText(sentence)
        for button, words, sign in (
            (self.primary_button, primary, primary_icon),
            (self.plain_button, plain, plain_icon),
            (self.other_button, other, ""),
        ):
            button.set_label(words)
            button.set_icon(sign)
            button.setVisible(bool(words))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)


class _Disc(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._icon = ""
        self._mood = Mood.CALM
        self.setFixedSize(_DISC, _DISC)

    def show_icon(self, icon: str, mood: Mood) -> None:
        self._icon, self._mood = icon, mood
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        fill, color = {
            Mood.CALM: (colors.accent_weak, colors.accent),
            Mood.WARNING: (colors.warning_weak, colors.warning),
            Mood.FAILED: (colors.danger_weak, colors.danger),
        }[self._mood]
        painter = painter_on(self)
        draw_box(painter, QRect(0, 0, _DISC, _DISC), _DISC / 2, fill)
        if self._icon:
            draw_icon(painter, self._icon, self.rect(), 28, color)
        painter.end()
