"""One step of the set-up: its number or a tick, what it is for, and its form while it is open."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.configuration.steps import Step
from clienteling.ui.theme import STRONG, theme_of
from clienteling.ui.widgets.button import Button, Link
from clienteling.ui.widgets.drawing import CENTER, draw_box, draw_icon, draw_text, painter_on
from clienteling.ui.widgets.label import Label, Tone

_DISC = 24
_HEIGHT = 52


class StepRow(QWidget):
    """`opened` asks for its form: by *Do it*, or by *Change* where it is done."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_open = False
        self.form: QWidget | None = None
        self._sign = _Sign()
        self.title = Label(weight=STRONG)
        self.note = Label(tone=Tone.MUTED, elide=True)
        self.purpose = Label(tone=Tone.MUTED, wrap=True)
        translate = QCoreApplication.translate
        self.change = Link(translate("SetUp", "Change"))
        self.do = Button(translate("SetUp", "Do it"))
        self.change.clicked.connect(self.opened)
        self.do.clicked.connect(self.opened)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title)
        line.addWidget(self.note, 1)
        line.addWidget(self.change)
        line.addWidget(self.do)
        self._inner = QVBoxLayout()
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(4)
        self._inner.addLayout(line)
        self._inner.addWidget(self.purpose)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(16)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._inner, 1)
        self.setMinimumHeight(_HEIGHT)

    def set_form(self, form: QWidget) -> None:
        """What is shown while the step is open."""
        self.form = form
        self._inner.addWidget(form)

    def show_step(self, number: int, step: Step, note: str, *, is_open: bool) -> None:
        translate = QCoreApplication.translate
        self.is_open = is_open
        title = translate("Problem", step.title)
        self.title.setText(title)
        later = translate("SetUp", "later, if you like") if step.optional and not step.is_done else ""
        self.note.setText("" if is_open else note or later or translate("Problem", step.purpose))
        self.purpose.setText(translate("Problem", step.purpose))
        self.purpose.setVisible(is_open)
        self.change.setVisible(step.is_done and not is_open)
        self.do.setVisible(not step.is_done and not is_open)
        for button in (self.change, self.do):
            button.setAccessibleDescription("")
            button.set_tip(title)
        self._sign.show_step(number, done=step.is_done, is_open=is_open)
        self.setAccessibleName(title)
        if self.form is not None:
            self.form.setVisible(is_open)
        self.layout().setContentsMargins(20, 14 if is_open else 4, 20, 16 if is_open else 4)  # type: ignore[union-attr]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_open:
            painter = painter_on(self)
            painter.fillRect(self.rect(), theme_of(self).colors.accent_weak)
            painter.end()


class _Sign(QWidget):
    """A disc with the number, or with a tick."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._done, self._open = 0, False, False
        self.setFixedSize(QSize(_DISC, 44))

    def show_step(self, number: int, *, done: bool, is_open: bool) -> None:
        self._number, self._done, self._open = number, done, is_open
        words = QCoreApplication.translate("SetUp", "Step {number}").format(number=number)
        self.setAccessibleName(f"{words}, {QCoreApplication.translate('SetUp', 'done')}" if done else words)
        self.setFixedHeight(_DISC if is_open else 44)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        disc = QRect(0, (self.height() - _DISC) // 2, _DISC, _DISC)
        if self._done:
            draw_box(painter, disc, _DISC / 2, colors.success_weak)
            draw_icon(painter, "check", disc, 16, colors.success)
        else:
            fill, line = (colors.accent, None) if self._open else (colors.surface_raised, colors.border_control)
            draw_box(painter, disc, _DISC / 2, fill, line)
            color = colors.on_accent if self._open else colors.text_muted
            draw_text(painter, disc, str(self._number), theme_of(self).font(12, STRONG), color, align=CENTER)
        painter.end()
