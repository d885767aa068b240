"""Values of attributes and measures, and scores, from files of their own."""

from datetime import UTC, datetime

import pytest

from clienteling.domain.importing import Kind
from tests.support.imports import Imported

MEASURES = "name,type,options,card_order\nSpend,currency,,1\nChurn,text,low|high,2\n"


@pytest.fixture
def measured(company: Imported) -> Imported:
    company.take_well(Kind.MEASURE_DEFINITIONS, MEASURES)
    return company


def stored(company: Imported) -> list[tuple[object, ...]]:
    return company.select(
        "SELECT a.name, v.text, v.number FROM customer_attribute v JOIN attribute a ON a.id = v.attribute_id "
        "ORDER BY a.name, v.position"
    )


def test_attribute_values_come_change_and_go(company: Imported) -> None:
    head = "account_number,attribute,value\n"
    content = head + "C-1,Sizes,38|40\nC-1,Income,1234.567\nC-3,Occupation,manual\nC-2,Owner,\n"
    report = company.take_well(Kind.ATTRIBUTE_VALUES, content)
    assert (report.created, report.unchanged) == (3, 1)
    assert company.take_well(Kind.ATTRIBUTE_VALUES, content).unchanged == 4
    assert stored(company) == [
        ("Income", None, 1234.567),
        ("Occupation", "Manual", None),
        ("Sizes", "38", None),
        ("Sizes", "40", None),
    ]
    report = company.take_well(Kind.ATTRIBUTE_VALUES, head + "C-1,Sizes,42\nC-1,Income,\n")
    assert report.changed == 2
    assert stored(company) == [("Occupation", "Manual", None), ("Sizes", "42", None)]


def test_attribute_values_that_cannot_be_taken_are_said(company: Imported) -> None:
    company.take_well(Kind.CUSTOMERS, "account_number,legal_entity,first_name\nC-3,USMF,Another\n")
    rows = """account_number,attribute,value
C-9,Sizes,38
C-3,Sizes,38
C-1,Shoes,38
C-1,Birthday,1990-01-01
C-1,Owner,perhaps
C-1,Sizes,38
C-1,Sizes,40
"""
    assert [(line, column, why) for line, column, _, why in company.reasons(Kind.ATTRIBUTE_VALUES, rows)] == [
        (2, "account_number", "There is no customer “C-9”."),
        (3, "account_number", "Several legal entities have a customer “C-3”. Say which is meant."),
        (4, "attribute", "There is no attribute “Shoes”. Import the attributes first."),
        (5, "value", "This value comes from the customer's file and is changed there."),
        (6, "value", "“perhaps” is neither yes nor no."),
        (8, "attribute", "This stands in line 7 already."),
    ]


def test_the_legal_entity_decides_between_customers_of_one_number(company: Imported) -> None:
    company.take_well(Kind.CUSTOMERS, "account_number,legal_entity,first_name\nC-3,USMF,Another\n")
    content = "account_number,attribute,value\nC-3,Sizes,38\n"
    company.take_well(Kind.ATTRIBUTE_VALUES, content, legal_entity="USMF")
    company.take_well(
        Kind.ATTRIBUTE_VALUES, "account_number,legal_entity,attribute,value\nC-3,DEMF,Sizes,40\n", legal_entity="USMF"
    )
    assert company.select(
        "SELECT c.name, v.text FROM customer_attribute v JOIN customer c ON c.id = v.customer_id ORDER BY v.text"
    ) == [("Another", "38"), ("Eva Öz", "40")]
    ((_, _, _, why),) = company.reasons(
        Kind.ATTRIBUTE_VALUES, "account_number,legal_entity,attribute,value\nC-1,DEMF,Sizes,40\n"
    )
    assert why == "There is no customer “C-1” in Contoso Germany."


def test_measures_have_the_time_they_were_computed(measured: Imported) -> None:
    head = "account_number,measure,value,as_of\n"
    content = head + "C-1,Spend,1200.5,2026-11-19\nC-1,Churn,HIGH,2026-11-19T08:00:00+02:00\n"
    assert measured.take_well(Kind.MEASURES, content).created == 2
    assert measured.take_well(Kind.MEASURES, content).unchanged == 2
    profile = measured.profile("C-1", measured.session("001"))
    spend, churn = profile.card[:2]
    assert (str(spend.value), spend.as_of) == ("1200.50", datetime(2026, 11, 19, tzinfo=UTC))
    assert (churn.value, churn.as_of) == ("high", datetime(2026, 11, 19, 6, tzinfo=UTC))


def test_a_newer_measure_replaces_an_older_one_and_not_the_other_way_round(measured: Imported) -> None:
    head = "account_number,measure,value,as_of\n"
    measured.take_well(Kind.MEASURES, head + "C-1,Spend,1,2026-11-19\n")
    assert measured.take_well(Kind.MEASURES, head + "C-1,Spend,2,2026-11-20\n").changed == 1
    assert measured.take_well(Kind.MEASURES, head + "C-1,Spend,1,2026-11-19\n").unchanged == 1
    assert measured.select("SELECT number FROM customer_measure") == [(2.0,)]


def test_scores_run_from_0_to_100(company: Imported) -> None:
    head = "account_number,score,as_of\n"
    assert company.take_well(Kind.SCORES, head + "C-1,82,2026-11-19\n").created == 1
    assert company.take_well(Kind.SCORES, head + "C-1,83,2026-11-19\n").changed == 1
    assert company.take_well(Kind.SCORES, head + "C-1,10,2026-11-18\n").unchanged == 1
    score = company.profile("C-1", company.session("001")).score
    assert score is not None
    assert (score.value, score.as_of) == (83, datetime(2026, 11, 19, tzinfo=UTC))


def test_measures_and_scores_that_cannot_be_taken_are_said(measured: Imported) -> None:
    head = "account_number,measure,value,as_of\n"
    rows = head + "C-1,Love,1,2026-11-19\nC-1,Spend,,2026-11-19\nC-1,Spend,1,\nC-1,Churn,medium,2026-11-19\n"
    assert [(column, why) for _, column, _, why in measured.reasons(Kind.MEASURES, rows)] == [
        ("measure", "There is no measure “Love”. Import its definition first."),
        ("value", "Please fill this in."),
        ("as_of", "Please fill this in."),
        ("value", "“medium” is not in the list."),
    ]
    rows = "account_number,score,as_of\nC-1,101,2026-11-19\nC-1,,2026-11-19\nC-1,5,soon\n"
    assert [(column, why) for _, column, _, why in measured.reasons(Kind.SCORES, rows)] == [
        ("score", "101 is not from 0 to 100."),
        ("score", "Please fill this in."),
        ("as_of", "“soon” is no date like 2026-11-22."),
    ]
