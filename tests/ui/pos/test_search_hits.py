"""What a search found, as rows."""

from collections.abc import Callable
from dataclasses import replace

from clienteling.domain.attribute import Attribute, AttributeType, Option
from clienteling.domain.card import Holder
from clienteling.domain.search import Hit, MatchedField, SearchResult
from clienteling.ui.lists.hit_delegate import CommandRow, HeadRow, HitRow
from clienteling.ui.pos.search_hits import ALL_STORES, found_words, popup_rows, result_rows
from tests.support.till import OpenTill

SignIn = Callable[..., OpenTill]


def hit(key: int, name: str, *fields: MatchedField, detail: str = "+37120123456", holder: Holder | None = None) -> Hit:
    return Hit(key, f"C-{key:04}", name, detail, fields, holder)


def test_hits_stand_under_the_book_they_are_in(sign_in: SignIn) -> None:
    till = sign_in("001")
    me, jens, far = Holder(till.session.worker.id, "Anna Ozola"), Holder(2, "Jens Holm"), Holder(4, "Søren Dahl")
    result = SearchResult(
        mine=(hit(1, "Anna A", holder=me),),
        store=(hit(2, "Anna B", holder=jens), hit(3, "Anna C", holder=jens)),
        others=(hit(4, "Anna D", holder=far), hit(5, "Anna E")),
        more=False,
    )
    rows = result_rows(result, "anna", till.till)
    heads = [(row.title, row.count) for row in rows if isinstance(row, HeadRow)]
    assert heads == [
        ("My book", "1"),
        ("Other books of North", "2"),
        ("Books of other stores", "1"),
        ("In no book", "1"),
    ]
    hits = [row for row in rows if isinstance(row, HitRow)]
    assert [row.customer_id for row in hits] == [1, 2, 3, 4, 5]
    assert [row.holder for row in hits] == ["", "Jens Holm", "Jens Holm", "Søren Dahl", ""]


def test_a_row_says_why_it_was_found_and_lights_the_letters(sign_in: SignIn) -> None:
    till = sign_in("001").till
    found = hit(1, "Ānna Liepiņa", MatchedField.NAME, MatchedField.PHONE)
    row = result_rows(SearchResult((), (), (found,), False), "anna 2012", till)[1]
    assert isinstance(row, HitRow)
    assert row.reasons == ("Name", "Phone")
    assert [row.name[run.start : run.end] for run in row.name_runs] == ["Ānna"]
    assert ["".join(c for c in row.detail[r.start : r.end] if c.isdigit()) for r in row.detail_runs] == ["2012"]


def test_a_customer_found_by_number_shows_the_number(sign_in: SignIn) -> None:
    till = sign_in("001").till
    result = SearchResult((), (), (hit(12, "Anna", MatchedField.ACCOUNT), hit(13, "Bo", detail="")), False)
    details = [row.detail for row in result_rows(result, "0012", till) if isinstance(row, HitRow)]
    assert details[0].startswith("Customer C-0012 · +371")
    assert details[1] == "Customer C-0013"


def test_the_popup_ends_with_all_stores_and_a_new_customer(sign_in: SignIn) -> None:
    till = sign_in("001").till
    rows = popup_rows(SearchResult((), (), (), False), "zz", till)[-2:]
    assert [row.key for row in rows if isinstance(row, CommandRow)] == [ALL_STORES, "new_customer"]


def test_how_many_were_found(sign_in: SignIn) -> None:
    till = sign_in("001").till
    assert found_words(SearchResult((hit(1, "A"),), (), (), False), till) == "1 found"
    assert found_words(SearchResult((hit(1, "A"), hit(2, "B")), (), (), True), till) == "more than 2 found"


def test_similar_customers_stand_apart_and_say_so(sign_in: SignIn) -> None:
    till = sign_in("001").till
    found = hit(2, "Ieva Bērziņa", MatchedField.NAME)
    exact = hit(1, "Bezrina", MatchedField.NAME)
    result = SearchResult((), (), (exact,), False, similar=(found,), meant=("berzina",))
    rows = result_rows(result, "bezrina", till)
    heads = [(row.title, row.count) for row in rows if isinstance(row, HeadRow)]
    assert heads == [("In no book", "1"), ("Similar to “bezrina”", "1")]
    row = rows[-1]
    assert isinstance(row, HitRow)
    assert row.reasons == ("Similar", "Name")
    assert [row.name[run.start : run.end] for run in row.name_runs] == ["Bērziņa"]
    assert "Similar, Name" in row.spoken
    assert found_words(result, till) == "1 found, 1 similar"
    assert found_words(replace(result, others=()), till) == "1 similar"


def test_an_attribute_that_matched_is_named_in_the_workers_language_with_its_value(sign_in: SignIn) -> None:
    till = sign_in("001").till
    options = (Option("Contoso", {"en": "Contoso & Co"}),)
    brand = Attribute(1, "Brand", AttributeType.TEXT, labels={"en": "Favourite brand"}, options=options)
    found = replace(hit(1, "Anna", MatchedField.ATTRIBUTE), also="Contoso", attribute=brand)
    row = result_rows(SearchResult((), (), (found,), False), "cont", till)[1]
    assert isinstance(row, HitRow)
    assert row.reasons == ("Favourite brand",)
    assert row.detail.endswith(" · Contoso & Co")
    assert [row.detail[run.start : run.end] for run in row.detail_runs] == ["Cont"]


def test_what_else_matched_stands_behind_the_contact(sign_in: SignIn) -> None:
    till = sign_in("001").till
    found = replace(hit(1, "Anna", MatchedField.CARD, detail=""), also="LC 7788")
    row = result_rows(SearchResult((), (), (found,), False), "7788", till)[1]
    assert isinstance(row, HitRow)
    assert (row.reasons, row.detail) == (("Card",), "LC 7788")
