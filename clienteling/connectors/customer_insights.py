"""Customer Insights - Data, version 1 of its data interface."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from clienteling.connectors.calls import Calls
from clienteling.connectors.odata import activity, lower, matching, one_of, text_list
from clienteling.connectors.pipeline import Answer, Credential, Pipeline
from clienteling.domain.attribute import AttributeType
from clienteling.domain.cloud_problems import (
    AccessRefused,
    CloudProblem,
    EnvironmentMissing,
    KeyRefused,
    MalformedAnswer,
    QueryRefused,
    ServiceFailed,
)
from clienteling.domain.cloud_settings import host_of
from clienteling.domain.insights import (
    CustomerInsights,
    Environment,
    InsightMeasure,
    Question,
    read_moment,
    read_score,
)

SERVICE = "Customer Insights"
_PAGE = 100  # rows, whatever one asks for
_MEASURES = "Customer_Measure"
_SCORE = "EngagementScore"
_TYPES = {
    "string": AttributeType.TEXT,
    "boolean": AttributeType.BOOLEAN,
    "date": AttributeType.DATE_TIME,
    "datetimeoffset": AttributeType.DATE_TIME,
    "datetime": AttributeType.DATE_TIME,
    "int16": AttributeType.INTEGER,
    "int32": AttributeType.INTEGER,
    "int64": AttributeType.INTEGER,
}


class CustomerInsightsApi:
    """Reads an environment. `subscription_key` is asked for with each call, so that a new one is taken."""

    def __init__(self, calls: Calls, credential: Credential, subscription_key: Callable[[], str]) -> None:
        settings = calls.settings
        self._host = host_of(settings.insights_url)
        self._pipeline = Pipeline(
            SERVICE,
            settings.insights_url,
            settings.insights_scope,
            credential,
            calls,
            _problem_of,
            lambda: {"Ocp-Apim-Subscription-Key": subscription_key()},
        )

    def environments(self) -> tuple[Environment, ...]:
        """The environments that the application may read."""
        found = self._list(self._pipeline.get("instances"))
        return tuple(
            Environment(
                str(one["instanceId"]),
                str(one.get("name") or one["instanceId"]),
                str(one.get("instanceType") or ""),
                str(one.get("azureRegion") or ""),
            )
            for one in found
            if one.get("instanceId")
        )

    def measures(self, environment: str) -> tuple[InsightMeasure, ...]:
        """All measures, with whether they have one value per customer."""
        found = self._list(self._pipeline.get(f"instances/{environment}/manage/measures"))
        kinds = self._kinds(environment)
        return tuple(_measure(one, kinds) for one in found if one.get("name"))

    def alternate_ids(self, environment: str) -> tuple[str, ...]:
        """The columns of customers that may hold the account number."""
        return tuple(
            name
            for entity in self._entities(environment)
            if entity.get("name") == "Customer"
            for name in map(str, (column.get("name") for column in entity.get("attributes") or ()))
            if name != "CustomerId"
        )

    def score_table(self, environment: str) -> str:
        """The table of an enrichment that has engagement scores; "" if there is none."""
        for entity in self._entities(environment):
            columns = {str(column.get("name")).lower() for column in entity.get("attributes") or ()}
            if str(entity.get("entityType")).lower() == "enrichment" and _SCORE.lower() in columns:
                return str(entity["name"])
        return ""

    def customers(self, question: Question, accounts: Sequence[str]) -> list[CustomerInsights]:
        """What is known of these accounts; those it does not know are left out."""
        expanded = [_MEASURES, "UnifiedActivity"] if question.activities else [_MEASURES]
        where = f"{question.alternate_id} in ({text_list(accounts)})"
        query = {"$filter": where, "$expand": ",".join(expanded)}
        found = [self._customer(row, question) for row in self._rows(question.environment, "Customer", query)]
        if not question.scores or not found:
            return found
        return self._with_scores(question, found)

    def _customer(self, row: Mapping[str, Any], question: Question) -> CustomerInsights:
        measures = matching(lower(one_of(row.get(_MEASURES))), question.measures)
        activities = row.get("UnifiedActivity") or ()
        read = (activity(lower(one)) for one in activities if isinstance(one, Mapping))
        return CustomerInsights(
            str(row.get(question.alternate_id, "")),
            str(row.get("CustomerId", "")),
            measures,
            activities=tuple(one for one in read if one is not None),
        )

    def _with_scores(self, question: Question, found: list[CustomerInsights]) -> list[CustomerInsights]:
        where = f"CustomerId in ({text_list([one.id for one in found])}) and AggregationLevel eq 'year'"
        scores: dict[str, int | None] = {}
        for row in map(lower, self._rows(question.environment, question.scores, {"$filter": where})):
            scores[str(row.get("customerid"))] = read_score(row.get(_SCORE.lower()))
        return [
            CustomerInsights(one.account, one.id, one.values, scores.get(one.id), None, one.activities) for one in found
        ]

    def _rows(self, environment: str, table: str, query: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        """There is no link to the next page: until one is not full."""
        start = 0
        while True:
            paged = dict(query) | {"$top": str(_PAGE)} | ({"$skip": str(start)} if start else {})
            rows = self._list(self._pipeline.get(f"instances/{environment}/data/{table}", paged).get("value"))
            yield from rows
            if len(rows) < _PAGE:
                return
            start += _PAGE

    def _kinds(self, environment: str) -> dict[str, AttributeType]:
        """The types of the columns in which measures are kept."""
        return {
            str(column.get("name")).lower(): _TYPES.get(
                str(column.get("dataType")).lower().removeprefix("edm."), AttributeType.DECIMAL
            )
            for entity in self._entities(environment)
            if entity.get("name") == _MEASURES
            for column in entity.get("attributes") or ()
        }

    def _entities(self, environment: str) -> list[Mapping[str, Any]]:
        return self._list(self._pipeline.get(f"instances/{environment}/manage/entities").get("entities"))

    def _list(self, given: object) -> list[Mapping[str, Any]]:
        if not isinstance(given, list) or not all(isinstance(one, Mapping) for one in given):
            raise MalformedAnswer(host=self._host)
        return given


def _measure(one: Mapping[str, Any], kinds: Mapping[str, AttributeType]) -> InsightMeasure:
    name = str(one["name"])
    definition = one_of(one.get("definition"))
    ran = one_of(one.get("evaluationStats")).get("lastSuccessful") or one_of(one.get("latestEvaluation")).get("endTime")
    is_column = str(definition.get("kind")).lower() == "attribute" and not definition.get("isScalar")
    return InsightMeasure(
        name,
        str(one.get("displayName") or name),
        kinds.get(name.lower(), AttributeType.DECIMAL),
        is_column,
        read_moment(ran),
    )


def _problem_of(answer: Answer) -> CloudProblem:
    """Three shapes of errors are known, so none is relied on."""
    match answer.status:
        case 401:
            return KeyRefused(answer.correlation_id, service=SERVICE)
        case 403:
            return AccessRefused(answer.correlation_id, service=SERVICE)
        case 404:
            return EnvironmentMissing(answer.correlation_id, service=SERVICE)
        case 400 | 406:
            return QueryRefused(answer.correlation_id, service=SERVICE)
    return ServiceFailed(answer.correlation_id, service=SERVICE, status=answer.status)
