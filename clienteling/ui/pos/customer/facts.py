"""What stands in the profile column about a customer, part by part, each under its small head."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.domain.card import PropertyValue, Score
from clienteling.domain.customer import Address, Channel, Customer, ImportantDate
from clienteling.domain.dates import days_until
from clienteling.domain.profile import Lately
from clienteling.ui.formats import NEAR_DAYS, Formats, PropertyText
from clienteling.ui.lists.score_parts import parts_words
from clienteling.ui.messages import Messages
from clienteling.ui.pos.customer.contact_row import ContactRow
from clienteling.ui.pos.customer.fact_row import MOST_LINES, FactRow
from clienteling.ui.theme import ICON_SMALL, theme_of
from clienteling.ui.widgets.drawing import draw_icon, draw_text, mirrored, painter_on, text_width
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.ring import paint_ring

_ROW = 28
_RING = 40


def contact_rows(customer: Customer, formats: Formats, messages: Messages) -> list[QWidget]:
    """All phones, e-mails and addresses, primary ones first; a sentence when there are none."""
    rows: list[QWidget] = []
    for phone in customer.phones:
        number = formats.phone(phone.e164) if phone.e164 else phone.typed
        rows.append(ContactRow(number, phone.label, messages, copied=phone.e164 or phone.typed))
    rows += [ContactRow(email.address, email.label, messages) for email in customer.emails]
    for address in customer.addresses:
        if text := written_address(address):
            rows.append(ContactRow(text, address.label, messages))
    if not rows:
        none = QCoreApplication.translate("CustomerPage", "No phone, e-mail or address")
        rows.append(Label(none, tone=Tone.MUTED, wrap=True))
    return rows


def written_address(address: Address) -> str:
    """The lines of an address: street; postal code and city; state and country."""
    place = " ".join(part for part in (address.postal_code, address.city) if part)
    region = ", ".join(part for part in (address.state, address.country) if part)
    return "\n".join(part for part in (address.street, place, region) if part)


def consent_marks(customer: Customer) -> list[QWidget]:
    """What the customer said to each channel; one mark alone when none was ever asked about."""
    if not customer.consents:
        return [ConsentMark(None, QCoreApplication.translate("CustomerPage", "No channel asked about yet"))]
    answers = {consent.channel: consent.given for consent in customer.consents}
    return [ConsentMark(answers.get(channel), _consent(channel, answers.get(channel))) for channel in Channel]


def _consent(channel: Channel, given: bool | None) -> str:
    translate = QCoreApplication.translate
    yes, no, open_ = {
        Channel.PHONE: (
            translate("CustomerPage", "Phone"),
            translate("CustomerPage", "No phone"),
            translate("CustomerPage", "Phone not asked"),
        ),
        Channel.EMAIL: (
            translate("CustomerPage", "E-mail"),
            translate("CustomerPage", "No e-mail"),
            translate("CustomerPage", "E-mail not asked"),
        ),
        Channel.MESSAGE: (
            translate("CustomerPage", "Message"),
            translate("CustomerPage", "No message"),
            translate("CustomerPage", "Message not asked"),
        ),
        Channel.POST: (
            translate("CustomerPage", "Post"),
            translate("CustomerPage", "No post"),
            translate("CustomerPage", "Post not asked"),
        ),
    }[channel]
    if given is None:
        return open_
    return yes if given else no


def property_rows(
    values: tuple[PropertyValue, ...], formats: Formats, now: datetime, *, most: int = MOST_LINES
) -> list[QWidget]:
    """Properties as on the card: level sign, near date, age. Of a long value `most` lines show."""
    return [
        FactRow(value.definition.attribute.label(formats.language), formats.property_text(value, now), most=most)
        for value in values
    ]


def date_rows(dates: tuple[ImportantDate, ...], formats: Formats, today: date) -> list[QWidget]:
    """Important dates, with the year where it is known and how near they are."""
    rows: list[QWidget] = []
    for important in sorted(dates, key=lambda each: days_until(each.day, today)):
        day = important.day
        text = formats.yearly(day) if day.year is None else formats.full_day(date(day.year, day.month, day.day))
        days = days_until(day, today)
        if days <= NEAR_DAYS:
            rows.append(FactRow(important.name, PropertyText("", formats.days_away(days), text)))
        else:
            rows.append(FactRow(important.name, PropertyText(text)))
    return rows


class ConsentMark(QWidget):
    """A channel with a tick, a cross, or a dash for one that was not asked about. The words say it as well."""

    def __init__(self, given: bool | None, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self._text = text
        self.setFixedHeight(_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(24 + text_width(theme_of(self).font(), self._text), _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        sign = {True: "check", False: "x", None: "minus"}[self._given]
        color = colors.success if self._given else colors.text_muted
        draw_icon(painter, sign, self._part(0, ICON_SMALL), ICON_SMALL, color)
        room = self.width() - 24
        words = colors.text if self._given else colors.text_muted
        draw_text(painter, self._part(24, room), self._text, theme.font(), words)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self._text if self.sizeHint().width() > self.width() else "")

    def _part(self, left: int, width: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, 0, width, _ROW))


def score_rows(score: Score | None, lately: Lately, formats: Formats, now: datetime) -> list[QWidget]:
    """The engagement score with its parts; of one that comes from outside only what happened here can be said."""
    rows: list[QWidget] = [ScoreRow(score, formats, now)]
    if score is not None:
        words = parts_words(score, formats) if score.parts else _made_of(lately, formats)
        rows.append(Label(words, size=12, tone=Tone.MUTED, wrap=True))
    return rows


def _made_of(lately: Lately, formats: Formats) -> str:
    translate = QCoreApplication.translate
    parts = [
        translate("CustomerPage", "{contact} {count}").format(contact=name, count=formats.number(count))
        for name, count in lately.contacts
    ]
    if lately.purchases:
        count = formats.number(lately.purchases)
        parts.append(translate("CustomerPage", "Purchases {count}").format(count=count))
    origin = translate("CustomerPage", "Computed elsewhere, without its parts.")
    if not parts:
        return f"{origin} {translate('CustomerPage', 'In the last 12 months nothing happened here.')}"
    happened = translate("CustomerPage", "In the last 12 months here: {parts}.").format(parts=formats.joined(parts))
    return f"{origin} {happened}"


class ScoreRow(QWidget):
    """The engagement score as a ring, and as of when it holds."""

    def __init__(self, score: Score | None, formats: Formats, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._score = score
        translate = QCoreApplication.translate
        self._label = translate("CustomerPage", "Engagement score")
        if score is None:
            self._note = translate("CustomerPage", "not computed yet")
        else:
            day = formats.day(formats.today(score.as_of), formats.today(now))
            self._note = translate("CustomerPage", "as of {day}").format(day=day)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spoken = "" if score is None else f"{score.value}, "
        self.setAccessibleName(f"{self._label}: {spoken}{self._note}")

    def sizeHint(self) -> QSize:
        return QSize(200, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        room = self.width() - _RING - 12
        muted = theme.colors.text_muted
        draw_text(painter, self._part(0, 5, room, 20), self._label, theme.font(), muted)
        draw_text(painter, self._part(0, 26, room, 16), self._note, theme.font(12), muted)
        ring = self._part(self.width() - _RING, 4, _RING, _RING)
        paint_ring(painter, ring, None if self._score is None else self._score.value, theme)
        painter.end()

    def _part(self, left: int, top: int, width: int, height: int) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), QRect(left, top, width, height))
