"""The foot of the profile: in whose client book the customer is, and what can be done about it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.card import Holder
from clienteling.domain.cover import Cover
from clienteling.domain.operations import Operation
from clienteling.domain.text import initials
from clienteling.ui.theme import MEDIUM, PAGE_PADDING, theme_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.avatar import Avatar
from clienteling.ui.widgets.button import Button, IconButton
from clienteling.ui.widgets.drawing import draw_hairline, painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.menu import Menu

_AVATAR = 32


class HolderStrip(QWidget):
    """Emits what is asked for; the page does it. Commands the worker may not use say who may."""

    add_asked = Signal()
    remove_asked = Signal()
    reassign_asked = Signal()
    primary_asked = Signal(object)
    export_asked = Signal()
    follow_up_asked = Signal()

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._holder: Holder | None = None
        self._primary: int | None = None
        translate = QCoreApplication.translate
        self._avatar = Avatar("", "", _AVATAR)
        self._title = Label(weight=MEDIUM, elide=True)
        self._since = Label(tone=Tone.MUTED, elide=True)
        self._others = Label(tone=Tone.MUTED, wrap=True)
        self.more = IconButton("ellipsis", translate("CustomerPage", "More to do with the customer"))
        self.more.clicked.connect(self._open_menu)
        self.add = Button(translate("CustomerPage", "Add to my book"), icon="book-plus")
        self.add.clicked.connect(self.add_asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._since)
        words.addWidget(self._others)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 9, PAGE_PADDING, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.add)

    @property
    def is_mine(self) -> bool:
        return self._holder is not None and self._holder.is_one(self._till.session.worker.id)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def since(self) -> str:
        """What stands below: since when, or to whom the book is lent."""
        return self._since.text()

    @property
    def others(self) -> str:
        """In whose books the customer is besides, as a sentence."""
        return self._others.text()

    def show_holder(self, holder: Holder | None, now: datetime, *, several: bool = False) -> None:
        """Say who has the customer. With `several` they can be added to the own book, too."""
        translate, me = QCoreApplication.translate, self._till.session.worker.id
        # The own book comes first, whichever the primary one is.
        self._primary = holder.worker_id if holder is not None and holder.others else None
        self._holder = holder = (holder.led_by({me}) or holder) if holder is not None else None
        held = holder is not None
        for widget in (self._avatar, self._since):
            widget.setVisible(held)
        self.add.setVisible(not held or (several and not self.is_mine))
        self._till.explain(self.add, Operation.ADD_TO_CLIENT_BOOK)
        self._show_others()
        if holder is None:
            self._title.setText(translate("CustomerPage", "In no client book"))
            return
        self._avatar.set_person(initials(holder.name), holder.name)
        mine = translate("CustomerPage", "In your client book")
        other = translate("CustomerPage", "In the book of {worker}").format(worker=holder.name)
        self._title.setText(mine if self.is_mine else other)
        self._since.setVisible(holder.since is not None)
        if holder.since is not None:
            day = self._till.formats.full_day(self._till.formats.today(holder.since))
            self._since.setText(translate("CustomerPage", "since {day}").format(day=day))
        self._ask_covers()

    def _show_others(self) -> None:
        translate, holder = QCoreApplication.translate, self._holder
        self._others.setVisible(holder is not None and bool(holder.others))
        if holder is None or not holder.others:
            self._others.setText("")
            return
        primary = translate("CustomerPage", "{worker} (primary)")
        names = [
            primary.format(worker=one.name) if one.worker_id == self._primary else one.name for one in holder.others
        ]
        if holder.worker_id == self._primary:
            words = translate("CustomerPage", "The primary book; also in the book of {workers}")
        else:
            words = translate("CustomerPage", "Also in the book of {workers}")
        self._others.setText(words.format(workers=", ".join(names)))

    def _ask_covers(self) -> None:
        """Whether the book is lent now."""
        covers, session = self._till.services.covers, self._till.session
        self._till.tasks.query(
            self, partial(covers.running, session), self._show_cover, key="covers", failed=lambda _: None
        )

    def _show_cover(self, covers: Sequence[Cover]) -> None:
        holder, formats = self._holder, self._till.formats
        cover = next((c for c in covers if holder is not None and c.owner_id == holder.worker_id), None)
        if cover is None:
            return
        day = formats.day(cover.until, formats.today(self._till.now()))
        if cover.worker_id == self._till.session.worker.id:
            words = QCoreApplication.translate("CustomerPage", "lent to you until {day}").format(day=day)
        else:
            words = QCoreApplication.translate("CustomerPage", "lent to {worker} until {day}")
            words = words.format(worker=cover.worker, day=day)
        self._since.setText(words)
        self._since.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        color = theme_of(self).colors.border
        draw_hairline(painter, PAGE_PADDING, self.width() - PAGE_PADDING, 0, color)
        painter.end()

    def menu(self) -> Menu:
        """The commands; some are for a customer who is in a book."""
        translate, till = QCoreApplication.translate, self._till
        menu = Menu(self)
        if self.is_mine:
            menu.add(
                translate("CustomerPage", "Remove from my book"),
                self.remove_asked.emit,
                icon_name="book-minus",
                why_not=till.who_may(Operation.REMOVE_FROM_CLIENT_BOOK),
                signable=till.signable(Operation.REMOVE_FROM_CLIENT_BOOK),
            )
        if self._holder is not None:
            menu.add(
                translate("CustomerPage", "Reassign…"),
                self.reassign_asked.emit,
                icon_name="arrow-right-left",
                why_not=till.who_may(Operation.REASSIGN),
                signable=till.signable(Operation.REASSIGN),
            )
        for one in self._holder.all if self._holder is not None and self._primary is not None else ():
            if one.worker_id != self._primary:
                words = translate("CustomerPage", "Make {worker}’s book the primary one").format(worker=one.name)
                menu.add(
                    words,
                    partial(self.primary_asked.emit, one),
                    icon_name="book-marked",
                    why_not=till.who_may(Operation.REASSIGN),
                    signable=till.signable(Operation.REASSIGN),
                )
        menu.add(
            translate("CustomerPage", "Follow up…"),
            self.follow_up_asked.emit,
            icon_name="list-checks",
            why_not=till.who_may(Operation.TASKS),
        )
        exporting = Operation.EXPORT if self.is_mine else Operation.EXPORT_STORE
        menu.add(
            translate("CustomerPage", "Export…"),
            self.export_asked.emit,
            icon_name="download",
            why_not=till.who_may(exporting),
            signable=till.signable(exporting),
        )
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        right = self.more.layoutDirection() == Qt.LayoutDirection.LeftToRight
        size = menu.sizeHint()
        left = self.more.width() - size.width() if right else 0
        # The strip is at the foot of the window: the menu opens upwards.
        menu.popup(self.more.mapToGlobal(QPoint(left, -size.height() - 4)))
