"""What every page of the till works with, made anew for each session."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.services import Services
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages
from clienteling.ui.tasks import Tasks


@dataclass(slots=True)
class Permissions:
    """What the worker may not use, as it was when it was last asked. It decides what a button says; services check."""

    forbidden: dict[Operation, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Till:
    """A worker's session with all that its pages need. `now` gives the moment, in the store's zone."""

    services: Services
    session: Session
    tasks: Tasks
    messages: Messages
    formats: Formats
    now: Callable[[], datetime]
    permissions: Permissions = field(default_factory=Permissions)

    def may(self, operation: Operation) -> bool:
        return operation not in self.permissions.forbidden

    def who_may(self, operation: Operation) -> str:
        """Who may use an operation, as it stands on a command that this worker may not use; "" if they may."""
        groups = self.permissions.forbidden.get(operation)
        if groups is None:
            return ""
        if not groups:
            return QCoreApplication.translate("Till", "Nobody")
        return QCoreApplication.translate("Till", "{who} only").format(who=self.formats.joined(groups))
