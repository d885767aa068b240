"""One person's whole file: what every table knows, to read and print, and for machines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from clienteling.domain.errors import mark

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1d1b18 }
h1 { font-size: 1.8rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; break-after: avoid }
p { color: #5d574f } table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #e2ddd5 }
th { font-weight: 600; color: #5d574f } td { white-space: pre-wrap; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } }
"""


@dataclass(frozen=True, slots=True)
class Section:
    """What one table knows. `title` is a literal to translate, or else the table's name; `heads` are of its columns."""

    table: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PersonalFile:
    """`document` is all of it for machines, as JSON; the same person's is the same text as long as nothing changes."""

    name: str
    account_number: str
    company: str
    made_at: datetime
    sections: tuple[Section, ...]
    document: str


def html(file: PersonalFile, say: Callable[[str], str] = str) -> str:
    """The file as a page that stands alone. `say` translates titles."""
    made = say(mark("Everything that {company} keeps about {account}, as of {moment}"))
    when = f"{file.made_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    intro = made.format(company=file.company, account=file.account_number, moment=when)
    parts = [f'<h1 dir="auto">{escape(file.name)}</h1>', f"<p>{escape(intro)}</p>"]
    parts += [_section(section, say) for section in file.sections if section.rows]
    return page(file.name or file.account_number, "\n".join(parts))


def page(title: str, body: str) -> str:
    """A page that needs nothing else, with its head."""
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n<body>\n{body}\n</body></html>\n"
    )


def html_table(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    lines = ("".join(f'<td dir="auto">{escape(text)}</td>' for text in row) for row in rows)
    return f"<table><tr>{head}</tr>\n" + "\n".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _section(section: Section, say: Callable[[str], str]) -> str:
    return f"<h2>{escape(say(section.title))}</h2>\n{html_table(section.heads, section.rows)}"
