"""Sessions at a till: sign-in, lock, unlock, and the change of worker."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.company import Register
from clienteling.domain.errors import Problem
from clienteling.domain.worker import Session, Worker
from clienteling.services.services import Services
from clienteling.ui.formats import Formats
from clienteling.ui.messages import Messages, problem_message
from clienteling.ui.pos.desk import Desk
from clienteling.ui.pos.lock import LockPage
from clienteling.ui.pos.sign_in import SignInPage
from clienteling.ui.tasks import Tasks
from clienteling.ui.widgets.pill import State
from clienteling.ui.window import MainWindow


class Sessions(QObject):
    """One session at a time on `window`. `ready` is emitted when somebody can sign in, `begun` with each new session,
    `failed` when the workers cannot be read.
    """

    ready = Signal()
    begun = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        page: SignInPage,
        services: Services,
        tasks: Tasks,
        messages: Messages,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self.desk: Desk | None = None
        self.lock_page: LockPage | None = None
        self._window = window
        self._page = page
        self._services = services
        self._tasks = tasks
        self._messages = messages
        self._clock = clock
        self._register: Register | None = None
        self._workers: tuple[Worker, ...] = ()
        page.submitted.connect(self._sign_in)
        window.lock_requested.connect(self.lock)

    def use(self, register: Register) -> None:
        """Show who can sign in at a till."""
        self._register = register
        sign_in = self._services.sign_in

        def show(known: tuple[tuple[Worker, ...], str | None]) -> None:
            self._workers, demo_password = known
            self._page.clear()
            self._page.show_till(register, self._workers, demo_password, self._now(register), _formats(register, "en"))
            self._show_full(self._page)
            self.ready.emit()

        self._tasks.query(
            self,
            lambda: (sign_in.workers_at(register), sign_in.demo_password()),
            show,
            key="register",
            failed=self.failed.emit,
        )

    def lock(self) -> None:
        """Take everything from view until the worker unlocks or another one signs in."""
        desk = self.desk
        if desk is None or self.lock_page is not None:
            return
        session = desk.till.session
        self._tasks.command(self, lambda: self._services.sign_in.lock(session))
        page = LockPage(session, self._workers, desk.till.now(), desk.till.formats, desk.draft())
        page.submitted.connect(self._unlock)
        page.other_chosen.connect(self._change_worker)
        self.lock_page = page
        self._show_full(page)

    def end(self) -> None:
        """Sign out whoever is signed in."""
        self._forget_lock()
        desk = self.desk
        if desk is None:
            return
        session = desk.till.session
        self._tasks.command(self, lambda: self._services.sign_in.sign_out(session))
        self._messages.clear()
        desk.close()
        self.desk = None

    def _sign_in(self, personnel_number: str, password: str) -> None:
        register = self._register
        if register is None:
            return
        self._tasks.query(
            self,
            lambda: self._services.sign_in.sign_in(register, personnel_number, password),
            self._begin,
            key="sign-in",
            failed=lambda error: self._refuse(self._page, error),
        )

    def _begin(self, session: Session) -> None:
        self._page.clear()
        if self.desk is not None and _is_same(self.desk.till.session, session):
            # The same worker, by way of the sign-in page: all is as it was left.
            self._unlocked()
            return
        self.end()
        register = session.register
        formats = _formats(register, session.worker.language)
        self.desk = Desk(
            self._window,
            self._services,
            session,
            self._tasks,
            self._messages,
            formats,
            lambda: self._now(register),
        )
        self.desk.open(self._enter)

    def _enter(self) -> None:
        if self.desk is None:
            return
        session = self.desk.till.session
        self._window.set_place(session.legal_entity.name, f"{session.store.name} · {session.register.name}")
        self._window.set_status(QCoreApplication.translate("Sessions", "Online"), State.OK)
        self._window.show_frame()
        self._window.go("home")
        self.begun.emit(session)

    def _unlock(self, password: str) -> None:
        desk, page = self.desk, self.lock_page
        if desk is None or page is None:
            return
        session = desk.till.session
        self._tasks.query(
            self,
            lambda: self._services.sign_in.unlock(session, password),
            lambda _: self._unlocked(),
            key="unlock",
            failed=lambda error: self._refuse(page, error),
        )

    def _unlocked(self) -> None:
        self._forget_lock()
        self._window.show_frame()

    def _forget_lock(self) -> None:
        if self.lock_page is not None:
            self.lock_page.deleteLater()
            self.lock_page = None

    def _change_worker(self, personnel_number: str) -> None:
        self._show_full(self._page)
        if personnel_number:
            self._page.choose(personnel_number)

    def _refuse(self, page: SignInPage | LockPage, error: Exception) -> None:
        if isinstance(error, Problem):
            page.refuse(problem_message(error))
        else:
            page.refuse(QCoreApplication.translate("Sessions", "That did not work. Please try again."))

    def _show_full(self, page: QWidget) -> None:
        self._messages.clear()
        self._window.show_full(page)
        page.setFocus()

    def _now(self, register: Register) -> datetime:
        return self._clock().astimezone(ZoneInfo(register.store.time_zone))


def _is_same(session: Session, other: Session) -> bool:
    """Whether it is the same worker at the same till."""
    return (session.worker.id, session.register.id) == (other.worker.id, other.register.id)


def _formats(register: Register, language: str) -> Formats:
    entity = register.store.legal_entity
    if language == "en" and entity.country not in ("US", "CA"):
        language = "en-GB"
    return Formats(language, entity.currency, register.store.time_zone, entity.country)
