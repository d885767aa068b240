"""How a company comes into the database at the command line: the demo, and files."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shop

LEGAL_ENTITIES = "legal_entity,name,currency,country\nUSMF,Contoso,USD,US\n"
STORES = "store,name,legal_entity,time_zone\nS01,North,USMF,America/New_York\n"
WORKERS = "personnel_number,name,title,role,stores\n001,Anna Ozola,Associate,associate,S01\n"
CUSTOMERS = """account_number,legal_entity,store,first_name,last_name,email
C-1,USMF,S01,Zoë,Bērziņa,zoe@example.com
C-2,NOPE,S01,Jens,Kjær,jens@example.com
C-3,USMF,S01,Eva,Öz,eva@example.com
"""
GOOD_CUSTOMERS = CUSTOMERS.replace("NOPE", "USMF")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of a small company, called as what they hold."""
    made = tmp_path / "files"
    made.mkdir()
    for name, text in (
        ("legal-entities", LEGAL_ENTITIES),
        ("stores", STORES),
        ("workers", WORKERS),
        ("customers", GOOD_CUSTOMERS),
    ):
        (made / f"{name}.csv").write_text(text, encoding="utf-8")
    return made


def counts(shop: Shop) -> dict[str, int]:
    found = shop.call("check", "--json").document["counts"]
    assert isinstance(found, dict)
    return found


def files(document: dict[str, object]) -> list[dict[str, object]]:
    found = document["files"]
    assert isinstance(found, list)
    return found


