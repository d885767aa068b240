"""Icons, fonts and translations: found wherever the program is installed, made ready for Qt.

Icons are Lucide's, read from the archive of the ``lucide`` package, and our own from ``resources/icons``;
ours win when both have a name. Pixmaps are kept in Qt's pixmap cache by name, colour, size and pixel ratio.
Everything here belongs to the GUI thread.
"""

import importlib.util
import zipfile
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QLibraryInfo, QRectF, QSize, Qt, QTranslator
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from clienteling.settings import resources

FONT_FAMILY = "Manrope"

_STROKE = "1.75"
_FONT_WEIGHTS = ("Medium", "SemiBold", "Bold")
_FALLBACK_ICON = "circle-question-mark"


def icon_svg(name: str) -> str:
    """The SVG text of an icon, its lines in ``currentColor``. Raises KeyError for an unknown name."""
    own = resources() / "icons" / f"{name}.svg"
    if own.is_file():
        return own.read_text(encoding="utf-8")
    text = _lucide().read(f"{name}.svg").decode("utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')


def pixmap(name: str, size: int, color: QColor, device_pixel_ratio: float = 1.0) -> QPixmap:
    """An icon of ``size`` logical pixels in one colour. An unknown name gives a question mark."""
    key = f"icon/{name}/{color.rgba():08x}/{size}/{device_pixel_ratio:g}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _draw(name, size, color, device_pixel_ratio)
        QPixmapCache.insert(key, found)
    return found


def icon(name: str, color: QColor, disabled: QColor | None = None, size: int = 20) -> QIcon:
    """An icon for Qt's own controls, such as a menu entry. It keeps the colour it was made with."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, size, color, ratio))
        if disabled is not None:
            made.addPixmap(pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
    return made


def load_fonts() -> None:
    """Make the font of the program known to Qt. Needs a QGuiApplication; calling it again does nothing."""
    if FONT_FAMILY in QFontDatabase.families():
        return
    files = _package_folder("font_manrope") / "files"
    for weight in _FONT_WEIGHTS:
        QFontDatabase.addApplicationFont(str(files / f"Manrope-{weight}.ttf"))


def translation(language: str, catalogue: str = "clienteling") -> QTranslator | None:
    """The texts of a catalogue in a language such as ``lv`` or ``pt-BR``; None when there are none.

    ``qtbase`` names Qt's own texts, found among Qt's files.
    """
    folder = resources() / "translations"
    if catalogue.startswith("qt"):
        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translator = QTranslator()
    if translator.load(f"{catalogue}_{language.replace('-', '_')}", str(folder)):
        return translator
    return None


def _draw(name: str, size: int, color: QColor, device_pixel_ratio: float) -> QPixmap:
    try:
        svg = icon_svg(name)
    except KeyError:
        svg = icon_svg(_FALLBACK_ICON)
    side = round(size * device_pixel_ratio)
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(color.alphaF())
    tinted = svg.replace("currentColor", color.name())
    QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(device_pixel_ratio)
    return drawn


@lru_cache(maxsize=1)
def _lucide() -> zipfile.ZipFile:
    return zipfile.ZipFile(_package_folder("lucide") / "lucide.zip")


def _package_folder(package: str) -> Path:
    """Where a package lies, without running its code: importing ``lucide`` costs more than drawing."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(spec.submodule_search_locations[0])
