"""Microsoft Graph: the directory, and mails and meetings of mailboxes, as far as their metadata goes.

Lists are in pages of `World.page_size`. Changes are told by tokens, each a place in the mailbox's history; tokens from
before `World.tokens_since` are known no more.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlencode

from tests.support.cloud.mailboxes import Mail, Mailbox, Meeting
from tests.support.cloud.world import Answer, Request, World

AUDIENCE = "https://graph.localhost"
_DIRECTORY = {"users", "groups", "organization", "subscribedSkus"}
_FORBIDDEN = ("subject", "body", "bodypreview", "uniquebody")


def answer(world: World, request: Request) -> Answer:
    client = world.client_of(request.token, AUDIENCE)
    if client is None:
        return refusal(401, "InvalidAuthenticationToken")
    path = [unquote(part) for part in request.path.removeprefix("/v1.0/").split("/")]
    if client not in world.graph_readers:
        is_mailbox = path[0] == "users" and len(path) > 2
        return refusal(403, "ErrorAccessDenied" if is_mailbox else "Authorization_RequestDenied")
    wanted = [name.lower() for name in request.query.get("$select", "").split(",")]
    if not {"$select", "$deltatoken"} & set(request.query):
        return refusal(400, "EverythingWasAsked")  # a real one would answer, with subjects and bodies
    if set(wanted) & set(_FORBIDDEN):
        return refusal(403, "ErrorAccessDenied")  # basic permissions do not reach as far
    if path[0] in ("organization", "subscribedSkus"):
        return _tenant(world, path[0])
    if path[0] == "groups":
        return _groups(world, request, path)
    if path[0] == "users" and len(path) == 1:
        return _directory(world, request, [box.person() for box in world.mailboxes.values()])
    if path[0] == "users":
        return _user(world, request, path)
    return refusal(404, "ResourceNotFound")


def refusal(status: int, code: str) -> Answer:
    inner = {"date": "2026-11-29T12:00:00", "request-id": "66666666-0000-4000-8000-000000000000"}
    return Answer(status, {"error": {"code": code, "message": "Words for people.", "innerError": inner}})


def _tenant(world: World, what: str) -> Answer:
    if not world.may_read_organization:
        return refusal(403, "Authorization_RequestDenied")
    if what == "organization":
        return Answer(document={"value": [{"id": "t", "countryLetterCode": world.country}]})
    plans = [{"servicePlanName": "EXCHANGE_S_ENTERPRISE"}] if world.has_exchange else []
    return Answer(document={"value": [{"skuPartNumber": "ENTERPRISEPACK", "servicePlans": plans}]})


def _groups(world: World, request: Request, path: list[str]) -> Answer:
    if len(path) == 1:
        known = [{"id": f"group {key}", "displayName": key.partition("@")[0], "mail": key} for key in world.groups]
        return _directory(world, request, known)
    if "consistencylevel" not in request.headers:
        return refusal(400, "Request_UnsupportedQuery")
    members = world.groups.get(path[1].removeprefix("group "))
    if members is None:
        return refusal(404, "Request_ResourceNotFound")
    return _list(world, request, [world.mailboxes[key].person() for key in members if key in world.mailboxes])


def _directory(world: World, request: Request, known: list[dict[str, Any]]) -> Answer:
    """People or groups: those of an address, with a beginning of it, or with words of a search."""
    wanted, words = request.query.get("$filter", ""), request.query.get("$search", "")
    if words:
        if "consistencylevel" not in request.headers:
            return refusal(400, "Request_UnsupportedQuery")
        asked = [term.strip('"').split(":", 1) for term in words.split(" OR ")]
        known = [one for one in known if any(_has_word(one[name], text) for name, text in asked)]
    elif match := re.fullmatch(r"startsWith\(mail,'(.*)'\)", wanted):
        known = [one for one in known if one["mail"].startswith(match[1].replace("''", "'"))]
    elif match := re.fullmatch(r"mail eq '(.*?)'(?: or proxyAddresses/any\(p:p eq 'smtp:\1'\))?", wanted):
        known = [one for one in known if one["mail"] == match[1].replace("''", "'")]
    elif wanted:
        return refusal(400, "BadRequest")
    return _list(world, request, known)


def _has_word(text: str, beginning: str) -> bool:
    return any(part.lower().startswith(beginning.lower()) for part in re.split(r"[\s@.]+", text))


def _user(world: World, request: Request, path: list[str]) -> Answer:
    box = next((b for b in world.mailboxes.values() if path[1].lower() in (b.id, b.account or b.address)), None)
    if box is None:
        return refusal(404, "Request_ResourceNotFound" if len(path) == 2 else "ErrorInvalidUser")
    if len(path) == 2:
        return Answer(document=box.person())
    if box.is_deleted:
        return refusal(404, "ErrorItemNotFound" if "delta" in path else "MailboxNotEnabledForRESTAPI")
    if box.is_refused:
        return refusal(403, "ErrorAccessDenied")
    if 'IdType="ImmutableId"' not in request.headers.get("prefer", ""):
        return refusal(400, "IdsThatChange")  # a real one would answer, with IDs that a move changes
    if path[2] == "calendarView":
        first, last = (request.query[name][:19] for name in ("startDateTime", "endDateTime"))
        found = [m for m in box.meetings.values() if m.end[:19] >= first and m.start[:19] <= last]
        return _list(world, request, [meeting.document() for meeting in found])
    return _folder(world, request, box, path)


def _folder(world: World, request: Request, box: Mailbox, path: list[str]) -> Answer:
    if path[3] not in box.folders:
        return refusal(404, "ErrorItemNotFound")
    if path[-1] == "childFolders":
        return _list(world, request, box.below(path[3]))
    if len(path) == 4:
        return Answer(document={"id": path[3], "childFolderCount": len(box.below(path[3]))})
    if path[-1] == "delta":
        return _delta(world, request, box, path[3])
    since = request.query.get("$filter", "").removeprefix("receivedDateTime ge ")
    mails = sorted(box.folder(path[3]), key=lambda mail: mail.received)
    return _list(world, request, [mail.document() for mail in mails if mail.received >= since])


def _delta(world: World, request: Request, box: Mailbox, folder: str) -> Answer:
    token = request.query.get("$deltatoken", "")
    since = request.query.get("$filter", "").removeprefix("receivedDateTime ge ")
    place = 0
    if token:
        number, since, written = token.split("|")
        place = int(number)
        if int(written) < world.tokens_since:
            return refusal(410, "syncStateNotFound")
    changes: dict[str, Mail | None] = {}
    for at, key, mail in box.history[place:]:
        if at == folder and (mail is None or mail.received >= since):
            changes[key] = mail
    documents = [
        {"id": key, "@removed": {"reason": "deleted"}} if mail is None else mail.document()
        for key, mail in changes.items()
        if token or mail is not None
    ]

    def ended() -> str:
        fresh = f"{len(box.history)}|{since}|{world.tokens_since}"
        return _link(world, request, {"$deltatoken": fresh})

    return _list(world, request, documents, ended)


def _list(
    world: World, request: Request, documents: Iterable[dict[str, Any]], ended: Callable[[], str] | None = None
) -> Answer:
    known = list(documents)
    start = int(request.query.get("$skiptoken", "0"))
    size = min(world.page_size, int(request.query.get("$top", "1000")))
    page: dict[str, Any] = {"@odata.context": "$metadata", "value": known[start : start + size]}
    if start + size < len(known):
        query = dict(request.query) | {"$skiptoken": str(start + size)}
        page["@odata.nextLink"] = _link(world, request, query)
    elif ended is not None:
        page["@odata.deltaLink"] = ended()
    return Answer(document=page)


def _link(world: World, request: Request, query: dict[str, str]) -> str:
    return f"https://graph.localhost:{world.port}{request.path}?{urlencode(query)}"


def at(moment: datetime) -> str:
    """A moment as Graph writes it."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


__all__ = ["AUDIENCE", "Meeting", "answer", "at", "refusal"]
