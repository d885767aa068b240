"""The import page, with real files and the real importer."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clienteling.domain.importing import Kind
from clienteling.ui.pos.import_form import FILE, Asked
from clienteling.ui.pos.import_page import ImportPage
from clienteling.ui.widgets.field import Labelled
from tests.support.till import OpenTill
from tests.ui.pos.conftest import SignIn

GOOD = "sku,name,price\nNEW-1,Felt hat,149.00\nNEW-2,Straw hat,89.00\n"
BAD = "sku,name,price\nNEW-1,Felt hat,149.00\nNEW-2,,89.00\n"


@pytest.fixture
def till(sign_in: SignIn) -> OpenTill:
    return sign_in("009")


def shown(till: OpenTill) -> ImportPage:
    page = till.show(ImportPage)
    assert isinstance(page, ImportPage)
    return page


def ask(page: ImportPage, file: Path, *, partial: bool = False, dry_run: bool = False) -> None:
    page.panel.start(Asked(file, Kind.PRODUCTS, None, partial, dry_run))


def products(till: OpenTill) -> int:
    with till.program.database.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM product WHERE sku LIKE 'NEW-%%'").scalar_one()
    return int(found)


def test_a_file_is_imported_and_counted(till: OpenTill, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    file.write_text(GOOD, encoding="utf-8")
    page = shown(till)
    ask(page, file)
    assert page.panel.outcome.title == "2 rows read, 0 rejected, all others taken."
    assert products(till) == 2


def test_trying_changes_nothing(till: OpenTill, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    file.write_text(GOOD, encoding="utf-8")
    page = shown(till)
    ask(page, file, dry_run=True)
    assert "Nothing was changed" in page.panel.outcome.title
    assert products(till) == 0


def test_a_wrong_row_stops_the_file_and_stands_beside_it_with_its_reason(till: OpenTill, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    file.write_text(BAD, encoding="utf-8")
    page = shown(till)
    ask(page, file)
    assert page.panel.outcome.title == "1 of 2 rows is wrong, so its file was not taken."
    assert products(till) == 0
    rejected = (tmp_path / "products-rejected.csv").read_text(encoding="utf-8")
    assert "NEW-2" in rejected
    assert "name" in rejected


def test_the_good_rows_are_taken_when_that_is_asked_for(till: OpenTill, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    file.write_text(BAD, encoding="utf-8")
    page = shown(till)
    ask(page, file, partial=True)
    assert products(till) == 1


def test_what_is_missing_is_said_at_its_field(till: OpenTill, tmp_path: Path, qtbot: QtBot) -> None:
    page = shown(till)
    form = page.panel.form
    form.path.set_text(str(tmp_path / "nowhere"))
    form.import_button.click()
    assert form.path.error == "There is no such folder."
    form.what.button(FILE).click()
    file = tmp_path / "products.csv"
    file.write_text(GOOD, encoding="utf-8")
    form.path.set_text(str(file))
    with qtbot.assertNotEmitted(form.asked):
        form.import_button.click()


def test_a_folder_needs_a_mapping(till: OpenTill, tmp_path: Path, qtbot: QtBot) -> None:
    form = shown(till).panel.form
    form.path.set_text(str(tmp_path))
    with qtbot.assertNotEmitted(form.asked):
        form.import_button.click()


def test_a_file_that_cannot_be_read_is_said_in_words(till: OpenTill, tmp_path: Path) -> None:
    file = tmp_path / "products.csv"
    file.write_bytes(b"sku,name\nA,\xff\xfe\x00broken\n")
    page = shown(till)
    ask(page, file)
    assert page.panel.outcome.title == "Please check what was entered"
    assert till.errors == []


def test_a_file_of_cards_asks_for_the_home_store(till: OpenTill, tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nPHOTO;ENCODING=b:AAAA\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nbroken\nEND:VCARD\n"
    )
    page = shown(till)
    form = page.panel.form
    form.what.set_value(FILE)
    form.what.changed.emit(FILE)
    form.path.set_text(str(file))
    assert not form.kind.isVisible()
    form.partial.setChecked(True)
    form.import_button.click()
    errors = [field.error for field in form.findChildren(Labelled) if field.error]
    assert errors == ["Please choose the home store: vCards do not say it."]
    form.store.set_value("S01")
    form.import_button.click()
    assert page.panel.outcome.title == "2 rows read, 1 rejected, all others taken."
    assert page.panel.outcome.text.endswith("There is no place for: PHOTO 1.")
    assert "X-CLIENTELING-REJECTED" in (tmp_path / "contacts-rejected.vcf").read_text()
    form.path.set_text(str(tmp_path / "products.csv"))
    assert form.kind.isVisible()
    assert not form.store.isVisible()
