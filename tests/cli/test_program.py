"""Exit codes, and what people and scripts are told when something goes wrong."""

import argparse
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from clienteling.cli import arguments, main, program
from clienteling.settings import Settings
from tests.cli.conftest import ROOT, Shop
from tests.support.company import PASSWORD

HEAVY = (
    *("PySide6", "alembic", "numpy", "pydantic", "sqlalchemy", "sqlmodel", "phonenumbers", "argon2"),
    *(
        "clienteling.cli.arguments",
        "clienteling.cli.documents",
        "clienteling.domain.customer",
        "clienteling.domain.activity",
    ),
)
FOR_SIGN_IN = {"badges", "made_once", "operations", "overrides", "passwords", "services", "sign_in"}
CLOUDS = ("msal", "azure", "cryptography", "keyring", "requests")


def file_of(shop: Shop) -> Path:
    return Path(shop.url.removeprefix("sqlite:///"))


def test_the_command_line_imports_nothing_heavy_before_a_command_needs_it() -> None:
    code = f"import sys, clienteling.cli; print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_whoever_does_not_use_the_clouds_does_not_wait_for_their_libraries(shop: Shop) -> None:
    """All services are built, the command line works: none of it is there."""
    code = (
        f"import sys; from clienteling.cli import main; main({['vault', 'status', '--home', str(shop.home)]!r} + "
        f"{['--database', shop.url, '--legal-entity', 'USMF']!r}); "
        "from pathlib import Path; from clienteling.app import open_services; from clienteling.settings import load;"
        f"services = open_services(load(Path({str(shop.home)!r}), {shop.url!r}));"
        "services.company_accounts.is_offered(services.sign_in.registers()[0]);"
        f"print([n for n in {CLOUDS!r} if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Key vault" in done.stdout
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_a_sign_in_waits_for_the_code_of_a_sign_in_alone(shop: Shop) -> None:
    """The names to choose from are read: of the services nothing else is there, and nothing that computes."""
    code = (
        "import sys; from pathlib import Path; from clienteling.app import open_services;"
        "from clienteling.settings import load;"
        f"services = open_services(load(Path({str(shop.home)!r}), {shop.url!r}));"
        "register = services.sign_in.registers()[0];"
        "services.sign_in.workers_at(register); services.sign_in.demo_password();"
        "print(*(n for n in sys.modules if n.startswith('clienteling.services.') or n in"
        " ('numpy', 'phonenumbers', 'argon2', 'alembic', 'PySide6')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {name.removeprefix("clienteling.services.") for name in done.stdout.split()} == FOR_SIGN_IN


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["dance"], "invalid choice: 'dance'"),
        (["book"], "COMMAND"),
        (["book", "list"], "say who you are with --as WORKER"),
        (["book", "list", "--as", "001", "--limit", "0"], "“0” is no number from 1 on"),
        (["book", "list", "--as", "001", "--colour", "red"], "unknown: --colour red"),
        (["book", "reassign", "--from", "001", "--to", "002", "--as", "003"], "name accounts or a --filter"),
        (["book", "add", "--as", "001"], "ACCOUNT"),
        (["import", "pictures", "x.csv"], "pictures"),
        (["tour"], "--out"),
        (["tour", "--out", "x", "--size", "large"], "“large” is no size like 1366x768"),
        (
            ["activity", "add", "C-1", "--type", "visit", "--text", "x", "--as", "1", "--when", "soon"],
            "“soon”",
        ),
        (["--as", "001"], "in the window one signs in"),
    ],
)
def test_a_command_that_is_written_wrong_ends_with_two(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--home", str(tmp_path / "home")]) == program.WRITTEN_WRONG
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "home").exists()
    assert main([*arguments, "--json"]) == program.WRITTEN_WRONG
    document = json.loads(capsys.readouterr().err)
    assert document["error"] == "usage"
    assert said in document["message"]


def test_help_and_version_are_done(capsys: pytest.CaptureFixture[str]) -> None:
    for option, said in (("--help", "reassign"), ("--version", "clienteling 0.")):
        with pytest.raises(SystemExit) as end:
            main(["book", option] if option == "--help" else [option])
        assert end.value.code == 0
        assert said in capsys.readouterr().out


def test_help_can_be_shown_by_every_terminal() -> None:
    parser = arguments.build_parser()
    assert _helps(parser).isascii()


def test_without_a_command_the_window_opens(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Settings] = []

    def run_window(settings: Settings) -> int:
        opened.append(settings)
        return 7

    monkeypatch.setattr("clienteling.app.run_window", run_window)
    assert shop.call().code == 7
    assert opened == [Settings(home=shop.home, database=shop.url)]


