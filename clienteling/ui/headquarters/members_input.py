"""The attributes of a group: a row for each, moved by drag, by Alt and the arrows, or by its number."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from clienteling.domain.configuration.properties import Attribute, Member
from clienteling.ui.headquarters.filter_input import control_words
from clienteling.ui.headquarters.type_words import type_words
from clienteling.ui.theme import MEDIUM, RADIUS_SMALL, theme_of
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.drawing import draw_box, draw_icon, painter_on
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.form_fields import OwnControl
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.select import Choice, Select

_ROW = 52
_HANDLE, _ORDER, _TYPE, _FILTER = 28, 64, 120, 130


class MembersInput(OwnControl):
    """Members in the order in which cards show them. A number that is typed is kept, also when two are equal."""

    def __init__(self, attributes: Mapping[str, Attribute]) -> None:
        super().__init__()
        self._attributes = dict(attributes)
        self.rows: list[MemberRow] = []
        translate = QCoreApplication.translate
        self.add_select = Select((), placeholder=translate("Nouns", "Add attribute"), icon="plus", searched=True)
        self.add_select.setAccessibleName(translate("Nouns", "Add attribute"))
        self.add_select.changed.connect(lambda name: self.add(str(name)))
        self._box = Box()
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(_head())
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self.add_select)
        foot.addStretch(1)
        self._column.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        column.addWidget(
            Label(
                translate("Nouns", "Drag a row, or press Alt with the arrows. Order 1 comes first on the card."),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        self._offer()

    # What it holds

    def value(self) -> tuple[Member, ...]:
        return tuple(Member(row.name, row.order()) for row in self.rows)

    def set_value(self, value: Any) -> None:
        members: Sequence[Member] = value or ()
        for row in self.rows:
            self._drop(row)
        self.rows = []
        for member in sorted(members, key=lambda member: member.display_order):
            self._insert(member)
        self._offer()

    def add(self, name: str) -> None:
        """Put an attribute at the end."""
        last = max((row.order() for row in self.rows), default=0)
        self._insert(Member(name, last + 1))
        self._offer()
        self.edited.emit()

    def move_row(self, row: "MemberRow", to: int) -> None:
        """Put a row at a place; all are numbered anew."""
        at = self.rows.index(row)
        to = min(max(to, 0), len(self.rows) - 1)
        if at == to:
            return
        self.rows.insert(to, self.rows.pop(at))
        for place, other in enumerate(self.rows, 1):
            other.set_order(place)
        self._column.insertWidget(to + 1, row)
        self.edited.emit()

    # How it is made

    def _insert(self, member: Member) -> None:
        row = MemberRow(member, self._attributes.get(member.attribute))
        row.moved.connect(lambda by: self.move_row(row, self.rows.index(row) + by))
        row.dragged.connect(lambda y: self._drag(row, y))
        row.removed.connect(lambda: self._remove(row))
        row.edited.connect(self.edited)
        row.numbered.connect(self._sort)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows), row)

    def _drag(self, row: "MemberRow", y: int) -> None:
        at = self._box.mapFromGlobal(QPoint(0, y)).y() - self.rows[0].y()
        self.move_row(row, at // _ROW)

    def _remove(self, row: "MemberRow") -> None:
        self.rows.remove(row)
        self._drop(row)
        self._offer()
        self.edited.emit()

    def _drop(self, row: "MemberRow") -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _sort(self) -> None:
        """Stand in the order of the numbers that somebody has typed."""
        wanted = sorted(self.rows, key=lambda row: row.order())
        if wanted != self.rows:
            self.rows = wanted
            for place, row in enumerate(self.rows, 1):
                self._column.insertWidget(place, row)

    def _offer(self) -> None:
        held = {row.name for row in self.rows}
        rest = [name for name in sorted(self._attributes) if name not in held]
        self.add_select.set_choices([Choice(name, name) for name in rest])
        self.add_select.set_value(None)
        self.add_select.setEnabled(bool(rest))


class MemberRow(QWidget):
    """One attribute: its handle, its number, what it is, and the way out."""

    moved = Signal(int)
    dragged = Signal(int)
    removed = Signal()
    edited = Signal()
    numbered = Signal()

    def __init__(self, member: Member, attribute: Attribute | None) -> None:
        super().__init__()
        self.name = member.attribute
        self.setFixedHeight(_ROW)
        translate = QCoreApplication.translate
        self.handle = _Handle(translate("Nouns", "Move {name}").format(name=self.name))
        self.handle.moved.connect(self.moved)
        self.handle.dragged.connect(self.dragged)
        self.number = FieldEdit()
        self.number.setFixedWidth(_ORDER - 8)
        self.number.setAccessibleName(translate("Nouns", "Display order of {name}").format(name=self.name))
        self.number.textEdited.connect(lambda _: self.edited.emit())
        self.number.editingFinished.connect(self.numbered)
        self.away = IconButton("x", translate("Nouns", "Remove {name}").format(name=self.name))
        self.away.clicked.connect(self.removed)
        filtered = attribute is not None and attribute.filter is not None and attribute.can_be_refined
        control = control_words(attribute.filter.control) if filtered and attribute and attribute.filter else "–"
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(self.handle)
        line.addWidget(self.number)
        line.addWidget(Label(self.name, weight=MEDIUM, elide=True), 1)
        for words, width in ((type_words(attribute.type) if attribute else "–", _TYPE), (control, _FILTER)):
            label = Label(words, tone=Tone.MUTED, elide=True)
            label.setFixedWidth(width)
            line.addWidget(label)
        line.addWidget(self.away)
        self.set_order(member.display_order)

    def order(self) -> int:
        text = self.number.text().strip()
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0

    def set_order(self, order: int) -> None:
        self.number.setText(str(order))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class _Handle(QWidget):
    """Six dots that are dragged up and down; the arrows do the same while it has the keyboard."""

    moved = Signal(int)
    dragged = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFixedSize(QSize(_HANDLE, 44))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(round(event.globalPosition().y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        if self.hasFocus():
            draw_box(painter, self.rect(), RADIUS_SMALL, colors.accent_weak, colors.accent)
        draw_icon(painter, "grip-vertical", QRect(0, 0, _HANDLE, 44), 20, colors.text_muted)
        painter.end()


def _head() -> QWidget:
    translate = QCoreApplication.translate
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    line = QHBoxLayout()
    line.setContentsMargins(8 + _HANDLE + 8, 12, 8 + 44 + 8, 12)
    line.setSpacing(8)
    order = _column_head(translate("Nouns", "Order"))
    order.setFixedWidth(_ORDER - 8)
    line.addWidget(order)
    line.addWidget(_column_head(translate("Nouns", "Attribute")), 1)
    for words, width in ((translate("Nouns", "Type"), _TYPE), (translate("Nouns", "Filter"), _FILTER)):
        label = _column_head(words)
        label.setFixedWidth(width)
        line.addWidget(label)
    column.addLayout(line)
    column.addWidget(Hairline())
    return head


def _column_head(words: str) -> QLabel:
    return Label(words, size=12, weight=600, tone=Tone.MUTED)
