"""Which channels the customer allows: yes, no, or not answered."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.customer import Channel, Consent
from clienteling.ui.pos.customer_form.form_card import GAP
from clienteling.ui.theme import ICON, STRONG, TEXT_HEAD, TEXT_NOTE, theme_of
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.drawing import draw_icon, draw_text, mirrored, painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.segments import Segment, Segments

_ROW = 47
_ANSWERS = 120
_ICONS = {Channel.PHONE: "phone", Channel.EMAIL: "mail", Channel.MESSAGE: "message-square", Channel.POST: "mailbox"}


class ConsentCard(Box):
    """One row for each channel; neither answer is lit until one is given."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.answers: dict[Channel, Segments] = {}
        head = QHBoxLayout()
        head.addWidget(
            Label(translate("CustomerForm", "May we get in touch?"), size=TEXT_HEAD, weight=STRONG, wrap=True), 1
        )
        head.addWidget(Label(translate("CustomerForm", "asked at the till"), tone=Tone.MUTED))
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP - 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(6)
        for channel, name in channel_names().items():
            column.addWidget(Hairline())
            column.addWidget(self._row(channel, name))
        column.addWidget(Hairline())
        column.addSpacing(6)
        words = translate("CustomerForm", "Not answered counts as no. Date, till and worker are kept with each answer.")
        column.addWidget(Label(words, size=TEXT_NOTE, tone=Tone.MUTED, wrap=True))

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        return [answer.button(answer.value() is not False) for answer in self.answers.values()]

    def consents(self) -> tuple[Consent, ...]:
        return tuple(
            Consent(channel, bool(answer.value()))
            for channel, answer in self.answers.items()
            if answer.value() is not None
        )

    def show_consents(self, consents: Sequence[Consent]) -> None:
        given = {consent.channel: consent.given for consent in consents}
        for channel, answer in self.answers.items():
            answer.set_value(given.get(channel))

    def _row(self, channel: Channel, name: str) -> QWidget:
        translate = QCoreApplication.translate
        choices = (
            Segment(True, translate("CustomerForm", "Yes")),
            Segment(False, translate("CustomerForm", "No")),
        )
        answer = self.answers[channel] = Segments(choices, name=name)
        answer.setFixedWidth(_ANSWERS)
        answer.changed.connect(lambda _: self.edited.emit())
        for given, words in ((True, choices[0].label), (False, choices[1].label)):
            answer.button(given).setAccessibleName(f"{name}: {words}")
        holder = QWidget()
        holder.setFixedHeight(_ROW)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_Channel(_ICONS[channel], name), 1)
        row.addWidget(answer)
        return holder


class _Channel(QWidget):
    """A sign and a name."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._icon = icon
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        direction, rect = self.layoutDirection(), self.rect()
        draw_icon(
            painter, self._icon, mirrored(direction, rect, QRect(0, 0, ICON, self.height())), ICON, theme.colors.text
        )
        room = mirrored(direction, rect, QRect(ICON + 12, 0, self.width() - ICON - 12, self.height()))
        draw_text(painter, room, self._name, theme.font(), theme.colors.text)
        painter.end()


def channel_names() -> dict[Channel, str]:
    translate = QCoreApplication.translate
    return {
        Channel.PHONE: translate("CustomerForm", "Phone"),
        Channel.EMAIL: translate("CustomerForm", "E-mail"),
        Channel.MESSAGE: translate("CustomerForm", "Message"),
        Channel.POST: translate("CustomerForm", "Post"),
    }
