"""A full disk: it is said in words, nothing is half done, what is there can be read, and with space all works again."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import alembic.command
import psycopg
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from clienteling import app
from clienteling import settings as machine
from clienteling.database import migrations
from clienteling.database.engine import Database
from clienteling.domain.errors import Invalid, StorageFull, Unreachable
from clienteling.domain.importing import Ending, Kind
from clienteling.services.books import View
from clienteling.services.exporting import Form
from clienteling.services.status import examine
from clienteling.settings import Settings
from clienteling.ui.pos.customer.page import CustomerPage
from clienteling.ui.theme import Mode, apply, theme_for
from clienteling.ui.widgets.label import Label
from tests.database.test_migrations import config
from tests.faults.conftest import SmallDisk
from tests.support import postgres
from tests.support.floor_acts import Act, Floor, do, floor_in, next_act
from tests.support.program import Program, Template
from tests.support.till import OpenTill

SAID = "The disk is full, so nothing was saved. What is there can be read."


@pytest.fixture
def shop(small_disk: SmallDisk, sqlite_template: Template) -> Iterator[Program]:
    """The small company on a small disk."""
    with sqlite_template.program(small_disk.folder, "company") as program:
        yield program


@pytest.fixture
def server_shop(small_disk: SmallDisk, postgres_template: Template, postgres_url: str) -> Iterator[Program]:
    """The same on a server whose data, though not its log, is on the small disk."""
    small_disk.folder.chmod(0o755)
    place = small_disk.folder / "space"
    place.mkdir()
    for folder in small_disk.folder.parents:
        folder.chmod(folder.stat().st_mode | 0o011)  # the server is another user
        if folder.name.startswith("pytest-of-"):
            break
    shutil.chown(place, "postgres")
    source = postgres_template.url.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(f"CREATE TABLESPACE small LOCATION '{place}'")
        server.execute(f"CREATE DATABASE small TEMPLATE {source} TABLESPACE small")
        try:
            url = postgres.with_database(postgres_url, "small").replace("postgresql:", "postgresql+psycopg:", 1)
            program = Program(url, postgres_template.company)
            yield program
            program.close()
        finally:
            server.execute("DROP DATABASE small WITH (FORCE)")
            server.execute("DROP TABLESPACE small")


def write_until_full(program: Program, floor: Floor) -> tuple[Floor, Act, str]:
    """Do one thing after the other until there is no room: what is done, what was refused, and in what words."""
    random, last = Random(1), None
    for number in range(10_000):
        act = next_act(random, floor, last, f"F{number}")
        try:
            last = (act, do(act, program))
        except StorageFull as full:
            return floor, act, full.message
        floor = floor.after(act)
    raise AssertionError("it is never full")


@pytest.mark.parametrize("kind", ["shop", "server_shop"])
def test_what_has_no_room_is_refused_whole_and_done_when_there_is(
    request: pytest.FixtureRequest, small_disk: SmallDisk, kind: str
) -> None:
    program: Program = request.getfixturevalue(kind)
    before = program.database.read(floor_in)
    small_disk.fill()
    floor, refused, words = write_until_full(program, before)
    assert words.startswith(SAID)
    assert program.database.read(floor_in) == floor
    assert len(program.services.books.first_page(program.session("001"), View.MINE)) > 0
    assert examine(program.database).is_well
    small_disk.free()
    do(refused, program)
    assert program.database.read(floor_in) == floor.after(refused)
    assert examine(program.database).is_well


def test_a_program_that_is_started_says_so_and_opens_when_there_is_room(
    small_disk: SmallDisk, sqlite_template: Template
) -> None:
    with sqlite_template.copied(small_disk.folder, "company") as url:
        settings = Settings(home=small_disk.folder, database=url)
        small_disk.fill()
        with pytest.raises(StorageFull, match=SAID):
            app.open_services(settings)
        small_disk.free()
        services = app.open_services(settings)
        assert len(services.sign_in.registers()) == 3
        services.close()


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unreachable, match=r"The data folder .* cannot be made: Not a directory"):
        app.open_services(Settings(home=tmp_path / "file" / "home"))


def test_data_that_cannot_be_copied_is_not_migrated(small_disk: SmallDisk) -> None:
    file = small_disk.folder / "company.sqlite"
    database = Database(f"sqlite:///{file}", app.clock)
    with database.engine.execution_options(clienteling_writing=True).begin() as connection:
        alembic.command.upgrade(config(connection), "0004")
    small_disk.fill()
    with pytest.raises(StorageFull, match=SAID):
        migrations.upgrade(database)
    assert migrations.revision(database) == "0004"
    assert small_disk.files == {file.name}
    small_disk.free()
    migrations.upgrade(database)
    database.close()
    copy = f"company-before-{migrations.HEAD}-from-0004.sqlite"
    assert small_disk.files == {file.name, copy}
    with sqlite3.connect(small_disk.folder / copy) as copied:
        assert copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    copied.close()


@pytest.mark.parametrize("form", list(Form))
def test_an_export_leaves_the_old_file_and_no_half_one(
    small_disk: SmallDisk, sqlite_program: Program, form: Form
) -> None:
    file, customers = small_disk.folder / "customers", sqlite_program.company.accounts(1, 10)
    file.write_text("the one before", encoding="utf-8")
    exports, session = sqlite_program.services.exports, sqlite_program.session("001")
    small_disk.fill()
    with pytest.raises(Invalid, match="The file customers cannot be written: No space left on device"):
        exports.export(session, customers, file, form)
    assert small_disk.files == {"customers"}
    assert file.read_text(encoding="utf-8") == "the one before"
    small_disk.free()
    assert exports.export(session, customers, file, form).count == 10
    assert "customer.1@example.com" in file.read_text(encoding="utf-8")


def test_rejected_rows_that_have_no_room_stop_the_import(
    small_disk: SmallDisk, sqlite_program: Program, tmp_path: Path
) -> None:
    file, rejected = tmp_path / "products.csv", small_disk.folder / "rejected.csv"
    rows = "".join(f"P-{number},Cap,{'much' if number % 2 else number}\n" for number in range(2000))
    file.write_text(f"sku,name,price\n{rows}", encoding="utf-8")

    def take() -> Ending:
        importer = sqlite_program.services.importer
        return importer.import_file(None, Kind.PRODUCTS, file, partial=True, rejected=rejected).ending

    small_disk.fill()
    with pytest.raises(Invalid, match="The file of rejected rows cannot be written: No space left on device"):
        take()
    assert small_disk.files == set()
    assert products(sqlite_program) == 0
    small_disk.free()
    assert take() is Ending.TAKEN
    assert products(sqlite_program) == 1000
    assert len(rejected.read_text(encoding="utf-8-sig").splitlines()) == 1001


def test_settings_that_have_no_room_leave_the_old_ones(small_disk: SmallDisk) -> None:
    settings = Settings(home=small_disk.folder, register_id=1)
    machine.save(settings)
    small_disk.fill()
    with pytest.raises(Invalid, match="The settings cannot be saved: No space left on device"):
        machine.save(replace(settings, register_id=2))
    assert machine.load(small_disk.folder) == settings
    assert small_disk.files == {"settings.json"}
    small_disk.free()
    machine.save(replace(settings, register_id=2))
    assert machine.load(small_disk.folder).register_id == 2


def test_what_is_typed_stands_and_is_saved_when_there_is_room(
    small_disk: SmallDisk, shop: Program, qtbot: QtBot, qapp: QApplication
) -> None:
    apply(qapp, theme_for(Mode.LIGHT, motion=False))
    till = OpenTill(shop, "001")
    qtbot.addWidget(till.window)
    (customer,) = shop.company.accounts(1, 1)
    page = till.show(CustomerPage, "customer", customer)
    assert isinstance(page, CustomerPage)
    composer = page.timeline.composer
    typed = "She asked for the blue one in linen."
    composer.text.set_text(typed)
    small_disk.fill()
    use_up_what_is_reserved(shop)
    composer.save()
    assert composer.text.text() == typed
    said = [label.text() for label in till.window.content.findChildren(Label) if label.isVisible()]
    assert [words for words in said if words.startswith(SAID)]
    assert till.errors == []
    small_disk.free()
    composer.save()
    assert composer.text.text() == ""
    assert typed in [item.text for item in shop.services.timelines.page(till.session, customer).items]
    till.close()


def use_up_what_is_reserved(program: Program) -> None:
    """The database writes on in the room that it has got before."""
    session, (other,) = program.session("002"), program.company.accounts(2, 2)
    while True:
        try:
            program.services.timelines.add_note(session, other, "x" * 500)
        except StorageFull:
            return


def products(program: Program) -> int:
    """How many came from the file."""
    asked = text("SELECT count(*) FROM product WHERE sku LIKE 'P-%'")
    return program.database.read(lambda t: int(t.connection().execute(asked).scalar_one()))
