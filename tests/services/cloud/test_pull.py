"""The pull: values with their time, only what changed is written, and a stop loses nothing."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from clienteling.database import attributes, engagement
from clienteling.database.engine import Transaction
from clienteling.database.imports import values as values_of
from clienteling.domain.activity import TimelineKind
from clienteling.domain.cloud_state import PULL_HELD, PullState
from clienteling.domain.enrichment import EnrichmentSettings, Match
from clienteling.domain.errors import Conflict, Problem
from clienteling.services.cloud import pull as pulling
from tests.support.clock import Clock
from tests.support.cloud.faults import Fault, Way, throttled
from tests.support.linked import Linked

EVALUATED = datetime(2026, 11, 28, 21, 40, tzinfo=UTC)


def values(linked: Linked, account: str) -> dict[str, tuple[object, datetime]]:
    """The measures of a customer by name."""
    key = linked.program.company.customers[account]

    def read(transaction: object) -> dict[str, tuple[object, datetime]]:
        known = attributes.chosen_measures(transaction, linked.entity.id)  # type: ignore[arg-type]
        found = attributes.measure_values(transaction, [key], known)  # type: ignore[arg-type]
        return {m.name: found[(key, m.id)] for m in known if (key, m.id) in found}

    return linked.program.database.read(read)


def count(linked: Linked, what: str) -> int:
    found = linked.program.database.read(lambda t: t.execute(text(f"SELECT count(*) FROM {what}")).scalar_one())
    return int(found)


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of four, so that some dozen customers are many of them."""
    monkeypatch.setattr(pulling, "BATCH", 4)
    monkeypatch.setattr(pulling, "_READ_AT_ONCE", 12)
    monkeypatch.setattr(pulling, "_WRITTEN_AT_ONCE", 1)


