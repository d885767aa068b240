"""The steps of the wizard, at the left: their numbers, which are done, and where one is."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from clienteling.ui.theme import MEDIUM, RADIUS, STRONG, TEXT_BODY, TEXT_HEAD, TEXT_NOTE, theme_of
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import CENTER, draw_box, draw_icon, draw_text, mirrored, painter_on, text_width
from clienteling.ui.widgets.label import Label

WIDTH = 232
_DISC = 24
_HEIGHT = 56
_LINE = 20
_NOTE = 16
_PADDING = 12


class StepsBar(Surface):
    """`chosen` gives the number of a step that somebody wants to go to: one that was reached before."""

    chosen = Signal(int)

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__(edge=Qt.Edge.RightEdge)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 20, _PADDING, 12)
        column.setSpacing(4)
        title = QCoreApplication.translate("AccountEngagement", "Account engagement")
        head = Label(title, size=TEXT_HEAD, weight=STRONG, elide=True)
        head.setContentsMargins(_PADDING, 0, 0, 8)
        column.addWidget(head)
        self.steps = [_Step(number, title) for number, title in enumerate(titles)]
        for step in self.steps:
            step.clicked.connect(lambda number=step.number: self.chosen.emit(number))
            column.addWidget(step)
        column.addStretch(1)

    def show_step(self, current: int, reached: int) -> None:
        for step in self.steps:
            step.show_state(current=step.number == current, reached=step.number <= reached)

    def show_note(self, number: int, note: str) -> None:
        """A few words below the title of a step."""
        self.steps[number].set_note(note)


class _Step(Control):
    def __init__(self, number: int, title: str) -> None:
        self.number = number
        self._note = ""
        self._current, self._reached = False, False
        super().__init__(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_note(self, note: str) -> None:
        self._note = note
        self.announce()
        self.update()

    def show_state(self, *, current: bool, reached: bool) -> None:
        self._current, self._reached = current, reached
        self.setEnabled(reached)
        self.announce()
        self.update()

    def spoken(self) -> str:
        words = QCoreApplication.translate("AccountEngagement", "Step {number}: {title}")
        return ", ".join(part for part in (words.format(number=self.number + 1, title=self.label), self._note) if part)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 2 * _PADDING, _HEIGHT + (self._lines() - 1) * _LINE)

    def _lines(self) -> int:
        """A title that is too long goes on in a second line."""
        room = WIDTH - 2 * _PADDING - (_PADDING + _DISC + _PADDING) - _PADDING
        return 1 if text_width(theme_of(self).font(TEXT_BODY, STRONG), self.label) <= room else 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self._current or self.lit:
            draw_box(painter, self.rect(), RADIUS, colors.accent_weak if self._current else colors.surface_sunken)
        disc = self._part(_PADDING, _DISC, (self.height() - _DISC) // 2, _DISC)
        done = self._reached and not self._current
        if done:
            draw_box(painter, disc, _DISC / 2, colors.success_weak)
            draw_icon(painter, "check", disc, 16, colors.success)
        else:
            fill, line = (colors.accent, None) if self._current else (colors.surface_raised, colors.border_control)
            draw_box(painter, disc, _DISC / 2, fill, line)
            color = colors.on_accent if self._current else colors.text_muted
            draw_text(painter, disc, str(self.number + 1), theme.font(TEXT_NOTE, STRONG), color, align=CENTER)
        left = _PADDING + _DISC + _PADDING
        room = self.width() - left - _PADDING
        ink = colors.accent if self._current else colors.text if self._reached else colors.text_muted
        weight = STRONG if self._current else MEDIUM
        lines = self._lines()
        top = (self.height() - lines * _LINE - (_NOTE if self._note else 0)) // 2
        title = self._part(left, room, top, lines * _LINE)
        draw_text(painter, title, self.label, theme.font(TEXT_BODY, weight), ink, wrap=lines > 1)
        if self._note:
            words = self._part(left, room, top + lines * _LINE, _NOTE)
            draw_text(painter, words, self._note, theme.font(TEXT_NOTE), colors.text_muted)
        painter.end()

    def _part(self, left: int, width: int, top: int, height: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, top, width, height))
