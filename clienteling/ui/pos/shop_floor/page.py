"""The manager's page: books by size, contacts made, what is overdue, who was not contacted for long, who leaves."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.cover import Cover
from clienteling.domain.errors import Problem
from clienteling.domain.operations import Operation
from clienteling.domain.store_figures import EDGES, LATELY, SILENT, WEEKS, Associate, Figures
from clienteling.services.leavers import Leaver
from clienteling.ui.lists.table import DataTable
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.page import Page
from clienteling.ui.pos.shop_floor.boxes import FigureBox, TitledBox
from clienteling.ui.pos.shop_floor.columns import columns
from clienteling.ui.pos.shop_floor.lend_dialog import end_cover, lend_book
from clienteling.ui.pos.shop_floor.split_dialog import split_book
from clienteling.ui.theme import PAGE_PADDING, SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.bar_rows import BarRows
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.chart import BarChart
from clienteling.ui.widgets.chart_scale import ChartData, Series
from clienteling.ui.widgets.menu import Menu
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.select import Choice, Select
from clienteling.ui.widgets.state_page import Mood, StatePage

_SIDE = 400
_PERIODS = (4, WEEKS, 26, 52)


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page shows, read in one go."""

    figures: Figures
    leavers: tuple[Leaver, ...]
    covers: tuple[Cover, ...]


