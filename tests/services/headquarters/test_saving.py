"""Saving items at headquarters: checked, waiting or published, and what stands in the way."""

from dataclasses import replace

import pytest

from clienteling.domain.attribute import AttributeType, DisplayControl
from clienteling.domain.configuration.company import ActivityType, CommerceParameters, NumberSequence
from clienteling.domain.configuration.configuration import (
    ChangedMeanwhile,
    InUse,
    InvalidConfiguration,
    LockedOut,
)
from clienteling.domain.configuration.item import ConfirmationNeeded, Item
from clienteling.domain.configuration.people import OperationSettings, PermissionGroup, Worker
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, FilterSettings, Member
from clienteling.domain.configuration.retailer import LegalEntity, Register, Store
from clienteling.domain.configuration.schedule import Mode, Schedule
from clienteling.domain.configuration.sections import Job
from clienteling.domain.errors import NotAllowed
from clienteling.domain.follow_up import DEFAULT_RULES
from clienteling.domain.operations import Operation
from clienteling.services.headquarters.headquarters import Saved
from tests.support.program import Program

ADA = "009"


def item(program: Program, section: str, key: str) -> Item:
    found = program.services.headquarters.item(None, section, key)
    assert found is not None
    return found


def attribute(program: Program, name: str) -> Attribute:
    found = item(program, "attributes", name)
    assert isinstance(found, Attribute)
    return found


def save(program: Program, section: str, changed: Item, opened: Item | None = None) -> Saved:
    return program.services.headquarters.save(None, section, changed, opened)


def refused(program: Program, section: str, changed: Item, opened: Item | None = None) -> list[tuple[str, str]]:
    """The fields that are wrong with what is said there; nothing is stored."""
    before = program.services.headquarters.configuration(None)
    with pytest.raises(InvalidConfiguration) as refusal:
        save(program, section, changed, opened)
    assert program.services.headquarters.configuration(None) == before
    return [(finding.field, finding.problem.message) for finding in refusal.value.findings]


def wait_by_hand(program: Program, *jobs: Job) -> None:
    for job in jobs:
        program.services.distribution.set_schedule(None, job, Schedule(Mode.BY_HAND))


def test_what_is_saved_is_at_the_tills_at_once_and_recorded_field_by_field(program: Program) -> None:
    ada = program.session(ADA)
    opened = attribute(program, "Size")
    saved = program.services.headquarters.save(ada, "attributes", replace(opened, unit="UK"), opened)
    assert saved.published == (Job.PRODUCTS,)
    definitions = program.services.books.definitions(program.session("001"))
    assert [d.attribute.unit for d in definitions if d.attribute.name == "Size"] == ["UK"]
    lines = program.services.audit.lines(program.session("003"))
    assert ("Attributes: Size: unit", "EU", "UK") in [(line.subject, line.before, line.after) for line in lines]


def test_what_waits_is_seen_at_headquarters_and_not_by_tills(program: Program) -> None:
    wait_by_hand(program, Job.GLOBAL_CONFIGURATION)
    till, hq = program.session("001"), program.services.headquarters
    fitting = ActivityType("USMF", "fitting", "Fitting", "ruler", 9)
    assert hq.save(program.session(ADA), "activity_types", fitting).published == ()
    assert item(program, "activity_types", fitting.key) == fitting
    (waiting,) = hq.waiting(None)
    assert (waiting.item, waiting.worker) == (fitting, "Ada Boss")
    assert "fitting" not in {kind.code for kind in program.services.timelines.activity_types(till)}
    program.services.distribution.run(program.session(ADA), [Job.GLOBAL_CONFIGURATION])
    assert "fitting" in {kind.code for kind in program.services.timelines.activity_types(till)}
    assert hq.waiting(None) == ()


def test_what_is_put_back_as_tills_have_it_waits_no_more(program: Program) -> None:
    wait_by_hand(program, Job.PRODUCTS)
    opened = attribute(program, "Size")
    changed = replace(opened, unit="UK")
    save(program, "attributes", changed, opened)
    assert len(program.services.headquarters.waiting(None)) == 1
    save(program, "attributes", opened, changed)
    assert program.services.headquarters.waiting(None) == ()


def test_what_waits_can_be_thrown_away(program: Program) -> None:
    wait_by_hand(program, Job.PRODUCTS)
    opened = attribute(program, "Size")
    save(program, "attributes", replace(opened, unit="UK"), opened)
    program.services.headquarters.discard(None, "attributes", "Size")
    assert attribute(program, "Size") == opened


