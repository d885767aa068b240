"""The figures of the manager's page, against counting one by one."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from clienteling.domain.errors import NotAllowed
from clienteling.domain.store_figures import Associate, Silence, mondays
from tests.support.program import Program

TODAY = date(2026, 11, 20)


def associate(program: Program, name: str) -> Associate:
    return next(a for a in program.services.store_figures.figures(program.session("003")).associates if a.name == name)


def contact(program: Program, account: str, days_ago: int, number: str = "001") -> None:
    program.services.timelines.add_activity(
        program.session(number),
        program.company.customers[account],
        program.company.activity_types["phone"].id,
        "x",
        at=program.clock() - timedelta(days=days_ago),
    )


def without_activities(program: Program) -> None:
    program.database.write(lambda t: t.execute(text("DELETE FROM activity")))


def test_books_by_size_the_largest_first(program: Program) -> None:
    figures = program.services.store_figures.figures(program.session("003"))
    assert [(a.name, a.customers) for a in figures.associates][:3] == [
        ("Anna Ozola", 10),
        ("Jens Holm", 6),
        ("Wanda Rivera", 4),
    ]
    assert (figures.total.customers, figures.average) == (20, 7)


def test_days_since_the_last_contact_are_divided_and_never_is_the_longest(program: Program) -> None:
    without_activities(program)
    for account, days_ago in (("C-0001", 0), ("C-0002", 29), ("C-0003", 30), ("C-0004", 59), ("C-0005", 60)):
        contact(program, account, days_ago)
    contact(program, "C-0006", 89)
    contact(program, "C-0007", 90)
    contact(program, "C-0007", 200)
    found = associate(program, "Anna Ozola")
    assert found.silence == Silence((2, 2, 2, 4), 3)
    assert (found.customers, found.stale) == (10, 6)


def test_what_is_planned_is_no_contact_yet(program: Program) -> None:
    without_activities(program)
    contact(program, "C-0001", -1)
    assert associate(program, "Anna Ozola").silence.never == 10
    program.clock.advance(timedelta(days=2))  # type: ignore[attr-defined]
    assert associate(program, "Anna Ozola").silence.never == 9


def test_contacts_are_counted_for_who_made_them_by_week_and_for_the_last_days(program: Program) -> None:
    without_activities(program)
    for days_ago in (0, 4, 5, 30, 31, 400):
        contact(program, "C-0001", days_ago, "002")
    figures = program.services.store_figures.figures(program.session("003"))
    assert {a.name: a.contacts for a in figures.associates if a.contacts} == {"Jens Holm": 4}
    weeks = {monday: count for monday, count in figures.weeks if count}
    # 20 November 2026 is a Friday: four days before it is the Monday.
    assert weeks == {date(2026, 11, 16): 2, date(2026, 11, 9): 1, date(2026, 10, 19): 2}
    assert [monday for monday, _ in figures.weeks] == list(mondays(TODAY))


def test_overdue_follow_ups_leavers_and_lent_books_are_told(program: Program) -> None:
    company, anna = program.company, program.session("001")
    program.services.follow_ups.add(anna, company.accounts(1, 3), "Call", TODAY)
    program.services.follow_ups.add(anna, [], "Later", TODAY + timedelta(days=9))
    program.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]
    until = TODAY + timedelta(days=5)
    program.services.covers.lend(program.session("003"), company.worker_id("001"), company.worker_id("002"), until)
    program.database.write(
        lambda t: t.execute(text("UPDATE worker SET employed_until = '2026-11-30' WHERE personnel_number = '001'"))
    )
    found = associate(program, "Anna Ozola")
    assert (found.overdue, found.leaves) == (3, date(2026, 11, 30))
    assert (found.lent_to, found.lent_until) == ("Jens Holm", until)


def test_only_managers_see_it_and_only_their_store(program: Program) -> None:
    with pytest.raises(NotAllowed):
        program.services.store_figures.figures(program.session("001"))
    south = {a.name for a in program.services.store_figures.figures(program.session("005")).associates}
    assert "Anna Ozola" not in south
    assert "Søren Dahl" in south
