"""Customer Insights through both of its interfaces: the same port, the same values, and every failure by name."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from clienteling.connectors.calls import Calls
from clienteling.connectors.customer_insights import CustomerInsightsApi
from clienteling.connectors.dataverse import DataverseApi
from clienteling.connectors.entra import AppSignIn
from clienteling.domain.attribute import AttributeType
from clienteling.domain.errors import Problem
from clienteling.domain.insights import InsightsSource, Question
from tests.support.cloud.faults import Fault, Way, refused, throttled
from tests.support.cloud.server import Cloud
from tests.support.cloud.world import (
    ALTERNATE_KEY,
    ENVIRONMENT,
    INSIGHTS_CLIENT,
    INSIGHTS_SECRET,
    SECRETS,
    SUBSCRIPTION_KEY,
    customer,
)

SOURCES = ("insights", "dataverse")
QUESTION = Question(ENVIRONMENT, ALTERNATE_KEY, ("ChurnProbability", "NextBestAction", "LastVisit"), scores="Office")


@pytest.fixture(params=SOURCES)
def service(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def source(cloud: Cloud, service: str, **settings: object) -> InsightsSource:
    for number in range(1, 6):
        cloud.world.customers[f"O'{number}"] = customer(number, f"O'{number}")
    calls = Calls(cloud.settings(**settings))
    credential = AppSignIn(calls, INSIGHTS_CLIENT, lambda: INSIGHTS_SECRET)
    if service == "insights":
        return CustomerInsightsApi(calls, credential, lambda: SUBSCRIPTION_KEY)
    return DataverseApi(calls, credential, f"https://org.crm.localhost:{cloud.port}")


def test_customers_come_with_their_values_scores_and_activities(cloud: Cloud, service: str) -> None:
    found = source(cloud, service).customers(QUESTION, ["O'2", "O'3", "nobody’s"])
    assert [one.account for one in found] == ["O'2", "O'3"]
    assert found[0].values == {"ChurnProbability": 0.74, "NextBestAction": "Invite to event", "LastVisit": "2026-03-03"}
    assert [one.score for one in found] == [2, 3]
    (activity,) = found[1].activities
    assert (activity.kind, activity.title) == ("Web visit", "Looked at bags")
    assert activity.at == datetime(2026, 11, 20, 10, 30, tzinfo=UTC)


def test_lists_to_choose_from(cloud: Cloud, service: str) -> None:
    api = source(cloud, service)
    (environment,) = api.environments()
    kinds = {measure.name: measure.type for measure in api.measures(environment.id) if measure.is_usable}
    assert kinds["NextBestAction"] is AttributeType.TEXT
    assert kinds["ChurnProbability"] is AttributeType.DECIMAL
    assert kinds["LastVisit"] is AttributeType.DATE_TIME
    assert any(name in ALTERNATE_KEY for name in api.alternate_ids(environment.id))
    assert api.score_table(environment.id)


def test_a_list_longer_than_a_page_comes_whole(cloud: Cloud, service: str) -> None:
    accounts = [f"N{number}" for number in range(250)]
    api = source(cloud, service)
    for number, account in enumerate(accounts, 10):
        cloud.world.customers[account] = customer(number, account)
    found = api.customers(QUESTION, accounts)
    assert sorted(one.account for one in found) == sorted(accounts)


def test_a_token_that_was_revoked_is_asked_for_anew(cloud: Cloud) -> None:
    api = source(cloud, "insights")
    api.environments()
    cloud.world.revoke()
    assert api.environments()


def test_a_new_subscription_key_is_taken_at_once(cloud: Cloud) -> None:
    keys = iter(["old", SUBSCRIPTION_KEY])
    calls = Calls(cloud.settings())
    api = CustomerInsightsApi(calls, AppSignIn(calls, INSIGHTS_CLIENT, lambda: INSIGHTS_SECRET), lambda: next(keys))
    assert api.environments()


def _all(api: InsightsSource) -> dict[str, Callable[[], object]]:
    return {
        "environments": api.environments,
        "measures": lambda: api.measures(ENVIRONMENT),
        "alternate ids": lambda: api.alternate_ids(ENVIRONMENT),
        "customers": lambda: api.customers(QUESTION, ["O'2"]),
    }


BROKEN: dict[str, tuple[Callable[[], Fault], str]] = {
    "slow": (lambda: Fault(Way.SLOW), "too_slow"),
    "cut off": (lambda: Fault(Way.CUT_OFF), "cut_off"),
    "malformed": (lambda: Fault(Way.MALFORMED), "malformed_answer"),
    "portal": (lambda: Fault(Way.PORTAL), "captive_portal"),
    "moved": (lambda: Fault(Way.MOVED), "captive_portal"),
    "throttled": (lambda: throttled(0.01), "throttled"),
    "throttled for long": (lambda: throttled(900), "throttled"),
    "key refused": (lambda: refused(401, {"statusCode": 401, "message": "Access denied."}), "key_refused"),
    "no role": (lambda: refused(403, {"httpStatusCode": 403, "message": "no"}), "access_refused"),
    "no such table": (lambda: refused(404, {"errorCode": "x", "message": "no"}), "environment_missing"),
    "question refused": (lambda: refused(400, {"error": {"code": "1", "message": "no"}}), "query_refused"),
    "failure": (lambda: refused(500, {"exception": "x"}), "service_failed"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_each_failure_of_each_call_says_what_it_is(
    cloud: Cloud, service: str, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    caplog.set_level("INFO")
    fault, code = BROKEN[name]
    # Once is enough to see that nothing hangs; the table is about what is said.
    for call in _all(source(cloud, service, retries=0, connect_seconds=1, read_seconds=0.4)).values():
        cloud.faults.put(service, fault())
        with pytest.raises(Problem) as caught:
            call()
        cloud.faults.clear()
        assert caught.value.code == code
        told = caught.value.message + caplog.text
        assert "{" not in caught.value.message
        assert not [secret for secret in (*SECRETS, "never~shown") if secret in told]


def test_stopping_ends_a_pause(cloud: Cloud, service: str) -> None:
    api = source(cloud, service, longest_wait=100)
    cloud.faults.put(service, throttled(60))
    stop = api._pipeline._calls.stop  # type: ignore[attr-defined]
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Problem) as caught:
        api.environments()
    assert caught.value.code == "stopped"


def test_a_link_to_another_host_is_not_followed(cloud: Cloud) -> None:
    page = {"value": [], "@odata.nextLink": "https://evil.example/steal"}
    cloud.faults.put("dataverse", refused(200, page))
    with pytest.raises(Problem) as caught:
        source(cloud, "dataverse").environments()
    assert caught.value.code == "malformed_answer"
