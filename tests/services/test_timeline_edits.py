"""Edits of activities and notes: who may, what is kept, and what happens when two do it at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.database import records
from clienteling.domain.activity import LONGEST_TEXT, Audience, Restriction, TimelineItem, TimelineKind
from clienteling.domain.audit import Kind
from clienteling.domain.errors import Invalid, NotAllowed, NotFound
from clienteling.domain.operations import Operation
from clienteling.services.timeline_edits import ActivityText, EditedMeanwhile, NoteText
from tests.support import naughty
from tests.support.clock import START
from tests.support.effort import examples
from tests.support.program import Program

ACTIVITY, NOTE = TimelineKind.ACTIVITY, TimelineKind.NOTE


def customer(program: Program) -> int:
    """A customer without any history."""
    return program.company.customers["C-0001"]


def first(program: Program, number: str = "001") -> TimelineItem:
    return program.services.timelines.page(program.session(number), customer(program)).items[0]


def an_activity(program: Program, number: str = "001", text: str = "tried a coat", at: datetime | None = None) -> int:
    kind = program.company.activity_types["visit"].id
    program.services.timelines.add_activity(program.session(number), customer(program), kind, text, at=at)
    return first(program, number).id


def a_note(program: Program, number: str = "001", text: str = "likes silk", audience: Audience = Audience.TEAM) -> int:
    program.services.timelines.add_note(program.session(number), customer(program), text, audience=audience)
    return first(program, number).id


def now_says(program: Program, activity_id: int, number: str = "001") -> ActivityText:
    return program.services.timeline_edits.activity(program.session(number), activity_id)[0]


def test_the_author_edits_everything_and_the_former_text_stays(program: Program) -> None:
    key, edits, session = an_activity(program), program.services.timeline_edits, program.session("001")
    before = now_says(program, key)
    phone = program.company.activity_types["phone"]
    after = ActivityText(phone.id, "Call", "asked for a coat", START - timedelta(days=2))
    changes = edits.edit_activity(session, key, 1, after)
    assert changes.concerns(Kind.TIMELINE, customer(program))
    item = first(program)
    assert (item.type, item.title, item.text, item.at) == (phone, "Call", "asked for a coat", after.at)
    assert item.edited is not None
    assert (item.version, item.edited.worker) == (2, "Anna Ozola")
    (former,) = edits.history(session, ACTIVITY, key)
    assert former.type is not None
    assert (former.version, former.text, former.at, former.type.code) == (1, "tried a coat", before.at, "visit")
    assert former.replaced == item.edited


def test_every_edit_keeps_one_more_text(program: Program) -> None:
    key, edits = an_activity(program, "001", "one"), program.services.timeline_edits
    for version, (number, text) in enumerate((("001", "two"), ("003", "three"), ("001", "four")), 1):
        edits.edit_activity(program.session(number), key, version, replace(now_says(program, key), text=text))
    former = edits.history(program.session("002"), ACTIVITY, key)
    assert [(r.version, r.text, r.replaced.worker) for r in former] == [
        (3, "three", "Anna Ozola"),
        (2, "two", "Mara Liepa"),
        (1, "one", "Anna Ozola"),
    ]


@pytest.mark.parametrize("kind", [ACTIVITY, NOTE])
def test_managers_edit_what_others_wrote_and_associates_do_not(program: Program, kind: TimelineKind) -> None:
    edits = program.services.timeline_edits
    key = an_activity(program) if kind is ACTIVITY else a_note(program)

    def edit(number: str) -> None:
        if kind is ACTIVITY:
            edits.edit_activity(program.session(number), key, 1, replace(now_says(program, key), text="other"))
        else:
            new = NoteText("", "other", Restriction.EXTERNAL, Audience.TEAM)
            edits.edit_note(program.session(number), key, 1, new)

    with pytest.raises(NotAllowed, match="Edit activities of others"):
        edit("002")
    assert first(program).version == 1
    edit("003")
    item = first(program)
    assert item.edited is not None
    assert (item.text, item.edited.worker, item.worker) == ("other", "Mara Liepa", "Anna Ozola")


def test_an_edit_of_an_outdated_version_is_refused_with_what_the_other_wrote(program: Program) -> None:
    key, edits = an_activity(program), program.services.timeline_edits
    says = now_says(program, key)
    edits.edit_activity(program.session("003"), key, 1, replace(says, text="hers"))
    with pytest.raises(EditedMeanwhile, match="Mara Liepa changed this") as refused:
        edits.edit_activity(program.session("001"), key, 1, replace(says, text="mine"))
    assert refused.value.now == replace(says, text="hers")
    assert first(program).text == "hers"
    edits.edit_activity(program.session("001"), key, refused.value.version, replace(says, text="mine"))
    assert first(program).text == "mine"
    assert [r.text for r in edits.history(program.session("001"), ACTIVITY, key)] == ["hers", "tried a coat"]


def test_what_is_saved_unchanged_is_no_edit(program: Program) -> None:
    key, edits = an_activity(program), program.services.timeline_edits
    changes = edits.edit_activity(program.session("001"), key, 1, now_says(program, key))
    assert changes.record_id is None
    assert edits.history(program.session("001"), ACTIVITY, key) == ()
    assert first(program).edited is None


def test_the_record_of_an_edit_holds_no_text(program: Program) -> None:
    key, edits, session = an_activity(program, text="secret words"), program.services.timeline_edits, "001"
    changes = edits.edit_activity(program.session(session), key, 1, replace(now_says(program, key), text="other words"))
    record = program.database.read(lambda t: records.find(t, changes.record_id or 0))
    assert record is not None
    assert (record.operation, len(record.changes)) == (Operation.ADD_ACTIVITY, 1)
    assert "words" not in repr(record)


def test_what_was_planned_is_done_when_its_moment_is_edited(program: Program) -> None:
    key, edits = an_activity(program, at=START + timedelta(days=3)), program.services.timeline_edits
    profile = program.services.customers.profile(program.session("001"), customer(program))
    assert profile.contact.last is None
    assert profile.contact.planned is not None
    edits.edit_activity(program.session("001"), key, 1, replace(now_says(program, key), at=START))
    contact = program.services.customers.profile(program.session("001"), customer(program)).contact
    assert contact.planned is None
    assert contact.last is not None
    assert contact.last.at == START


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": "", "title": ""}, "text"),
        ({"text": "a\0b"}, "text"),
        ({"title": "\ud800"}, "title"),
        ({"text": "x" * (LONGEST_TEXT + 1)}, "text"),
        ({"type_id": 7}, "type"),
        ({"at": datetime(2026, 11, 20)}, "at"),
    ],
)
def test_what_cannot_be_stored_is_refused_at_its_field(program: Program, change: dict[str, object], field: str) -> None:
    key = an_activity(program)
    wrong: ActivityText = replace(now_says(program, key), **change)  # type: ignore[arg-type]
    with pytest.raises(Invalid) as refusal:
        program.services.timeline_edits.edit_activity(program.session("001"), key, 1, wrong)
    assert refusal.value.field == field
    assert first(program).version == 1


def test_what_is_not_there_or_in_another_company_is_not_found(program: Program) -> None:
    edits, note, activity = program.services.timeline_edits, a_note(program), an_activity(program)
    there = program.session("006")
    says, written = now_says(program, activity), NoteText("", "x", Restriction.INTERNAL, Audience.TEAM)
    acts: list[Callable[[], object]] = [
        lambda: edits.activity(there, activity),
        lambda: edits.edit_activity(there, activity, 1, says),
        lambda: edits.note(there, note),
        lambda: edits.edit_note(there, note, 1, written),
        lambda: edits.pin(there, note, pinned=True),
        lambda: edits.history(there, ACTIVITY, activity),
        lambda: edits.history(there, NOTE, note),
        lambda: edits.edit_note(program.session("001"), 7, 1, written),
        lambda: edits.history(program.session("001"), ACTIVITY, note),
    ]
    for act in acts:
        with pytest.raises(NotFound):
            act()


def test_any_text_is_kept_as_it_was_typed_also_as_a_former_one(program: Program) -> None:
    key, edits, session = a_note(program, text="0"), program.services.timeline_edits, program.session("001")
    texts = [text.strip() for text in naughty.strings()[::8] if text.strip()]
    for version, text in enumerate(texts, 1):
        edits.edit_note(session, key, version, NoteText("", text, Restriction.INTERNAL, Audience.TEAM))
    assert first(program).text == texts[-1]
    assert [r.text for r in reversed(edits.history(session, NOTE, key))] == ["0", *texts[:-1]]


# Pins


def test_a_pinned_note_stands_first_until_it_is_unpinned(program: Program) -> None:
    note, edits = a_note(program, text="allergic to wool"), program.services.timeline_edits
    an_activity(program, at=START + timedelta(days=3), text="comes again")
    an_activity(program)
    edits.pin(program.session("002"), note, pinned=True)
    page = program.services.timelines.page(program.session("001"), customer(program)).items
    assert [item.text for item in page] == ["allergic to wool", "comes again", "tried a coat"]
    assert page[0].is_pinned
    assert page[0].edited is None
    edits.pin(program.session("001"), note, pinned=False)
    page = program.services.timelines.page(program.session("001"), customer(program)).items
    assert [item.text for item in page] == ["comes again", "tried a coat", "allergic to wool"]


def test_a_note_is_pinned_once(program: Program) -> None:
    note, edits = a_note(program), program.services.timeline_edits
    assert edits.pin(program.session("001"), note, pinned=True).record_id is not None
    assert edits.pin(program.session("001"), note, pinned=True).record_id is None


# For whom a note is


def test_only_the_author_decides_for_whom_a_note_is(program: Program) -> None:
    note, edits = a_note(program), program.services.timeline_edits
    mine = NoteText("", "likes silk", Restriction.INTERNAL, Audience.PRIVATE)
    with pytest.raises(Invalid) as refusal:
        edits.edit_note(program.session("003"), note, 1, mine)
    assert refusal.value.field == "audience"
    edits.edit_note(program.session("001"), note, 1, mine)
    assert program.services.timelines.page(program.session("003"), customer(program)).items == ()


def test_what_a_note_said_in_private_is_not_told_to_the_team_later(program: Program) -> None:
    note, edits = a_note(program, text="whispered", audience=Audience.PRIVATE), program.services.timeline_edits
    said = NoteText("", "said aloud", Restriction.INTERNAL, Audience.TEAM)
    edits.edit_note(program.session("001"), note, 1, said)
    edits.edit_note(program.session("001"), note, 2, replace(said, text="shouted"))
    assert [r.text for r in edits.history(program.session("002"), NOTE, note)] == ["said aloud"]
    assert [r.text for r in edits.history(program.session("001"), NOTE, note)] == ["said aloud", "whispered"]


@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["001", "003"]), st.integers(1, 4), st.sampled_from("abc")), max_size=8))
def test_edits_by_two_in_any_order_lose_no_text(sqlite_program: Program, acts: list[tuple[str, int, str]]) -> None:
    program, edits = sqlite_program, sqlite_program.services.timeline_edits
    key = an_activity(program, text="a")
    said = ["a"]
    for number, version, text in acts:
        new = replace(now_says(program, key), text=text)
        if version == len(said) or text == said[-1]:
            edits.edit_activity(program.session(number), key, version, new)
            said += [text] if text != said[-1] else []
            continue
        with pytest.raises(EditedMeanwhile) as refusal:
            edits.edit_activity(program.session(number), key, version, new)
        assert (refusal.value.version, refusal.value.now.text) == (len(said), said[-1])
    former = [r.text for r in reversed(edits.history(program.session("001"), ACTIVITY, key))]
    assert [*former, now_says(program, key).text] == said
