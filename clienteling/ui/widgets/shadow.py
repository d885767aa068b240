"""The one shadow, for what floats: dialog, command bar, toast."""

import math

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

from clienteling.ui.theme import RADIUS, Theme

_BLUR = 28
_DROP = 8
_STEP = 2
_CORNER = _BLUR + 2 * RADIUS
_SIDE = 2 * _CORNER + 1

ROOM = QMargins(_BLUR, _BLUR - _DROP, _BLUR, _BLUR + _DROP)
"""What a widget must leave around its box for the shadow."""


def paint_shadow(painter: QPainter, box: QRect, theme: Theme) -> None:
    """A soft shadow around a box with the usual corners, reaching as far as `ROOM`.

    It is drawn from nine pieces of one small picture: an effect would blur the whole widget at every repaint.
    """
    tile = _tile(theme, painter.device().devicePixelRatio())
    ratio = tile.devicePixelRatio()
    outer = box.translated(0, _DROP).adjusted(-_BLUR, -_BLUR, _BLUR, _BLUR)
    across = (outer.left(), outer.left() + _CORNER, outer.right() + 1 - _CORNER, outer.right() + 1)
    down = (outer.top(), outer.top() + _CORNER, outer.bottom() + 1 - _CORNER, outer.bottom() + 1)
    cuts = (0, _CORNER, _CORNER + 1, _SIDE)
    for row in range(3):
        for column in range(3):
            target = QRectF(
                across[column],
                down[row],
                across[column + 1] - across[column],
                down[row + 1] - down[row],
            )
            source = QRectF(
                cuts[column] * ratio,
                cuts[row] * ratio,
                (cuts[column + 1] - cuts[column]) * ratio,
                (cuts[row + 1] - cuts[row]) * ratio,
            )
            painter.drawPixmap(target, tile, source)


def _tile(theme: Theme, ratio: float) -> QPixmap:
    key = f"shadow/{theme.colors.shadow.rgba():08x}/{ratio:g}"
    tile = QPixmap()
    if QPixmapCache.find(key, tile):
        return tile
    tile = QPixmap(QSize(round(_SIDE * ratio), round(_SIDE * ratio)))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    color = theme.colors.shadow
    below = 0.0
    for out in range(_BLUR, -_DROP - 1, -_STEP):
        # A blurred edge: half the strength at the edge, next to nothing `_BLUR` outside.
        wanted = color.alphaF() * math.erfc(out / (_BLUR / 2 * math.sqrt(2))) / 2
        layer = (wanted - below) / (1 - below)
        below = wanted
        painter.setBrush(QColor.fromRgbF(color.redF(), color.greenF(), color.blueF(), layer))
        inset = _BLUR - out
        radius = max(RADIUS, RADIUS + out)
        painter.drawRoundedRect(QRectF(inset, inset, _SIDE - 2 * inset, _SIDE - 2 * inset), radius, radius)
    painter.end()
    QPixmapCache.insert(key, tile)
    return tile
