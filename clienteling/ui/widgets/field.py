"""A field of a form: the label above, what is wrong below."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clienteling.ui.theme import CONTROL, FIELD_PADDING, ICON_SMALL, MEDIUM, RADIUS, Theme, theme_of
from clienteling.ui.widgets.button import IconButton
from clienteling.ui.widgets.drawing import (
    RIGHT,
    draw_box,
    draw_icon,
    draw_text,
    mirrored,
    painter_on,
    span,
    text_width,
)
from clienteling.ui.widgets.error_line import ErrorLine
from clienteling.ui.widgets.focus_ring import FocusRing
from clienteling.ui.widgets.label import Label, Tone, tone_color

_LABEL_GAP = 6
_WRONG_LINE = 2
EYE_KEY = "F8"
"""Shows what stands in a password field, and hides it again."""


class FieldEdit(QLineEdit):
    """The line one types in: a box 44 high, with room for a prefix before and a note behind the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = False
        self._fill = "surface_raised"
        self._prefix = ""
        self._note = ""
        self._icon = ""
        self._icon_tone = Tone.MUTED
        self._room_behind = 0
        self.setFrame(False)
        self.setFixedHeight(CONTROL)
        self.setFont(theme_of(self).font())
        self.ring = FocusRing(self, RADIUS, always=True)
        self._make_room()

    @property
    def wrong(self) -> bool:
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def set_prefix(self, prefix: str) -> None:
        """Muted text before what is typed, such as a country's calling code."""
        self._prefix = prefix
        self._make_room()

    def set_behind(self, note: str = "", icon: str = "", tone: Tone = Tone.MUTED) -> None:
        """A muted note and an icon at the end of the field."""
        self._note, self._icon, self._icon_tone = note, icon, tone
        self._make_room()

    def reserve(self, width: int) -> None:
        """Keep room behind the text for a child widget."""
        self._room_behind = width
        self._make_room()

    def sizeHint(self) -> QSize:
        return QSize(200, CONTROL)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        colors = theme.colors
        fill = colors.surface_raised if self.isEnabled() else colors.surface_sunken
        if self._wrong:
            draw_box(painter, self.rect(), RADIUS, fill, colors.danger, width=_WRONG_LINE)
        else:
            draw_box(painter, self.rect(), RADIUS, fill, colors.border_strong)
        self._paint_additions(painter, theme)
        painter.end()
        super().paintEvent(event)

    def _paint_additions(self, painter: QPainter, theme: Theme) -> None:
        muted = theme.colors.text_muted
        if self._prefix:
            place = span(self, FIELD_PADDING, text_width(theme.font(), self._prefix))
            draw_text(painter, place, self._prefix, theme.font(), muted)
        right = self.width() - FIELD_PADDING - self._room_behind
        if self._icon:
            color = tone_color(self._icon_tone, theme)
            draw_icon(painter, self._icon, span(self, right - ICON_SMALL, ICON_SMALL), ICON_SMALL, color)
            right -= ICON_SMALL + 8
        if self._note:
            width = text_width(theme.font(), self._note)
            draw_text(painter, span(self, right - width, width), self._note, theme.font(), muted, align=RIGHT)

    def _make_room(self) -> None:
        font = theme_of(self).font()
        left = FIELD_PADDING + (text_width(font, self._prefix) + 10 if self._prefix else 0)
        right = FIELD_PADDING + self._room_behind
        right += ICON_SMALL + 8 if self._icon else 0
        right += text_width(font, self._note) + 8 if self._note else 0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        # QLineEdit keeps two pixels of its own on either side.
        self.setTextMargins(left - 2, 0, right - 2, 0)
        self.update()


class Labelled(QWidget):
    """Any control with its label above and, while something is wrong, an icon and a sentence below.

    `note` stands muted behind the label, such as "(optional)".
    """

    def __init__(self, label: str, control: QWidget, parent: QWidget | None = None, *, note: str = "") -> None:
        super().__init__(parent)
        self._control = control
        self._label = Label(label, weight=MEDIUM)
        self._note = Label(note, tone=Tone.MUTED, elide=True)
        self._error = ErrorLine(above=_LABEL_GAP)
        self._label.setBuddy(control)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, _LABEL_GAP)
        head.setSpacing(5)
        head.addWidget(self._label)
        head.addWidget(self._note, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(control)
        rows.addWidget(self._error)
        rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.set_label(label)
        self.setFocusProxy(control)

    @property
    def label(self) -> str:
        return self._label.text()

    @property
    def error(self) -> str:
        """What is said to be wrong; "" when nothing is."""
        return self._error.text

    def set_label(self, label: str, note: str | None = None) -> None:
        self._label.setText(label)
        self._control.setAccessibleName(label)
        if note is not None:
            self._note.setText(note)

    def set_error(self, message: str) -> None:
        """Say below the control what is wrong; an empty message takes it away."""
        self._error.say(message)
        self._control.setAccessibleDescription(message)
        mark = getattr(self._control, "set_wrong", None)
        if mark is not None:
            mark(bool(message))

    def clear_error(self) -> None:
        if self.error:
            self.set_error("")


class Field(Labelled):
    """A labelled line of text. What was said to be wrong goes away as soon as somebody types.

    `text_edited` is emitted for what a person typed, `submitted` for Enter.
    """

    text_edited = Signal(str)
    submitted = Signal()

    def __init__(self, label: str, parent: QWidget | None = None, *, note: str = "", placeholder: str = "") -> None:
        self.edit = FieldEdit()
        super().__init__(label, self.edit, parent, note=note)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self.submitted)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in, without `text_edited`. It shows from its beginning."""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def set_placeholder(self, placeholder: str) -> None:
        self.edit.setPlaceholderText(placeholder)

    def _edited(self, text: str) -> None:
        self.clear_error()
        self.text_edited.emit(text)


class PasswordField(Field):
    """Shows dots, and its text while the eye is on. `show` and `hide` name the two acts of the eye.

    Tab passes the eye by, on its way to the next field: by keyboard it is `EYE_KEY`.
    """

    def __init__(self, label: str, show: str, hide: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self._names = (show, hide)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.reserve(CONTROL - FIELD_PADDING)
        self.eye = IconButton("eye", show, self.edit)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.clicked.connect(self._toggle)
        key = QShortcut(QKeySequence(EYE_KEY), self.edit, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._toggle)
        self._name_eye()
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)

    def clear(self) -> None:
        """Empty the field and show dots again."""
        self.edit.clear()
        self._reveal(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_eye()

    def showEvent(self, event: object) -> None:
        self._place_eye()

    def _place_eye(self) -> None:
        self.layout().activate()  # type: ignore[union-attr]
        place = QRect(self.edit.width() - CONTROL, 0, CONTROL, CONTROL)
        self.eye.setGeometry(mirrored(self.layoutDirection(), self.edit.rect(), place))

    def _toggle(self) -> None:
        self._reveal(self.edit.echoMode() == QLineEdit.EchoMode.Password)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.eye.set_icon("eye-off" if shown else "eye")
        self._name_eye()

    def _name_eye(self) -> None:
        name = self._names[self.edit.echoMode() == QLineEdit.EchoMode.Normal]
        self.eye.set_name(name)
        self.eye.setToolTip(f"{name} ({EYE_KEY})")
