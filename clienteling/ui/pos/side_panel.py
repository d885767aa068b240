"""The dark panel beside sign-in and lock: whose program it is, the time of day, and which till this is."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QLinearGradient, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clienteling.domain.company import Register
from clienteling.ui.formats import Formats
from clienteling.ui.theme import RADIUS, STRONG, TEXT_DISPLAY, TEXT_HEAD, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_icon, painter_on
from clienteling.ui.widgets.label import Label, Tone

WIDTH = 420
_GLANCE = 5000  # milliseconds between two looks at the clock
_PADDING = 40
_MARK = 38
_PEAKS = (
    (0.0, 250),
    (94.0, 160),
    (188.0, 62),
)  # how far below the first peak each line pair begins, and its height


class SidePanel(QWidget):
    """Fixed width, full height. Texts are set when they are known; until then they are empty."""

    def __init__(
        self, parent: QWidget | None = None, moment: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._moment = moment
        self._greeted: tuple[datetime, datetime, Formats] | None = None
        self._clock = QTimer(self, interval=_GLANCE)
        self._clock.timeout.connect(self._tell_time)
        self._company = Label(tone=Tone.ON_PANEL_MUTED)
        self._title = Label(size=TEXT_DISPLAY, weight=STRONG, tone=Tone.ON_PANEL, wrap=True)
        self._line = Label(size=TEXT_HEAD, tone=Tone.ON_PANEL_MUTED, wrap=True)
        self._note = Label(tone=Tone.ON_PANEL, wrap=True)
        self._store = Label(weight=STRONG, tone=Tone.ON_PANEL, elide=True)
        self._register = Label(tone=Tone.ON_PANEL_MUTED, elide=True)
        self._lay_out()

    def greet(self, now: datetime, formats: Formats) -> None:
        """Good morning, and the day and time at the store, which go on. `now` is in the store's zone."""
        self._greeted = (now, self._moment(), formats)
        self._tell_time()
        self._clock.start()

    def _tell_time(self) -> None:
        if self._greeted is not None:
            now, since, formats = self._greeted
            now = (now.astimezone(UTC) + (self._moment() - since)).astimezone(now.tzinfo)
            self._say(greeting(now.hour), f"{formats.weekday(now.date())} · {formats.time(now)}", "")

    def say(self, title: str, line: str, note: str = "") -> None:
        """Say it, and no time."""
        self._clock.stop()
        self._say(title, line, note)

    def _say(self, title: str, line: str, note: str) -> None:
        self._title.setText(title)
        self._line.setText(line)
        self._note.setText(note)

    def show_register(self, register: Register) -> None:
        """Which till this machine is."""
        store = register.store
        self._company.setText(store.legal_entity.name)
        self._store.setText(store.name)
        self._register.setText(" · ".join(part for part in (register.name, store.city) if part))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 600)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = theme_of(self).colors
        painter = painter_on(self)
        painter.fillRect(self.rect(), colors.panel)
        top = self.height() * 0.4
        for drop, height in _PEAKS:
            peak = QPointF(WIDTH / 2, top + drop)
            fade = QLinearGradient(peak, QPointF(WIDTH / 2, top + 260))
            line = QColor(colors.panel_line)
            fade.setColorAt(0, line)
            fade.setColorAt(1, QColor(line.red(), line.green(), line.blue(), 0))
            painter.setPen(QPen(fade, 1.5))
            spread = height * 0.64
            for side in (-1, 1):
                painter.drawLine(peak, QPointF(peak.x() + side * spread, peak.y() + height))
        mark = QRect(_PADDING + 1, _PADDING + 3, _MARK, _MARK)
        draw_box(painter, mark, RADIUS, colors.on_panel)
        draw_icon(painter, "clienteling-mark", mark, _MARK, colors.panel)
        painter.end()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_MARK + 14, 0, 0, 0)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label("Clienteling", size=TEXT_HEAD, weight=STRONG, tone=Tone.ON_PANEL))
        names.addWidget(self._company)
        head.addLayout(names)
        column.addLayout(head)
        column.addSpacing(92)
        for label, gap in ((self._title, 6), (self._line, 14), (self._note, 0)):
            column.addWidget(label)
            column.addSpacing(gap)
        column.addStretch(1)
        for label in (self._store, self._register):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignBottom)


def greeting(hour: int) -> str:
    """What one says at this hour."""
    translate = QCoreApplication.translate
    if hour < 12:
        return translate("Greeting", "Good morning")
    return translate("Greeting", "Good afternoon") if hour < 18 else translate("Greeting", "Good evening")