@pytest.mark.parametrize(("code", "expected"), [(0, program.DONE), (1, program.FAILED)])
def test_a_tour_says_which_pictures_there_are(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, expected: int
) -> None:
    asked: list[object] = []

    def run_tour(_settings: Settings, out: Path, size: tuple[int, int], theme: str) -> int:
        asked.extend((size, theme))
        out.mkdir()
        (out / "home.png").touch()
        return code

    monkeypatch.setattr("clienteling.app.run_tour", run_tour)
    done = shop.call("tour", "--out", str(tmp_path / "pictures"), "--size", "1920x1080", "--theme", "dark", "--json")
    assert done.code == expected
    assert asked == [(1920, 1080), "dark"]
    assert done.document == {"out": str(tmp_path / "pictures"), "pictures": ["home.png"]}
    assert ("stuck" in done.err) == bool(code)


def test_options_may_stand_before_and_behind_the_command(shop: Shop) -> None:
    place = ["--home", str(shop.home), "--database", shop.url]
    shop.capture()
    for given in (
        [*place, "--as", "001", "--json", "book", "list"],
        ["book", *place, "--as", "001", "list", "--json"],
        ["book", "list", "--json", "--as", "001", *place],
    ):
        assert main(given) == program.DONE
        assert json.loads(shop.capture()[0])["total"] == 10


def test_a_refusal_is_one_line_for_people_and_one_document_for_scripts(shop: Shop) -> None:
    plain = shop.run("search", "anna", "--as", "001", password="wrong password 1")
    assert (plain.code, plain.out) == (1, "")
    assert plain.err.startswith("clienteling: Sign-in refused: Worker ID or password is wrong.")
    assert len(plain.err.splitlines()) == 1
    scripted = shop.run("search", "anna", "--as", "001", "--json", password="wrong password 1")
    assert (scripted.code, scripted.out) == (1, "")
    assert set(scripted.error) == {"error", "title", "message"}
    assert (scripted.error["error"], scripted.error["title"]) == ("sign_in_refused", "Sign-in refused")
    assert plain.err == f"clienteling: {scripted.error['title']}: {scripted.error['message']}\n"


