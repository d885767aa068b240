"""The shape of customer details while they are read."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from clienteling.ui.theme import PAGE_PADDING, PROFILE_WIDTH, RADIUS, Theme, theme_of
from clienteling.ui.widgets.drawing import draw_box, draw_hairline, mirrored, painter_on
from clienteling.ui.widgets.skeleton import paint_bar

_BAR = 56
_ROW = 28
_COMPOSER = 168


class CustomerSkeleton(QWidget):
    """The same geometry as the page: the profile at the left; tabs, composer and entries at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("CustomerPage", "Loading"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = painter_on(self)
        column = QRect(0, 0, PROFILE_WIDTH, self.height())
        painter.fillRect(self._at(column), theme.colors.surface_raised)
        painter.fillRect(self._at(QRect(PROFILE_WIDTH - 1, 0, 1, self.height())), theme.colors.border)
        self._paint_profile(painter, theme)
        self._paint_timeline(painter, theme)
        painter.end()

    def _paint_profile(self, painter: QPainter, theme: Theme) -> None:
        track, left = theme.colors.track, PAGE_PADDING
        width = PROFILE_WIDTH - 2 * PAGE_PADDING - 1
        draw_box(painter, self._at(QRect(left, 18, 64, 64)), 32, track)
        for top, length, height in ((26, 150, 16), (51, 90, 10), (71, 120, 10)):
            self._bar(painter, theme, left + 80, top, length, height)
        half = (width - 8) // 2
        draw_box(painter, self._at(QRect(left, 102, half, 44)), RADIUS, track)
        draw_box(painter, self._at(QRect(left + half + 8, 102, half, 44)), RADIUS, track)
        draw_box(painter, self._at(QRect(left, 160, width, 64)), RADIUS, track)
        for row, (label, value) in enumerate(((70, 0), (130, 60), (170, 20), (110, 70), (60, 0), (90, 50), (120, 90))):
            top = 242 + row * (_ROW + 8)
            self._bar(painter, theme, left, top, label, 10)
            self._bar(painter, theme, left + width - value, top, value, 10)
        foot = self.height() - 66
        draw_hairline(painter, *self._ends(left, left + width), foot, theme.colors.border)
        draw_box(painter, self._at(QRect(left, foot + 17, 32, 32)), 16, track)
        self._bar(painter, theme, left + 44, foot + 19, 130, 10)
        self._bar(painter, theme, left + 44, foot + 37, 100, 10)

    def _paint_timeline(self, painter: QPainter, theme: Theme) -> None:
        left, colors = PROFILE_WIDTH + PAGE_PADDING, theme.colors
        width = self.width() - left - PAGE_PADDING
        draw_hairline(painter, *self._ends(PROFILE_WIDTH, self.width()), _BAR - 1, colors.border)
        for place in range(4):
            self._bar(painter, theme, left + 48 + place * 120, 22, 80, 12)
        box = self._at(QRect(left, _BAR + 16, width, _COMPOSER))
        draw_box(painter, box, RADIUS, colors.surface_raised, colors.border)
        for place in range(4):
            chip = QRect(left + 12 + place * 112, _BAR + 28, 104, 44)
            draw_box(painter, self._at(chip), RADIUS, colors.track)
        top = _BAR + 16 + _COMPOSER + 16
        for place in range(4):
            draw_box(painter, self._at(QRect(left + place * 112, top, 104, 36)), 18, colors.track)
        top += 52
        row = 0
        while top < self.height():
            draw_box(painter, self._at(QRect(left, top, 40, 40)), 20, colors.track)
            self._bar(painter, theme, left + 52, top + 5, 130 + 30 * (row % 3), 11)
            self._bar(painter, theme, left + 52, top + 28, min(width - 52, 360 + 90 * (row % 4)), 10)
            top += 66
            row += 1

    def _bar(self, painter: QPainter, theme: Theme, left: int, top: int, width: int, height: int) -> None:
        if width:
            paint_bar(painter, QRectF(self._at(QRect(left, top, width, height))), theme)

    def _at(self, rect: QRect) -> QRect:
        return mirrored(self.layoutDirection(), self.rect(), rect)

    def _ends(self, left: int, right: int) -> tuple[int, int]:
        return (left, right) if self.isLeftToRight() else (self.width() - right, self.width() - left)
