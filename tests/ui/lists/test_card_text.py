"""Cards in words."""

from datetime import date

from clienteling.domain.card import Holder
from clienteling.domain.cover import Cover
from clienteling.ui.formats import DASH, Formats
from clienteling.ui.lists.card_text import card_text, contact_line, holder_line
from tests.ui.lists.samples import NOW, card, properties


def test_a_card_reads_in_the_language_of_the_worker(formats: Formats) -> None:
    text = card_text(card(1, "Anna Bērziņa"), formats, NOW)
    assert (text.name, text.initials, text.phone, text.score) == ("Anna Bērziņa", "AB", "+371 20 123 456", 78)
    assert [label for label, _value in text.properties] == ["Churn risk", "Next best action", "Birthday"]
    assert (text.holder, text.holder_initials) == ("Jens Kjær", "JK")


def test_what_is_missing_is_a_dash_and_no_row_is_dropped(formats: Formats) -> None:
    bare = card(1, phone="", email="", score=None, holder=None, properties=properties(None, None, None))
    text = card_text(bare, formats, NOW)
    assert (text.phone, text.email, text.score, text.holder) == (DASH, DASH, None, "")
    assert [value.text for _label, value in text.properties] == [DASH, DASH, DASH]
    assert contact_line(text) == DASH
    assert holder_line(text) == "In no book"


def test_a_screen_reader_hears_the_whole_card(formats: Formats) -> None:
    text = card_text(card(1, "Anna", holder=Holder(5, "Jens")), formats, NOW)
    assert text.spoken == (
        "Anna; +371 20 123 456; anna@example.org; Score 78; Churn risk: Low, 3 days old; "
        "Next best action: Call, 3 days old; Birthday: in 5 days, 23 Nov"
    )
    assert text.spoken_with_holder.endswith("; In the book of Jens")


def test_contacts_stand_in_one_line_as_far_as_there_are_any(formats: Formats) -> None:
    assert contact_line(card_text(card(1), formats, NOW)) == "+371 20 123 456 · anna@example.org"
    assert contact_line(card_text(card(1, phone=""), formats, NOW)) == "anna@example.org"


def test_a_card_says_who_has_the_book_it_is_in_and_until_when(formats: Formats) -> None:
    cover = Cover(1, 5, "Jens Kjær", 6, "Anna Ozola", NOW, date(2026, 12, 4))
    text = card_text(card(1), formats, NOW, cover)
    assert text.lent == "lent to Anna Ozola until 4 Dec"
    assert text.spoken_with_holder.endswith("; In the book of Jens Kjær, lent to Anna Ozola until 4 Dec")
