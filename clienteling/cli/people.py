"""`duplicates`, `customer merge`, `customer file` and `customer erase`: what headquarters does with whole files."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clienteling.cli.access import signed_in, working
from clienteling.cli.answers import Answer, Usage
from clienteling.cli.parameters import legal_entity
from clienteling.cli.progress import watched
from clienteling.cli.readable import counted
from clienteling.cli.tables import DASH, pairs, table
from clienteling.domain.erasure import TITLES
from clienteling.domain.errors import Invalid, NotFound, mark
from clienteling.domain.merge import MergePreview, Side
from clienteling.settings import Settings

if TYPE_CHECKING:
    from clienteling.domain.duplicates import Pair
    from clienteling.domain.worker import Session
    from clienteling.services.erasure import Erased
    from clienteling.services.services import Services


@contextmanager
def _customers(
    arguments: Namespace, settings: Settings, *accounts: str
) -> Iterator[tuple["Services", "Session | None", tuple[int, ...]]]:
    """All services, the session if there is one, and the keys of customers by account number."""
    from clienteling.database import books

    with working(arguments, settings) as (services, session):
        entity = legal_entity(services, session, arguments.legal_entity)
        found = services.database.read(lambda t: books.by_account(t, entity.id, accounts))
        for account in accounts:
            if account not in found:
                raise NotFound(mark("There is no customer {account} in this company."), account=account)
        yield services, session, tuple(found[account] for account in accounts)


def list_duplicates(arguments: Namespace, settings: Settings) -> Answer:
    """Pairs of customers who are likely the same."""
    with working(arguments, settings) as (services, session), watched() as progress:
        entity = legal_entity(services, session, arguments.legal_entity)
        found = services.duplicates.find(
            session,
            entity.id,
            most=max(arguments.most, 1),
            progress=lambda done, of: progress.tell("Ways of looking", done, of),
        )
    document = {
        "pairs": [_pair_document(pair) for pair in found.pairs],
        "more": found.goes_on is not None,
    }
    if not found.pairs:
        return Answer(document, "Nobody looks like somebody else.")
    rows = [
        [p.one.account_number, p.one.name, p.other.account_number, p.other.name, _alike(p), str(p.likeness.score)]
        for p in found.pairs
    ]
    text = table(["Account", "Name", "Account", "Name", "The same", "Score"], rows, right=[5])
    more = "; there are more" if found.goes_on is not None else ""
    return Answer(document, f"{text}\n\n{counted(len(found.pairs), 'pair', 'pairs')}{more}.")


def keep_apart(arguments: Namespace, settings: Settings) -> Answer:
    """Remember that two are two."""
    with signed_in(arguments, settings) as (services, session):
        one, other = services.customers.by_account(session, [arguments.account, arguments.other])
        changes = services.duplicates.keep_apart(session, one, other)
    document = {"account_number": arguments.account, "other": arguments.other, "record": str(changes.record_id)}
    return Answer(document, f"{arguments.account} and {arguments.other} are two customers.")


def merge(arguments: Namespace, settings: Settings) -> Answer:
    """Let two files become one, or show what that would do."""
    with _customers(arguments, settings, arguments.account, arguments.other) as (services, session, (kept, other)):
        preview = services.merging.preview(session, kept, other)
        choices = _choices(preview, arguments.take)
        record = None
        if not arguments.dry_run:
            record = services.merging.merge(session, kept, other, choices, arguments.reason).record_id
    document = {
        "kept": preview.kept.account_number,
        "other": preview.other.account_number,
        "dry_run": arguments.dry_run,
        "record": None if record is None else str(record),
        "fields": [
            {"field": f.key, "kept": f.kept, "other": f.other, "stays": choices.get(f.key, f.side).value}
            for f in preview.fields
        ],
        "moving": dict(preview.moving),
        "same": dict(preview.same),
    }
    done = (
        "Nothing was changed."
        if record is None
        else f"{preview.other.account_number} went into {preview.kept.account_number}. "
        f"“clienteling customer unmerge {record}” undoes it."
    )
    return Answer(document, "\n\n".join(part for part in (_preview_text(preview, choices), done) if part))


def unmerge(arguments: Namespace, settings: Settings) -> Answer:
    """Make two files of one again."""
    with working(arguments, settings) as (services, session):
        changes = services.merging.undo(session, arguments.record)
    document = {"undone": str(arguments.record), "record": str(changes.record_id)}
    return Answer(document, "The two customers are two again.")


def write_file(arguments: Namespace, settings: Settings) -> Answer:
    """Write a customer's whole file."""
    with _customers(arguments, settings, arguments.account) as (services, session, (key,)):
        written = services.personal_files.write(session, key, arguments.out)
    document = {"account_number": arguments.account, "page": str(written.page), "document": str(written.document)}
    return Answer(document, f"Everything about {arguments.account} stands in {written.page} and {written.document}.")


