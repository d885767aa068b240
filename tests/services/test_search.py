from dataclasses import replace

import pytest
from sqlalchemy import text

from clienteling.database import company, search_index
from clienteling.domain.attribute import Value
from clienteling.domain.errors import Invalid
from clienteling.domain.operations import Operation
from clienteling.domain.search import MatchedField, SearchResult, asked
from clienteling.services.operations import Writing
from tests.support import naughty
from tests.support.clock import START
from tests.support.customers import NewCustomer, add_customer, customer_file
from tests.support.program import Program


def find(
    program: Program, typed: str, number: str = "001", *, all_stores: bool = False, limit: int = 50
) -> SearchResult:
    return program.services.search.find(program.session(number), typed, all_stores=all_stores, limit=limit)


def add(program: Program, *new: NewCustomer, entity: str = "USMF") -> list[int]:
    """Write customers and record it, as an import does."""
    company, keys = program.company, list[int]()

    def work(writing: Writing) -> None:
        keys.clear()
        for each in new:
            made = add_customer(writing.transaction, company.entities[entity], each, company.properties, START)
            writing.note("customer", made.id, None, each.account)
            keys.append(made.id)

    program.services.operations.write(None, Operation.IMPORT, work)
    return keys


def north(
    program: Program,
    account: str,
    name: str,
    phones: tuple[str, ...] = (),
    emails: tuple[str, ...] = (),
    cards: tuple[str, ...] = (),
) -> NewCustomer:
    """Somebody in the customer address book of S01."""
    store = program.company.stores["S01"]
    key = program.database.write(lambda t: company.address_book(t, store.code, store.name))
    return NewCustomer(account, name, phones=phones, emails=emails, cards=cards, address_books=(key,))


def ids(result: SearchResult) -> set[int]:
    return {hit.customer_id for hit in result.hits}


@pytest.mark.parametrize(
    "typed",
    [
        "berzina anna lize",
        "LĪZE bērz",
        "29 12 34 56",
        "+371-29123456",
        "2912",
        "lize@example",
        "lc 7788",
        "X-1",
    ],
)
def test_word_order_accents_and_notation_do_not_matter(program: Program, typed: str) -> None:
    phone, email, card = ("+371 29 123 456",), ("lize@example.com",), ("LC 7788",)
    new = north(program, "X-1", "Anna-Līze Bērziņa", phone, email, card)
    (key,) = add(program, new)
    assert key in ids(find(program, typed))


def test_the_own_book_comes_first_then_the_stores_then_all_others(program: Program) -> None:
    accounts = program.company.accounts
    result = find(program, "C-00")
    assert {hit.customer_id for hit in result.mine} == set(accounts(1, 10))
    assert {hit.customer_id for hit in result.store} == set(accounts(11, 20))
    assert {hit.customer_id for hit in result.others} == set(accounts(21, 24))
    assert not result.more
    assert {hit.holder.name for hit in result.store if hit.holder} == {"Jens Holm", "Wanda Rivera"}
    assert all(hit.holder is None for hit in result.others)


def test_search_is_limited_to_the_stores_customers_unless_asked_for_all(program: Program) -> None:
    accounts = program.company.accounts
    assert ids(find(program, "C-0036")) == set()
    assert ids(find(program, "C-0036", all_stores=True)) == set(accounts(36, 36))
    everybody = find(program, "C-00", all_stores=True)
    assert ids(everybody) == set(accounts(1, 36))
    elsewhere = {hit.customer_id: hit.holder for hit in everybody.others if hit.holder}
    assert {holder.name for holder in elsewhere.values()} == {"Søren Dahl"}


def test_customers_of_another_legal_entity_are_never_found(program: Program) -> None:
    theirs = {key for account, key in program.company.customers.items() if account.startswith("DEMF")}
    for typed in ("C-0001", "D-0001", "anna", "harbour", "1"):
        assert ids(find(program, typed, all_stores=True)).isdisjoint(theirs)
        assert ids(find(program, typed, "006", all_stores=True)) <= theirs


@pytest.mark.parametrize("limit", [1, 3, 10, 12, 24, 25])
def test_more_is_said_exactly_when_there_is_more(program: Program, limit: int) -> None:
    result = find(program, "C-00", limit=limit)
    assert len(result.hits) == min(limit, 24)
    assert result.more is (limit < 24)
    mine = set(program.company.accounts(1, 10))
    assert len(ids(result) & mine) == min(limit, 10)


@pytest.mark.parametrize("typed", ["", "   ", "%", "_", "*", "'", '"', "\\", "--", "%%%", "😀", "\0", "\ud800"])
def test_what_has_no_letter_or_digit_finds_nobody(program: Program, typed: str) -> None:
    assert find(program, typed) == SearchResult((), (), (), more=False)


def test_signs_that_mean_something_to_a_database_mean_nothing_here(program: Program) -> None:
    (percent, plain) = add(program, north(program, "X-1", "Max %"), north(program, "X-2", "Maxine_Under"))
    assert ids(find(program, "max%")) == {percent, plain}
    assert ids(find(program, "m%xi")) == set()
    assert ids(find(program, "max_ne")) == set()
    assert ids(find(program, "maxine_under")) == {plain}


