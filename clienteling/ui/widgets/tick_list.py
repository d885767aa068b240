"""Rows with a tick or a radio, a label and a count; and a list of them that shows the first few."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from clienteling.ui.theme import CONTROL, ICON, RADIUS_SMALL, STRONG, Theme, theme_of
from clienteling.ui.widgets.button import Link
from clienteling.ui.widgets.control import Painted
from clienteling.ui.widgets.drawing import (
    RIGHT,
    blended,
    draw_box,
    draw_icon,
    draw_text,
    painter_on,
    span,
    text_width,
)
from clienteling.ui.widgets.label import Label

_GAP = 12
_HEAD = 28
_LEAST_LABEL = 40


def paint_tick(painter: QPainter, rect: QRectF, theme: Theme, *, checked: bool, lit: float = 0.0) -> None:
    """A tick box that fills `rect`, 20 on a side. `lit` is how far the pointer lights it."""
    colors = theme.colors
    if checked:
        draw_box(painter, rect, RADIUS_SMALL, blended(colors.accent, colors.accent_hover, lit))
        draw_icon(painter, "check", rect, 16, colors.on_accent)
    else:
        fill = blended(colors.surface_raised, colors.surface_sunken, lit)
        draw_box(painter, rect, RADIUS_SMALL, fill, colors.border_strong)


def paint_radio(painter: QPainter, rect: QRectF, theme: Theme, *, checked: bool, lit: float = 0.0) -> None:
    """A radio that fills `rect`, 20 on a side."""
    colors = theme.colors
    radius = rect.height() / 2
    if checked:
        draw_box(painter, rect, radius, blended(colors.accent, colors.accent_hover, lit))
        inner = rect.adjusted(6, 6, -6, -6)
        draw_box(painter, inner, inner.height() / 2, colors.surface_raised)
    else:
        fill = blended(colors.surface_raised, colors.surface_sunken, lit)
        draw_box(painter, rect, radius, fill, colors.border_strong)


class _Row(Painted):
    """What a row with a tick and one with a radio share."""

    _label = ""
    _count = ""

    def begin(self, label: str, count: str) -> None:
        self._label = label
        self.dress(RADIUS_SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    @property
    def label(self) -> str:
        return self._label

    @property
    def count(self) -> str:
        return self._count

    def set_count(self, count: str) -> None:
        self._count = count
        self.setAccessibleName(f"{self._label} {count}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        theme = theme_of(self)
        width = ICON + _GAP + text_width(theme.font(), self._label)
        width += _GAP + text_width(theme.font(tabular=True), self._count) if self._count else 0
        return QSize(width, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(ICON + _GAP + _LEAST_LABEL, CONTROL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self._label if self.sizeHint().width() > self.width() else "")

    def paint_row(self, painter: QPainter, paint_sign: "_PaintSign") -> None:
        theme = theme_of(self)
        colors = theme.colors
        place = span(self, 0, ICON)
        sign = QRectF(place.left(), (self.height() - ICON) // 2, ICON, ICON)
        paint_sign(painter, sign, theme, checked=self.isChecked(), lit=self.lit)
        end = self.width()
        if self._count:
            font = theme.font(tabular=True)
            width = text_width(font, self._count)
            draw_text(painter, span(self, end - width, width), self._count, font, colors.text_muted, align=RIGHT)
            end -= width + _GAP
        color = colors.text if self.isEnabled() else colors.text_muted
        draw_text(painter, span(self, ICON + _GAP, end - ICON - _GAP), self._label, theme.font(), color)


class _PaintSign(Protocol):
    def __call__(self, painter: QPainter, rect: QRectF, theme: Theme, *, checked: bool, lit: float = 0.0) -> None: ...


class TickRow(_Row, QCheckBox):
    """A tick box 20 in a row 44 high, with a label and a count at the far end."""

    def __init__(self, label: str, parent: QWidget | None = None, *, count: str = "") -> None:
        super().__init__(parent)
        self.begin(label, count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        self.paint_row(painter, paint_tick)
        painter.end()


class RadioRow(_Row, QRadioButton):
    """A radio 20 in a row 44 high, with a label and a count at the far end."""

    def __init__(self, label: str, parent: QWidget | None = None, *, count: str = "") -> None:
        super().__init__(parent)
        self.begin(label, count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        self.paint_row(painter, paint_radio)
        painter.end()


@dataclass(frozen=True, slots=True)
class TickItem:
    """One row of a list: its key, its words, and how many it would find."""

    key: Hashable
    label: str
    count: str = ""


class TickList(QWidget):
    """A titled list of ticks, or radios when `exclusive`. It shows the first `limit` rows and the ticked.

    `changed` gives the keys that are ticked, in the order of the rows, whenever a person changes one.
    """

    changed = Signal(tuple)

    def __init__(self, title: str, parent: QWidget | None = None, *, exclusive: bool = False, limit: int = 5) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._limit = limit
        self._all_shown = False
        self._rows: dict[Hashable, TickRow | RadioRow] = {}
        self._group = QButtonGroup(self)
        self.title = Label(title, weight=STRONG, elide=True)
        self.more = Link("", height=_HEAD)
        self.more.clicked.connect(self._toggle_more)
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(head)
        self.more.hide()
        self.title.setFixedHeight(_HEAD)

    def keys(self) -> tuple[Hashable, ...]:
        """The keys that are ticked, in the order of the rows."""
        return tuple(key for key, row in self._rows.items() if row.isChecked())

    def row(self, key: Hashable) -> TickRow | RadioRow:
        return self._rows[key]

    def set_items(self, items: Sequence[TickItem], keys: Iterable[Hashable] = ()) -> None:
        """Show these rows with these ticked. Rows that stay keep the focus and do not flicker."""
        if [item.key for item in items] != list(self._rows):
            self._rebuild(items)
        for item in items:
            self._rows[item.key].set_count(item.count)
        self.set_keys(keys)

    def set_keys(self, keys: Iterable[Hashable]) -> None:
        """Tick just these, without `changed`."""
        wanted = set(keys)
        self._group.setExclusive(False)
        for key, row in self._rows.items():
            row.setChecked(key in wanted)
        self._group.setExclusive(True)
        self._show_rows()

    def set_counts(self, counts: Mapping[Hashable, str]) -> None:
        """Put new counts beside the rows."""
        for key, count in counts.items():
            if key in self._rows:
                self._rows[key].set_count(count)

    def _rebuild(self, items: Sequence[TickItem]) -> None:
        for row in self._rows.values():
            self._group.removeButton(row)
            self._layout.removeWidget(row)
            row.deleteLater()
        self._rows = {}
        for item in items:
            row = RadioRow(item.label, self) if self._exclusive else TickRow(item.label, self)
            row.clicked.connect(self._tell)
            self._rows[item.key] = row
            if self._exclusive:
                # Of the buttons of a group Tab reaches one only: right for radios, wrong for ticks.
                self._group.addButton(row)
            self._layout.addWidget(row)

    def _show_rows(self) -> None:
        hidden = 0
        for at, row in enumerate(self._rows.values()):
            shown = self._all_shown or at < self._limit or row.isChecked()
            row.setVisible(shown)
            hidden += not shown
        self.more.setVisible(bool(hidden) or self._all_shown)
        if self._all_shown:
            self.more.set_label(QCoreApplication.translate("TickList", "Fewer"))
        else:
            text = QCoreApplication.translate("TickList", "%n more", None, hidden)
            self.more.set_label(text)

    def _toggle_more(self) -> None:
        self._all_shown = not self._all_shown
        self._show_rows()

    def _tell(self) -> None:
        self.changed.emit(self.keys())
