"""What the worker's face at the foot of the rail offers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget

from clienteling.domain.operations import Operation
from clienteling.ui.pos.badge_dialog import ask_for_badges
from clienteling.ui.till import Till
from clienteling.ui.widgets.menu import Menu

_GAP = 8


def open_worker_menu(
    till: Till, window: QWidget, face: QWidget, lock: Callable[[], object], sign_out: Callable[[], object]
) -> None:
    """Open it beside the face."""
    translate = QCoreApplication.translate
    menu = Menu(face)
    menu.add(
        translate("WorkerMenu", "Give a badge…"),
        partial(ask_for_badges, till, window),
        icon_name="id-card",
        why_not=till.who_may(Operation.EXTENDED_LOG_ON),
        signable=till.signable(Operation.EXTENDED_LOG_ON),
    )
    menu.add(translate("WorkerMenu", "Lock the till"), lock, icon_name="lock")
    menu.add(translate("WorkerMenu", "Sign out"), sign_out, icon_name="log-out")
    size = menu.sizeHint()
    left = -size.width() - _GAP if face.layoutDirection() == Qt.LayoutDirection.RightToLeft else face.width() + _GAP
    menu.popup(face.mapToGlobal(QPoint(left, face.height() - size.height())))
