"""A customer's timeline: what happened, newest first, in rows as high as their text."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from clienteling.domain.activity import Section, Timeline, TimelineItem, TimelineKind
from clienteling.ui.formats import Formats
from clienteling.ui.lists.timeline_entry import NODE, SKELETON_HEIGHT, EntryLayout, Part, paint_entry_skeleton
from clienteling.ui.lists.timeline_model import ITEM_ROLE, More, TimelineModel
from clienteling.ui.lists.timeline_text import entry_of
from clienteling.ui.theme import PAGE_PADDING, theme_of

_LOADING_AFTER = 100
_PLACEHOLDERS = 6

Index = QModelIndex | QPersistentModelIndex
ItemKey = tuple[TimelineKind, int]


class TimelineDelegate(QStyledItemDelegate):
    """Paints `ITEM_ROLE`. Layouts are kept until the width changes; the view sets `width` and `keyboard`."""

    def __init__(self, formats: Formats, clock: Callable[[], datetime], parent: QListView) -> None:
        super().__init__(parent)
        self._formats = formats
        self._clock = clock
        self._layouts: dict[ItemKey, tuple[TimelineItem, Section | None, EntryLayout]] = {}
        self._whole: set[ItemKey] = set()
        self._width = 1
        self.keyboard = False

    def describe(self, item: TimelineItem) -> str:
        """An item in one line, for screen readers and for copying."""
        return entry_of(item, self._formats, self._clock()).spoken

    def set_width(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._layouts.clear()

    def forget(self) -> None:
        """Lay out anew, as times read differently by now."""
        self._layouts.clear()

    def part_at(self, index: Index, point: QPoint, direction: Qt.LayoutDirection) -> Part:
        """What of an item lies at a point, counted from its corner."""
        item = index.data(ITEM_ROLE)
        return Part.BODY if item is None else self._layout(item, index).part_at(point, direction)

    def toggle(self, index: Index) -> bool:
        """Show all of a long text, or cut it again; whether there was anything to do."""
        item = index.data(ITEM_ROLE)
        if item is None:
            return False
        key = (item.kind, item.id)
        if key not in self._whole and not self._layout(item, index).is_cut:
            return False
        self._whole ^= {key}
        self._layouts.pop(key, None)
        return True

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(ITEM_ROLE)
        return QSize(self._width, SKELETON_HEIGHT if item is None else self._layout(item, index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, theme = index.data(ITEM_ROLE), theme_of(option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        painter.translate(option.rect.topLeft())
        if item is None:
            paint_entry_skeleton(painter, self._width, index.row(), theme)
        else:
            model = index.model()
            row = index.row()
            last = False
            if isinstance(model, TimelineModel):
                last = model.section(row + 1) is not model.section(row)
                last = last and not (model.goes_on and row == model.rowCount() - 1)
            focused = self.keyboard and bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._layout(item, index).paint(painter, theme, goes_on=not last, focused=focused)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Who and where, if the heading had to elide it."""
        item = index.data(ITEM_ROLE) if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or item is None:
            return super().helpEvent(event, view, option, index)
        layout = self._layout(item, index)
        QToolTip.showText(event.globalPos(), "" if layout.heading_fits() else layout.entry.who, view)
        return True

    def _layout(self, item: TimelineItem, index: Index) -> EntryLayout:
        key, model = (item.kind, item.id), index.model()
        before = model.section(index.row() - 1) if isinstance(model, TimelineModel) else None
        found = self._layouts.get(key)
        if found is not None and found[1] is before and (found[0] is item or found[0] == item):
            return found[2]
        entry = entry_of(item, self._formats, self._clock(), before)
        made = EntryLayout(entry, self._width, whole=key in self._whole)
        self._layouts[key] = (item, before, made)
        return made


class TimelineView(QListView):
    """Give it the page's width but for the left padding: it brings the right one, with the scroll bar in it.

    A tap, Enter or Space on a text that was cut shows all of it; Ctrl+C copies the current entry. `menu_asked` is
    emitted with an item and a place on the screen, `history_asked` with an item whose former texts are to be seen.
    """

    menu_asked = Signal(object, object)
    history_asked = Signal(object)

    def __init__(self, formats: Formats, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = TimelineDelegate(formats, clock, self)
        self._timeline = TimelineModel(self._delegate.describe, self)
        self._loading = QTimer(self, singleShot=True, interval=_LOADING_AFTER)
        self._loading.timeout.connect(self._show_placeholders)
        self.setModel(self._timeline)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setAccessibleName(QCoreApplication.translate("Timeline", "Timeline"))
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def current_item(self) -> TimelineItem | None:
        """The item that keys are about."""
        item = self.currentIndex().data(ITEM_ROLE)
        return item if isinstance(item, TimelineItem) else None

    @property
    def rows(self) -> int:
        """How many items are shown."""
        return self._timeline.rowCount()

    def copy(self) -> None:
        """Put the current entry into the clipboard."""
        QGuiApplication.clipboard().setText(self.currentIndex().data(Qt.ItemDataRole.DisplayRole) or "")

    def show_loading(self) -> None:
        """Show the shape of entries, unless `show_timeline` comes within a moment."""
        self._loading.start()

    def clear(self) -> None:
        """Show nothing, before another timeline or another filter: their first entries may be the same."""
        self._loading.stop()
        self._timeline.clear()

    def show_timeline(self, timeline: Timeline, more: More) -> None:
        """Show the first page; `more` reads the following ones as they are scrolled to.

        A first page that says what is shown already changes nothing: the place is kept.
        """
        self._loading.stop()
        self._delegate.forget()
        if self._timeline.show(timeline, more):
            self.scrollToTop()
        else:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._set_keyboard(True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_keyboard(False)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._tap(index, point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click, or the menu key for the current item."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            self._ask_menu(index, self.visualRect(index).topLeft() + QPoint(NODE, NODE))
        else:
            self._ask_menu(self.indexAt(event.pos()), event.pos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.set_width(max(1, self.width() - PAGE_PADDING))
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tap(self, index: QModelIndex, point: QPoint) -> None:
        inside = point - self.visualRect(index).topLeft()
        match self._delegate.part_at(index, inside, self.layoutDirection()):
            case Part.MENU:
                self._ask_menu(index, point)
            case Part.EDITED:
                self.history_asked.emit(index.data(ITEM_ROLE))
            case Part.BODY:
                self._toggle(index)

    def _ask_menu(self, index: QModelIndex, point: QPoint) -> None:
        item = index.data(ITEM_ROLE) if index.isValid() else None
        if item is not None and item.kind is not TimelineKind.PURCHASE:
            self.setCurrentIndex(index)
            self.menu_asked.emit(item, self.viewport().mapToGlobal(point))

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid() and self._delegate.toggle(index):
            self.scheduleDelayedItemsLayout()

    def _set_keyboard(self, used: bool) -> None:
        self._delegate.keyboard = used
        self.viewport().update()

    def _show_placeholders(self) -> None:
        self._timeline.show_placeholders(_PLACEHOLDERS)
