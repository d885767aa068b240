"""The engagement score: ring, what it means, as of when, and the points of each part."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.card import Score
from clienteling.domain.enrichment import AccountEngagement
from clienteling.ui.formats import Formats
from clienteling.ui.lists.score_parts import part_name
from clienteling.ui.pos.customer.engagement.words import compared_words, part_detail
from clienteling.ui.theme import STRONG, TEXT_HEAD, TEXT_NOTE
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.meter import PartMeter
from clienteling.ui.widgets.ring import Ring

_RING = 120
_SCORE_WIDTH = 216
_PARTS = 6


class ScoreBox(Box):
    """A score that came from elsewhere has no parts: a sentence says so."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        name = QCoreApplication.translate("Engagement", "Engagement score")
        self.ring = Ring(None, name, size=_RING, width=10)
        self.title = Label(name, size=TEXT_HEAD, weight=STRONG)
        self.meaning = Label(tone=Tone.MUTED, wrap=True)
        self.as_of = Label(size=TEXT_NOTE, tone=Tone.MUTED, wrap=True)
        self.parts = [PartMeter() for _ in range(_PARTS)]
        self.unexplained = Label(tone=Tone.MUTED, wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_engagement(self, found: AccountEngagement, now: datetime) -> None:
        """A score with its parts, the weightiest first."""
        self.ring.set_score(found.score)
        self.meaning.setText(compared_words(found))
        self._say_as_of(found.as_of, now)
        self.unexplained.hide()
        today = self._formats.today(now)
        weights = sorted(found.weights.items(), key=lambda pair: -pair[1])
        for meter, (part, most) in zip(self.parts, weights, strict=True):
            points = found.parts.get(part, 0.0)
            of = QCoreApplication.translate("Engagement", "{points} of {most}").format(
                points=self._formats.number(round(points)), most=self._formats.number(most)
            )
            meter.show_part(part_name(part), points / most, of, part_detail(part, found.year, today, self._formats))
            meter.show()

    def show_score(self, score: Score, now: datetime) -> None:
        """A score alone."""
        translate = QCoreApplication.translate
        self.ring.set_score(score.value)
        self.meaning.setText(translate("Engagement", "Compared with the company’s other accounts."))
        self._say_as_of(score.as_of, now)
        for meter in self.parts:
            meter.hide()
        self.unexplained.setText(
            translate(
                "Engagement",
                "This score came from elsewhere, without what it is made of. Parts, e-mails and meetings stand here "
                "when account engagement runs at headquarters.",
            )
        )
        self.unexplained.show()

    def _say_as_of(self, as_of: datetime, now: datetime) -> None:
        words = QCoreApplication.translate("Engagement", "As of {moment}")
        self.as_of.setText(words.format(moment=self._formats.moment(as_of, now)))

    def _lay_out(self) -> None:
        score = QVBoxLayout()
        score.setSpacing(4)
        score.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        score.addSpacing(8)
        for words in (self.title, self.meaning, self.as_of):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            words.setFixedWidth(_SCORE_WIDTH)
            score.addWidget(words)
        score.addStretch(1)
        parts = QVBoxLayout()
        parts.setSpacing(6)
        for meter in self.parts:
            parts.addWidget(meter)
        parts.addWidget(self.unexplained)
        parts.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 16)
        row.setSpacing(32)
        row.addLayout(score)
        row.addLayout(parts, 1)
