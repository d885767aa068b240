"""The program with its window: opens the data behind the first paint, and says so when it cannot.

`app` gives what this layer may not know: how services are opened and how a demo company is made.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from clienteling import settings as machine
from clienteling.domain.company import Register
from clienteling.domain.errors import Problem
from clienteling.settings import Settings
from clienteling.ui.assets import translation
from clienteling.ui.formats import Formats, formats_at
from clienteling.ui.leftovers import Leftovers
from clienteling.ui.messages import BugHook, Messages, problem_message, problem_title
from clienteling.ui.pos.remembered import recall, remember
from clienteling.ui.pos.sign_in import SignInPage
from clienteling.ui.tasks import Lane, Tasks
from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.window import MainWindow

if TYPE_CHECKING:
    from clienteling.services.services import Services
    from clienteling.ui.page import PageSpec
    from clienteling.ui.pos.sessions import Sessions
    from clienteling.ui.till import Till

_LATEST = 500  # milliseconds until the data is opened, though nothing was painted

_AT_ONCE = ("clienteling.ui.pos.desk", "clienteling.ui.pages", "clienteling.ui.pos.welcome")
_PAGES = (
    "clienteling.ui.pos.book.page",
    "clienteling.ui.pos.customer.page",
    "clienteling.ui.pos.search_page",
    "clienteling.ui.pos.follow_ups.page",
    "clienteling.ui.pos.customer_form.edit_page",
)
"""What associates open all day. The other pages are read in when somebody opens them."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What the program is given: how to open services, how to make a demo company, and what time it is."""

    open_services: "Callable[[Settings], Services]"
    make_demo: "Callable[[Services], None]"
    clock: Callable[[], datetime]


class FirstPaint(QObject):
    """Calls `then` when a widget was painted for the first time, or after a while, if nobody can see it yet.

    What `then` imports on its thread would hold up the painting.
    """

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then: Callable[[], None] | None = then
        widget.installEventFilter(self)
        QTimer.singleShot(_LATEST, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._go_on)
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self._widget.removeEventFilter(self)
            then()


