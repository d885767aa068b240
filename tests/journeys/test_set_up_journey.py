"""From an empty database to a till that shows an imported customer's card: through the window, and by a file."""

import json
from pathlib import Path

from clienteling import app
from clienteling.cli import main
from clienteling.database.configuration.snapshots import document_text
from clienteling.domain.configuration.sections import Job
from clienteling.services.services import Services
from clienteling.settings import Settings
from tests.journeys.conftest import Start
from tests.support.driver import Person

CUSTOMERS = """\
account_number,legal_entity,store,first_name,last_name,phone
C1,BMB,S01,Anna,Ozola,+37120123456
C2,BMB,S01,Jens,Holm,
"""


def test_a_company_is_set_up_through_the_window_and_by_a_file_with_the_same_result(
    start: Start, tmp_path: Path
) -> None:
    home = tmp_path / "window"
    till = start(home)
    me = till.person
    make_company(me)
    do_steps(me)
    bring_customers(me, tmp_path)
    put_into_book(me)
    till.program.close()
    assert published(home) == published(by_file(tmp_path, home))


def make_company(me: Person) -> None:
    me.wait_for("There is no company here yet")
    me.click("Set up a company")
    me.fill("Name of the company", "Bikes & More Baltic")
    me.fill("Company code", "BMB")
    pick(me, "Country", "Latvia")
    pick(me, "Currency", "EUR")
    me.fill("Name of the store", "Harbour Street 12")
    me.fill("City", "Riga")
    pick(me, "Time zone", "Riga")
    me.click("Make the company")
    me.wait_for("Please fill this in.")
    me.fill("Your name", "Ilze Ozola")
    me.fill("Password", "a long password")
    me.fill("Password again", "a long password")
    me.click("Make the company")
    me.wait_for("Set up clienteling")


def do_steps(me: Person) -> None:
    """Each step as it is offered; those that are done already are passed over."""
    for number, button in enumerate(
        ("Enable now", "Make the number sequence", "Save attributes", "Choose", "Save types")
    ):
        if number:
            me.wait(lambda button=button: me.focus == button, f"the keyboard at {button}")  # type: ignore[misc]
        me.click(button)
        me.wait(lambda button=button: not me.offers(button), f"{button} done")  # type: ignore[misc]
    me.wait_for("8 of 8 done")
    me.wait(lambda: me.focus == "Import customers", "the keyboard at what comes next")
    assert not me.sees("turned off")
    assert me.nameless() == me.unreachable() == []


def bring_customers(me: Person, folder: Path) -> None:
    file = folder / "customers.csv"
    file.write_text(CUSTOMERS, encoding="utf-8")
    me.click("Import customers")
    me.fill("File", str(file))
    me.tab_to("Try, change nothing")
    me.press("Tab", "Return")
    me.wait_for("2 rows read, 0 rejected")


def put_into_book(me: Person) -> None:
    me.press("Ctrl+K")
    me.write("anna")
    me.wait_for("Anna Ozola")
    me.press("Return")
    me.click("Add to my book")
    me.wait_for("In your client book")
    me.click("My book", within="Pages")
    me.wait(lambda: "Anna Ozola" in " ".join(me.rows("Customers")), "the card")
    assert "Birthday" in me.rows("Customers")[0]


def pick(me: Person, name: str, words: str) -> None:
    """Choose from a long list by typing."""
    me.click(name)
    me.write(words)
    me.press("Return")


def by_file(folder: Path, home: Path) -> Path:
    """The same company in another database, from one file."""
    other, file = folder / "file", folder / "company.toml"
    assert main(["--home", str(home), "setup", "export", str(file)]) == 0
    assert main(["--home", str(other), "setup", "apply", str(file)]) == 0
    assert main(["--home", str(other), "setup", "apply", str(file)]) == 0
    return other


def published(home: Path) -> dict[int, object]:
    """What tills see, by distribution job."""
    services = app.open_services(Settings(home=home))
    try:
        return {int(job): newest(services, job) for job in Job}
    finally:
        services.close()


def newest(services: Services, job: Job) -> object:
    version = services.distribution.history(None, job)[0].version
    found: object = json.loads(document_text(services.distribution.snapshot(None, job, version)))
    return found
