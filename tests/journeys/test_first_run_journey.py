"""The first start: an empty data folder becomes a demo company, or one's own."""

from pathlib import Path

from clienteling import app
from clienteling.services.status import examine
from clienteling.settings import Settings
from tests.journeys.conftest import DEMO_CUSTOMERS, Start
from tests.support.driver import Person

STORES = """\
store,name,legal_entity,country,city,time_zone
S01,North,USMF,US,Seattle,America/Los_Angeles
"""
FILES = {
    "Legal entities": "legal_entity,name,currency,country\nUSMF,Bikes & More,USD,US\n",
    "Stores": STORES,
    "Workers": "personnel_number,name,title,role,stores\n001,Anna Ozola,Adviser,associate,S01\n",
}
MANY = 20_000


def test_a_demo_company_is_made_and_lets_everybody_in(start: Start, tmp_path: Path) -> None:
    me = start(tmp_path / "home").person
    me.wait_for("There is no company here yet")
    me.press("Return")
    me.wait_for("Making the demo company")
    me.wait_for("This is the demo company. Nobody here is real.")
    password = next(text for text in me.texts() if text.startswith("The password of every worker is"))
    me.click("Maija Krūmiņa")
    me.write(password.removesuffix(".").split()[-1])
    me.press("Return")
    me.wait_for(", Maija")
    me.click("Store books", within="Pages")
    me.wait(lambda: me.count("Customers") > 0, "customers")
    assert me.count("Customers") <= DEMO_CUSTOMERS


def test_the_next_start_knows_the_company(start: Start, demo: Path) -> None:
    me = start(demo).person
    me.wait_for("The password of every worker is")
    assert not me.sees("There is no company")


def test_a_company_of_ones_own_never_shows_a_password(start: Start, tmp_path: Path) -> None:
    me = start(tmp_path / "home").person
    make_own_company(me, tmp_path)
    me.click("To the sign-in")
    me.wait_for("Anna Ozola")
    assert me.sees("Bikes & More")
    assert not any("demo" in text.casefold() or "password of" in text for text in me.texts())
    me.click("Anna Ozola")
    me.write("aurel-demo")
    me.press("Return")
    me.wait_for("No password is set for this worker yet. Ask an administrator.")


def test_rows_that_cannot_be_taken_are_shown_with_the_reason(start: Start, tmp_path: Path) -> None:
    me = start(tmp_path / "home").person
    make_own_company(me, tmp_path)
    import_file(me, tmp_path, "Stores", STORES + "S02,South,USMF,US,Tacoma,Pacific/Nowhere\n")
    me.wait_for("1 of 2 rows is wrong, so its file was not taken.")
    assert me.rows("Files") == ["Stores · stores.csv | Refused, nothing changed | 2 | 0 | 0 | 1 | 1"]
    line, column, value, reason = me.rows("Rejected rows")[0].split(" | ")
    assert (line, column, value) == ("3", "time_zone", "Pacific/Nowhere")
    assert "Pacific/Nowhere" in reason
    assert me.nameless() == me.unreachable() == []


def test_closing_the_window_stops_an_import_and_takes_nothing_by_halves(start: Start, tmp_path: Path) -> None:
    till = start(tmp_path / "home")
    me = till.person
    make_own_company(me, tmp_path)
    lines = "".join(f"C{number},USMF,S01,Ann,No {number}\n" for number in range(MANY))
    import_file(me, tmp_path, "Customers", "account_number,legal_entity,store,first_name,last_name\n" + lines)
    me.wait_for(f"Customers: 1,000 of {MANY:,} rows")
    till.program.close()
    services = app.open_services(Settings(home=till.home))
    assert examine(services.database).counts["customer"] == 0
    services.close()


def make_own_company(me: Person, folder: Path) -> None:
    me.wait_for("There is no company here yet")
    me.click("Import files…")
    me.click("One file")
    for kind, text in FILES.items():
        import_file(me, folder, kind, text)
        me.wait_for("1 row read, 0 rejected, all others taken.")


def import_file(me: Person, folder: Path, kind: str, text: str) -> None:
    file = folder / f"{kind.casefold().replace(' ', '-')}.csv"
    file.write_text(text, encoding="utf-8")
    me.fill("File", str(file))
    me.click("It holds")
    me.write(kind)  # there are too many for a menu
    me.press("Enter")
    me.click("Import")