def erase(arguments: Namespace, settings: Settings) -> Answer:
    """Erase a customer, or say what would go."""
    if arguments.confirm and arguments.proof is None:
        raise Usage("say where the proof goes with --proof FILE")
    with _customers(arguments, settings, arguments.account) as (services, session, (key,)):
        if not arguments.confirm:
            outlook = services.erasure.outlook(session, key)
            text = f"{_counts_text(outlook)}\n\nNothing was changed. --confirm ERASE erases it; that cannot be undone."
            return Answer({"account_number": arguments.account, "would_remove": outlook}, text)
        if not arguments.proof.parent.is_dir():
            raise Invalid("proof", mark("There is no folder {folder}."), folder=arguments.proof.parent)
        erased = services.erasure.erase(session, key, arguments.confirm)
    return _erased(arguments, erased)


def _erased(arguments: Namespace, erased: "Erased") -> Answer:
    from clienteling.services.erasure import write_proof

    page, document = write_proof(erased.proof, arguments.proof)
    proof = erased.proof
    parts = [_counts_text(proof.removed), f"The customer is gone. The proof stands in {page} and {document}."]
    if proof.kept:
        parts.append(f"Without a name are kept: {counted(sum(proof.kept.values()), 'receipt', 'receipts')}.")
    if proof.mentions:
        places = ", ".join(f"{TITLES.get(name, name)} {count}" for name, count in sorted(proof.mentions.items()))
        parts.append(f"The person is still mentioned in what belongs to others: {places}.")
    if erased.files:
        parts.append(f"Files in the data folder that mention the person: {', '.join(erased.files)}.")
    if not proof.swept:
        parts.append("Other programs were at work: close them, and erase anybody's file again or run VACUUM.")
    return Answer(
        {
            "removed": dict(proof.removed),
            "kept": dict(proof.kept),
            "mentions": dict(proof.mentions),
            "files": list(erased.files),
            "swept": proof.swept,
            "proof": str(document),
            "page": str(page),
        },
        "\n\n".join(parts),
    )


def _choices(preview: MergePreview, taken: list[str]) -> dict[str, Side]:
    known = {field.key for field in preview.fields}
    for key in taken:
        if key not in known:
            fields = ", ".join(sorted(known)) or DASH
            raise Invalid(
                "take", mark("There is no field “{key}” to choose. There are: {fields}."), key=key, fields=fields
            )
    return dict.fromkeys(taken, Side.OTHER)


def _preview_text(preview: MergePreview, choices: Mapping[str, Side]) -> str:
    rows = [
        [f.key, f.name or f.kind, f.kept or DASH, f.other or DASH, choices.get(f.key, f.side).value]
        for f in preview.fields
    ]
    parts = []
    if rows:
        heads = ["Field", "What", preview.kept.account_number, preview.other.account_number, "Stays"]
        parts.append(table(heads, rows))
    if preview.moving:
        parts.append(f"Going over\n{_counts_text(preview.moving)}")
    if preview.same:
        parts.append(f"In both files\n{_counts_text(preview.same)}")
    return "\n\n".join(parts)


def _counts_text(counts: Mapping[str, int]) -> str:
    return pairs([(TITLES.get(name, name), f"{count:,}") for name, count in sorted(counts.items())])


def _alike(pair: "Pair") -> str:
    return ", ".join(c.field.value.replace("_", " ") for c in pair.likeness.fields if c.agreement.value != "different")


def _pair_document(pair: "Pair") -> dict[str, object]:
    return {
        "accounts": [pair.one.account_number, pair.other.account_number],
        "names": [pair.one.name, pair.other.name],
        "score": pair.likeness.score,
        "fields": {c.field.value: c.agreement.value for c in pair.likeness.fields},
    }


COMMANDS = {
    "duplicates list": list_duplicates,
    "duplicates apart": keep_apart,
    "customer merge": merge,
    "customer unmerge": unmerge,
    "customer file": write_file,
    "customer erase": erase,
}
