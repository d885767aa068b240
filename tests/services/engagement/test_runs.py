"""Runs of enrichments: when they run, what they leave behind, how they end."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from clienteling.database import engagement as stored
from clienteling.domain.enrichment import Consent, Enrichment, RunState
from clienteling.domain.errors import Conflict, Invalid, NotAllowed, NotFound, Unreachable
from clienteling.engagement.lock import locked
from clienteling.services.books import View
from clienteling.services.engagement.runs import Collecting
from tests.support.clock import START
from tests.support.engagement import OURS, SETTINGS, give_address, mail, meeting, write_rows
from tests.support.program import Program

LATER = START + timedelta(hours=7)
KIM, LEE = "kim@acme.example", "lee@zen.example"
ROWS = [
    mail(2, 40, OURS[0], KIM),
    mail(3, 39, KIM, OURS[0], OURS[1]),
    meeting(1, 10, OURS[1], KIM),
    mail(4, 3, LEE, OURS[0]),
    mail(5, 3, "stranger@far.example", OURS[0]),
]


def set_up(program: Program, folder: Path, rows: list[str] | None = None) -> Enrichment:
    """An enrichment with consent, and interactions of two customers."""
    give_address(program, "C-0001", KIM)
    give_address(program, "C-0002", LEE)
    engagement = program.services.engagement
    engagement.enrichments.save(program.session("009"), SETTINGS, agreed=True, consent=Consent.GRANTED)
    engagement.interactions.take_files(program.session("009"), [write_rows(folder / "i.csv", rows or ROWS)])
    return engagement.enrichments.find(program.session("009"), None)


def test_a_run_brings_scores_and_numbers_to_customers(program: Program, tmp_path: Path) -> None:
    enrichment = set_up(program, tmp_path)
    ended = program.services.engagement.runs.run(program.session("009"), enrichment.id, now=LATER)
    assert (ended.state, ended.accounts, ended.mails, ended.meetings) == (RunState.SUCCESSFUL, 2, 3, 1)
    assert ended.addresses == 2
    session = program.session("001")
    shown = program.services.engagement.results.of_customer(session, program.company.customers["C-0001"])
    assert shown is not None
    assert (shown.year.mails_to, shown.year.mails_from, shown.year.meetings_to) == (1, 1, 1)
    assert shown.year.reply_hours == 24
    assert round(sum(shown.parts.values())) == shown.score
    assert sum(month.mails for month in shown.months) == 2
    assert shown.little_data
    profile = program.services.customers.profile(session, program.company.customers["C-0001"])
    assert profile.score is not None
    assert (profile.score.value, profile.score.as_of) == (shown.score, LATER)
    (card,) = [
        card for card in program.services.books.first_page(session, View.MINE) if card.account_number == "C-0001"
    ]
    assert card.score == profile.score
    assert dict(card.score.parts) == dict(shown.parts)  # the card says what the score is made of


def test_the_first_run_begins_six_hours_after_consent(sqlite_program: Program, tmp_path: Path) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    runs = sqlite_program.services.engagement.runs
    assert enrichment.consent_at is not None
    first = enrichment.consent_at + timedelta(hours=6)
    assert runs.due(first - timedelta(seconds=1)) == ()
    early = runs.run(None, enrichment.id, now=first - timedelta(seconds=1))
    assert (early.state, "six hours" in early.problem) == (RunState.SKIPPED, True)
    assert [one.id for one in runs.due(first)] == [enrichment.id]
    assert runs.run(None, enrichment.id, now=first).state is RunState.SUCCESSFUL
    assert runs.due(first + timedelta(days=7, seconds=-1)) == ()
    assert [one.id for one in runs.due(first + timedelta(days=7))] == [enrichment.id]


def test_without_consent_nothing_is_processed(sqlite_program: Program, tmp_path: Path) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    engagement = sqlite_program.services.engagement
    engagement.enrichments.withdraw_consent(None, enrichment.id)
    ended = engagement.runs.run(None, enrichment.id, now=LATER)
    assert (ended.state, ended.accounts) == (RunState.SKIPPED, 0)


def test_consent_that_is_withdrawn_during_a_run_ends_it(sqlite_program: Program, tmp_path: Path) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    engagement = sqlite_program.services.engagement

    def withdraw(_done: int, _total: int) -> None:
        engagement.enrichments.withdraw_consent(None, enrichment.id)

    ended = engagement.runs.run(None, enrichment.id, now=LATER, progress=withdraw)
    assert ended.state is RunState.FAILED
    assert "withdrawn" in ended.problem
    assert (
        engagement.results.of_customer(sqlite_program.session("001"), sqlite_program.company.customers["C-0001"])
        is None
    )


def test_a_run_is_cancelled_by_another_program_and_the_next_one_ends(program: Program, tmp_path: Path) -> None:
    enrichment = set_up(program, tmp_path)
    runs = program.services.engagement.runs

    def cancel(_done: int, _total: int) -> None:
        (running, *_) = runs.history(None, enrichment.id)
        if running.state is RunState.PROCESSING:
            with program.beside() as other:
                other.services.engagement.runs.cancel(program.session("009"), running.id)

    ended = runs.run(None, enrichment.id, now=LATER, progress=cancel)
    assert ended.state is RunState.CANCELED
    again = runs.run(None, enrichment.id, now=LATER)
    assert (again.state, again.accounts) == (RunState.SUCCESSFUL, 2)
    assert [one.state for one in runs.history(None, enrichment.id)] == [RunState.SUCCESSFUL, RunState.CANCELED]
    with pytest.raises(NotFound):
        runs.cancel(None, ended.id)


def test_a_run_while_another_one_is_on_is_skipped(sqlite_program: Program, tmp_path: Path) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    engagement = sqlite_program.services.engagement
    with locked(tmp_path / "engagement" / "interactions"):
        assert engagement.runs.run(None, enrichment.id, now=LATER).state is RunState.SKIPPED
        with pytest.raises(Conflict):
            engagement.interactions.take_files(None, [tmp_path / "i.csv"])


def test_a_run_that_another_machine_is_at_keeps_this_one_from_it_but_not_for_ever(
    sqlite_program: Program, tmp_path: Path
) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    engagement, later = sqlite_program.services.engagement, LATER + timedelta(days=1, hours=1)
    sqlite_program.database.write(lambda t: stored.add_run(t, enrichment.id, LATER))
    assert engagement.runs.run(None, enrichment.id, now=LATER + timedelta(hours=3)).state is RunState.SKIPPED
    assert engagement.runs.run(None, enrichment.id, now=later).state is RunState.SUCCESSFUL
    states = [one.state for one in engagement.runs.history(None, enrichment.id)]
    assert states == [RunState.SUCCESSFUL, RunState.SKIPPED, RunState.FAILED]


def test_a_source_brings_its_interactions_and_its_problems_end_the_run(sqlite_program: Program, tmp_path: Path) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    runs = sqlite_program.services.engagement.runs
    seen: list[Collecting] = []

    def collect(work: Collecting) -> None:
        seen.append(work)
        raise Invalid("x", "The mailbox is gone.")

    runs.collectors["files"] = collect
    ended = runs.run(None, enrichment.id, now=LATER)
    assert (ended.state, ended.problem) == (RunState.FAILED, "The mailbox is gone.")
    assert (seen[0].enrichment.id, seen[0].now) == (enrichment.id, LATER)


def test_a_run_that_was_killed_is_told_as_failed_and_goes_on_sooner_than_in_a_week(
    sqlite_program: Program, tmp_path: Path
) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    runs = sqlite_program.services.engagement.runs

    def die(work: Collecting) -> None:
        runs.settle()  # while it is on, nobody says that it is not
        raise KeyboardInterrupt

    runs.collectors["files"] = die
    with pytest.raises(KeyboardInterrupt):
        runs.run(None, enrichment.id, now=LATER)
    assert [one.state for one in runs.history(None, enrichment.id)] == [RunState.PROCESSING]
    assert runs.due(LATER) == ()  # a run that takes the program down is not begun again at once
    runs.settle()
    (killed,) = runs.history(None, enrichment.id)
    assert (killed.state, "goes on" in killed.problem) == (RunState.FAILED, True)
    assert [one.id for one in runs.due(LATER + timedelta(hours=1))] == [enrichment.id]
    del runs.collectors["files"]
    assert runs.run(None, enrichment.id, now=LATER + timedelta(hours=1)).state is RunState.SUCCESSFUL


def test_a_run_that_failed_is_tried_again_after_an_hour_four_hours_and_then_daily(
    sqlite_program: Program, tmp_path: Path
) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    engagement = sqlite_program.services.engagement

    def fail(work: Collecting) -> None:
        raise Unreachable("The network is gone.")

    def planned() -> datetime | None:
        return engagement.enrichments.find(None, None).next_run

    engagement.runs.collectors["files"] = fail
    at = LATER
    for pause in (timedelta(hours=1), timedelta(hours=4), timedelta(days=1), timedelta(days=1)):
        assert engagement.runs.run(None, enrichment.id, now=at).state is RunState.FAILED
        assert planned() == at + pause
        at += pause
    with locked(tmp_path / "engagement" / "interactions"):
        assert engagement.runs.run(None, enrichment.id, now=at).state is RunState.SKIPPED
    at += timedelta(hours=1)
    assert planned() == at
    assert engagement.results.overview(None, enrichment.id).failures == 4
    del engagement.runs.collectors["files"]
    engagement.runs.run(None, enrichment.id, now=at)
    assert planned() == at + timedelta(days=7)
    assert engagement.results.overview(None, enrichment.id).failures == 0


def test_a_run_that_the_program_stops_goes_on_at_once_and_one_that_somebody_cancels_in_a_day(
    sqlite_program: Program, tmp_path: Path
) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    runs = sqlite_program.services.engagement.runs
    assert runs.run(None, enrichment.id, now=LATER, cancelled=lambda: True).state is RunState.CANCELED
    assert [one.id for one in runs.due(LATER)] == [enrichment.id]

    def cancel(_done: int, _total: int) -> None:
        runs.cancel_current(None, enrichment.id)

    assert runs.run(None, enrichment.id, now=LATER, progress=cancel).state is RunState.CANCELED
    assert runs.due(LATER + timedelta(hours=23)) == ()
    assert [one.id for one in runs.due(LATER + timedelta(days=1))] == [enrichment.id]


def test_who_is_no_contact_any_more_loses_the_score(program: Program, tmp_path: Path) -> None:
    enrichment = set_up(program, tmp_path)
    engagement = program.services.engagement
    engagement.runs.run(None, enrichment.id, now=LATER)
    give_address(program, "C-0001", "other@acme.example")
    assert engagement.runs.run(None, enrichment.id, now=LATER + timedelta(hours=1)).accounts == 1
    session, kim = program.session("001"), program.company.customers["C-0001"]
    assert engagement.results.of_customer(session, kim) is None
    assert program.services.customers.profile(session, kim).score is None


def test_a_deleted_enrichment_takes_its_scores_and_files_along(program: Program, tmp_path: Path) -> None:
    enrichment = set_up(program, tmp_path)
    engagement = program.services.engagement
    engagement.runs.run(None, enrichment.id, now=LATER)
    folder = tmp_path / "engagement" / f"enrichment-{enrichment.id}"
    if program.database.is_sqlite:
        assert folder.is_dir()
    engagement.enrichments.delete(program.session("009"), enrichment.id)
    assert not folder.exists()
    assert engagement.enrichments.list(None) == ()
    session, kim = program.session("001"), program.company.customers["C-0001"]
    assert program.services.customers.profile(session, kim).score is None


def test_an_inactive_enrichment_is_not_due(sqlite_program: Program, tmp_path: Path) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    engagement = sqlite_program.services.engagement
    engagement.enrichments.activate(None, enrichment.id, active=False)
    assert engagement.runs.due(LATER + timedelta(days=30)) == ()
    assert engagement.runs.run(None, enrichment.id, now=LATER).state is RunState.SKIPPED
    engagement.enrichments.activate(None, enrichment.id, active=True)
    assert engagement.runs.run(None, enrichment.id, now=LATER).state is RunState.SUCCESSFUL


def test_only_who_has_the_permission_sets_up_runs_and_sees_the_table(sqlite_program: Program, tmp_path: Path) -> None:
    enrichment = set_up(sqlite_program, tmp_path)
    engagement, session = sqlite_program.services.engagement, sqlite_program.session("003")
    for act in (
        lambda: engagement.enrichments.save(session, SETTINGS, agreed=True),
        lambda: engagement.enrichments.list(session),
        lambda: engagement.enrichments.delete(session, enrichment.id),
        lambda: engagement.interactions.take_files(session, [tmp_path / "i.csv"]),
        lambda: engagement.runs.run(session, enrichment.id),
        lambda: engagement.runs.history(session, enrichment.id),
        lambda: engagement.results.table(session, enrichment.id),
        lambda: engagement.results.users(session, enrichment.id),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_nobody_who_did_not_agree_is_processed(sqlite_program: Program) -> None:
    with pytest.raises(Invalid) as refused:
        sqlite_program.services.engagement.enrichments.save(None, SETTINGS, agreed=False, legal_entity="USMF")
    assert refused.value.field == "agree"


@pytest.fixture
def home(sqlite_program: Program, tmp_path: Path) -> Path:
    enrichment = set_up(sqlite_program, tmp_path)
    (tmp_path / "i.csv").unlink()
    sqlite_program.services.engagement.runs.run(sqlite_program.session("009"), enrichment.id, now=LATER)
    return tmp_path


def test_no_address_and_no_person_leaves_the_engine(sqlite_program: Program, home: Path) -> None:
    engagement = sqlite_program.services.engagement
    (enrichment,) = engagement.enrichments.list(None)
    table = engagement.results.table(sqlite_program.session("009"), enrichment.id)
    texts = [str(value) for row in table.rows() for value in row] + [*table.columns]
    texts += engagement.results.users(None, enrichment.id)
    lines = sqlite_program.services.audit.lines(sqlite_program.session("009"), limit=50)
    texts += [f"{line.subject} {line.before} {line.after} {line.reason}" for line in lines]
    assert not any("@" in text or "example" in text or "conversation" in text for text in texts)
    files = [file for file in (home / "engagement").rglob("*") if file.is_file()]
    assert len(files) > 5
    for file in files:
        assert not any(text in file.read_bytes() for text in (b"acme", b"shop.example", b"conversation 1"))
