"""Who was in touch last, how the customer may be reached, and from when on it is welcome."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.contact import ContactLine
from clienteling.domain.customer import Channel
from clienteling.ui.formats import Formats
from clienteling.ui.theme import ICON, RADIUS, STRONG, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored, painter_on
from clienteling.ui.widgets.label import Label, Tone


class ContactBox(QWidget):
    """What counts most in bold, the rest below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused = False
        self._title = Label(weight=STRONG, wrap=True)
        self._detail = Label(tone=Tone.MUTED, wrap=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(40, 12, 14, 12)
        rows.setSpacing(0)
        rows.addWidget(self._title)
        rows.addWidget(self._detail)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def detail(self) -> str:
        return self._detail.text()

    def show_contact(self, line: ContactLine, formats: Formats, now: datetime) -> None:
        first, *others = _sentences(line, formats, now)
        self._refused = line.refused
        self._title.setText(first)
        self._detail.setText("\n".join(others))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        draw_box(painter, self.rect(), RADIUS, colors.warning_weak if self._refused else colors.accent_weak)
        place = mirrored(self.layoutDirection(), self.rect(), QRect(12, 12, ICON, ICON))
        sign = "hand" if self._refused else "calendar-clock"
        draw_icon(painter, sign, place, ICON, colors.warning if self._refused else colors.text)
        painter.end()


def _sentences(line: ContactLine, formats: Formats, now: datetime) -> list[str]:
    """What is to be known before somebody calls or writes, the most important first."""
    translate = QCoreApplication.translate
    found = []
    if line.refused:
        found.append(translate("CustomerPage", "Asked not to be contacted"))
    if line.planned is not None:
        words = translate("CustomerPage", "{activity} planned for {moment}")
        found.append(
            words.format(activity=line.planned.label(formats.language), moment=formats.moment(line.planned.at, now))
        )
    if line.welcome is not None:
        today = formats.today(now)
        if not line.allowed and not line.refused:
            found.append(translate("CustomerPage", "Ask how to get in touch"))
        elif line.welcome <= today:
            found.append(translate("CustomerPage", "Contact is welcome"))
        else:
            words = translate("CustomerPage", "Next contact welcome from {day}")
            found.append(words.format(day=formats.day(line.welcome, today)))
    if line.last is None:
        found.append(translate("CustomerPage", "No contact yet"))
    else:
        ago = formats.days_ago(formats.today(line.last.at), formats.today(now))
        words = translate("CustomerPage", "Last contact {ago}").format(ago=ago)
        found.append(words)
        found.append(formats.joined(part for part in (line.last.label(formats.language), line.last.worker) if part))
    if line.allowed:
        channels = formats.joined(_channel(channel) for channel in line.allowed)
        found.append(translate("CustomerPage", "Allowed: {channels}").format(channels=channels))
    return found


def _channel(channel: Channel) -> str:
    translate = QCoreApplication.translate
    return {
        Channel.PHONE: translate("CustomerPage", "Phone"),
        Channel.EMAIL: translate("CustomerPage", "E-mail"),
        Channel.MESSAGE: translate("CustomerPage", "Message"),
        Channel.POST: translate("CustomerPage", "Post"),
    }[channel]
