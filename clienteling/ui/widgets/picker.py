"""Choosing one of many: a field with a face or an icon, and a list below it that is searched by typing."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clienteling.domain.text import initials, words
from clienteling.ui.theme import ICON, ICON_SMALL, RADIUS, SPACE_2, STRONG, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import blended, draw_box, draw_icon, draw_text, mirrored, painter_on
from clienteling.ui.widgets.field import FieldEdit
from clienteling.ui.widgets.popup import Popup

_HEIGHT = 68
_ROW, _PLAIN_ROW = 56, 44
_PADDING = 16
_AVATAR = 40
_GAP = 12
_MOST_ROWS = 6
_NARROWEST = 240
_SEARCHED_FROM = 7

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One of them as the list shows it: key, name, and a line below. Without an icon it has initials."""

    key: Hashable
    name: str
    detail: str = ""
    icon: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.name}, {self.detail}" if self.detail else self.name


class Picker(Control):
    """Shows the chosen entry, 68 high. `changed` gives the key of the one somebody chose.

    `search` stands in the field that finds entries, `list_name` is what a screen reader calls the list.
    """

    changed = Signal(object)

    def __init__(self, placeholder: str, search: str, list_name: str, parent: QWidget | None = None) -> None:
        self._placeholder = placeholder
        self._entries: tuple[Entry, ...] = ()
        self._key: Hashable = None
        self._wrong = False
        self._wanted = False
        self._name = ""
        super().__init__("", parent)
        self.list = EntryList(self, search, list_name)
        self.list.chosen.connect(self._choose)
        self.clicked.connect(self._open)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    def value(self) -> Hashable:
        return self._key

    def entry(self) -> Entry | None:
        """The entry that is shown."""
        return next((entry for entry in self._entries if entry.key == self._key), None)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these; what was chosen stays chosen as long as it is among them."""
        self._entries = tuple(entries)
        if self.entry() is None:
            self._key = None
        self._say()
        if self._wanted and self.hasFocus():
            self._open()

    def set_value(self, key: Hashable) -> None:
        """Show an entry, without `changed`."""
        self._key = key
        self._say()

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def setAccessibleName(self, name: str) -> None:
        self._name = name or self._name
        shown = self.entry()
        said = shown.spoken if shown else self._placeholder
        super().setAccessibleName(f"{self._name} {said}".strip())

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        fill = blended(colors.surface_raised, colors.surface_sunken, self.lit)
        if self._wrong:
            draw_box(painter, self.rect(), RADIUS, fill, colors.danger, width=2)
        else:
            draw_box(painter, self.rect(), RADIUS, fill, colors.border_strong)
        entry = self.entry()
        end = self.width() - _PADDING - ICON_SMALL
        place = mirrored(self.layoutDirection(), self.rect(), QRect(end, 0, ICON_SMALL, _HEIGHT))
        if len(self._entries) > 1 or entry is None:
            draw_icon(painter, "chevron-down", place, ICON_SMALL, colors.text)
        if entry is None:
            words = QRect(_PADDING, 0, end - _PADDING - _GAP, _HEIGHT)
            words = mirrored(self.layoutDirection(), self.rect(), words)
            draw_text(painter, words, self._placeholder, theme.font(), colors.text_muted)
        else:
            paint_entry(painter, self.rect().adjusted(0, 0, -ICON_SMALL - _GAP, 0), entry, theme)
        painter.end()

    def _open(self) -> None:
        """Open the list: when they are there that are in it, if they are not yet."""
        self._wanted = not self._entries
        if len(self._entries) > 1 or (self._entries and self.entry() is None):
            self.list.ask(self, self._entries, self._key)

    def _choose(self, key: Hashable) -> None:
        if key != self._key:
            self.set_value(key)
            self.changed.emit(key)

    def _say(self) -> None:
        self.setAccessibleName(self._name)
        self.update()


def paint_entry(painter: QPainter, rect: QRect, entry: Entry, theme: Theme) -> None:
    """A face or an icon, a name and a line below it, in the middle of `rect`'s height."""

    def part(left: int, top: int, width: int, height: int) -> QRect:
        box = QRect(rect.left() + left, rect.top() + top, width, height)
        return mirrored(painter.layoutDirection(), rect, box)

    middle = rect.height() // 2
    disc = part(_PADDING, middle - _AVATAR // 2, _AVATAR, _AVATAR)
    if entry.icon:
        draw_box(painter, disc, _AVATAR / 2, theme.colors.surface_sunken)
        draw_icon(painter, entry.icon, disc, ICON, theme.colors.text)
    else:
        paint_avatar(painter, disc, initials(entry.name), theme)
    left = _PADDING + _AVATAR + _GAP
    room = rect.width() - left - _PADDING
    top = middle - (20 if entry.detail else 10)
    draw_text(painter, part(left, top, room, 20), entry.name, theme.font(14, STRONG), theme.colors.text)
    draw_text(painter, part(left, middle, room, 20), entry.detail, theme.font(), theme.colors.text_muted)


class EntryList(Popup):
    """The entries whose names have what is typed. Arrows move, Enter and a tap choose. `plain` ones are names alone."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, search: str, name: str, *, plain: bool = False) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._row = _PLAIN_ROW if plain else _ROW
        self.edit = FieldEdit()
        self.edit.setPlaceholderText(search)
        self.edit.textEdited.connect(self._filter)
        self.edit.installEventFilter(self)
        self._rows = EntryRows(self)
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setItemDelegate(EntryDelegate(self.view, plain))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.view.setAccessibleName(name)
        self.view.clicked.connect(self._take)
        self.view.entered.connect(self.view.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_2)
        column.addWidget(self.edit)
        column.addWidget(self.view)

    def ask(self, control: QWidget, entries: Sequence[Entry], key: Hashable) -> None:
        self._entries = tuple(entries)
        self.edit.clear()
        self.edit.setVisible(len(entries) >= _SEARCHED_FROM)
        self._rows.set_entries(self._entries)
        keys = [entry.key for entry in self._entries]
        self.view.setCurrentIndex(self._rows.index(keys.index(key) if key in keys else 0))
        self.view.setFixedHeight(self._row * min(len(entries), _MOST_ROWS))
        self.open_below(control, width=max(control.width(), _NARROWEST))
        self.view.scrollTo(self.view.currentIndex())
        (self.edit if not self.edit.isHidden() else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._steered(event):
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._steered(event)

    def _steered(self, event: QKeyEvent) -> bool:
        """Whether the list took the key."""
        row = self.view.currentIndex().row()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.view.setCurrentIndex(self._rows.index(min(max(row + step, 0), self._rows.rowCount() - 1)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.view.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _filter(self, text: str) -> None:
        asked = words(text)
        fitting = [entry for entry in self._entries if all(_begins(word, entry.name) for word in asked)]
        self._rows.set_entries(fitting)
        self.view.setCurrentIndex(self._rows.index(0))

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, Entry):
            self.close()
            self.chosen.emit(entry.key)


def _begins(word: str, name: str) -> bool:
    return any(part.startswith(word) for part in words(name))


class EntryRows(QAbstractListModel):
    """The entries that a list shows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        return entry.spoken if role == Qt.ItemDataRole.DisplayRole else None


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry; `plain` ones are names alone."""

    def __init__(self, parent: QObject, plain: bool = False) -> None:
        super().__init__(parent)
        self._plain = plain

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, _PLAIN_ROW if self._plain else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, option.rect, RADIUS - 2, theme.colors.accent_weak)
        entry: Entry = index.data(_ENTRY)
        if self._plain:
            draw_text(painter, option.rect.adjusted(12, 0, -12, 0), entry.name, theme.font(), theme.colors.text)
        else:
            paint_entry(painter, option.rect, entry, theme)
        painter.restore()