class ManagerPage(Page):
    """Enter or a tap on an associate asks what to do with the book."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._till = till
        self._shown: Shown | None = None
        self.period = Select(
            [Choice(weeks, translate("ManagerPage", "Last %n weeks", "", weeks)) for weeks in _PERIODS],
            icon="calendar-days",
        )
        self.period.setAccessibleName(translate("ManagerPage", "Weeks in the chart"))
        self.period.set_value(WEEKS)
        self.export_button = Button(translate("ManagerPage", "Export"), icon="download")
        self.head = PageHead(till.session.store.name, self.period, self.export_button)
        self.leaver = Banner(weight=Weight.WARNING, icon="triangle-alert", inline=True)
        self.lent = Banner(weight=Weight.ACCENT, icon="hand-helping", inline=True)
        self.customers = FigureBox(translate("ManagerPage", "Customers in books"))
        self.contacts = FigureBox(translate("ManagerPage", "Contacts this week"))
        self.overdue = FigureBox(translate("ManagerPage", "Follow-ups overdue"))
        self.stale = FigureBox(translate("ManagerPage", "No contact for {days} days").format(days=SILENT))
        self.table = DataTable(translate("ManagerPage", "Associates"), columns(till.formats, self._largest))
        self.weeks = BarChart(translate("ManagerPage", "Contacts made per week"), self._written)
        self.ages = BarRows(translate("ManagerPage", "Days since last contact"), self._written)
        self.state = StatePage()
        self._content = QWidget()
        self._lay_out()
        self._connect()

    def activate(self, argument: object) -> None:
        self._read()
        self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.kinds & {Kind.BOOKS, Kind.TASKS, Kind.TIMELINE, Kind.WORKERS, Kind.COMPANY}:
            self._read()

    def file(self) -> str:
        """What is exported: the table of associates."""
        return self.table.csv()

    # Reading and showing

    def _read(self) -> None:
        if self._shown is None:
            self._stack.setCurrentWidget(self._content)
            self.table.show_loading()
        self._till.tasks.query(self, self._read_all, self._show, key="figures", failed=self._fail)

    def _read_all(self) -> Shown:
        """On the database's thread."""
        services, session = self._till.services, self._till.session
        weeks = self.period.value()
        return Shown(
            services.store_figures.figures(session, weeks if isinstance(weeks, int) else WEEKS),
            services.leavers.near(session),
            services.covers.running(session),
        )

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        figures, formats = shown.figures, self._till.formats
        self._stack.setCurrentWidget(self._content)
        self._show_banners(shown)
        self._show_boxes(figures)
        self.head.note.setText(
            QCoreApplication.translate("ManagerPage", "week {week}").format(week=figures.today.isocalendar().week)
        )
        self.table.show_rows(figures.associates)
        self.table.set_total(figures.total if figures.associates else None)
        labels = tuple(str(monday.isocalendar().week) for monday, _ in figures.weeks)
        values = tuple(float(count) for _, count in figures.weeks)
        name = QCoreApplication.translate("ManagerPage", "Contacts")
        self.weeks.set_data(ChartData(labels, (Series(name, values),), lit=len(labels) - 1))
        tones = ("", "", "warning", "danger")
        ages = zip(_age_words(), figures.total.silence.parts, tones, strict=True)
        self.ages.set_rows(tuple((words, float(count), tone) for words, count, tone in ages))
        self.export_button.setEnabled(bool(figures.associates))
        self.customers.show_figure(
            formats.number(figures.total.customers),
            QCoreApplication.translate("ManagerPage", "{count} on average").format(
                count=formats.number(figures.average)
            ),
        )

    def _show_boxes(self, figures: Figures) -> None:
        translate, number, total = QCoreApplication.translate, self._till.formats.number, figures.total
        self.contacts.show_figure(
            number(figures.weeks[-1][1]),
            translate("ManagerPage", "{count} in {days} days").format(count=number(total.contacts), days=LATELY),
        )
        worst = max(figures.associates, key=lambda a: a.overdue, default=None)
        words = ""
        if worst is not None and worst.overdue:
            words = translate("ManagerPage", "%n of {name}", "", worst.overdue).format(name=worst.name.split(" ")[0])
        self.overdue.show_figure(number(total.overdue), words, danger=bool(total.overdue))
        share = round(100 * total.stale / total.customers) if total.customers else 0
        never = total.silence.never
        words = translate("ManagerPage", "{share} % of all").format(share=number(share))
        if never:
            words += ", " + translate("ManagerPage", "%n never", "", never)
        self.stale.show_figure(number(total.stale), words)

    def _show_banners(self, shown: Shown) -> None:
        translate, formats = QCoreApplication.translate, self._till.formats
        self.leaver.setVisible(bool(shown.leavers))
        if shown.leavers:
            first, *others = shown.leavers
            day = formats.full_day(first.until)
            gone = first.has_left(shown.figures.today)
            title = translate("ManagerPage", "{name} left on {day}.") if gone else ""
            title = title or translate("ManagerPage", "{name} leaves on {day}.")
            books = translate("ManagerPage", "The book still holds %n customer(s).", "", first.customers)
            to_do = translate("ManagerPage", "%n follow-up(s) are open.", "", first.follow_ups)
            text = f"{books} {to_do}" if first.follow_ups else books
            if others:
                text += " " + translate("ManagerPage", "%n more leave(s).", "", len(others))
            self.leaver.say(
                title.format(name=first.name, day=day), text, translate("ManagerPage", "Hand over the book")
            )
        self.lent.setVisible(bool(shown.covers))
        if shown.covers:
            cover, *more = shown.covers
            text = translate("ManagerPage", "It goes back by itself after {day}.").format(
                day=formats.full_day(cover.until)
            )
            if more:
                text += " " + translate("ManagerPage", "%n more book(s) are lent.", "", len(more))
            title = translate("ManagerPage", "The book of {owner} is lent to {worker}.")
            action = translate("ManagerPage", "Give it back now")
            self.lent.say(title.format(owner=cover.owner, worker=cover.worker), text, action)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            return
        self.state.show_state(
            "circle-alert",
            problem_title(error),
            problem_message(error),
            mood=Mood.FAILED,
            primary=QCoreApplication.translate("ManagerPage", "Try again"),
        )
        self._stack.setCurrentWidget(self.state)

    # What the manager does

    def _ask(self, associate: Associate) -> None:
        """What can be done with a book."""
        translate, till = QCoreApplication.translate, self._till
        menu = Menu(self)
        menu.add(
            translate("ManagerPage", "Hand over the book…"),
            partial(self.hand_over, associate.worker_id),
            icon_name="split",
            why_not=till.who_may(Operation.REASSIGN) or self._without(associate.customers),
        )
        cover = next((c for c in self._covers() if c.owner_id == associate.worker_id), None)
        words, act = translate("ManagerPage", "Lend the book…"), partial(self.lend, associate.worker_id)
        if cover is not None:
            words, act = translate("ManagerPage", "Give the book back now"), partial(self._end, cover)
        menu.add(words, act, icon_name="hand-helping", why_not=till.who_may(Operation.LEND_BOOK))
        menu.add(translate("ManagerPage", "Follow-ups of the store"), self._go_to_follow_ups, icon_name="list-checks")
        menu.popup(
            QCursor.pos() if self.table.view.underMouse() else self.table.mapToGlobal(self.table.rect().center())
        )

    def _without(self, customers: int) -> str:
        return "" if customers else QCoreApplication.translate("ManagerPage", "The book is empty")

    def _covers(self) -> tuple[Cover, ...]:
        return self._shown.covers if self._shown is not None else ()

    def hand_over(self, worker_id: int) -> None:
        split_book(self._till, self.window(), worker_id)

    def _hand_over_first(self) -> None:
        if self._shown is not None and self._shown.leavers:
            self.hand_over(self._shown.leavers[0].worker_id)

    def lend(self, worker_id: int) -> None:
        lend_book(self._till, self.window(), worker_id)

    def _end(self, cover: Cover) -> None:
        end_cover(self._till, cover, self._read)

    def _end_first(self) -> None:
        if self._covers():
            self._end(self._covers()[0])

    def _go_to_follow_ups(self) -> None:
        self.go.emit("follow_ups", "store")

    def _export(self) -> None:
        translate = QCoreApplication.translate
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(),
            translate("ManagerPage", "Export figures"),
            translate("ManagerPage", "associates.csv"),
            translate("Export", "Table for spreadsheets (*.csv)"),
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, file: Path) -> None:
        """Write the table of associates."""
        till, content = self._till, self.file()

        def say(_: int) -> None:
            words = QCoreApplication.translate("ManagerPage", "Figures exported to {file}")
            till.messages.toast(words.format(file=file.name), icon="download")

        work: Callable[[], int] = partial(file.write_text, content, encoding="utf-8", newline="")
        till.tasks.query(self, work, say, failed=till.messages.error)

    def _written(self, value: float) -> str:
        return self._till.formats.number(round(value))

    def _largest(self) -> int:
        associates = self._shown.figures.associates if self._shown is not None else ()
        return max((a.customers for a in associates), default=0)

    def _connect(self) -> None:
        self.period.changed.connect(self._read)
        self.export_button.clicked.connect(self._export)
        self.table.opened.connect(self._ask)
        self.leaver.acted.connect(self._hand_over_first)
        self.lent.acted.connect(self._end_first)
        self.state.primary.connect(self._read)

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        self.table.set_empty(
            "users",
            translate("ManagerPage", "No books yet"),
            translate("ManagerPage", "As soon as an associate adds a customer, the figures of the store stand here."),
        )
        boxes = QHBoxLayout()
        boxes.setSpacing(SPACE_4)
        for box in (self.customers, self.contacts, self.overdue, self.stale):
            boxes.addWidget(box, 1)
        side = QVBoxLayout()
        side.setSpacing(SPACE_4)
        note = translate("ManagerPage", "week of the year")
        side.addWidget(TitledBox(translate("ManagerPage", "Contacts made per week"), self.weeks, note), 1)
        side.addWidget(TitledBox(translate("ManagerPage", "Days since last contact"), self.ages))
        aside = QWidget()
        aside.setFixedWidth(_SIDE)
        aside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        lower = QHBoxLayout()
        lower.setSpacing(SPACE_4)
        lower.addWidget(self.table, 1)
        lower.addWidget(aside)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for banner in (self.leaver, self.lent):
            banner.hide()
            column.addWidget(banner)
        column.addLayout(boxes)
        column.addLayout(lower, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        page.setSpacing(0)
        page.addWidget(self.head)
        self._stack = QStackedLayout()
        page.addLayout(self._stack, 1)
        # Filled when it has its place: a stack without a parent shows its first widget as a window of its own.
        for part in (self._content, self.state):
            self._stack.addWidget(part)


def _age_words() -> tuple[str, ...]:
    """The parts of the days since the last contact."""
    translate = QCoreApplication.translate
    under = translate("ManagerPage", "Under {days} days").format(days=EDGES[0])
    over = translate("ManagerPage", "Over {days} days, or never").format(days=EDGES[-1])
    between = translate("ManagerPage", "{first} to {last} days")
    return (under, *(between.format(first=a, last=b) for a, b in pairwise(EDGES)), over)
