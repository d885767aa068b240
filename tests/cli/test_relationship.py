"""Relationship intelligence at the command line."""

import pytest

from tests.cli.conftest import Shop

HERE = ("--legal-entity", "USMF")
ANNA = ("--as", "001")


def enable(shop: Shop) -> dict[str, object]:
    done = shop.call("relationship", "enable", "--licence", *HERE, "--json")
    assert done.code == 0, done.err
    return done.document


def test_it_is_enabled_and_everybody_computed(any_shop: Shop) -> None:
    refused = any_shop.call("relationship", "enable", *HERE, "--json")
    assert (refused.code, refused.error["error"]) == (1, "conflict")
    assert "licence" in refused.error["message"]
    document = enable(any_shop)
    assert (document["enabled"], document["days_left"]) == (True, 14)
    assert document["parts"] == {"who_knows_whom": "on", "analytics": "on", "exchange": "waits", "health": "on"}
    states = document["states"]
    assert isinstance(states, dict)
    assert sum(states.values()) == document["customers"]
    text = any_shop.call("relationship", "status", *HERE).out
    assert "14 days left to consent" in text
    assert "Waits for consent" in text
    assert any_shop.call("relationship", "disable", *HERE).out == "Relationship intelligence is disabled for USMF.\n"
    assert any_shop.call("relationship", "status", *HERE, "--json").document["enabled"] is False


def test_consent_is_given_and_taken_back(shop: Shop) -> None:
    enable(shop)
    assert shop.call("relationship", "consent", *HERE, "--json").document["days_left"] is None
    assert shop.call("relationship", "consent", "--withdraw", *HERE, "--json").document["days_left"] == 14


def test_health_is_shown_with_its_parts_and_figures(any_shop: Shop) -> None:
    before = any_shop.call("relationship", "health", "C-0004", *ANNA)
    assert "not enabled" in before.out
    enable(any_shop)
    document = any_shop.call("relationship", "health", "C-0004", *ANNA, "--json").document
    health, figures = document["health"], document["figures"]
    assert isinstance(health, dict)
    assert isinstance(figures, dict)
    assert [part["most"] for part in health["parts"]] == [50, 30, 20]
    assert (figures["emails_sent"], figures["meetings_by_us"], figures["calls_made"]) == (1, 1, 1)
    assert (figures["time_spent_by_team"], figures["time_spent_by_customer"]) == (45, 42.5)
    assert figures["most_contacted_by"] == ["Anna Ozola"]
    text = any_shop.call("relationship", "health", "C-0004", *ANNA).out
    assert f"Health: {health['score']} of 100, {health['state']}" in text
    assert "How recent" in text
    assert "Anna Ozola (3)" in text
    none = any_shop.call("relationship", "health", "C-0001", *ANNA)
    assert "no closed activities" in none.out


def test_who_knows_a_customer_and_the_mail_that_asks(shop: Shop) -> None:
    assert "not enabled" in shop.call("relationship", "who-knows", "C-0004", *ANNA).out
    enable(shop)
    done = shop.call("relationship", "mailbox", "001", "anna@example.org")
    assert done.out == "anna@example.org is worker 001’s.\n"
    document = shop.call("relationship", "who-knows", "C-0004", "--as", "003", "--json").document
    colleagues = document["colleagues"]
    assert isinstance(colleagues, list)
    assert [(known["worker"], known["name"]) for known in colleagues] == [("001", "Anna Ozola")]
    assert "Anna Ozola" in shop.call("relationship", "who-knows", "C-0004", "--as", "003").out
    mail = shop.call("relationship", "who-knows", "C-0004", "--introduce", "001", "--as", "003", "--json").document
    assert str(mail["link"]).startswith("mailto:anna@example.org?subject=Would%20you")
    refused = shop.call("relationship", "who-knows", "C-0004", "--introduce", "002", "--as", "003", "--json")
    assert refused.error["error"] == "not_found"
    assert "Nobody" in shop.call("relationship", "who-knows", "C-0001", *ANNA).out


def test_choices_are_set_and_health_follows(shop: Shop) -> None:
    enable(shop)
    given = ("meeting=30", "task=-20", "frequency=monthly", "good=70", "fair=20", "roles=manager", "location=fi")
    document = shop.call("relationship", "set", *given, *HERE, "--json").document
    assert document["influence"] == {"email": 0, "meeting": 30, "phone": 0, "task": -20}
    assert (document["frequency"], document["grades"], document["roles"]) == (
        "monthly",
        {"good": 70, "fair": 20},
        ["manager"],
    )
    done = shop.call("relationship", "refresh", *HERE)
    assert done.out.startswith("Computed for 3"), done.err
    shop.call("relationship", "set", "health=no", *HERE)
    assert "No health score: Switched off." in shop.call("relationship", "health", "C-0004", *ANNA).out
    assert shop.call("relationship", "refresh", *HERE, "--json").error["error"] == "conflict"


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("email=51", "invalid"),
        ("email=a", "invalid"),
        ("frequency=never", "invalid"),
        ("good=30", "invalid"),
        ("roles=boss", "invalid"),
        ("subject=Hello {you}", "invalid"),
        ("colour=red", "not_found"),
        ("email", "invalid"),
    ],
)
def test_wrong_choices_are_refused(shop: Shop, given: str, error: str) -> None:
    done = shop.call("relationship", "set", given, *HERE, "--json")
    assert (done.code, done.error["error"]) == (1, error)


def test_only_who_may_set_up_the_company_chooses(shop: Shop) -> None:
    done = shop.call("relationship", "enable", "--licence", *ANNA, "--json")
    assert (done.code, done.error["error"]) == (1, "not_allowed")
