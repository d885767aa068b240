"""Tasks that run at once, on the calling thread, for tests of pages."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from clienteling.ui.tasks import Job, Tasks


class ImmediateTasks(Tasks):
    """As `Tasks`, but every answer is there when `query` or `command` returns.

    Without `on_error`, errors that nobody handles are collected in `errors`.
    """

    def __init__(self, on_error: Callable[[QObject, Exception], None] | None = None) -> None:
        self.errors: list[Exception] = []
        super().__init__(on_error or (lambda _owner, error: self.errors.append(error)))

    def _start(self, job: Job) -> None:
        if not self._closed:
            job.run()
            self._deliver(job)
