"""The Web API of Dataverse, where Customer Insights puts what it computes: read only, without a subscription key."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from clienteling.connectors.calls import Calls
from clienteling.connectors.odata import activity, lower, matching, text_list
from clienteling.connectors.pipeline import Answer, Credential, Pipeline
from clienteling.domain.cloud_problems import (
    AccessRefused,
    CloudProblem,
    EnvironmentMissing,
    Incomplete,
    KeyRefused,
    QueryRefused,
    ServiceFailed,
)
from clienteling.domain.cloud_settings import host_of
from clienteling.domain.errors import mark
from clienteling.domain.insights import (
    CustomerInsights,
    Environment,
    InsightMeasure,
    Question,
    UnifiedActivity,
    read_moment,
    read_score,
    type_of,
)

SERVICE = "Dataverse"
_API = "api/data/v9.2/"
_PREFIX = "msdynci_"
_PAGES = {"Prefer": "odata.maxpagesize=500"}
_SAMPLE = 50


class DataverseApi:
    """Reads the one environment that its organization has."""

    def __init__(self, calls: Calls, credential: Credential, url: str = "") -> None:
        base = url or calls.settings.dataverse_url
        if not base:
            raise Incomplete(what=mark("the address of Dataverse"))
        self._host = host_of(base)
        self._pipeline = Pipeline(SERVICE, f"{base}/{_API}", f"{base}/.default", credential, calls, _problem_of)

    def environments(self) -> tuple[Environment, ...]:
        """An organization has one. Asked for its tables, it says whether the application may read it."""
        self._sample("customermeasures")
        return (Environment(self._host, self._host),)

    def measures(self, environment: str) -> tuple[InsightMeasure, ...]:
        """The measures that some customers have: there is no list of them here."""
        known: dict[str, InsightMeasure] = {}
        for row in self._sample("customermeasures"):
            computed = read_moment(row.get("modifiedon"))
            for name, value in _pairs(row.get("measures")).items():
                if value is not None and name.lower() != "customerid":
                    known.setdefault(name, InsightMeasure(name, name, type_of(value), computed=computed))
        return tuple(known.values())

    def alternate_ids(self, environment: str) -> tuple[str, ...]:
        """The sources and tables that customers are known by."""
        return tuple(dict.fromkeys(_source(row) for row in self._sample("alternatekeys")))

    def score_table(self, environment: str) -> str:
        return "enrichments"

    def customers(self, question: Question, accounts: Sequence[str]) -> list[CustomerInsights]:
        """What is known of these accounts; those it does not know are left out."""
        keys = {
            str(row["customerid"]): str(row["alternatevalue"])
            for row in self._among("alternatekeys", "alternatevalue", accounts)
            if row.get("customerid") and _is_of(question.alternate_id, row)
        }
        if not keys:
            return []
        measured = {str(row.get("customerid")): row for row in self._among("customermeasures", "customerid", [*keys])}
        scores = self._scores([*keys]) if question.scores else {}
        activities = self._activities([*keys]) if question.activities else {}
        return [
            CustomerInsights(
                account,
                key,
                matching(lower(_pairs(measured.get(key, {}).get("measures"))), question.measures),
                scores.get(key, (None, None))[0],
                read_moment(measured.get(key, {}).get("modifiedon")),
                tuple(activities.get(key, ())),
            )
            for key, account in keys.items()
        ]

    def _scores(self, keys: Sequence[str]) -> dict[str, tuple[int | None, datetime | None]]:
        found: dict[str, tuple[int | None, datetime | None]] = {}
        for row in self._among("enrichments", "customerid", keys):
            values = lower(_pairs(row.get("values")))
            if "engagementscore" in values and str(values.get("aggregationlevel", "year")).lower() == "year":
                found[str(row["customerid"])] = (read_score(values["engagementscore"]), None)
        return found

    def _activities(self, keys: Sequence[str]) -> dict[str, list[UnifiedActivity]]:
        found: dict[str, list[UnifiedActivity]] = {}
        for row in self._among("unifiedactivities", "customerid", keys):
            if (one := activity(row)) is not None:
                found.setdefault(str(row.get("customerid")), []).append(one)
        return found

    def _among(self, table: str, column: str, values: Sequence[str]) -> Iterator[dict[str, Any]]:
        name = f"Microsoft.Dynamics.CRM.In(PropertyName='{_PREFIX}{column}',PropertyValues=[{text_list(values)}])"
        return self._rows(table, {"$filter": name})

    def _sample(self, table: str) -> list[dict[str, Any]]:
        return list(self._rows(table, {"$top": str(_SAMPLE)}))

    def _rows(self, table: str, query: Mapping[str, str]) -> Iterator[dict[str, Any]]:
        headers = {} if "$top" in query else _PAGES
        for page in self._pipeline.pages(f"{_PREFIX}{table}", query, headers):
            for row in page.get("value") or ():
                yield {name.removeprefix(_PREFIX): value for name, value in lower(row).items()}


def _pairs(given: object) -> Mapping[str, Any]:
    """Key and value pairs that stand in a column as text."""
    try:
        found = json.loads(given) if isinstance(given, str) else given
    except ValueError:
        return {}
    return found if isinstance(found, Mapping) else {}


def _source(row: Mapping[str, Any]) -> str:
    return f"{row.get('datasourcename', '')}_{row.get('tablename', '')}"


def _is_of(alternate_id: str, row: Mapping[str, Any]) -> bool:
    """The data interface calls the same column SOURCE_TABLE_KEY."""
    return not alternate_id or alternate_id.lower().startswith(_source(row).lower())


def _problem_of(answer: Answer) -> CloudProblem:
    match answer.status:
        case 401:
            return KeyRefused(answer.correlation_id, service=SERVICE)
        case 403:
            return AccessRefused(answer.correlation_id, service=SERVICE)
        case 404:
            return EnvironmentMissing(answer.correlation_id, service=SERVICE)
        case 400:
            return QueryRefused(answer.correlation_id, service=SERVICE)
    return ServiceFailed(answer.correlation_id, service=SERVICE, status=answer.status)
