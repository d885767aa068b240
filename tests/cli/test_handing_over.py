"""Splitting and lending books at the command line."""

from tests.cli.conftest import Shop

MARA = ("--as", "003")


def size(shop: Shop, number: str) -> int:
    customers = shop.call("book", "list", "--as", number, "--limit", "100", "--json").document["customers"]
    assert isinstance(customers, list)
    return len(customers)


def test_a_book_is_split_and_the_whole_is_undone(any_shop: Shop) -> None:
    shop = any_shop
    split = ("book", "split", "--from", "001", "--to", "002", "--to", "008", *MARA, "--json")
    planned = shop.call(*split, "--dry-run")
    assert planned.code == 0, planned.err
    assert (size(shop, "001"), planned.document["record"]) == (10, None)
    done = shop.call(*split, "--by", "spend", "--reason", "leaves")
    shares = done.document["shares"]
    assert isinstance(shares, list)
    assert sum(share["customers"] for share in shares) == 10
    assert (size(shop, "001"), size(shop, "002") + size(shop, "008")) == (0, 20)
    assert shop.call("undo", str(done.document["record"]), *MARA).code == 0
    assert (size(shop, "001"), size(shop, "002")) == (10, 6)


def test_only_colleagues_of_the_store_take_part(shop: Shop) -> None:
    done = shop.call("book", "split", "--from", "001", "--to", "004", *MARA, "--json")
    assert (done.code, done.error["field"]) == (1, "to")
    assert shop.call("book", "split", "--from", "001", "--to", "002", "--as", "002").code == 1


def test_a_book_is_lent_and_given_back(shop: Shop) -> None:
    assert "No book is lent." in shop.call("book", "lent", *MARA).out
    lent = shop.call("book", "lend", "--from", "001", "--to", "002", "--until", "+7", *MARA)
    assert lent.code == 0, lent.err
    assert size(shop, "002") == 16
    assert "Anna Ozola" in shop.call("book", "lent", *MARA).out
    assert shop.call("book", "return", "--from", "001", *MARA).code == 0
    assert size(shop, "002") == 6
    assert shop.call("book", "return", "--from", "001", *MARA).code == 1


def test_leavers_are_listed(shop: Shop) -> None:
    assert "Nobody leaves." in shop.call("book", "leavers", *MARA).out
    shop.execute("UPDATE worker SET employed_until = '2026-01-31' WHERE personnel_number = '001'")
    leavers = shop.call("book", "leavers", *MARA, "--json").document["leavers"]
    assert isinstance(leavers, list)
    assert [leaver["name"] for leaver in leavers] == ["Anna Ozola"]


def test_a_customer_can_be_in_several_books_where_that_is_allowed_and_one_is_the_primary_one(shop: Shop) -> None:
    assert shop.call("settings", "set", "several-books", "yes", "--legal-entity", "USMF").code == 0
    added = shop.call("book", "add", "C-0001", "C-0021", "--as", "002", "--json").document
    assert (added["added"], added["also_held_by"]) == (["C-0001", "C-0021"], {"C-0001": ["Anna Ozola"]})
    shown = shop.call("customer", "show", "C-0001", "--as", "002", "--json").document
    holder = shown["holder"]
    assert isinstance(holder, dict)
    assert (holder["name"], [other["name"] for other in holder["others"]]) == ("Anna Ozola", ["Jens Holm"])
    assert "also of Jens Holm" in shop.call("customer", "show", "C-0001", "--as", "002").out
    done = shop.call("book", "primary", "C-0001", "--to", "002", *MARA, "--json")
    assert done.code == 0, done.err
    made = done.document
    assert made["primary"] == "002"
    assert "primary: Anna Ozola → Jens Holm" in shop.call("history", *MARA).out
    assert shop.call("undo", str(made["record"]), *MARA).code == 0
    refused = shop.call("settings", "set", "several-books", "no", "--legal-entity", "USMF")
    assert refused.code == 1
    assert "C-0001" in refused.err
