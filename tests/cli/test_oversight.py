"""The audit and the check of the database at the command line."""

from pathlib import Path

import pytest

from clienteling.database import migrations
from tests.cli.conftest import Shop


def lines(shop: Shop, *options: str) -> list[dict[str, object]]:
    done = shop.call("audit", "--json", *options)
    assert done.code == 0, done.err
    found = done.document["lines"]
    assert isinstance(found, list)
    return found


def move(shop: Shop) -> None:
    shop.call(*("book", "reassign", "C-0001", "--from", "001", "--to", "002", "--reason", "away", "--as", "003"))


def test_the_audit_names_who_had_a_customer_and_who_has_them_now(any_shop: Shop) -> None:
    move(any_shop)
    (line,) = lines(any_shop, "--customer", "C-0001")
    assert (line["worker"], line["store"], line["operation"], line["outcome"]) == (
        "Mara Liepa",
        "North",
        716,
        "done",
    )
    assert (line["before"], line["after"]) == ("001", "002")
    assert (line["before_name"], line["after_name"]) == ("Anna Ozola", "Jens Holm")
    assert (line["account_number"], line["reason"]) == ("C-0001", "away")
    assert isinstance(line["record"], str)
    assert str(line["at"]).endswith("Z")


def test_people_read_the_audit_as_sentences(shop: Shop) -> None:
    move(shop)
    shop.call("book", "add", "C-0021", "--as", "001")
    shop.call("book", "remove", "C-0021", "--as", "001")
    shop.call("book", "add", "C-0011", "--as", "001")
    out = shop.call("audit").out
    assert "Time (UTC)" in out
    assert "Anna Ozola → Jens Holm" in out
    assert "no client book → Anna Ozola" in out
    assert "Anna Ozola → no client book" in out
    assert "Add customer to client book: refused" in out
    assert "administrator" in out
    assert not any(number in out for number in ("001", "002", "003") if f" {number} " in out)


def test_a_manager_reads_the_audit_of_their_company_and_an_associate_none(shop: Shop) -> None:
    shop.call("book", "add", "D-0005", "--as", "006")
    everything = {line["worker"] for line in lines(shop)}
    assert "Greta Weiß" in everything
    mine = {line["worker"] for line in lines(shop, "--as", "003")}
    assert "Greta Weiß" not in mine
    done = shop.call("audit", "--as", "001", "--json")
    assert (done.code, done.error["error"]) == (1, "not_allowed")
    assert lines(shop, "--limit", "2")[1]["outcome"] == "refused"


def test_a_manager_reads_times_of_their_store(shop: Shop) -> None:
    move(shop)
    assert "Time (America/New_York)" in shop.call("audit", "--as", "003").out


def test_a_customer_to_whom_nothing_happened_has_no_lines(shop: Shop) -> None:
    done = shop.call("audit", "--customer", "C-0030")
    assert (done.code, done.out) == (0, "Nothing was recorded.\n")


def test_a_sound_database_is_well(any_shop: Shop) -> None:
    done = any_shop.call("check", "--json")
    assert (done.code, done.err) == (0, "")
    document = done.document
    assert document["well"] is True
    findings, counts = document["findings"], document["counts"]
    assert isinstance(findings, list)
    assert isinstance(counts, dict)
    assert {finding["broken"] for finding in findings} == {0}
    assert counts["customer"] == 45
    assert document["schema"] == migrations.HEAD
    text = any_shop.call("check").out
    assert "ok     Search finds every customer" in text
    assert "WRONG" not in text


def test_a_broken_rule_is_reported_and_ends_with_one(shop: Shop) -> None:
    shop.execute(
        "DELETE FROM customer_token WHERE customer_id IN (SELECT id FROM customer WHERE account_number = 'C-0002')"
    )
    done = shop.run("check")
    assert done.code == 1
    assert "WRONG  Search finds every customer: 1" in done.out
    assert done.err.startswith("clienteling: The database is damaged: Something is wrong with it: searchable.")
    assert len(done.err.splitlines()) == 1
    scripted = shop.call("check", "--json")
    assert (scripted.code, scripted.document["well"], scripted.error["error"]) == (1, False, "broken_data")


def test_checking_makes_no_database(empty_shop: Shop) -> None:
    done = empty_shop.call("check", "--json")
    assert (done.code, done.error["error"]) == (1, "not_found")
    assert not empty_shop.home.exists()


def test_a_damaged_file_is_found_out(shop: Shop) -> None:
    file = Path(shop.url.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    for page in range(20, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    file.write_bytes(content)
    done = shop.call("check", "--json")
    assert (done.code, done.error["error"]) == (1, "broken_data")


@pytest.mark.parametrize("secret", ["very-secret"])
def test_the_check_of_a_server_shows_no_password(any_shop: Shop, secret: str) -> None:
    if not any_shop.url.startswith("postgresql"):
        assert str(Path(any_shop.url.removeprefix("sqlite:///"))) in any_shop.call("check").out
        return
    address = any_shop.url.replace("postgres@", f"postgres:{secret}@", 1)
    done = Shop(any_shop.home, address, any_shop.capture).call("check")
    assert done.code == 0, done.err
    assert secret not in done.out
    assert "PostgreSQL" in done.out
