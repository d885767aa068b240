"""A button that shows what is chosen and opens a menu of the choices."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clienteling.domain.text import fold
from clienteling.ui.theme import CONTROL, FIELD_PADDING, ICON, ICON_SMALL, MEDIUM, RADIUS, REGULAR, theme_of
from clienteling.ui.widgets.control import Control
from clienteling.ui.widgets.drawing import (
    blended,
    draw_box,
    draw_icon,
    draw_text,
    painter_on,
    span,
    text_width,
)
from clienteling.ui.widgets.menu import Menu
from clienteling.ui.widgets.picker import Entry, EntryList

_GAP = 8
_PAUSE = 1000  # ms between letters that belong together
_NO_CHOICE = object()
_TALLEST = 0.7  # of the window's height: what a menu may take


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: the key the program knows it by and the words people see."""

    key: Hashable
    label: str


class Select(Control):
    """Shows the chosen of some choices. `changed` gives the key of what a person chose.

    With `prefix` ("Sort") it is a button of a bar; with `field` it is a field of a form. Up and Down, and
    the letters that a choice begins with, choose without opening. Many choices can be `searched` in their list.
    """

    changed = Signal(object)

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
        *,
        prefix: str = "",
        icon: str = "",
        field: bool = False,
        placeholder: str = "",
        searched: bool = False,
    ) -> None:
        self._choices = tuple(choices)
        self._key: Hashable = None
        self._prefix = prefix
        self._icon = icon
        self._field = field
        self._placeholder = placeholder
        self._searched = searched
        self._list: EntryList | None = None
        self._wrong = False
        self._typed = ""
        self._typing = QElapsedTimer()
        self._name = prefix
        super().__init__(parent=parent)
        if field:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self._show()

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def value(self) -> Hashable:
        """The key of the choice that is shown; None when there is none."""
        return self._key

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._choices = tuple(choices)
        self._show()

    def set_value(self, key: Hashable) -> None:
        """Show a choice, without `changed`."""
        self._key = key
        self._show()

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def spoken(self) -> str:
        return f"{self._name} {self._shown() or self._placeholder}".strip()

    def setAccessibleName(self, name: str) -> None:
        self._name = name
        self.announce()

    def sizeHint(self) -> QSize:
        font = theme_of(self).font(14, MEDIUM)
        words = text_width(font, self._shown() or self._placeholder)
        width = words + _GAP + ICON_SMALL + 2 * self._padding()
        width += ICON + _GAP if self._icon else 0
        width += text_width(theme_of(self).font(), self._prefix) + _GAP if self._prefix else 0
        return QSize(width, CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, CONTROL) if self._field else self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._find(event):
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        keys = [choice.key for choice in self._choices]
        if keys:
            at = keys.index(self._key) + step if self._key in keys else 0
            self._choose(keys[min(max(at, 0), len(keys) - 1)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        colors = theme.colors
        painter = painter_on(self)
        if not self.isEnabled() or not self.allowed:
            draw_box(painter, self.rect(), RADIUS, colors.surface_sunken)
        elif self._wrong:
            draw_box(painter, self.rect(), RADIUS, colors.surface_raised, colors.danger, width=2)
        else:
            fill = blended(colors.surface_raised, colors.surface_sunken, self.lit)
            line = colors.border_strong if self._field else colors.border_control
            draw_box(painter, self.rect(), RADIUS, fill, line)
        left = self._padding()
        right = self.width() - self._padding() - ICON_SMALL
        draw_icon(painter, "chevron-down", span(self, right, ICON_SMALL), ICON_SMALL, colors.text)
        if self._icon:
            draw_icon(painter, self._icon, span(self, left, ICON), ICON, colors.text)
            left += ICON + _GAP
        if self._prefix:
            width = text_width(theme.font(), self._prefix)
            draw_text(painter, span(self, left, width), self._prefix, theme.font(), colors.text_muted)
            left += width + _GAP
        words = self._shown()
        font = theme.font(14, REGULAR if self._field else MEDIUM)
        color = colors.text if words and self.isEnabled() else colors.text_muted
        draw_text(painter, span(self, left, right - _GAP - left), words or self._placeholder, font, color)
        painter.end()

    def _find(self, event: QKeyEvent) -> bool:
        """Letters choose what begins with them, all that were typed without a pause."""
        text = event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if held or not text.isprintable() or not fold(text):
            return False
        if not self._typing.isValid() or self._typing.elapsed() > _PAUSE:
            self._typed = ""
        self._typing.start()
        self._typed += text
        found = (choice.key for choice in self._choices if fold(choice.label).startswith(fold(self._typed)))
        key = next(found, _NO_CHOICE)
        if key is not _NO_CHOICE:
            self._choose(key)
        return True

    def _shown(self) -> str:
        return next((choice.label for choice in self._choices if choice.key == self._key), "")

    def _show(self) -> None:
        self.set_label(self._shown())

    def _choose(self, key: Hashable) -> None:
        if key != self._key:
            self.set_value(key)
            self.changed.emit(key)

    def _open(self) -> None:
        # A menu as tall as that would leave the window.
        if self._searched or len(self._choices) * CONTROL > self.window().height() * _TALLEST:
            self._open_list()
            return
        menu = Menu(self)
        for choice in self._choices:
            menu.add(choice.label, partial(self._choose, choice.key), chosen=choice.key == self._key)
        menu.open_below(self)

    def _open_list(self) -> None:
        if self._list is None:
            search = QCoreApplication.translate("Select", "Search")
            self._list = EntryList(self, search, self._name, plain=True)
            self._list.chosen.connect(self._choose)
        self._list.ask(self, [Entry(choice.key, choice.label) for choice in self._choices], self._key)

    def _padding(self) -> int:
        return FIELD_PADDING if self._field else 16
