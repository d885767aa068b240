"""Features, operations and layouts as tills meet them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clienteling.domain.audit import Outcome
from clienteling.domain.configuration.company import FeatureSettings
from clienteling.domain.configuration.people import OperationSettings
from clienteling.domain.configuration.screens import LayoutAssignment, ScreenLayout
from clienteling.domain.errors import NotAllowed
from clienteling.domain.feature import Feature, FeatureOff, FeatureState
from clienteling.domain.layout import Button, ButtonGrid, Subject
from clienteling.domain.operations import Operation
from clienteling.services.books import View
from tests.support.clock import Clock
from tests.support.company import PASSWORD
from tests.support.program import Program

BOOK_OPERATIONS = (712, 713, 714, 715, 716)


def set_feature(program: Program, state: FeatureState, starts: date | None = None) -> None:
    hq = program.services.headquarters
    opened = hq.item(None, "features", "clienteling")
    assert isinstance(opened, FeatureSettings)
    hq.save(None, "features", FeatureSettings(Feature.CLIENTELING, state, starts), opened)


def test_while_the_feature_is_off_its_operations_say_so_in_open_windows_too(program: Program) -> None:
    mara = program.session("003")
    program.services.books.count(mara, View.STORE)
    set_feature(program, FeatureState.OFF)
    c, services = program.company.customers, program.services
    for act in (
        lambda: services.books.count(mara, View.MINE),
        lambda: services.books.count(mara, View.STORE),
        lambda: services.book_changes.add(mara, [c["C-0024"]]),
        lambda: services.book_changes.remove(mara, [c["C-0001"]]),
        lambda: services.book_changes.reassign(mara, [c["C-0001"]], 1, 2),
    ):
        with pytest.raises(FeatureOff, match="which headquarters has turned off"):
            act()
    assert {int(o) for o in services.operations.switched_off(mara)} == set(BOOK_OPERATIONS)
    refusals = [line for line in services.audit.lines(mara) if line.outcome is Outcome.REFUSED]
    assert sorted(int(line.operation) for line in refusals) == sorted(BOOK_OPERATIONS)
    assert services.search.find(mara, "zoe") is not None  # what the feature does not bring works on
    set_feature(program, FeatureState.ENABLED)
    services.books.count(mara, View.STORE)


def test_a_scheduled_feature_says_when_it_starts(program: Program) -> None:
    anna, clock = program.session("001"), program.clock
    assert isinstance(clock, Clock)
    set_feature(program, FeatureState.SCHEDULED, date(2026, 11, 22))
    with pytest.raises(FeatureOff, match="starts on 2026-11-22"):
        program.services.books.count(anna, View.MINE)
    clock.advance(timedelta(days=2))
    assert program.services.books.count(anna, View.MINE) == 10


def test_an_operation_for_everybody_needs_no_permission_but_a_store(program: Program) -> None:
    anna, boris = program.session("001"), program.session("011")
    with pytest.raises(NotAllowed):
        program.services.audit.lines(anna)
    opened = OperationSettings(int(Operation.VIEW_AUDIT))
    program.services.headquarters.save(None, "operations", replace(opened, check_user_access=False), opened)
    program.services.audit.lines(anna)
    with pytest.raises(NotAllowed):
        program.services.audit.lines(boris)  # who is blocked may nothing


def test_nobody_signs_for_an_operation_without_override(program: Program) -> None:
    anna = program.session("001")
    customer = program.company.customers["C-0001"]
    workers = program.company.workers

    def reassign() -> None:
        override = program.services.sign_in.authorize(anna, [Operation.REASSIGN], "003", PASSWORD)
        session = replace(anna, override=override)
        program.services.book_changes.reassign(session, [customer], workers["001"].id, workers["002"].id)

    opened = OperationSettings(int(Operation.REASSIGN))
    program.services.headquarters.save(None, "operations", replace(opened, override=False), opened)
    with pytest.raises(NotAllowed):
        reassign()
    program.services.headquarters.save(None, "operations", opened, replace(opened, override=False))
    reassign()


def test_the_layout_of_a_worker_beats_that_of_the_register_and_of_the_store(program: Program) -> None:
    hq, anna = program.services.headquarters, program.session("001")
    assert program.services.layouts.for_session(anna).code == ""
    for subject, key in ((Subject.STORE, "S01"), (Subject.REGISTER, "S01/1"), (Subject.WORKER, "001")):
        layout = ScreenLayout(subject.value, subject.value, ButtonGrid(1, 1, (Button("search", 1, 1),)))
        hq.save(None, "screen_layouts", layout)
        hq.save(None, "layout_assignments", LayoutAssignment(subject, key, layout.code))
        assert program.services.layouts.for_session(anna).code == subject.value
    assert program.services.layouts.for_session(program.session("002")).code == "register"
    assert program.services.layouts.for_session(program.session("006")).code == ""
