"""What every page of the till works with, made anew for each session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.services import Services
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages
from clienteling.ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Till:
    """A worker's session with all that its pages need. `now` gives the moment, with its zone.

    `who_may` names the permission groups that have an operation, and is empty for those that this worker may use: it
    decides what a button says. The services check again.
    """

    services: Services
    session: Session
    tasks: Tasks
    messages: Messages
    formats: Formats
    now: Callable[[], datetime]
    who_may: Callable[[Operation], tuple[str, ...]]

    def may(self, operation: Operation) -> bool:
        return not self.who_may(operation)