def test_the_second_of_two_administrators_sees_what_the_first_saved_and_chooses(program: Program) -> None:
    opened = attribute(program, "Size")
    theirs, mine = replace(opened, unit="UK"), replace(opened, unit="US")
    program.services.headquarters.save(program.session(ADA), "attributes", theirs, opened)
    with pytest.raises(ChangedMeanwhile) as conflict:
        save(program, "attributes", mine, opened)
    assert (conflict.value.theirs, conflict.value.worker) == (theirs, "Ada Boss")
    assert conflict.value.at is not None
    save(program, "attributes", mine, opened=theirs)
    assert attribute(program, "Size") == mine


def test_two_new_items_of_one_key_meet_as_well(program: Program) -> None:
    wait_by_hand(program, Job.GLOBAL_CONFIGURATION)
    mine = ActivityType("USMF", "fitting", "Fitting")
    program.services.headquarters.save(program.session(ADA), "activity_types", replace(mine, name="Theirs"))
    with pytest.raises(ChangedMeanwhile, match="Ada Boss changed it"):
        save(program, "activity_types", mine)


def test_what_was_deleted_meanwhile_says_so(program: Program) -> None:
    group = AttributeGroup("Spare", (Member("Secret", 1),))
    save(program, "attribute_groups", group)
    program.services.headquarters.delete(None, "attribute_groups", group)
    with pytest.raises(ChangedMeanwhile, match="deleted while you") as conflict:
        save(program, "attribute_groups", replace(group, members=()), group)
    assert conflict.value.theirs is None


def test_only_who_may_set_up_saves(program: Program) -> None:
    opened = attribute(program, "Size")
    with pytest.raises(NotAllowed):
        program.services.headquarters.save(program.session("003"), "attributes", replace(opened, unit="UK"), opened)


@pytest.mark.parametrize(
    ("section", "key", "where"),
    [
        ("attributes", "Brand", ["Attribute groups: “Client book”", "values of customers ("]),
        ("attribute_groups", "Client book", ["Commerce parameters: “DEMF”, “USMF”"]),
        ("measures", "Churn", ["Commerce parameters: “USMF”"]),
        ("stores", "S01", ["Registers: “S01/1 ", "Workers: “001 Anna Ozola”"]),
        ("legal_entities", "DEMF", ["Stores: “B01 Berlin”", "Number sequences: “DEMF/client_book”", "customers ("]),
        ("permission_groups", "associate", ["Workers: “001 Anna Ozola”"]),
        ("workers", "001", ["client books (1)"]),
        ("number_sequences", "USMF/client_book", ["Commerce parameters: “USMF”"]),
        ("address_books", "S01", ["Stores: “S01 North”", "customers (24)"]),
    ],
)
def test_what_is_in_use_stays_and_says_where(sqlite_program: Program, section: str, key: str, where: list[str]) -> None:
    opened = item(sqlite_program, section, key)
    with pytest.raises(InUse) as refusal:
        sqlite_program.services.headquarters.delete(None, section, opened)
    uses = [use.message for use in refusal.value.uses]
    assert all(any(use.startswith(beginning) for use in uses) for beginning in where), uses
    assert sqlite_program.services.headquarters.where_used(None, section, key) == refusal.value.uses
    assert item(sqlite_program, section, key) == opened


def test_what_nobody_uses_is_deleted(program: Program) -> None:
    made: list[tuple[str, Item]] = [
        ("legal_entities", LegalEntity("FRMF", "Contoso FR", "EUR", "FR")),
        ("stores", Store("F01", "Paris", "FRMF", "Paris", "FR", "Europe/Paris", ("S01",), ("S01",))),
        ("registers", Register("F01", "1", "Caisse")),
        ("permission_groups", PermissionGroup("guest", "Guests", (602,))),
        ("workers", Worker("050", "Ana Nova", "guest", stores=("F01",))),
        ("activity_types", ActivityType("FRMF", "visit", "Visite")),
        ("number_sequences", NumberSequence("spare", "F-###", "FRMF")),
        ("attributes", Attribute("Spare", AttributeType.TEXT)),
    ]
    for section, new in made:
        save(program, section, new)
        assert item(program, section, new.key) == new
    assert len(rules_of(program, "FRMF")) == len(DEFAULT_RULES)
    for section, new in reversed(made):
        program.services.headquarters.delete(None, section, new)
        assert program.services.headquarters.item(None, section, new.key) is None
    assert program.services.headquarters.item(None, "parameters", "FRMF") is None
    assert rules_of(program, "FRMF") == []


