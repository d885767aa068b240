"""What is made from columns: segments, shared as views of the store, and measures, which can take places on cards."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.enrichment import MEASURED, ColumnMeasure, Function
from clienteling.domain.errors import Invalid
from clienteling.services.engagement.segments import Counted
from clienteling.ui.formats import Formats
from clienteling.ui.headquarters.engagement.words import function_words, said
from clienteling.ui.messages import problem_message
from clienteling.ui.theme import STRONG
from clienteling.ui.widgets import button
from clienteling.ui.widgets.button import Button, IconButton, Link
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.field import Field, Labelled
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.select import Choice, Select
from clienteling.ui.widgets.tick_list import TickRow

_WIDTH = 600


class SegmentDialog(Dialog):
    """The ready-made segments with how many customers are in them; `shared` gives the name of one."""

    shared = Signal(str)
    opened = Signal()

    def __init__(self, window: QWidget, formats: Formats, segments: Sequence[Counted]) -> None:
        translate = QCoreApplication.translate
        title = translate("AccountEngagement", "Create segment")
        super().__init__(window, title, translate("AccountEngagement", "Close"), width=_WIDTH)
        self.set_title(
            title,
            translate(
                "AccountEngagement",
                "A segment is a filter of the store’s client books, kept as a view that all of the store see.",
            ),
        )
        self.buttons: dict[str, Button] = {}
        for number, counted in enumerate(segments):
            if number:
                self.body.addWidget(Hairline())
            self.body.addWidget(self._row(counted, formats))
        self.open_books = Button(translate("AccountEngagement", "Filter by other columns"), icon="list-filter")
        self.open_books.clicked.connect(self._open)
        self.done = Button(translate("AccountEngagement", "Done"), kind=button.Kind.PRIMARY)
        self.done.clicked.connect(self.close_now)
        self.foot.addWidget(self.open_books)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)

    def show_shared(self, name: str) -> None:
        """A segment is a view now."""
        share = self.buttons[name]
        share.set_label(QCoreApplication.translate("AccountEngagement", "Shared"))
        share.set_icon("check")
        share.setEnabled(False)

    def _row(self, counted: Counted, formats: Formats) -> QWidget:
        translate, name = QCoreApplication.translate, counted.segment.name
        row = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(said(name), weight=STRONG))
        count = translate("AccountEngagement", "{count} customers").format(count=formats.number(counted.count))
        words.addWidget(Label(f"{_explained(name)} {count}", tone=Tone.MUTED, wrap=True))
        share = self.buttons[name] = Button(translate("AccountEngagement", "Share with the store"))
        share.setAccessibleDescription(said(name))
        share.clicked.connect(lambda: self.shared.emit(name))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addWidget(share)
        if counted.is_shared:
            self.show_shared(name)
        return row

    def _open(self) -> None:
        self.opened.emit()
        self.close_now()


class MeasureDialog(Dialog):
    """Builds measures from columns; `taken` gives all measures of the enrichment as they are wanted now."""

    taken = Signal(object)

    def __init__(self, window: QWidget, measures: Sequence[ColumnMeasure]) -> None:
        translate = QCoreApplication.translate
        title = translate("AccountEngagement", "Create measure")
        super().__init__(window, title, translate("AccountEngagement", "Close"), width=_WIDTH)
        self.set_title(
            title,
            translate(
                "AccountEngagement",
                "Made from a column’s values in the months of the year. It can take a place on cards like the measures "
                "of Customer Insights, and has its values after the next run.",
            ),
        )
        self._measures = tuple(measures)
        self.name = Field(translate("AccountEngagement", "Name"))
        columns = [Choice(column, column) for column in MEASURED]
        self.column = Select(columns, field=True)
        self.column.set_value(columns[0].key)
        self.function = Select([Choice(f, function_words(f)) for f in Function], field=True)
        self.function.set_value(Function.SUM)
        self.removed: dict[str, IconButton] = {}
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(Labelled(translate("AccountEngagement", "Column"), self.column), 2)
        halves.addWidget(Labelled(translate("AccountEngagement", "Function"), self.function), 1)
        self.body.addWidget(self.name)
        self.body.addLayout(halves)
        if measures:
            self.body.addWidget(Label(translate("AccountEngagement", "There are"), weight=STRONG))
        for measure in measures:
            self.body.addWidget(self._row(measure))
        self.cancel = Button(translate("AccountEngagement", "Cancel"))
        self.make = Button(translate("AccountEngagement", "Create"), kind=button.Kind.PRIMARY)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.make)
        self.cancel.clicked.connect(self.close_now)
        self.make.clicked.connect(self._take)
        self.name.submitted.connect(self._take)

    def refuse(self, problem: Invalid) -> None:
        """Say at the name what is wrong with it."""
        self.name.set_error(problem_message(problem))
        self.name.setFocus()

    def _take(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.set_error(QCoreApplication.translate("AccountEngagement", "Please give it a name."))
            self.name.setFocus()
            return
        new = ColumnMeasure(name, str(self.column.value()), Function(str(self.function.value())))
        self.taken.emit((*self._measures, new))

    def _row(self, measure: ColumnMeasure) -> QWidget:
        row = QWidget()
        words = f"{function_words(measure.function)} · {measure.column}"
        remove = QCoreApplication.translate("AccountEngagement", "Remove {name}").format(name=measure.name)
        button_of = self.removed[measure.name] = IconButton("x", remove)
        left = tuple(one for one in self._measures if one != measure)
        button_of.clicked.connect(lambda: self.taken.emit(left))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(measure.name, weight=STRONG, elide=True), 1)
        line.addWidget(Label(words, tone=Tone.MUTED, elide=True), 1)
        line.addWidget(button_of)
        return row


class ConsentDialog(Dialog):
    """Who gives consent says that they may; `given` then, and whoever hears it closes the dialog or refuses.

    `page_asked` wants the page on which Microsoft takes the consent; it is offered `with_page`.
    """

    given = Signal()
    page_asked = Signal()

    def __init__(self, window: QWidget, terms: str, *, with_page: bool = False) -> None:
        translate = QCoreApplication.translate
        title = translate("AccountEngagement", "Consent of the tenant’s administrator")
        super().__init__(window, title, translate("AccountEngagement", "Close"), width=_WIDTH)
        self.body.addWidget(Label(terms, wrap=True))
        self.page = Link(translate("AccountEngagement", "Open the page of Microsoft to agree on"))
        self.page.clicked.connect(self.page_asked)
        self.body.addWidget(self.page)
        self.page.setVisible(with_page)
        self.agree = TickRow(translate("AccountEngagement", "I am an administrator of the tenant, and I agree"))
        self.trouble = Label(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.agree)
        self.body.addWidget(self.trouble)
        self.cancel = Button(translate("AccountEngagement", "Cancel"))
        self.give = Button(translate("AccountEngagement", "Give consent"), kind=button.Kind.PRIMARY)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.give)
        self.cancel.clicked.connect(self.close_now)
        self.give.clicked.connect(self._give)

    def _give(self) -> None:
        if self.agree.isChecked():
            self.give.setEnabled(False)
            self.given.emit()
            return
        self._say(QCoreApplication.translate("AccountEngagement", "Tick the sentence above to agree."))
        self.agree.setFocus()

    def refuse(self, words: str) -> None:
        """Say why consent that is given here is none."""
        self.give.setEnabled(True)
        self._say(words)

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()


def _explained(name: str) -> str:
    """What a ready-made segment asks for."""
    translate = QCoreApplication.translate
    return {
        "Stale accounts": translate(
            "AccountEngagement", "More than 60 days since the last e-mail and since the last meeting."
        ),
        "Close accounts without a meeting": translate(
            "AccountEngagement", "Score of 70 or more, and more than 60 days since the last meeting."
        ),
        "Least engaged accounts": translate("AccountEngagement", "Score of 20 or less."),
    }.get(name, "")
