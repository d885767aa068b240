"""The Web API of Dataverse, as far as it holds what Customer Insights computed."""

import json
import re
from typing import Any
from urllib.parse import quote

from tests.support.cloud.world import Answer, CloudCustomer, Request, World

_IN = re.compile(r"Microsoft\.Dynamics\.CRM\.In\(PropertyName='(\w+)',PropertyValues=\[(.*?)\]\)")
_VALUE = re.compile(r"'((?:[^']|'')*)'")
_PAGE = 2


def answer(world: World, request: Request) -> Answer:
    if world.client_of(request.token, f"https://org.crm.localhost:{world.port}") not in world.viewers:
        return Answer(403, {"error": {"code": "0x80040220", "message": "The user is missing privileges."}})
    name = request.path.removeprefix("/api/data/v9.2/")
    customers = _wanted(world, request)
    if customers is None:
        return Answer(400, {"error": {"code": "0x80060888", "message": "Syntax error in the query."}})
    rows = [row for customer in customers for row in _rows(world, name, customer)]
    start = int(request.query.get("$skiptoken", "0"))
    size = int(request.headers.get("prefer", "maxpagesize=5000").partition("maxpagesize=")[2] or _PAGE)
    document: dict[str, Any] = {"@odata.context": f"$metadata#{name}", "value": rows[start : start + size]}
    if start + size < len(rows):
        query = "&".join(f"{k}={quote(v)}" for k, v in request.query.items() if k != "$skiptoken")
        link = f"https://org.crm.localhost:{world.port}{request.path}?{query}&$skiptoken={start + size}"
        document["@odata.nextLink"] = link
    return Answer(document=document)


def _wanted(world: World, request: Request) -> list[CloudCustomer] | None:
    known = list(world.customers.values())
    if "$top" in request.query:
        return known[: int(request.query["$top"])]
    found = _IN.search(request.query.get("$filter", ""))
    if found is None:
        return None
    values = {value.replace("''", "'") for value in _VALUE.findall(found[2])}
    return [customer for customer in known if (customer.account if "alternate" in found[1] else customer.id) in values]


def _rows(world: World, name: str, customer: CloudCustomer) -> list[dict[str, Any]]:
    match name:
        case "msdynci_alternatekeys":
            source = {"msdynci_datasourcename": "Commerce", "msdynci_tablename": "Customers"}
            return [{"msdynci_customerid": customer.id, "msdynci_alternatevalue": customer.account, **source}]
        case "msdynci_customermeasures":
            measures = json.dumps(customer.measures)
            return [{"msdynci_customerid": customer.id, "msdynci_measures": measures, "modifiedon": world.evaluated}]
        case "msdynci_enrichments":
            values = json.dumps({"EngagementScore": customer.score, "AggregationLevel": "year"})
            return [{"msdynci_customerid": customer.id, "msdynci_values": values, "modifiedon": world.evaluated}]
        case "msdynci_unifiedactivities":
            return [
                {"msdynci_customerid": customer.id, **{f"msdynci_{k.lower()}": v for k, v in activity.items()}}
                for activity in customer.activities
            ]
    return []