def rules_of(program: Program, legal_entity: str) -> list[str]:
    return [
        r.key for r in program.services.headquarters.items(None, "follow_up_rules") if r.key.startswith(legal_entity)
    ]


def test_the_last_administrator_stays(program: Program) -> None:
    opened = item(program, "permission_groups", "administrator")
    assert isinstance(opened, PermissionGroup)
    less = replace(opened, operations=tuple(o for o in opened.operations if o != int(Operation.SET_UP)))
    ada = item(program, "workers", ADA)
    assert isinstance(ada, Worker)
    for section, changed, was in (
        ("permission_groups", less, opened),
        ("workers", replace(ada, blocked=True), ada),
        ("workers", replace(ada, group="manager"), ada),
        ("workers", replace(ada, stores=()), ada),
    ):
        with pytest.raises(LockedOut):
            save(program, section, changed, was)
    assert item(program, "permission_groups", "administrator") == opened


def test_filter_settings_come_before_can_be_refined(sqlite_program: Program) -> None:
    opened = attribute(sqlite_program, "Secret")
    said = "Confirm the filter settings first; then it can be refined."
    assert refused(sqlite_program, "attributes", replace(opened, can_be_refined=True), opened) == [
        ("can_be_refined", said)
    ]
    confirmed = replace(opened, filter=FilterSettings(DisplayControl.LIST))
    save(sqlite_program, "attributes", confirmed, opened)
    assert attribute(sqlite_program, "Secret") == confirmed
    me = sqlite_program.session("001")

    def offered() -> bool:
        definitions = sqlite_program.services.books.definitions(me)
        return any(d.attribute.name == "Secret" and d.attribute.filter is not None for d in definitions)

    assert not offered()
    save(sqlite_program, "attributes", replace(confirmed, can_be_refined=True), confirmed)
    assert offered()


def test_a_type_changes_only_if_every_value_converts_and_says_what_will_happen(program: Program) -> None:
    visits = attribute(program, "Visits")
    brand = attribute(program, "Brand")
    ((field, said), *_) = refused(
        program,
        "attributes",
        replace(brand, type=AttributeType.INTEGER, options=(), filter=None, can_be_refined=False),
        brand,
    )
    assert (field, "do not convert" in said) == ("type", True)
    changed = replace(visits, type=AttributeType.DECIMAL)
    with pytest.raises(ConfirmationNeeded, match="change from integer to decimal") as asked:
        save(program, "attributes", changed, visits)
    assert "→" in asked.value.remarks[0].message
    program.services.headquarters.save(None, "attributes", changed, visits, confirmed=True)
    assert attribute(program, "Visits") == changed
    as_text = replace(changed, type=AttributeType.TEXT)
    program.services.headquarters.save(None, "attributes", as_text, changed, confirmed=True)
    with program.database.engine.connect() as connection:
        stored = connection.exec_driver_sql(
            "SELECT v.text, v.number FROM customer_attribute v JOIN attribute a ON a.id = v.attribute_id"
            " WHERE a.name = 'Visits'"
        ).all()
    assert stored
    assert all(text.isdecimal() and number is None for text, number in stored)


def test_a_missing_translation_is_said_before_anything_is_stored(sqlite_program: Program) -> None:
    worker = item(sqlite_program, "workers", "001")
    assert isinstance(worker, Worker)
    save(sqlite_program, "workers", replace(worker, language="lv"), worker)
    new = Attribute("Ring size", AttributeType.DECIMAL)
    with pytest.raises(ConfirmationNeeded, match="“Ring size” has no name in lv") as asked:
        save(sqlite_program, "attributes", new)
    assert len(asked.value.remarks) == 1
    save(sqlite_program, "attributes", replace(new, labels={"lv": "Gredzena izmērs"}))
    with pytest.raises(ConfirmationNeeded, match="“USMF/call” has no name in lv"):
        save(sqlite_program, "activity_types", ActivityType("USMF", "call", "Call"))
    brand = attribute(sqlite_program, "Brand")
    save(sqlite_program, "attributes", replace(brand, unit="x"), brand)  # missing before: not asked again
    with pytest.raises(ConfirmationNeeded, match="no name in lv"):
        save(sqlite_program, "attributes", replace(new, labels={}, options=()), attribute(sqlite_program, "Ring size"))


