"""The customer card as it looks with what is being edited."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.attribute import Attribute as LiveAttribute
from clienteling.domain.attribute import AttributeType, Value
from clienteling.domain.card import Card, PropertyValue, card_properties
from clienteling.domain.configuration.company import CommerceParameters
from clienteling.domain.configuration.properties import Attribute, Measure, Member, definition_of
from clienteling.domain.dates import YearlyDate
from clienteling.domain.parameters import CARD_PLACES
from clienteling.ui.headquarters.noun import Aside, Known, Values
from clienteling.ui.lists.card_layout import CardLayout
from clienteling.ui.lists.card_painter import CardPainter
from clienteling.ui.lists.card_text import card_text
from clienteling.ui.theme import STRONG, theme_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.drawing import painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import PropertyRow

_WIDTH = 328


class CardAside(Aside):
    """What stands in the places of the card: measures first, then the attributes of the group by display order."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self.card = CardPreview(till)
        self.places = QVBoxLayout()
        self._rows: list[PropertyRow] = []
        self.note = Label(tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(QCoreApplication.translate("Nouns", "On the card now"), weight=STRONG))
        column.addWidget(self.card)
        column.addWidget(Label(QCoreApplication.translate("Nouns", "Places on the card"), weight=STRONG))
        column.addLayout(self.places)
        column.addWidget(self.note)
        column.addStretch(1)

    def follow(self, values: Values, known: Known) -> None:
        name, members = str(values.get("name") or ""), values.get("members") or ()
        parameters = _parameters(known, name)
        measures = [_measure(known, m) for m in parameters.measures] if parameters else []
        places = CARD_PLACES.of(parameters.settings if parameters else {})
        self._show([measure for measure in measures if measure], _attributes(known, members), places)

    def _show(self, measures: Sequence[LiveAttribute], attributes: Sequence[LiveAttribute], places: int) -> None:
        today = self._till.formats.today(self._till.now())
        shown = card_properties(measures, attributes, places)
        values = tuple(PropertyValue(place, _sample(place.attribute, today)) for place in shown)
        self.card.show_card(_card(values), places)
        for row in self._rows:
            self.places.removeWidget(row)
            row.deleteLater()
        translate, language = QCoreApplication.translate, self._till.formats.language
        self._rows = [
            PropertyRow(
                f"{number}  {place.attribute.label(language)}",
                translate("Nouns", "measure") if place.is_measure else translate("Nouns", "attribute"),
            )
            for number, place in enumerate(shown, 1)
        ]
        for row in self._rows:
            self.places.addWidget(row)
        self.note.setText(self._words(measures, attributes, places))

    def _words(self, measures: Sequence[LiveAttribute], attributes: Sequence[LiveAttribute], places: int) -> str:
        translate = QCoreApplication.translate
        room = max(0, places - len(measures))
        if not attributes:
            return translate("Nouns", "The group has no attributes yet.")
        if room < len(attributes):
            following = attributes[room].label(self._till.formats.language)
            return translate("Nouns", "With a place more, {name} would follow.").format(name=following)
        return translate("Nouns", "All attributes have room on the card.")


class CardPreview(QWidget):
    """A card, painted as books paint it."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._card: Card | None = None
        self._places = CARD_PLACES.default
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: Card, places: int) -> None:
        self._card, self._places = card, places
        self.setAccessibleName(card_text(card, self._till.formats, self._till.now()).spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, CardLayout(_WIDTH, self._places, False).height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._card is None:
            return
        layout = CardLayout(self.width(), self._places, False)
        painter = painter_on(self)
        cards = CardPainter(layout, theme_of(self), self.layoutDirection())
        cards.paint(painter, card_text(self._card, self._till.formats, self._till.now()))
        painter.end()


def _parameters(known: Known, group: str) -> CommerceParameters | None:
    """Those of the first legal entity that has chosen the group, or else of the first there is."""
    found = known.items(CommerceParameters)
    chosen = [p for p in found if p.client_book_attribute_group == group]
    return next(iter((*chosen, *found)), None)


def _measure(known: Known, name: str) -> LiveAttribute | None:
    measure = known.view.configuration.all(Measure).get(name)
    if measure is None:
        return None
    attribute = Attribute(
        measure.name, measure.type, measure.labels, measure.unit, options=measure.options, levels=measure.levels
    )
    return definition_of(attribute)


def _attributes(known: Known, members: Sequence[Member]) -> list[LiveAttribute]:
    defined = known.view.configuration.all(Attribute)
    ordered = sorted(members, key=lambda member: member.display_order)
    return [definition_of(defined[m.attribute], n) for n, m in enumerate(ordered, 1) if m.attribute in defined]


def _sample(attribute: LiveAttribute, today: date) -> Value:
    """A value such as customers have."""
    match attribute.type:
        case AttributeType.REFERENCE:
            near = today + timedelta(days=5)
            return YearlyDate(near.month, near.day, 1988)
        case AttributeType.DATE_TIME:
            return today
        case AttributeType.BOOLEAN:
            return True
        case AttributeType.INTEGER:
            return int(attribute.lowest or 3)
        case AttributeType.DECIMAL | AttributeType.CURRENCY:
            return attribute.lowest if attribute.lowest else Decimal("37.5")
    text = attribute.options[0].value if attribute.options else "…"
    return (text,) if attribute.multi_value else text


def _card(values: tuple[PropertyValue, ...]) -> Card:
    return Card(0, "", "Anna Bērziņa", "+37120123456", "anna.berzina@example.org", None, values, None)
