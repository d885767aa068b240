"""The bar that floats up while something is selected: how many, and what can be done with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clienteling.ui.theme import STRONG
from clienteling.ui.widgets.button import Button, IconButton, Kind, Link
from clienteling.ui.widgets.floating import Floating
from clienteling.ui.widgets.label import Label
from clienteling.ui.widgets.menu import Menu
from clienteling.ui.widgets.tab_order import read_in_order

HEIGHT = 68
_FROM_SIDE = 24
_FROM_BOTTOM = 16


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do with what is selected. `who_may` says who may, when this worker may not.

    When the bar is narrow, the commands with the lowest `rank` go into the menu first.
    """

    label: str
    icon: str
    act: Callable[[], object]
    who_may: str = ""
    signable: bool = False
    danger: bool = False
    rank: int = 1


class CommandBar(Floating):
    """A bar over the foot of `host`. `closed` asks to drop the selection, `select_all` for all that is found."""

    closed = Signal()
    select_all = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, fill="surface_raised", line="border_control")
        translate = QCoreApplication.translate
        self._commands: tuple[Command, ...] = ()
        self._buttons: list[Button] = []
        self._shown: list[bool] = []
        self.close_button = IconButton("x", translate("CommandBar", "Clear the selection"))
        self.close_button.clicked.connect(self.closed)
        self._count = Label(weight=STRONG)
        self.all_link = Link("")
        self.all_link.clicked.connect(self.select_all)
        self.more_button = IconButton("ellipsis", translate("CommandBar", "More commands"))
        self.more_button.clicked.connect(self._open_more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.close_button)
        self._row.addSpacing(4)
        self._row.addWidget(self._count)
        self._row.addSpacing(16)
        self._row.addWidget(self.all_link)
        self._row.addStretch()
        self._row.addWidget(self.more_button)
        self.more_button.hide()
        self.all_link.hide()

    @property
    def count_text(self) -> str:
        return self._count.text()

    def set_count(self, text: str, select_all: str = "") -> None:
        """Say how many are selected; `select_all` is the link to all of them, "" for none."""
        self._count.setText(text)
        self.all_link.set_label(select_all)
        self.all_link.setVisible(bool(select_all))
        self.setAccessibleName(text)
        self._fit()

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Offer these, from the near to the far side."""
        for button in self._buttons:
            if button.hasFocus():
                self._send_keyboard_home()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._commands = tuple(commands)
        self._buttons = [_command_button(command, self) for command in self._commands]
        for button in self._buttons:
            self._row.insertWidget(self._row.count() - 1, button)
        read_in_order((self.close_button, self.all_link, *self._buttons, self.more_button))
        self._fit()

    def button(self, label: str) -> Button:
        """The button of a command, shown or not. Raises KeyError for a label it has not."""
        for button in self._buttons:
            if button.label == label:
                return button
        raise KeyError(label)

    def place(self, host: QRect) -> QRect:
        width = host.width() - 2 * _FROM_SIDE
        return QRect(_FROM_SIDE, host.height() - _FROM_BOTTOM - HEIGHT, width, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the commands there is room for; the others stand in the menu."""
        room = self.box().width() - 16
        room -= self.close_button.sizeHint().width() + 4 + self._count.sizeHint().width() + 32
        room -= self.all_link.sizeHint().width() if self.all_link.label else 0
        order = sorted(range(len(self._commands)), key=lambda at: (self._commands[at].rank, -at))
        needed = sum(button.sizeHint().width() for button in self._buttons)
        hidden: set[int] = set()
        for at in order:
            menu = self.more_button.sizeHint().width() if hidden else 0
            if needed + menu <= room:
                break
            hidden.add(at)
            needed -= self._buttons[at].sizeHint().width()
        for at, button in enumerate(self._buttons):
            button.setVisible(at not in hidden)
        self.more_button.setVisible(bool(hidden))

    def _open_more(self) -> None:
        menu = Menu(self)
        for command, button in zip(self._commands, self._buttons, strict=True):
            if button.isHidden():
                menu.add(
                    command.label,
                    command.act,
                    icon_name=command.icon,
                    why_not=command.who_may,
                    signable=command.signable,
                )
        menu.open_below(self.more_button, from_right=True)


def _command_button(command: Command, parent: QWidget) -> Button:
    kind = Kind.QUIET_DANGER if command.danger else Kind.QUIET
    button = Button(command.label, parent, icon=command.icon, kind=kind)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _checked=False: command.act())
    button.set_not_allowed(command.who_may, signable=command.signable)
    return button
