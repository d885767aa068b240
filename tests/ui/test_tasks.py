"""Tasks: answers come once, on the GUI thread, in order, and only to those who still wait."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clienteling.domain.audit import Changes, Kind
from clienteling.domain.errors import NotFound
from clienteling.ui.tasks import Lane, Tasks
from tests.support.immediate_tasks import ImmediateTasks

BOOKS = Changes(frozenset({Kind.BOOKS}), frozenset({7}))


class Page(QObject):
    """An owner that writes down what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[int] = set()

    def tell(self, answer: object) -> None:
        self.told.append(answer)
        self.threads.add(threading.get_ident())


@pytest.fixture
def errors() -> list[Exception]:
    return []


@pytest.fixture
def tasks(qtbot: QtBot, errors: list[Exception]) -> Iterator[Tasks]:
    made = Tasks(lambda _owner, error: errors.append(error))
    yield made
    made.close()


@dataclass
class Gate:
    """Work that waits until it is let through, and says when it has begun."""

    name: str = ""

    def __post_init__(self) -> None:
        self.begun = threading.Event()
        self.opened = threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        assert self.opened.wait(10)
        return self.name


def test_an_answer_is_delivered_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    page = Page()
    worked_on: list[int] = []

    def work() -> str:
        worked_on.append(threading.get_ident())
        return "answer"

    tasks.query(page, work, page.tell)
    qtbot.waitUntil(lambda: page.told == ["answer"])
    assert page.threads == {threading.get_ident()}
    assert worked_on[0] not in page.threads


def test_the_database_lane_keeps_the_order_and_works_on_one_thing_at_a_time(qtbot: QtBot, tasks: Tasks) -> None:
    page, gate = Page(), Gate("first")
    tasks.query(page, gate, page.tell)
    for number in range(5):
        tasks.query(page, lambda number=number: number, page.tell)  # type: ignore[misc]
    assert gate.begun.wait(10)
    assert page.told == []
    gate.opened.set()
    qtbot.waitUntil(lambda: len(page.told) == 6)
    assert page.told == ["first", 0, 1, 2, 3, 4]


def test_the_cloud_lane_does_not_wait_for_the_database(qtbot: QtBot, tasks: Tasks) -> None:
    page, gate = Page(), Gate("database")
    tasks.query(page, gate, page.tell)
    tasks.query(page, lambda: "cloud", page.tell, lane=Lane.CLOUD)
    qtbot.waitUntil(lambda: page.told == ["cloud"])
    gate.opened.set()
    qtbot.waitUntil(lambda: page.told == ["cloud", "database"])


def test_a_newer_query_drops_a_waiting_one_unrun_and_a_running_one_undelivered(qtbot: QtBot, tasks: Tasks) -> None:
    page, running = Page(), Gate("running")
    run: list[str] = []
    tasks.query(page, running, page.tell, key="search")
    assert running.begun.wait(10)
    tasks.query(page, lambda: run.append("waiting"), page.tell, key="search")
    tasks.query(page, lambda: "newest", page.tell, key="search")
    running.opened.set()
    qtbot.waitUntil(lambda: page.told == ["newest"])
    assert run == []


def test_queries_of_other_owners_and_keys_are_left_alone(qtbot: QtBot, tasks: Tasks) -> None:
    one, other = Page(), Page()
    tasks.query(one, lambda: "a", one.tell, key="x")
    tasks.query(one, lambda: "b", one.tell, key="y")
    tasks.query(other, lambda: "c", other.tell, key="x")
    qtbot.waitUntil(lambda: one.told == ["a", "b"] and other.told == ["c"])


def test_the_same_key_can_be_asked_again_after_its_answer(qtbot: QtBot, tasks: Tasks) -> None:
    page = Page()
    for answer in ("first", "second"):
        tasks.query(page, lambda answer=answer: answer, page.tell, key="book")  # type: ignore[misc]
        qtbot.waitUntil(lambda answer=answer: page.told[-1:] == [answer])  # type: ignore[misc]
    assert page.told == ["first", "second"]


def test_nothing_is_delivered_to_an_owner_that_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    gone, here, gate = Page(), Page(), Gate()
    told = gone.told
    tasks.query(gone, gate, gone.tell)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(gone))
    gate.opened.set()
    tasks.query(here, lambda: "later", here.tell)
    qtbot.waitUntil(lambda: here.told == ["later"])
    assert told == []


