"""Search, customer details, activities and notes at the command line."""

from datetime import UTC, datetime

import pytest

from tests.cli.conftest import Shop


def found(shop: Shop, *arguments: str) -> dict[str, str]:
    """The accounts that a search finds, with the place where they stand."""
    done = shop.call("search", *arguments, "--json")
    assert done.code == 0, done.err
    customers = done.document["customers"]
    assert isinstance(customers, list)
    return {customer["account_number"]: customer["book"] for customer in customers}


def test_search_finds_the_own_book_first_then_the_store_then_all_others(any_shop: Shop) -> None:
    hits = found(any_shop, "customer", "--as", "001", "--limit", "100")
    assert list(dict.fromkeys(hits.values())) == ["mine", "store", "others"]
    assert hits["C-0001"] == "mine"
    assert hits["C-0011"] == "store"
    assert hits["C-0024"] == "others"
    assert "C-0025" not in hits
    assert "D-0001" not in hits


def test_search_in_all_stores_stays_in_the_company(shop: Shop) -> None:
    hits = found(shop, "customer", "--as", "001", "--all-stores", "--limit", "100")
    assert "C-0025" in hits
    assert "D-0001" not in hits


@pytest.mark.parametrize("typed", ["C-0002", "c 0002", "(212) 555-0002", "customer.2@example.com", "2 harbour 10002"])
def test_a_customer_is_found_by_what_is_known_of_them(shop: Shop, typed: str) -> None:
    assert "C-0002" in found(shop, typed, "--as", "001")


def test_several_words_are_one_search(shop: Shop) -> None:
    assert "C-0002" in found(shop, "eva", "smith", "--as", "001")


def test_people_read_where_it_was_found_and_who_has_them(shop: Shop) -> None:
    out = shop.call("search", "C-0011", "--as", "001").out
    assert out.splitlines()[0].split() == ["Account", "Name", "Contact", "Found", "in", "Client", "book"]
    assert "account" in out
    assert "Jens Holm" in out
    assert out.endswith("1 customer.\n")
    more = shop.call("search", "customer", "--as", "001", "--limit", "3").out
    assert more.endswith("3 customers; there are more, --limit shows them.\n")
    assert shop.call("search", "zzzz", "--as", "001").out == "Nobody was found.\n"


def test_a_customer_is_shown_with_everything(any_shop: Shop) -> None:
    done = any_shop.call("customer", "show", "C-0002", "--as", "001", "--json")
    assert done.code == 0, done.err
    document = done.document
    assert document["name"] == "Eva Smith-Jones"
    assert document["important_dates"] == [{"name": "Birthday", "day": "--01-01"}]
    assert document["purchases"] == {"count": 1, "spend": "39.98", "currency": "USD"}
    assert document["holder"] == {
        "worker": "001",
        "name": "Anna Ozola",
        "since": "2026-11-20T09:00:00.001000Z",
    }
    groups = document["groups"]
    assert isinstance(groups, list)
    assert [group["name"] for group in groups] == ["Client book", "Customer"]
    values = {value["name"]: value["value"] for group in groups for value in group["values"]}
    assert values["Spend"] == "480.16"
    assert values["VIP"] is True
    assert values["Interests"] == ["hats"]
    timeline = document["timeline"]
    assert isinstance(timeline, list)
    assert document["timeline_total"] == len(timeline) == 3
    assert {item["kind"] for item in timeline} == {"activity", "note", "purchase"}
    purchase = next(item for item in timeline if item["kind"] == "purchase")
    assert purchase["lines"][0] == {"sku": "SKU-1", "name": "Silk scarf", "quantity": 1, "amount": "19.99"}


def test_people_read_a_customer_with_times_of_the_store(shop: Shop) -> None:
    out = shop.call("customer", "show", "C-0002", "--as", "001", "--limit", "2").out
    for said in (
        "Name            Eva Smith-Jones",
        "Client book of  Anna Ozola since 2026-11-20 04:00",
        "Birthday        1 January",
        "Spend     480.16 USD",
        "VIP       yes",
        "Timeline, the newest 2 of 3",
        "    2 × Silk scarf, 19.99 USD",
    ):
        assert said in out.splitlines()


def test_nobody_sees_customers_of_another_company(shop: Shop) -> None:
    done = shop.call("customer", "show", "D-0001", "--as", "001", "--json")
    assert (done.code, done.error["error"]) == (1, "not_found")


def test_an_activity_is_recorded_now(shop: Shop) -> None:
    before = datetime.now(UTC)
    done = shop.run(
        "activity",
        "add",
        "C-0001",
        "--type",
        "PHONE",
        "--text",
        "Asked for the blue one.\nCalls back.",
        "--as",
        "001",
    )
    assert (done.code, done.out) == (0, "Phone recorded for C-0001.\n"), done.err
    timeline = shop.call("customer", "show", "C-0001", "--as", "002", "--json").document["timeline"]
    assert isinstance(timeline, list)
    newest = max(timeline, key=lambda item: datetime.fromisoformat(item["at"]))
    assert (newest["type"], newest["worker"], newest["store"]) == ("phone", "Anna Ozola", "North")
    assert newest["text"] == "Asked for the blue one.\nCalls back."
    assert before <= datetime.fromisoformat(newest["at"]) <= datetime.now(UTC)


def test_an_activity_is_planned_in_the_time_of_the_store(shop: Shop) -> None:
    options = (
        "--type",
        "visit",
        "--text",
        "Fitting",
        "--title",
        "Dress",
        "--when",
        "2031-06-01T14:30",
        "--as",
        "001",
    )
    done = shop.call("activity", "add", "C-0001", *options, "--json")
    assert (done.code, done.document["activity"]) == (0, "visit"), done.err
    timeline = shop.call("customer", "show", "C-0001", "--as", "001", "--json").document["timeline"]
    assert isinstance(timeline, list)
    assert (timeline[0]["at"], timeline[0]["title"]) == ("2031-06-01T18:30:00Z", "Dress")


def test_an_unknown_activity_type_is_refused_with_those_there_are(shop: Shop) -> None:
    done = shop.call("activity", "add", "C-0001", "--type", "dance", "--text", "x", "--as", "001", "--json")
    assert (done.code, done.error["field"]) == (1, "type")
    assert done.error["message"].endswith("There are: visit, phone, email.")


def test_a_note_is_for_our_workers_unless_said_otherwise(shop: Shop) -> None:
    assert shop.call("note", "add", "C-0001", "--text", "Allergic to wool.", "--as", "001").code == 0
    done = shop.call("note", "add", "C-0001", "--text", "Likes silk.", "--external", "--as", "001", "--json")
    assert (done.code, done.document["restriction"]) == (0, "external"), done.err
    timeline = shop.call("customer", "show", "C-0001", "--as", "001", "--json").document["timeline"]
    assert isinstance(timeline, list)
    notes = {item["text"]: item["restriction"] for item in timeline if item["kind"] == "note"}
    assert notes["Allergic to wool."] == "internal"
    assert notes["Likes silk."] == "external"


@pytest.mark.parametrize("text", ["", "   ", "\0"])
def test_a_text_that_cannot_be_kept_is_refused(shop: Shop, text: str) -> None:
    done = shop.call("note", "add", "C-0001", "--text", text, "--as", "001", "--json")
    assert (done.code, done.error["field"]) == (1, "text")
