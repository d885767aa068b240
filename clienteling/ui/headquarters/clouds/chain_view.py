"""The chain to Customer Insights as it is tried, step by step, before the administrator's eyes."""

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.cloud_problems import CloudProblem
from clienteling.domain.cloud_state import LinkState, Step, Trying
from clienteling.domain.errors import Problem
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.theme import MEDIUM, STRONG, TEXT_HEAD, TEXT_NOTE, theme_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.drawing import draw_box, draw_icon, painter_on
from clienteling.ui.widgets.label import Label, Tone

_DISC = 24
_STEPS: tuple[Step, ...] = tuple(step for step in Step if step is not Step.PULL)


class How(Enum):
    """How a step stands."""

    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()


class ChainView(Box):
    """All steps of the chain; what failed says why and what to do."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        translate = QCoreApplication.translate
        self.title = Label(translate("Insights", "Check"), size=TEXT_HEAD, weight=STRONG)
        self.when = Label(tone=Tone.MUTED)
        self.rows: dict[Step, StepLine] = {step: StepLine(translate("Problem", step.words)) for step in _STEPS}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.when, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addLayout(head)
        for row in self.rows.values():
            column.addWidget(row)
        self.rows[Step.SUBSCRIPTION_KEY].hide()

    def begin(self, steps_with_key: bool) -> None:
        """All steps wait."""
        self.when.setText(QCoreApplication.translate("Insights", "now"))
        self.rows[Step.SUBSCRIPTION_KEY].setVisible(steps_with_key)
        for row in self.rows.values():
            row.show_state(How.WAITING, QCoreApplication.translate("Insights", "waits for the step above"))

    def advance(self, step: Step, trying: Trying, problem: Problem | None) -> None:
        """A step runs, is done, or has failed."""
        translate = QCoreApplication.translate
        if step not in self.rows:
            return
        row = self.rows[step]
        match trying:
            case Trying.RUNNING:
                row.show_state(How.RUNNING, translate("Insights", "is tried…"))
            case Trying.DONE:
                row.show_state(How.DONE, "")
            case Trying.FAILED:
                row.show_failure(problem)

    def show_states(self, states: Mapping[str, LinkState], steps_with_key: bool) -> None:
        """How each step fared last."""
        translate, till = QCoreApplication.translate, self._till
        self.rows[Step.SUBSCRIPTION_KEY].setVisible(steps_with_key)
        moments = []
        for step, row in self.rows.items():
            state = states.get(step)
            at = max((m for m in (state.succeeded, state.failed) if m), default=None) if state else None
            if state is None or at is None:
                row.show_state(How.WAITING, translate("Insights", "not tried yet"))
                continue
            moments.append(at)
            if state.problem is None:
                row.show_state(How.DONE, till.formats.moment(at, till.now()))
            else:
                row.show_failure(state.problem)
        self.when.setText(till.formats.moment(max(moments), till.now()) if moments else "")


class StepLine(Box):
    """A step with its sign; a red box with the reason when it failed."""

    def __init__(self, words: str) -> None:
        super().__init__(fill="", line="")
        self._words = words
        self.how = How.WAITING
        self._sign = _Sign()
        self.title = Label(words, weight=MEDIUM, wrap=True)
        self.note = Label(size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def show_state(self, how: How, note: str) -> None:
        self._show(how, self._words, note)

    def show_failure(self, problem: Problem | None) -> None:
        if problem is None:
            self._show(How.FAILED, self._words, "")
            return
        note = problem_message(problem)
        if isinstance(problem, CloudProblem) and problem.correlation_id:
            words = QCoreApplication.translate("Insights", "Correlation ID {id}").format(id=problem.correlation_id)
            note = f"{note}\n{words}"
        self._show(How.FAILED, f"{self._words}: {problem_title(problem)}", note)

    def _show(self, how: How, title: str, note: str) -> None:
        failed = how is How.FAILED
        self.how = how
        self.title.setText(title)
        self.title.set_tone(Tone.DANGER if failed else Tone.TEXT)
        self.note.setText(note)
        self.note.set_tone(Tone.TEXT if failed else Tone.MUTED)
        self.note.setVisible(bool(note))
        self._sign.show_state(how)
        self.set_colors("danger_weak" if failed else "", "danger" if failed else "")
        self.setAccessibleName(f"{title}, {_SPOKEN[how]()}")
        self.setAccessibleDescription(note)


class _Sign(QWidget):
    """A disc: empty, turning, with a tick, or with a cross."""

    def __init__(self) -> None:
        super().__init__()
        self._how = How.WAITING
        self.setFixedSize(QSize(_DISC, _DISC))

    def show_state(self, how: How) -> None:
        self._how = how
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter, disc = painter_on(self), QRect(0, 0, _DISC, _DISC)
        match self._how:
            case How.WAITING:
                draw_box(painter, disc.adjusted(1, 1, -1, -1), _DISC / 2, None, colors.border_control)
            case How.RUNNING:
                draw_box(painter, disc, _DISC / 2, colors.accent_weak)
                draw_icon(painter, "loader-circle", disc, 16, colors.accent)
            case How.DONE:
                draw_box(painter, disc, _DISC / 2, colors.success_weak)
                draw_icon(painter, "check", disc, 16, colors.success)
            case How.FAILED:
                draw_icon(painter, "circle-x", disc, 20, colors.danger)
        painter.end()


_SPOKEN = {
    How.WAITING: lambda: QCoreApplication.translate("Insights", "waits"),
    How.RUNNING: lambda: QCoreApplication.translate("Insights", "is tried"),
    How.DONE: lambda: QCoreApplication.translate("Insights", "works"),
    How.FAILED: lambda: QCoreApplication.translate("Insights", "failed"),
}
