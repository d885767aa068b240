"""What an activity or a note said before it was edited."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clienteling.domain.activity import Revision, TimelineItem, TimelineKind
from clienteling.ui.pos.customer.wrapped_text import WrappedText
from clienteling.ui.theme import MEDIUM
from clienteling.ui.till import Till
from clienteling.ui.widgets.box import Box
from clienteling.ui.widgets.button import Button
from clienteling.ui.widgets.dialog import Dialog
from clienteling.ui.widgets.label import Label, Tone
from clienteling.ui.window import LOCK_KEYS

_WIDTH = 640


class FormerTexts(Dialog):
    """A box for each former text, the latest first."""

    def __init__(self, till: Till, window: QWidget) -> None:
        translate = QCoreApplication.translate
        close = translate("CustomerPage", "Close")
        super().__init__(window, translate("CustomerPage", "Former texts"), close, width=_WIDTH)
        self.let_through(QKeySequence(LOCK_KEYS))
        self._till = till
        self._button = Button(close)
        self._button.clicked.connect(self.close_now)
        self.foot.addStretch()
        self.foot.addWidget(self._button)

    def ask(self, item: TimelineItem) -> None:
        """Open for an item."""
        read = partial(self._till.services.timeline_edits.history, self._till.session, item.kind, item.id)
        show = partial(self._show, item)
        self._till.tasks.query(self, read, show, key="history", failed=self._till.messages.error)

    @property
    def texts(self) -> list[str]:
        """The texts that are shown."""
        return [shown.text for shown in self.findChildren(WrappedText) if not shown.isHidden()]

    def _show(self, item: TimelineItem, former: Sequence[Revision]) -> None:
        translate = QCoreApplication.translate
        while (taken := self.body.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        activity = item.kind is TimelineKind.ACTIVITY
        self.set_title(
            translate("CustomerPage", "Former texts"),
            translate("CustomerPage", "What this activity said before")
            if activity
            else translate("CustomerPage", "What this note said before"),
        )
        for revision in former:
            self.body.addWidget(self._box(revision))
        if not former:
            self.body.addWidget(Label(translate("CustomerPage", "It was never edited."), tone=Tone.MUTED))
        self.open(self._button)

    def _box(self, revision: Revision) -> QWidget:
        formats, now = self._till.formats, self._till.now()
        words = QCoreApplication.translate("CustomerPage", "Until {moment}, when {worker} changed it")
        if not revision.replaced.worker:
            words = QCoreApplication.translate("CustomerPage", "Until {moment}")
        head = words.format(moment=formats.moment(revision.replaced.at, now), worker=revision.replaced.worker)
        box = Box(fill="surface_sunken", line="")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(16, 12, 16, 14)
        rows.setSpacing(4)
        rows.addWidget(Label(head, tone=Tone.MUTED, wrap=True))
        if revision.type is not None and revision.at is not None:
            rows.addWidget(
                Label(f"{revision.type.label(formats.language)} · {formats.moment(revision.at, now)}", weight=MEDIUM)
            )
        for text, weight in ((revision.title, MEDIUM), (revision.text, 400)):
            if text:
                rows.addWidget(WrappedText(text, weight=weight))
        return box
