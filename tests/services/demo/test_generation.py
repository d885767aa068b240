"""The demo company as rows: the same for the same seed, complete in itself, and like a real boutique's."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from clienteling.domain.attribute import AttributeType
from clienteling.domain.importing import COLUMNS, Kind
from clienteling.domain.phones import read_phone
from clienteling.services.demo.cast import CAST
from clienteling.services.demo.generation import CHUNK, company, generate
from clienteling.services.demo.retailer import JENS, MAIJA, MEHMET, PUTRI, SOFIE

TODAY = date(2026, 11, 18)
Table = list[dict[str, str]]


def made(seed: int = 1, customers: int = 400, today: date = TODAY) -> dict[Kind, Table]:
    return {rows.kind: list(rows) for rows in company(seed, customers, today)}


def customers_of(seed: int, customers: int, today: date = TODAY) -> Table:
    return only(Kind.CUSTOMERS, seed, customers, today)


def only(kind: Kind, seed: int, customers: int, today: date = TODAY) -> Table:
    return next(list(rows) for rows in company(seed, customers, today) if rows.kind is kind)


@pytest.fixture(scope="module")
def small() -> dict[Kind, Table]:
    return made()


@pytest.fixture(scope="module")
def whole() -> Table:
    return customers_of(1, 3000)


@pytest.fixture(scope="module")
def in_books() -> dict[str, str]:
    return {row["account_number"]: row["personnel_number"] for row in only(Kind.BOOKS, 1, 3000)}


def values(rows: Iterable[dict[str, str]], column: str) -> set[str]:
    return {row[column] for row in rows if row.get(column)}


def test_the_same_seed_makes_the_same_company(small: dict[Kind, Table]) -> None:
    assert made() == small


def test_another_seed_makes_other_customers(small: dict[Kind, Table]) -> None:
    others = made(seed=2)
    assert others[Kind.STORES] == small[Kind.STORES]
    named = values(small[Kind.CUSTOMERS][len(CAST) :], "email") & values(others[Kind.CUSTOMERS][len(CAST) :], "email")
    assert len(named) < 10


def test_chunks_hold_all_rows_and_are_never_large(small: dict[Kind, Table]) -> None:
    found: dict[Kind, Table] = {}
    for kind, rows in generate(1, 400, TODAY):
        assert 0 < len(rows) <= CHUNK
        found.setdefault(kind, []).extend(rows)
    assert found == small
    assert list(found) == [kind for kind in small if small[kind]]


def test_rows_have_the_canonical_columns_and_all_that_are_required(small: dict[Kind, Table]) -> None:
    for kind, rows in small.items():
        columns = COLUMNS[kind]
        for row in rows:
            assert [column for column in row if not columns.knows(column)] == []
            assert [column for column in columns.required if not row.get(column)] == []


def test_every_reference_leads_to_something_that_comes_earlier(small: dict[Kind, Table]) -> None:
    known: dict[str, set[str]] = {}
    identifies = {
        Kind.LEGAL_ENTITIES: "legal_entity",
        Kind.STORES: "store",
        Kind.WORKERS: "personnel_number",
        Kind.PRODUCTS: "sku",
        Kind.CUSTOMERS: "account_number",
    }
    for kind, rows in small.items():
        if kind in identifies:
            known[identifies[kind]] = values(rows, identifies[kind])
        for column, codes in known.items():
            assert values(rows, column) <= codes, kind
    assert values(small[Kind.ACTIVITIES], "type") <= values(small[Kind.ACTIVITY_TYPES], "code")
    assert values(small[Kind.MEASURES], "measure") <= values(small[Kind.MEASURE_DEFINITIONS], "name")
    stores = {row["store"]: row["legal_entity"] for row in small[Kind.STORES]}
    for kind in (Kind.CUSTOMERS, Kind.PURCHASES, Kind.ACTIVITIES):
        assert all(stores[row["store"]] == row["legal_entity"] for row in small[kind])


def test_nothing_that_must_be_unique_comes_twice(whole: Table) -> None:
    accounts = [row["account_number"] for row in whole]
    cards = [card for row in whole for card in row["loyalty_card"].split("|") if card]
    assert len(set(accounts)) == len(accounts) == 3000
    assert len(set(cards)) == len(cards)
    assert all(len(card) == 13 and card.isdecimal() for card in cards)
    lines = Counter(
        (row["account_number"], row["store"], row["order_number"], row["line"]) for row in only(Kind.PURCHASES, 1, 400)
    )
    assert set(lines.values()) == {1}


def test_phones_can_be_dialled_apart_from_a_few_odd_ones(whole: Table) -> None:
    phones = [(row[c], row["country"]) for row in whole for c in ("phone", "phone_2") if row[c]]
    odd = [typed for typed, country in phones if read_phone(typed, country).e164 is None]
    assert len(phones) > 3300
    assert 0 < len(odd) < 25
    assert len({typed[:4] for typed, _ in phones}) > 100  # in many notations, from many countries


def test_mail_can_reach_nobody(whole: Table) -> None:
    emails = values(whole, "email") | values(whole, "email_2")
    assert len(emails) > 2500
    assert {address.partition("@")[2] for address in emails} == {"example.org", "example.com", "example.net"}
    assert all(address.isascii() for address in emails)


def test_names_come_from_many_countries_with_their_letters(whole: Table) -> None:
    letters = {letter for row in whole for letter in row["first_name"] + row["last_name"]}
    assert set("ģķņšūāēžøæåțșăâłńśçğıőěřůĐạñóé’") <= letters
    assert len(values(whole, "country")) == 20
    assert len({(row["first_name"], row["last_name"]) for row in whole}) > 2200
    organizations = [row for row in whole if row["kind"] == "organization"]
    assert 60 < len(organizations) < 200
    assert all(row["organization"] and not row["first_name"] for row in organizations)


def test_books_are_as_large_as_in_the_pictures(in_books: dict[str, str]) -> None:
    sizes = Counter(in_books.values())
    assert (sizes[MAIJA], sizes[JENS], sizes[SOFIE], sizes["000278"], sizes[PUTRI]) == (
        186,
        148,
        214,
        121,
        97,
    )
    assert sizes[MEHMET] == 0
    assert len(in_books) < 1500  # most customers are in nobody's book


def test_a_book_has_some_dates_in_the_next_week(whole: Table, in_books: dict[str, str]) -> None:
    week = {f"{TODAY + timedelta(days=days):%m-%d}" for days in range(8)}
    maijas = [row for row in whole if in_books.get(row["account_number"]) == MAIJA]
    coming = [row for row in maijas for name in ("Birthday", "Anniversary") if row[f"date.{name}"][-5:] in week]
    assert 5 <= len(coming) <= 12


def test_the_customers_of_the_pictures_are_there_with_their_dates(whole: Table, in_books: dict[str, str]) -> None:
    found = {f"{row['first_name']} {row['last_name']}": row for row in whole[: len(CAST)]}
    days = {
        "Anna Bērziņa": 0,
        "Søren Ågård": 1,
        "Ștefania Țurcanu": 3,
        "Dewi Kusumaningrum": 5,
        "Jānis Ķēniņš": 6,
        "Camille Lefèvre-Dubois": 9,
        "Giulia D’Amico": 11,
        "Noor van der Heijden": 14,
        "Ilze Ozoliņa": 28,
    }
    for name, ahead in days.items():
        assert in_books[found[name]["account_number"]] == MAIJA
        assert found[name]["date.Birthday"][-5:] == f"{TODAY + timedelta(days=ahead):%m-%d}"
    anna = found["Anna Bērziņa"]
    assert (anna["phone"], anna["email"]) == ("+371 20 123 456", "anna.berzina@example.org")
    assert found["Camille Lefèvre-Dubois"]["consent.phone"] == "no"


def test_a_birthday_on_a_leap_day_is_a_day_that_exists() -> None:
    rows = customers_of(1, len(CAST), today=date(2028, 2, 28))
    assert rows[1]["date.Birthday"].endswith("02-29")
    for row in rows:
        day = row["date.Birthday"]
        assert not day or (date.fromisoformat(day) if day[0] != "-" else date.fromisoformat(f"2000{day[1:]}"))


def test_lifetime_spend_is_what_the_purchases_add_up_to(small: dict[Kind, Table]) -> None:
    spent: Counter[str] = Counter()
    for row in small[Kind.PURCHASES]:
        spent[row["account_number"]] += int(Decimal(row["amount"]) * 100)
    written = {
        row["account_number"]: int(Decimal(row["attribute.Lifetime spend"]) * 100)
        for row in small[Kind.CUSTOMERS]
        if row["attribute.Lifetime spend"]
    }
    assert written == dict(spent)
    giulia = next(row for row in small[Kind.CUSTOMERS] if row["first_name"] == "Giulia")
    assert giulia["attribute.Lifetime spend"] == "18430.00"


def test_values_fit_the_definitions(small: dict[Kind, Table]) -> None:
    defined = {row["name"]: row for row in small[Kind.ATTRIBUTES]}
    for row in small[Kind.CUSTOMERS]:
        for column, value in row.items():
            if column.startswith("attribute.") and value:
                attribute = defined[column.removeprefix("attribute.")]
                assert attribute["type"] != AttributeType.REFERENCE
                if attribute["options"]:
                    assert set(value.split("|")) <= set(attribute["options"].split("|"))
    for row in small[Kind.MEASURES]:
        options = next(d["options"] for d in small[Kind.MEASURE_DEFINITIONS] if d["name"] == row["measure"])
        assert row["value"] in options.split("|")


def test_what_has_happened_lies_in_the_past_and_what_is_planned_ahead(small: dict[Kind, Table]) -> None:
    morning = datetime.combine(TODAY, datetime.min.time(), ZoneInfo("Europe/Riga"))
    evening = morning + timedelta(days=1)
    three_years = morning - timedelta(days=3 * 366)
    moments = [datetime.fromisoformat(row["at"]) for row in small[Kind.ACTIVITIES]]
    assert all(moment < morning or moment >= evening for moment in moments)
    assert 3 < sum(moment >= evening for moment in moments) < len(moments) / 20
    bought = [datetime.fromisoformat(row["date"]) for row in small[Kind.PURCHASES]]
    noted = [datetime.fromisoformat(row["at"]) for row in small[Kind.NOTES]]
    assert all(three_years < moment < morning for moment in (*bought, *noted))
    computed = [datetime.fromisoformat(row["as_of"]) for row in (*small[Kind.MEASURES], *small[Kind.SCORES])]
    assert all(moment < morning for moment in computed)
    old = [moment for moment in computed if moment < morning - timedelta(days=2)]
    assert 0 < len(old) < len(computed) / 5


def test_customers_were_known_before_anything_happened(small: dict[Kind, Table]) -> None:
    since = {row["account_number"]: row["since"] for row in small[Kind.CUSTOMERS]}
    events = [(row["account_number"], row["date"]) for row in small[Kind.PURCHASES]]
    events += [(row["account_number"], row["at"]) for kind in (Kind.ACTIVITIES, Kind.NOTES) for row in small[kind]]
    events += [(row["account_number"], row["since"]) for row in small[Kind.BOOKS]]
    assert [(account, day) for account, day in events if day[:10] < since[account]] == []


def test_texts_are_filled_and_can_be_shown(small: dict[Kind, Table]) -> None:
    texts = values(small[Kind.ACTIVITIES], "text") | values(small[Kind.NOTES], "text")
    assert len(texts) > 200
    assert not any(sign in text for text in texts for sign in "{}|")


def test_giulias_timeline_is_that_of_the_picture(small: dict[Kind, Table]) -> None:
    def hers(kind: Kind) -> Table:
        return [row for row in small[kind] if row["account_number"] == "MA-004211"]

    assert len(hers(Kind.ACTIVITIES)) == 31
    assert len(hers(Kind.NOTES)) == 4
    assert len({row["order_number"] for row in hers(Kind.PURCHASES)}) == 18
    newest = max(hers(Kind.PURCHASES), key=lambda row: row["date"])
    assert (newest["order_number"], newest["date"][:16]) == ("100482", "2026-10-24T14:05")


@pytest.mark.parametrize("customers", [0, 1, 7, len(CAST), len(CAST) + 5])
def test_small_companies_are_whole(customers: int) -> None:
    tables = made(customers=customers)
    accounts = values(tables[Kind.CUSTOMERS], "account_number")
    assert len(tables[Kind.CUSTOMERS]) == len(accounts) == customers
    assert len(tables[Kind.WORKERS]) == 18
    for kind in (Kind.PURCHASES, Kind.MEASURES, Kind.SCORES, Kind.ACTIVITIES, Kind.NOTES, Kind.BOOKS):
        assert values(tables[kind], "account_number") <= accounts