def test_the_demo_company_can_be_worked_with_at_once(empty_shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    made = empty_shop.run("demo", "--customers", "40", "--seed", "3", "--json")
    assert (made.code, made.err) == (0, "")
    assert (made.document["customers"], made.document["seed"]) == (40, 3)
    assert counts(empty_shop)["customer"] == 40
    assert empty_shop.call("check").code == 0
    workers = made.document["workers"]
    assert isinstance(workers, list)
    monkeypatch.setenv("CLIENTELING_PASSWORD", str(made.document["password"]))
    for worker in workers[:2]:
        assert empty_shop.call("book", "list", "--as", worker["worker"]).code == 0
    again = empty_shop.call("demo", "--json")
    assert (again.code, again.error["error"]) == (1, "conflict")
    assert counts(empty_shop)["customer"] == 40


def test_people_are_told_who_can_sign_in_to_the_demo(empty_shop: Shop) -> None:
    out = empty_shop.call("demo", "--customers", "20").out
    assert out.startswith("The demo company is ready, with 20 customers.\n")
    assert "Manager" in out
    assert "The password of all of them is " in out


def test_a_folder_is_imported_in_the_order_that_its_files_need(empty_shop: Shop, folder: Path) -> None:
    done = empty_shop.run("import", "all", str(folder), "--json")
    assert (done.code, done.err) == (0, "")
    assert [(file["kind"], file["created"], file["ending"]) for file in files(done.document)] == [
        ("legal-entities", 1, "taken"),
        ("stores", 1, "taken"),
        ("workers", 1, "taken"),
        ("customers", 3, "taken"),
    ]
    assert empty_shop.call("worker", "password", "001").code == 0
    assert "Zoë Bērziņa" in empty_shop.call("search", "berzina zoe", "--as", "001").out


def test_an_import_can_be_repeated(empty_shop: Shop, folder: Path) -> None:
    empty_shop.call("import", "all", str(folder))
    before = counts(empty_shop)
    again = empty_shop.call("import", "all", str(folder), "--json")
    assert again.code == 0
    assert {(file["created"], file["changed"]) for file in files(again.document)} == {(0, 0)}
    assert counts(empty_shop) == before


def test_one_row_that_cannot_be_taken_stops_the_whole_file(empty_shop: Shop, folder: Path) -> None:
    empty_shop.call("import", "all", str(folder))
    wrong = folder / "wrong.csv"
    wrong.write_text(CUSTOMERS.replace("C-", "W-"), encoding="utf-8")
    plain = empty_shop.call("import", "customers", str(wrong))
    assert plain.code == 1
    assert "wrong.csv line 3, legal_entity “NOPE”: " in plain.out
    assert plain.err == (
        "clienteling: file: 1 of 3 rows of wrong.csv cannot be taken, so none was. To take the rest: --rejected.\n"
    )
    scripted = empty_shop.call("import", "customers", str(wrong), "--json")
    assert (scripted.code, scripted.error["error"]) == (1, "invalid")
    (file,) = files(scripted.document)
    assert (file["ending"], file["rejected"]) == ("refused", 1)
    problems = file["problems"]
    assert isinstance(problems, list)
    assert (problems[0]["line"], problems[0]["column"], problems[0]["value"]) == (3, "legal_entity", "NOPE")
    assert counts(empty_shop)["customer"] == 3


def test_with_a_file_for_rejected_rows_the_rest_is_taken(empty_shop: Shop, folder: Path, tmp_path: Path) -> None:
    empty_shop.call("import", "all", str(folder))
    wrong, rejected = folder / "wrong.csv", tmp_path / "rejected.csv"
    wrong.write_text(CUSTOMERS.replace("C-", "W-"), encoding="utf-8")
    done = empty_shop.call("import", "customers", str(wrong), "--rejected", str(rejected))
    assert (done.code, done.err) == (0, "")
    assert counts(empty_shop)["customer"] == 5
    kept = rejected.read_text(encoding="utf-8-sig").splitlines()
    assert len(kept) == 2
    assert kept[1].startswith("W-2,NOPE,S01,Jens,Kjær,jens@example.com,3,legal_entity,")


def test_a_folder_for_rejected_rows_is_made(empty_shop: Shop, folder: Path, tmp_path: Path) -> None:
    (folder / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    rejected = tmp_path / "not" / "there"
    done = empty_shop.call("import", "all", str(folder), "--rejected", str(rejected))
    assert done.code == 0, done.err
    assert "NOPE" in (rejected / "customers-rejected.csv").read_text(encoding="utf-8-sig")
    assert counts(empty_shop)["customer"] == 2


def test_a_dry_run_changes_nothing(empty_shop: Shop, folder: Path) -> None:
    done = empty_shop.call("import", "all", str(folder), "--dry-run", "--json")
    assert (done.code, done.document["dry_run"]) == (0, True)
    assert {file["ending"] for file in files(done.document)} == {"dry_run"}
    assert counts(empty_shop)["legal_entity"] == 0
    out = empty_shop.call("import", "all", str(folder), "--dry-run").out
    assert "could be taken" in out


def test_the_legal_entity_can_be_said_once_for_all_rows(empty_shop: Shop, folder: Path) -> None:
    empty_shop.call("import", "all", str(folder))
    file = folder / "without.csv"
    file.write_text("account_number,last_name\nX-1,Liepa\n", encoding="utf-8")
    assert empty_shop.call("import", "customers", str(file)).code == 1
    assert empty_shop.call("import", "customers", str(file), "--legal-entity", "USMF").code == 0
    assert counts(empty_shop)["customer"] == 4


def test_a_mapping_renames_columns(empty_shop: Shop, folder: Path, tmp_path: Path) -> None:
    empty_shop.call("import", "all", str(folder))
    mapping = tmp_path / "till.toml"
    mapping.write_text(
        'delimiter = ";"\n[kinds.customers.columns]\naccount_number = "Nummer"\nlast_name = "Name"\n',
        encoding="utf-8",
    )
    file = folder / "kunden.csv"
    file.write_text("Nummer;Name;legal_entity\nX-1;Groß;USMF\n", encoding="utf-8")
    done = empty_shop.call("import", "customers", str(file), "--map", str(mapping))
    assert done.code == 0, done.err
    assert counts(empty_shop)["customer"] == 4


@pytest.mark.parametrize(
    ("arguments", "field", "said"),
    [
        (("customers", "missing.csv"), "file", "There is no file missing.csv."),
        (
            ("customers", "missing.csv", "--map", "ours"),
            "map",
            "Those that come with the program are: adventureworks.",
        ),
        (("all", "missing"), "file", "There is no file like customers.csv in missing."),
    ],
)
def test_what_cannot_be_imported_is_said(empty_shop: Shop, arguments: tuple[str, ...], field: str, said: str) -> None:
    done = empty_shop.call("import", *arguments, "--json")
    assert (done.code, done.out, done.error["field"]) == (1, "", field)
    assert said in done.error["message"]


def test_an_import_for_a_worker_needs_their_permission(shop: Shop, folder: Path) -> None:
    file = folder / "customers.csv"
    done = shop.call("import", "customers", str(file), "--as", "003", "--json")
    assert (done.code, done.error["error"]) == (1, "not_allowed")
    assert counts(shop)["customer"] == 45
    assert shop.call("import", "customers", str(file), "--as", "009").code == 0
    assert counts(shop)["customer"] == 48


def test_a_worker_whose_file_is_refused_is_told_all_the_same(shop: Shop, folder: Path) -> None:
    (folder / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    done = shop.call("import", "customers", str(folder / "customers.csv"), "--as", "009")
    assert done.code == 1
    assert "cannot be taken" in done.err


def test_many_rejected_rows_are_counted_rather_than_listed(empty_shop: Shop, folder: Path) -> None:
    empty_shop.call("import", "all", str(folder))
    rows = "".join(f"Y-{number},NOPE,S01,Jens,Kjær,\n" for number in range(30))
    (folder / "many.csv").write_text(CUSTOMERS.splitlines()[0] + "\n" + rows, encoding="utf-8")
    done = empty_shop.call("import", "customers", str(folder / "many.csv"))
    assert done.code == 1
    assert done.out.count("many.csv line") == 20
    assert done.out.endswith("and 10 more rows\n")


def test_the_ready_mappings_are_listed_with_what_they_are_for(empty_shop: Shop) -> None:
    done = empty_shop.call("mappings", "--json")
    known = done.document["mappings"]
    assert isinstance(known, list)
    ours = next(mapping for mapping in known if mapping["name"] == "adventureworks")
    assert {"customers", "purchases", "workers"} <= set(ours["kinds"])
    assert "adventureworks" in empty_shop.call("mappings").out
    assert not empty_shop.home.exists()
