"""Who a command works for, and where they are signed in."""

import subprocess
import sys
from pathlib import Path

import pytest

from clienteling.settings import Settings, save
from tests.cli.conftest import ROOT, Shop
from tests.support.company import PASSWORD
from tests.support.program import Template


def store_of(shop: Shop, *options: str) -> object:
    done = shop.call("book", "list", "--as", "008", "--json", *options)
    assert done.code == 0, done.err
    return done.document["store"]


def test_a_worker_signs_in_at_their_first_store(shop: Shop) -> None:
    assert store_of(shop) == "S01"


def test_the_till_of_this_machine_comes_before_the_first_store(shop: Shop, sqlite_template: Template) -> None:
    south = sqlite_template.company.registers["S02"].id
    save(Settings(home=shop.home, register_id=south))
    assert store_of(shop) == "S02"
    assert store_of(shop, "--at", "S01") == "S01"


def test_the_till_of_this_machine_does_not_count_where_the_worker_does_not_work(
    shop: Shop, sqlite_template: Template
) -> None:
    save(Settings(home=shop.home, register_id=sqlite_template.company.registers["B01"].id))
    assert store_of(shop) == "S01"


def test_an_unknown_store_is_refused_with_those_there_are(shop: Shop) -> None:
    done = shop.call("book", "list", "--as", "008", "--at", "S99", "--json")
    assert (done.code, done.error["field"]) == (1, "at")
    assert "There are: B01, S01, S02" in done.error["message"]


def test_nobody_signs_in_where_they_do_not_work(shop: Shop) -> None:
    done = shop.call("book", "list", "--as", "001", "--at", "B01", "--json")
    assert (done.code, done.error["error"]) == (1, "sign_in_refused")
    assert "Anna Ozola does not work in Berlin" in done.error["message"]


@pytest.mark.parametrize(("worker", "said"), [("999", "Worker ID or password is wrong"), ("011", "is blocked")])
def test_an_unknown_or_blocked_worker_is_refused(shop: Shop, worker: str, said: str) -> None:
    done = shop.call("book", "list", "--as", worker, "--json")
    assert (done.code, done.error["error"]) == (1, "sign_in_refused")
    assert said in done.error["message"]


def test_a_session_begins_and_ends_in_the_audit(shop: Shop) -> None:
    shop.call("book", "list", "--as", "001")
    lines = shop.call("audit", "--limit", "2", "--json").document["lines"]
    assert isinstance(lines, list)
    assert [line["operation_name"] for line in lines] == ["Log off", "Log on"]
    assert {line["worker"] for line in lines} == {"Anna Ozola"}


def test_a_refused_command_ends_its_session_too(shop: Shop) -> None:
    assert shop.call("book", "add", "C-0011", "--as", "001").code == 1
    lines = shop.call("audit", "--limit", "1", "--json").document["lines"]
    assert isinstance(lines, list)
    assert lines[0]["operation_name"] == "Log off"


def test_without_a_terminal_and_a_password_the_command_says_what_to_set(shop: Shop) -> None:
    done = shop.run("book", "list", "--as", "001", "--json", password=None, stdin=f"{PASSWORD}\n")
    assert (done.code, done.out, done.error["error"]) == (1, "", "sign_in_needed")
    assert "CLIENTELING_PASSWORD" in done.error["message"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo terminal")
def test_a_password_is_typed_without_being_shown(shop: Shop) -> None:
    terminal = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    with subprocess.Popen(
        [sys.executable, "-c", terminal, *shop.command("book", "list", "--as", "001")],
        cwd=ROOT,
        env=shop.variables(password=None),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        shown = b""
        while not shown.endswith(b"Password of worker 001: "):
            letter = running.stdout.read(1)
            assert letter, shown
            shown += letter
        running.stdin.write(f"{PASSWORD}\n".encode())
        running.stdin.flush()
        shown += running.stdout.read()
    assert running.returncode == 0
    assert b"10 customers." in shown
    assert PASSWORD.encode() not in shown


def test_an_administrator_sets_a_password_that_the_worker_then_has(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_PASSWORD", "another horse 2")
    done = shop.call("worker", "password", "001")
    assert (done.code, done.out) == (0, "The password of worker 001 is set.\n")
    assert "another horse" not in done.out + done.err
    assert shop.call("book", "list", "--as", "001").code == 0
    monkeypatch.setenv("CLIENTELING_PASSWORD", PASSWORD)
    assert shop.call("book", "list", "--as", "001").code == 1


def test_a_manager_sets_a_password_with_their_own(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTELING_NEW_PASSWORD", "another horse 2")
    done = shop.call("worker", "password", "001", "--as", "003", "--json")
    assert (done.code, done.document["worker"]) == (0, "001"), done.err
    assert shop.call("worker", "password", "003", "--as", "002", "--json").error["error"] == "not_allowed"


@pytest.mark.parametrize(
    ("worker", "password", "error"), [("001", "short 1", "invalid"), ("999", "another horse 2", "not_found")]
)
def test_a_password_that_cannot_be_set_is_refused(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, worker: str, password: str, error: str
) -> None:
    monkeypatch.setenv("CLIENTELING_PASSWORD", password)
    done = shop.call("worker", "password", worker, "--json")
    assert (done.code, done.error["error"]) == (1, error)
    assert password not in done.err


def test_a_new_password_is_typed_twice(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLIENTELING_PASSWORD")
    typed = iter(["another horse 2", "another horse 3", "another horse 2", "another horse 2"])
    monkeypatch.setattr("getpass.getpass", lambda _prompt: next(typed))
    done = shop.call("worker", "password", "001", "--json")
    assert (done.code, done.error["field"]) == (1, "password")
    assert "differ" in done.error["message"]
    assert shop.call("worker", "password", "001").code == 0
    monkeypatch.setenv("CLIENTELING_PASSWORD", "another horse 2")
    assert shop.call("book", "list", "--as", "001").code == 0


def test_the_settings_of_the_data_folder_name_the_database(
    shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from clienteling.cli import main

    save(Settings(home=tmp_path / "elsewhere", database=shop.url))
    monkeypatch.setenv("CLIENTELING_HOME", str(tmp_path / "elsewhere"))
    assert main(["book", "list", "--as", "001"]) == 0
    assert "10 customers." in capsys.readouterr().out
