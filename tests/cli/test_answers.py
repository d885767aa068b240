"""What stands on stdout and stderr."""

import json

import pytest

from clienteling.cli.answers import Answer, complain, complain_of, show, without_secrets
from clienteling.domain.errors import AlreadyHeld, Invalid

ANSWER = Answer({"name": "Zoë", "amount": "1.50"}, "Zoë has 1.50.")


def test_an_answer_is_a_text_or_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    show(ANSWER, as_json=False)
    assert capsys.readouterr().out == "Zoë has 1.50.\n"
    show(ANSWER, as_json=True)
    assert json.loads(capsys.readouterr().out) == ANSWER.document


def test_an_answer_without_words_prints_no_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    show(Answer({}, ""), as_json=False)
    assert capsys.readouterr().out == ""


def test_a_problem_keeps_its_code_title_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    problem = AlreadyHeld("Zoë", "Jens", 7)
    complain_of(problem, as_json=True)
    assert json.loads(capsys.readouterr().err) == {
        "error": "already_held",
        "title": "Already in a client book",
        "message": "Zoë is in the client book of Jens.",
    }
    complain_of(problem, as_json=False)
    assert capsys.readouterr().err == "clienteling: Already in a client book: Zoë is in the client book of Jens.\n"


def test_a_wrong_value_names_its_field(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Invalid("sort", "No “{name}”.", name="x\ny\x1b[0m")
    complain_of(problem, as_json=True)
    assert json.loads(capsys.readouterr().err)["field"] == "sort"
    complain_of(problem, as_json=False)
    assert capsys.readouterr().err == "clienteling: sort: No “x y\ufffd[0m”.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("postgresql://anna:pass:w/ord@host/x", "postgresql://anna:***@host/x"),
        ("postgresql+psycopg://:pw@host", "postgresql+psycopg://:***@host"),
        ("sqlite:////home/x.sqlite", "sqlite:////home/x.sqlite"),
        ("see https://example.com:80/x and a@b.c", "see https://example.com:80/x and a@b.c"),
    ],
)
def test_the_password_of_an_address_is_never_written(
    text: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert without_secrets(text) == expected
    complain("x", "X", text, as_json=True)
    assert json.loads(capsys.readouterr().err)["message"] == expected
