"""The tab of all attributes, by group."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.customer import Customer, CustomerKind
from clienteling.domain.profile import Profile
from clienteling.ui.formats import DASH, Formats, PropertyText
from clienteling.ui.pos.customer.column_scroll import ColumnScroll
from clienteling.ui.pos.customer.fact_row import FactRow
from clienteling.ui.pos.customer.facts import property_rows
from clienteling.ui.theme import PAGE_PADDING, SPACE_3, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.section import SectionHead

_COLUMN_WIDTH = 360
_BETWEEN = 48
_MOST_LINES = 100


class AttributesTab(QWidget):
    """Every attribute that the company defines, with a dash where this customer has no value."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._profile: Profile | None = None
        self._is_shown = False
        self.area = ColumnScroll(PAGE_PADDING, SPACE_4, PAGE_PADDING)
        self._groups: list[QWidget] = []
        self.area.column.setSpacing(SPACE_3)
        self.area.column.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.area)

    def show_profile(self, profile: Profile) -> None:
        if profile != self._profile:
            self._profile = profile
            self._is_shown = False
            if self.isVisible():
                self._fill(profile)

    def showEvent(self, _event: object) -> None:
        if self._profile is not None and not self._is_shown:
            self._fill(self._profile)

    def _fill(self, profile: Profile) -> None:
        self._is_shown = True
        for group in self._groups:
            group.hide()
            group.deleteLater()
        formats, now = self._till.formats, self._till.now()
        translate = QCoreApplication.translate
        parts = [(translate("CustomerPage", "File"), file_rows(profile.customer, formats))]
        measures = tuple(value for value in profile.card if value.definition.is_measure)
        parts.append(
            (
                translate("CustomerPage", "Customer Insights"),
                property_rows(measures, formats, now, most=_MOST_LINES),
            )
        )
        parts += [(group.name, property_rows(group.values, formats, now, most=_MOST_LINES)) for group in profile.groups]
        self._groups = [_Group(title, rows) for title, rows in parts if rows]
        for place, group in enumerate(self._groups):
            self.area.column.insertWidget(place, group)


def file_rows(customer: Customer, formats: Formats) -> list[QWidget]:
    """What the customer's file itself says."""
    translate = QCoreApplication.translate
    person, organization = translate("CustomerPage", "Person"), translate("CustomerPage", "Organization")
    language = QLocale(customer.language).nativeLanguageName() if customer.language else ""
    facts = (
        (translate("CustomerPage", "Account number"), customer.account_number),
        (translate("CustomerPage", "Kind"), person if customer.kind is CustomerKind.PERSON else organization),
        (translate("CustomerPage", "Name"), " ".join(customer.name.split())),
        (translate("CustomerPage", "Title"), customer.title),
        (translate("CustomerPage", "Language"), language or customer.language),
        (
            translate("CustomerPage", "Customer since"),
            "" if customer.since is None else formats.full_day(customer.since),
        ),
    )
    return [FactRow(label, PropertyText(text or DASH), most=_MOST_LINES) for label, text in facts]


class _Group(Box):
    """A box of rows in as many columns as there is room for, read down the columns."""

    def __init__(self, title: str, rows: Sequence[QWidget]) -> None:
        super().__init__()
        self._rows = rows
        self._columns: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._side_by_side = QHBoxLayout()
        self._side_by_side.setSpacing(_BETWEEN)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(4)
        column.addWidget(SectionHead(title))
        column.addLayout(self._side_by_side)
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(max(1, (self.width() - 32 + _BETWEEN) // (_COLUMN_WIDTH + _BETWEEN)))

    def _arrange(self, columns: int) -> None:
        if columns == len(self._columns):
            return
        older = self._columns
        self._columns = [QWidget() for _ in range(columns)]
        deep = -(-len(self._rows) // columns)
        for number, column in enumerate(self._columns):
            layout = QVBoxLayout(column)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            for row in self._rows[number * deep : (number + 1) * deep]:
                layout.addWidget(row)
            layout.addStretch()
            self._side_by_side.addWidget(column, 1)
        for column in older:
            self._side_by_side.removeWidget(column)
            column.deleteLater()
