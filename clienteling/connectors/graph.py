"""Microsoft Graph: who is in a group, and metadata of mails and meetings; subjects and bodies are never asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from clienteling.connectors.calls import Calls
from clienteling.connectors.graph_items import Item, calendar_item, mail_item, moment
from clienteling.connectors.pipeline import Answer, Credential, Pipeline
from clienteling.domain.cloud_problems import (
    CloudProblem,
    KeyRefused,
    MalformedAnswer,
    QueryRefused,
    ServiceFailed,
)
from clienteling.domain.cloud_settings import host_of
from clienteling.domain.mailboxes import ChangesLost, ConsentMissing, DirectoryEntry, MailboxMissing, MailboxRefused

SERVICE = "Microsoft Graph"
_MEMBERS, _MAILS, _MEETINGS = 999, 500, 500  # on a page; larger ones are known to time out
_MAIL = (
    "id,internetMessageId,conversationId,conversationIndex,from,sender,toRecipients,ccRecipients,receivedDateTime,"
    "sentDateTime,isDraft"
)
_MEETING = "id,iCalUId,organizer,attendees,start,end,isCancelled,isAllDay"
_PERSON, _GROUP = "id,displayName,mail,userPrincipalName", "id,displayName,mail"
_EVENTUAL = {"ConsistencyLevel": "eventual"}  # without it the directory counts and searches nothing
_FOLDER = "id,childFolderCount"
_MOST_FOLDERS = 500  # of a mailbox
_KEPT_IDS = 'IdType="ImmutableId"'  # else a mail that is moved becomes another one
_IN_PAGES = {"Prefer": f"{_KEPT_IDS}, odata.maxpagesize={_MAILS}"}
_LOST = {"syncstatenotfound", "resyncrequired", "syncstateinvalid"}
_GONE = {"erroritemnotfound", "resourcenotfound", "request_resourcenotfound", "mailboxnotenabledforrestapi"}
_GONE |= {"errorinvaliduser", "errornonexistentmailbox", "mailboxnotsupportedforrestapi"}


@dataclass(frozen=True, slots=True)
class Page:
    """Items, those that are there no more by their IDs, and where it goes on.

    `more` is the next page; `changes` is where the changes from now on will be, on the last page of them.
    """

    items: tuple[Item, ...]
    removed: tuple[str, ...] = ()
    more: str = ""
    changes: str = ""
    upto: datetime | None = None


class GraphApi:
    """Asks Microsoft Graph as an application. May be used by several threads."""

    def __init__(self, calls: Calls, credential: Credential) -> None:
        settings = calls.settings
        self._host = host_of(settings.graph_url)
        self._pipeline = Pipeline(
            SERVICE,
            settings.graph_url,
            settings.graph_scope,
            credential,
            calls,
            _problem_of,
            lambda: {"Prefer": _KEPT_IDS},
        )

    def person(self, address: str) -> DirectoryEntry | None:
        """Somebody with a mailbox, by an address; None if it is nobody's. Raises `ConsentMissing`."""
        try:
            return self._entry(self._pipeline.get(f"users/{quote(address, safe='@')}", {"$select": _PERSON}))
        except MailboxMissing:
            pass
        # Users are found by the name that they sign in with; mail may go to another one, or to an older one.
        text = _quoted(address)
        by_mail = f"mail eq '{text}' or proxyAddresses/any(p:p eq 'smtp:{text}')"
        return next(iter(self._entries("users", {"$filter": by_mail, "$select": _PERSON})), None)

    def group(self, address: str) -> DirectoryEntry | None:
        """A group by its address; None if there is none."""
        query = {"$filter": f"mail eq '{_quoted(address)}'", "$select": _GROUP}
        return next(iter(self._entries("groups", query)), None)

    def search(self, text: str, most: int) -> tuple[DirectoryEntry, ...]:
        """Groups and people whose name or address has words that begin like this."""
        clean = text.replace('"', " ").replace("\\", " ").strip()
        if not clean:
            return ()
        asked = f'"displayName:{clean}" OR "mail:{clean}"'
        query = {"$search": asked, "$top": str(most), "$count": "true"}
        return (
            *self._entries("groups", query | {"$select": _GROUP}, _EVENTUAL),
            *self._entries("users", query | {"$select": _PERSON}, _EVENTUAL),
        )

    def beginning(self, text: str) -> tuple[DirectoryEntry, ...]:
        """Groups and people whose address begins with these letters, as many as there are on a page."""
        query = {"$filter": f"startsWith(mail,'{_quoted(text)}')", "$top": str(_MEMBERS)}
        return (
            *self._entries("groups", query | {"$select": _GROUP}),
            *self._entries("users", query | {"$select": _PERSON}),
        )

    def members(self, group: str) -> Iterator[DirectoryEntry]:
        """The people of a group and of those in it, once each as the directory has them."""
        query = {"$select": _PERSON, "$top": str(_MEMBERS), "$count": "true"}
        path = f"groups/{quote(group)}/transitiveMembers/microsoft.graph.user"
        for page in self._pipeline.pages(path, query, _EVENTUAL):
            yield from self._people(page)

    def probe(self, mailbox: str = "") -> None:
        """Ask for as little as can be of everything that consent is for. Raises `ConsentMissing`.

        Without a mailbox only the directory is asked.
        """
        self._pipeline.get("users", {"$select": "id", "$top": "1"})
        self._pipeline.get("groups", {"$select": "id", "$top": "1"})
        if mailbox:
            now = _written(datetime.now(UTC))
            self._pipeline.get(f"users/{quote(mailbox)}/mailFolders/inbox/messages", {"$select": "id", "$top": "1"})
            query = {"startDateTime": now, "endDateTime": now, "$select": "id", "$top": "1"}
            self._pipeline.get(f"users/{quote(mailbox)}/calendarView", query)

    def country(self) -> str:
        """The country of the tenant as two letters, "" if it is not told. Raises `ConsentMissing` where it may not."""
        found = self._list(self._pipeline.get("organization", {"$select": "id,countryLetterCode"}))
        return str((found[0] if found else {}).get("countryLetterCode") or "").upper()

    def has_exchange(self) -> bool:
        """Whether the tenant has a licence with mailboxes. Raises `ConsentMissing` where it may not be asked."""
        found = self._list(self._pipeline.get("subscribedSkus", {"$select": "skuPartNumber,servicePlans"}))
        plans = (plan for sku in found for plan in sku.get("servicePlans") or ())
        return any(str(plan.get("servicePlanName", "")).upper().startswith("EXCHANGE") for plan in plans)

    def folders(self, mailbox: str) -> tuple[str, ...]:
        """The IDs of the folders that people file mail into: those below the inbox, the archive, and those below it."""
        root = f"users/{quote(mailbox)}/mailFolders"
        found = list(self._below(root, "inbox"))
        try:
            archive = self._pipeline.get(f"{root}/archive", {"$select": _FOLDER})
        except MailboxMissing:
            return tuple(found)  # not every mailbox has one
        found += [str(archive["id"]), *self._below(root, str(archive["id"]))]
        return tuple(dict.fromkeys(found))[:_MOST_FOLDERS]

    def mails(self, mailbox: str, folder: str, since: datetime) -> Page:
        """The first mails of a folder from a moment on, the oldest first."""
        query = {
            "$select": _MAIL,
            "$filter": f"receivedDateTime ge {_written(since)}",
            "$orderby": "receivedDateTime",
            "$top": str(_MAILS),
        }
        return self._mails(self._pipeline.get(f"users/{quote(mailbox)}/mailFolders/{quote(folder)}/messages", query))

    def changes(self, mailbox: str, folder: str, since: datetime) -> Page:
        """What has changed among the mails from a moment on; its last page says where later changes will be."""
        query = {"$select": _MAIL, "$filter": f"receivedDateTime ge {_written(since)}"}
        path = f"users/{quote(mailbox)}/mailFolders/{quote(folder)}/messages/delta"
        return self._mails(self._pipeline.get(path, query, _IN_PAGES))

    def follow(self, link: str) -> Page:
        """A further page of mails, or later changes. Raises `ChangesLost`."""
        return self._mails(self._pipeline.get(link, headers=_IN_PAGES))

    def meetings(self, mailbox: str, since: datetime, until: datetime) -> Page:
        """All meetings of a mailbox's calendar, each occurrence of those that recur."""
        query = {"startDateTime": _written(since), "endDateTime": _written(until), "$select": _MEETING}
        items: list[Item] = []
        for page in self._pipeline.pages(f"users/{quote(mailbox)}/calendarView", query | {"$top": str(_MEETINGS)}):
            items += (calendar_item(one) for one in self._list(page))
        return Page(tuple(items))

    def _below(self, root: str, folder: str) -> Iterator[str]:
        for page in self._pipeline.pages(f"{root}/{quote(folder)}/childFolders", {"$select": _FOLDER, "$top": "250"}):
            for one in self._list(page):
                yield str(one["id"])
                if one.get("childFolderCount"):
                    yield from self._below(root, str(one["id"]))

    def _mails(self, page: Any) -> Page:
        found = self._list(page)
        return Page(
            tuple(mail_item(one) for one in found if "@removed" not in one),
            tuple(str(one.get("id")) for one in found if "@removed" in one),
            str(page.get("@odata.nextLink") or ""),
            str(page.get("@odata.deltaLink") or ""),
            max(filter(None, (moment(one.get("receivedDateTime")) for one in found)), default=None),
        )

    def _entries(
        self, kind: str, query: Mapping[str, str], headers: Mapping[str, str] | None = None
    ) -> Iterator[DirectoryEntry]:
        yield from self._people(self._pipeline.get(kind, query, headers), is_group=kind == "groups")

    def _people(self, page: Any, *, is_group: bool = False) -> Iterator[DirectoryEntry]:
        """The entries of a page that have an address."""
        for one in self._list(page):
            if (entry := self._entry(one, is_group=is_group)) is not None:
                yield entry

    def _entry(self, one: Mapping[str, Any], *, is_group: bool = False) -> DirectoryEntry | None:
        address = str(one.get("mail") or one.get("userPrincipalName") or "").strip().lower()
        name = str(one.get("displayName") or "")
        return DirectoryEntry(str(one["id"]), address, name, is_group) if address and one.get("id") else None

    def _list(self, page: Any) -> list[Mapping[str, Any]]:
        given = page.get("value") if isinstance(page, Mapping) else None
        if not isinstance(given, list) or not all(isinstance(one, Mapping) for one in given):
            raise MalformedAnswer(host=self._host)
        return given


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _written(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _problem_of(answer: Answer) -> CloudProblem:
    """By the error's code, then by the status: texts are not for programs."""
    error = answer.document.get("error") if isinstance(answer.document, Mapping) else None
    code = str(error.get("code") if isinstance(error, Mapping) else "").lower()
    if answer.status == 410 or code in _LOST:
        return ChangesLost(answer.correlation_id)
    if answer.status == 404 or code in _GONE:
        return MailboxMissing(answer.correlation_id)
    match answer.status:
        case 401:
            return KeyRefused(answer.correlation_id, service=SERVICE)
        case 403 if code == "erroraccessdenied":
            return MailboxRefused(answer.correlation_id)
        case 403:
            return ConsentMissing(answer.correlation_id)
        case 400:
            return QueryRefused(answer.correlation_id, service=SERVICE)
    return ServiceFailed(answer.correlation_id, service=SERVICE, status=answer.status)
