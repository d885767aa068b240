"""Customers who are likely the same: looked for in blocks, merged or said to be two."""

import threading
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.duplicates import Agreement, Field, Pair
from clienteling.domain.errors import Problem
from clienteling.services.duplicates import Duplicates, Stage
from clienteling.ui.failure import copy_details, show_failure
from clienteling.ui.headquarters.all_customers.merge_dialog import MergeDialog
from clienteling.ui.lists.table import DataTable
from clienteling.ui.lists.table_column import Column
from clienteling.ui.page import Page
from clienteling.ui.tasks import Lane
from clienteling.ui.theme import PAGE_PADDING, SPACE_3
from clienteling.ui.till import Till
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.button import Kind as Weight
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.progress import ProgressBar


class DuplicatesPage(Page):
    """Enter looks at both; what was merged or set apart goes from the list."""

    told = Signal(int, int)

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._till = till
        self._stop: threading.Event | None = None
        self._goes_on: Stage | None = None
        self._pairs: list[Pair] = []
        self._error: Exception | None = None
        translate = QCoreApplication.translate
        self.look = Button(translate("Duplicates", "Look for duplicates"), icon="search", kind=Weight.PRIMARY)
        self.on = Button(translate("Duplicates", "Look on"), icon="chevrons-right")
        self.cancel = Button(translate("Duplicates", "Stop"), icon="x")
        self.both = Button(translate("Duplicates", "Look at both"), icon="merge")
        self.apart = Button(translate("Duplicates", "Two people"), icon="users")
        self.progress = ProgressBar(translate("Duplicates", "Looking for duplicates"))
        self.head = PageHead(
            translate("Duplicates", "Duplicates"), self.apart, self.both, self.on, self.cancel, self.look
        )
        self.table = DataTable(translate("Duplicates", "Likely duplicates"), self._columns())
        self.table.set_empty(
            "users",
            translate("Duplicates", "Nobody has looked yet"),
            translate("Duplicates", "Customers who share a phone, an e-mail, a name or a birthday will stand here."),
        )
        self._lay_out()
        self._wire()
        self._show_commands()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        column.addWidget(self.head)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, SPACE_3)
        row.addWidget(self.progress, 1)
        column.addWidget(bar)
        column.addWidget(self.table, 1)
        self.table.show_rows(())

    def _wire(self) -> None:
        self.look.clicked.connect(lambda: self._look(None))
        self.on.clicked.connect(lambda: self._look(self._goes_on))
        self.cancel.clicked.connect(self._cancel)
        self.both.clicked.connect(lambda: self._open(self.table.current()))
        self.apart.clicked.connect(self._keep_apart)
        self.table.opened.connect(self._open)
        self.table.selected.connect(lambda _: self._show_commands())
        self.table.state.primary.connect(lambda: self._look(None))
        self.table.state.plain.connect(self._copy_details)
        self.told.connect(lambda done, of: self.progress.set_part(done / of if of else None))
        self._till.tasks.closing.connect(self._cancel)

    def _columns(self) -> list[Column[Any]]:
        translate = QCoreApplication.translate

        def person(side: str) -> Column[Any]:
            title = translate("Duplicates", "One file") if side == "one" else translate("Duplicates", "The other file")
            return Column(
                title, lambda p: getattr(p, side).name, weight=3, strong=True, width=150,
                note=lambda p: getattr(p, side).account_number,
            )  # fmt: skip

        return [
            person("one"),
            person("other"),
            Column(translate("Duplicates", "The same"), _alike, weight=3, width=150, note=_nearly),
            Column(translate("Duplicates", "Likeness"), lambda p: self._till.formats.number(p.likeness.score),
                   at_end=True, weight=0, width=90, sort_key=lambda p: -p.likeness.score),
        ]  # fmt: skip

    # As pages do

    def activate(self, argument: object) -> None:
        (self.table if self._pairs else self.look).setFocus()

    def refresh(self, changes: Changes) -> None:
        """Who was merged or erased goes from the list."""
        if not changes.concerns(Kind.CUSTOMERS) or self._stop is not None:
            return
        gone = changes.customer_ids
        left = [p for p in self._pairs if gone.isdisjoint({p.one.customer_id, p.other.customer_id})]
        if len(left) != len(self._pairs):
            self._show(left)

    def _look(self, start: Stage | None) -> None:
        till, stop = self._till, threading.Event()
        self._stop = stop
        if start is None:
            self._pairs = []
            self.table.show_loading()
        self.progress.set_part(None)
        self._show_commands()

        def work() -> Duplicates:
            return till.services.duplicates.find(
                till.session,
                till.session.legal_entity.id,
                start=start,
                progress=self.told.emit,
                cancelled=stop.is_set,
            )

        # Not on the database lane: many customers take a while, and pages go on reading meanwhile.
        till.tasks.query(self, work, self._found, key="duplicates", failed=self._fail, lane=Lane.CLOUD)

    def _found(self, found: Duplicates) -> None:
        self._stop = None
        self._goes_on = found.goes_on
        known = {(p.one.customer_id, p.other.customer_id) for p in self._pairs}
        new = [p for p in found.pairs if (p.one.customer_id, p.other.customer_id) not in known]
        translate = QCoreApplication.translate
        self.table.set_empty(
            "circle-check",
            translate("Duplicates", "Nobody looks like somebody else"),
            translate("Duplicates", "Look again after the next import."),
        )
        self._show([*self._pairs, *new])

    def _show(self, pairs: list[Pair]) -> None:
        self._pairs = pairs
        self.head.note.setText(self._till.formats.number(len(pairs)) if pairs else "")
        self.table.show_rows(tuple(pairs))
        if pairs:
            self.table.select(pairs[0])
            self.table.setFocus()
        self._show_commands()

    def _show_commands(self) -> None:
        is_looking, current = self._stop is not None, self.table.current()
        self.progress.setVisible(is_looking)
        self.cancel.setVisible(is_looking)
        self.look.setVisible(not is_looking)
        self.on.setVisible(not is_looking and self._goes_on is not None)
        for button in (self.both, self.apart):
            button.setVisible(not is_looking and current is not None)

    def _cancel(self) -> None:
        if self._stop is not None:
            self._stop.set()

    def _open(self, pair: Pair | None) -> None:
        if pair is not None:
            MergeDialog(self._till, self.window()).ask(pair.one.customer_id, pair.other.customer_id)

    def _keep_apart(self) -> None:
        pair = self.table.current()
        if pair is None:
            return
        till = self._till
        work = partial(till.services.duplicates.keep_apart, till.session, pair.one.customer_id, pair.other.customer_id)
        till.tasks.command(self, work, lambda _: self._set_apart(pair), till.messages.error)

    def _set_apart(self, pair: Pair) -> None:
        self._till.messages.toast(QCoreApplication.translate("Duplicates", "They will not be shown again"))
        self._show([p for p in self._pairs if p != pair])

    def _fail(self, error: Exception) -> None:
        self._stop = None
        self._error = error
        title = QCoreApplication.translate("Duplicates", "It could not be looked for duplicates")
        show_failure(self.table.state, title, error)
        self.table.show_state()
        self._show_commands()
        if not isinstance(error, Problem):
            self._till.messages.error(error)

    def _copy_details(self) -> None:
        if self._error is not None:
            copy_details(self.table.state, self._error)


def _field_words(field: Field) -> str:
    translate = QCoreApplication.translate
    return {
        Field.NAME: translate("Duplicates", "name"),
        Field.BIRTH_DATE: translate("Duplicates", "birthday"),
        Field.PHONE: translate("Duplicates", "phone"),
        Field.EMAIL: translate("Duplicates", "e-mail"),
    }[field]


def _alike(pair: Pair) -> str:
    same = [_field_words(c.field) for c in pair.likeness.fields if c.agreement is Agreement.SAME]
    return ", ".join(same) or "–"


def _nearly(pair: Pair) -> str:
    near = [_field_words(c.field) for c in pair.likeness.fields if c.agreement is Agreement.NEAR]
    return QCoreApplication.translate("Duplicates", "nearly: {what}").format(what=", ".join(near)) if near else ""
