"""Choosing a colleague: a field with the face, and a list below it that is searched by typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
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
from clienteling.ui.pos.popup import Popup
from clienteling.ui.theme import ICON_SMALL, RADIUS, SPACE_2, STRONG, Theme, theme_of
from clienteling.ui.widgets.avatar import paint_avatar
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import blended, draw_box, draw_icon, draw_text, mirrored, painter_on
from clienteling.ui.widgets.field import FieldEdit

_HEIGHT = 68
_ROW = 56
_PADDING = 16
_AVATAR = 40
_GAP = 12
_MOST_ROWS = 6
_SEARCHED_FROM = 7

Index = QModelIndex | QPersistentModelIndex
_PERSON = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Person:
    """A colleague as the list shows them: key, name, and a line below it."""

    key: int
    name: str
    detail: str


class ColleagueSelect(Control):
    """Shows the chosen colleague, 68 high. `changed` gives the key of the one somebody chose."""

    changed = Signal(object)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        self._placeholder = placeholder
        self._people: tuple[Person, ...] = ()
        self._key: int | None = None
        self._wrong = False
        self._name = ""
        super().__init__("", parent)
        self.list = _ColleagueList(self)
        self.list.chosen.connect(self._choose)
        self.clicked.connect(self._open)

    @property
    def people(self) -> tuple[Person, ...]:
        return self._people

    def value(self) -> int | None:
        return self._key

    def person(self) -> Person | None:
        """The colleague that is shown."""
        return next((person for person in self._people if person.key == self._key), None)

    def set_people(self, people: Sequence[Person]) -> None:
        """Offer these; who was chosen stays chosen as long as they are among them."""
        self._people = tuple(people)
        if self.person() is None:
            self._key = None
        self._say()

    def set_value(self, key: int | None) -> None:
        """Show a colleague, without `changed`."""
        self._key = key
        self._say()

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def setAccessibleName(self, name: str) -> None:
        self._name = name or self._name
        shown = self.person()
        said = f"{shown.name}, {shown.detail}" if shown else self._placeholder
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
        person = self.person()
        end = self.width() - _PADDING - ICON_SMALL
        place = mirrored(self.layoutDirection(), self.rect(), QRect(end, 0, ICON_SMALL, _HEIGHT))
        if len(self._people) > 1 or person is None:
            draw_icon(painter, "chevron-down", place, ICON_SMALL, colors.text)
        if person is None:
            words = QRect(_PADDING, 0, end - _PADDING - _GAP, _HEIGHT)
            words = mirrored(self.layoutDirection(), self.rect(), words)
            draw_text(painter, words, self._placeholder, theme.font(), colors.text_muted)
        else:
            paint_person(painter, self.rect().adjusted(0, 0, -ICON_SMALL - _GAP, 0), person, theme)
        painter.end()

    def _open(self) -> None:
        if len(self._people) > 1 or (self._people and self.person() is None):
            self.list.ask(self, self._people, self._key)

    def _choose(self, key: int) -> None:
        if key != self._key:
            self.set_value(key)
            self.changed.emit(key)

    def _say(self) -> None:
        self.setAccessibleName(self._name)
        self.update()


def paint_person(painter: QPainter, rect: QRect, person: Person, theme: Theme) -> None:
    """A face, a name and a line below it, in the middle of `rect`'s height."""

    def part(left: int, top: int, width: int, height: int) -> QRect:
        box = QRect(rect.left() + left, rect.top() + top, width, height)
        return mirrored(painter.layoutDirection(), rect, box)

    middle = rect.height() // 2
    paint_avatar(painter, part(_PADDING, middle - _AVATAR // 2, _AVATAR, _AVATAR), initials(person.name), theme)
    left = _PADDING + _AVATAR + _GAP
    room = rect.width() - left - _PADDING
    draw_text(painter, part(left, middle - 20, room, 20), person.name, theme.font(14, STRONG), theme.colors.text)
    draw_text(painter, part(left, middle, room, 20), person.detail, theme.font(), theme.colors.text_muted)


class _ColleagueList(Popup):
    """The colleagues whose names have what is typed. Arrows move, Enter and a tap choose."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self.edit = FieldEdit()
        self.edit.setPlaceholderText(QCoreApplication.translate("ColleagueSelect", "Search colleagues"))
        self.edit.textEdited.connect(self._filter)
        self.edit.installEventFilter(self)
        self._rows = _Rows(self)
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setItemDelegate(_RowDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.view.setAccessibleName(QCoreApplication.translate("ColleagueSelect", "Colleagues"))
        self.view.clicked.connect(self._take)
        self.view.entered.connect(self.view.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_2, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_2)
        column.addWidget(self.edit)
        column.addWidget(self.view)

    def ask(self, control: QWidget, people: Sequence[Person], key: int | None) -> None:
        self._people = tuple(people)
        self.edit.clear()
        self.edit.setVisible(len(people) >= _SEARCHED_FROM)
        self._rows.set_people(self._people)
        keys = [person.key for person in self._people]
        self.view.setCurrentIndex(self._rows.index(keys.index(key) if key in keys else 0))
        self.view.setFixedHeight(_ROW * min(len(people), _MOST_ROWS))
        self.open_below(control, width=control.width())
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
        fitting = [person for person in self._people if all(_begins(word, person.name) for word in asked)]
        self._rows.set_people(fitting)
        self.view.setCurrentIndex(self._rows.index(0))

    def _take(self, index: QModelIndex) -> None:
        person = index.data(_PERSON)
        if isinstance(person, Person):
            self.close()
            self.chosen.emit(person.key)


def _begins(word: str, name: str) -> bool:
    return any(part.startswith(word) for part in words(name))


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()

    def set_people(self, people: Sequence[Person]) -> None:
        self.beginResetModel()
        self._people = tuple(people)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        if role == _PERSON:
            return person
        return f"{person.name}, {person.detail}" if role == Qt.ItemDataRole.DisplayRole else None


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, option.rect, RADIUS - 2, theme.colors.accent_weak)
        paint_person(painter, option.rect, index.data(_PERSON), theme)
        painter.restore()
