"""What stands over a window for a moment: menus, lists, and the system's questions."""

from PySide6.QtWidgets import QApplication


def close_popups() -> None:
    """Close what is open. It must not outlive what it belongs to, nor stand over a lock."""
    for top in (QApplication.activePopupWidget, QApplication.activeModalWidget):
        while (left := top()) is not None and left.close():
            pass
