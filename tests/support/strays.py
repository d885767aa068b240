"""Windows that nobody wanted."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from clienteling.ui.window import MainWindow


class Strays(QObject):
    """Remembers windows that opened beside the program's own. There should be none but menus and the like."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched.windowType() not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            and not isinstance(watched, MainWindow)
        ):
            self.windows.append(repr(watched))
        return False
