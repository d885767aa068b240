"""Which letters a search lights."""

import pytest

from clienteling.domain.search import asked
from clienteling.ui.lists.matches import Run, matched_runs


def _lit(text: str, typed: str) -> list[str]:
    return [text[run.start : run.end] for run in matched_runs(text, asked(typed))]


@pytest.mark.parametrize(
    ("text", "typed", "lit"),
    [
        ("Anna Bērziņa", "anna", ["Anna"]),
        ("Anna Bērziņa", "berzina", ["Bērziņa"]),
        ("Ånna Liepiņa", "anna liep", ["Ånna", "Liep"]),
        ("Marianna Costa", "anna", ["anna"]),
        ("Anna Annabel Johanna", "anna", ["Anna", "Anna"]),
        ("Søren Ægidius", "soren aegi", ["Søren", "Ægi"]),
        ("Jörg Weiß", "weiss", ["Weiß"]),
        ("+371 20 123 456", "anna 2012", ["20 12"]),
        ("+371 20 123 456", "+371 20 12", ["371 20 12"]),
        ("anna2012@example.net", "anna 2012", ["anna2012"]),
        ("Customer MA-002012", "2012", ["2012"]),
        ("Anna", "bertha", []),
        ("", "anna", []),
        ("Anna", "", []),
    ],
)
def test_matched_letters(text: str, typed: str, lit: list[str]) -> None:
    assert _lit(text, typed) == lit


def test_an_accent_behind_its_letter_belongs_to_it() -> None:
    decomposed = "Be\N{COMBINING MACRON}rzin\N{COMBINING CEDILLA}a"
    assert _lit(decomposed, "be") == ["Be\N{COMBINING MACRON}"]
    assert _lit(decomposed, "berzin") == ["Be\N{COMBINING MACRON}rzin\N{COMBINING CEDILLA}"]


def test_runs_that_touch_become_one() -> None:
    assert matched_runs("annabel", ("anna", "bel")) == (Run(0, 7),)
    assert matched_runs("anna2012", ("anna", "2012")) == (Run(0, 8),)
