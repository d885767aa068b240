"""Editing, pinning and private notes at the command line."""

import pytest

from tests.cli.conftest import Shop


def items(shop: Shop, worker: str = "001") -> list[dict[str, object]]:
    done = shop.call("customer", "show", "C-0001", "--as", worker, "--json")
    assert done.code == 0, done.err
    found = done.document["timeline"]
    assert isinstance(found, list)
    return found


def an_activity(shop: Shop) -> str:
    done = shop.call("activity", "add", "C-0001", "--type", "visit", "--text", "tried a coat", "--as", "001")
    assert done.code == 0, done.err
    return str(items(shop)[0]["id"])


def test_an_activity_is_edited_and_its_former_text_is_shown(any_shop: Shop) -> None:
    key = an_activity(any_shop)
    done = any_shop.call("activity", "edit", key, "--text", "bought a coat", "--type", "Phone", "--as", "001")
    assert (done.code, done.out) == (0, "The activity is changed.\n")
    (item,) = items(any_shop)
    assert (item["text"], item["type"], item["version"]) == ("bought a coat", "phone", 2)
    former = any_shop.call("activity", "history", key, "--as", "002", "--json").document["former"]
    assert isinstance(former, list)
    assert [(one["text"], one["type"], one["replaced"]["worker"]) for one in former] == [
        ("tried a coat", "visit", "Anna Ozola")
    ]
    out = any_shop.call("activity", "history", key, "--as", "002").out
    assert "Anna Ozola changed it" in out
    assert "tried a coat" in out
    shown = any_shop.call("customer", "show", "C-0001", "--as", "001").out
    assert "edited by Anna Ozola" in shown
    assert f"[{key}]" in shown


def test_what_others_recorded_is_for_managers_to_edit(shop: Shop) -> None:
    key = an_activity(shop)
    refused = shop.call("activity", "edit", key, "--text", "mine", "--as", "002")
    assert refused.code != 0
    assert "Edit activities of others" in refused.err
    assert shop.call("activity", "edit", key, "--text", "mine", "--as", "003").code == 0


@pytest.mark.parametrize("command", ["edit", "history"])
def test_what_is_not_there_is_said(shop: Shop, command: str) -> None:
    more = ["--text", "x"] if command == "edit" else []
    done = shop.call("activity", command, "7", *more, "--as", "001")
    assert "no such activity" in done.err
    assert done.code != 0


def test_a_note_is_edited_pinned_and_unpinned(any_shop: Shop) -> None:
    any_shop.call("note", "add", "C-0001", "--text", "likes silk", "--as", "001")
    an_activity(any_shop)
    key = str(items(any_shop)[1]["id"])
    assert any_shop.call("note", "pin", key, "--as", "002").code == 0
    assert [item["section"] for item in items(any_shop)] == ["pinned", "past"]
    assert any_shop.call("note", "edit", key, "--text", "likes wool", "--as", "001").code == 0
    assert items(any_shop)[0]["text"] == "likes wool"
    assert any_shop.call("note", "unpin", key, "--as", "002").code == 0
    assert [item["text"] for item in items(any_shop)] == ["tried a coat", "likes wool"]
    assert "likes silk" in any_shop.call("note", "history", key, "--as", "001").out


def test_a_private_note_is_shown_to_its_author_alone(any_shop: Shop) -> None:
    done = any_shop.call("note", "add", "C-0001", "--text", "between us", "--private", "--as", "001")
    assert done.code == 0, done.err
    (item,) = items(any_shop)
    assert (item["text"], item["audience"]) == ("between us", "private")
    for worker in ("002", "003", "009"):
        shown = any_shop.call("customer", "show", "C-0001", "--as", worker, "--json")
        assert shown.document["timeline"] == []
        assert shown.document["timeline_total"] == 0
        assert "no such note" in any_shop.call("note", "history", str(item["id"]), "--as", worker).err
    assert "note" not in any_shop.call("audit", "--customer", "C-0001", "--as", "003").out


def test_what_is_planned_stands_first_and_says_so(shop: Shop) -> None:
    more = ("--when", "2099-03-01T10:00", "--as", "001")
    shop.call("activity", "add", "C-0001", "--type", "visit", "--text", "fitting", *more)
    an_activity(shop)
    assert [item["section"] for item in items(shop)] == ["planned", "past"]
    assert "Visit planned for" in shop.call("customer", "show", "C-0001", "--as", "001").out
