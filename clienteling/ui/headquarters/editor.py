"""The form of one item, with what is wrong with it, and what can be done with it."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clienteling.domain.configuration.configuration import Finding
from clienteling.domain.configuration.item import Item
from clienteling.domain.errors import Invalid
from clienteling.ui.headquarters.noun import Aside, Known, Noun, Values
from clienteling.ui.messages import problem_message
from clienteling.ui.theme import SPACE_4
from clienteling.ui.till import Till
from clienteling.ui.widgets.banner import Banner, Weight
from clienteling.ui.widgets.button import Button, Kind
from clienteling.ui.widgets.form import Form
from clienteling.ui.widgets.section import Hairline

_FORM_WIDTH = 720
_ASIDE_WIDTH = 328
_BESIDE_FROM = 900
_BELOW_FIELDS = 3


class Editor(QWidget):
    """`edited` is emitted for what people type; `delete_asked` and `undo_asked` (of what waits) by its buttons."""

    edited = Signal()
    delete_asked = Signal()
    undo_asked = Signal()

    def __init__(self, till: Till, noun: Noun) -> None:
        super().__init__()
        self._noun = noun
        self._known: Known | None = None
        self._has_fields = False
        self.opened: Item | None = None
        translate = QCoreApplication.translate
        self.form = Form((), till.formats.locale, till.formats.today(till.now()))
        self.banner = Banner(weight=Weight.DANGER, icon="circle-alert")
        self.waiting = Banner(weight=Weight.WARNING, icon="clock", inline=True)
        self.delete_button = Button(translate("Headquarters", "Delete"), icon="trash-2", kind=Kind.DANGER)
        self.aside = noun.aside()
        self._lay_out()
        self.form.edited.connect(self._tell)
        self.delete_button.clicked.connect(self.delete_asked)
        self.waiting.acted.connect(self.undo_asked)
        self.show_nothing()

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._content.setMaximumWidth(_FORM_WIDTH)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(4, 4, 16, 16)
        inner.setSpacing(SPACE_4)
        for widget in (self.banner, self.waiting, self.form):
            inner.addWidget(widget)
        self._line = Hairline(room=4)
        inner.addWidget(self._line)
        inner.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._content)
        self._inner, self._row = inner, QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_4)
        self._row.addWidget(self.area, 1)
        if self.aside is not None:
            self.aside.setFixedWidth(_ASIDE_WIDTH)
            self._place_aside(self.aside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.aside is not None:
            self._place_aside(self.aside)

    def _place_aside(self, aside: Aside) -> None:
        """Beside the form where there is room, else below its fields."""
        beside = self.width() >= _BESIDE_FROM
        wanted = self if beside else self._content
        if aside.parentWidget() is wanted:
            return
        if beside:
            self._inner.removeWidget(aside)
            self._row.addWidget(aside)
        else:
            self._row.removeWidget(aside)
            self._inner.insertWidget(_BELOW_FIELDS, aside)
        aside.setVisible(not self.area.isHidden())

    # What it shows

    def show_nothing(self) -> None:
        self.opened = None
        self.area.hide()
        if self.aside is not None:
            self.aside.hide()

    def show_item(self, item: Item | None, known: Known, typed: Values | None, *, waits: bool) -> None:
        """Show an item, or a new one (None), or what somebody has `typed` instead of it."""
        noun, opened, self._known = self._noun, self.opened, known
        self.opened = item
        self._say_waiting(waits)
        if typed is not None and item == opened and self.form.values() == typed:
            # Somebody is typing here: nothing moves under their hands.
            return
        self.say("")
        self.form.set_fields(noun.fields(item, known))
        self.form.set_values(noun.values(item) if item is not None else noun.blank(known))
        if typed is not None:
            self.form.fill(typed)
        self.form.set_enabled((name for name in noun.fixed if self.form.field(name)), item is None)
        self.delete_button.setVisible(item is not None and not noun.section.fixed)
        self._line.setVisible(not self.delete_button.isHidden())
        self.area.show()
        self._follow()

    def _say_waiting(self, waits: bool) -> None:
        translate = QCoreApplication.translate
        self.waiting.say(
            translate("Headquarters", "Tills do not have this yet."),
            translate("Headquarters", "Job {job} brings it to them.").format(job=int(self._noun.section.job)),
            translate("Headquarters", "Take it back"),
        )
        self.waiting.setVisible(waits)

    def say(self, title: str, text: str = "") -> None:
        """Say over the form what stands in the way; "" takes it away."""
        self.banner.say(title, text, "")
        self.banner.setVisible(bool(title))
        if title:
            self.area.verticalScrollBar().setValue(0)

    # What stands in it

    @property
    def is_dirty(self) -> bool:
        return self.form.is_dirty

    def values(self) -> Values:
        return self.form.values()

    def read(self) -> Item | None:
        """The item as the form describes it; None if something in it cannot be read, which it then shows."""
        values = self.form.read()
        if values is None:
            return None
        try:
            return self._noun.item(values, self.opened)
        except Invalid as problem:
            self.show_problems({problem.field: problem_message(problem)})
            return None

    def show_findings(self, findings: Iterable[Finding], key: str) -> None:
        """What is wrong: at the fields, or over the form for what has no field here."""
        mine = {f.field: problem_message(f.problem) for f in findings if f.key == key}
        others = [f"{f.key}: {problem_message(f.problem)}" for f in findings if f.key != key]
        self.show_problems(mine, others)

    def show_problems(self, problems: Mapping[str, str], others: Iterable[str] = ()) -> None:
        homeless = self.form.show_errors(problems)
        said = [*(problems[name] for name in homeless), *others]
        if said:
            title = QCoreApplication.translate("Headquarters", "This cannot be saved yet")
            self.say(title, " ".join(said))

    def focus_first(self) -> None:
        self.form.focus_first()

    def _tell(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        self._noun.follow(self.form)
        if self.aside is not None and self._known is not None:
            self.aside.show()
            self.aside.follow(self.form.values(), self._known)
