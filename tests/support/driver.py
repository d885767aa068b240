"""A person at the window: reads what shows, points, types, presses keys, and waits until something is the case.

Things are found by the names that a screen reader says, so a control without one cannot be used here either. Nothing
is done but by the mouse and the keyboard of the window.
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverHappened
from pytestqt.qtbot import QtBot

_PATIENCE = 20_000  # ms
_LONGEST_PAUSE = 300  # ms between two looks

Name = QAccessible.Text.Name
Description = QAccessible.Text.Description
Value = QAccessible.Text.Value


class Person:
    """Somebody who sits at `window`. All that is looked for has to show; what does not is waited for."""

    def __init__(self, qtbot: QtBot, window: QWidget, patience: int = _PATIENCE) -> None:
        self._qtbot = qtbot
        self.window = window
        self._patience = patience

    # Reading

    def texts(self) -> list[str]:
        """Everything that can be read: names, values and descriptions of controls, words, rows of lists."""
        return [text for widget in self._shown() for text in texts_of(widget) if text]

    def sees(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def rows(self, name: str) -> list[str]:
        """All rows of a list, seen or still to be scrolled to; of a table the cells in one line."""
        model = self._list(name).model()
        columns = range(_columns(model))
        return [" | ".join(_text_of(model.index(row, column)) for column in columns) for row in range(model.rowCount())]

    def count(self, name: str) -> int:
        """How many rows a list has; while it is read, and shows only their shapes, none."""
        model = self._list(name).model()
        rows = model.rowCount()
        return rows if rows and _text_of(model.index(0, 0)) != "Loading" else 0

    def name_of(self, beginning: str, within: str = "") -> str:
        """The whole name of the control that begins so, such as with its count."""
        return _said(self._control(beginning, QAbstractButton, within), Name)

    def description_of(self, name: str, within: str = "") -> str:
        return _said(self._control(name, QWidget, within), Description)

    def value_of(self, name: str, within: str = "") -> str:
        """What stands in a field."""
        return _said(self._control(name, (QLineEdit, QPlainTextEdit), within), Value)

    def can(self, name: str, within: str = "") -> bool:
        """Whether a control can be used, for all that the person can tell."""
        control = self._control(name, QAbstractButton, within)
        return control.isEnabled() and not _said(control, Description)

    def offers(self, name: str, within: str = "") -> bool:
        """Whether there is such a button now."""
        return len(_called(name, self._all(QAbstractButton, within))) == 1

    @property
    def focus(self) -> str:
        """The name of what has the keyboard; "" if nothing has."""
        widget = QApplication.focusWidget()
        return "" if widget is None else _said(widget, Name)

    def nameless(self) -> list[str]:
        """Everything that takes the keyboard or is pressed, and has no name for a screen reader."""
        return [_path(widget) for widget in self._shown() if _is_used(widget) and not _said(widget, Name)]

    def unreachable(self) -> list[str]:
        """Everything that takes the keyboard by the Tab key, but is not on its way."""
        way: set[QWidget] = set()
        at: QWidget | None = self.window
        while at is not None and at not in way:
            way.add(at)
            at = at.nextInFocusChain()
        return [_path(widget) for widget in self._shown() if _takes_tab(widget) and widget not in way]

    def menu(self) -> dict[str, bool]:
        """The rows of the menu that is open, and whether each can be chosen."""
        self.wait(lambda: bool(_menus()), "a menu")
        return {action.text(): action.isEnabled() for action in _menus()[0].actions()}

    # Waiting

    def wait(self, condition: Callable[[], bool], what: str = "", patience: int | None = None) -> None:
        """Wait until something is the case; fail with what is seen instead."""
        waited, next_look = QElapsedTimer(), 0
        waited.start()

        def look() -> bool:
            """What takes longer is looked at less often, to leave the processor to it."""
            nonlocal next_look
            now = waited.elapsed()
            if now < next_look:
                return False
            next_look = now + min(now // 20, _LONGEST_PAUSE)
            return condition()

        try:
            self._qtbot.waitUntil(look, timeout=patience or self._patience)
        except NeverHappened as timeout:
            raise AssertionError(f"{what or 'it'} did not happen. Seen: {self.texts()}") from timeout

    def wait_for(self, words: str, patience: int | None = None) -> None:
        self.wait(lambda: self.sees(words), f"“{words}”", patience)

    # Pointing

    def click(self, name: str, within: str = "") -> None:
        """Press a button, tick a row, and so on; scrolling to it where needed."""
        self._click(self._control(name, QAbstractButton, within))

    def click_into(self, name: str, within: str = "") -> None:
        """Put the cursor into a field."""
        self._click(self._control(name, (QLineEdit, QPlainTextEdit), within))

    def click_row(self, name: str, words: str) -> None:
        """Press a row of a list that has these words."""
        view, place = self._place_of_row(name, words)
        self._click(view.viewport(), place)

    def choose(self, words: str) -> None:
        """Press a row of the menu that is open."""
        self.wait(lambda: bool(_menus()), "a menu")
        menu = _menus()[0]
        found = [action for action in menu.actions() if action.text() == words]
        assert found, f"no “{words}” among {[action.text() for action in menu.actions()]}"
        self._click(menu, menu.actionGeometry(found[0]).center())

    # Typing

    def write(self, text: str) -> None:
        """Type, as letters where the keyboard has them, else as an input method hands them over."""
        if text.isascii():
            for letter in text:
                QTest.keyClick(self._keyboard(), letter)  # type: ignore[call-overload]
            return
        field = QApplication.focusWidget()
        assert field is not None, "nothing to write into"
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)

    def fill(self, name: str, text: str, within: str = "") -> None:
        """Write into a field, instead of what stands there."""
        self.click_into(name, within)
        self.press("Ctrl+A")
        self.write(text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: "Ctrl+K", "Down", "Return"."""
        for key in keys:
            QTest.keySequence(self._keyboard(), QKeySequence(key))

    def tab_to(self, *names: str, back: bool = False) -> None:
        """Go on by the Tab key until one of these controls has the keyboard."""
        self._go_on(names, "Shift+Tab" if back else "Tab")

    def go_to(self, name: str, arrow: str) -> None:
        """Go on by an arrow key until a control has the keyboard."""
        self._go_on((name,), arrow)

    def arrow_to_row(self, name: str, words: str) -> None:
        """Go down a list from its beginning until a row with these words is the current one."""
        view = self._list(name)
        self._row(view, words)
        self.press("Home")
        while words not in _text_of(view.currentIndex()):
            before = view.currentIndex()
            self.press("Down")
            assert view.currentIndex() != before, f"the arrow does not reach “{words}”"

    def _go_on(self, names: Sequence[str], key: str) -> None:
        def in_sight() -> bool:
            return any(_begins(_said(widget, Name), name) for widget in self._shown() for name in names)

        passed: list[str] = []
        while not any(_begins(self.focus, name) for name in names):
            if not in_sight():
                # Still being read in, or once more: a person waits, and sets out then.
                self.wait(in_sight, f"one of {names}")
                passed.clear()
            assert passed.count(self.focus) < 3, f"{key} does not reach {names}, but {passed}"
            passed.append(self.focus)
            self.press(key)

    # Finding

    def _shown(self) -> Iterator[QWidget]:
        """Every widget of the window and of the popup over it, each once."""
        tops = (self.window, *_popups())
        everything = dict.fromkeys(widget for top in tops for widget in (top, *top.findChildren(QWidget)))
        return (widget for widget in everything if widget.isVisible())

    def _all(self, kind: type[QWidget] | tuple[type[QWidget], ...], within: str) -> list[QWidget]:
        shown = list(self._shown())
        places = [widget for widget in shown if _said(widget, Name) == within] if within else []
        return [
            widget
            for widget in shown
            if isinstance(widget, kind) and (not within or any(place.isAncestorOf(widget) for place in places))
        ]

    def _control(self, name: str, kind: type[QWidget] | tuple[type[QWidget], ...], within: str) -> QWidget:
        """The one control that is called so, or else the one that begins so."""
        self.wait(lambda: len(_called(name, self._all(kind, within))) == 1, f"one “{name}” {within and 'in ' + within}")
        return _called(name, self._all(kind, within))[0]

    def _list(self, name: str) -> QAbstractItemView:
        found = self._control(name, QAbstractItemView, "")
        assert isinstance(found, QAbstractItemView)
        return found

    def _place_of_row(self, name: str, words: str) -> tuple[QAbstractItemView, QPoint]:
        """A list and, in its viewport, the middle of a row that was scrolled into view."""
        view = self._list(name)
        index = self._row(view, words)
        view.scrollTo(index)
        return view, view.visualRect(index).center()

    def _row(self, view: QAbstractItemView, words: str) -> QModelIndex:
        model = view.model()

        def found() -> list[QModelIndex]:
            indexes = (model.index(row, 0) for row in range(model.rowCount()))
            return [index for index in indexes if words in _text_of(index)]

        self.wait(lambda: bool(found()), f"a row with “{words}”")
        return found()[0]

    def _click(self, widget: QWidget, place: QPoint | None = None) -> None:
        top = widget.window()

        def spot() -> QPoint:
            return widget.mapTo(top, place or widget.visibleRegion().boundingRect().center())

        def can_be_hit() -> bool:
            """Whether a press at the spot is one on the widget, and not on something over it."""
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what is about to move has moved
            _scroll_to(widget)
            hit = top.childAt(spot()) or top
            return not widget.visibleRegion().isEmpty() and (hit is widget or widget.isAncestorOf(hit))

        self.wait(can_be_hit, f"“{_said(widget, Name)}” under the pointer")
        self._press_at(top, spot())

    def _press_at(self, top: QWidget, spot: QPoint) -> None:
        """Press and let go at a place of a window."""
        QTest.mouseClick(screen_window(top), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def _keyboard(self) -> QWindow:
        """What takes keys now: the popup in front, or the window."""
        return screen_window((*_popups(), self.window)[0])


def texts_of(widget: QWidget) -> list[str]:
    """What a widget says: its name, description and value, and of a list the rows in view. Passwords are not read."""
    if isinstance(widget, QScrollBar):
        return []
    texts = [_said(widget, what) for what in (Name, Description, Value)]
    if isinstance(widget, QLineEdit) and widget.echoMode() == QLineEdit.EchoMode.Password:
        texts.pop()
    if isinstance(widget, QAbstractItemView):
        texts += [_text_of(index) for index in _rows_in_view(widget)]
    return texts


def _said(widget: QWidget, what: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(what) if interface is not None else ""


def _rows_in_view(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model, seen = view.model(), view.viewport().rect()
    for row in range(model.rowCount()):
        for column in range(_columns(model)):
            place = view.visualRect(model.index(row, column))
            if place.top() > seen.bottom():
                return
            if place.intersects(seen):
                yield model.index(row, column)


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _text_of(index: QModelIndex) -> str:
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
    return str(spoken or "")


def _called(name: str, widgets: list[QWidget]) -> list[QWidget]:
    named = [(widget, _said(widget, Name)) for widget in widgets]
    return [widget for widget, said in named if said == name] or [
        widget for widget, said in named if _begins(said, name)
    ]


def _begins(said: str, name: str) -> bool:
    """Whether something is called so, with its count or its value behind the name."""
    return said == name or said.startswith(f"{name} ")


def _is_used(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) or _takes_tab(widget)


def _takes_tab(widget: QWidget) -> bool:
    wanted = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return wanted and widget.isEnabled() and not widget.isWindow()


def screen_window(widget: QWidget) -> QWindow:
    """What the screen knows a window by: keys and presses go there, as they do in life."""
    handle = widget.windowHandle()
    assert handle is not None
    return handle


def _popups() -> list[QWidget]:
    popup = QApplication.activePopupWidget()
    return [] if popup is None else [popup]


def _menus() -> list[QMenu]:
    return [popup for popup in _popups() if isinstance(popup, QMenu)]


def _scroll_to(widget: QWidget) -> None:
    """Turn the wheel until it shows."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea) and not isinstance(widget, QAbstractScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()


def _path(widget: QWidget) -> str:
    """Where a widget is, for somebody who looks for it in the code."""
    parts = []
    at: QWidget | None = widget
    while at is not None:
        parts.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(parts)
