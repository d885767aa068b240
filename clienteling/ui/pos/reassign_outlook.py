"""What a move between two books would mean, before it is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.book import BookSize
from clienteling.domain.filters import HOLDER, OneOf, Query
from clienteling.services.books import View
from clienteling.ui.formats import Formats
from clienteling.ui.theme import ICON_SMALL, SPACE_2, SPACE_4, STRONG, theme_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.drawing import draw_icon, mirrored, painter_on
from clienteling.ui.widgets.label import Label, Tone, tone_color
from clienteling.ui.widgets.skeleton import SkeletonRows

_LINE = 26
_MUCH = 2  # times the average of the store


@dataclass(frozen=True, slots=True)
class Held:
    """Customers of a selection that are in one colleague's book."""

    holder: BookSize
    customer_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Who could be moved from whom to whom: `held` begins with the colleague who has the most of them."""

    colleagues: tuple[BookSize, ...]
    held: tuple[Held, ...]

    def colleague(self, worker_id: int | None) -> BookSize | None:
        return next((one for one in self.colleagues if one.worker_id == worker_id), None)

    def of(self, worker_id: int | None) -> Held | None:
        """The customers of the selection that a colleague has."""
        return next((one for one in self.held if one.holder.worker_id == worker_id), None)

    @property
    def average(self) -> int:
        """How many customers a book of the store has, of those that are not empty."""
        sizes = [one.customers for one in self.colleagues if one.customers]
        return round(sum(sizes) / max(1, len(sizes)))


def read_situation(till: Till, customer_ids: Sequence[int]) -> Situation:
    """The colleagues of the store, and which of the customers each of them has now. Customers in no book drop out."""
    books, session = till.services.books, till.session
    colleagues = books.colleagues(session)
    wanted = set(customer_ids)
    held = []
    for colleague in colleagues:
        if colleague.customers:
            only = Query((OneOf(HOLDER, frozenset({str(colleague.worker_id)})),))
            theirs = tuple(key for key in books.find(session, View.STORE, only).ids.tolist() if key in wanted)
            if theirs:
                held.append(Held(colleague, theirs))
    return Situation(colleagues, tuple(sorted(held, key=lambda one: -len(one.customer_ids))))


class Outlook(Box):
    """The box that says what will happen, or the shape of it as long as that is not known."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent, fill="surface_sunken", line="")
        self._formats = formats
        title = Label(QCoreApplication.translate("Reassign", "What will happen"), weight=STRONG)
        self.lines = (_Line("book-user"), _Line("book-user"))
        self.warning = _Line("triangle-alert", Tone.WARNING)
        self._skeleton = SkeletonRows(2, row_height=_LINE, discs=False)
        self._hint = Label(tone=Tone.MUTED)
        self._hint.setFixedHeight(_LINE)
        both = QHBoxLayout()
        both.setSpacing(SPACE_4)
        for line in self.lines:
            both.addWidget(line, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE_4, 12, SPACE_4, 12)
        rows.setSpacing(0)
        rows.addWidget(title)
        rows.addSpacing(SPACE_2 // 2)
        rows.addWidget(self._skeleton)
        rows.addWidget(self._hint)
        rows.addLayout(both)
        rows.addWidget(self.warning)
        self.show_loading()

    def show_loading(self) -> None:
        self._show_only(self._skeleton)

    def show_hint(self, text: str) -> None:
        """Say what is still to be chosen."""
        self._hint.setText(text)
        self._show_only(self._hint)
        # The room of the second line stays, so that nothing moves when the choice is made.
        self.warning.say("")
        self.warning.show()

    def show_move(self, situation: Situation, count: int, giver: BookSize, taker: BookSize) -> None:
        """`count` customers go from one book to the other."""
        translate, number = QCoreApplication.translate, self._formats.number
        after = taker.customers + count
        grows = translate("Reassign", "{name}’s book grows from {before} to {after}")
        if not taker.customers:
            grows = translate("Reassign", "{name}’s book begins with {after}")
        if giver.customers > count:
            shrinks = translate("Reassign", "{name}’s book shrinks from {before} to {after}")
        else:
            shrinks = translate("Reassign", "{name}’s book will be empty")
        left = number(giver.customers - count)
        self.lines[0].say(grows.format(name=_first(taker.name), before=number(taker.customers), after=number(after)))
        self.lines[1].say(shrinks.format(name=_first(giver.name), before=number(giver.customers), after=left))
        self._show_only(*self.lines, self.warning)
        average = situation.average
        too_many = after > _MUCH * average
        words = translate("Reassign", "{count} is more than twice the store average of {average}.")
        self.warning.say(words.format(count=number(after), average=number(average)) if too_many else "")

    def _show_only(self, *shown: QWidget) -> None:
        for part in (self._skeleton, self._hint, *self.lines, self.warning):
            part.setVisible(part in shown)


class _Line(QWidget):
    """An icon and a sentence."""

    def __init__(self, icon: str, tone: Tone = Tone.TEXT) -> None:
        super().__init__()
        self._icon = icon
        self._tone = tone
        self._words = Label(tone=tone, weight=500 if tone is Tone.WARNING else 400, elide=True)
        self.setFixedHeight(_LINE)
        row = QHBoxLayout(self)
        row.setContentsMargins(ICON_SMALL + SPACE_2, 0, 0, 0)
        row.addWidget(self._words)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.text:
            painter = painter_on(self)
            place = mirrored(self.layoutDirection(), self.rect(), QRect(0, 0, ICON_SMALL, self.height()))
            draw_icon(painter, self._icon, place, ICON_SMALL, tone_color(self._tone, theme_of(self)))
            painter.end()


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]
