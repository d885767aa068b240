"""What to know before something is stored, and the two ways on from there."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.configuration.item import Remark
from clienteling.ui.messages import remark_words
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.label import Label


class ConfirmDialog(Dialog):
    """Says the remarks; `confirmed` is emitted by the button `go_on`."""

    confirmed = Signal()

    def __init__(self, window: QWidget, title: str, remarks: Sequence[Remark], go_on: str) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, title, translate("Headquarters", "Close"), width=560)
        for remark in remarks:
            self.body.addWidget(Label(remark_words(remark), wrap=True))
        self.cancel = Button(translate("Headquarters", "Go back"))
        self.go_on = Button(go_on, kind=Kind.PRIMARY)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go_on)
        self.cancel.clicked.connect(self.close_now)
        self.go_on.clicked.connect(self._confirm)
        self.closed.connect(self.deleteLater)

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.close_now()
