"""What the search field found, in a box below it. The focus stays in the field; the box is a child of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.ui.lists.hit_delegate import CommandRow, Row
from clienteling.ui.lists.hit_list import HitList
from clienteling.ui.theme import RADIUS, TEXT_NOTE, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, painter_on
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.search_field import SearchField
from clienteling.ui.widgets.shadow import ROOM, paint_shadow

WIDTH = 720
_BELOW_FIELD = 8
_FROM_EDGE = 16
_FOOT = 36
_PADDING = 8


class SearchPopup(QWidget):
    """The hits of `field` over `ground`.

    The arrow keys light a row and Enter takes it, or `submitted` is emitted when there is none, and for what may be a
    code: if it is nobody's, `take_lit` goes on. Esc closes the box, and what was typed stays.
    """

    chosen = Signal(object)
    commanded = Signal(str)
    submitted = Signal(str)

    def __init__(self, field: SearchField, ground: QWidget) -> None:
        super().__init__(ground)
        self._field = field
        self._ground = ground
        self._shown_for = ""
        self._reached = False
        self.hits = HitList(self)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.chosen.connect(self._take)
        self.hits.commanded.connect(self._command)
        self._note = Label(size=TEXT_NOTE, tone=Tone.MUTED)
        self._foot = self._build_foot()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_PADDING, _PADDING, _PADDING, 0)
        rows.setSpacing(4)
        rows.addWidget(self.hits, 1)
        rows.addWidget(self._foot)
        self.setContentsMargins(ROOM)
        field.edit.installEventFilter(self)
        ground.installEventFilter(self)
        self.hide()

    def show_rows(self, text: str, rows: Sequence[Row], note: str = "") -> None:
        """Show what was found for `text`, unless something else is asked by now. `note` stands at the foot."""
        if text != self._field.text() or not self._field.edit.hasFocus():
            return
        self._shown_for = text
        self._reached = False
        self.hits.set_rows(rows)
        self._note.setText(note)
        self.setVisible(bool(rows))
        self._settle()
        self.raise_()

    def forget(self) -> None:
        """Drop what was found, since somebody else may read on."""
        self.hide()
        self._shown_for = ""
        self.hits.set_rows(())
        self._note.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._ground:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._settle()
            return False
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.hide()
        elif kind == QEvent.Type.FocusIn and self._field.text() and self.hits.rows:
            self.show()
            self._settle()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        box = self.rect().marginsRemoved(ROOM)
        painter = painter_on(self)
        paint_shadow(painter, box, theme)
        draw_box(painter, box, RADIUS, colors.surface_raised, colors.border_control)
        self._paint_foot(painter, box)
        painter.end()

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(_FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(16)
        for words in (
            QCoreApplication.translate("Search", "Arrows choose"),
            QCoreApplication.translate("Search", "Enter opens"),
            QCoreApplication.translate("Search", "Esc closes, what you typed stays"),
        ):
            row.addWidget(Label(words, size=TEXT_NOTE, tone=Tone.MUTED, elide=True))
        row.addStretch(1)
        row.addWidget(self._note)
        return foot

    def _paint_foot(self, painter: QPainter, box: QRect) -> None:
        colors = theme_of(self).colors
        top = box.bottom() + 1 - _FOOT
        painter.save()
        painter.setClipRect(QRect(box.left(), top, box.width(), _FOOT))
        draw_box(painter, box, RADIUS, colors.surface, colors.border_control)
        painter.restore()
        draw_hairline(painter, box.left() + 1, box.right(), top, colors.border)

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        command = self._command_of(event)
        if command is not None:
            self._command(command)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            self.hits.step(1 if key == Qt.Key.Key_Down else -1)
            self._reached = True
        elif key == Qt.Key.Key_Escape and self.isVisible():
            self.hide()
        else:
            return False
        return True

    def take_lit(self, text: str) -> bool:
        """Take the lit row if it was found for this text, and that still stands in the field; whether there was one."""
        is_current = self.isVisible() and self._shown_for == self._field.text() == text
        return is_current and self.hits.take_current()

    def _submit(self) -> None:
        """Take the lit row; but a code may be that of somebody else, unless the row was reached by the arrows."""
        text = self._field.text()
        may_be_code = not self._reached and any(char.isdigit() for char in text)
        if text.strip() and (may_be_code or not self.take_lit(text)):
            self.submitted.emit(text)

    def _command_of(self, event: QKeyEvent) -> str | None:
        """The command whose key cap shows the keys that were pressed."""
        if not self.isVisible():
            return None
        pressed = QKeySequence(event.keyCombination()).toString().replace("Return", "Enter").replace("+", " ")
        rows = (row for row in self.hits.rows if isinstance(row, CommandRow))
        return next((row.key for row in rows if row.keys and row.keys == pressed), None)

    def _take(self, customer_id: int) -> None:
        self.hide()
        self._field.set_text("")
        self.hits.set_rows(())
        self.chosen.emit(customer_id)

    def _command(self, key: str) -> None:
        self.hide()
        self.commanded.emit(key)

    def _settle(self) -> None:
        """Below the field, as wide as the field may grow, as high as its rows if there is room."""
        corner = self._field.mapTo(self._ground, QPoint(0, self._field.height() + _BELOW_FIELD))
        width = min(WIDTH, self._ground.width() - 2 * _FROM_EDGE)
        left = max(_FROM_EDGE, min(corner.x(), self._ground.width() - _FROM_EDGE - width))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = max(_FROM_EDGE, corner.x() + self._field.width() - width)
        room = self._ground.height() - corner.y() - _FROM_EDGE
        height = min(room, self.hits.content_height + _PADDING + 4 + _FOOT)
        self.setGeometry(QRect(QPoint(left, corner.y()), QSize(width, height)).marginsAdded(ROOM))
