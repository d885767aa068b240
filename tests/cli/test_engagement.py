"""Account engagement at the command line, from files to the table."""

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.cli.conftest import Shop
from tests.support.engagement import OURS, mail, meeting, write_rows

ANSWERS = f"""
name = "Office"
addresses = ["{OURS[0]}", {{ address = "{OURS[1]}", id = "4f1c" }}]
own_domains = ["shop.example"]
match = "address"
agree = true
consent = "granted"
legal_entity = "USMF"
"""


def set_up(shop: Shop, folder: Path, answers: str = ANSWERS) -> None:
    shop.execute("UPDATE customer_email SET address = 'kim' || customer_id || '@acme.example'")
    (folder / "answers.toml").write_text(answers)
    done = shop.call("engagement", "set", str(folder / "answers.toml"), "--json")
    assert done.code == 0, done.err
    assert (done.document["table"], done.document["consent"]) == ("Office", "granted")


def address(shop: Shop, account: str) -> str:
    done = shop.call("customer", "show", account, "--as", "003", "--json")
    emails = done.document["emails"]
    assert isinstance(emails, list)
    return str(emails[0]["address"])


def test_from_files_to_the_table(any_shop: Shop, tmp_path: Path) -> None:
    set_up(any_shop, tmp_path)
    kim = address(any_shop, "C-0001")

    now = datetime.now(UTC)
    rows = [mail(1, 5, OURS[0], kim, now=now), mail(2, 4, kim, *OURS, now=now), meeting(3, 2, kim, OURS[1], now=now)]
    file = write_rows(tmp_path / "i.csv", [*rows, "mail,9,,never,a@b.c,d@e.f,,"])
    done = any_shop.call("interactions", "import", str(file))
    assert done.code == 1
    assert "3 interactions taken, 1 rejected" in done.out
    assert "5: The time is missing or impossible." in done.out
    done = any_shop.call("engagement", "run")
    assert (done.code, "six hours" in done.err) == (1, True)
    later = (now + timedelta(hours=7)).isoformat()
    done = any_shop.call("engagement", "run", "--now", later, "--json")
    assert done.code == 0, done.err
    done = any_shop.call("engagement", "table", "--level", "year", "--csv")
    (row,) = csv.DictReader(io.StringIO(done.out))
    assert (row["CustomerId"], row["NoOfEmails_ToAccount"], row["NoOfEmails_FromAccount"]) == ("C-0001", "1", "1")
    assert (row["NoOfMeetings_FromAccount"], row["AverageDuration_Of_Meetings"]) == ("1", "60.0")
    assert row["AggregationLevel"] == "year"
    done = any_shop.call("engagement", "status")
    assert "Office_UserEntity" in done.out
    assert "successful" in done.out
    assert "@" not in done.out


def test_answers_that_are_wrong_name_their_field(shop: Shop, tmp_path: Path) -> None:
    for before, after, field in (
        ("agree = true", "agree = false", "agree"),
        (f'"{OURS[0]}", ', "", "addresses"),
        (OURS[0], "nobody", "addresses"),
        ('match = "address"', 'match = "mood"', "match"),
        ('name = "Office"', 'name = ""', "name"),
        ('name = "Office"', 'name = "Office"\ntable = "1; DROP"', "table"),
        ('legal_entity = "USMF"', "", "legal_entity"),
        ('consent = "granted"', 'consent = "perhaps"', "consent"),
        ("agree = true", "agree = true\nagreed = true", "agreed"),
        ("agree = true", "agree == true", "file"),
    ):
        (tmp_path / "answers.toml").write_text(ANSWERS.replace(before, after))
        done = shop.call("engagement", "set", str(tmp_path / "answers.toml"), "--json")
        assert (done.code, done.error.get("field")) == (1, field)


def test_a_file_of_a_kind_that_is_not_known_is_refused(shop: Shop, tmp_path: Path) -> None:
    done = shop.call("interactions", "import", str(tmp_path / "a.xlsx"))
    assert done.code == 1
    assert ".parquet" in done.err


def test_without_an_enrichment_it_is_said_how_to_make_one(shop: Shop) -> None:
    done = shop.call("engagement", "table")
    assert done.code == 1
    assert "engagement set FILE" in done.err


def test_segments_are_listed_and_shared(shop: Shop) -> None:
    done = shop.call("engagement", "segments", "--as", "003", "--share", "Stale accounts", "--json")
    assert done.code == 0, done.err
    segments = done.document["segments"]
    assert isinstance(segments, list)
    assert segments[0] == {"name": "Stale accounts", "customers": 0, "shared": True}
