"""Runs over mailboxes of Microsoft Graph: what they bring, and what happens when something goes wrong."""

import threading
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from clienteling.domain.enrichment import GRAPH, Consent, Enrichment, EnrichmentSettings, Match, Run, RunState
from clienteling.domain.errors import Invalid
from clienteling.domain.mailboxes import ConsentMissing, Part
from clienteling.services.engagement import graph_collector
from clienteling.services.engagement.mailbox_arrivals import Arrivals
from clienteling.services.engagement.mailbox_parts import Reading
from tests.support.clock import START
from tests.support.cloud.faults import refused, throttled
from tests.support.cloud.mailboxes import DEMO_COLLEAGUES, DEMO_GROUP, Mailbox, Post
from tests.support.cloud.world import GRAPH_CLIENT
from tests.support.engagement import give_address
from tests.support.linked import Linked

LATER = START + timedelta(hours=7)
KIM = "kim@acme.example"
LINDA, MARCO, SOFIA = DEMO_COLLEAGUES
SETTINGS = EnrichmentSettings("Office", "Office", (), ("boutique.example",), Match.ADDRESS, GRAPH, chosen=(DEMO_GROUP,))


@dataclass
class Mailing:
    """The small company with three mailboxes, in which nothing is but what a test puts there."""

    linked: Linked
    enrichment: Enrichment
    post: Post

    def run(self, at: datetime = LATER, **options: Any) -> Run:
        return self.linked.program.services.engagement.runs.run(None, self.enrichment.id, now=at, **options)

    def numbers(self) -> tuple[int, int, int, int]:
        """Mails to and from Kim, meetings with her, and our people in those."""
        program = self.linked.program
        key = program.company.customers["C-0001"]
        shown = program.services.engagement.results.of_customer(program.session("001"), key)
        if shown is None:
            return 0, 0, 0, 0
        return shown.year.mails_to, shown.year.mails_from, shown.year.meetings, shown.year.our_meeting_people

    def box(self, address: str) -> Mailbox:
        return next(box for box in self.post.boxes.values() if box.address == address)

    def calls(self, text: str) -> int:
        return sum(text in request.path for request in self.linked.cloud.world.calls)


@pytest.fixture
def mailing(linked: Linked) -> Mailing:
    linked.enter_graph(START)
    give_address(linked.program, "C-0001", KIM)
    engagement = linked.program.services.engagement
    engagement.enrichments.save(None, SETTINGS, agreed=True, consent=Consent.GRANTED, legal_entity="USMF")
    world = linked.cloud.world
    world.mailboxes = {f"id-{number}": Mailbox(f"id-{number}", a) for number, a in enumerate(DEMO_COLLEAGUES)}
    world.groups[DEMO_GROUP] = list(world.mailboxes)
    post = Post(world.mailboxes)
    post.mail(START - timedelta(days=40), LINDA, [KIM], copied=[MARCO], conversation="c")
    post.mail(START - timedelta(days=39), KIM, [LINDA, MARCO], conversation="c")
    post.meeting(START - timedelta(days=10), MARCO, [KIM, LINDA], room="salon@boutique.example")
    return Mailing(linked, engagement.enrichments.find(None, None), post)


def test_a_run_brings_what_is_in_the_mailboxes_of_a_group_each_mail_once(mailing: Mailing) -> None:
    ended = mailing.run()
    assert (ended.state, ended.problem, ended.mails, ended.meetings) == (RunState.SUCCESSFUL, "", 2, 1)
    assert mailing.numbers() == (1, 1, 1, 2)
    engagement = mailing.linked.program.services.engagement
    assert engagement.results.users(None, mailing.enrichment.id) == ("id-0", "id-1", "id-2")


def test_an_answer_is_known_whatever_mailboxes_the_two_mails_are_read_from(mailing: Mailing) -> None:
    mailing.box(LINDA).remove(f"{mailing.box(LINDA).id}-inbox-2")
    mailing.box(MARCO).remove(f"{mailing.box(MARCO).id}-inbox-1")
    mailing.run()
    program = mailing.linked.program
    shown = program.services.engagement.results.of_customer(program.session("001"), program.company.customers["C-0001"])
    assert shown is not None
    assert shown.year.reply_hours == 24


