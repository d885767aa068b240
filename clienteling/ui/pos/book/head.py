"""The head of a book: what it is, how many, how it is sorted and shown, and adding somebody."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.domain.attribute import NUMBERS
from clienteling.domain.card import PropertyDefinition
from clienteling.domain.filters import HOLDER, NAME, NEXT_DATE, SCORE
from clienteling.domain.history import CONTACT, HEALTH, LAST_PURCHASE, SPEND
from clienteling.ui.lists.card_delegate import Look
from clienteling.ui.theme import (
    PAGE_HEAD_HEIGHT,
    PAGE_PADDING,
    SPACE_2,
    SPACE_3,
    STRONG,
    TEXT_HEAD,
    TEXT_TITLE,
)
from clienteling.ui.widgets.button import Button, IconButton, Kind
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.menu import Menu
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.select import Choice, Select

_NARROW_SORT = 190
_UNLIMITED = (1 << 24) - 1  # what Qt means by no maximum


class BookHead(QWidget):
    """`sort_changed` gives the property and whether it runs downwards, `look_changed` cards or rows."""

    sort_changed = Signal(str, bool)
    look_changed = Signal(object)
    filters_wanted = Signal()
    add_wanted = Signal()
    create_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, with_holder: bool = False) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._with_holder = with_holder
        self._downwards: dict[str, bool] = {}
        self._descending = False
        self.who_may_create = ""
        self.can_be_signed = False
        self.setFixedHeight(PAGE_HEAD_HEIGHT)
        self.filters_button = IconButton("panel-left-open", translate("BookPage", "Show the filters"), kind=Kind.PLAIN)
        self.title = Label(title, size=TEXT_TITLE, weight=STRONG, elide=True)
        self.count = Label(size=TEXT_HEAD, tone=Tone.MUTED)
        self.sort = Select(prefix=translate("BookPage", "Sort"), icon="arrow-up-down")
        self.direction = IconButton("arrow-up-narrow-wide", "", kind=Kind.PLAIN)
        looks = (
            Segment(Look.CARDS, translate("BookPage", "Cards"), icon="layout-grid"),
            Segment(Look.ROWS, translate("BookPage", "List"), icon="rows-3"),
        )
        self.look = Segments(looks, Look.CARDS, name=translate("BookPage", "How customers are shown"))
        self.add_button = Button(translate("BookPage", "Add customer"), icon="plus", kind=Kind.PRIMARY)
        self.add_button.set_tip(translate("BookPage", "Find a customer, or create one"))
        self.filters_button.hide()
        self._lay_out()
        self._connect()
        self.show_sorts((), "en")
        self.show_sort(NAME, False)

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, 0)
        row.setSpacing(SPACE_3)
        row.addWidget(self.filters_button)
        row.addWidget(self.title)
        row.addWidget(self.count, 1)
        sorting = QHBoxLayout()
        sorting.setSpacing(SPACE_2)
        sorting.addWidget(self.sort)
        sorting.addWidget(self.direction)
        row.addLayout(sorting)
        row.addWidget(self.look)
        row.addWidget(self.add_button)

    def _connect(self) -> None:
        self.sort.changed.connect(self._choose)
        self.direction.clicked.connect(self._turn)
        self.look.changed.connect(self.look_changed)
        self.filters_button.clicked.connect(self.filters_wanted)
        self.add_button.clicked.connect(self._offer_adding)

    def show_sorts(self, definitions: Sequence[PropertyDefinition], language: str) -> None:
        """Offer name, contact, date, score, spend and these properties. Scores and numbers run downwards at first."""
        translate = QCoreApplication.translate
        choices = [
            Choice(NAME, translate("BookPage", "Name")),
            Choice(CONTACT, translate("BookPage", "Last contact")),
            Choice(NEXT_DATE, translate("BookPage", "Next date")),
            Choice(SCORE, translate("BookPage", "Engagement score")),
            Choice(HEALTH, translate("BookPage", "Relationship health")),
            Choice(SPEND, translate("BookPage", "Total spend")),
            Choice(LAST_PURCHASE, translate("BookPage", "Last purchase")),
        ]
        choices += [Choice(HOLDER, translate("BookPage", "In the book of"))] if self._with_holder else []
        choices += [Choice(d.key, d.attribute.label(language)) for d in definitions]
        self._downwards = {d.key: d.attribute.type in NUMBERS for d in definitions}
        self._downwards |= dict.fromkeys((SCORE, HEALTH, SPEND, LAST_PURCHASE), True)
        if tuple(choices) != self.sort.choices:
            self.sort.set_choices(choices)

    def show_sort(self, key: str, descending: bool) -> None:
        translate = QCoreApplication.translate
        self._descending = descending
        self.sort.set_value(key)
        self._fit()
        self.direction.set_icon("arrow-down-wide-narrow" if descending else "arrow-up-narrow-wide")
        descent, ascent = translate("BookPage", "Descending"), translate("BookPage", "Ascending")
        self.direction.set_name(descent if descending else ascent)

    def show_count(self, text: str) -> None:
        self.count.setText(text)
        self._fit()

    def show_tools(self, shown: bool) -> None:
        """Sorting and looks are of no use for an empty book."""
        for tool in (self.sort, self.direction, self.look):
            tool.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, the words of the button for adding give way, and then the order's."""
        words = QCoreApplication.translate("BookPage", "Add customer")
        self.add_button.set_label(words)
        self.sort.setMaximumWidth(_UNLIMITED)
        if self._row.sizeHint().width() > self.width():
            self.add_button.set_label("")
            self.add_button.setAccessibleName(words)
            self.sort.setMaximumWidth(_NARROW_SORT)

    def _offer_adding(self) -> None:
        """Somebody who is there already, or a new customer."""
        translate = QCoreApplication.translate
        menu = Menu(self)
        menu.add(translate("BookPage", "Find a customer"), self.add_wanted.emit, icon_name="search")
        menu.add(
            translate("BookPage", "New customer"),
            self.create_wanted.emit,
            icon_name="user-plus",
            why_not=self.who_may_create,
            signable=self.can_be_signed,
        )
        menu.open_below(self.add_button, from_right=True)

    def _choose(self, key: str) -> None:
        self.show_sort(key, self._downwards.get(key, False))
        self.sort_changed.emit(key, self._descending)

    def _turn(self) -> None:
        key = str(self.sort.value())
        self.show_sort(key, not self._descending)
        self.sort_changed.emit(key, self._descending)
