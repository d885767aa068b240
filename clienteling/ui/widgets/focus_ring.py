"""The ring that shows where the keyboard is: outside the control, so that nothing inside moves."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget
from shiboken6 import isValid

from clienteling.ui.theme import FOCUS_GAP, FOCUS_WIDTH, RADIUS, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_BACK_AGAIN = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_OUTSET = FOCUS_GAP + FOCUS_WIDTH


class FocusRing(QObject):
    """Draws the ring round `target` while it has the focus by keyboard, or by any means with `always`.

    It lives as long as its target. `around` is the widget to draw it round, when that is not the one that has
    the focus.
    """

    def __init__(
        self,
        target: QWidget,
        radius: float = RADIUS,
        *,
        always: bool = False,
        around: QWidget | None = None,
    ) -> None:
        super().__init__(target)
        self._target = target
        self._around = around or target
        self._radius = radius
        self._always = always
        self._by_keyboard = False
        self._frame: _Frame | None = None
        target.installEventFilter(self)

    @property
    def shown(self) -> bool:
        return self._frame is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not vars(self):
            return False  # Python's collector has emptied this half of it, and destroys the target now
        kind = event.type()
        # A control that is being destroyed still loses the focus.
        if not isValid(self._target):
            self._show(False)
        elif kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() not in _BACK_AGAIN:
                self._by_keyboard = event.reason() in _KEYBOARD
            self._show(self._always or self._by_keyboard)
        elif kind == QEvent.Type.FocusOut:
            self._show(False)
        elif kind == QEvent.Type.KeyPress and not self.shown and self._target.hasFocus():
            if event.key() not in _MODIFIERS:  # type: ignore[attr-defined]
                self._by_keyboard = True
                self._show(True)
        elif kind == QEvent.Type.MouseButtonPress and not self._always:
            self._by_keyboard = False
            self._show(False)
        return False

    def _show(self, shown: bool) -> None:
        if not shown and self._frame is not None:
            if isValid(self._frame):
                self._frame.leave()
            self._frame = None
        elif shown and self._frame is None:
            self._frame = _Frame(self._around, self._radius)
            self._frame.follow()


def show_focus(within: QWidget) -> None:
    """Let what has the focus in a widget show it as if Tab had brought it there. What is being typed stays as it is."""
    focus = within.focusWidget()
    if focus is not None and focus.hasFocus() and not isinstance(focus, QLineEdit):
        focus.clearFocus()
        focus.setFocus(Qt.FocusReason.BacktabFocusReason)


class _Frame(QWidget):
    """The drawn ring: a sibling high up in the same window or scrolled content, let through by the mouse."""

    def __init__(self, target: QWidget, radius: float) -> None:
        self._ground = _ground_of(target)
        super().__init__(self._ground)
        self._target = target
        self._radius = radius
        self._left = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in self._chain():
            widget.installEventFilter(self)

    def follow(self) -> None:
        corner = self._target.mapTo(self._ground, QPoint(0, 0))
        self.setGeometry(self._target.rect().translated(corner).adjusted(-_OUTSET, -_OUTSET, _OUTSET, _OUTSET))
        self.setVisible(self._target.isVisibleTo(self._ground))
        self.raise_()

    def leave(self) -> None:
        self._left = True
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # What is on a popup is hidden while the popup is being destroyed, when the ground is gone already.
        is_whole = vars(self) and isValid(self._target) and isValid(self._ground)
        if is_whole and event.type() in _FOLLOWED and not self._left:
            self.follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        accent = theme_of(self).colors.accent
        draw_box(painter, self.rect(), self._radius + _OUTSET, line=accent, width=FOCUS_WIDTH)
        painter.end()

    def _chain(self) -> list[QWidget]:
        chain: list[QWidget] = []
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._ground:
            chain.append(widget)
            widget = widget.parentWidget()
        return chain


def _ground_of(target: QWidget) -> QWidget:
    """The widget the ring is drawn on: what scrolls under a view port, or the window."""
    ground = target.parentWidget() or target
    while not ground.isWindow():
        parent = ground.parentWidget()
        if parent is None:
            break
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            break
        ground = parent
    return ground
