"""The health of a relationship: score, grade, trend, what it is made of, how it went."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.relationship.analytics import Trend
from clienteling.domain.relationship.health import Health
from clienteling.domain.relationship.interaction import Interaction
from clienteling.services.relationship.relationships import Relationship
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer.relationship.course_chart import CourseChart
from clienteling.ui.pos.customer.relationship.words import (
    TREND_ICONS,
    interaction_day,
    interaction_icon,
    interaction_words,
    said,
    state_sentence,
)
from clienteling.ui.theme import STRONG, TEXT_HEAD, TEXT_NOTE
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.meter import PartMeter
from clienteling.ui.widgets.ring import Ring
from clienteling.ui.widgets.sign import Sign

_RING = 100
_GRADE_WIDTH = 148
_CHART_FROM = 620
_TONES = {Trend.IMPROVING: Tone.SUCCESS, Trend.STEADY: Tone.MUTED, Trend.DECLINING: Tone.WARNING}


class HealthBox(Box):
    """Special states take the place of ring and trend, with a sentence that says what they mean."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats = formats
        self._has_course = False
        name = translate("Relationship", "Relationship health")
        self.ring = Ring(None, name, size=_RING, width=9)
        self.grade = Label(size=TEXT_HEAD, weight=STRONG)
        self.trend = SignedLabel()
        self.title = Label(name, size=TEXT_HEAD, weight=STRONG, wrap=True)
        self.sentence = Label(tone=Tone.MUTED, wrap=True)
        self.as_of = Label(size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        self.last, self.next = _Contact(), _Contact()
        self.replies = Label(tone=Tone.MUTED, wrap=True)
        self.course = CourseChart(formats)
        self.parts = [PartMeter() for _ in range(3)]
        self._score = QWidget()
        self._parts = QWidget()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_relationship(self, found: Relationship, now: datetime) -> None:
        translate, health = QCoreApplication.translate, found.health
        graded = health is not None and health.state.is_grade
        self._score.setVisible(graded)
        self._parts.setVisible(graded)
        self._has_course = graded and len(found.course) > 1
        self.course.setVisible(self._has_course)
        if health is None:
            self.title.setText(translate("Relationship", "Last and next contact"))
            self.sentence.hide()
            self.as_of.hide()
        else:
            self._show_health(health, now)
            if self._has_course:
                self.course.show_course(found.course, found.analytics, now)
        self._show_contacts(found, now)

    def _show_health(self, health: Health, now: datetime) -> None:
        translate = QCoreApplication.translate
        words = translate("Relationship", "As of {moment}").format(moment=self._formats.moment(health.as_of, now))
        self.as_of.setText(words)
        self.as_of.show()
        graded = health.state.is_grade
        name = translate("Relationship", "Relationship health")
        self.title.setText(name if graded else said(health.state.label))
        self.sentence.setText("" if graded else state_sentence(health.state))
        self.sentence.setVisible(not graded)
        if not graded:
            return
        self.ring.set_score(health.score)
        self.grade.setText(said(health.state.label))
        self.trend.say(
            said(health.trend.label), TREND_ICONS.get(health.trend, ""), _TONES.get(health.trend, Tone.MUTED)
        )
        for meter, part in zip(self.parts, health.parts, strict=True):
            of = translate("Relationship", "{points} of {most}").format(
                points=self._formats.number(round(part.points)), most=self._formats.number(round(part.most))
            )
            meter.show_part(said(part.name), part.points / part.most, of)

    def _show_contacts(self, found: Relationship, now: datetime) -> None:
        translate, figures = QCoreApplication.translate, found.figures
        for contact, interaction, words in (
            (self.last, figures.last if figures else None, translate("Relationship", "Last: {what}, {day}")),
            (self.next, figures.next if figures else None, translate("Relationship", "Next: {what}, {day}")),
        ):
            contact.setVisible(interaction is not None)
            if interaction is not None:
                contact.show_interaction(interaction, words, self._formats, now)
        self.replies.hide()
        if figures is not None and figures.responses_by_them.hours is not None:
            theirs, ours = figures.responses_by_them.hours, figures.responses_by_us.hours
            hours = self._formats.number(round(theirs, 1))
            text = translate("Relationship", "The customer’s replies take {hours} hours").format(hours=hours)
            if ours is not None:
                text += translate("Relationship", ", ours {hours}").format(hours=self._formats.number(round(ours, 1)))
            self.replies.setText(text)
            self.replies.show()

    def resizeEvent(self, event: object) -> None:
        self.course.setVisible(self._has_course and self.width() >= _CHART_FROM)

    def _lay_out(self) -> None:
        score = QVBoxLayout(self._score)
        score.setContentsMargins(0, 0, 0, 0)
        score.setSpacing(2)
        score.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        score.addSpacing(6)
        score.addWidget(self.grade, 0, Qt.AlignmentFlag.AlignHCenter)
        score.addWidget(self.trend, 0, Qt.AlignmentFlag.AlignHCenter)
        score.addStretch()
        self._score.setFixedWidth(_GRADE_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self.title, self.sentence, self.last, self.next, self.replies, self.as_of):
            words.addWidget(part)
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self._score)
        top.addLayout(words, 2)
        top.addWidget(self.course, 3)
        below = QHBoxLayout(self._parts)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(24)
        for meter in self.parts:
            below.addWidget(meter, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addWidget(self._parts)


class SignedLabel(QWidget):
    """Words behind an icon, in one tone."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("")
        self._words = Label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._words)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str, icon: str, tone: Tone) -> None:
        self._words.setText(text)
        self._words.set_tone(tone)
        self._sign.show_icon(icon, tone)
        self._sign.setVisible(bool(icon))


class _Contact(QWidget):
    """The interaction before or after this moment."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Sign("")
        self._what = Label(wrap=True)
        self._when = Label(tone=Tone.MUTED)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._when)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def text(self) -> str:
        return f"{self._what.text()} {self._when.text()}"

    def show_interaction(self, interaction: Interaction, words: str, formats: Formats, now: datetime) -> None:
        day, today = formats.today(interaction.at), formats.today(now)
        text = words.format(what=interaction_words(interaction), day=interaction_day(interaction, formats, now))
        self._sign.show_icon(interaction_icon(interaction), Tone.MUTED)
        self._what.setText(text)
        ahead = (day - today).days
        self._when.setText(formats.days_away(ahead) if interaction.at > now else formats.days_ago(day, today))
