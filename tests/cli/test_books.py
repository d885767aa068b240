"""Client books at the command line."""

import pytest

from tests.cli.conftest import Shop
from tests.support.company import HELD


def accounts(document: dict[str, object], key: str = "customers") -> list[str]:
    rows = document[key]
    assert isinstance(rows, list)
    return [row["account_number"] for row in rows]


def held(shop: Shop, worker: str) -> set[str]:
    done = shop.call("book", "list", "--as", worker, "--json")
    assert done.code == 0, done.err
    return set(accounts(done.document))


def test_a_book_is_listed_by_name_with_the_properties_of_the_cards(any_shop: Shop) -> None:
    done = any_shop.call("book", "list", "--as", "001", "--json")
    assert done.code == 0, done.err
    document = done.document
    assert (document["view"], document["store"], document["total"], document["found"]) == (
        "mine",
        "S01",
        10,
        10,
    )
    assert set(accounts(document)) == {f"C-{number:04}" for number in HELD["001"]}
    customers = document["customers"]
    assert isinstance(customers, list)
    anybody = next(customer for customer in customers if customer["account_number"] == "C-0002")
    assert [value["name"] for value in anybody["properties"]] == ["Churn", "Birthday", "Brand"]
    assert anybody["properties"][1]["value"] == "--01-01"
    assert isinstance(anybody["properties"][0]["value"], str)
    assert anybody["properties"][0]["as_of"].endswith("Z")
    assert anybody["holder"]["worker"] == "001"
    assert "facets" not in document


def test_people_read_a_table_and_how_many_there_are(shop: Shop) -> None:
    done = shop.run("book", "list", "--as", "001", "--limit", "2")
    assert (done.code, done.err) == (0, "")
    head, first, second, empty, count = done.out.splitlines()
    assert head.split() == ["Account", "Name", "Phone", "E-mail", "Score", "Churn", "Birthday", "Brand"]
    assert first.startswith("C-")
    assert second.startswith("C-")
    assert (empty, count) == ("", "10 customers; the first 2 are shown, --limit shows more.")


def test_the_books_of_a_store_say_whose_customer_it_is(shop: Shop) -> None:
    done = shop.call("book", "list", "--store", "--as", "001", "--at", "s01", "--limit", "100")
    assert "Wanda Rivera" in done.out
    assert "Søren Dahl" not in done.out
    assert done.out.endswith("20 customers.\n")


def test_filters_hold_together_and_the_order_can_be_turned_round(shop: Shop) -> None:
    asked = (
        "book",
        "list",
        "--store",
        "--filter",
        "Brand=kontoso|FABRIKAM",
        "--filter",
        "Spend=1..",
        "--as",
        "001",
    )
    downwards = shop.call(*asked, "--sort", "-spend", "--json")
    assert downwards.code == 0, downwards.err
    customers = downwards.document["customers"]
    assert isinstance(customers, list)
    assert {customer["properties"][2]["value"] for customer in customers} == {"Contoso", "Fabrikam"}
    upwards = shop.call(*asked, "--sort", "Spend", "--json")
    assert accounts(upwards.document) == accounts(downwards.document)[::-1]
    assert 1 < len(customers) < 20


def test_a_filter_that_finds_nobody_is_an_answer(shop: Shop) -> None:
    done = shop.call("book", "list", "--filter", "name=nobody of this name", "--as", "001")
    assert (done.code, done.out) == (0, "0 of 10 customers.\n")


def test_facets_say_what_each_filter_would_leave(shop: Shop) -> None:
    done = shop.call("book", "list", "--facets", "--json", "--as", "001")
    facets = done.document["facets"]
    assert isinstance(facets, list)
    brand = next(facet for facet in facets if facet["label"] == "Brand")
    assert sum(value["count"] for value in brand["values"]) == 10
    text = shop.call("book", "list", "--facets", "--as", "001").out
    assert "Birthday" in text
    assert "VIP" in text
    assert " yes " in text


@pytest.mark.parametrize(
    ("options", "field", "said"),
    [
        (
            ("--filter", "Colour=red"),
            "filter",
            "There is no “Colour” here. There are: Churn, Birthday, Brand",
        ),
        (("--filter", "Spend=much"), "filter", "“much” is no number"),
        (("--sort", "colour"), "sort", "There are: name, next date, score, holder, Churn, Birthday"),
    ],
)
def test_a_wrong_filter_or_order_is_refused_with_what_there_is(
    shop: Shop, options: tuple[str, str], field: str, said: str
) -> None:
    done = shop.call("book", "list", *options, "--as", "001", "--json")
    assert (done.code, done.out) == (1, "")
    assert done.error["error"] == "invalid"
    assert done.error["field"] == field
    assert said in done.error["message"]


