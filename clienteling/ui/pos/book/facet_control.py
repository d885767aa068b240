"""What the controls of all filters are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.filters import Facet
from clienteling.ui.formats import Formats


class FacetControl(QWidget):
    """The control of one facet. `changed` gives the criterion that a person set, or None."""

    changed = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)

    def show_facet(self, facet: Facet) -> None:
        """Show new counts and what is set, without `changed`. Nothing is built anew, and the focus stays."""
        raise NotImplementedError
