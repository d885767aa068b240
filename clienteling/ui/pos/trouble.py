"""What shows instead of everything when the data cannot be used."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.ui.widgets.state_page import Mood, StatePage


class TroublePage(QWidget):
    """Says what is wrong; emits `retry`."""

    retry = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = StatePage()
        self._state.primary.connect(self.retry)
        self.setFocusProxy(self._state.primary_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._state)
        translate = QCoreApplication.translate
        self.say(
            translate("TroublePage", "The program cannot start"),
            translate("TroublePage", "Something unexpected happened. The log says what; nothing was changed."),
        )

    def say(self, title: str, message: str) -> None:
        self._state.show_state(
            "database",
            title,
            message,
            mood=Mood.FAILED,
            primary=QCoreApplication.translate("TroublePage", "Try again"),
            primary_icon="refresh-cw",
        )