def test_customers_are_added_to_the_own_book(shop: Shop) -> None:
    done = shop.call("book", "add", "C-0021", "C-0001", "--as", "001", "C-0022", "C-0021", "--json")
    assert done.code == 0, done.err
    assert done.document["added"] == ["C-0021", "C-0022"]
    assert done.document["already_there"] == ["C-0001"]
    assert {"C-0021", "C-0022"} < held(shop, "001")
    again = shop.call("book", "add", "C-0021", "--as", "001")
    assert again.out == "0 customers added to your client book. 1 was in it already.\n"


def test_somebody_elses_customer_is_not_added_and_nobody_else_with_them(shop: Shop) -> None:
    done = shop.call("book", "add", "C-0021", "C-0011", "--as", "001", "--json")
    assert done.code == 1
    assert done.error["error"] == "already_held"
    assert "Jens Holm" in done.error["message"]
    assert "C-0021" not in held(shop, "001")


def test_customers_are_removed_from_the_own_book_only(shop: Shop) -> None:
    assert shop.call("book", "remove", "C-0001", "C-0002", "--as", "001").out == (
        "2 customers removed from your client book.\n"
    )
    assert not {"C-0001", "C-0002"} & held(shop, "001")
    done = shop.call("book", "remove", "C-0011", "--as", "001", "--json")
    assert (done.code, done.error["error"]) == (1, "conflict")
    assert "C-0011" in held(shop, "002")


def test_an_account_of_another_company_is_not_found(shop: Shop) -> None:
    done = shop.call("book", "add", "D-0005", "--as", "001", "--json")
    assert (done.code, done.error["error"]) == (1, "not_found")
    assert "D-0005" in done.error["message"]


def test_the_result_of_a_filter_is_reassigned(any_shop: Shop) -> None:
    wanted = set(
        accounts(any_shop.call("book", "list", "--filter", "Brand=Fabrikam", "--as", "001", "--json").document)
    )
    done = any_shop.call(
        *("book", "reassign", "--filter", "Brand=Fabrikam", "--from", "001", "--to", "002", "--as", "003"),
        *("--reason", "Anna is away", "--json"),
    )
    assert done.code == 0, done.err
    document = done.document
    moved = document["reassigned"]
    assert isinstance(moved, list)
    assert set(moved) == wanted
    assert document["from"] == {"worker": "001", "name": "Anna Ozola"}
    assert document["to"] == {"worker": "002", "name": "Jens Holm"}
    assert wanted <= held(any_shop, "002")
    assert not wanted & held(any_shop, "001")


def test_accounts_and_filters_both_narrow_what_is_reassigned(shop: Shop) -> None:
    fabrikam = accounts(shop.call("book", "list", "--filter", "Brand=Fabrikam", "--as", "001", "--json").document)
    other = sorted(held(shop, "001") - set(fabrikam))[0]
    options = ("--filter", "Brand=Fabrikam", "--from", "001", "--to", "002", "--as", "003")
    done = shop.call("book", "reassign", fabrikam[0], other, *options)
    assert done.out == "1 customer moved from Anna Ozola to Jens Holm.\n"
    assert fabrikam[0] in held(shop, "002")
    assert other in held(shop, "001")


def test_a_whole_book_is_handed_over(shop: Shop) -> None:
    done = shop.call("book", "reassign", "--all", "--from", "008", "--to", "001", "--as", "003")
    assert done.out == "4 customers moved from Wanda Rivera to Anna Ozola.\n"
    assert held(shop, "008") == set()


def test_one_customer_who_is_elsewhere_stops_the_whole_reassignment(shop: Shop) -> None:
    done = shop.call("book", "reassign", "C-0001", "C-0011", "--from", "001", "--to", "008", "--as", "003", "--json")
    assert (done.code, done.error["error"]) == (1, "conflict")
    assert "C-0001" in held(shop, "001")


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        (
            ("C-0001", "--from", "001", "--to", "002", "--as", "001"),
            "not_allowed",
            "It is for: Administrators, Managers",
        ),
        (
            ("C-0001", "--from", "001", "--to", "004", "--as", "003"),
            "invalid",
            "There are: 009 Ada Boss, 001 Anna Ozola",
        ),
        (("C-0001", "--from", "001", "--to", "001", "--as", "003"), "invalid", "Choose somebody else"),
        (("C-0001", "--from", "001", "--to", "010", "--as", "003"), "invalid", "does not work here any more"),
        (
            ("--filter", "name=xyz", "--from", "001", "--to", "002", "--as", "003"),
            "not_found",
            "No such customer",
        ),
        (
            ("--filter", "holder=x", "--from", "001", "--to", "002", "--as", "003"),
            "invalid",
            "There is no “holder”",
        ),
    ],
)
def test_what_cannot_be_reassigned_is_refused_in_words(
    shop: Shop, options: tuple[str, ...], error: str, said: str
) -> None:
    done = shop.call("book", "reassign", *options, "--json")
    assert (done.code, done.out, done.error["error"]) == (1, "", error)
    assert said in done.error["message"]
    assert "C-0001" in held(shop, "001")
