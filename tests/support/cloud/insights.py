"""Customer Insights - Data, version 1 of its interface."""

import re
from typing import Any

from tests.support.cloud.world import ALTERNATE_KEY, ENVIRONMENT, Answer, CloudCustomer, Request, World

AUDIENCE = "https://api.insights.localhost"
_LIST = re.compile(r"'((?:[^']|'')*)'")
_IN = re.compile(r"(\w+) in \((.*?)\)|(\w+) eq ('(?:[^']|'')*')")


def answer(world: World, request: Request) -> Answer:
    if request.headers.get("ocp-apim-subscription-key") not in world.keys:
        message = "Access denied due to missing subscription key. Make sure to include it when making requests."
        return Answer(401, {"statusCode": 401, "message": message})
    client = world.client_of(request.token, AUDIENCE)
    if client is None:
        return Answer(401, _manage_error(401, "Unauthorized"), {"WWW-Authenticate": 'Bearer error="invalid_token"'})
    if client not in world.viewers:
        return Answer(403, _manage_error(403, "The principal has no role in the instance."))
    path = request.path.removeprefix("/v1").strip("/")
    if path == "instances":
        return Answer(document=[_instance(world)])
    if not path.startswith(f"instances/{ENVIRONMENT}"):
        return Answer(404, _manage_error(404, "Instance not found."))
    rest = path.removeprefix(f"instances/{ENVIRONMENT}").strip("/")
    if rest == "":
        return Answer(document=_instance(world) | {"cdsOrgInfo": {"url": f"https://org.crm.localhost:{world.port}"}})
    if rest == "manage/measures":
        return Answer(document=[_measure(world, name, operation) for name, operation in world.measures.items()])
    if rest == "manage/entities":
        return Answer(document={"entities": _entities(world)})
    if rest.startswith("data/"):
        return _data(world, request, rest.removeprefix("data/"))
    return Answer(404, _manage_error(404, "Not found."))


def _manage_error(status: int, message: str) -> dict[str, Any]:
    return {
        "exception": None,
        "httpStatusCode": status,
        "exceptionCulprit": "user",
        "errorCode": "unknown",
        "resultSeverity": "error",
        "message": message,
        "name": "Error",
        "params": {},
        "ciResults": [],
    }


def _instance(world: World) -> dict[str, Any]:
    return {
        "instanceId": ENVIRONMENT,
        "name": "Boutique",
        "instanceType": "production",
        "azureRegion": "northeurope",
        "isB2C": True,
        "isB2B": False,
        "provisioningState": "active",
    }


def _measure(world: World, name: str, operation: str) -> dict[str, Any]:
    return {
        "name": name,
        "displayName": re.sub(r"(?<!^)(?=[A-Z])", " ", name),
        "description": "",
        "definition": {
            "kind": "attribute",
            "isScalar": False,
            "isProfile": True,
            "type": "structured",
            "dimensions": [],
            "aggregates": [{"operation": operation, "alias": name}],
        },
        "latestEvaluation": {"state": "completed", "endTime": world.evaluated},
        "evaluationStats": {"lastSuccessful": world.evaluated, "consecutiveFailureCount": 0},
    }


def _entities(world: World) -> list[dict[str, Any]]:
    kinds = {"NextBestAction": "Edm.String", "LastVisit": "Edm.Date", "ChurnProbability": "Edm.Double"}
    measured = [{"name": name, "dataType": kinds.get(name, "Edm.Decimal")} for name in world.measures]
    office = ("CustomerId", "EngagementScore", "AggregationLevel", "AggregationStartDate")
    fields = ("CustomerId", ALTERNATE_KEY, "FullName")
    return [
        _entity("Customer", "Profile", [{"name": name, "dataType": "Edm.String"} for name in fields]),
        _entity("Customer_Measure", "ProfileKpi", [{"name": "CustomerId", "dataType": "Edm.String"}, *measured]),
        _entity("Office", "Enrichment", [{"name": name, "dataType": "Edm.String"} for name in office]),
    ]


def _entity(name: str, kind: str, attributes: list[dict[str, str]]) -> dict[str, Any]:
    return {"name": name, "qualifiedEntityName": name, "entityType": kind, "attributes": attributes}


def _data(world: World, request: Request, entity: str) -> Answer:
    wanted = _wanted(world, request.query.get("$filter", ""))
    if wanted is None:
        return Answer(400, {"errorCode": "BadRequest", "message": "Could not find a property.", "details": []})
    rows: list[dict[str, Any]]
    match entity:
        case "Customer":
            rows = [_profile(customer, request.query.get("$expand", "")) for customer in wanted]
        case "Customer_Measure":
            rows = [{"CustomerId": customer.id, **customer.measures} for customer in wanted]
        case "Office":
            rows = [_engagement(customer) for customer in wanted if customer.score is not None]
        case _:
            return Answer(404, {"errorCode": "NotFound", "message": f"No entity {entity}.", "details": []})
    top, skip = int(request.query.get("$top", "100")), int(request.query.get("$skip", "0"))
    rows = rows[skip : skip + min(top, 100)]
    return Answer(document={"@odata.context": f"$metadata#{entity}", "value": rows})


def _wanted(world: World, condition: str) -> list[CloudCustomer] | None:
    if not condition:
        return list(world.customers.values())
    found = _IN.search(condition)
    if found is None:
        return None
    name, values = found[1] or found[3], [v.replace("''", "'") for v in _LIST.findall(found[2] or found[4])]
    if name == ALTERNATE_KEY:
        return [world.customers[value] for value in values if value in world.customers]
    if name == "CustomerId":
        return [known for value in values if (known := world.by_id(value)) is not None]
    return None


def _profile(customer: CloudCustomer, expand: str) -> dict[str, Any]:
    row: dict[str, Any] = {"CustomerId": customer.id, ALTERNATE_KEY: customer.account}
    if "Customer_Measure" in expand:
        row["Customer_Measure"] = [{"CustomerId": customer.id, **customer.measures}]
    if "UnifiedActivity" in expand:
        row["UnifiedActivity"] = customer.activities
    return row


def _engagement(customer: CloudCustomer) -> dict[str, Any]:
    return {
        "CustomerId": customer.id,
        "EngagementScore": customer.score,
        "AggregationLevel": "year",
        "AggregationStartDate": "2025-11-28",
    }