def test_values_arrive_with_their_time(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    state = linked.clouds.pull.run(None, linked.entity)
    assert (state.done, state.total, state.unknown) == (25, 25, 0)
    found = values(linked, "C-0003")
    assert float(str(found["ChurnProbability"][0])) == 0.11
    assert found["NextBestAction"] == ("Call", EVALUATED)
    scores = count(linked, "engagement_score WHERE score = 3")
    assert scores == 1


def test_a_second_pull_writes_nothing(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    first = linked.clouds.pull.run(None, linked.entity)
    records = count(linked, "record")
    second = linked.clouds.pull.run(None, linked.entity)
    assert (first.changed, second.changed) == (25, 0)
    assert count(linked, "record") == records


def test_only_what_changed_is_written_and_told(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    linked.clouds.pull.run(None, linked.entity)
    linked.cloud.world.customers["C-0002"].measures["ChurnProbability"] = 0.99
    linked.cloud.world.customers["C-0004"].measures["NextBestAction"] = None
    told: list[frozenset[int]] = []
    state = linked.clouds.pull.run(None, linked.entity, heard=lambda changes: told.append(changes.customer_ids))
    customers = linked.program.company.customers
    assert state.changed == 2
    assert frozenset().union(*told) == {customers["C-0002"], customers["C-0004"]}
    assert float(str(values(linked, "C-0002")["ChurnProbability"][0])) == 0.99
    assert "NextBestAction" not in values(linked, "C-0004")


def test_the_time_of_a_value_moves_on_though_it_is_the_same(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    linked.clouds.pull.run(None, linked.entity)
    linked.cloud.world.evaluated = "2026-12-02T21:40:00Z"
    linked.clouds.pull.run(None, linked.entity)
    assert values(linked, "C-0003")["NextBestAction"][1] == datetime(2026, 12, 2, 21, 40, tzinfo=UTC)


def test_what_no_database_keeps_is_left_out_and_does_not_come_anew_each_time(linked: Linked) -> None:
    linked.know(1, 2)
    known = linked.cloud.world.customers["C-0002"]
    known.measures["NextBestAction"] = "Ca\0ll"
    known.activities = [{"ActivityId": "a\0-1", "Timestamp": "2026-11-20T10:00:00Z", "Title": "Vis\0it"}]
    linked.enable()
    linked.clouds.pull.run(None, linked.entity)
    again = linked.clouds.pull.run(None, linked.entity)
    assert again.changed == 0
    assert values(linked, "C-0002")["NextBestAction"][0] == "Call"
    assert count(linked, "activity WHERE source = 'insights:a-1' AND title = 'Visit'") == 1


def test_customers_the_service_does_not_know_keep_what_they_had(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    linked.clouds.pull.run(None, linked.entity)
    before = values(linked, "C-0005")
    del linked.cloud.world.customers["C-0005"]
    state = linked.clouds.pull.run(None, linked.entity)
    assert state.unknown == 1
    assert values(linked, "C-0005") == before


def test_a_failure_keeps_what_arrived_and_the_next_pull_goes_on(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    linked.set("cloud-calls", "1")
    calls = linked.cloud.world.calls
    heard: list[int] = []

    def tell(state: object) -> None:
        done = state.done  # type: ignore[attr-defined]
        heard.append(done)
        if done == 8:
            linked.cloud.faults.put("insights", Fault(Way.PORTAL, path="/data/"))

    with pytest.raises(Problem) as caught:
        linked.clouds.pull.run(None, linked.entity, tell)
    assert caught.value.code == "captive_portal"
    stopped = linked.clouds.pull.state(linked.entity)
    assert stopped is not None
    assert 8 <= stopped.done < 25
    assert count(linked, "customer_measure WHERE as_of >= '2026-11-28'") == 3 * stopped.done
    linked.cloud.faults.clear()
    calls.clear()
    linked.program.clock.advance(timedelta(hours=1))  # type: ignore[attr-defined]
    done = linked.clouds.pull.run(None, linked.entity)
    assert (done.done, done.total) == (25, 25)
    assert len([call for call in calls if call.path.endswith("/data/Customer")]) < 7 - stopped.done // 4 + 1


def test_stopping_is_quick_and_loses_nothing(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    stop = threading.Event()
    linked.cloud.faults.put("insights", throttled(100, path="/data/"))
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Problem) as caught:
        linked.clouds.pull.run(None, linked.entity, stop=stop)
    assert caught.value.code == "stopped"
    linked.cloud.faults.clear()
    assert linked.clouds.pull.run(None, linked.entity).done == 25


def test_a_pause_that_the_service_wants_is_made(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    linked.cloud.faults.put("insights", throttled(0.05, times=2, path="/data/"))
    assert linked.clouds.pull.run(None, linked.entity).done == 25


def test_a_token_that_ends_on_the_way_is_renewed(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    linked.cloud.world.revoke()  # that of the vault, too
    assert linked.clouds.pull.run(None, linked.entity).done == 25


def test_unified_activities_come_into_the_timeline_and_are_no_contact_of_ours(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    session = linked.program.session("009")
    key = linked.program.company.customers["C-0002"]
    before = linked.program.services.customers.profile(session, key).last_contact
    linked.clouds.pull.run(None, linked.entity)
    linked.clouds.pull.run(None, linked.entity)
    page = linked.program.services.timelines.page(session, key, kinds={TimelineKind.ACTIVITY})
    found = [item for item in page.items if item.title == "Looked at bags"]
    assert len(found) == 1
    assert linked.program.services.customers.profile(session, key).last_contact == before


def test_dataverse_brings_the_same(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    linked.set("insights-source", "dataverse")
    linked.set("dataverse-url", f"https://org.crm.localhost:{linked.cloud.port}")
    linked.clouds.insights.enable(None, linked.entity)
    assert linked.clouds.pull.run(None, linked.entity).changed == 25
    assert values(linked, "C-0003")["NextBestAction"][0] == "Call"


def test_it_is_due_again_after_its_hours(linked: Linked) -> None:
    linked.know(1, 30)
    assert not linked.clouds.pull.is_due(linked.entity)
    linked.enable()
    assert linked.clouds.pull.is_due(linked.entity)
    linked.clouds.pull.run(None, linked.entity)
    assert not linked.clouds.pull.is_due(linked.entity)
    linked.program.clock.advance(timedelta(hours=24))  # type: ignore[attr-defined]
    assert linked.clouds.pull.is_due(linked.entity)


def test_one_till_pulls_and_the_other_leaves_it_to_it(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    refused: list[Problem] = []
    with linked.program.beside() as other:
        pull = other.services.clouds.pull

        def meanwhile(_: PullState) -> None:
            assert not pull.is_due(linked.entity)
            with pytest.raises(Conflict, match="at another till") as caught:
                pull.run(None, linked.entity)
            refused.append(caught.value)

        assert linked.clouds.pull.run(None, linked.entity, meanwhile).done == 25
        assert refused
        linked.clouds.connections.forget()
        assert pull.run(None, linked.entity).done == 25


def test_a_till_that_was_switched_off_in_the_middle_holds_it_for_minutes_only(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    clock = linked.program.clock
    assert isinstance(clock, Clock)
    with linked.program.beside() as other:

        def sleep(state: PullState) -> None:
            """It is suspended in the middle, and awakes when the other till has done the rest."""
            if state.done == 8:
                clock.advance(PULL_HELD)
                assert other.services.clouds.pull.run(None, linked.entity).done == 25

        with pytest.raises(Conflict, match="taken the pull over"):
            linked.clouds.pull.run(None, linked.entity, sleep)
    state = linked.clouds.pull.state(linked.entity)
    assert state is not None
    assert (state.done, state.finished is None) == (25, False)


def test_a_score_of_our_own_stays_and_others_come(linked: Linked) -> None:
    linked.know(1, 30)
    linked.enable()
    ours = linked.program.company.customers["C-0003"]

    def compute(transaction: Transaction) -> None:
        settings = EnrichmentSettings("Ours", "Ours", (), (), Match.ADDRESS)
        key = engagement.add(transaction, linked.entity.id, settings, linked.program.clock())
        values_of.set_scores(transaction, {ours: (77, EVALUATED)}, ())
        transaction.execute(text(f"UPDATE engagement_score SET enrichment_id = {key} WHERE customer_id = {ours}"))

    linked.program.database.write(lambda t: t.execute(text("DELETE FROM engagement_score")))
    linked.program.database.write(compute)
    linked.clouds.pull.run(None, linked.entity)
    assert count(linked, f"engagement_score WHERE customer_id = {ours} AND score = 77") == 1
    assert count(linked, "engagement_score WHERE enrichment_id IS NULL AND score = 4") == 1


def test_without_being_enabled_nothing_is_asked(linked: Linked) -> None:
    linked.enter_vault()
    linked.enter_insights()
    with pytest.raises(Problem) as caught:
        linked.clouds.pull.run(None, linked.entity)
    assert caught.value.code == "incomplete"
    assert linked.cloud.world.calls == []
