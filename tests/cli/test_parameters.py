"""The settings of a legal entity at the command line."""

import pytest

from tests.cli.conftest import Shop

HERE = ("--legal-entity", "USMF")


def test_a_setting_is_chosen_for_a_legal_entity(any_shop: Shop) -> None:
    done = any_shop.call("settings", "set", "idle-lock", "5", *HERE)
    assert (done.code, done.out) == (0, "idle-lock is 5 for USMF.\n"), done.err
    assert any_shop.call("settings", "get", "idle-lock", "--legal-entity", "usmf").out == "5\n"
    assert any_shop.call("settings", "get", "idle-lock", "--legal-entity", "DEMF").out == "10\n"
    document = any_shop.call("settings", "get", "idle-lock", *HERE, "--json").document
    assert (document["value"], document["default"], document["chosen"]) == (5, 10, True)


def test_people_see_what_can_be_chosen(shop: Shop) -> None:
    shop.call("settings", "set", "badge-needs-password", "on", *HERE)
    out = shop.call("settings", "list", *HERE).out
    assert "card-places" in out
    assert "3 to 6" in out
    assert "yes or no" in out
    (switch,) = [line for line in out.splitlines() if line.startswith("badge-needs-password")]
    assert switch.split()[1] == "yes"


def test_it_is_recorded_with_before_and_after(shop: Shop) -> None:
    shop.call("settings", "set", "idle-lock", "5", *HERE)
    again = shop.call("settings", "set", "idle-lock", " 5 ", *HERE)
    assert "as before" in again.out
    lines = shop.call("audit", "--json").document["lines"]
    assert isinstance(lines, list)
    settings = [line for line in lines if line["subject"].startswith("setting")]
    assert [(line["operation"], line["before"], line["after"]) for line in settings] == [(9006, "10", "5")]
    assert "setting USMF idle-lock: 10 → 5" in shop.call("audit").out


@pytest.mark.parametrize(
    ("key", "value", "error", "said"),
    [
        ("idle-lock", "1441", "invalid", "“1441” is no whole number from 0 to 1440."),
        ("idle-lock", "soon", "invalid", "“soon” is no whole number"),
        ("card-places", "2", "invalid", "from 3 to 6"),
        ("badge-needs-password", "perhaps", "invalid", "neither yes nor no"),
        (
            "volume",
            "11",
            "not_found",
            "There is no setting “volume”. There are: activity-type-hours, badge-needs-password, card-places",
        ),
    ],
)
def test_what_cannot_be_chosen_is_said_and_changes_nothing(
    shop: Shop, key: str, value: str, error: str, said: str
) -> None:
    done = shop.call("settings", "set", key, value, *HERE, "--json")
    assert (done.code, done.error["error"]) == (1, error)
    assert said in done.error["message"]
    assert "setting" not in shop.call("audit").out


def test_where_there_are_several_legal_entities_one_has_to_be_named(shop: Shop) -> None:
    done = shop.call("settings", "list")
    assert done.code == 2
    assert "say which legal entity with --legal-entity: DEMF, USMF" in done.err
    done = shop.call("settings", "list", "--legal-entity", "XX", "--json")
    assert (done.code, done.error["error"]) == (1, "invalid")


def test_a_worker_chooses_for_their_own_legal_entity_if_they_may(shop: Shop) -> None:
    assert shop.call("settings", "set", "idle-lock", "5", "--as", "009").code == 0
    assert shop.call("settings", "get", "idle-lock", "--as", "001").out == "5\n"
    done = shop.call("settings", "set", "idle-lock", "6", "--as", "003", "--json")
    assert (done.code, done.error["error"]) == (1, "not_allowed")
    assert shop.call("settings", "list", "--as", "009", "--legal-entity", "DEMF").code == 2
