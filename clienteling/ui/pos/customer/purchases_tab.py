"""The tab of purchases: how much in all, then every receipt."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.customer import Purchase
from clienteling.domain.profile import Profile
from clienteling.ui.pos.customer.paged_tab import PagedTab
from clienteling.ui.pos.customer.receipt_box import ReceiptBox
from clienteling.ui.pos.customer.states import show_no_purchases
from clienteling.ui.theme import SPACE_4, STRONG, TEXT_TITLE
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.state_page import StatePage

Cursor = tuple[datetime, int]


class PurchasesTab(PagedTab[Purchase, Cursor]):
    """The figures come with the profile, the receipts page by page."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(till, parent)
        translate = QCoreApplication.translate
        self.spend = _Figure(translate("CustomerPage", "spent in all"))
        self.count = _Figure("")
        self.average = _Figure(translate("CustomerPage", "on average"))
        figures = Box()
        row = QHBoxLayout(figures)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(24)
        for figure in (self.spend, self.count, self.average):
            row.addWidget(figure, 1)
        self._head.addWidget(figures)
        self._head.addSpacing(SPACE_4)

    def show_profile(self, profile: Profile) -> None:
        """Show the customer's figures, and their receipts."""
        formats = self._till.formats
        self.spend.say(formats.money(profile.spend, profile.currency))
        count = profile.purchase_count
        words = QCoreApplication.translate("CustomerPage", "purchases", None, count)
        self.count.say(formats.number(count), words)
        average = profile.spend / profile.purchase_count if profile.purchase_count else Decimal(0)
        self.average.say(formats.money(average, profile.currency))
        self.be_about(profile.customer.id)

    def _read_page(self, customer_id: int, cursor: Cursor | None) -> tuple[Sequence[Purchase], Cursor | None]:
        page = self._till.services.customers.purchases(self._till.session, customer_id, cursor)
        return page.purchases, page.cursor

    def _box(self, entry: Purchase) -> QWidget:
        return ReceiptBox(entry, self._till.formats, self._till.now())

    def _say_empty(self, state: StatePage) -> None:
        show_no_purchases(state)


class _Figure(QWidget):
    """A number and, under it, what it counts."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._number = Label(size=TEXT_TITLE, weight=STRONG, elide=True)
        self._words = Label(words, tone=Tone.MUTED, elide=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._number)
        rows.addWidget(self._words)

    @property
    def text(self) -> str:
        return self._number.text()

    def say(self, number: str, words: str = "") -> None:
        self._number.setText(number)
        if words:
            self._words.setText(words)
        self.setAccessibleName(f"{number} {self._words.text()}")