def test_what_counts_for_nothing_is_left_out(mailing: Mailing) -> None:
    box, at = mailing.box(LINDA), START - timedelta(days=5)
    for key in (mailing.post.mail(at, LINDA, [KIM]) for _ in range(2)):
        (mail,) = (one for one in box.folder("sentitems") if one.message == key)
        odd = replace(mail, is_draft=True) if "5" in key else replace(mail, is_invitation=True)
        box.folders["sentitems"][mail.id] = odd
    for change in ({"is_cancelled": True}, {"is_all_day": True}):
        uid = mailing.post.meeting(at, LINDA, [KIM])
        key = next(key for key, one in box.meetings.items() if one.uid == uid)
        box.meetings[key] = replace(box.meetings[key], **change)  # type: ignore[arg-type]
    mailing.run()
    assert mailing.numbers() == (1, 1, 1, 2)


def test_the_next_run_asks_for_what_has_changed_only(mailing: Mailing) -> None:
    mailing.linked.cloud.world.page_size = 1
    mailing.run()
    lists = mailing.calls("/messages") - mailing.calls("/delta")
    mailing.post.mail(LATER + timedelta(days=1), KIM, [SOFIA])
    mailing.run(LATER + timedelta(days=2))
    assert mailing.calls("/messages") - mailing.calls("/delta") == lists
    assert mailing.numbers() == (1, 2, 1, 2)


def test_a_meeting_that_moved_counts_once_and_one_that_is_gone_not_at_all(mailing: Mailing) -> None:
    mailing.run()
    for box in (mailing.box(LINDA), mailing.box(MARCO)):
        (key,) = box.meetings
        old = box.meetings[key]
        box.meetings[key] = replace(old, start=old.start.replace("-10T", "-12T"), end=old.end.replace("-10T", "-12T"))
    mailing.run(LATER + timedelta(days=1))
    assert mailing.numbers()[2:] == (1, 2)
    # It is in two calendars: gone from one, it is still a meeting.
    mailing.box(LINDA).meetings.clear()
    mailing.run(LATER + timedelta(days=2))
    assert mailing.numbers()[2:] == (1, 2)
    mailing.box(MARCO).meetings.clear()
    mailing.run(LATER + timedelta(days=3))
    assert mailing.numbers() == (1, 1, 0, 0)


def test_a_meeting_with_other_people_is_counted_with_those(mailing: Mailing) -> None:
    mailing.run()
    for box in (mailing.box(LINDA), mailing.box(MARCO)):
        (key,) = box.meetings
        box.meetings[key] = replace(box.meetings[key], attendees=(KIM,))
    mailing.run(LATER + timedelta(days=1))
    assert mailing.numbers()[2:] == (1, 1)


def test_a_mail_that_is_deleted_everywhere_is_taken_back(mailing: Mailing) -> None:
    mailing.run()
    mailing.post.mail(LATER + timedelta(hours=1), KIM, [LINDA, SOFIA])
    mailing.run(LATER + timedelta(days=1))
    assert mailing.numbers()[1] == 2
    for address, expected in ((LINDA, 2), (SOFIA, 1)):
        box = mailing.box(address)
        box.remove(max(box.folders["inbox"], key=lambda key: box.folders["inbox"][key].received))
        mailing.run(LATER + timedelta(days=2 if address == LINDA else 3))
        assert mailing.numbers()[1] == expected


