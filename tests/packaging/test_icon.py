"""The icon for Windows and macOS."""

from pathlib import Path
from types import ModuleType

from PySide6.QtGui import QImage

DRAWING = Path(__file__).parents[2] / "resources" / "icons" / "clienteling.svg"
PNG = b"\x89PNG"


def assert_is_the_drawing(image: QImage) -> None:
    assert image.width() == image.height() == 256
    assert image.pixelColor(128, 10).name() == "#0b5f73"
    assert image.pixelColor(0, 0).alpha() == 0


def test_windows_gets_an_icon(icon: ModuleType, tmp_path: Path) -> None:
    assert_is_the_drawing(QImage(icon.make(DRAWING, tmp_path / "work", "win32")))


def test_macos_gets_an_icon(icon: ModuleType, tmp_path: Path) -> None:
    content = Path(icon.make(DRAWING, tmp_path / "work", "darwin")).read_bytes()
    assert content.startswith(b"icns")
    assert_is_the_drawing(QImage.fromData(content[content.index(PNG) :]))


def test_linux_takes_the_drawing_itself(icon: ModuleType, tmp_path: Path) -> None:
    assert icon.make(DRAWING, tmp_path, "linux") is None