def test_a_new_customer_begins_with_the_defaults(sqlite_program: Program) -> None:
    brand, vip = attribute(sqlite_program, "Brand"), attribute(sqlite_program, "VIP")
    save(sqlite_program, "attributes", replace(brand, default="contoso"), brand)
    save(sqlite_program, "attributes", replace(vip, default="no"), vip)
    changes, session = sqlite_program.services.customer_changes, sqlite_program.session("001")
    form = changes.form(session)
    assert form.draft.values == {"Brand": "Contoso", "VIP": "no"}
    saved = changes.create(session, replace(form.draft, first_name="Ilze"))
    assert changes.form(session, saved.customer.id).draft.values == form.draft.values


def test_a_shared_number_sequence_serves_several_legal_entities(program: Program) -> None:
    save(program, "number_sequences", NumberSequence("books", "&-##"))
    for code in ("USMF", "DEMF"):
        parameters = item(program, "parameters", code)
        assert isinstance(parameters, CommerceParameters)
        save(program, "parameters", replace(parameters, client_book_identifier="books"), parameters)
        assert item(program, "parameters", code) == replace(parameters, client_book_identifier="books")
    program.services.book_changes.add(program.session("003"), [program.company.customers["C-0024"]])
    program.services.book_changes.add(program.session("007"), [program.company.customers["DEMF D-0008"]])
    with program.database.engine.connect() as connection:
        codes = connection.exec_driver_sql("SELECT code FROM client_book").scalars().all()
    assert {"A-01", "A-02"} <= set(codes)


def test_items_of_other_jobs_are_waited_for(program: Program) -> None:
    wait_by_hand(program, Job.GLOBAL_CONFIGURATION)
    save(program, "stores", Store("S09", "West", "USMF", customer_address_books=("S01",)))
    saved = save(program, "registers", Register("S09", "1", "Till"))
    assert saved.published == ()
    assert [w.section for w in program.services.headquarters.waiting(None)] == ["registers", "stores"]
    # It keeps nothing else from the tills.
    assert save(program, "attributes", Attribute("Spare", AttributeType.TEXT)).published == (Job.PRODUCTS,)
    with pytest.raises(InvalidConfiguration, match="There is no “S09”"):
        program.services.distribution.run(None, [Job.REGISTERS])
    program.services.distribution.run(None)
    assert program.services.headquarters.waiting(None) == ()
    assert "S09" in {register.store.code for register in program.services.sign_in.registers()}


def test_a_deletion_waits_until_tills_do_not_need_it_any_more(program: Program) -> None:
    hq, spare = program.services.headquarters, Attribute("Spare", AttributeType.TEXT)
    group = AttributeGroup("New", (Member("Spare", 1),))
    save(program, "attributes", spare)
    save(program, "attribute_groups", group)
    wait_by_hand(program, Job.CATALOG)
    save(program, "attribute_groups", replace(group, members=()), group)
    assert hq.delete(None, "attributes", spare).published == ()
    assert hq.item(None, "attributes", "Spare") is None
    program.services.distribution.run(None)
    assert "Spare" not in hq.view(None).live.items("attributes")


def test_workers_have_the_address_books_of_their_stores_or_their_own(program: Program) -> None:
    anna = item(program, "workers", "001")
    assert isinstance(anna, Worker)
    assert anna.address_books == ()
    own = replace(anna, address_books=("S02",))
    save(program, "workers", own, anna)
    assert item(program, "workers", "001") == own
    south = item(program, "stores", "S01")
    assert isinstance(south, Store)
    save(program, "stores", replace(south, employee_address_books=("S01", "B01")), south)
    assert item(program, "workers", "001") == own
    jens = item(program, "workers", "002")
    assert isinstance(jens, Worker)
    assert jens.address_books == ()  # he follows his store


def test_an_operation_can_be_for_everybody_or_without_override(program: Program) -> None:
    anna = program.session("001")
    settings = item(program, "operations", "9010")
    assert isinstance(settings, OperationSettings)
    assert Operation.SHARE_VIEW in program.services.operations.forbidden(anna)
    save(program, "operations", replace(settings, check_user_access=False), settings)
    assert Operation.SHARE_VIEW not in program.services.operations.forbidden(anna)
    assert refused(
        program, "operations", OperationSettings(9006, check_user_access=False), OperationSettings(9006)
    ) == [("check_user_access", "This operation cannot be for everybody.")]
