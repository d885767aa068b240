"""The warning that the customer may be there already."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.dates import YearlyDate
from clienteling.domain.duplicates import Agreement, Compared, Field, Likely
from clienteling.ui.formats import Formats
from clienteling.ui.pos.customer_form.comparison import Comparison, Line
from clienteling.ui.theme import ICON, RADIUS, SPACE_2, STRONG, TEXT_HEAD, theme_of
from clienteling.ui.widgets.button import Button, Kind, Link
from clienteling.ui.widgets.drawing import draw_box, draw_icon, mirrored, painter_on
from clienteling.ui.widgets.label import Label

_PADDING = 16


class DuplicateBox(QWidget):
    """At most three who look alike: the likeliest compared value by value, the others by name.

    `opened` and `refused` give the key of the customer who is compared.
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, formats: Formats, worker_id: int) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self._formats = formats
        self._worker_id = worker_id
        self._found: tuple[Likely, ...] = ()
        self._chosen = 0
        self.title = Label(size=TEXT_HEAD, weight=STRONG, wrap=True)
        self.book = Label(wrap=True)
        self.comparison = Comparison()
        self.reason = Label(wrap=True)
        self.open_button = Button("", kind=Kind.PRIMARY)
        self.refuse_button = Button(translate("CustomerForm", "Somebody else"))
        self.others: list[Link] = []
        self._others = QVBoxLayout()
        self._others.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        self.open_button.clicked.connect(lambda: self.opened.emit(self._likely.customer_id))
        self.refuse_button.clicked.connect(lambda: self.refused.emit(self._likely.customer_id))
        self.hide()

    @property
    def found(self) -> tuple[Likely, ...]:
        return self._found

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        return [self.open_button, self.refuse_button, *self.others]

    def show_likely(self, found: Sequence[Likely], now: datetime) -> None:
        """Compare with the likeliest, or go away. One who was chosen before stays chosen."""
        before = self._likely.customer_id if self._found else None
        self._found = tuple(found)
        keys = [likely.customer_id for likely in found]
        self._chosen = keys.index(before) if before in keys else 0
        self.setVisible(bool(found))
        if found:
            self._show(now)

    @property
    def _likely(self) -> Likely:
        return self._found[self._chosen]

    def _show(self, now: datetime) -> None:
        translate, likely = QCoreApplication.translate, self._likely
        self.title.setText(translate("CustomerForm", "Looks like {name}").format(name=likely.name))
        self.book.setText(self._book_words(likely, now))
        head = translate("CustomerForm", "Customer {number}").format(number=likely.account_number)
        self.comparison.show_lines(head, [self._line(compared) for compared in likely.likeness.fields])
        self.reason.setText(reason_words(likely.likeness.fields))
        self.open_button.set_label(translate("CustomerForm", "Open {name}").format(name=likely.name))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.reason.text())
        for link in self.others:
            link.hide()
            link.deleteLater()
        self.others = []
        for place, other in enumerate(self._found):
            if place != self._chosen:
                words = translate("CustomerForm", "Also like {name}, {number}")
                link = Link(words.format(name=other.name, number=other.account_number), icon="user")
                link.clicked.connect(lambda _=False, place=place: self._choose(place, now))
                self._others.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
                link.show()
                self.others.append(link)

    def _choose(self, place: int, now: datetime) -> None:
        self._chosen = place
        self._show(now)
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _book_words(self, likely: Likely, now: datetime) -> str:
        translate, holder = QCoreApplication.translate, likely.holder
        if holder is None:
            return translate("CustomerForm", "In no client book")
        words = translate("CustomerForm", "In the client book of {holder}").format(holder=holder.name)
        if holder.is_one(self._worker_id):
            words = translate("CustomerForm", "In your client book")
        if holder.since is None:
            return words
        day = self._formats.day(self._formats.today(holder.since), self._formats.today(now))
        return translate("CustomerForm", "{book} since {day}").format(book=words, day=day)

    def _line(self, compared: Compared) -> Line:
        return Line(
            field_names()[compared.field],
            self._text(compared.one),
            self._text(compared.other),
            compared.agreement is Agreement.SAME,
            marks=compared.field is Field.PHONE and compared.agreement is Agreement.NEAR,
        )

    def _text(self, value: str | YearlyDate) -> str:
        if isinstance(value, YearlyDate):
            if value.year is None:
                return self._formats.yearly(value)
            return self._formats.full_day(date(value.year, value.month, value.day))
        return self._formats.phone(value)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        for button in (self.open_button, self.refuse_button):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button, 1)
        words = QVBoxLayout()
        words.setContentsMargins(ICON + 8, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.book)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(SPACE_2)
        column.addLayout(words)
        column.addWidget(self.comparison)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        column.addLayout(self._others)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        draw_box(painter, self.rect(), RADIUS, colors.warning_weak, colors.warning)
        place = mirrored(self.layoutDirection(), self.rect(), QRect(_PADDING, _PADDING + 2, ICON, ICON))
        draw_icon(painter, "user-search", place, ICON, colors.warning)
        painter.end()


def field_names() -> dict[Field, str]:
    translate = QCoreApplication.translate
    return {
        Field.NAME: translate("CustomerForm", "Name"),
        Field.BIRTH_DATE: translate("CustomerForm", "Birth date"),
        Field.PHONE: translate("CustomerForm", "Phone"),
        Field.EMAIL: translate("CustomerForm", "E-mail"),
    }


def reason_words(fields: Sequence[Compared]) -> str:
    """Same name, same birth date; the phone differs by a slip."""
    translate = QCoreApplication.translate
    same = {
        Field.NAME: translate("CustomerForm", "Same name"),
        Field.BIRTH_DATE: translate("CustomerForm", "Same birth date"),
        Field.PHONE: translate("CustomerForm", "Same phone"),
        Field.EMAIL: translate("CustomerForm", "Same e-mail"),
    }
    near = {
        Field.NAME: translate("CustomerForm", "The name is written differently"),
        Field.BIRTH_DATE: translate("CustomerForm", "The birth date differs a little"),
        Field.PHONE: translate("CustomerForm", "The phone differs by one digit"),
        Field.EMAIL: translate("CustomerForm", "The e-mail differs by one letter"),
    }
    said = [same[c.field] for c in fields if c.agreement is Agreement.SAME]
    said += [near[c.field] for c in fields if c.agreement is Agreement.NEAR]
    return " ".join(f"{words}." for words in said)
