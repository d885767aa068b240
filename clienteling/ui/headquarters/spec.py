"""What a page of the workspace is, as the list of all of them has it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from clienteling.domain.operations import Operation
from clienteling.ui.page import Page


@dataclass(frozen=True, slots=True)
class HeadquartersSpec:
    """A page of the workspace; `build` is called when it is first gone to. Without permission it is not offered.

    Pages of one `group` stand together; the group's title stands over the first of them.
    """

    key: str
    title: str
    icon: str
    group: str
    build: Callable[[], Page]
    operation: Operation = Operation.SET_UP


class WidePage(Page):
    """A page that takes the place of the side navigation at times, such as for the steps of a wizard."""

    widened = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.is_wide = False

    def set_wide(self, *, wide: bool) -> None:
        if wide != self.is_wide:
            self.is_wide = wide
            self.widened.emit(wide)
