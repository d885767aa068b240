"""Measures that are built from columns of account engagement."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from clienteling.database import attributes, company
from clienteling.domain.enrichment import ColumnMeasure, Consent, Function, read_settings
from clienteling.domain.errors import Invalid
from clienteling.services.books import View
from tests.support.clock import START
from tests.support.engagement import OURS, SETTINGS, give_address, mail, write_rows
from tests.support.program import Program

KIM = "kim@acme.example"


def test_a_measure_can_take_a_place_on_the_card(program: Program, tmp_path: Path) -> None:
    give_address(program, "C-0001", KIM)
    measures = (
        ColumnMeasure("Most mails in a month", "NoOfEmails_FromAccount", Function.MAXIMUM),
        ColumnMeasure("Mails a month", "NoOfEmails_FromAccount", Function.AVERAGE),
    )
    engagement = program.services.engagement
    settings = replace(SETTINGS, measures=measures)
    engagement.enrichments.save(program.session("009"), settings, agreed=True, consent=Consent.GRANTED)
    rows = [mail(number, days, KIM, OURS[0]) for number, days in enumerate((2, 3, 4, 40))]
    engagement.interactions.take_files(None, [write_rows(tmp_path / "i.csv", rows)])
    (enrichment,) = engagement.enrichments.list(None)
    assert enrichment.settings == settings
    for hours in (7, 8):  # the second run takes the place of the first
        engagement.runs.run(None, enrichment.id, now=START + timedelta(hours=hours))
    entity = program.session("001").legal_entity.id
    names = "Most mails in a month|Mails a month"
    program.database.write(lambda t: company.set_parameter(t, entity, company.MEASURES, names))
    cards = program.services.books.first_page(program.session("001"), View.MINE)
    (card,) = [one for one in cards if one.account_number == "C-0001"]
    shown = {value.definition.attribute.name: value.value for value in card.properties}
    assert shown["Most mails in a month"] == 3
    assert shown["Mails a month"] == 2


@pytest.mark.parametrize(
    ("function", "value"),
    [("sum", 9), ("average", 3), ("count", 3), ("minimum", 1), ("maximum", 5), ("first", 3), ("last", 1)],
)
def test_functions_by_hand(function: str, value: float) -> None:
    assert Function(function).of([3, 5, 1]) == value
    assert Function(function).of([]) is None


@pytest.mark.parametrize(
    "measures",
    [
        "x",
        ["x"],
        [{"name": "", "column": "EngagementScore", "function": "sum"}],
        [{"name": "a", "column": "AggregationLevel", "function": "sum"}],
        [{"name": "a", "column": "EngagementScore", "function": "mood"}],
        [{"name": "a", "column": "engagementscore", "function": "sum"}] * 2,
    ],
)
def test_measures_that_are_wrong_are_refused(measures: object) -> None:
    with pytest.raises(Invalid) as refused:
        read_settings({"name": "Office", "addresses": [*OURS], "measures": measures})
    assert refused.value.field in {"measures", "name"}


def test_a_measure_of_another_origin_keeps_its_name_and_values(sqlite_program: Program) -> None:
    enrichments = sqlite_program.services.engagement.enrichments
    measure = ColumnMeasure("Mails a month", "NoOfEmails_FromAccount", Function.AVERAGE)
    known = next(iter(sqlite_program.database.read(attributes.all_measures)))
    settings = replace(SETTINGS, measures=(replace(measure, name=known.upper()),))
    with pytest.raises(Invalid) as refused:
        enrichments.save(None, settings, agreed=True, legal_entity="USMF")
    assert refused.value.field == "measures"
    enrichments.save(None, replace(SETTINGS, measures=(measure,)), agreed=True, legal_entity="USMF")
    (one,) = enrichments.list(None)
    renamed = replace(one.settings, name="Outlook")
    enrichments.save(None, renamed, agreed=True, legal_entity="USMF", enrichment_id=one.id)
    assert [e.settings for e in enrichments.list(None)] == [renamed]
