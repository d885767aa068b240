"""A bar that is filled as far as something reaches: its name before, how much of how much behind."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.ui.theme import STRONG, theme_of
from clienteling.ui.widgets.drawing import draw_box, painter_on
from clienteling.ui.widgets.label import Label, Tone

_HEIGHT = 8


class PartMeter(QWidget):
    """A part of a score, such as "How recent  14 days ago  11 of 30" over its bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label(weight=STRONG, elide=True)
        self._detail = Label(tone=Tone.MUTED, elide=True)
        self._of = Label(tone=Tone.MUTED)
        self._bar = _Bar()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._detail, 1)
        head.addWidget(self._of)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(self._bar)

    @property
    def text(self) -> str:
        return " ".join(label.text() for label in (self._name, self._detail, self._of) if label.text())

    def show_part(self, name: str, share: float, of: str, detail: str = "") -> None:
        """Fill `share` of it, from 0 to 1."""
        self._name.setText(name)
        self._detail.setText(detail)
        self._of.setText(of)
        self._bar.show_share(share)
        self.setAccessibleName(": ".join((f"{name}, {detail}" if detail else name, of)))


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(_HEIGHT)

    def show_share(self, share: float) -> None:
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        draw_box(painter, self.rect(), _HEIGHT / 2, colors.track)
        filled = QRectF(0, 0, max(self.width() * self._share, _HEIGHT if self._share else 0), _HEIGHT)
        if not self.isLeftToRight():
            filled.moveRight(self.width())
        if self._share:
            draw_box(painter, filled, _HEIGHT / 2, colors.accent)
        painter.end()
