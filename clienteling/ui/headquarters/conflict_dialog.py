"""Two administrators changed the same: what each of them wants, side by side, and the choice."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clienteling.domain.configuration.configuration import ChangedMeanwhile, ItemChange
from clienteling.domain.configuration.item import Item
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.theme import MEDIUM, STRONG
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.label import Label, Tone

_WIDTH = 860


class ConflictDialog(Dialog):
    """`mine_chosen` replaces theirs, `theirs_chosen` gives up one's own; closing it leaves both as they are."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(
        self, window: QWidget, conflict: ChangedMeanwhile, mine: Item | None, section: str, labels: Mapping[str, str]
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(window, problem_title(conflict), translate("Headquarters", "Close"), width=_WIDTH)
        self.set_title(problem_title(conflict), problem_message(conflict))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        wanted = translate("Headquarters", "As you want it")
        if mine is None:
            wanted = translate("Headquarters", "You want to delete it")
        heads = ("", translate("Headquarters", "As it is now"), wanted)
        for column, words in enumerate(heads):
            grid.addWidget(Label(words, size=12, weight=STRONG, tone=Tone.MUTED), 0, column)
        key = (mine or conflict.theirs).key if (mine or conflict.theirs) else ""  # type: ignore[union-attr]
        change = ItemChange(section, key, conflict.theirs, mine)
        for line, field in enumerate(change.fields(), 1):
            grid.addWidget(
                Label(_called(field.field, labels), weight=MEDIUM, wrap=True), line, 0, Qt.AlignmentFlag.AlignTop
            )
            for column, text in ((1, field.before), (2, field.after)):
                grid.addWidget(Label("–" if text is None else text or "–", wrap=True), line, column)
        self.body.addWidget(table)
        self.theirs = Button(translate("Headquarters", "Keep it as it is now"))
        words = translate("Headquarters", "Save mine instead")
        if mine is None:
            words = translate("Headquarters", "Delete it all the same")
        self.mine = Button(words, kind=Kind.PRIMARY)
        self.foot.addStretch(1)
        self.foot.addWidget(self.theirs)
        self.foot.addWidget(self.mine)
        self.theirs.clicked.connect(self._take_theirs)
        self.mine.clicked.connect(self._take_mine)
        self.closed.connect(self.deleteLater)

    def _take_theirs(self) -> None:
        self.theirs_chosen.emit()
        self.close_now()

    def _take_mine(self) -> None:
        self.mine_chosen.emit()
        self.close_now()


def _called(field: str, labels: Mapping[str, str]) -> str:
    """What people call a field: as the form does, or else by the name that files have for it."""
    stem, _, rest = field.partition(".")
    return labels.get(field) or (f"{labels[stem]} {rest}".strip() if stem in labels else field.replace("_", " "))