def test_what_another_program_changes_is_found_at_once(program: Program) -> None:
    assert ids(find(program, "zebulon")) == set()
    with program.beside() as other:
        (key,) = add(other, north(other, "X-1", "Zebulon Pike"))
        assert ids(find(program, "zebulon pike")) == ids(find(other, "pike")) == {key}

        def rename(writing: Writing) -> None:
            entity = other.company.entities["USMF"]
            search_index.index(
                writing.transaction, [customer_file(key, entity, NewCustomer("X-1", "Zacharias Taylor"))]
            )
            writing.note("name", key, "Zebulon Pike", "Zacharias Taylor")

        other.services.operations.write(None, Operation.CUSTOMER_EDIT, rename)
    assert ids(find(program, "zebulon")) == set()
    assert ids(find(program, "taylor")) == {key}


def test_a_hit_says_where_it_was_found(program: Program) -> None:
    (key,) = add(program, north(program, "X-1", "Somebody", emails=("zebra@example.com",), phones=("(212) 736-5000",)))
    (hit,) = find(program, "zebra").hits
    assert (hit.customer_id, hit.fields, hit.detail) == (key, (MatchedField.EMAIL,), "zebra@example.com")
    assert (hit.account_number, hit.name) == ("X-1", "Somebody")


def test_every_phone_and_card_is_found_also_by_its_end_and_shown(program: Program) -> None:
    phones, cards = ("+371 29 123 456", "(212) 736-5087"), ("LC 77 0042", "9911")
    (key,) = add(program, north(program, "X-1", "Zeno", phones, cards=cards))
    for typed, shown, field in [
        ("29123", "+37129123456", MatchedField.PHONE),
        ("3456", "+37129123456", MatchedField.PHONE),
        ("1212736", "+12127365087", MatchedField.PHONE),
        ("736 50 87", "+12127365087", MatchedField.PHONE),
        ("5087 zeno", "+12127365087", MatchedField.PHONE),
        ("0042", "LC 77 0042", MatchedField.CARD),
        ("9911", "9911", MatchedField.CARD),
    ]:
        (hit,) = (hit for hit in find(program, typed, limit=200).hits if hit.customer_id == key)
        assert field in hit.fields, typed
        assert shown in {MatchedField.PHONE: hit.detail, MatchedField.CARD: hit.also}[field], typed
    for typed in ("456", "736508", "<6543"):
        assert key not in ids(find(program, typed, limit=200)), typed


def test_customers_are_found_by_their_attributes_behind_those_who_are_called_so(program: Program) -> None:
    values: dict[str, Value] = {
        "Remarks": "Rides with a zeppelin",
        "Interests": ("zithers", "golf"),
        "Brand": "Contoso",
    }
    (called,) = add(program, north(program, "X-1", "Zeppelina Zith"))
    (key,) = add(program, replace(north(program, "X-2", "Somebody"), values=values))
    for typed, name, value in [
        ("zepp somebody", "Remarks", "Rides with a zeppelin"),
        ("zither", "Interests", "zithers"),
        ("kontoso rides", "Brand", "Contoso"),
    ]:
        (hit,) = find(program, typed).hits
        assert hit.customer_id == key
        assert MatchedField.ATTRIBUTE in hit.fields
        assert hit.attribute is not None
        assert (hit.attribute.name, hit.also) == (name, value)
    assert [hit.customer_id for hit in find(program, "zepp", limit=1).hits] == [called]
    assert ids(find(program, "zepp")) == {called, key}


def test_a_changed_attribute_is_found_by_what_it_is_now(program: Program) -> None:
    session = program.session("001")
    (key,) = add(program, replace(north(program, "X-1", "Somebody"), values={"Remarks": "zeppelin"}))
    form = program.services.customer_changes.form(session, key)
    draft = replace(form.draft, values={**form.draft.values, "Remarks": "zither"})
    program.services.customer_changes.edit(session, key, draft, 1)
    assert ids(find(program, "zeppelin")) == set()
    assert ids(find(program, "zither")) == {key}
    assert ids(find(program, "somebody")) == {key}


def test_a_scanned_card_opens_the_customer_of_any_store_of_the_legal_entity(program: Program) -> None:
    scanned, session = program.services.search.scanned, program.session("001")
    assert scanned(session, "LC-0025 C-0025") == program.company.customers["C-0025"]
    assert scanned(session, "c0036") == program.company.customers["C-0036"]
    assert scanned(session, "D-0001") is None
    assert scanned(program.session("006"), "D-0001") == program.company.customers["DEMF D-0001"]
    for nothing in ("", "%", "nobody", "\0", "\ud800", "x" * 5000):
        assert scanned(session, nothing) is None


def test_any_name_can_be_stored_and_found_again(program: Program) -> None:
    names = naughty.strings()
    keys = add(program, *(NewCustomer(f"N-{place}", name) for place, name in enumerate(names)))
    stored = program.database.read(
        lambda t: {row[0]: row[1] for row in t.execute(text("SELECT id, name FROM customer"))}
    )
    assert [stored[key] for key in keys] == names
    session = program.session("001")
    # Every fifth: there are several of each kind.
    for name, key in list(zip(names, keys, strict=True))[::5]:
        found = ids(program.services.search.find(session, name, all_stores=True, limit=1000))
        # What is digits and signs only is asked as one number: a phone.
        assert key in found or not any(c.isalpha() for c in name) or not asked(name)
        program.services.search.scanned(session, name)


def test_a_whole_text_that_is_pasted_into_the_search_is_no_burden(program: Program) -> None:
    pasted = " ".join(f"word{number}" for number in range(5000))
    assert ids(find(program, pasted, all_stores=True)) == set()


def test_an_account_that_cannot_exist_is_refused_in_words(program: Program) -> None:
    with pytest.raises(Invalid) as refusal:
        program.services.customers.by_account(program.session("001"), ["a\0b"])
    assert refusal.value.field == "account"
