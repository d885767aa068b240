"""What stands before relationship intelligence is enabled: what it is, what it needs, and the button."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.relationship.enabling import Need
from clienteling.services.relationship.choices import Overview
from clienteling.ui.headquarters.relationship.rows import PartRow
from clienteling.ui.headquarters.relationship.words import need_words, said
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.widgets.section import Hairline
from clienteling.ui.widgets.sign import Sign
from clienteling.ui.widgets.state_page import StatePage
from clienteling.ui.widgets.tick_list import TickRow

_WIDTH = 560


class EnablePanel(QWidget):
    """`asked` tells whether somebody confirmed the licence."""

    asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.state = StatePage()
        self.licence = TickRow(translate("RelationshipPage", "I confirm that the company has a licence"))
        self.state.primary.connect(self._ask)
        self.trouble = Label(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self._signs = {need: Sign("") for need in Need}
        self.needs = {need: PartRow(said(need.label), sign) for need, sign in self._signs.items()}
        box = Box()
        box.setMaximumWidth(_WIDTH)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(16, 8, 16, 8)
        rows.setSpacing(0)
        for number, row in enumerate(self.needs.values()):
            if number:
                rows.addWidget(Hairline())
            rows.addWidget(row)
            if number == 0:
                rows.addWidget(self.licence)
                rows.addWidget(self.trouble)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 1000)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(middle)
        column.addStretch()

    def refuse(self, message: str) -> None:
        """Say why it cannot be enabled."""
        self.trouble.setText(message)
        self.trouble.setVisible(bool(message))
        self.licence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.asked.emit(self.licence.isChecked())

    def show_overview(self, overview: Overview) -> None:
        translate = QCoreApplication.translate
        self.state.show_state(
            "waypoints",
            translate("RelationshipPage", "Get started with relationship intelligence"),
            translate(
                "RelationshipPage",
                "How each relationship stands, with figures and a health score, and which colleagues know a customer. "
                "Both are on from the beginning.",
            ),
            primary=translate("RelationshipPage", "Enable"),
        )
        for need in overview.needs:
            met = ("circle-check", Tone.SUCCESS) if need.is_met else ("circle-alert", Tone.WARNING)
            self._signs[need.need].show_icon(*met)
            self.needs[need.need].say(need_words(need))
        self.trouble.hide()
        self.licence.setVisible(not overview.chosen.licence)
