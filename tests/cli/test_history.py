"""The history and the undo at the command line."""

from tests.cli.conftest import Shop


def changes(shop: Shop, worker: str) -> list[dict[str, object]]:
    done = shop.call("history", "--json", "--as", worker)
    assert done.code == 0, done.err
    found = done.document["changes"]
    assert isinstance(found, list)
    return found


def holder(shop: Shop, account: str) -> object:
    found = shop.call("customer", "show", account, "--json", "--as", "003").document["holder"]
    return found["worker"] if isinstance(found, dict) else None


def test_a_removal_is_undone_by_its_id(any_shop: Shop) -> None:
    before = holder(any_shop, "C-0001")
    any_shop.call("book", "remove", "C-0001", "--as", "001")
    assert holder(any_shop, "C-0001") is None
    (change,) = [c for c in changes(any_shop, "001") if c["operation"] == 715]
    assert change["undo"] == "possible"
    done = any_shop.call("undo", str(change["record"]), "--json", "--as", "001")
    assert done.code == 0, done.err
    assert holder(any_shop, "C-0001") == before == "001"
    undone = next(c for c in changes(any_shop, "001") if c["record"] == change["record"])
    assert undone["undo"] == "done"


def test_a_change_with_a_newer_one_in_between_is_not_undone(shop: Shop) -> None:
    shop.call("book", "remove", "C-0001", "--as", "001")
    shop.call("book", "add", "C-0001", "--as", "002")
    (change,) = [c for c in changes(shop, "001") if c["operation"] == 715]
    assert change["undo"] == "blocked"
    done = shop.call("undo", str(change["record"]), "--json", "--as", "001")
    assert (done.code, done.error["error"]) == (1, "already_held")
    assert "Jens Holm" in done.error["message"]
    assert holder(shop, "C-0001") == "002"


def test_nobody_undoes_what_another_worker_did_to_their_own_book(shop: Shop) -> None:
    shop.call("book", "remove", "C-0001", "--as", "001")
    (change,) = [c for c in changes(shop, "001") if c["operation"] == 715]
    assert [c for c in changes(shop, "002") if c["record"] == change["record"]] == []
    assert shop.call("undo", str(change["record"]), "--as", "002").code == 1
    assert holder(shop, "C-0001") is None


def test_the_history_reads_as_a_table(shop: Shop) -> None:
    assert shop.call("history", "--as", "002").out.strip() == "You have not changed a client book yet."
    shop.call("book", "remove", "C-0001", "--as", "001")
    out = shop.call("history", "--as", "001").out
    assert "Anna Ozola → no client book" in out
    assert "possible" in out


def test_an_id_that_is_none_is_wrong_usage(shop: Shop) -> None:
    assert shop.call("undo", "the last one", "--as", "001").code == 2
