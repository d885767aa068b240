"""How the health score is made: what each kind of activity counts, how often we are expected, where grades begin."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.relationship.analytics import MOST_INFLUENCE, STEP, Analytics, Frequency, State
from clienteling.domain.relationship.interaction import Channel
from clienteling.services.relationship.computation import Distribution
from clienteling.ui.formats import Formats
from clienteling.ui.headquarters.relationship.words import said
from clienteling.ui.theme import STRONG, TEXT_HEAD, TEXT_TITLE, theme_of
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.grade_bars import GradeBars
from clienteling.ui.widgets.influence_slider import InfluenceSlider
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline, SectionHead
from clienteling.ui.widgets.select import Choice, Select

_DOT = 10
_COLORS = {State.POOR: "danger", State.FAIR: "warning", State.GOOD: "success"}


class HealthPanel(Box):
    """`changed` tells that something else is chosen; `recount` asks what it would make of the customers."""

    changed = Signal()
    recount = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats = formats
        self._analytics = Analytics()
        self._distribution: Distribution | None = None
        self.sliders = {c: InfluenceSlider(said(c.label), MOST_INFLUENCE, STEP) for c in Channel}
        self._shown = {channel: Label(tabular=True) for channel in Channel}
        self.frequency = Select([Choice(f, said(f.label)) for f in Frequency], field=True)
        self.frequency.setAccessibleName(translate("RelationshipPage", "Communication frequency"))
        self.grades = GradeBars(translate("RelationshipPage", "Where fair and good begin"))
        self.note = SectionHead(translate("RelationshipPage", "Grades"))
        self.figures = {state: _Grade(_COLORS[state]) for state in (State.POOR, State.FAIR, State.GOOD)}
        self._lay_out()
        for slider in self.sliders.values():
            slider.moved.connect(self._weigh)
        self.frequency.changed.connect(self._weigh)
        self.grades.moved.connect(self._regrade)

    @property
    def analytics(self) -> Analytics:
        return self._analytics

    def show_analytics(self, analytics: Analytics) -> None:
        self._analytics = analytics
        for channel, slider in self.sliders.items():
            slider.set_value(analytics.influence.get(channel, 0))
        self.frequency.set_value(analytics.frequency)
        self.grades.set_values(analytics.fair, analytics.good)
        self._show_weights()
        self._show_grades()

    def show_distribution(self, distribution: Distribution) -> None:
        """How many customers would get each score."""
        self._distribution = distribution
        words = QCoreApplication.translate("RelationshipPage", "what %n customers would get now", None, distribution.of)
        self.note.note.setText(words)
        self.grades.set_counts(distribution.counts)
        self._show_grades()

    def _weigh(self) -> None:
        influence = {channel: slider.value() for channel, slider in self.sliders.items()}
        frequency = self.frequency.value()
        self._analytics = replace(
            self._analytics,
            influence={channel: value for channel, value in influence.items() if value},
            frequency=frequency if isinstance(frequency, Frequency) else self._analytics.frequency,
        )
        self._show_weights()
        self.changed.emit()
        self.recount.emit()

    def _regrade(self, fair: int, good: int) -> None:
        # The scores stay as they are: only their grades are counted anew.
        self._analytics = replace(self._analytics, fair=fair, good=good)
        self._show_grades()
        self.changed.emit()

    def _show_weights(self) -> None:
        for channel, label in self._shown.items():
            value = self._analytics.influence.get(channel, 0)
            sign = "+" if value > 0 else "\N{MINUS SIGN}" if value < 0 else ""
            label.setText(f"{sign}{self._formats.number(abs(value))} %")

    def _show_grades(self) -> None:
        counts = self._distribution.grades(self._analytics) if self._distribution is not None else {}
        whole = self._distribution.graded if self._distribution is not None else 0
        for state, (first, last) in self._analytics.ranges().items():
            number = self._formats.number
            share = round(100 * counts.get(state, 0) / whole) if whole else 0
            self.figures[state].say(
                said(state.label),
                f"{number(first)}–{number(last)}",
                number(counts.get(state, 0)),
                f"{number(share)} %",
            )

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        head = SectionHead(
            translate("RelationshipPage", "Health score"),
            note=translate("RelationshipPage", "how much each kind of activity counts"),
            size=TEXT_HEAD,
        )
        sliders = QGridLayout()
        sliders.setHorizontalSpacing(24)
        sliders.setVerticalSpacing(0)
        sliders.setColumnStretch(1, 1)
        for row, channel in enumerate(Channel):
            shown = self._shown[channel]
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            shown.setMinimumWidth(56)
            sliders.addWidget(Label(said(channel.label)), row, 0)
            sliders.addWidget(self.sliders[channel], row, 1)
            sliders.addWidget(shown, row, 2)
        frequency = QHBoxLayout()
        frequency.setSpacing(12)
        words = Label(translate("RelationshipPage", "Communication frequency"), weight=STRONG, wrap=True)
        frequency.addWidget(words, 1)
        frequency.addWidget(self.frequency, 1)
        figures = QHBoxLayout()
        figures.setSpacing(16)
        for figure in self.figures.values():
            figures.addWidget(figure, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 12, 20, 16)
        rows.setSpacing(8)
        rows.addWidget(head)
        rows.addLayout(sliders)
        rows.addWidget(Hairline())
        rows.addLayout(frequency)
        rows.addWidget(Hairline())
        rows.addWidget(self.note)
        rows.addWidget(self.grades)
        rows.addLayout(figures)
        rows.addStretch()


class _Grade(QWidget):
    """A grade: its name and scores, and how many have it."""

    def __init__(self, color: str) -> None:
        super().__init__()
        self._name = Label(weight=STRONG)
        self._range = Label(tone=Tone.MUTED, elide=True)
        self._number = Label(size=TEXT_TITLE, weight=STRONG)
        self._share = Label(tone=Tone.MUTED, elide=True)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        foot.setSpacing(8)
        head.addWidget(_Dot(color))
        head.addWidget(self._name)
        head.addWidget(self._range, 1)
        foot.addSpacing(_DOT + 8)
        foot.addWidget(self._number)
        foot.addWidget(self._share, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addLayout(foot)

    @property
    def text(self) -> str:
        return f"{self._name.text()} {self._range.text()}: {self._number.text()} {self._share.text()}"

    def say(self, name: str, scores: str, number: str, share: str) -> None:
        self._name.setText(name)
        self._range.setText(scores)
        self._number.setText(number)
        self._share.setText(share)
        self.setAccessibleName(self.text)


class _Dot(QWidget):
    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = color
        self.setFixedSize(_DOT, _DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        draw_box(painter, QRectF(self.rect()), _DOT / 2, getattr(theme_of(self).colors, self._color))
        painter.end()
