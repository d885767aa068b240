"""The icon of the program in the form that Windows and macOS want; Linux takes the drawing itself."""

import sys
from pathlib import Path

_KINDS = {"win32": "ico", "darwin": "icns"}
_SIZE = 256  # pixels, the largest that an .ico file can hold


def make(drawing: Path, folder: Path, platform: str = sys.platform) -> str | None:
    """Draw the icon of a platform into a folder; its file, or None where none is needed."""
    kind = _KINDS.get(platform)
    if kind is None:
        return None
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(QSize(_SIZE, _SIZE), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    file = folder / f"clienteling.{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"{file} could not be written")
    return str(file)
