"""The figures of a relationship over a year."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.relationship.kpi import Kpis
from clienteling.services.relationship.relationships import Relationship
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer.relationship.words import hours_words
from clienteling.ui.theme import STRONG, TEXT_TITLE
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import SectionHead

_EACH = 190


class FiguresBox(Box):
    """Numbers with what they count below; as many beside one another as there is room for."""

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._formats = formats
        self.figures: list[Figure] = []
        self._across = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        head = SectionHead(
            translate("Relationship", "Figures"), note=translate("Relationship", "last 12 months"), size=16
        )
        self.most = Label(tone=Tone.MUTED, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 12, 20, 16)
        rows.setSpacing(8)
        rows.addWidget(head)
        rows.addLayout(self._grid)
        rows.addWidget(self.most)

    def show_relationship(self, found: Relationship) -> None:
        self.setVisible(found.figures is not None)
        if found.figures is None:
            return
        shown = figure_texts(found.figures, self._formats)
        while len(self.figures) < len(shown):
            self.figures.append(Figure())
        for figure in self.figures[len(shown) :]:
            figure.hide()
            figure.deleteLater()
        del self.figures[len(shown) :]
        for figure, texts in zip(self.figures, shown, strict=True):
            figure.say(*texts)
        self._arrange(force=True)
        self._show_most(found)

    def resizeEvent(self, _event: object) -> None:
        self._arrange()

    def _arrange(self, *, force: bool = False) -> None:
        across = max(1, min(4, (self.width() - 24) // _EACH))
        if across == self._across and not force:
            return
        for column in range(self._across):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for place, figure in enumerate(self.figures):
            self._grid.addWidget(figure, place // across, place % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)

    def _show_most(self, found: Relationship) -> None:
        names, pairs = found.names or {}, found.figures.most_contacted_by if found.figures else ()
        people = [f"{names[key]} ({self._formats.number(number)})" for key, number in pairs if key in names]
        words = QCoreApplication.translate("Relationship", "Most contacted by {people}")
        self.most.setText(words.format(people=self._formats.joined(people)))
        self.most.setVisible(bool(people))


class Figure(QWidget):
    """A number, what it counts, and how it is made up."""

    def __init__(self) -> None:
        super().__init__()
        self._number = Label(size=TEXT_TITLE, weight=STRONG, elide=True)
        self._words = Label(elide=True)
        self._detail = Label(tone=Tone.MUTED, elide=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self._number, self._words, self._detail):
            rows.addWidget(part)

    @property
    def text(self) -> str:
        return f"{self._number.text()} {self._words.text()} {self._detail.text()}".strip()

    def say(self, number: str, words: str, detail: str) -> None:
        self._number.setText(number)
        self._words.setText(words)
        self._detail.setText(detail)
        self.setAccessibleName(self.text)


def figure_texts(figures: Kpis, formats: Formats) -> Sequence[tuple[str, str, str]]:
    """Number, what it counts, and how it is made up. Who answers is known from conversations of Exchange alone."""
    translate, number = QCoreApplication.translate, formats.number
    texts = [
        (
            number(figures.emails),
            translate("Relationship", "E-mails"),
            translate("Relationship", "{sent} sent, {received} received").format(
                sent=number(figures.emails_sent), received=number(figures.emails_received)
            ),
        ),
        (
            number(figures.meetings),
            translate("Relationship", "Meetings and visits"),
            translate("Relationship", "{hours} face to face").format(hours=hours_words(figures.face_minutes, formats)),
        ),
        (
            number(figures.calls),
            translate("Relationship", "Phone calls"),
            translate("Relationship", "{made} made, {received} received").format(
                made=number(figures.calls_made), received=number(figures.calls_received)
            ),
        ),
        (
            hours_words(figures.team_minutes, formats),
            translate("Relationship", "Our time"),
            translate("Relationship", "the customer’s: {hours}").format(
                hours=hours_words(figures.customer_minutes, formats)
            ),
        ),
    ]
    for responses, words in (
        (figures.responses_by_us, translate("Relationship", "Answered by us")),
        (figures.responses_by_them, translate("Relationship", "Answered by the customer")),
    ):
        if responses.rate is not None:
            texts.append((f"{number(round(100 * responses.rate))} %", words, _after(responses.hours, formats)))
    return texts


def _after(hours: float | None, formats: Formats) -> str:
    if hours is None:
        return ""
    words = QCoreApplication.translate("Relationship", "after {hours} h on average")
    return words.format(hours=formats.number(round(hours, 1)))
