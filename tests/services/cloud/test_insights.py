"""Customer Insights is enabled step by step, and only if all of it holds."""

import pytest

from clienteling.database import attributes
from clienteling.domain.cloud_state import Step, Trying
from clienteling.domain.errors import Invalid, NotAllowed, Problem
from tests.support.cloud.faults import Fault, Way
from tests.support.cloud.world import ALTERNATE_KEY, ENVIRONMENT, App
from tests.support.linked import MEASURES, Linked


def test_the_whole_chain_is_tried_and_then_it_is_on(linked: Linked) -> None:
    linked.enter_vault()
    linked.enter_insights()
    heard: list[tuple[Step, Trying]] = []
    linked.clouds.insights.enable(None, linked.entity, lambda step, how, _: heard.append((step, how)))
    steps = [step for step in Step if step is not Step.PULL]
    assert heard == [(step, how) for step in steps for how in (Trying.RUNNING, Trying.DONE)]
    assert linked.clouds.insights.parameters(None, linked.entity).enabled
    chosen = linked.program.database.read(lambda t: attributes.chosen_measures(t, linked.entity.id))
    assert [measure.name for measure in chosen] == list(MEASURES)


def _at(linked: Linked, step: Step) -> None:
    world = linked.cloud.world
    match step:
        case Step.CREDENTIAL_STORE:
            linked.clouds.connections.credentials.forget(f"key-vault {next(iter(world.apps))}")
        case Step.VAULT_SIGN_IN:
            app = next(iter(world.apps))
            world.apps[app] = App(app)
        case Step.SECRET:
            del world.secrets["insights"]
        case Step.SUBSCRIPTION_KEY:
            world.secrets["subscription-key"].enabled = False
        case Step.SIGN_IN:
            world.secrets["insights"].value = "an old one"
        case Step.ENVIRONMENT:
            linked.clouds.insights.set_parameters(None, linked.entity, environments=["another"])
        case Step.ALTERNATE_ID:
            linked.clouds.insights.set_parameters(None, linked.entity, alternate_id="Loyalty")
        case _:
            linked.clouds.insights.set_parameters(None, linked.entity, measures=["Nothing"])


@pytest.mark.parametrize("step", [step for step in Step if step is not Step.PULL])
def test_a_failure_at_any_step_returns_it_to_no_with_the_reason(linked: Linked, step: Step) -> None:
    linked.enable()
    _at(linked, step)
    heard: list[tuple[Step, Trying]] = []
    with pytest.raises(Problem) as caught:
        linked.clouds.insights.enable(None, linked.entity, lambda s, how, _: heard.append((s, how)))
    assert heard[-1] == (step, Trying.FAILED)
    assert not linked.clouds.insights.parameters(None, linked.entity).enabled
    problem = linked.clouds.insights.states(None, linked.entity)[step].problem
    assert problem is not None
    assert problem.message == caught.value.message


def test_everything_is_chosen_from_what_the_service_lists(linked: Linked) -> None:
    linked.enter_vault()
    linked.enter_insights()
    insights = linked.clouds.insights
    (environment,) = insights.environments(None, linked.entity)
    assert (environment.id, environment.name) == (ENVIRONMENT, "Boutique")
    assert ALTERNATE_KEY in insights.alternate_ids(None, linked.entity)
    assert {"ChurnProbability", "LastVisit"} <= {m.name for m in insights.measures(None, linked.entity)}


def test_nothing_is_lost_when_the_service_does_not_answer(linked: Linked) -> None:
    linked.enter_vault()
    linked.enter_insights()
    before = linked.clouds.insights.parameters(None, linked.entity)
    linked.cloud.faults.put("insights", Fault(Way.PORTAL))
    with pytest.raises(Problem):
        linked.clouds.insights.enable(None, linked.entity)
    assert linked.clouds.insights.parameters(None, linked.entity) == before


def test_a_secret_that_was_replaced_is_read_again(linked: Linked) -> None:
    linked.enable()
    app, secret = linked.cloud.world.apps, linked.cloud.world.secrets["insights"]
    client = linked.clouds.insights.parameters(None, linked.entity).application_id
    app[client].keys = {"the new one": 4_000_000_000.0}
    secret.value = "the new one"
    assert linked.clouds.insights.environments(None, linked.entity)


def test_more_than_three_measures_are_refused(linked: Linked) -> None:
    with pytest.raises(Invalid):
        linked.clouds.insights.set_parameters(None, linked.entity, measures=["a", "b", "c", "d"])


def test_workers_need_the_permission(linked: Linked) -> None:
    session = linked.program.session("003")
    for act in (
        lambda: linked.clouds.insights.parameters(session, linked.entity),
        lambda: linked.clouds.insights.enable(session, linked.entity),
        lambda: linked.clouds.pull.run(session, linked.entity),
    ):
        with pytest.raises(NotAllowed):
            act()
