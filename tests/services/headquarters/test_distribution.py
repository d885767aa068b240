"""Distribution jobs bring what waits to the tills: all of it or nothing, on time, and back again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread

import pytest

from clienteling.domain.attribute import AttributeType
from clienteling.domain.configuration.company import ActivityType
from clienteling.domain.configuration.configuration import InUse, InvalidConfiguration
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, Member
from clienteling.domain.configuration.retailer import AddressBook
from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import Job
from clienteling.domain.errors import Invalid, NotAllowed, NotFound
from tests.support.clock import Clock
from tests.support.program import Program

VISIT = ActivityType("USMF", "fitting", "Fitting", "ruler", 9)


def wait_by_hand(program: Program, *jobs: Job) -> None:
    for job in jobs:
        program.services.distribution.set_schedule(None, job, Schedule(Mode.BY_HAND))


def names(program: Program) -> set[str]:
    return {kind.name for kind in program.services.timelines.activity_types(program.session("001"))}


def status(program: Program, job: Job) -> tuple[str, int, int]:
    found = next(s for s in program.services.distribution.jobs(None) if s.job is job)
    return str(found.schedule), len(found.waiting), found.newest.version if found.newest else 0


def test_a_job_says_what_it_carries_what_waits_and_when_it_ran(program: Program) -> None:
    wait_by_hand(program, Job.GLOBAL_CONFIGURATION)
    program.services.headquarters.save(None, "activity_types", VISIT)
    assert status(program, Job.GLOBAL_CONFIGURATION) == ("by hand", 1, 0)
    before = program.services.distribution.jobs(None)
    assert {s.name for s in before[4].sections} >= {"activity_types", "parameters", "features"}
    program.services.distribution.run(program.session("009"), [Job.GLOBAL_CONFIGURATION])
    assert status(program, Job.GLOBAL_CONFIGURATION) == ("by hand", 0, 2)
    newest = program.services.distribution.history(None, Job.GLOBAL_CONFIGURATION)[0]
    assert (newest.worker, [(c.section, c.key, c.what) for c in newest.changes]) == (
        "Ada Boss",
        [("activity_types", "USMF/fitting", "made")],
    )


def test_a_run_without_anything_waiting_makes_no_new_version(program: Program) -> None:
    for _ in range(2):
        program.services.distribution.run(None)
        assert [s.newest.version for s in program.services.distribution.jobs(None) if s.newest] == [1] * len(Job)
    assert all(s.ran is not None for s in program.services.distribution.jobs(None))


def test_the_first_version_is_made_when_somebody_asks(program: Program) -> None:
    (first,) = program.services.distribution.history(None, Job.STAFF)
    assert (first.version, first.changes) == (1, ())
    carried = program.services.distribution.snapshot(None, Job.STAFF, 1)
    assert len(carried.items("workers")) == 11
    with pytest.raises(NotFound, match="Job 1060 has no version 7"):
        program.services.distribution.snapshot(None, Job.STAFF, 7)


def test_an_older_version_comes_back_whole_as_a_new_one(program: Program) -> None:
    hq, distribution = program.services.headquarters, program.services.distribution
    hq.save(None, "activity_types", VISIT)
    opened = hq.item(None, "activity_types", "USMF/visit")
    assert isinstance(opened, ActivityType)
    hq.save(None, "activity_types", replace(opened, name="Called at the shop"), opened)
    assert names(program) == {"Called at the shop", "Phone", "Email", "Fitting"}
    distribution.republish(program.session("009"), Job.GLOBAL_CONFIGURATION, 1)
    assert names(program) == {"Visit", "Phone", "Email"}
    newest, *_, first = distribution.history(None, Job.GLOBAL_CONFIGURATION)
    assert (newest.version, newest.republished, first.version) == (4, 1, 1)
    carried = distribution.snapshot(None, Job.GLOBAL_CONFIGURATION, 4)
    assert carried == distribution.snapshot(None, Job.GLOBAL_CONFIGURATION, 1)


def test_an_older_version_without_what_is_in_use_now_is_refused(program: Program) -> None:
    program.services.distribution.history(None, Job.GLOBAL_CONFIGURATION)
    program.services.headquarters.save(None, "activity_types", VISIT)
    me = program.session("001")
    kind = next(k for k in program.services.timelines.activity_types(me) if k.code == "fitting")
    program.services.timelines.add_activity(me, program.company.customers["C-0001"], kind.id, "a coat")
    with pytest.raises(InUse, match=r"“USMF/fitting Fitting” stays, for it is in use: activities \(1\)"):
        program.services.distribution.republish(None, Job.GLOBAL_CONFIGURATION, 1)
    assert "Fitting" in names(program)


def test_a_job_runs_every_few_hours_while_a_window_is_open(program: Program) -> None:
    clock = program.clock
    assert isinstance(clock, Clock)
    distribution, watch = program.services.distribution, program.services.watch
    distribution.set_schedule(None, Job.GLOBAL_CONFIGURATION, Schedule(Mode.EVERY, 4))
    distribution.run(None)
    program.services.headquarters.save(None, "activity_types", VISIT)
    watch.look()
    assert "Fitting" not in names(program)
    clock.advance(timedelta(hours=3, minutes=58))
    assert not watch.look().kinds
    clock.advance(timedelta(minutes=2))
    assert watch.look().kinds
    assert "Fitting" in names(program)
    assert not watch.look().kinds


def test_what_cannot_be_published_stays_waiting_and_is_tried_again_later(program: Program) -> None:
    clock = program.clock
    assert isinstance(clock, Clock)
    wait_by_hand(program, Job.PRODUCTS)
    program.services.distribution.set_schedule(None, Job.CATALOG, Schedule(Mode.EVERY, 1))
    program.services.headquarters.save(None, "attributes", Attribute("Spare", AttributeType.TEXT))
    program.services.headquarters.save(None, "attribute_groups", AttributeGroup("New", (Member("Spare", 1),)))
    program.services.distribution.run_due(clock())
    assert status(program, Job.CATALOG)[1] == 1
    program.services.distribution.run(None, [Job.PRODUCTS])
    clock.advance(timedelta(hours=1))
    program.services.distribution.run_due(clock())
    assert status(program, Job.CATALOG)[1] == 0


def test_on_save_again_publishes_what_has_waited(program: Program) -> None:
    wait_by_hand(program, Job.CUSTOMERS)
    program.services.headquarters.save(None, "address_books", AddressBook("VIP", "Best customers"))
    program.services.distribution.set_schedule(None, Job.CUSTOMERS, Schedule(Mode.ON_SAVE))
    assert status(program, Job.CUSTOMERS)[:2] == ("on save", 0)


def test_hours_have_bounds_and_publishing_its_permission(program: Program) -> None:
    for hours in (0, 169):
        with pytest.raises(Invalid, match="Every 1 to 168 hours"):
            program.services.distribution.set_schedule(None, Job.STAFF, Schedule(Mode.EVERY, hours))
    with pytest.raises(NotAllowed):
        program.services.distribution.run(program.session("003"))


def test_a_till_sees_all_of_a_change_or_nothing_of_it(program: Program) -> None:
    """Two names change together, again and again, while another till reads."""
    jobs = [Job.GLOBAL_CONFIGURATION]
    wait_by_hand(program, *jobs)
    seen: set[frozenset[str]] = set()
    stop, failed = Event(), list[BaseException]()

    def read(till: Program) -> None:
        try:
            while not stop.is_set():
                till.services.timelines.refresh_activity_types()
                kinds = till.services.timelines.activity_types(till.session("001"))
                seen.add(frozenset(k.name for k in kinds if k.code in {"visit", "phone"}))
        except BaseException as error:
            failed.append(error)

    with program.beside(Clock()) as till:
        reader = Thread(target=read, args=(till,))
        reader.start()
        try:
            for turn in range(8):
                rename(program, f"{turn}")
                program.services.distribution.run(None, jobs)
        finally:
            stop.set()
            reader.join()
    assert failed == []
    assert seen <= {frozenset({"Visit", "Phone"}), *(frozenset({f"visit {n}", f"phone {n}"}) for n in range(8))}
    assert len(seen) > 1


def rename(program: Program, turn: str) -> None:
    for code in ("visit", "phone"):
        opened = program.services.headquarters.item(None, "activity_types", f"USMF/{code}")
        assert isinstance(opened, ActivityType)
        program.services.headquarters.save(None, "activity_types", replace(opened, name=f"{code} {turn}"), opened)


def test_a_part_that_is_wrong_keeps_all_of_it_away(program: Program) -> None:
    wait_by_hand(program, Job.GLOBAL_CONFIGURATION, Job.PRODUCTS, Job.CATALOG)
    hq = program.services.headquarters
    hq.save(None, "attributes", Attribute("Spare", AttributeType.TEXT))
    hq.save(None, "attribute_groups", AttributeGroup("New", (Member("Spare", 1),)))
    hq.save(None, "activity_types", VISIT)
    with pytest.raises(InvalidConfiguration):
        program.services.distribution.run(None, [Job.CATALOG, Job.GLOBAL_CONFIGURATION])
    assert "Fitting" not in names(program)
    assert len(hq.waiting(None)) == 3


@pytest.mark.parametrize(("hours", "fetched"), [(3, False), (4, True)])
def test_tills_keep_activity_types_for_four_hours(program: Program, hours: int, fetched: bool) -> None:
    clock = program.clock
    assert isinstance(clock, Clock)
    names(program)
    with program.beside() as headquarters:
        headquarters.services.headquarters.save(None, "activity_types", VISIT)
    assert "Fitting" not in names(program)
    clock.advance(timedelta(hours=hours))
    assert ("Fitting" in names(program)) is fetched


@pytest.mark.parametrize(
    "fetch",
    [
        lambda program: program.services.timelines.refresh_activity_types(),
        lambda program: program.services.watch.look(),
    ],
)
def test_tills_fetch_activity_types_at_once_if_asked_or_if_they_look(
    program: Program, fetch: Callable[[Program], None]
) -> None:
    program.services.watch.look()
    names(program)
    with program.beside() as headquarters:
        headquarters.services.headquarters.save(None, "activity_types", VISIT)
    fetch(program)
    assert "Fitting" in names(program)
