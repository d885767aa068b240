"""What the directory has for what is typed, over whatever stands below the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from clienteling.ui.theme import RADIUS, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.picker import Entry, EntryDelegate, EntryRows

_MOST_ROWS = 5
_EDGE = 4
_GAP = 4


class DirectoryList(QWidget):
    """The keyboard stays in the field: arrows move, Enter and a tap take, Esc closes. `taken` gives the key."""

    taken = Signal(object)

    def __init__(self, edit: FieldEdit, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self._host = parent
        self.rows = EntryRows(self)
        self.view = QListView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.view.setAccessibleName(name)
        self.view.clicked.connect(self._take)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.selectionModel().currentChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.view)
        edit.installEventFilter(self)
        self.hide()

    def show_entries(self, entries: Sequence[Entry], *, choose_first: bool) -> None:
        """Show these below the field, or nothing if there are none. Enter takes the first one with `choose_first`."""
        self.rows.set_entries(entries)
        self.view.setCurrentIndex(self.rows.index(0) if choose_first else QModelIndex())
        self.setVisible(bool(entries) and self._edit.window().focusWidget() is self._edit)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self.isHidden():
            return False
        match event.type():
            case QEvent.Type.Resize | QEvent.Type.Move:
                self._place()
            case QEvent.Type.FocusOut:
                self.hide()
            case QEvent.Type.ShortcutOverride | QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()  # else the page would close
                    return True
                return event.type() == QEvent.Type.KeyPress and self._steered(event)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        draw_box(painter, self.rect(), RADIUS, colors.surface_raised, colors.border_control)
        painter.end()

    def _steered(self, event: QKeyEvent) -> bool:
        """Whether the list took the key."""
        index = self.view.currentIndex()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = index.row() + (1 if event.key() == Qt.Key.Key_Down else -1)
            self.view.setCurrentIndex(self.rows.index(min(max(row, 0), self.rows.rowCount() - 1)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._take(index)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _take(self, index: QModelIndex) -> None:
        entry = self.rows.entry(index)
        self.hide()
        if entry is not None:
            self.taken.emit(entry.key)

    def _tell(self, index: QModelIndex) -> None:
        """The keyboard is in the field, so it says which one it is at."""
        entry = self.rows.entry(index)
        self._edit.setAccessibleDescription(entry.spoken if entry is not None else "")

    def _place(self) -> None:
        height = self.view.sizeHintForRow(0) * min(self.rows.rowCount(), _MOST_ROWS) + 2 * _EDGE
        corner = self._edit.mapTo(self._host, QPoint(0, self._edit.height() + _GAP))
        self.setGeometry(corner.x(), corner.y(), self._edit.width(), height)
        self.raise_()