def test_mail_counts_wherever_it_is_filed_until_its_folder_is_gone(mailing: Mailing) -> None:
    box = mailing.box(SOFIA)
    box.make("archive", "")
    for folder, parent in (("key accounts", "inbox"), ("acme", "key accounts"), ("2026", "archive")):
        box.make(folder, parent)
    for number, folder in enumerate(("key accounts", "acme", "archive", "2026")):
        mailing.post.mail(START - timedelta(days=20 + number), KIM, [SOFIA])
        box.move(max(box.folders["inbox"]), folder)
    assert mailing.run().state is RunState.SUCCESSFUL
    assert mailing.numbers() == (1, 5, 1, 2)
    mailing.post.mail(LATER + timedelta(hours=1), KIM, [SOFIA])
    mailing.run(LATER + timedelta(days=1))
    box.move(max(box.folders["inbox"]), "acme")
    mailing.run(LATER + timedelta(days=2))
    assert mailing.numbers() == (1, 6, 1, 2)
    del box.folders["acme"], box.parents["acme"]
    ended = mailing.run(LATER + timedelta(days=3))
    assert (ended.state, ended.problem) == (RunState.SUCCESSFUL, "")
    assert mailing.numbers() == (1, 4, 1, 2)


def test_changes_that_are_known_no_more_have_all_read_again_and_what_is_gone_withdrawn(mailing: Mailing) -> None:
    mailing.run()
    mailing.linked.cloud.world.tokens_since += 1
    for address in (LINDA, MARCO):
        mailing.box(address).remove(f"{mailing.box(address).id}-inbox-2")
    mailing.post.mail(LATER + timedelta(hours=1), LINDA, [KIM])
    ended = mailing.run(LATER + timedelta(days=1))
    assert ended.state is RunState.SUCCESSFUL
    assert mailing.numbers() == (2, 0, 1, 2)


def test_a_pause_on_every_third_call_makes_a_run_slower_and_nothing_else(mailing: Mailing) -> None:
    mailing.linked.cloud.faults.put("graph", replace(throttled(0.01), every=3))
    assert mailing.run().state is RunState.SUCCESSFUL
    assert mailing.numbers() == (1, 1, 1, 2)


def test_a_long_pause_can_be_cancelled(mailing: Mailing) -> None:
    mailing.linked.cloud.faults.put("graph", throttled(3000, path="/messages"))
    asked = threading.Event()

    def is_cancelled() -> bool:
        if mailing.calls("/messages"):
            asked.set()
        return asked.is_set()

    assert mailing.run(cancelled=is_cancelled).state is RunState.CANCELED
    mailing.linked.cloud.faults.clear()
    assert mailing.run().state is RunState.SUCCESSFUL


def test_a_deleted_mailbox_is_told_and_the_others_count(mailing: Mailing) -> None:
    mailing.run()
    mailing.box(LINDA).is_deleted = True
    mailing.box(SOFIA).is_refused = True
    mailing.post.mail(LATER + timedelta(hours=1), KIM, [MARCO])
    ended = mailing.run(LATER + timedelta(days=1))
    assert ended.state is RunState.SUCCESSFUL
    assert "2 of 3 mailboxes" in ended.problem
    assert mailing.numbers() == (1, 2, 1, 2)


def test_consent_that_is_revoked_during_a_run_ends_it_and_it_goes_on_when_it_is_back(mailing: Mailing) -> None:
    world = mailing.linked.cloud.world
    world.page_size = 1

    def revoked() -> bool:
        if mailing.calls("/messages") >= 4:
            world.graph_readers.clear()
        return False

    ended = mailing.run(cancelled=revoked)
    assert (ended.state, "has not agreed" in ended.problem) == (RunState.FAILED, True)
    world.graph_readers.add(GRAPH_CLIENT)
    enrichments = mailing.linked.program.services.engagement.enrichments
    assert enrichments.find(None, None).consent is Consent.REQUESTED  # there never was any
    enrichments.grant_consent(None, mailing.enrichment.id)
    assert mailing.run(LATER + timedelta(hours=1)).state is RunState.SUCCESSFUL
    assert mailing.numbers() == (1, 1, 1, 2)


