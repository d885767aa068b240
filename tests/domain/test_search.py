import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.domain.company import LegalEntity
from clienteling.domain.customer import Address
from clienteling.domain.search import (
    MOST_WORDS,
    Hit,
    MatchedField,
    SearchResult,
    asked,
    beginnings,
    card_tokens,
    code_tokens,
    email_tokens,
    ending_tokens,
    in_values,
    is_found,
    phone_tokens,
    scan_token,
    tokens,
    value_tokens,
)
from tests.support.customers import NewCustomer, customer_file

LATVIA = LegalEntity(1, "LV", "Riga", "EUR", "LV")
printable = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("  %_*'\" ", ()),
        ("Anna Bērziņa", ("berzina", "anna")),
        ("anna anna", ("anna",)),
        ("+371 (29) 12-34.56", ("37129123456",)),
        ("29123456", ("29123456",)),
        ("anna 29", ("anna", "29")),
        ("anna@example.com", ("example", "anna", "com")),
        ("-", ()),
    ],
)
def test_what_is_asked_is_words_longest_first_or_one_number(typed: str, words: tuple[str, ...]) -> None:
    assert asked(typed) == words


def test_of_a_whole_text_only_the_longest_words_are_asked() -> None:
    text = " ".join(f"word{number}" + "x" * (number % 50) for number in range(1000))
    assert len(asked(text)) == MOST_WORDS
    assert {len(word) for word in asked(text)} == {len("word999") + 49}


@given(printable)
def test_nothing_asked_is_empty_or_has_signs_in_it(typed: str) -> None:
    assert all(word and word.isalnum() for word in asked(typed))


def test_a_phone_is_found_with_and_without_country_code() -> None:
    assert phone_tokens("(29) 123-456", "+37129123456", "29 123 456") == {"29123456", "37129123456"}
    assert phone_tokens("030 901820", "+4930901820", "030 901820") == {"030901820", "4930901820", "30901820"}
    assert phone_tokens("extension", None, None) == frozenset()


def test_an_email_is_found_whole_and_by_its_words() -> None:
    assert email_tokens("Anna.Ozola@Example.COM") == {
        "anna.ozola@example.com",
        "anna",
        "ozola",
        "example",
        "com",
    }


def test_a_code_is_found_whole_and_by_its_parts() -> None:
    assert code_tokens("LC-12 AB34") == {"=lc12ab34", "lc12ab34", "lc", "12", "ab34", "1234"}
    assert code_tokens("AW00011000") == {"=aw00011000", "aw00011000", "00011000", "11000"}


def test_a_number_may_be_the_end_of_a_phone_or_a_card() -> None:
    assert beginnings("3456") == ("3456", "<6543")
    assert beginnings("345") == ("345",)
    assert beginnings("lc77") == ("lc77",)
    assert card_tokens("LC-12 AB34") == {*code_tokens("LC-12 AB34"), "<43ba21cl"}
    assert ending_tokens("---") == frozenset()


def test_a_value_is_found_apart_by_its_words_and_those_of_its_labels() -> None:
    assert value_tokens("Dark Blue", ("Tumši zils",)) == {"~dark", "~blue", "~tumsi", "~zils"}
    assert is_found({"anna", "~blue"}, [("ann",), ("blu", in_values("blu"))])
    assert not is_found({"anna", "~blue"}, [("ann",), ("blu",)])
    assert max(map(len, value_tokens("x" * 5000, ()))) <= max(map(len, asked("x" * 5000))) + 1


def test_a_scanner_asks_for_whole_codes_whatever_their_signs_and_case() -> None:
    assert scan_token("LC-12 ab34") == scan_token("lc12AB34") == "=lc12ab34"
    assert scan_token("LC-12 ab34") in code_tokens("LC 12 AB 34")
    assert scan_token("LC-12") not in code_tokens("LC-12 AB34")
    assert asked("=lc12ab34") == ("lc12ab34",)
    assert code_tokens("---") == frozenset()


def test_a_customer_is_found_by_everything_that_identifies_them() -> None:
    new = NewCustomer(
        account="AW-007",
        name="Zoë Ozola",
        phones=("29 123 456", "extension"),
        emails=("z@example.com",),
        cards=("LC 1",),
        addresses=(Address("5 Brīvības iela", "Rīga", "LV-1010", "", "LV", "home", primary=True),),
    )
    found = tokens(customer_file(1, LATVIA, new))
    for token, field in [
        ("zoe", MatchedField.NAME),
        ("aw007", MatchedField.ACCOUNT),
        ("7", MatchedField.ACCOUNT),
        ("29123456", MatchedField.PHONE),
        ("37129123456", MatchedField.PHONE),
        ("z@example.com", MatchedField.EMAIL),
        ("lc1", MatchedField.CARD),
        ("brivibas", MatchedField.ADDRESS),
        ("1010", MatchedField.ADDRESS),
        ("riga", MatchedField.ADDRESS),
        ("<65432192173", MatchedField.PHONE),
        ("<1cl", MatchedField.CARD),
    ]:
        assert (token, field) in found


@given(printable, printable)
def test_whoever_types_the_beginning_of_a_word_finds_it(name: str, account: str) -> None:
    customer = customer_file(1, LATVIA, NewCustomer(account=account, name=name))
    found = {token for token, _ in tokens(customer)}
    for typed in (*name.split(), *account.split()):
        # What is digits and signs only is asked as one number: a phone.
        if any(c.isalpha() for c in typed):
            assert all(any(token.startswith(word) for token in found) for word in asked(typed))


def test_the_hits_are_the_own_then_the_stores_then_all_others() -> None:
    first, second, third = (Hit(number, "", "", "", (), None) for number in (1, 2, 3))
    assert SearchResult((second,), (first,), (third,), more=False).hits == (second, first, third)
    assert SearchResult((), (first,), (), more=False, similar=(second,)).hits == (first, second)
