"""What an empty database shows: make the demo company, set up one's own, or import it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.ui.pos.import_page import Importing, ImportPanel
from clienteling.ui.theme import PAGE_PADDING
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.page_head import PageHead
from clienteling.ui.widgets.state_page import Mood, StatePage


class FirstRunPage(QWidget):
    """Emits `demo_asked`, `set_up_asked` and `import_asked`; says what it is doing, and what went wrong."""

    demo_asked = Signal()
    set_up_asked = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = StatePage()
        self._state.primary.connect(self.demo_asked)
        self._state.plain.connect(self.set_up_asked)
        self._state.other.connect(self.import_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._state)
        self.setFocusProxy(self._state.primary_button)
        self.ask()

    def ask(self) -> None:
        translate = QCoreApplication.translate
        self._state.show_state(
            "store",
            translate("FirstRunPage", "There is no company here yet"),
            translate(
                "FirstRunPage",
                "Look around in a demo company with invented customers, set up your own, or import it from files.",
            ),
            primary=translate("FirstRunPage", "Make the demo company"),
            plain=translate("FirstRunPage", "Set up a company"),
            other=translate("FirstRunPage", "Import files…"),
        )

    def say_busy(self) -> None:
        translate = QCoreApplication.translate
        self._state.show_state(
            "store",
            translate("FirstRunPage", "Making the demo company"),
            translate("FirstRunPage", "Some thousand customers with all they bought. This takes a few seconds."),
        )

    def say_failed(self, title: str, message: str) -> None:
        translate = QCoreApplication.translate
        self._state.show_state(
            "circle-alert",
            title,
            message,
            mood=Mood.FAILED,
            primary=translate("FirstRunPage", "Try again"),
            plain=translate("FirstRunPage", "Set up a company"),
            other=translate("FirstRunPage", "Import files…"),
        )


class FirstImportPage(QWidget):
    """Importing into an empty database, before anybody can sign in. `done` is emitted by the button at its head."""

    done = Signal()

    def __init__(self, importing: Importing) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        button = Button(translate("FirstRunPage", "To the sign-in"), icon="log-in")
        button.clicked.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)
        column.addWidget(PageHead(translate("FirstRunPage", "Import your own company"), button))
        panel = ImportPanel(importing)
        column.addWidget(panel, 1)
        self.setFocusProxy(panel.form.path)
