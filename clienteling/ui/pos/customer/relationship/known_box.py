"""Who knows the customer: as a list, as a picture, or both."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.relationship.acquaintance import LEVELS
from clienteling.domain.relationship.enabling import Standing
from clienteling.domain.text import initials
from clienteling.services.relationship.relationships import Known, Relationship
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer.relationship.graph import KnownGraph, Node
from clienteling.ui.pos.customer.relationship.words import interaction_day, interaction_words, said
from clienteling.ui.theme import STRONG, TEXT_HEAD, TEXT_NOTE, theme_of
from clienteling.ui.widgets.avatar import Avatar
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.segments import Segment, Segments

_WIDE = 840
_STRENGTH = 84


class Look(StrEnum):
    GRAPH = "graph"
    LIST = "list"
    BOTH = "both"


class KnownBox(Box):
    """`asked` gives the key of the colleague who is to be asked for an introduction. `me` needs none by themselves."""

    asked = Signal(object)

    def __init__(self, formats: Formats, me: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats, self._me = formats, me
        self.rows: list[KnownRow] = []
        self.title = Label(translate("Relationship", "Who knows whom"), size=TEXT_HEAD, weight=STRONG)
        self.note = Label(tone=Tone.MUTED, elide=True)
        self.look = Segments(
            [
                Segment(Look.GRAPH, translate("Relationship", "Graph")),
                Segment(Look.LIST, translate("Relationship", "List")),
                Segment(Look.BOTH, translate("Relationship", "Both")),
            ],
            Look.BOTH,
            name=translate("Relationship", "How colleagues are shown"),
        )
        self.graph = KnownGraph(translate("Relationship", "Colleagues who know the customer"))
        self.sentence = Label(tone=Tone.MUTED, wrap=True)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._content = QWidget()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.look.changed.connect(self._arrange)
        self.graph.chosen.connect(self._ask)
        self._lay_out()

    def show_relationship(self, found: Relationship, now: datetime) -> None:
        translate = QCoreApplication.translate
        standing, known = found.force.who_knows_whom, found.known
        self.sentence.setVisible(not known)
        self._content.setVisible(bool(known))
        self.look.setVisible(bool(known))
        count = translate("Relationship", "%n colleagues know {customer}", None, len(known))
        self.note.setText(count.format(customer=found.customer) if known else "")
        if standing is not Standing.ON:
            self.sentence.setText(f"{said(standing.label)}.")
        elif not known:
            text = translate("Relationship", "Nobody has been in touch with {customer} within a year.")
            self.sentence.setText(text.format(customer=found.customer))
        self._show_rows(known, now)
        nodes = [Node(k.colleague.id, k.colleague.name, k.acquaintance.level, self._spoken(k, now)) for k in known]
        self.graph.show_nodes(found.customer, nodes)
        self._arrange()

    def _spoken(self, known: Known, now: datetime) -> str:
        strength = said(known.acquaintance.strength)
        return ", ".join((known.colleague.name, strength, contact_words(known, self._formats, now)))

    def _show_rows(self, known: tuple[Known, ...], now: datetime) -> None:
        for row in self.rows:
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [KnownRow(k, self._formats, now, is_me=k.colleague.id == self._me) for k in known]
        for place, row in enumerate(self.rows):
            row.set_first(place == 0)
            row.asked.connect(self._ask)
            self._column.insertWidget(place, row)

    def _ask(self, key: int) -> None:
        if key != self._me:
            self.asked.emit(key)

    def _arrange(self) -> None:
        wide = self.width() >= _WIDE
        self.look.button(Look.BOTH).setVisible(wide)
        look = self.look.value()
        if look == Look.BOTH and not wide:
            look = Look.LIST
        self.graph.setVisible(look != Look.LIST)
        self._list.setVisible(look != Look.GRAPH)

    def resizeEvent(self, _event: object) -> None:
        self._arrange()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.look)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.graph, 2)
        row.addWidget(self._list, 3)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 12, 16, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self.sentence)
        rows.addWidget(self._content)


class KnownRow(QWidget):
    """A colleague: who, their last contact, how strong, and a button that asks for an introduction."""

    asked = Signal(object)

    def __init__(self, known: Known, formats: Formats, now: datetime, *, is_me: bool) -> None:
        super().__init__()
        translate, colleague = QCoreApplication.translate, known.colleague
        self._line = Hairline()
        self.name = Label(colleague.name, weight=STRONG, elide=True)
        title = f"{colleague.title} · " if colleague.title else ""
        self.contact = Label(f"{title}{contact_words(known, formats, now)}", tone=Tone.MUTED, elide=True)
        self.strength = _Strength(known.acquaintance.level, said(known.acquaintance.strength))
        self.button = Button(translate("Relationship", "Get introduced"))
        self.button.setAccessibleDescription(colleague.name)
        self.button.clicked.connect(lambda: self.asked.emit(colleague.id))
        own = Label(translate("Relationship", "You"), tone=Tone.MUTED)
        own.setAlignment(Qt.AlignmentFlag.AlignCenter)
        own.setMinimumWidth(self.button.sizeHint().width())
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.contact)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 4, 8)
        row.setSpacing(12)
        row.addWidget(Avatar(initials(colleague.name), colleague.name))
        row.addLayout(words, 1)
        # Only one of the two is put in: what has no place would be a window of its own.
        for part in (self.strength, own if is_me else self.button):
            row.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._line)
        rows.addLayout(row)

    def set_first(self, first: bool) -> None:
        self._line.setVisible(not first)


class _Strength(QWidget):
    """Pips, as many lit as somebody is known well, and the word for it."""

    def __init__(self, level: int, word: str) -> None:
        super().__init__()
        self._level = level
        self.setFixedWidth(_STRENGTH)
        self.setAccessibleName(word)
        label = Label(word, size=TEXT_NOTE, elide=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 14, 0, 0)
        rows.addWidget(label)

    def sizeHint(self) -> QSize:
        return QSize(_STRENGTH, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        for number in range(LEVELS):
            at = number if self.isLeftToRight() else LEVELS - 1 - number
            left = 14 * at if self.isLeftToRight() else self.width() - 14 * LEVELS + 14 * at + 2
            pip = QRectF(left, 4, 12, 8)
            draw_box(painter, pip, 4, colors.accent if number < self._level else colors.track)
        painter.end()


def contact_words(known: Known, formats: Formats, now: datetime) -> str:
    """The last contact: what and when."""
    last = known.acquaintance.last
    return f"{interaction_words(last)}, {interaction_day(last, formats, now)}"