class Program(QObject):
    """One window on one data folder."""

    def __init__(self, settings: Settings, ways: Ways) -> None:
        super().__init__()
        self.settings = settings
        self.window = MainWindow()
        self.messages = Messages(self.window.content, self.window.banner)
        self.tasks = Tasks(lambda _owner, error: self.messages.error(error), self)
        self.services: Services | None = None
        self.sessions: Sessions | None = None
        self.sign_in_page = SignInPage()
        self.sign_in_page.till_asked.connect(self._ask_till)
        self.sign_in_page.submitted.connect(partial(self._hold, self.sign_in_page.submitted))
        self.sign_in_page.badge_scanned.connect(partial(self._hold, self.sign_in_page.badge_scanned))
        self.tasks.changed.connect(self.window.receive)
        self._ways = ways
        self._leftovers = Leftovers(self)
        self._registers: tuple[Register, ...] = ()
        self._held: Callable[[], None] | None = None

    def start(self) -> None:
        """Show the window at once, with those who could sign in the last time; open the data behind its first paint."""
        known = recall(self.settings)
        if known is not None:
            formats = formats_at(known.register, "en")
            now = self._ways.clock().astimezone(ZoneInfo(known.register.store.time_zone))
            self.sign_in_page.show_till(known.register, known.workers, None, now, formats)
        self.window.show_full(self.sign_in_page)
        self._first_paint = FirstPaint(self.sign_in_page, self.open)
        self.window.show()
        self.sign_in_page.setFocus()

    def open(self) -> None:
        """Open the data, and show who can sign in, or that there is no company, or what is the trouble."""
        self.tasks.query(self, lambda: self._ways.open_services(self.settings), self._opened, failed=self._trouble)

    def close(self) -> None:
        """Close the window, finish what runs, and let go of the data."""
        if self.sessions is not None:
            self.sessions.end()
        self.window.close()
        self.tasks.close()
        if self.services is not None:
            self.services.close()

    def _opened(self, services: "Services") -> None:
        from clienteling.ui.pos.sessions import Sessions  # not before the first paint

        self._let_go()
        self.services = services
        self.sessions = Sessions(
            self.window, self.sign_in_page, services, self.tasks, self.messages, self._ways.clock, _page_specs
        )
        self.sessions.failed.connect(self._trouble)
        self.sessions.ready.connect(self._ready)
        self._read_company(services)

    def _hold(self, signal: SignalInstance, *proof: object) -> None:
        """Somebody signs in before the data is open: that happens as soon as it is."""
        if self.sessions is None or self.sessions.register is None:
            self._held = partial(signal.emit, *proof)

    def _ready(self) -> None:
        sessions, held = self.sessions, self._held
        self._held = None
        if held is not None:
            held()
        if sessions is not None and sessions.register is not None:
            known = partial(remember, self.settings, sessions.register, sessions.workers)
            self.tasks.query(self, known, lambda _: None, key="names", lane=Lane.WATCH)
        self._read_in()

    def _read_in(self) -> None:
        """Read in code while somebody types a password: first what a sign-in shows, then the pages, which it does not
        wait for.
        """
        self.tasks.query(self, partial(_import, _AT_ONCE), lambda _: None, key="desk")
        begin = self._leftovers.begin
        self.tasks.query(self, partial(_import, _PAGES), lambda _: begin(), key="pages", lane=Lane.WATCH)

    def _let_go(self) -> None:
        """Let go of the data that was open before it had to be opened anew."""
        if self.sessions is not None:
            self.sessions.end()
            self.sessions.deleteLater()
        if self.services is not None:
            # Behind what is still being written.
            self.tasks.query(self, self.services.close, lambda _: None)

    def _read_company(self, services: "Services") -> None:
        self.tasks.query(
            self,
            services.sign_in.registers,
            lambda found: self._choose(services, found),
            failed=self._trouble,
        )

    def _choose(self, services: "Services", registers: tuple[Register, ...]) -> None:
        self._registers = registers
        if not registers:
            self._first_run(services)
        elif self.sessions is not None:
            known = {register.id: register for register in registers}
            self.sessions.use(known.get(self.settings.register_id or 0, registers[0]), keep_typed=True)

    def _trouble(self, error: Exception) -> None:
        self._leftovers.begin()
        from clienteling.ui.pos.trouble import TroublePage

        page = TroublePage()
        if isinstance(error, Problem):
            page.say(problem_title(error), problem_message(error))
        page.retry.connect(self.open)
        self.window.show_full(page)

    def _first_run(self, services: "Services") -> None:
        from clienteling.ui.pos.first_run import FirstImportPage, FirstRunPage
        from clienteling.ui.pos.import_page import Importing

        self._leftovers.begin()
        page = FirstRunPage()

        def make() -> None:
            page.say_busy()
            self.tasks.query(
                page,
                lambda: self._ways.make_demo(services),
                lambda _: self._read_company(services),
                failed=failed,
            )

        def failed(error: Exception) -> None:
            if isinstance(error, Problem):
                page.say_failed(problem_title(error), problem_message(error))
            else:
                self._trouble(error)

        def import_files() -> None:
            formats = Formats("en", "", "UTC")
            importing = FirstImportPage(Importing(services.importer, None, self.tasks, formats))
            importing.done.connect(lambda: self._read_company(services))
            self.window.show_full(importing)

        page.demo_asked.connect(make)
        page.set_up_asked.connect(partial(self._set_up_company, services))
        page.import_asked.connect(import_files)
        self.window.show_full(page)

    def _set_up_company(self, services: "Services") -> None:
        """A company from nothing; its administrator is signed in at once, and goes on with the set-up."""
        from clienteling.ui.headquarters.company_page import Asked, CompanyPage

        page = CompanyPage(self._ways.clock().date())

        def make(asked: Asked) -> None:
            self.tasks.command(
                page,
                lambda: services.set_up_steps.create_company(asked.company, asked.password),
                lambda _: self._go_on_setting_up(
                    services, asked.company.administrator.personnel_number, asked.password
                ),
                failed,
            )

        def failed(error: Exception) -> None:
            if isinstance(error, Problem):
                page.refuse(error)
            else:
                page.say_busy(False)

        page.asked.connect(make)
        page.back_asked.connect(partial(self._first_run, services))
        self.window.show_full(page)

    def _go_on_setting_up(self, services: "Services", personnel_number: str, password: str) -> None:
        sessions = self.sessions
        if sessions is None:
            return
        once = Qt.ConnectionType.SingleShotConnection
        sessions.ready.connect(lambda: self.sign_in_page.submitted.emit(personnel_number, password, False), once)
        sessions.begun.connect(lambda _: self.window.go("headquarters", ("set_up", None)), once)
        self._read_company(services)

    def _ask_till(self) -> None:
        from clienteling.ui.widgets.menu import Menu

        if not self._registers:
            return
        button = self.sign_in_page.till
        menu = Menu(button)
        for register in self._registers:
            menu.add(f"{register.store.name} · {register.name}", partial(self._use_till, register))
        size = menu.sizeHint()
        # The button is at the foot of the window: the menu opens upwards.
        menu.popup(button.mapToGlobal(QPoint(button.width() - size.width(), -size.height() - 4)))

    def _use_till(self, register: Register) -> None:
        self.settings = replace(self.settings, register_id=register.id)
        sessions = self.sessions
        try:
            machine.save(self.settings)
        except Problem as problem:
            if sessions is not None:
                # The till is used all the same, until the program ends.
                refuse = partial(self.sign_in_page.refuse, problem_message(problem))
                sessions.ready.connect(refuse, Qt.ConnectionType.SingleShotConnection)
        if sessions is not None:
            sessions.use(register)


def _page_specs(till: "Till") -> "tuple[PageSpec, ...]":
    from clienteling.ui.pages import page_specs  # all pages: not before somebody has signed in

    return page_specs(till)


def _import(modules: tuple[str, ...]) -> None:
    for module in modules:
        import_module(module)


def run(settings: Settings, ways: Ways) -> int:
    """Show the window until it is closed; the exit code."""
    application = make_application(settings)
    program = Program(settings, ways)
    BugHook(program.messages).install()
    program.start()
    code = application.exec()
    program.close()
    return code


def make_application(settings: Settings) -> QApplication:
    """The Qt application with the machine's theme. Only one can be made in a process."""
    QApplication.setApplicationName("Clienteling")
    QApplication.setDesktopFileName("clienteling")
    application = QApplication(["clienteling"])
    for catalogue in ("qtbase", "clienteling"):
        if (translator := translation("en", catalogue)) is not None:
            translator.setParent(application)
            application.installTranslator(translator)
    use_theme(application, settings.theme, motion=settings.motion)
    return application


def use_theme(application: QApplication, name: str, *, motion: bool) -> None:
    """Show all in "light", "dark", or "system": what the desktop uses."""
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark if name == "system" else name == "dark"
    apply(application, theme_for(Mode.DARK if dark else Mode.LIGHT, motion=motion))
