"""A filter of some numbers of days to choose from, and others to be asked for."""

from abc import abstractmethod
from collections.abc import Hashable

from PySide6.QtWidgets import QWidget

from clienteling.domain.filters import Facet
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.facet_control import FacetControl
from clienteling.ui.pos.book.filter_words import days_label, facet_label, short_days
from clienteling.ui.widgets.popup import Popup
from clienteling.ui.widgets.section import SectionHead
from clienteling.ui.widgets.window_buttons import Window, WindowButtons

_OTHER = "other"


class DaysControl(FacetControl):
    """The last of its `windows` asks for others, in a popup that a subclass opens."""

    def __init__(self, facet: Facet, formats: Formats, *, note: str, other: str) -> None:
        super().__init__(formats)
        self._facet = facet
        days = [value.value for value in facet.values]
        windows = [Window(key, days_label(int(key)), short=short_days(int(key))) for key in days]
        windows.append(Window(_OTHER, other))
        self.windows = WindowButtons(windows, name=facet_label(facet))
        self.windows.changed.connect(self._tell)
        self.rows.addWidget(SectionHead(facet_label(facet), note=note))
        self.rows.addSpacing(4)
        self.rows.addWidget(self.windows)

    @property
    @abstractmethod
    def popup(self) -> Popup:
        """Where others are asked for."""

    @abstractmethod
    def _ask(self, button: QWidget) -> None:
        """Open the popup below a button, with what is set."""

    def show_facet(self, facet: Facet) -> None:
        self._facet = facet
        self.windows.set_counts({value.value: self._formats.number(value.count) for value in facet.values})
        if not self.popup.isVisible():
            self._show_set()

    def _show_set(self) -> None:
        asked = self._facet.criterion
        known = next((value.value for value in self._facet.values if value.criterion == asked), _OTHER)
        self.windows.set_value(None if asked is None else known)

    def _tell(self, key: Hashable) -> None:
        asked = self._facet.criterion
        known = {value.value: value.criterion for value in self._facet.values}
        if key == _OTHER or (key is None and asked is not None and asked not in known.values()):
            self.windows.set_value(_OTHER)
            self._ask(self.windows.button(_OTHER))
        else:
            self.changed.emit(known.get(str(key)))
