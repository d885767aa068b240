"""The strip that asks for consent, until there is some."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.relationship.enabling import InForce
from clienteling.ui.formats import Formats
from clienteling.ui.headquarters.relationship.words import banner_words
from clienteling.ui.theme import STRONG
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.sign import Sign


class ConsentBanner(Box):
    """In the last days, and after them, it is red."""

    asked_by_mail = Signal()
    given = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="warning_weak", line="")
        translate = QCoreApplication.translate
        self._formats = formats
        self._sign = Sign("hourglass", tone=Tone.WARNING)
        self.title = Label(weight=STRONG, wrap=True)
        self.text = Label(wrap=True)
        self.by_mail = Button(translate("RelationshipPage", "Ask by mail"))
        self.give = Button(translate("RelationshipPage", "Give consent"), kind=Kind.PRIMARY)
        self.by_mail.clicked.connect(self.asked_by_mail)
        self.give.clicked.connect(self.given)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.by_mail)
        row.addWidget(self.give)

    def show_force(self, force: InForce, now: datetime) -> None:
        """Say how long there is time; nothing if no consent is waited for."""
        self.setVisible(force.deadline is not None)
        if force.deadline is None:
            return
        title, text = banner_words(force, self._formats, now)
        grave = force.is_urgent or force.has_lapsed
        self.title.setText(title)
        self.title.set_tone(Tone.DANGER if grave else Tone.TEXT)
        self.text.setText(text)
        self._sign.show_icon("circle-alert" if grave else "hourglass", Tone.DANGER if grave else Tone.WARNING)
        self.set_colors("danger_weak" if grave else "warning_weak")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
