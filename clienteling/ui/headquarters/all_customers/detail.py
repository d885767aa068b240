"""One customer as headquarters sees them: tabs General and Activities, the personal file, and the erase."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.activity import Timeline, TimelineItem, TimelineKind
from clienteling.domain.operations import Operation
from clienteling.domain.profile import Profile
from clienteling.services.personal_files import WrittenFile
from clienteling.ui.failure import show_failure
from clienteling.ui.headquarters.all_customers.erase_dialog import EraseDialog
from clienteling.ui.headquarters.all_customers.merge_dialog import MergeDialog
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.tasks import Lane
from clienteling.ui.theme import STRONG, TEXT_HEAD
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.state_page import StatePage
from clienteling.ui.widgets.tabs import Tab, Tabs

_GENERAL, _ACTIVITIES = "general", "activities"


@dataclass(frozen=True, slots=True)
class _Fact:
    label: str
    value: str


class CustomerDetail(QWidget):
    """`open_asked` gives the customer whose details at the till are wanted; `gone` follows an erase."""

    open_asked = Signal(object)
    gone = Signal()

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._customer_id: int | None = None
        self._name = ""
        translate = QCoreApplication.translate
        self.title = Label(size=TEXT_HEAD, weight=STRONG, elide=True)
        self.subtitle = Label(tone=Tone.MUTED, elide=True)
        self.open = Button(translate("AllCustomers", "Customer details"), icon="user")
        self.file = Button(translate("AllCustomers", "Personal file"), icon="file-down")
        self.merge = Button(translate("AllCustomers", "Merge"), icon="merge")
        self.erase = Button(translate("AllCustomers", "Erase"), icon="user-x", kind=Kind.QUIET_DANGER)
        tabs = {_GENERAL: translate("AllCustomers", "General"), _ACTIVITIES: translate("AllCustomers", "Activities")}
        self.tabs = Tabs(
            [Tab(key, words) for key, words in tabs.items()],
            name=translate("AllCustomers", "What is shown of the customer"),
        )
        self.general = DataTable(translate("AllCustomers", "General"), self._general_columns(), opens=False)
        self.activities = DataTable(translate("AllCustomers", "Activities"), self._activity_columns(), opens=False)
        self.activities.set_empty(
            "message-square",
            translate("AllCustomers", "No activities yet"),
            translate("AllCustomers", "What associates write down at the till will stand here."),
        )
        self.state = StatePage()
        till.explain(self.file, Operation.EXPORT_PERSONAL_FILE)
        till.explain(self.merge, Operation.MERGE_CUSTOMERS)
        till.explain(self.erase, Operation.ERASE_CUSTOMER)
        self._lay_out()
        self.tabs.changed.connect(self._show_tab)
        self.open.clicked.connect(lambda: self.open_asked.emit(self._customer_id))
        self.file.clicked.connect(self._ask_file)
        self.merge.clicked.connect(self._ask_merge)
        self.erase.clicked.connect(self._ask_erase)
        self.state.primary.connect(self._read)

    def _lay_out(self) -> None:
        commands = QHBoxLayout()
        commands.setSpacing(8)
        for button in (self.open, self.merge, self.file, self.erase):
            commands.addWidget(button)
        commands.addStretch(1)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addSpacing(8)
        column.addLayout(commands)
        column.addWidget(self.tabs)
        self._tab = QStackedLayout()
        column.addLayout(self._tab, 1)
        self._tab.addWidget(self.general)
        self._tab.addWidget(self.activities)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._content)
        self._stack.addWidget(self.state)

    def _general_columns(self) -> list[Column[_Fact]]:
        translate = QCoreApplication.translate
        return [
            Column[_Fact](translate("AllCustomers", "Field"), lambda f: f.label, muted=True, sortable=False),
            Column[_Fact](translate("AllCustomers", "Value"), lambda f: f.value, weight=2, sortable=False),
        ]

    def _activity_columns(self) -> list[Column[TimelineItem]]:
        translate, formats = QCoreApplication.translate, self._till.formats

        def written(item: TimelineItem) -> str:
            title = "" if item.type is not None and item.title == item.type.name else item.title
            return " · ".join(part for part in (title, item.text.replace("\n", " ")) if part) or "–"

        return [
            Column[TimelineItem](
                translate("AllCustomers", "When"),
                lambda item: formats.moment(item.at, self._till.now()),
                width=120,
                sort_key=lambda item: item.at,
            ),
            Column[TimelineItem](
                translate("AllCustomers", "Activity type"),
                lambda item: item.type.label(formats.language) if item.type else "–",
                width=110,
            ),
            Column[TimelineItem](translate("AllCustomers", "What"), written, weight=3, note=lambda item: item.worker),
        ]

    # What it shows

    def show_customer(self, customer_id: int | None) -> None:
        """Be about a customer, or about nobody."""
        if customer_id is None:
            translate = QCoreApplication.translate
            self._customer_id = None
            self.state.show_state(
                "user",
                translate("AllCustomers", "Nobody is chosen"),
                translate("AllCustomers", "Choose a customer at the left to see the whole file."),
            )
            self._stack.setCurrentWidget(self.state)
            return
        self._customer_id = customer_id
        self._read()

    def _read(self) -> None:
        till, customer_id = self._till, self._customer_id
        if customer_id is None:
            return

        def work() -> tuple[Profile, Timeline]:
            profile = till.services.customers.profile(till.session, customer_id)
            return profile, till.services.timelines.page(till.session, customer_id, kinds=[TimelineKind.ACTIVITY])

        till.tasks.query(self, work, self._show, key="customer", failed=self._fail)

    def _show(self, found: tuple[Profile, Timeline]) -> None:
        profile, timeline = found
        customer = profile.customer
        if customer.id != self._customer_id:
            return
        self._name = customer.name
        self.title.setText(customer.name)
        self.subtitle.setText(customer.account_number)
        self.general.show_rows(tuple(self._facts(profile)))
        self.activities.show_rows(timeline.items)
        self._stack.setCurrentWidget(self._content)

    def _facts(self, profile: Profile) -> Iterator[_Fact]:
        translate, formats, customer = QCoreApplication.translate, self._till.formats, profile.customer
        for phone in customer.phones:
            yield _Fact(translate("AllCustomers", "Phone"), formats.phone(phone.e164 or phone.typed))
        for email in customer.emails:
            yield _Fact(translate("AllCustomers", "E-mail"), email.address)
        for address in customer.addresses:
            place = f"{address.postal_code} {address.city}".strip()
            parts = (address.street, place, address.country)
            yield _Fact(translate("AllCustomers", "Address"), ", ".join(part for part in parts if part))
        for card in customer.loyalty_cards:
            yield _Fact(translate("AllCustomers", "Loyalty card"), card)
        holders = [one.name for one in profile.holder.all] if profile.holder else []
        if len(holders) > 1:
            holders[0] = translate("AllCustomers", "{name} (primary)").format(name=holders[0])
        nobody = translate("AllCustomers", "in no client book")
        yield _Fact(translate("AllCustomers", "Client book"), ", ".join(holders) or nobody)
        if profile.purchase_count:
            spend = formats.money(profile.spend, profile.currency)
            yield _Fact(translate("AllCustomers", "Purchases"), f"{formats.number(profile.purchase_count)} · {spend}")
        for group in profile.groups:
            for value in group.values:
                label = value.definition.attribute.label(formats.language)
                yield _Fact(label, formats.property_text(value, self._till.now()).spoken)

    def _show_tab(self, key: object) -> None:
        self._tab.setCurrentWidget(self.activities if key == _ACTIVITIES else self.general)

    def _fail(self, error: Exception) -> None:
        show_failure(self.state, QCoreApplication.translate("AllCustomers", "The customer could not be read"), error)
        self._stack.setCurrentWidget(self.state)

    # What people do

    def _ask_file(self) -> None:
        translate = QCoreApplication.translate
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / translate("AllCustomers", "personal file.html"))
        title = translate("AllCustomers", "Write the personal file")
        chosen, _ = QFileDialog.getSaveFileName(self.window(), title, proposed, "*.html")
        if chosen:
            self.write_file(Path(chosen))

    def write_file(self, file: Path) -> None:
        """Write the customer's whole file as a page, and beside it as JSON."""
        till, customer_id = self._till, self._customer_id
        if customer_id is not None:
            work = partial(till.services.personal_files.write, till.session, customer_id, file, _say)
            till.tasks.query(self, work, self._tell_written, failed=till.messages.error, lane=Lane.CLOUD)

    def _tell_written(self, written: WrittenFile) -> None:
        words = QCoreApplication.translate("AllCustomers", "The personal file stands in {page} and {document}")
        names = {"page": written.page.name, "document": written.document.name}
        self._till.messages.toast(words.format(**names), icon="file-down")

    def _ask_merge(self) -> None:
        if self._customer_id is not None:
            MergeDialog(self._till, self.window()).ask_other(self._customer_id, self._name)

    def _ask_erase(self) -> None:
        if self._customer_id is not None:
            dialog = EraseDialog(self._till, self.window(), self._customer_id, self._name)
            dialog.erased.connect(self.gone)
            dialog.show_outlook()


def _say(text: str) -> str:
    return QCoreApplication.translate("Problem", text)
