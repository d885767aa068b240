"""The widgets that a screen layout puts into the profile of a customer: health, who knows whom, engagement."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.enrichment import AccountEngagement
from clienteling.domain.errors import NotAllowed
from clienteling.domain.layout import Widget
from clienteling.services.relationship.relationships import Relationship
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer.relationship.words import interaction_day, said, state_sentence
from clienteling.ui.theme import MEDIUM
from clienteling.ui.till import Till
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.ring import Ring
from clienteling.ui.widgets.section import PropertyRow, SmallHead

_MOST_KNOWN = 3
_RELATIONSHIP = {Widget.HEALTH, Widget.KNOWN}


@dataclass(frozen=True, slots=True)
class Found:
    """What the widgets show, as far as the layout has them and the worker may see it."""

    widgets: tuple[Widget, ...]
    relationship: Relationship | None = None
    engagement: AccountEngagement | None = None


class DetailWidgets(QWidget):
    """Hidden where the layout has none. What cannot be read leaves its widget out: the rest of the page stands."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._customer_id: int | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 6)
        self._rows.setSpacing(4)
        self.hide()

    def show_customer(self, customer_id: int) -> None:
        """Be about a customer, and read what there is now."""
        if customer_id != self._customer_id:
            self._customer_id = customer_id
            self.hide()
        self._till.tasks.query(
            self, lambda: self._read(customer_id), self._show, key="widgets", failed=lambda _: self.hide()
        )

    @property
    def texts(self) -> list[str]:
        """What can be read, from above."""
        labels = [label.text() for label in self.findChildren(Label) if not label.isHidden()]
        return labels + [row.accessibleName() for row in self.findChildren(PropertyRow)]

    def _read(self, customer_id: int) -> Found:
        """On the database's thread."""
        services, session = self._till.services, self._till.session
        widgets = services.layouts.for_session(session).widgets
        relationship = engagement = None
        if _RELATIONSHIP & set(widgets):
            try:
                relationship = services.relationships.of(session, customer_id)
            except NotAllowed:
                widgets = tuple(widget for widget in widgets if widget not in _RELATIONSHIP)
        if Widget.ENGAGEMENT in widgets:
            engagement = services.engagement.results.of_customer(session, customer_id)
        return Found(widgets, relationship, engagement)

    def _show(self, found: Found) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        formats, now = self._till.formats, self._till.now()
        for wanted in found.widgets:
            for row in _rows_of(wanted, found, formats, now):
                self._rows.addWidget(row)
        self.setVisible(self._rows.count() > 0)


def _rows_of(widget: Widget, found: Found, formats: Formats, now: datetime) -> list[QWidget]:
    match widget:
        case Widget.HEALTH if found.relationship is not None:
            return _health(found.relationship, formats, now)
        case Widget.KNOWN if found.relationship is not None:
            return _known(found.relationship, formats, now)
        case Widget.ENGAGEMENT:
            return _engagement(found.engagement, formats, now)
    return []


def _health(found: Relationship, formats: Formats, now: datetime) -> list[QWidget]:
    translate, health = QCoreApplication.translate, found.health
    head = SmallHead(translate("Relationship", "Relationship health"))
    if health is None:
        return [head, Label(translate("CustomerPage", "It is not shown now."), tone=Tone.MUTED, wrap=True)]
    if not health.state.is_grade:
        return [head, Label(state_sentence(health.state) or said(health.state.label), tone=Tone.MUTED, wrap=True)]
    words = f"{said(health.state.label)} · {said(health.trend.label)}"
    as_of = translate("Relationship", "As of {moment}").format(moment=formats.moment(health.as_of, now))
    return [head, _ringed(health.score, translate("Relationship", "Relationship health"), words, as_of)]


def _known(found: Relationship, formats: Formats, now: datetime) -> list[QWidget]:
    translate = QCoreApplication.translate
    rows: list[QWidget] = [SmallHead(translate("Relationship", "Who knows whom"))]
    for known in found.known[:_MOST_KNOWN]:
        last = interaction_day(known.acquaintance.last, formats, now)
        rows.append(PropertyRow(known.colleague.name, said(known.acquaintance.strength), muted=last))
    if len(rows) == 1:
        words = translate("CustomerPage", "Nobody has been in touch within a year.")
        rows.append(Label(words, tone=Tone.MUTED, wrap=True))
    return rows


def _engagement(found: AccountEngagement | None, formats: Formats, now: datetime) -> list[QWidget]:
    translate, number = QCoreApplication.translate, formats.number
    head = SmallHead(translate("CustomerPage", "Account engagement"))
    if found is None:
        words = translate("Engagement", "No engagement is known yet")
        return [head, Label(words, tone=Tone.MUTED, wrap=True)]
    as_of = translate("Engagement", "As of {moment}").format(moment=formats.moment(found.as_of, now))
    words = translate("CustomerPage", "{mails} e-mails, {meetings} meetings in a year").format(
        mails=number(found.year.mails), meetings=number(found.year.meetings)
    )
    return [head, _ringed(found.score, translate("Engagement", "Engagement score"), words, as_of)]


def _ringed(score: float | None, name: str, words: str, note: str) -> QWidget:
    """A ring with words beside it."""
    row = QWidget()
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Label(words, weight=MEDIUM, wrap=True))
    texts.addWidget(Label(note, size=12, tone=Tone.MUTED, wrap=True))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addLayout(texts, 1)
    line.addWidget(Ring(score, name), 0, Qt.AlignmentFlag.AlignVCenter)
    return row
