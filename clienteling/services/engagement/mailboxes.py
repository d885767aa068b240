"""The directory for whoever sets up an enrichment (9023): who is meant by addresses, consent, and what must be there.

A session works for its own legal entity; session None is an administrator at the command line.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from clienteling.database import engagement as stored
from clienteling.domain.cloud_problems import CloudProblem, SecretKeyMissing, SignInFailed
from clienteling.domain.company import LegalEntity
from clienteling.domain.enrichment import check_addresses
from clienteling.domain.errors import Problem, mark
from clienteling.domain.mailboxes import (
    ORGANIZATION,
    PERMISSIONS,
    ConsentMissing,
    ConsentRequest,
    DirectoryEntry,
    MailboxMissing,
    MailboxRefused,
    Prerequisite,
    Resolved,
)
from clienteling.domain.operations import Operation
from clienteling.domain.worker import Session
from clienteling.services.cloud.connections import Connections, Parameters, Way, needed
from clienteling.services.engagement.directory import consented, resolve, suggestions

if TYPE_CHECKING:
    from clienteling.connectors.graph import GraphApi

MOST_FOUND = 12
"""Entries of the directory that a search gives at most."""

ADMINISTRATOR = mark("You may set up account engagement")
BUSINESS_ACCOUNTS = mark("Customers that are organizations have e-mail addresses")
LICENCE = mark("The tenant has Exchange Online")
REGION = mark("It is known where the tenant’s data is")
CONSENT = mark("The tenant’s administrator has agreed")

_NO_ACCOUNTS = mark("No customer that is an organization has an e-mail address: nothing can be matched.")
_ONLY_PEOPLE = mark("Only customers that are persons have e-mail addresses. They are enriched one by one.")
_NO_EXCHANGE = mark("None of the tenant’s licences has mailboxes.")
_NOT_TOLD = mark("The application may not ask for it. Give it Organization.Read.All, or look in the admin centre.")
_NO_COUNTRY = mark("The directory does not tell the tenant’s country.")
_NOT_YET = mark("It can be asked when what stands above is there.")

_SUBJECT = mark("Consent for account engagement of {company}")
_TEXT = mark(
    "Hello,\n\n"
    "Clienteling is to compute how much our business accounts and we have to do with each other, from the metadata of "
    "mails and meetings of chosen mailboxes: who wrote to whom and when, who met whom for how long. Subjects and texts "
    "are never read, and only numbers of accounts are kept for people to see.\n\n"
    "For this, the application {application} needs these permissions of Microsoft Graph:\n{permissions}\n\n"
    "If you agree, please open this page as an administrator of the tenant:\n{url}\n\n"
    "The mailboxes can be narrowed down by an application access policy of Exchange Online.\n"
)


class Mailboxes:
    """All of it asks the cloud but `consent_request`, and is for threads that may wait."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def resolve(self, session: Session | None, entity: LegalEntity, addresses: Sequence[str]) -> Resolved:
        """Who is meant by addresses of people and groups, and who may be by those that the directory does not know.

        Raises problems; the number is for `check_addresses`.
        """
        entered = self._connections.entered(session, Operation.ENGAGEMENT, entity)
        with self._connections.open(entered) as way:
            api = _api(way)
            found = resolve(api, [address.strip().lower() for address in addresses if address.strip()])
            return replace(found, nearest=suggestions(api, found)) if found.unknown else found

    def search(self, session: Session | None, entity: LegalEntity, text: str) -> tuple[DirectoryEntry, ...]:
        """Groups and people of the directory by the beginnings of their names and addresses, groups first."""
        entered = self._connections.entered(session, Operation.ENGAGEMENT, entity)
        with self._connections.open(entered) as way:
            return _api(way).search(text, MOST_FOUND)[:MOST_FOUND]

    def resolve_checked(self, session: Session | None, entity: LegalEntity, addresses: Sequence[str]) -> Resolved:
        """The same; raises `Invalid` with field "addresses" if there are too few or too many."""
        found = self.resolve(session, entity, addresses)
        check_addresses(len(found.colleagues))
        return found

    def consent_request(self, session: Session | None, entity: LegalEntity) -> ConsentRequest:
        """The page on which an administrator of the tenant agrees, and a mail that asks for it. Raises `Incomplete`."""
        entered = self._connections.entered(session, Operation.ENGAGEMENT, entity)
        application = _application(entered)
        tenant = needed(entered.settings.tenant, mark("the tenant"))
        query = urlencode({"client_id": application})
        url = f"{entered.settings.authority}/{quote(tenant)}/adminconsent?{query}"
        return ConsentRequest(
            url,
            _SUBJECT.format(company=entity.name),
            _TEXT.format(application=application, permissions="\n".join(PERMISSIONS), url=url),
        )

    def check_consent(self, session: Session | None, entity: LegalEntity, address: str = "") -> None:
        """Ask Graph whether consent is there, for a mailbox too if one is given. Raises what stands in the way."""
        entered = self._connections.entered(session, Operation.ENGAGEMENT, entity)
        with self._connections.open(entered) as way, consented(way):
            _check(_api(way), address)

    def check_given(self, session: Session | None, entity: LegalEntity) -> None:
        """Raises `ConsentMissing` if Graph says that nobody has agreed, whatever somebody says here.

        What cannot be asked now is believed: the first run finds out.
        """
        try:
            self.check_consent(session, entity)
        except ConsentMissing:
            raise
        except CloudProblem:
            return

    def prerequisites(
        self, session: Session | None, entity: LegalEntity, address: str = ""
    ) -> tuple[Prerequisite, ...]:
        """What must be there, with the reasons where it is not. `address` is one whose mailbox shall be readable."""
        entered = self._connections.entered(session, Operation.ENGAGEMENT, entity)
        people, organizations = self._connections.look(
            session, Operation.ENGAGEMENT, entity, lambda t: stored.count_reachable(t, entity.id)
        )
        accounts = Prerequisite(BUSINESS_ACCOUNTS, organizations > 0)
        if not organizations:
            accounts = Prerequisite(BUSINESS_ACCOUNTS, False if not people else None, _NO_ACCOUNTS)
            if people:
                accounts = Prerequisite(BUSINESS_ACCOUNTS, None, _ONLY_PEOPLE)
        return (Prerequisite(ADMINISTRATOR, True), accounts, *self._of_cloud(entered, address))

    def _of_cloud(self, entered: Parameters, address: str) -> tuple[Prerequisite, ...]:
        try:
            _application(entered)
            needed(entered.settings.tenant, mark("the tenant"))
            with self._connections.open(entered) as way:
                api = _api(way)
                way.graph_sign_in().get_token(entered.settings.graph_scope)
                return (Prerequisite(ORGANIZATION, True), *_asked(api, address))
        except Problem as problem:
            attached = Prerequisite(ORGANIZATION, _is_unclear(problem), problem.message)
            return (attached, *(Prerequisite(name, None, _NOT_YET) for name in (LICENCE, REGION, CONSENT)))


