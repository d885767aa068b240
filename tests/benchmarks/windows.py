"""Windows that `starting` measures: bare, with a list, the program up to its first page, the program with a book.

Run as `python -m tests.benchmarks.windows WINDOW HOME`. Each says on a line of its own what it has reached, and ends.
Nothing is imported before a window needs it: the imports are part of what is measured. Times are of the processor: what
else the machine does changes them little.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from clienteling.ui.program import Program

PAINTED, NAMES, READY, MEMORY, FULL = "painted", "names", "ready", "memory", "full"


def say(what: str, number: float | None = None) -> None:
    """Say what is reached, with a number: by default the milliseconds of a processor that it took."""
    print(f"{what} {time.process_time() * 1000 if number is None else number}", flush=True)


def resident() -> float:
    """The megabytes of this process that are in memory."""
    with open("/proc/self/status", encoding="ascii") as lines:
        line = next(line for line in lines if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def when_painted(widget: "QWidget", then: Callable[[], None]) -> "QObject":
    """Call `then` after the first paint of a widget. What is given back has to be kept until then."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                widget.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    watch = Watch()
    widget.installEventFilter(watch)
    return watch


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    widget = QWidget()
    widget.resize(1280, 800)
    watch = when_painted(widget, lambda: _end(PAINTED))
    widget.show()
    application.exec()
    del watch


def listed() -> None:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QApplication, QListView

    application = QApplication([])
    view = QListView()
    view.resize(1280, 800)
    view.setModel(QStringListModel([f"Customer {number}" for number in range(40)]))
    watch = when_painted(view.viewport(), lambda: _end(PAINTED))
    view.show()
    application.exec()
    del watch


def program(home: str, began: "Callable[[Program], object]") -> None:
    """The program as its command starts it; `began` gets it when its window is shown."""
    from clienteling.cli import main
    from clienteling.ui import program as running

    class Watched(running.Program):
        def start(self) -> None:
            super().start()
            self.watched = began(self)

    running.Program = Watched  # type: ignore[misc]
    sys.exit(main(["--home", home]))


def to_first_page(started: "Program") -> object:
    """Sign in as soon as the sign-in page is painted; say when that is, when it has names, and when home is painted."""
    from PySide6.QtCore import QTimer

    from tests.benchmarks.staff import MANAGER, PASSWORD

    watches: list[object] = []

    def painted() -> None:
        say(PAINTED)
        choose()

    def choose() -> None:
        if not started.sign_in_page.tiles:
            QTimer.singleShot(1, choose)
            return
        say(NAMES)
        started.sign_in_page.number.set_text(MANAGER)
        started.sign_in_page.password.edit.setText(PASSWORD)
        started.sign_in_page.button.click()
        signed_in()

    def signed_in() -> None:
        if started.window.has_page("home"):
            watches.append(when_painted(started.window.page("home"), lambda: _end(READY)))
        else:
            QTimer.singleShot(1, signed_in)

    watches.append(when_painted(started.sign_in_page, painted))
    return watches


def to_book(started: "Program") -> object:
    """Sign in, open the big book, set four filters, and say how much memory that takes."""
    from PySide6.QtCore import QTimer

    from clienteling.ui.pos.book.page import BookPage
    from tests.benchmarks.book import four_filters
    from tests.benchmarks.staff import PASSWORD

    def sign_in() -> None:
        started.sign_in_page.password.edit.setText(PASSWORD)
        started.sign_in_page.button.click()

    def set_filter(place: int) -> None:
        page, services, sessions = started.window.page("my_book"), started.services, started.sessions
        if not isinstance(page, BookPage) or services is None or sessions is None or sessions.desk is None:
            raise TypeError("the book is not open")
        criterion = four_filters(services, sessions.desk.till.session).criteria[place]
        page.panel.changed.emit(criterion.key, criterion)

    waiting: list[Callable[[], object]] = [
        lambda: started.sign_in_page.choose("001"),
        sign_in,
        lambda: started.window.go("my_book"),
        *(partial(set_filter, place) for place in range(4)),
        lambda: _end(FULL, resident()),
    ]
    calm = [0]

    def look() -> None:
        ready = started.sessions is not None and started.tasks.is_idle and started.sign_in_page.tiles
        calm[0] = calm[0] + 1 if ready else 0
        if calm[0] > 20:
            calm[0] = 0
            waiting.pop(0)()

    timer = QTimer(started)
    timer.timeout.connect(look)
    timer.start(10)
    return timer


def _end(what: str, number: float | None = None) -> None:
    from PySide6.QtWidgets import QApplication

    say(what, number)
    say(MEMORY, resident())
    QApplication.quit()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare", _]:
            bare()
        case ["list", _]:
            listed()
        case ["program", home]:
            program(home, to_first_page)
        case ["book", home]:
            program(home, to_book)
        case wrong:
            sys.exit(f"no such window: {wrong}")
