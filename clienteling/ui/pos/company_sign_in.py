"""Attempts to sign in with a company account, one at a time, beside everything else."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from clienteling.domain.cloud_problems import CloudProblem, NoBrowser, SignInCancelled, Stopped
from clienteling.domain.company import Register
from clienteling.domain.errors import Problem
from clienteling.domain.identity import DeviceCode
from clienteling.domain.worker import Session
from clienteling.ui.messages import problem_message, problem_title
from clienteling.ui.pos.company_box import CompanyBox
from clienteling.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from clienteling.services.services import Services

_HOUR = 3_600_000  # ms


@dataclass(eq=False, slots=True)
class _Attempt:
    """Somebody signs in, shown in a box. `stop` ends the waiting, from any thread."""

    box: CompanyBox
    stop: threading.Event = field(default_factory=threading.Event)


class CompanySignIn(QObject):
    """Serves boxes; `begun` is emitted with the session, `over` when Microsoft Entra ID has ended it.

    `time_of` says how a moment reads.
    """

    begun = Signal(object)
    over = Signal()
    _address_came = Signal(object, str)
    _code_came = Signal(object, object)

    def __init__(
        self,
        services: "Services",
        tasks: Tasks,
        session: Callable[[], Session | None],
        time_of: Callable[[datetime], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._session = session
        self._time_of = time_of
        self._register: Register | None = None
        self._attempt: _Attempt | None = None
        self._closing = threading.Event()
        self._timer = QTimer(self, interval=_HOUR)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._address_came.connect(self._open)
        self._code_came.connect(self._show_code)
        tasks.closing.connect(self._close)

    def use(self, register: Register) -> None:
        """At which till sessions begin."""
        self.cancel()
        self._register = register

    def serve(self, box: CompanyBox) -> None:
        """Do what people ask in a box."""
        box.browser_asked.connect(partial(self._begin, box, by_code=False))
        box.code_asked.connect(partial(self._begin, box, by_code=True))
        box.cancelled.connect(self._give_up)

    def offer(self, box: CompanyBox) -> None:
        """Show a box where the till can sign in so."""
        register = self._register
        if register is not None:
            # It may be that nobody can be asked now: then it is not offered.
            self._tasks.query(
                box,
                lambda: self._services.company_accounts.is_offered(register),
                box.offer,
                key="offer",
                failed=lambda _: box.offer(False),
            )

    def look(self) -> None:
        """Ask whether the account still holds with which somebody is signed in. It is asked each hour, too."""
        session = self._session()
        if session is None or session.account is None:
            return

        def tell(over: bool) -> None:
            if over and session is self._session():
                self.over.emit()

        accounts, closing = self._services.company_accounts, self._closing
        self._tasks.query(self, lambda: accounts.is_over(session, closing), tell, key="look", lane=Lane.CLOUD)

    @Slot()
    def _close(self) -> None:
        self._closing.set()
        self.cancel()

    @Slot()
    def cancel(self) -> None:
        """Whoever was signing in does so no longer."""
        if self._attempt is not None:
            self._attempt.stop.set()
            self._attempt = None

    def _give_up(self) -> None:
        attempt = self._attempt
        self.cancel()
        if attempt is not None:
            translate = QCoreApplication.translate
            words = translate("CompanyBox", "Nobody is signed in. Your password works, too.")
            attempt.box.refuse(translate("CompanyBox", "Cancelled"), words, note=True)

    def _begin(self, box: CompanyBox, *, by_code: bool) -> None:
        register, before = self._register, self._session()
        if register is None:
            return
        self.cancel()
        attempt = self._attempt = _Attempt(box)
        if by_code:
            box.wait_for_code()
            work = partial(self._by_code, attempt, register, before)
        else:
            box.wait_for_browser()
            work = partial(self._in_browser, attempt, register, before)
        self._tasks.query(
            self, work, partial(self._done, attempt), failed=partial(self._failed, attempt), lane=Lane.CLOUD
        )

    # Not on the GUI thread

    def _in_browser(self, attempt: _Attempt, register: Register, before: Session | None) -> Session:
        page = QCoreApplication.translate("CompanyBox", "You can close this window and go back to Clienteling.")
        go = partial(self._address_came.emit, attempt)
        return self._services.company_accounts.in_browser(register, go, attempt.stop, before, page)

    def _by_code(self, attempt: _Attempt, register: Register, before: Session | None) -> Session:
        show = partial(self._code_came.emit, attempt)
        return self._services.company_accounts.by_device_code(register, show, attempt.stop, before)

    # On the GUI thread again

    @Slot(object, str)
    def _open(self, attempt: _Attempt, address: str) -> None:
        if attempt is self._attempt and not QDesktopServices.openUrl(QUrl.fromEncoded(address.encode())):
            self.cancel()
            self._refuse(attempt.box, NoBrowser())

    @Slot(object, object)
    def _show_code(self, attempt: _Attempt, code: DeviceCode) -> None:
        if attempt is self._attempt:
            attempt.box.show_code(code.code, code.address, self._time_of(code.expires))

    def _done(self, attempt: _Attempt, session: Session) -> None:
        if attempt is not self._attempt:
            if session is not self._session():
                # Too late: it was cancelled, or somebody else is at the till.
                self._tasks.command(self, lambda: self._services.company_accounts.end(session))
            return
        self._attempt = None
        attempt.box.reset()
        self.begun.emit(session)

    def _failed(self, attempt: _Attempt, error: Exception) -> None:
        if attempt is not self._attempt or isinstance(error, Stopped):
            return
        self._attempt = None
        self._refuse(attempt.box, error)

    def _refuse(self, box: CompanyBox, error: Exception) -> None:
        translate = QCoreApplication.translate
        if isinstance(error, CloudProblem):
            works = translate("CompanyBox", "Your password works, too.")
            message = f"{problem_message(error)} {works}"
            box.refuse(problem_title(error), message, note=isinstance(error, SignInCancelled))
        elif isinstance(error, Problem):
            box.refuse(problem_title(error), problem_message(error))
        else:
            box.refuse(translate("CompanyBox", "That did not work"), translate("CompanyBox", "Please try again."))
