"""Duplicates, merging, whole files, erasing and the audit's filters at the command line."""

import csv
import json
from pathlib import Path

from clienteling.domain.erasure import WORD
from tests.cli.conftest import Done, Shop

USMF = ("--legal-entity", "USMF")


def done(found: Done) -> dict[str, object]:
    assert found.code == 0, found.err
    return found.document


def test_two_are_merged_and_two_again(shop: Shop) -> None:
    shown = done(shop.call("customer", "merge", "C-0021", "C-0022", "--dry-run", "--json", *USMF))
    assert shown["record"] is None
    assert shop.call("customer", "show", "C-0022", "--as", "003").code == 0
    fields = shown["fields"]
    assert isinstance(fields, list)
    name = next(field for field in fields if field["field"] == "name")
    merged = done(shop.call("customer", "merge", "C-0021", "C-0022", "--take", "name", "--json", *USMF))
    # The old number leads to the customer who was kept, under the name that was taken.
    after = done(shop.call("customer", "show", "C-0022", "--as", "003", "--json"))
    assert (after["account_number"], after["name"]) == ("C-0021", name["other"])
    done(shop.call("customer", "unmerge", str(merged["record"]), "--json"))
    again = done(shop.call("customer", "show", "C-0022", "--as", "003", "--json"))
    assert again["account_number"] == "C-0022"
    refused = shop.call("customer", "merge", "C-0021", "C-0022", "--take", "shoes", *USMF)
    assert refused.code == 1
    assert "There are: " in refused.err


def test_duplicates_are_listed_until_they_are_two(shop: Shop) -> None:
    found = done(shop.call("duplicates", "list", "--json", *USMF))
    pairs = found["pairs"]
    assert isinstance(pairs, list)
    one, other = pairs[0]["accounts"]
    assert one in shop.call("duplicates", "list", *USMF).out
    done(shop.call("duplicates", "apart", one, other, "--as", "003", "--json"))
    left = done(shop.call("duplicates", "list", "--json", *USMF))["pairs"]
    assert isinstance(left, list)
    assert [one, other] not in [pair["accounts"] for pair in left]


def test_a_whole_file_is_written_and_its_customer_erased_with_a_proof(any_shop: Shop, tmp_path: Path) -> None:
    shop = any_shop
    written = done(shop.call("customer", "file", "C-0001", "--out", str(tmp_path / "file"), "--json", *USMF))
    name = json.loads(Path(str(written["document"])).read_text(encoding="utf-8"))["customer"][0]["name"]
    outlook = shop.call("customer", "erase", "C-0001", *USMF)
    assert "Nothing was changed" in outlook.out
    wrong = shop.call("customer", "erase", "C-0001", "--confirm", "yes", "--proof", str(tmp_path / "proof"), *USMF)
    assert wrong.code == 1
    assert WORD in wrong.err
    assert shop.call("customer", "erase", "C-0001", "--confirm", WORD, *USMF).code == 2
    proof = str(tmp_path / "proof")
    erased = done(shop.call("customer", "erase", "C-0001", "--confirm", WORD, "--proof", proof, "--json", *USMF))
    assert erased["swept"] is True
    removed = erased["removed"]
    assert isinstance(removed, dict)
    assert removed["customer"] == 1
    assert name not in Path(str(erased["page"])).read_text(encoding="utf-8")
    assert shop.call("customer", "show", "C-0001", "--as", "003").code == 1
    assert shop.call("check").code == 0


def test_the_audit_is_asked_by_who_what_whom_and_when(shop: Shop, tmp_path: Path) -> None:
    shop.call("book", "reassign", "C-0001", "--from", "001", "--to", "002", "--as", "003")
    shop.call("book", "add", "C-0021", "--as", "001")
    shop.call("book", "add", "C-0011", "--as", "001")

    def asked(*options: str) -> list[tuple[object, object]]:
        lines = done(shop.call("audit", "--json", *options))["lines"]
        assert isinstance(lines, list)
        return [(line["operation"], line["account_number"]) for line in lines]

    assert asked("--who", "003", "--operation", "reassign") == [(716, "C-0001")]
    assert asked("--customer", "C-0021") == [(714, "C-0021")]
    assert asked("--refused", "--operation", "714") == [(714, None)]
    assert asked("--until", "2020-01-01") == []
    assert (716, "C-0001") in asked("--since", "2020-01-01")
    assert shop.call("audit", "--operation", "v").code == 1
    assert shop.call("audit", "--who", "999").code == 1
    file = tmp_path / "audit.csv"
    count = done(shop.call("audit", "--who", "003", "--out", str(file), "--json"))["lines"]
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == count
    assert {row["worker"] for row in rows} == {"Mara Liepa"}


def test_a_head_that_was_noted_is_looked_for(shop: Shop) -> None:
    head = str(done(shop.call("check", "--json"))["audit_head"])
    shop.call("book", "add", "C-0021", "--as", "001")
    assert shop.call("check", "--head", head).code == 0
    place, _, noted = head.partition(":")
    other = f"{place}:{noted[::-1]}"
    gone = shop.call("check", "--head", other)
    assert gone.code == 1
    assert "not in the chain any more" in gone.out
    assert shop.call("check", "--head", "x").code == 1