def _is_unclear(problem: Problem) -> bool | None:
    """A cloud that cannot be reached says nothing about what was entered."""
    passing = isinstance(problem, CloudProblem) and problem.is_passing
    return None if passing and not isinstance(problem, SignInFailed | SecretKeyMissing) else False


def _application(entered: Parameters) -> str:
    return needed(entered.settings.graph_application or entered.insights.application_id, mark("the application ID"))


def _api(way: Way) -> "GraphApi":
    from clienteling.connectors.graph import GraphApi

    return GraphApi(way.calls, way.graph_sign_in())


def _check(api: "GraphApi", address: str) -> None:
    try:
        person = api.person(address) if address else None
        api.probe(person.id if person else "")
    except MailboxRefused as problem:
        raise ConsentMissing(problem.correlation_id) from problem
    except MailboxMissing:
        return  # the directory has answered: it is this mailbox that is not there


def _asked(api: "GraphApi", address: str) -> tuple[Prerequisite, ...]:
    return (_licence(api), _region(api), _consent(api, address))


def _licence(api: "GraphApi") -> Prerequisite:
    try:
        return Prerequisite(LICENCE, True) if api.has_exchange() else Prerequisite(LICENCE, False, _NO_EXCHANGE)
    except ConsentMissing:
        return Prerequisite(LICENCE, None, _NOT_TOLD)
    except CloudProblem as problem:
        return Prerequisite(LICENCE, None, problem.message)


def _region(api: "GraphApi") -> Prerequisite:
    try:
        country = api.country()
    except ConsentMissing:
        return Prerequisite(REGION, None, _NOT_TOLD)
    except CloudProblem as problem:
        return Prerequisite(REGION, None, problem.message)
    return Prerequisite(REGION, True, country) if country else Prerequisite(REGION, None, _NO_COUNTRY)


def _consent(api: "GraphApi", address: str) -> Prerequisite:
    try:
        _check(api, address)
    except ConsentMissing as problem:
        return Prerequisite(CONSENT, False, problem.message)
    except CloudProblem as problem:
        return Prerequisite(CONSENT, None, problem.message)
    return Prerequisite(CONSENT, True)
