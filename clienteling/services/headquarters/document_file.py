"""A configuration as a TOML file: for each section a list of its items."""

import os
from pathlib import Path

from clienteling.domain.configuration.configuration import Configuration, configuration_of
from clienteling.domain.configuration.documents import written
from clienteling.domain.errors import Invalid, mark


def load(file: Path) -> Configuration:
    """What a file describes. Raises `Invalid` where it is no TOML, `InvalidConfiguration` with all else."""
    import tomllib  # imported when needed: most programs never read a configuration

    try:
        with file.open("rb") as opened:
            document = tomllib.load(opened)
    except tomllib.TOMLDecodeError as error:
        raise Invalid("file", mark("This is no TOML: {reason}."), reason=str(error)) from error
    except UnicodeDecodeError as error:
        raise Invalid("file", mark("This is no text in UTF-8.")) from error
    return configuration_of(document)


def text_of(configuration: Configuration) -> str:
    """A configuration as TOML; what is as it is by default is left out."""
    import tomli_w

    document = {
        name: [written(items[key], briefly=True) for key in sorted(items)]
        for name, items in configuration.sections.items()
    }
    return tomli_w.dumps(document)


def save(configuration: Configuration, file: Path) -> None:
    """Write a configuration into a file, all of it or nothing. Raises `OSError`."""
    half = file.with_name(f".{file.name}.part")
    try:
        with half.open("w", encoding="utf-8", newline="\n") as opened:
            opened.write(text_of(configuration))
            opened.flush()
            os.fsync(opened.fileno())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
