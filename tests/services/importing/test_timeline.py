"""Activities and notes from files."""

from datetime import UTC, datetime

from clienteling.domain.activity import Restriction, TimelineItem, TimelineKind
from clienteling.domain.importing import Kind
from tests.support.imports import Imported

ACTIVITIES = """account_number,type,at,title,text,personnel_number,store,source
C-1,visit,2026-11-01 10:00,,Tried the red helmet,001,S01,crm-1
C-1,phone,2026-11-02T10:00:00Z,Called back,,,,
C-1,phone,2026-11-02T10:00:00Z,Called back,,002,,
"""


def timeline(company: Imported) -> tuple[TimelineItem, ...]:
    session = company.session("001")
    (key,) = company.services.customers.by_account(session, ["C-1"])
    return company.services.timelines.page(session, key).items


def test_activities_stand_in_the_timeline(company: Imported) -> None:
    assert company.take_well(Kind.ACTIVITIES, ACTIVITIES).created == 3
    visit = timeline(company)[-1]
    assert visit.kind is TimelineKind.ACTIVITY
    assert visit.type is not None
    assert (visit.type.code, visit.text, visit.worker, visit.store) == (
        "visit",
        "Tried the red helmet",
        "Anna Ozola",
        "North",
    )
    # Ten o'clock in Seattle, an hour after summer time has ended.
    assert visit.at == datetime(2026, 11, 1, 18, tzinfo=UTC)


def test_rows_are_known_by_their_source_or_by_what_they_say(company: Imported) -> None:
    company.take_well(Kind.ACTIVITIES, ACTIVITIES)
    assert company.take_well(Kind.ACTIVITIES, ACTIVITIES).unchanged == 3
    report = company.take_well(Kind.ACTIVITIES, ACTIVITIES.replace("red helmet", "blue sock").replace("back", "again"))
    assert (report.created, report.changed) == (2, 1)
    assert company.select("SELECT text, version FROM activity WHERE source = 'crm-1'") == [("Tried the blue sock", 2)]
    assert len(timeline(company)) == 5


def test_the_same_source_of_two_customers_is_two_activities(company: Imported) -> None:
    head = "account_number,type,at,text,source\n"
    company.take_well(Kind.ACTIVITIES, head + "C-1,visit,2026-11-01,A,1\nC-2,visit,2026-11-01,B,1\n")
    assert company.count("activity") == 2


def test_notes_are_internal_unless_they_say_otherwise(company: Imported) -> None:
    head = "account_number,at,text,restriction,personnel_number\n"
    content = head + "C-1,2026-11-01,Likes red,,001\nC-1,2026-11-02,Has a dog,external,\n"
    assert company.take_well(Kind.NOTES, content).created == 2
    assert company.take_well(Kind.NOTES, content).unchanged == 2
    assert [(n.text, n.restriction, n.worker) for n in timeline(company)] == [
        ("Has a dog", Restriction.EXTERNAL, ""),
        ("Likes red", Restriction.INTERNAL, "Anna Ozola"),
    ]


def test_what_cannot_be_taken_is_said(company: Imported) -> None:
    rows = """account_number,type,at,title,text,personnel_number,store
C-9,visit,2026-11-01,,A,,
C-1,dance,2026-11-01,,A,,
C-1,visit,,,A,,
C-1,visit,2026-11-01,,,,
C-1,visit,2026-11-01,,A,099,
C-1,visit,2026-11-01,,A,,S99
C-1,visit,2026-11-01,,A,,
C-1,visit,2026-11-01,,A,,
"""
    assert [(line, column, why) for line, column, _, why in company.reasons(Kind.ACTIVITIES, rows)] == [
        (2, "account_number", "There is no customer “C-9”."),
        (3, "type", "Contoso USA has no activity type “dance”."),
        (4, "at", "Please fill this in."),
        (5, "text", "Please fill this in."),
        (6, "personnel_number", "There is no worker 099."),
        (7, "store", "There is no store “S99”."),
        (9, "account_number", "This stands in line 8 already."),
    ]
    notes = "account_number,at,text,restriction\nC-1,2026-11-01,A,secret\n"
    assert company.reasons(Kind.NOTES, notes) == [
        (2, "restriction", "secret", "“secret” is none of: internal, external.")
    ]
