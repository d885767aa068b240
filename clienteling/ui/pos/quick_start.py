"""The quick start: the five main tasks with a step to each, and every key."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.domain.operations import Operation
from clienteling.ui.page import BACK, LOCK, Page
from clienteling.ui.theme import CONTROL, ICON, PAGE_PADDING, RADIUS, STRONG, TEXT_HEAD, theme_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Link
from clienteling.ui.widgets.drawing import draw_box, draw_icon, painter_on
from clienteling.ui.widgets.key_cap import KeyCap
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.section import Hairline, SectionHead

_COLUMNS = 3
_SIGN = 40
_GAP = 16


class QuickStartPage(Page):
    """Everything a newcomer needs on one page, for the keyboard, the finger and the scanner."""

    def __init__(self, till: Till) -> None:
        super().__init__()
        self._tasks: list[_TaskBox] = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(self._task_grid(till))
        column.addWidget(_Keys())
        column.addStretch(1)
        self._lay_out(content)

    def activate(self, argument: object) -> None:
        self._tasks[0].link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _task_grid(self, till: Till) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        for place, task in enumerate(_tasks()):
            box = _TaskBox(task, "" if task.operation is None else till.who_may(task.operation))
            box.link.clicked.connect(lambda _=False, key=task.key: self.go.emit(key, None))
            grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
            grid.setColumnStretch(place % _COLUMNS, 1)
            self._tasks.append(box)
        return grid

    def _lay_out(self, content: QWidget) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        back = Button(QCoreApplication.translate("QuickStartPage", "Back"), icon="arrow-left")
        back.clicked.connect(lambda: self.go.emit(BACK, None))
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.setSpacing(0)
        column.addWidget(PageHead(QCoreApplication.translate("QuickStartPage", "Quick start"), back))
        column.addWidget(area, 1)


@dataclass(frozen=True, slots=True)
class _Task:
    """A main task: where it is done, how, by which keys, and the operation that it needs."""

    key: str
    icon: str
    title: str
    text: str
    link: str
    caps: tuple[str, ...]
    operation: Operation | None = None


def _tasks() -> tuple[_Task, ...]:
    return (*_with_a_customer(), *_with_many())


def _with_a_customer() -> tuple[_Task, ...]:
    translate, o = QCoreApplication.translate, Operation
    return (
        _Task(
            "my_book",
            "book-user",
            translate("QuickStartPage", "Look through your book"),
            translate(
                "QuickStartPage",
                "Each card is a customer. Filter at the left: each value says how many it leaves. Keep it as a view.",
            ),
            translate("QuickStartPage", "Open my book"),
            ("/", "↑ ↓ ← →"),
            o.VIEW_MY_CLIENT_BOOK,
        ),
        _Task(
            "search",
            "user",
            translate("QuickStartPage", "Open a customer"),
            translate(
                "QuickStartPage",
                "Tap a card, or search from anywhere: words in any order, the end of a phone number, a scanned card.",
            ),
            translate("QuickStartPage", "Search customers"),
            ("Ctrl K", "Enter"),
            o.CUSTOMER_SEARCH,
        ),
        _Task(
            "my_book",
            "message-square-plus",
            translate("QuickStartPage", "Write down what happened"),
            translate(
                "QuickStartPage",
                "On the customer's page choose a visit, a call or a note, write, and save. Drafts wait for you.",
            ),
            translate("QuickStartPage", "Choose a customer"),
            ("Ctrl Enter",),
            o.ADD_ACTIVITY,
        ),
    )


def _with_many() -> tuple[_Task, ...]:
    translate, o = QCoreApplication.translate, Operation
    return (
        _Task(
            "my_book",
            "user-minus",
            translate("QuickStartPage", "Add and remove customers"),
            translate(
                "QuickStartPage",
                "Find anybody and add them to your book. Select cards to remove them; the message has undo.",
            ),
            translate("QuickStartPage", "Select in my book"),
            ("Space", "Ctrl A"),
            o.REMOVE_FROM_CLIENT_BOOK,
        ),
        _Task(
            "store_books",
            "arrow-right-left",
            translate("QuickStartPage", "Reassign customers"),
            translate(
                "QuickStartPage",
                "In the store's books filter or select, then say to whom. All are moved or none, with undo.",
            ),
            translate("QuickStartPage", "Open store books"),
            ("Ctrl A",),
            o.REASSIGN,
        ),
        _Task(
            LOCK,
            "lock",
            translate("QuickStartPage", "Leave the till"),
            translate(
                "QuickStartPage",
                "Lock it: nothing shows, nothing is lost. A colleague can sign in; your work waits for you.",
            ),
            translate("QuickStartPage", "Lock the till"),
            ("Ctrl L",),
        ),
    )


class _TaskBox(Box):
    """A task with its sign, what to do, its keys, and the way there."""

    def __init__(self, task: _Task, why_not: str) -> None:
        super().__init__()
        self.link = Link(task.link, self)
        self.link.setVisible(not why_not)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(_Sign(task.icon))
        head.addWidget(Label(task.title, size=TEXT_HEAD, weight=STRONG, wrap=True), 1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addStrut(CONTROL)
        foot.addWidget(self.link)
        if why_not:
            foot.addWidget(Label(why_not, tone=Tone.MUTED))
        foot.addStretch(1)
        for cap in task.caps:
            foot.addWidget(KeyCap(cap))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 8)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(Label(task.text, tone=Tone.MUTED, wrap=True))
        column.addStretch(1)
        column.addLayout(foot)


class _Sign(QWidget):
    """The icon of a task on its own ground."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(_SIGN, _SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        draw_box(painter, self.rect(), RADIUS, colors.accent_weak)
        draw_icon(painter, self._icon, QRect(0, 0, _SIGN, _SIGN), ICON, colors.accent)
        painter.end()


