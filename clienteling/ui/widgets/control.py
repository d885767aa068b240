"""The ground of everything painted that is pressed: label, hover, keyboard, and saying who may."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from clienteling.ui.theme import RADIUS
from clienteling.ui.widgets.focus_ring import FocusRing
from clienteling.ui.widgets.glow import Glow

if TYPE_CHECKING:
    _AnyButton = QAbstractButton
else:
    _AnyButton = object


class Painted(_AnyButton):
    """What painted buttons share, whatever Qt button (push, tick, radio) says their role: mixed in before it.

    The whole rectangle is hit, the pointer lights it (`glow`), the keyboard's focus shows round it (`ring`).
    """

    glow: Glow
    ring: FocusRing

    def dress(self, radius: float = RADIUS) -> None:
        """To be called once, when the Qt button is made."""
        self.glow = Glow(self)
        self.ring = FocusRing(self, radius)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def lit(self) -> float:
        """How far the pointer lights it: 1 while it is pressed."""
        return 1.0 if self.isDown() else self.glow.level

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class Control(Painted, QAbstractButton):
    """A painted button. Space and Enter press it; the ring shows only when the keyboard brought the focus.

    Its words are its `label`, never a mnemonic: names with an ampersand stay whole. What a worker may not use
    stays in reach and says who may, and emits nothing, unless somebody else can sign for it.
    """

    def __init__(self, label: str = "", parent: QWidget | None = None, *, radius: float = RADIUS) -> None:
        super().__init__(parent)
        self._label = ""
        self._who = ""
        self._signable = False
        self._own_tip = ""
        self.dress(radius)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_label(label)

    @property
    def label(self) -> str:
        return self._label

    def spoken(self) -> str:
        """What a screen reader calls it."""
        return self._label

    def announce(self) -> None:
        """To be called when `spoken` has changed."""
        super().setAccessibleName(self.spoken())

    def set_label(self, label: str) -> None:
        self._label = label
        self.announce()
        self.updateGeometry()
        self._explain()
        self.update()

    @property
    def allowed(self) -> bool:
        """Whether it can be pressed, by right or with a signature."""
        return not self._who or self._signable

    @property
    def needs_signature(self) -> bool:
        return bool(self._who) and self._signable

    @property
    def who_may(self) -> str:
        """Who may use this, when the worker may not."""
        return self._who

    def set_not_allowed(self, who_may: str, *, signable: bool = False) -> None:
        """Show the lock and who may instead ("Managers only"); an empty text allows it again.

        Where somebody else can sign, it shows a key and is pressed as usual: who hears of it asks for the signature.
        """
        self._who, self._signable = who_may, signable
        self.blockSignals(not self.allowed)
        self.setAccessibleDescription(who_may)
        self.updateGeometry()
        self._explain()
        self.update()

    def set_tip(self, tip: str) -> None:
        """A tooltip of its own, beside the whole label where that does not fit."""
        self._own_tip = tip
        self._explain()

    def wanted_width(self) -> int:
        """The width at which nothing is elided."""
        return self.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # it saves the whole form
            else:
                self.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        whole = self._label if self.width() < self.wanted_width() else ""
        self.setToolTip("\n".join(part for part in (whole, self._own_tip) if part))
