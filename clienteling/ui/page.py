"""What every page is: it is entered with an argument, left, told what changed, and asks to go elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes
from clienteling.domain.operations import Operation

BACK = "back"
"""What a page emits with `go` to return to where the worker came from."""

SCAN = "scan"
"""What a page emits with `go` to put the focus into the search field, for typing or for a scanner."""

LOCK = "lock"
"""What a page emits with `go` to lock the till."""


class Page(QWidget):
    """A page of the window. Pages override `activate`, `refresh` and what else concerns them.

    A page that is not shown is not refreshed: it remembers what changed and hears of it when it is shown again.
    """

    go = Signal(str, object)
    """The key of another page and its argument, or one of `BACK`, `SCAN` and `LOCK`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active = False
        self._missed: Changes | None = None

    @property
    def is_active(self) -> bool:
        """Whether the page is the one shown."""
        return self._active

    # Overridden by pages

    def activate(self, argument: object) -> None:
        """The page is shown. `argument` is what `go` gave, None for the rail and for coming back by it."""

    def deactivate(self) -> None:
        """The page is about to be hidden; what was typed stays."""

    def keep(self) -> None:
        """Put by what is typed: the till is about to be locked, or left by its worker."""

    def refresh(self, changes: Changes) -> None:
        """Something was written; read again what `changes.concerns`."""

    def focus_filter(self) -> None:
        """The slash key: put the focus into the filter, if there is one."""

    def edit(self) -> None:
        """F2: edit what the page shows."""

    def go_back(self) -> bool:
        """Esc: whether the page used it itself, to close something of its own."""
        return False

    # Called by the window

    def enter(self, argument: object) -> None:
        """Show it, and then refresh what it missed."""
        self._active = True
        self.activate(argument)
        missed, self._missed = self._missed, None
        if missed is not None:
            self.refresh(missed)

    def leave(self) -> None:
        self.deactivate()
        self._active = False

    def receive(self, changes: Changes) -> None:
        """Refresh now, or later when it is shown."""
        if self._active:
            self.refresh(changes)
        else:
            self._missed = changes if self._missed is None else both(self._missed, changes)


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page the window can show; `build` is called when it is first gone to.

    Titles are in the worker's language. Without permission for `operation` it is not in the rail. `rail_key` names
    the page whose place in the rail is lit while this one is shown.
    """

    key: str
    title: str
    icon: str
    build: Callable[[], Page]
    operation: Operation | None = None
    in_rail: bool = True
    rail_key: str = ""


def both(first: Changes, second: Changes) -> Changes:
    """What two writes touched together. No customers named means any of them."""
    everybody = not first.customer_ids or not second.customer_ids
    customers = frozenset() if everybody else first.customer_ids | second.customer_ids
    return Changes(first.kinds | second.kinds, customers)
