"""What a step of the wizard is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clienteling.ui.headquarters.engagement.wizard.draft import Draft


class WizardStep(QWidget):
    """Shows its part of the draft and writes into it. `edited` is emitted for what people do."""

    edited = Signal()

    def show_draft(self, draft: Draft) -> None:
        """Show what is entered."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether the wizard can go on; if not, the step says why at the field."""
        return True

    def refuse(self, field: str, message: str) -> bool:
        """Whether a field that was refused when all was saved is one of this step's; it says so then."""
        return False

    def focus_first(self) -> None:
        """Where somebody begins."""
