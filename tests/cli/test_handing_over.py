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
