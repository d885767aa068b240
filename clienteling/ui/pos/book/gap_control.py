"""The filter of contacts: how long ago the last one was."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.filters import Facet, Since
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.days_control import DaysControl
from clienteling.ui.theme import SPACE_2, SPACE_3
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.popup import Popup
from clienteling.ui.widgets.segments import Segment, Segments

_MOST_DAYS = 9999
_DAYS_WIDTH = 88


class GapControl(DaysControl):
    """More than so many days ago, which those are who never had a contact, too; and any number of days to type."""

    def __init__(self, facet: Facet, formats: Formats) -> None:
        translate = QCoreApplication.translate
        note, other = translate("BookFilter", "more than … ago"), translate("BookFilter", "Other…")
        super().__init__(facet, formats, note=note, other=other)
        self.days = DaysAgo(self)
        self.days.chosen.connect(self._choose)
        self.days.closed.connect(self._show_set)
        self.show_facet(facet)

    @property
    def popup(self) -> Popup:
        return self.days

    def _ask(self, button: QWidget) -> None:
        asked = self._facet.criterion
        self.days.ask(button, asked if isinstance(asked, Since) else None)

    def _choose(self, days: int, more: bool) -> None:
        self.changed.emit(Since(self._facet.key, days, more))


class DaysAgo(Popup):
    """Asks for a number of days, and whether it is longer ago or not. `chosen` gives both."""

    chosen = Signal(int, bool)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        sides = (
            Segment(True, translate("BookFilter", "More than")),
            Segment(False, translate("BookFilter", "At most")),
        )
        self.side = Segments(sides, True, name=translate("BookFilter", "How long ago"))
        self.days = FieldEdit()
        self.days.setAccessibleName(translate("BookFilter", "Days"))
        self.days.setValidator(QIntValidator(0, _MOST_DAYS, self))
        self.days.setFixedWidth(_DAYS_WIDTH)
        self.show_button = Button(translate("BookFilter", "Show"), kind=Kind.PRIMARY)
        self.show_button.clicked.connect(self._confirm)
        self.days.returnPressed.connect(self._confirm)
        self.days.textChanged.connect(self._allow)
        line = QHBoxLayout()
        line.setSpacing(SPACE_2)
        line.addWidget(self.days)
        line.addWidget(Label(translate("BookFilter", "days ago")), 1)
        line.addWidget(self.show_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_3)
        rows.setSpacing(SPACE_3)
        rows.addWidget(self.side)
        rows.addLayout(line)

    def ask(self, control: QWidget, asked: Since | None) -> None:
        """Open below a control with what is set."""
        self.side.set_value(asked.more if asked else True)
        self.days.setText(str(asked.days) if asked else "")
        self._allow()
        self.open_below(control)
        self.days.setFocus()
        self.days.selectAll()

    def hideEvent(self, _event: object) -> None:
        self.closed.emit()

    def _allow(self) -> None:
        self.show_button.setEnabled(self.days.hasAcceptableInput())

    def _confirm(self) -> None:
        if self.days.hasAcceptableInput():
            self.chosen.emit(int(self.days.text()), bool(self.side.value()))
            self.close()
