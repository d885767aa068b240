"""How a command answers: text for people, or one JSON document for scripts."""

import io
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from clienteling.cli.tables import clean
from clienteling.domain.errors import Invalid, Problem

# The password in a database's address, which nobody may read off a screen.
_SECRET = re.compile(r"(//[^:/@\s]*):[^@\s]*@")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did. `problem` is said after it on stderr and makes the exit code 1."""

    document: Mapping[str, object]
    text: str
    problem: Problem | None = None


class Usage(Exception):
    """The command was written wrong: exit code 2."""


def show(answer: Answer, *, as_json: bool) -> None:
    """Write an answer to stdout. Raises `BrokenPipeError` if its reader has gone."""
    if as_json:
        _prepare(sys.stdout, encoding="utf-8")
        print(json.dumps(answer.document, ensure_ascii=False, indent=2))
    elif answer.text:
        _prepare(sys.stdout)
        print(answer.text)
    sys.stdout.flush()


def complain(code: str, title: str, message: str, field: str | None = None, *, as_json: bool) -> None:
    """Write one line to stderr, or one JSON document."""
    message = without_secrets(message)
    _prepare(sys.stderr, encoding="utf-8" if as_json else None)
    if as_json:
        document = {"error": code, "title": title, "message": message}
        print(json.dumps(document | ({"field": field} if field else {}), ensure_ascii=False), file=sys.stderr)
    else:
        print(clean(f"clienteling: {field or title}: {message}"), file=sys.stderr)


def complain_of(problem: Problem, *, as_json: bool) -> None:
    field = problem.field if isinstance(problem, Invalid) else None
    complain(problem.code, problem.title, problem.message, field, as_json=as_json)


def without_secrets(text: str) -> str:
    return _SECRET.sub(r"\1:***@", text)


def _prepare(stream: TextIO, encoding: str | None = None) -> None:
    """A terminal that cannot show a letter shows a question mark; JSON is always UTF-8."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")
