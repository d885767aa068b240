"""Badges, and what somebody else signs for, at the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shop
from tests.support.company import PASSWORD

CODE = "4751234567890"
MOVE = ("book", "reassign", "C-0001", "--from", "001", "--to", "002", "--as", "001")


def newest(shop: Shop) -> dict[str, object]:
    lines = shop.call("audit", "--json", "--limit", "3").document["lines"]
    assert isinstance(lines, list)
    found = next(line for line in lines if line["operation"] not in (700, 701))
    assert isinstance(found, dict)
    return found


@pytest.fixture
def signer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_OVERRIDE_PASSWORD", PASSWORD)


def test_a_badge_is_given_and_taken_away(any_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_BADGE", CODE)
    done = any_shop.call("worker", "badge", "001", "--json")
    assert (done.code, done.document["badge"]) == (0, True), done.err
    assert "badge: Anna Ozola" in any_shop.call("audit").out
    done = any_shop.call("worker", "badge", "001", "--remove", "--as", "003")
    assert (done.code, done.out) == (0, "Worker 001 has no badge any more.\n")
    assert (newest(any_shop)["operation"], newest(any_shop)["before"]) == (919, "001")
    assert CODE not in any_shop.call("audit", "--json").out


def test_a_badge_that_cannot_be_given_is_told(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_BADGE", "12345")
    done = shop.call("worker", "badge", "001", "--json")
    assert (done.code, done.error["error"], done.error["field"]) == (1, "invalid", "badge")
    monkeypatch.delenv("CLIENTELING_BADGE")
    done = shop.run("worker", "badge", "001")
    assert done.code == 1
    assert "Set CLIENTELING_BADGE." in done.err
    done = shop.call("worker", "badge", "001", "--remove", "--as", "002", "--json")
    assert (done.code, done.error["error"]) == (1, "not_allowed")


@pytest.mark.usefixtures("signer")
def test_somebody_else_signs_for_a_reassignment(any_shop: Shop) -> None:
    refused = any_shop.call(*MOVE, "--json")
    assert (refused.code, refused.error["error"]) == (1, "not_allowed")
    done = any_shop.call(*MOVE, "--override", "003")
    assert (done.code, done.err) == (0, "")
    line = newest(any_shop)
    assert (line["operation"], line["worker"], line["override_by"]) == (716, "Anna Ozola", "Mara Liepa")
    assert "Anna Ozola, with override of Mara Liepa" in any_shop.call("audit").out


@pytest.mark.usefixtures("signer")
def test_who_cannot_sign_is_told(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    done = shop.call(*MOVE, "--override", "001", "--json")
    assert (done.code, done.error["error"]) == (1, "sign_in_refused")
    assert "Nobody can sign for themselves" in done.error["message"]
    assert "may not do this either" in shop.call(*MOVE, "--override", "002").err
    assert "Anna Ozola, override asked of Jens Holm" in shop.call("audit").out
    monkeypatch.setenv("CLIENTELING_OVERRIDE_PASSWORD", "wrong 1")
    assert "password is wrong" in shop.call(*MOVE, "--override", "003").err
    monkeypatch.delenv("CLIENTELING_OVERRIDE_PASSWORD")
    done = shop.run(*MOVE, "--override", "003")
    assert done.code == 1
    assert "Set CLIENTELING_OVERRIDE_PASSWORD." in done.err


@pytest.mark.usefixtures("signer")
def test_customers_of_others_are_exported_by_an_override(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    export = ("export", "book", "--store", "--out", str(file), "--as", "001")
    assert shop.call(*export).code == 1
    assert not file.exists()
    assert shop.call(*export, "--override", "003").code == 0
    assert file.exists()
    assert (newest(shop)["operation"], newest(shop)["override_by"]) == (9008, "Mara Liepa")
