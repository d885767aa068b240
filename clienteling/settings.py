"""This machine's settings: where the data is, which till this is, how the window looks."""

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from clienteling.domain.errors import Invalid, mark

THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` is a URL, or None for the SQLite file in `home`. `register_id` is the till that this machine is."""

    home: Path
    database: str | None = None
    register_id: int | None = None
    theme: str = "system"
    motion: bool = True

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.home / 'clienteling.sqlite'}"


def default_home() -> Path:
    """The data folder: CLIENTELING_HOME, or the user's own folder for program data."""
    if chosen := os.environ.get("CLIENTELING_HOME"):
        return Path(chosen)
    from platformdirs import user_data_path  # needed only when nobody chose a folder

    return user_data_path("clienteling", appauthor=False)


def resources() -> Path:
    """The folder of icons, translations and mapping files: inside the package when installed, else beside it."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def load(home: Path, database: str | None = None) -> Settings:
    """The settings of a data folder; `database` overrides the stored address. Raises `Invalid` for a damaged file."""
    settings = Settings(home=home)
    file = home / "settings.json"
    if file.exists():
        settings = replace(settings, **_read(file))
    return replace(settings, database=database) if database else settings


def save(settings: Settings) -> None:
    """Write the settings into their data folder, whole or not at all. Raises `Invalid` if that cannot be."""
    values = {name: value for name, value in asdict(settings).items() if name != "home"}
    fresh = settings.home / "settings.json.new"
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        try:
            with fresh.open("w", encoding="utf-8") as stream:
                stream.write(json.dumps(values, indent=2))
                stream.flush()
                os.fsync(stream.fileno())  # or a power failure might leave an empty file in the place of the old one
            fresh.replace(settings.home / "settings.json")
        except OSError:
            fresh.unlink(missing_ok=True)
            raise
    except OSError as error:
        message = mark("The settings cannot be saved: {reason}.")
        raise Invalid("settings", message, reason=error.strerror or str(error)) from error


def _read(file: Path) -> dict[str, Any]:
    broken = Invalid("settings", mark("The settings file {file} is damaged. Delete it to start anew."), file=file.name)
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError) as error:
        raise broken from error
    kinds: dict[str, type | tuple[type, ...]] = {
        "database": (str, type(None)),
        "register_id": (int, type(None)),
        "theme": str,
        "motion": bool,
    }
    if not isinstance(values, dict) or values.get("theme", "system") not in THEMES:
        raise broken
    if any(name in kinds and not isinstance(value, kinds[name]) for name, value in values.items()):
        raise broken
    return {name: value for name, value in values.items() if name in kinds}
