"""Follow-ups and their rules at the command line."""

from tests.cli.conftest import Shop

ANNA, MARA = ("--as", "001"), ("--as", "003")


def listed(shop: Shop, *options: str) -> list[dict[str, object]]:
    done = shop.call("tasks", "list", *options, "--json")
    assert done.code == 0, done.err
    found = done.document["follow_ups"]
    assert isinstance(found, list)
    return found


def test_what_is_added_is_listed_postponed_and_done(any_shop: Shop) -> None:
    shop = any_shop
    done = shop.call("tasks", "add", "Call", "--customer", "C-0001", "--due", "+3", "--time", "11:30", *ANNA)
    assert done.code == 0, done.err
    (found,) = listed(shop, *ANNA)
    assert (found["title"], found["account_number"], found["time"], found["section"]) == (
        "Call",
        "C-0001",
        "11:30",
        "coming",
    )
    assert "Call" in shop.call("tasks", "list", *ANNA).out
    assert shop.call("tasks", "postpone", str(found["id"]), "--due", "+0", *ANNA).code == 0
    assert [f["section"] for f in listed(shop, *ANNA)] == ["today"]
    assert shop.call("tasks", "done", str(found["id"]), *ANNA).code == 0
    assert listed(shop, *ANNA) == []
    assert [f["state"] for f in listed(shop, "--which", "done", *ANNA)] == ["done"]
    assert shop.call("tasks", "done", str(found["id"]), *ANNA).code == 1


def test_a_colleagues_is_for_those_who_may(shop: Shop) -> None:
    assert shop.call("tasks", "add", "Inventory", "--for", "002", *ANNA).code == 1
    assert shop.call("tasks", "add", "Inventory", "--for", "002", *MARA).code == 0
    assert [f["title"] for f in listed(shop, "--as", "002")] == ["Inventory"]
    assert [f["worker"] for f in listed(shop, "--which", "store", *MARA)] == ["Jens Holm"]


def test_days_that_are_none_are_wrong_usage_and_days_that_are_over_are_refused(shop: Shop) -> None:
    assert shop.call("tasks", "add", "Call", "--due", "soon", *ANNA).code == 2
    done = shop.call("tasks", "add", "Call", "--due", "2020-01-01", *ANNA, "--json")
    assert (done.code, done.error["field"]) == (1, "due")


def test_rules_are_set_run_and_taken_away(any_shop: Shop) -> None:
    shop, usmf = any_shop, ("--legal-entity", "USMF")
    done = shop.call(
        "tasks", "rules", "set", "dates", "--cause", "date", "--title", "Wishes", "--days", "366", "--at-once", *usmf
    )
    assert done.code == 0, done.err
    assert shop.call("tasks", "rules", "run").code == 0
    number = len(listed(shop, *ANNA))
    assert number > 0
    shop.call("tasks", "rules", "run")
    assert len(listed(shop, *ANNA)) == number
    assert "dates" in shop.call("tasks", "rules", "list", *usmf).out
    assert shop.call("tasks", "rules", "remove", "dates", *usmf).code == 0
    assert "dates" not in shop.call("tasks", "rules", "list", *usmf).out
    assert shop.call("tasks", "rules", "set", "x", "--cause", "date", "--days", "3", *usmf).code == 1
    assert shop.call("tasks", "rules", "list").code == 2
