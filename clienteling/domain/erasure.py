"""Erasing a person: what was removed, told without saying what it was."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from clienteling.domain.errors import mark
from clienteling.domain.personal_file import html_table, page

WORD = "ERASE"
"""What has to be typed: an erase cannot be undone."""

TITLES: Mapping[str, str] = {
    "customer": mark("Customer"),
    "customer_phone": mark("Phones"),
    "customer_email": mark("E-mail addresses"),
    "customer_address": mark("Addresses"),
    "loyalty_card": mark("Loyalty cards"),
    "important_date": mark("Important dates"),
    "consent": mark("Consents"),
    "customer_attribute": mark("Attributes"),
    "customer_measure": mark("Measures"),
    "engagement_score": mark("Engagement score"),
    "customer_address_book": mark("Address books"),
    "external_id": mark("Numbers elsewhere"),
    "holding": mark("Client book"),
    "activity": mark("Activities"),
    "activity_revision": mark("Former texts of activities"),
    "note": mark("Notes"),
    "note_revision": mark("Former texts of notes"),
    "note_handover": mark("Handed over notes"),
    "purchase": mark("Purchases"),
    "purchase_line": mark("Purchased products"),
    "draft": mark("Drafts"),
    "strangers": mark("Said to be somebody else"),
    "customer_merge": mark("Merged files"),
    "customer_token": mark("Search words"),
    "token_variant": mark("Search words, mistyped"),
    "record_change": mark("Audit lines"),
    "record": mark("Reasons in the audit"),
    "saved_view": mark("Saved views"),
    "book_column": mark("Kept client books"),
    "follow_up": mark("Follow-ups"),
    "receipt": mark("Receipts kept without a name"),
    "file": mark("Files"),
}
"""What people call the tables, and what else an erase counts."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What an erase did. `removed` counts rows and files by kind; `kept` those that stay without a name.

    `mentions` are in what belongs to others, by table: somebody has to look at those. `digest` is that of the personal
    file as it was: who has a copy can show that it was this one. `place` and `hash` are the erase's in the chain of the
    audit. `swept` says whether the free space of the database was cleaned, too.
    """

    at: datetime
    by: str
    company: str
    record_id: int
    removed: Mapping[str, int]
    kept: Mapping[str, int]
    mentions: Mapping[str, int]
    digest: str
    place: int
    hash: str
    swept: bool


def proof_document(proof: Proof) -> str:
    """The proof for machines."""
    document = {
        "erased_at": proof.at.astimezone(UTC).isoformat(),
        "by": proof.by,
        "company": proof.company,
        "record": str(proof.record_id),
        "removed": dict(proof.removed),
        "kept_without_a_name": dict(proof.kept),
        "mentioned_by_others": dict(proof.mentions),
        "sha256_of_personal_file": proof.digest,
        "audit_place": proof.place,
        "audit_hash": proof.hash,
        "free_space_cleaned": proof.swept,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def proof_html(proof: Proof, say: Callable[[str], str] = str) -> str:
    """The proof as a page that stands alone. `say` translates."""
    title = say(mark("Proof of erasure"))
    when = f"{proof.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
    said = say(mark("On {moment}, {who} erased one customer of {company} for good."))
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(said.format(moment=when, who=proof.by, company=proof.company))}</p>",
    ]
    parts.append(_counts(say(mark("Removed")), proof.removed, say))
    if proof.kept:
        parts.append(_counts(say(mark("Kept without a name, because the books of account need it")), proof.kept, say))
    if proof.mentions:
        parts.append(
            _counts(say(mark("Still mentioned in what belongs to others: please look there")), proof.mentions, say)
        )
    clean = mark("Free space of the database, its log and its copies were cleaned.")
    later = mark("Other programs were at work: the free space of the database has still to be cleaned.")
    parts.append(f"<p>{escape(say(clean if proof.swept else later))}</p>")
    facts = (
        (say(mark("Record of the audit")), str(proof.record_id)),
        (say(mark("Place in the audit’s chain")), f"{proof.place} · {proof.hash}"),
        (say(mark("SHA-256 of the personal file as it was")), proof.digest),
    )
    parts.append(html_table(("", ""), facts))
    return page(title, "\n".join(parts))


def _counts(title: str, counts: Mapping[str, int], say: Callable[[str], str]) -> str:
    rows = tuple((say(TITLES.get(kind, kind)), f"{count}") for kind, count in sorted(counts.items()) if count)
    return f"<h2>{escape(title)}</h2>\n{html_table(('', ''), rows)}"
