"""The few shapes everything painted is made of: boxes, text, icons, hairlines."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QWidget

from clienteling.ui.assets import pixmap

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def painter_on(widget: QWidget) -> QPainter:
    """A painter for a widget's paint event, with smooth edges. The caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def draw_box(
    painter: QPainter,
    rect: QRectF | QRect,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    *,
    width: float = 1.0,
) -> None:
    """A rounded rectangle; its line lies inside `rect`."""
    box = QRectF(rect)
    if line is not None:
        inset = width / 2
        box.adjust(inset, inset, -inset, -inset)
        radius = max(0.0, radius - inset)
        painter.setPen(QPen(line, width))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def draw_text(
    painter: QPainter,
    rect: QRectF | QRect,
    text: str,
    font: QFont,
    color: QColor,
    *,
    align: Qt.AlignmentFlag = LEFT,
    wrap: bool = False,
) -> float:
    """Text in a box, elided at its end when too wide, or wrapped. Answers the width it took in one line."""
    box = QRectF(rect)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    if wrap:
        painter.drawText(box, int(align) | int(Qt.TextFlag.TextWordWrap), text)
        return box.width()
    width = metrics.horizontalAdvance(text)
    if width > box.width() + 0.5:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        width = metrics.horizontalAdvance(text)
    painter.drawText(box, int(align) | int(Qt.TextFlag.TextSingleLine), text)
    return width


def draw_icon(painter: QPainter, name: str, rect: QRectF | QRect, size: int, color: QColor) -> None:
    """An icon in the middle of a box, on whole pixels."""
    box = QRectF(rect)
    ratio = painter.device().devicePixelRatio()
    corner = QPointF(round(box.center().x() - size / 2), round(box.center().y() - size / 2))
    painter.drawPixmap(corner, pixmap(name, size, color, ratio))


def draw_hairline(painter: QPainter, left: float, right: float, y: float, color: QColor) -> None:
    """A line of one pixel whose upper edge is `y`."""
    painter.fillRect(QRectF(left, y, right - left, 1), color)


def mirrored(direction: Qt.LayoutDirection, bounds: QRect, rect: QRect) -> QRect:
    """Where a box laid out from the left lies when the language runs from the right."""
    return QStyle.visualRect(direction, bounds, rect)


def span(widget: QWidget, left: float, width: float) -> QRect:
    """A part of a widget at its full height, measured from where its language begins."""
    part = QRect(round(left), 0, round(width), widget.height())
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), part)


def text_width(font: QFont, text: str) -> int:
    """The whole pixels a line of text needs."""
    return -int(-QFontMetricsF(font).horizontalAdvance(text) // 1)


def blended(one: QColor, other: QColor, part: float) -> QColor:
    """The colour `part` of the way from one to the other, transparency included."""
    rest = 1.0 - part
    return QColor(
        round(one.red() * rest + other.red() * part),
        round(one.green() * rest + other.green() * part),
        round(one.blue() * rest + other.blue() * part),
        round(one.alpha() * rest + other.alpha() * part),
    )


def clear(color: QColor) -> QColor:
    """The same colour, fully transparent: where a fade begins."""
    return QColor(color.red(), color.green(), color.blue(), 0)