@pytest.mark.parametrize("by", ["Graph", "Entra ID"])
def test_consent_that_the_tenant_takes_back_is_taken_back_here_and_what_was_found_stays(
    mailing: Mailing, by: str
) -> None:
    services, entity = mailing.linked.program.services, mailing.linked.entity
    choices = services.relationships.choices
    choices.enable(None, entity, licence=True)
    choices.consent(None, entity)
    mailing.run()
    if by == "Graph":
        mailing.linked.cloud.world.graph_readers.clear()
    else:
        refusal = {"error": "invalid_grant", "error_description": "AADSTS65001: -", "error_codes": [65001]}
        mailing.linked.cloud.faults.put("entra", refused(400, refusal, path="/token"))
    ended = mailing.run(LATER + timedelta(days=7))
    assert (ended.state, "agrees no more" in ended.problem) == (RunState.FAILED, True)
    found = services.engagement.enrichments.find(None, None)
    assert (found.consent, found.next_run) == (Consent.WITHDRAWN, None)
    chosen = choices.overview(None, entity).chosen
    assert (chosen.consent_at, chosen.revoked_at is None) == (None, False)
    assert mailing.numbers() == (1, 1, 1, 2)
    assert services.engagement.runs.due(LATER + timedelta(days=70)) == ()


