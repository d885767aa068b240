"""Where the engine keeps interactions and enrichments: a folder beside the data."""

from dataclasses import dataclass
from pathlib import Path

from clienteling.database.engine import Database
from clienteling.domain.errors import Invalid, mark


@dataclass(frozen=True, slots=True)
class Place:
    """`home` is the data folder; without one it is where the SQLite file is."""

    database: Database
    home: Path | None

    @property
    def pool(self) -> Path:
        return self._folder / "interactions"

    def enrichment(self, enrichment_id: int) -> Path:
        return self._folder / f"enrichment-{enrichment_id}"

    @property
    def running(self) -> Path:
        """The file with the ID of the run that is on; after a crash it is still there."""
        return self._folder / "running"

    @property
    def _folder(self) -> Path:
        if self.home is not None:
            return self.home / "engagement"
        if self.database.is_sqlite and self.database.place:
            return Path(self.database.place).parent / "engagement"
        raise Invalid("home", mark("There is no data folder for interactions."))
