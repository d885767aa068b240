"""What engagement found as filters of books, and ready-made segments as shared views."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from clienteling.domain.enrichment import Consent
from clienteling.domain.errors import Invalid, NotAllowed, NotFound
from clienteling.domain.filters import Between, Query, Since
from clienteling.domain.history import LAST_MAIL, LAST_MEETING, MAILS, MEETINGS
from clienteling.services.books import View
from tests.support.clock import START
from tests.support.engagement import OURS, SETTINGS, give_address, mail, meeting, write_rows
from tests.support.program import Program


def enrich(program: Program, folder: Path) -> None:
    """C-0001 wrote lately, C-0002 long ago, C-0003 had a meeting lately."""
    people = {f"C-000{number}": f"p{number}@acme.example" for number in (1, 2, 3)}
    for account, address in people.items():
        give_address(program, account, address)
    one, two, three = people.values()
    rows = [
        mail(1, 5, one, OURS[0]),
        mail(2, 6, OURS[0], one),
        mail(3, 90, OURS[0], two),
        meeting(4, 3, OURS[1], three),
    ]
    engagement = program.services.engagement
    engagement.enrichments.save(program.session("009"), SETTINGS, agreed=True, consent=Consent.GRANTED)
    engagement.interactions.take_files(None, [write_rows(folder / "i.csv", rows)])
    (enrichment,) = engagement.enrichments.list(None)
    assert engagement.runs.run(None, enrichment.id, now=START + timedelta(hours=7)).accounts == 3


def found(program: Program, *criteria: Between | Since) -> set[str]:
    result = program.services.books.find(program.session("001"), View.MINE, Query(criteria))
    names = {key: account for account, key in program.company.customers.items()}
    return {names[int(key)] for key in result.ids}


def test_an_open_book_is_filtered_by_what_a_run_has_found(program: Program, tmp_path: Path) -> None:
    session = program.session("001")
    assert found(program, Between(MAILS, Decimal(1), None)) == set()
    enrich(program, tmp_path)
    assert found(program, Between(MAILS, Decimal(2), None)) == {"C-0001"}
    assert found(program, Between(MEETINGS, Decimal(1), None)) == {"C-0003"}
    assert found(program, Since(LAST_MAIL, 30, more=False)) == {"C-0001"}
    assert found(program, Since(LAST_MEETING, 30, more=False)) == {"C-0003"}
    assert {MAILS, LAST_MAIL} <= {d.key for d in program.services.books.more_definitions(session)}


def test_stale_accounts_are_those_that_were_enriched_and_have_heard_nothing(program: Program, tmp_path: Path) -> None:
    enrich(program, tmp_path)
    segments = program.services.engagement.segments
    stale = segments.list(program.session("003"))[0]
    assert (stale.segment.name, stale.count, stale.is_shared) == ("Stale accounts", 1, False)
    segments.share(program.session("003"), "stale accounts")
    assert segments.list(program.session("003"))[0].is_shared
    (view,) = program.services.views.list(program.session("001"), View.STORE)
    assert view.lost == ()
    result = program.services.books.find(program.session("001"), View.STORE, view.query)
    assert [int(key) for key in result.ids] == [program.company.customers["C-0002"]]
    with pytest.raises(Invalid):
        segments.share(program.session("003"), "Stale accounts")


def test_who_may_not_share_views_shares_no_segment(sqlite_program: Program) -> None:
    segments = sqlite_program.services.engagement.segments
    with pytest.raises(NotAllowed):
        segments.share(sqlite_program.session("001"), "Stale accounts")
    with pytest.raises(NotFound):
        segments.share(sqlite_program.session("003"), "Nobody")
