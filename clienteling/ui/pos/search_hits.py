"""What a search found, as rows: below the search field, and on the search page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.domain.search import Hit, MatchedField, SearchResult, asked
from clienteling.ui.lists.hit_delegate import CommandRow, HeadRow, HitRow, Row
from clienteling.ui.lists.matches import matched_runs
from clienteling.ui.till import Till

ALL_STORES = "all_stores"
"""The key of the command that looks in all stores."""

NEW_CUSTOMER = "new_customer"
"""The key of the command that creates a customer with what was typed."""


def popup_rows(result: SearchResult, text: str, till: Till) -> tuple[Row, ...]:
    """The rows below the search field: the hits by book, and at the end looking in all stores, and a new customer."""
    everywhere = CommandRow(
        ALL_STORES, "store", QCoreApplication.translate("Search", "Search all stores"), keys="Ctrl Enter"
    )
    return (*result_rows(result, text, till), everywhere, *new_customer_rows(text, till))


def new_customer_rows(text: str, till: Till) -> tuple[CommandRow, ...]:
    """The way to a new customer with what was typed, for those who may create one."""
    if not till.may(Operation.CUSTOMER_ADD):
        return ()
    translate = QCoreApplication.translate
    detail = translate("Search", "“{text}” is taken over").format(text=text.strip()) if text.strip() else ""
    return (CommandRow(NEW_CUSTOMER, "user-plus", translate("Search", "Create a new customer"), detail, "Ctrl N"),)


def result_rows(result: SearchResult, text: str, till: Till) -> tuple[Row, ...]:
    """The hits under their headings: the own book, other books of the store, books elsewhere, no book; similar ones."""
    return tuple(_grouped(result, text, till))


def found_words(result: SearchResult, till: Till) -> str:
    """How many were found: 23 found; more than 200 found; 1 found, 3 similar."""
    translate, number = QCoreApplication.translate, till.formats.number
    similar = len(result.similar)
    count = len(result.hits) - similar
    words = translate("Search", "{count} found", None, count)
    if result.more:
        words = translate("Search", "more than {count} found", None, count)
    if not similar:
        return words.format(count=number(count))
    others = translate("Search", "{count} similar", None, similar).format(count=number(similar))
    return f"{words.format(count=number(count))}, {others}" if count else others


def _grouped(result: SearchResult, text: str, till: Till) -> Iterator[Row]:
    translate = QCoreApplication.translate
    others = translate("Search", "Other books of {store}").format(store=till.session.store.name)
    groups: tuple[tuple[str, Sequence[Hit]], ...] = (
        (translate("Search", "My book"), result.mine),
        (others, result.store),
        (translate("Search", "Books of other stores"), [hit for hit in result.others if hit.holder]),
        (translate("Search", "In no book"), [hit for hit in result.others if not hit.holder]),
    )
    tokens = asked(text)
    for title, hits in groups:
        if hits:
            yield HeadRow(title, till.formats.number(len(hits)))
            for hit in hits:
                yield _row(hit, tokens, till)
    if result.similar:
        title = translate("Search", "Similar to “{text}”").format(text=_short(text.strip()))
        yield HeadRow(title, till.formats.number(len(result.similar)))
        for hit in result.similar:
            row = _row(hit, result.meant, till)
            yield replace(row, reasons=(translate("Search", "Similar"), *row.reasons))


def _row(hit: Hit, tokens: Sequence[str], till: Till) -> HitRow:
    mine = hit.holder is not None and hit.holder.is_one(till.session.worker.id)
    also = hit.also
    if hit.attribute is not None and hit.also:
        also = hit.attribute.option_label(hit.also, till.formats.language)
    detail = " · ".join(part for part in (till.formats.phone(hit.detail), also) if part)
    if MatchedField.ACCOUNT in hit.fields or not detail:
        number = QCoreApplication.translate("Search", "Customer {number}").format(number=hit.account_number)
        detail = f"{number} · {detail}" if detail else number
    return HitRow(
        customer_id=hit.customer_id,
        name=hit.name,
        detail=detail,
        reasons=tuple(_reason(field, hit, till) for field in hit.fields),
        holder=hit.holder.name if hit.holder is not None and not mine else "",
        name_runs=matched_runs(hit.name, tokens) if MatchedField.NAME in hit.fields else (),
        detail_runs=matched_runs(detail, tokens),
    )


def _reason(field: MatchedField, hit: Hit, till: Till) -> str:
    translate = QCoreApplication.translate
    if field is MatchedField.ATTRIBUTE and hit.attribute is not None:
        return _short(hit.attribute.label(till.formats.language))
    return {
        MatchedField.NAME: translate("Search", "Name"),
        MatchedField.EMAIL: translate("Search", "E-mail"),
        MatchedField.PHONE: translate("Search", "Phone"),
        MatchedField.CARD: translate("Search", "Card"),
        MatchedField.ACCOUNT: translate("Search", "Number"),
        MatchedField.ADDRESS: translate("Search", "Address"),
        MatchedField.ATTRIBUTE: translate("Search", "Attribute"),
    }[field]


def _short(text: str, longest: int = 24) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