def test_mails_that_come_while_the_year_is_read_are_neither_lost_nor_counted_twice(
    mailing: Mailing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those that the service dates before the run began: this machine's clock is two hours fast."""
    take, linda = Reading.take, mailing.box(LINDA).id

    def takes(self: Reading, page: Any) -> None:
        take(self, page)
        if self.is_whole and self.position.mailbox == linda and self.position.part == Part.INBOX:
            mailing.post.mail(LATER - timedelta(hours=2), KIM, [LINDA])
            mailing.post.mail(LATER - timedelta(hours=1), KIM, [LINDA, SOFIA])

    monkeypatch.setattr(Reading, "take", takes)
    assert mailing.run().state is RunState.SUCCESSFUL
    assert mailing.numbers() == (1, 3, 1, 2)
    mailing.run(LATER + timedelta(days=7))
    assert mailing.numbers() == (1, 3, 1, 2)


def test_changes_that_are_lost_again_and_again_end_the_run_and_it_is_tried_again(mailing: Mailing) -> None:
    gone = refused(410, {"error": {"code": "syncStateNotFound", "message": "-"}}, path="/delta")
    mailing.linked.cloud.faults.put("graph", gone)
    ended = mailing.run()
    assert (ended.state, "not know any more" in ended.problem) == (RunState.FAILED, True)
    mailing.linked.cloud.faults.clear()
    assert mailing.run(LATER + timedelta(hours=1)).state is RunState.SUCCESSFUL
    assert mailing.numbers() == (1, 1, 1, 2)


def test_a_service_that_wants_a_long_pause_is_left_alone_for_so_long(mailing: Mailing) -> None:
    mailing.linked.cloud.faults.put("graph", throttled(2 * 3600, path="/groups"))
    ended = mailing.run()
    found = mailing.linked.program.services.engagement.enrichments.find(None, None)
    assert (ended.state, found.next_run) == (RunState.FAILED, LATER + timedelta(hours=2))


@pytest.mark.parametrize("at", ["before the pool", "between pool and position", "after the position"])
def test_a_run_that_is_killed_goes_on_where_it_was(mailing: Mailing, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    monkeypatch.setattr(graph_collector, "_STORED_AT_ONCE", 1)
    mailing.linked.cloud.world.page_size = 1
    stores = iter(range(100))
    change, store = Arrivals._change_pool, Arrivals.store

    def killed_changing(self: Arrivals, found: Any) -> None:
        number = next(stores)
        if number == 3 and at == "before the pool":
            raise KeyboardInterrupt
        change(self, found)
        if number == 3 and at == "between pool and position":
            raise KeyboardInterrupt

    def killed_after(self: Arrivals, arrivals: Any) -> None:
        store(self, arrivals)
        if at == "after the position" and next(stores) > 6:
            raise KeyboardInterrupt

    monkeypatch.setattr(Arrivals, "_change_pool", killed_changing)
    monkeypatch.setattr(Arrivals, "store", killed_after)
    with pytest.raises(KeyboardInterrupt):
        mailing.run()
    monkeypatch.setattr(Arrivals, "_change_pool", change)
    monkeypatch.setattr(Arrivals, "store", store)
    before = mailing.calls("/calendarView")
    assert mailing.run(LATER + timedelta(hours=1)).state is RunState.SUCCESSFUL
    assert mailing.numbers() == (1, 1, 1, 2)
    assert mailing.calls("/calendarView") - before <= 3


def test_too_few_addresses_after_resolution_end_the_run(mailing: Mailing) -> None:
    mailing.linked.cloud.world.groups[DEMO_GROUP] = ["id-0"]
    ended = mailing.run()
    assert (ended.state, "There are 1 addresses" in ended.problem) == (RunState.FAILED, True)
    service = mailing.linked.program.services.engagement.mailboxes
    with pytest.raises(Invalid) as refused:
        service.resolve_checked(None, mailing.linked.entity, [DEMO_GROUP])
    assert refused.value.field == "addresses"


def test_groups_and_people_are_resolved_once_each(mailing: Mailing) -> None:
    service = mailing.linked.program.services.engagement.mailboxes
    mailing.linked.cloud.world.page_size = 2
    found = service.resolve(None, mailing.linked.entity, [DEMO_GROUP, LINDA.upper(), "nobody@boutique.example"])
    assert [one.address for one in found.colleagues] == [LINDA, MARCO, SOFIA]
    assert (dict(found.groups), found.unknown) == ({DEMO_GROUP: 3}, ("nobody@boutique.example",))


def test_somebody_is_found_by_the_address_that_mail_goes_to_and_not_only_by_the_account(mailing: Mailing) -> None:
    mailing.box(LINDA).account = "l.berg@boutique.onmicrosoft.example"
    service = mailing.linked.program.services.engagement.mailboxes
    found = service.resolve(None, mailing.linked.entity, [LINDA])
    assert ([one.address for one in found.colleagues], dict(found.names)) == ([LINDA], {LINDA: "Linda"})


def test_the_directory_is_searched_and_says_who_may_have_been_meant(mailing: Mailing) -> None:
    mailing.box(SOFIA).name = "Zofija Bērziņa"
    service, entity = mailing.linked.program.services.engagement.mailboxes, mailing.linked.entity
    assert [one.address for one in service.search(None, entity, "bēr")] == [SOFIA]
    assert [(one.address, one.is_group) for one in service.search(None, entity, 'adv"')] == [(DEMO_GROUP, True)]
    assert service.search(None, entity, '"\\') == ()
    mistyped = ["lidna@boutique.example", "marco@boutqiue.example", "advisers@boutique.example", "x@far.example"]
    meant = service.resolve(None, entity, mistyped).nearest
    assert dict(meant) == dict(zip(mistyped, (LINDA, MARCO, DEMO_GROUP), strict=False))


def test_consent_is_asked_of_graph_and_by_a_mail_to_the_administrator(mailing: Mailing) -> None:
    service, entity = mailing.linked.program.services.engagement.mailboxes, mailing.linked.entity
    service.check_consent(None, entity, LINDA)
    request = service.consent_request(None, entity)
    assert f"/adminconsent?client_id={GRAPH_CLIENT}" in request.url
    assert request.url in request.text
    assert "Mail.ReadBasic.All" in request.text
    met = {one.name: one.is_met for one in service.prerequisites(None, entity, LINDA)}
    assert list(met.values()) == [True] * 6
    mailing.linked.cloud.world.graph_readers.clear()
    with pytest.raises(ConsentMissing):
        service.check_consent(None, entity, LINDA)
    reasons = [one for one in service.prerequisites(None, entity, LINDA) if one.is_met is False]
    assert ["has not agreed" in one.reason for one in reasons] == [True]


def test_no_subject_and_no_text_is_asked_for(mailing: Mailing) -> None:
    mailing.run()
    asked = [request for request in mailing.linked.cloud.world.calls if "graph." in request.host]
    assert asked
    assert all("subject" not in str(r.query).lower() and "body" not in str(r.query).lower() for r in asked)
