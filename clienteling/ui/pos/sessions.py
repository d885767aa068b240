"""Sessions at a till: sign-in, lock, unlock, and the change of worker."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.company import Register
from clienteling.domain.errors import PasswordNeeded, Problem
from clienteling.domain.parameters import IDLE_LOCK
from clienteling.domain.worker import Session, Worker
from clienteling.ui.formats import formats_at
from clienteling.ui.messages import Messages, problem_message
from clienteling.ui.pos.company_sign_in import CompanySignIn
from clienteling.ui.pos.idle import Idle
from clienteling.ui.pos.lock import LockPage
from clienteling.ui.pos.sign_in import SignInPage
from clienteling.ui.pos.worker_menu import open_worker_menu
from clienteling.ui.tasks import Tasks
from clienteling.ui.widgets.pill import State
from clienteling.ui.widgets.popups import close_popups
from clienteling.ui.window import MainWindow

if TYPE_CHECKING:
    from clienteling.services.services import Services
    from clienteling.ui.pos.desk import Desk, PageSpecs


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
        services: "Services",
        tasks: Tasks,
        messages: Messages,
        clock: Callable[[], datetime],
        page_specs: "PageSpecs",
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
        self._page_specs = page_specs
        self.register: Register | None = None
        self.workers: tuple[Worker, ...] = ()
        self.idle = Idle(window, clock, self)
        self.idle.passed.connect(partial(self.lock, by_itself=True))
        page.submitted.connect(self._sign_in)
        page.badge_scanned.connect(self._scan)
        window.lock_requested.connect(self.lock)
        window.worker_requested.connect(self._open_worker_menu)
        tasks.changed.connect(self._changed)
        self.company = CompanySignIn(services, tasks, self._session, self._time, self)
        self.company.serve(page.company)
        self.company.begun.connect(self._begin)
        self.company.over.connect(self._account_over)

    def use(self, register: Register, *, keep_typed: bool = False) -> None:
        """Show who can sign in at a till. What somebody has begun to type may be kept: they saw who can before."""
        self.register = register
        self.company.use(register)
        self.company.offer(self._page.company)
        sign_in = self._services.sign_in

        def show(known: tuple[tuple[Worker, ...], str | None]) -> None:
            self.workers, demo_password = known
            begun = keep_typed and self._page.isVisible() and self._page.is_begun
            if not begun:
                self._page.clear()
            self._page.show_till(register, self.workers, demo_password, self._now(register), formats_at(register, "en"))
            if not begun:
                self._show_full(self._page)
            self.ready.emit()

        self._tasks.query(
            self,
            lambda: (sign_in.workers_at(register), sign_in.demo_password()),
            show,
            key="register",
            failed=self.failed.emit,
        )

    def lock(self, *, by_itself: bool = False) -> None:
        """Take everything from view until the worker unlocks or another one signs in."""
        desk = self.desk
        if desk is None or self.lock_page is not None:
            return
        session = desk.till.session
        self.idle.end()
        self._window.keep()
        self._tasks.command(self, lambda: self._services.sign_in.lock(session))
        till = desk.till
        page = LockPage(session, self.workers, till.now(), till.formats, desk.draft(), by_itself=by_itself)
        page.submitted.connect(self._unlock)
        page.badge_scanned.connect(self._scan_at_lock)
        page.other_chosen.connect(self._change_worker)
        self.company.serve(page.company)
        self.company.offer(page.company)
        self.lock_page = page
        self._show_full(page)

    def end(self) -> None:
        """Sign out whoever is signed in."""
        session = self._session()
        self.company.cancel()
        self._clear_desk()
        self._forget_lock()
        if session is not None:
            self._tasks.command(self, lambda: self._services.sign_in.sign_out(session))

    def sign_out(self) -> None:
        """Sign out, and show who can sign in."""
        self.end()
        if self.register is not None:
            self.use(self.register)

    def _open_worker_menu(self) -> None:
        if self.desk is not None:
            open_worker_menu(self.desk.till, self._window, self._window.rail.worker, self.lock, self.sign_out)

    def _session(self) -> Session | None:
        return self.desk.till.session if self.desk is not None else None

    def _clear_desk(self) -> None:
        self.idle.end()
        close_popups()
        self._messages.clear()
        if self.desk is not None:
            self._window.keep()
            self.desk.close()
            self.desk = None

    # Proving who one is

    def _sign_in(self, personnel_number: str, password: str, scanned: bool) -> None:
        register, before = self.register, self._session()
        if register is not None:
            sign_in = self._services.sign_in.sign_in
            self._try(
                self._page,
                lambda: sign_in(register, personnel_number, password, scanned=scanned, instead_of=before),
            )

    def _scan(self, code: str) -> None:
        register, before = self.register, self._session()
        if register is not None:
            self._try(self._page, lambda: self._services.sign_in.scan(register, code, instead_of=before))

    def _unlock(self, password: str, scanned: bool) -> None:
        session = self._session()
        if session is not None and self.lock_page is not None:
            unlock = self._services.sign_in.unlock
            self._try(self.lock_page, lambda: unlock(session, password, scanned=scanned))

    def _scan_at_lock(self, code: str) -> None:
        session = self._session()
        if session is not None and self.lock_page is not None:
            scan = self._services.sign_in.scan
            self._try(self.lock_page, lambda: scan(session.register, code, instead_of=session))

    def _try(self, page: SignInPage | LockPage, work: Callable[[], Session]) -> None:
        self._tasks.query(self, work, self._begin, key="sign-in", failed=partial(self._refuse, page))

    def _begin(self, session: Session) -> None:
        self.company.cancel()
        self._page.clear()
        if session is self._session():
            # The same worker, by whichever way: all is as it was left.
            self._unlocked()
            return
        from clienteling.ui.pos.desk import Desk  # all pages: not before somebody has signed in

        self._clear_desk()
        register = session.register
        formats = formats_at(register, session.worker.language)
        self.desk = Desk(
            self._window,
            self._services,
            session,
            self._tasks,
            self._messages,
            formats,
            lambda: self._now(register),
            self._page_specs,
        )
        self.desk.open(self._enter)

    def _enter(self) -> None:
        if self.desk is None:
            return
        session = self.desk.till.session
        self._window.set_place(session.legal_entity.name, f"{session.store.name} · {session.register.name}")
        self._window.set_status(QCoreApplication.translate("Sessions", "Online"), State.OK)
        self._window.show_frame()
        # Not before: a badge may have led here straight from the lock.
        self._forget_lock()
        self._window.go("home")
        self._watch_idleness()
        self.begun.emit(session)

    def _unlocked(self) -> None:
        self._window.show_frame()
        self._forget_lock()
        self._watch_idleness()
        self.company.look()

    def _account_over(self) -> None:
        """The company account was revoked, or may do other things now. What was typed waits."""
        translate = QCoreApplication.translate
        title = translate("Sessions", "Please sign in again")
        words = translate("Sessions", "Your company account has ended the session, or has other roles now.")
        once = Qt.ConnectionType.SingleShotConnection
        self.ready.connect(lambda: self._page.company.refuse(title, words, note=True), once)
        self.sign_out()

    def _watch_idleness(self) -> None:
        self.idle.begin()
        self._ask_idle_minutes()

    def _ask_idle_minutes(self) -> None:
        session = self._session()
        if session is not None:
            given = partial(self._services.parameters.given, session.legal_entity)
            self._tasks.query(self, given, self._set_idle_minutes, key="idle")

    def _set_idle_minutes(self, given: Mapping[str, str]) -> None:
        self.idle.minutes = IDLE_LOCK.of(given)

    def _changed(self, changes: Changes) -> None:
        if Kind.COMPANY in changes.kinds:
            self._ask_idle_minutes()

    def _forget_lock(self) -> None:
        if self.lock_page is not None:
            self.lock_page.deleteLater()
            self.lock_page = None

    def _change_worker(self, personnel_number: str) -> None:
        self.company.cancel()
        if self.lock_page is not None:
            self.lock_page.company.reset()
        self._show_full(self._page)
        if personnel_number:
            self._page.choose(personnel_number)

    def _refuse(self, page: SignInPage | LockPage, error: Exception) -> None:
        if isinstance(error, PasswordNeeded):
            self._ask_password(error.personnel_number)
        elif isinstance(error, Problem):
            page.refuse(problem_message(error))
        else:
            page.refuse(QCoreApplication.translate("Sessions", "That did not work. Please try again."))

    def _ask_password(self, personnel_number: str) -> None:
        """A badge was scanned that only names its worker."""
        session, locked = self._session(), self.lock_page
        if session is not None and locked is not None and session.worker.personnel_number == personnel_number:
            self._show_full(locked)
            locked.ask_password()
        else:
            self._change_worker(personnel_number)

    def _show_full(self, page: QWidget) -> None:
        self._messages.clear()
        self._window.show_full(page)
        page.setFocus()

    def _time(self, moment: datetime) -> str:
        """How a moment reads at this till before anybody has signed in."""
        register = self.register
        return formats_at(register, "en").time(moment) if register is not None else ""

    def _now(self, register: Register) -> datetime:
        return self._clock().astimezone(ZoneInfo(register.store.time_zone))
