"""The column of filters beside a book."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.domain.attribute import DisplayControl
from clienteling.domain.filters import FIELDS, Facet
from clienteling.domain.history import is_more
from clienteling.ui.formats import Formats
from clienteling.ui.pos.book.facet_control import FacetControl
from clienteling.ui.pos.book.facet_controls import control_for
from clienteling.ui.pos.book.more_filters import MoreFilters
from clienteling.ui.pos.book.view_list import ViewList
from clienteling.ui.theme import FILTER_PANEL_WIDTH, FOCUS_GAP, FOCUS_WIDTH, SPACE_3, STRONG, TEXT_HEAD
from clienteling.ui.widgets.box import Surface
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.skeleton import SkeletonRows
from clienteling.ui.widgets.tab_order import read_in_order

_PADDING = 20
_HEAD = 60
_LOADING_AFTER = 100
_SKELETON_ROWS = 9
_RING = FOCUS_GAP + FOCUS_WIDTH  # round a control that has the focus


class FilterPanel(Surface):
    """One control for each facet. `changed` gives the key of a facet and the criterion set on it, or None.

    The score and what happened stand in a part that is folded at first; `more_wanted` asks for their counts.
    """

    changed = Signal(str, object)
    more_wanted = Signal()
    closed = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge=Qt.Edge.RightEdge)
        self._formats = formats
        self._shapes: dict[QVBoxLayout, list[tuple[str, object]]] = {}
        self._controls: dict[str, FacetControl] = {}
        self._gaps: dict[str, QWidget] = {}
        self._focus_before: QWidget | None = None
        self.setFixedWidth(FILTER_PANEL_WIDTH)
        self.setAccessibleName(QCoreApplication.translate("BookFilter", "Filters"))
        self._skeleton = SkeletonRows(_SKELETON_ROWS, row_height=44, discs=False)
        self._skeleton.hide()
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(self._skeleton.show)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.views = ViewList()
        self.more = MoreFilters()
        self.more.toggled.connect(self._show_more)
        self.views.built.connect(self._order_tabs)
        self._lay_out()

    def _lay_out(self) -> None:
        translate = QCoreApplication.translate
        self.close_button = IconButton("panel-left-close", translate("BookFilter", "Hide the filters"))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(_PADDING, 0, _PADDING - SPACE_3, 0)
        title = Label(translate("BookFilter", "Filters"), size=TEXT_HEAD, weight=STRONG)
        title.setFixedHeight(_HEAD)
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        line = QHBoxLayout()
        line.setContentsMargins(_PADDING, 0, _PADDING, 0)
        line.addWidget(Hairline())
        content = QWidget()
        # Fixed, so that nothing moves sideways when the scroll bar comes or goes.
        content.setFixedWidth(FILTER_PANEL_WIDTH - _PADDING + _RING)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(_PADDING, SPACE_3, _RING, _PADDING)
        rows.setSpacing(0)
        rows.addWidget(self._skeleton)
        rows.addWidget(self.views)
        rows.addLayout(self._list)
        rows.addWidget(self.more)
        rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self._scroll, 1)

    def show_loading(self) -> None:
        """Show the shape of filters, unless they come within a moment."""
        if not self._controls:
            self._loading.start()

    def show_facets(self, facets: Sequence[Facet], today: date) -> None:
        """Show new counts and what is set. Controls are built only when other filters are there than before."""
        self._loading.stop()
        self._skeleton.hide()
        self.more.show()
        # Without those that are folded the others stay as they are.
        plain = [facet for facet in facets if not is_more(facet.key)]
        more = [facet for facet in facets if is_more(facet.key)] if self.more.is_open else []
        self._build(plain, self._list, today)
        self._build(more, self.more.rows, today)
        if more:
            self.more.show_loading(False)
        self._show_each(plain)
        self._show_each(more)
        before, self._focus_before = self._focus_before, None
        if before is not None and before is self.window().focusWidget():
            self.focus_first()

    def show_top(self) -> None:
        """Scroll to the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_more(self) -> None:
        """Scroll to the part that was folded."""
        self._scroll.verticalScrollBar().setValue(self.more.y())

    def control(self, key: str) -> FacetControl:
        """The control of a facet. Raises KeyError for one that is not there."""
        return self._controls[key]

    def focus_first(self) -> None:
        """Put the focus into the first filter: when they are there, if nobody has gone elsewhere by then."""
        self._focus_before = self.window().focusWidget() if not self._controls else None
        for control in (c for c in self._controls.values() if not c.isHidden()):
            inner = [child for child in control.findChildren(QWidget) if _takes_focus(child, control)]
            if inner:
                inner[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._scroll.ensureWidgetVisible(inner[0])
                return

    def _build(self, facets: Sequence[Facet], rows: QVBoxLayout, today: date) -> None:
        """Make the controls of a part anew, unless they are those that stand there."""
        shape: list[tuple[str, object]] = [(f.key, (f.control, f.multi_value, f.label, today)) for f in facets]
        before = self._shapes.get(rows, [])
        if shape == before:
            return
        self._shapes[rows] = shape
        for key, _ in before:
            del self._controls[key], self._gaps[key]
        while (item := rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        last = ""
        for facet in facets:
            # The text boxes at the end are one group.
            together = facet.key in FIELDS and last in FIELDS
            gap = self._gaps[facet.key] = _Gap() if together else Hairline(room=SPACE_3)
            control = self._controls[facet.key] = control_for(facet, self._formats, today)
            control.changed.connect(partial(self.changed.emit, facet.key))
            rows.addWidget(gap)
            rows.addWidget(control)
            last = facet.key
        self._order_tabs()

    def _order_tabs(self) -> None:
        plain = [self._controls[key] for key, _ in self._shapes.get(self._list, ())]
        read_in_order((self.close_button, self.views, *plain, self.more))

    def _show_each(self, facets: Sequence[Facet]) -> None:
        first = True
        for facet in facets:
            self._controls[facet.key].show_facet(facet)
            shown = _divides(facet)
            self._controls[facet.key].setVisible(shown)
            self._gaps[facet.key].setVisible(shown and not first)
            first = first and not shown

    def _show_more(self, opened: bool) -> None:
        if opened:
            self.more_wanted.emit()


class _Gap(QWidget):
    """Room between the filters of a group."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(SPACE_3)


def _divides(facet: Facet) -> bool:
    """Whether a filter has anything to choose from, or is set: the same value for everybody divides nobody."""
    if facet.criterion is not None or facet.control in (DisplayControl.TEXT_BOX, DisplayControl.WINDOW):
        return True
    return bool(facet.values) or facet.lowest is not None


def _takes_focus(child: QWidget, control: QWidget) -> bool:
    wanted = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wanted and child.focusProxy() is None and child.isEnabled() and child.isVisibleTo(control)
