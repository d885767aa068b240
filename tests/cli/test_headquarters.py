"""A company set up by script."""

import tomllib

from tests.cli.conftest import Shop


def test_a_company_is_written_and_made_again_elsewhere(shop: Shop, empty_shop: Shop) -> None:
    file = empty_shop.home.parent / "company.toml"
    done = shop.call("setup", "export", str(file))
    assert (done.code, done.out) == (0, f"Wrote {sum(counts(shop).values())} items to {file}\n"), done.err
    assert shop.call("setup", "apply", str(file)).out == "Everything is as the file says already.\n"
    tried = empty_shop.call("setup", "apply", str(file), "--dry-run")
    assert tried.out.splitlines()[0] == "+ legal_entities DEMF"
    assert tried.out.splitlines()[-1].endswith("items would change. Nothing was changed.")
    made = empty_shop.call("setup", "apply", str(file), "--json")
    assert made.document["published"] == [1010, 1040, 1060, 1090, 1110, 1150]
    assert empty_shop.call("setup", "export").out == shop.call("setup", "export").out


def counts(shop: Shop) -> dict[str, int]:
    return {name: len(items) for name, items in tomllib.loads(shop.call("setup", "export").out).items()}


def test_the_difference_is_shown_field_by_field(shop: Shop) -> None:
    file = shop.home.parent / "company.toml"
    shop.call("setup", "export", str(file))
    file.write_text(file.read_text("utf-8").replace('unit = "EU"', 'unit = "UK"'), "utf-8")
    out = shop.call("setup", "apply", str(file)).out
    assert out.splitlines()[:2] == ["~ attributes Size", "    unit: EU → UK"]
    assert out.splitlines()[-1] == "1 item changed, and published."


def test_what_is_wrong_is_said_with_section_key_and_field(shop: Shop) -> None:
    file = shop.home.parent / "company.toml"
    file.write_text("[[activity_types]]\nlegal_entity = 'FRMF'\ncode = 'visit'\nname = ''\n", "utf-8")
    done = shop.call("setup", "apply", str(file))
    assert done.code == 1
    assert done.out.splitlines() == [
        "activity_types FRMF/visit, name: Please fill this in.",
        "activity_types FRMF/visit, legal_entity: There is no “FRMF” among: Legal entities.",
    ]
    document = shop.call("setup", "apply", str(file), "--json").document
    assert [(f["key"], f["field"]) for f in document["wrong"]] == [  # type: ignore[attr-defined]
        ("FRMF/visit", "name"),
        ("FRMF/visit", "legal_entity"),
    ]
    missing = shop.call("setup", "apply", str(file) + ".gone")
    assert (missing.code, "No such file" in missing.err) == (1, True)


def test_a_file_that_would_delete_what_is_in_use_changes_nothing(shop: Shop) -> None:
    file = shop.home.parent / "company.toml"
    file.write_text("activity_types = []\n", "utf-8")
    done = shop.call("setup", "apply", str(file), "--json")
    assert (done.code, done.error["error"]) == (1, "in_use")
    assert "activities (" in done.error["message"]
    assert counts(shop)["activity_types"] == 6


def test_the_steps_say_what_is_missing(any_shop: Shop) -> None:
    assert all(step["done"] for step in steps(any_shop))
    any_shop.execute("DELETE FROM parameter WHERE name = 'client_book_attribute_group'")
    (left,) = [step for step in steps(any_shop) if not step["done"]]
    assert (left["step"], left["missing"]) == (
        "client_book_group",
        [f"{code} has not chosen its client book attribute group." for code in ("DEMF", "USMF")],
    )
    assert "to do" in any_shop.call("setup", "steps").out


def steps(shop: Shop) -> list[dict[str, object]]:
    found = shop.call("setup", "steps", "--json").document["steps"]
    assert isinstance(found, list)
    return found


def test_jobs_are_run_once(any_shop: Shop) -> None:
    assert any_shop.call("publish").out.splitlines()[0] == "Job 1010 Customers: version 1"
    assert any_shop.call("publish").out == "Nothing was waiting.\n"


def test_jobs_have_a_schedule_a_history_and_a_way_back(shop: Shop) -> None:
    assert shop.call("distribution", "schedule", "1040", "--every", "6").out == "Job 1040 runs every 6 h.\n"
    (products,) = [j for j in shop.call("distribution", "status", "--json").document["jobs"] if j["job"] == 1040]  # type: ignore[attr-defined]
    assert (products["schedule"], products["waiting"]) == ("every 6 h", [])
    assert "Attributes" in shop.call("distribution", "status").out
    shop.call("publish", "1040")
    file = shop.home.parent / "company.toml"
    shop.call("setup", "export", str(file))
    file.write_text(file.read_text("utf-8").replace('unit = "EU"', 'unit = "UK"'), "utf-8")
    shop.call("setup", "apply", str(file))
    out = shop.call("distribution", "history", "1040").out
    assert "~ Attributes Size" in out
    assert "the first one" in out
    assert shop.call("distribution", "republish", "1040", "1").out == "Job 1040: version 3 is version 1 again.\n"
    assert 'unit = "EU"' in shop.call("setup", "export").out


def test_what_is_no_job_is_said(shop: Shop) -> None:
    assert shop.call("publish", "1041").code == 1
    assert shop.call("publish", "all").code == 2
    assert shop.call("distribution", "republish", "1040", "9").code == 1
    assert shop.call("distribution", "schedule", "1040").code == 2


def test_who_may_not_publish_is_refused(shop: Shop) -> None:
    assert shop.call("publish", "--as", "009").code == 0
    done = shop.call("publish", "--as", "003", "--json")
    assert (done.code, done.error["error"]) == (1, "not_allowed")