def test_an_error_goes_to_failed_or_else_to_the_default(qtbot: QtBot, tasks: Tasks, errors: list[Exception]) -> None:
    page, problem = Page(), NotFound("No such customer.")

    def fail() -> None:
        raise problem

    tasks.query(page, fail, page.tell, failed=page.tell)
    qtbot.waitUntil(lambda: page.told == [problem])
    assert errors == []
    tasks.query(page, fail, page.tell)
    qtbot.waitUntil(lambda: errors == [problem])
    assert page.told == [problem]


def test_a_bug_is_always_told_to_the_default_too(qtbot: QtBot, tasks: Tasks, errors: list[Exception]) -> None:
    page = Page()
    nothing: dict[str, str] = {}
    tasks.query(page, lambda: nothing["missing"], page.tell, failed=page.tell)
    qtbot.waitUntil(lambda: bool(errors))
    assert page.told == errors
    assert isinstance(errors[0], KeyError)


def test_a_write_is_broadcast_once_before_its_own_answer(qtbot: QtBot, tasks: Tasks) -> None:
    page = Page()
    tasks.changed.connect(page.tell)

    @dataclass
    class Written:
        changes: Changes

    tasks.command(page, lambda: BOOKS, page.tell)
    qtbot.waitUntil(lambda: len(page.told) == 2)
    assert page.told == [BOOKS, BOOKS]
    written = Written(BOOKS)
    tasks.command(page, lambda: written, lambda answer: page.tell(("answer", answer)))
    qtbot.waitUntil(lambda: len(page.told) == 4)
    assert page.told[2:] == [BOOKS, ("answer", written)]


def test_a_write_that_touched_nothing_is_not_broadcast(qtbot: QtBot, tasks: Tasks) -> None:
    page = Page()
    tasks.changed.connect(lambda changes: page.tell(("changed", changes)))
    nothing = Changes(frozenset())
    tasks.command(page, lambda: nothing, page.tell)
    qtbot.waitUntil(lambda: page.told == [nothing])


def test_a_write_of_a_page_that_is_gone_is_still_broadcast_and_its_failure_told(
    qtbot: QtBot, tasks: Tasks, errors: list[Exception]
) -> None:
    page, gone, gate, problem = Page(), Page(), Gate(), NotFound("No such customer.")
    told = gone.told
    tasks.changed.connect(page.tell)

    def write() -> Changes:
        gate()
        return BOOKS

    def fail() -> Changes:
        raise problem

    tasks.command(gone, write, gone.tell)
    tasks.command(gone, fail, gone.tell, gone.tell)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(gone))
    gate.opened.set()
    qtbot.waitUntil(lambda: errors == [problem])
    assert page.told == [BOOKS]
    assert told == []


def test_closing_cancels_what_waits_waits_for_what_runs_and_delivers_nothing(qtbot: QtBot, tasks: Tasks) -> None:
    page, gate = Page(), Gate("running")
    run: list[str] = []
    tasks.query(page, gate, page.tell)
    assert gate.begun.wait(10)
    tasks.query(page, lambda: run.append("waiting"), page.tell)
    threading.Timer(0.05, gate.opened.set).start()
    tasks.close()
    assert gate.opened.is_set()
    tasks.query(page, lambda: run.append("after"), page.tell)
    qtbot.wait(20)
    assert run == []
    assert page.told == []


def test_closing_writes_what_waits_to_be_written(qtbot: QtBot, tasks: Tasks) -> None:
    page, gate = Page(), Gate("running")
    written: list[str] = []

    def write() -> Changes:
        written.append("saved")
        return BOOKS

    tasks.query(page, gate, page.tell)
    assert gate.begun.wait(10)
    tasks.command(page, write)
    tasks.closing.connect(gate.opened.set)
    tasks.close()
    assert written == ["saved"]


def test_closing_tells_what_runs_to_stop(qtbot: QtBot, tasks: Tasks) -> None:
    page, gate = Page(), Gate("running")
    tasks.closing.connect(gate.opened.set)
    tasks.query(page, gate, page.tell)
    assert gate.begun.wait(10)
    tasks.close()
    assert gate.opened.is_set()


def test_immediate_tasks_answer_before_they_return() -> None:
    tasks, page, problem = ImmediateTasks(), Page(), NotFound("No such customer.")

    def fail() -> None:
        raise problem

    tasks.query(page, lambda: "answer", page.tell, key="k")
    tasks.query(page, fail, page.tell)
    assert page.told == ["answer"]
    assert tasks.errors == [problem]
