"""What every page of the till works with, made anew for each session."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.domain.worker import Override, Session
from clienteling.services.services import Services
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages
from clienteling.ui.tasks import Tasks
from clienteling.ui.widgets.control import Control


@dataclass(slots=True)
class Permissions:
    """What the worker may not use, as it was when it was last asked. It decides what a button says; services check."""

    forbidden: dict[Operation, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Till:
    """A worker's session with all that its pages need. `now` gives the moment, in the store's zone.

    `unsigned` is the worker's own till, when this one may do what somebody else signed for.
    """

    services: Services
    session: Session
    tasks: Tasks
    messages: Messages
    formats: Formats
    now: Callable[[], datetime]
    permissions: Permissions = field(default_factory=Permissions)
    unsigned: "Till | None" = None

    @property
    def own(self) -> "Till":
        """The till with nothing but the worker's own rights."""
        return self.unsigned or self

    def signed(self, override: Override) -> "Till":
        """The till at which may be done, once, what somebody else signed for."""
        forbidden = {o: who for o, who in self.permissions.forbidden.items() if o not in override.operations}
        session = replace(self.session, override=override)
        return replace(self, session=session, permissions=Permissions(forbidden), unsigned=self.own)

    def end_signature(self) -> None:
        """What somebody else signed for is over, done or not."""
        self.services.operations.overrides.end(self.session)

    def may(self, operation: Operation) -> bool:
        return operation not in self.permissions.forbidden

    def signable(self, operation: Operation) -> bool:
        """Whether somebody else can sign for an operation that this worker may not use."""
        return bool(self.permissions.forbidden.get(operation))

    def explain(self, control: Control, operation: Operation) -> None:
        """Let a control say who may use it, and be pressed all the same if somebody else can sign for it."""
        control.set_not_allowed(self.who_may(operation), signable=self.signable(operation))

    def who_may(self, operation: Operation) -> str:
        """Who may use an operation, as it stands on a command that this worker may not use; "" if they may."""
        groups = self.permissions.forbidden.get(operation)
        if groups is None:
            return ""
        if not groups:
            return QCoreApplication.translate("Till", "Nobody")
        return QCoreApplication.translate("Till", "{who} only").format(who=self.formats.joined(groups))