def test_a_locked_out_worker_is_told_so(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_PASSWORD", "wrong password 1")
    for _ in range(5):
        shop.call("book", "list", "--as", "002")
    monkeypatch.setenv("CLIENTELING_PASSWORD", PASSWORD)
    done = shop.call("book", "list", "--as", "002", "--json")
    assert (done.code, done.error["error"]) == (1, "sign_in_refused")
    assert "Too many wrong passwords" in done.error["message"]


def test_a_command_before_there_is_a_company_says_how_to_get_one(empty_shop: Shop) -> None:
    done = empty_shop.call("book", "list", "--as", "001", "--json")
    assert (done.code, done.error["error"]) == (1, "not_found")
    assert "clienteling demo" in done.error["message"]


class TestDatabaseTrouble:
    """Each says in one line what is the matter, and nothing is lost."""

    def test_a_file_that_is_no_database(self, empty_shop: Shop) -> None:
        empty_shop.home.mkdir()
        file_of(empty_shop).write_text("Dear diary, " * 1000)
        done = empty_shop.run("book", "list", "--as", "001")
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("clienteling: The database is damaged: ")
        assert len(done.err.splitlines()) == 1
        assert file_of(empty_shop).read_text().startswith("Dear diary")

    def test_a_database_of_another_program(self, empty_shop: Shop) -> None:
        empty_shop.home.mkdir()
        with sqlite3.connect(file_of(empty_shop)) as connection:
            connection.execute("CREATE TABLE diary (day TEXT)")
        connection.close()
        done = empty_shop.call("book", "list", "--as", "001", "--json")
        assert (done.code, done.error["error"]) == (1, "broken_data")
        assert "another program" in done.error["message"]

    def test_a_database_that_a_newer_program_wrote(self, any_shop: Shop) -> None:
        any_shop.execute("UPDATE alembic_version SET version_num = '9999'")
        for command in (("book", "list", "--as", "001"), ("check",)):
            done = any_shop.call(*command, "--json")
            assert (done.code, done.out, done.error["error"]) == (1, "", "newer_data")
            assert "9999" in done.error["message"]

    def test_a_database_that_may_only_be_read(self, shop: Shop) -> None:
        before = shop.call("book", "list", "--as", "001", "--json").document
        read_only = f"sqlite:///file:{file_of(shop)}?mode=ro&uri=true"
        done = Shop(shop.home, read_only, shop.capture).call("book", "add", "C-0021", "--as", "001", "--json")
        assert (done.code, done.error["error"]) == (1, "read_only")
        assert shop.call("book", "list", "--as", "001", "--json").document == before

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
    def test_a_file_that_may_only_be_read(self, shop: Shop) -> None:
        file_of(shop).chmod(0o400)
        done = shop.call("book", "add", "C-0021", "--as", "001", "--json")
        assert (done.code, done.error["error"]) == (1, "read_only")

    def test_a_database_that_another_program_is_writing_to(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("clienteling.database.engine.BUSY_SECONDS", 0)
        other = sqlite3.connect(file_of(shop), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        done = shop.call("book", "add", "C-0021", "--as", "001", "--json")
        assert (done.code, done.error["error"]) == (1, "busy")
        assert "Nothing was lost" in done.error["message"]
        other.execute("ROLLBACK")
        other.close()
        assert shop.call("book", "add", "C-0021", "--as", "001").code == 0

    def test_a_server_that_does_not_answer(self, shop: Shop) -> None:
        url = "postgresql://anna:very-secret@127.0.0.1:1/none"
        for json_option in ((), ("--json",)):
            done = Shop(shop.home, url, shop.capture).run("book", "list", "--as", "001", *json_option)
            assert (done.code, done.out) == (1, "")
            assert "does not answer" in done.err
            assert "very-secret" not in done.err
            assert len(done.err.splitlines()) == 1

    def test_a_folder_that_is_not_there(self, shop: Shop, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path / 'nowhere' / 'clienteling.sqlite'}"
        done = Shop(shop.home, url, shop.capture).call("book", "list", "--as", "001", "--json")
        assert (done.code, done.error["error"]) == (1, "unreachable")

    @pytest.mark.parametrize("url", ["not an address", "mysql://anna:very-secret@localhost/x"])
    def test_an_address_of_something_else(self, shop: Shop, url: str) -> None:
        done = Shop(shop.home, url, shop.capture).call("book", "list", "--as", "001", "--json")
        assert (done.code, done.error["error"], done.error["field"]) == (1, "invalid", "database")
        assert "very-secret" not in done.err


def test_a_password_in_an_address_is_not_repeated_even_when_misplaced(shop: Shop) -> None:
    done = shop.run("book", "list", "--datebase", "postgresql://anna:very-secret@localhost/x", "--as", "001")
    assert done.code == program.WRITTEN_WRONG
    assert "postgresql://anna:***@localhost/x" in done.err
    assert "very-secret" not in done.err


def test_a_data_folder_that_cannot_be_one_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home").write_text("I am a file.")
    assert main(["book", "list", "--as", "001", "--home", str(tmp_path / "home"), "--json"]) == program.FAILED
    document = json.loads(capsys.readouterr().err)
    assert document["error"] == "unreachable"
    assert str(tmp_path / "home") in document["message"]


def test_damaged_settings_are_a_clear_message(shop: Shop) -> None:
    shop.home.mkdir()
    (shop.home / "settings.json").write_text("{")
    done = shop.call("check", "--json")
    assert (done.code, done.error["error"], done.error["field"]) == (1, "invalid", "settings")


def test_a_bug_is_logged_without_what_it_says_and_leaves_no_traceback(shop: Shop) -> None:
    code = (
        "import sys\n"
        "from clienteling.cli import books, main\n"
        "def breaks(*_):\n"
        "    raise RuntimeError('Anna Bērziņa +371 20000000')\n"
        "books.show_book = breaks\n"
        "sys.exit(main())\n"
    )
    arguments = shop.command("book", "list", "--as", "001")[3:]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == program.FAILED
    assert len(done.stderr.splitlines()) == 1
    assert "bug" in done.stderr
    assert str(shop.home / "logs") in done.stderr
    logged = (shop.home / "logs" / "clienteling.log").read_text(encoding="utf-8")
    assert "RuntimeError" in logged
    assert "in breaks" in logged
    assert "Anna" not in logged + done.stderr
    assert "20000000" not in logged + done.stderr


def test_a_reader_that_goes_away_is_no_error(shop: Shop) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        shop.command("book", "list", "--as", "001", "--json"),
        cwd=ROOT,
        env=shop.variables(),
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (program.DONE, "")


def test_ctrl_c_stops_without_a_traceback(shop: Shop) -> None:
    waiting = subprocess.Popen(
        [sys.executable, "-c", STOPPABLE, *shop.command("check")[3:]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "working\n"
    waiting.send_signal(signal.SIGINT)
    _, err = waiting.communicate(timeout=30)
    assert waiting.returncode == program.STOPPED
    assert err == "clienteling: Stopped: The command was stopped before its end.\n"


STOPPABLE = """
import sys, threading
from clienteling.cli import main, oversight

def works(*_):
    print("working", flush=True)
    threading.Event().wait(30)

oversight.check = works
sys.exit(main())
"""


def test_letters_that_a_terminal_does_not_have_are_replaced(shop: Shop) -> None:
    environment = shop.variables() | {"PYTHONIOENCODING": "ascii"}
    plain = subprocess.run(
        shop.command("book", "list", "--as", "001"),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert plain.returncode == program.DONE
    assert b"?" in plain.stdout
    scripted = subprocess.run(
        shop.command("book", "list", "--as", "001", "--json"),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert "Łukasz" in scripted.stdout.decode("utf-8")


def _helps(parser: argparse.ArgumentParser) -> str:
    """The help of a parser and of all commands below it."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return parser.format_help() + "".join(_helps(child) for action in below for child in action.choices.values())