class _Keys(Box):
    """Every key of the window, and what a scanner and a finger do."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(6)
        translate = QCoreApplication.translate
        column.addWidget(SectionHead(translate("QuickStartPage", "Keys")))
        column.addWidget(Hairline(room=2))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        keys = _keys()
        rows = -(-len(keys) // _COLUMNS)
        for place, (caps, meaning) in enumerate(keys):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(Label(meaning, wrap=True), 1)
            line.addWidget(KeyCap(caps))
            grid.addLayout(line, place % rows, place // rows)
            grid.setColumnStretch(place // rows, 1)
        hint = translate("QuickStartPage", "A scanned card opens its customer on any page; a long press selects.")
        grid.addWidget(Label(hint, tone=Tone.MUTED, wrap=True), len(keys) % rows, _COLUMNS - 1, 2, 1)
        column.addLayout(grid)


def _keys() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        ("Ctrl K", translate("QuickStartPage", "Search customers")),
        ("/", translate("QuickStartPage", "Filter what is shown")),
        ("↑ ↓ ← →", translate("QuickStartPage", "Go from card to card")),
        ("Enter", translate("QuickStartPage", "Open the customer")),
        ("Space", translate("QuickStartPage", "Select the customer")),
        ("Ctrl A", translate("QuickStartPage", "Select all that the filter finds")),
        ("Alt 1…9", translate("QuickStartPage", "Apply a saved view")),
        ("Alt ← →", translate("QuickStartPage", "The customer before, and the next")),
        ("F2", translate("QuickStartPage", "Edit")),
        ("Ctrl N", translate("QuickStartPage", "New customer")),
        ("Ctrl Enter", translate("QuickStartPage", "Save")),
        ("Ctrl Z", translate("QuickStartPage", "Undo what was just done")),
        ("Esc", translate("QuickStartPage", "Go back")),
        ("Ctrl L", translate("QuickStartPage", "Lock the till")),
        ("F1", translate("QuickStartPage", "This page")),
    )
