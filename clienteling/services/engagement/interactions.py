"""Taking interactions from files (9023)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.engagement.place import Place
from clienteling.services.operations import Operations, Writing

if TYPE_CHECKING:
    from clienteling.engagement.interactions import Batch, Rejected
    from clienteling.engagement.pool import Taken


@dataclass(frozen=True, slots=True)
class FileTaken:
    """What became of a file."""

    file: Path
    taken: "Taken"


class Interactions:
    """What was taken stays, and counts from the next run on. The same file again brings nothing new."""

    def __init__(self, operations: Operations, place: Place) -> None:
        self._operations = operations
        self._place = place

    @property
    def are_here(self) -> bool:
        """Whether some were taken on this machine."""
        return self._place.pool.is_dir()

    def take_files(
        self, session: Session | None, files: Sequence[Path], progress: Callable[[int], None] = lambda _done: None
    ) -> tuple[FileTaken, ...]:
        """Take files of the kinds that are known, all of them or none of those behind the first one that is damaged.

        Raises `Invalid` with field "file", `Conflict` if a run is on.
        """
        from clienteling.engagement.interactions import Batch
        from clienteling.engagement.lock import locked
        from clienteling.engagement.pool import Pool
        from clienteling.engagement.sources.files import open_file

        # Who may not is refused before anything is read.
        self._operations.write(session, Operation.ENGAGEMENT, lambda _writing: None)
        sources = [(file, open_file(file)) for file in files]
        done: list[FileTaken] = []
        count = 0

        def counted(batches: "Iterator[Batch | Rejected]") -> "Iterator[Batch | Rejected]":
            nonlocal count
            for batch in batches:
                yield batch
                count += len(batch) if isinstance(batch, Batch) else 1
                progress(count)

        with locked(self._place.pool):
            pool = Pool(self._place.pool)
            for file, source in sources:
                done.append(FileTaken(file, pool.take(counted(source.batches()), self._operations.clock())))
        self._record(session, done)
        return tuple(done)

    def _record(self, session: Session | None, done: Sequence[FileTaken]) -> None:
        def work(writing: Writing) -> None:
            for one in done:
                if one.taken.taken:
                    # How many, and not what the file is called: names of files name people.
                    writing.note("interactions", None, None, str(one.taken.taken))

        self._operations.write(session, Operation.ENGAGEMENT, work)
