"""The parts of the composer and how they lie."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clienteling.domain.activity import Restriction
from clienteling.ui.pos.customer.when_select import WhenSelect
from clienteling.ui.theme import CONTROL, SPACE_3, STRONG, TEXT_BODY, theme_of
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button, Kind, Link
from clienteling.ui.widgets.chip import ChoiceChip
from clienteling.ui.widgets.error_line import ErrorLine
from clienteling.ui.widgets.flow_layout import FlowLayout
from clienteling.ui.widgets.key_cap import KeyCap
from clienteling.ui.widgets.label import Tone
from clienteling.ui.widgets.segments import Segment, Segments
from clienteling.ui.widgets.switch import Switch
from clienteling.ui.widgets.text_area import TextArea

_TITLE_HEIGHT = 32


class ComposerLayout(Box):
    """A box: kinds, and when or for whom; a title if wanted; the text, growing to six lines; what is wrong; save."""

    def __init__(self, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.chips = FlowLayout()
        self.note_chip = ChoiceChip(translate("CustomerPage", "Note"), icon="sticky-note", square=True)
        self.chips.addWidget(self.note_chip)
        self.when = WhenSelect(till)
        self.restriction = Segments(
            [
                Segment(Restriction.INTERNAL, translate("CustomerPage", "Internal")),
                Segment(Restriction.EXTERNAL, translate("CustomerPage", "External")),
            ],
            Restriction.INTERNAL,
            name=translate("CustomerPage", "Who may read the note"),
        )
        self.pinned = Switch(translate("CustomerPage", "Pinned"))
        self.private = Switch(translate("CustomerPage", "Only me until handed over"))
        self.title = QLineEdit()
        self.title.setPlaceholderText(translate("CustomerPage", "Title"))
        self.title.setAccessibleName(translate("CustomerPage", "Title"))
        self.title.setFont(theme_of(self).font(TEXT_BODY, STRONG))
        self.title.setFrame(False)
        self.title.setFixedHeight(_TITLE_HEIGHT)
        self.text = TextArea(translate("CustomerPage", "What happened"), least_lines=2, framed=False)
        self.error_line = ErrorLine()
        self.title_link = Link(translate("CustomerPage", "Add a title"), icon="heading", tone=Tone.MUTED)
        self.title_link.clicked.connect(self._ask_title)
        self.save_button = Button("", kind=Kind.PRIMARY)
        for edit in (self.text.edit, self.title):
            edit.installEventFilter(self)
        self._wrong = False
        self._lay_out()
        self.show_title(False)

    def show_kind(self, *, note: bool) -> None:
        """Ask for what an activity needs, or a note."""
        translate = QCoreApplication.translate
        self.when.setVisible(not note)
        for choice in (self.restriction, self.pinned, self.private):
            choice.setVisible(note)
        if note:
            self.save_button.set_label(translate("CustomerPage", "Save note"))
            words = translate("CustomerPage", "What is true of the customer beyond one visit?")
        else:
            self.save_button.set_label(translate("CustomerPage", "Save activity"))
            words = translate("CustomerPage", "What happened?")
        self.text.set_placeholder(words)

    def show_title(self, shown: bool) -> None:
        self.title.setVisible(shown)
        self.title_link.setVisible(not shown)

    def show_error(self, field: str, message: str) -> None:
        """Say what is wrong, and put the focus where it is."""
        self._wrong = True
        self.error_line.say(message)
        target = self.title if field == "title" else self.text
        if field == "title":
            self.show_title(True)
        target.setAccessibleDescription(message)
        target.setFocus()
        self._outline()

    def clear_error(self) -> None:
        if self._wrong:
            self._wrong = False
            self.error_line.say("")
            self.title.setAccessibleDescription("")
            self.text.setAccessibleDescription("")
            self._outline()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._outline()
        return super().eventFilter(watched, event)

    def _outline(self) -> None:
        """The box stands for the fields in it: it shows their focus and what is wrong."""
        typing = self.text.edit.hasFocus() or self.title.hasFocus()
        self.set_colors("surface_raised", "danger" if self._wrong else "accent" if typing else "border")

    def _ask_title(self) -> None:
        self.show_title(True)
        self.title.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_3)
        kinds = QWidget()
        kinds.setLayout(self.chips)
        head.addWidget(kinds, 1)
        for choice in (self.when, self.restriction):
            choice.setFixedHeight(CONTROL)
            head.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(4, 0, 4, 0)
        words.setSpacing(4)
        for part in (self.title, self.text, self.error_line):
            words.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_3)
        foot.addSpacing(2)
        foot.addWidget(self.title_link)
        foot.addSpacing(SPACE_3)
        foot.addWidget(self.pinned)
        foot.addSpacing(SPACE_3)
        foot.addWidget(self.private)
        foot.addStretch()
        foot.addWidget(KeyCap(QCoreApplication.translate("CustomerPage", "Ctrl Enter")))
        foot.addWidget(self.save_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addLayout(words)
        rows.addLayout(foot)
