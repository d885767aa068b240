"""The parameters of a legal entity: what can be chosen for it, within which bounds, and what holds if nobody chose.

CARD_PLACES.of(company.parameters(transaction, legal_entity_id))
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from clienteling.domain.errors import Invalid, NotFound, mark

_WORDS = {"yes": True, "on": True, "true": True, "1": True, "no": False, "off": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number between two others."""

    key: str
    default: int
    smallest: int
    largest: int
    description: str

    @property
    def choices(self) -> str:
        return f"{self.smallest} to {self.largest}"

    def read(self, text: str) -> int:
        """What somebody typed. Raises `Invalid` with the key as its field."""
        given = text.strip()
        number = int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else None
        if number is None or not self.smallest <= number <= self.largest:
            message = mark("“{value}” is no whole number from {smallest} to {largest}.")
            raise Invalid(self.key, message, value=given, smallest=self.smallest, largest=self.largest)
        return number

    def written(self, value: int) -> str:
        """How a value is stored and shown."""
        return str(value)

    def of(self, given: Mapping[str, str]) -> int:
        """The value among the stored parameters of a legal entity, or the default.

        So is what an older or a newer version stored and this one does not take.
        """
        try:
            return self.read(given.get(self.key, ""))
        except Invalid:
            return self.default


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that is done or not."""

    key: str
    default: bool
    description: str

    @property
    def choices(self) -> str:
        return "yes or no"

    def read(self, text: str) -> bool:
        """What somebody typed. Raises `Invalid` with the key as its field."""
        value = _WORDS.get(text.strip().lower())
        if value is None:
            raise Invalid(self.key, mark("“{value}” is neither yes nor no."), value=text.strip())
        return value

    def written(self, value: bool) -> str:
        """How a value is stored and shown."""
        return "yes" if value else "no"

    def of(self, given: Mapping[str, str]) -> bool:
        """The value among the stored parameters of a legal entity, or the default.

        So is what an older or a newer version stored and this one does not take.
        """
        try:
            return self.read(given.get(self.key, ""))
        except Invalid:
            return self.default


@dataclass(frozen=True, slots=True)
class Words:
    """A text of a certain form; `choices` says which. Empty is the default again."""

    key: str
    default: str
    form: str
    choices: str
    description: str

    def read(self, text: str) -> str:
        """What somebody typed. Raises `Invalid` with the key as its field."""
        given = text.strip()
        if given and re.fullmatch(self.form, given) is None:
            raise Invalid(self.key, mark("“{value}” is not right here. It has to be: {choices}."), **self._said(given))
        return given or self.default

    def _said(self, given: str) -> dict[str, object]:
        return {"value": given, "choices": self.choices}

    def written(self, value: str) -> str:
        """How a value is stored and shown."""
        return value

    def of(self, given: Mapping[str, str]) -> str:
        """The value among the stored parameters of a legal entity, or the default.

        So is what an older or a newer version stored and this one does not take.
        """
        try:
            return self.read(given.get(self.key, ""))
        except Invalid:
            return self.default


Parameter = Number | Switch | Words

IDLE_LOCK = Number(
    "idle-lock", 10, 0, 1440, mark("Minutes without a key or a touch after which a till locks itself; 0 is never")
)
BADGE_NEEDS_PASSWORD = Switch(
    "badge-needs-password", False, mark("Whether a badge only names its worker, who then types the password")
)
CARD_PLACES = Number("card-places", 3, 3, 6, mark("How many properties a customer card shows"))
CONTACT_PAUSE = Number(
    "contact-pause", 14, 0, 365, mark("Days after a contact until the next one is welcome; 0 is any")
)
ACTIVITY_TYPE_HOURS = Number(
    "activity-type-hours", 4, 0, 168, mark("Hours for which a till keeps the activity types it has fetched")
)
SEVERAL_BOOKS = Switch(
    "several-books", False, mark("Whether a customer can be in several client books of the legal entity")
)

# Where the clouds are, see `domain.cloud_settings`.
_URL = r"https://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*)?"
_URL_SAID = "https://HOST/PATH"
_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_NAME_SAID = "letters, digits, dots and hyphens"
CLOUD_AUTHORITY = Words(
    "cloud-authority", "https://login.microsoftonline.com", _URL, _URL_SAID, mark("Where Microsoft Entra ID signs in")
)
ENTRA_TENANT = Words("entra-tenant", "", _NAME, "an ID or a domain", mark("The tenant in Microsoft Entra ID"))
ENTRA_WORKER_CLIENT = Words(
    "entra-worker-client",
    "",
    _NAME,
    _NAME_SAID,
    mark("Application ID by which workers sign in"),
)
VAULT_SUFFIX = Words(
    "vault-suffix", "vault.azure.net", r"[A-Za-z0-9.-]+(:\d+)?", "a host", mark("What follows the name of a key vault")
)
INSIGHTS_URL = Words(
    "insights-url", "https://api.ci.ai.dynamics.com/v1", _URL, _URL_SAID, mark("Where Customer Insights answers")
)
INSIGHTS_SCOPE = Words(
    *("insights-scope", "https://api.ci.ai.microsoft.com/.default", _URL, _URL_SAID),
    mark("For what a token of Customer Insights is asked"),
)
INSIGHTS_SOURCE = Words(
    *("insights-source", "data-api", "data-api|dataverse", "data-api or dataverse"),
    mark("By which interface values of Customer Insights are read"),
)
INSIGHTS_SUBSCRIPTION_KEY = Words(
    "insights-subscription-key", "", _NAME, _NAME_SAID, mark("Name of the secret that is the subscription key")
)
DATAVERSE_URL = Words(
    "dataverse-url", "", _URL, _URL_SAID, mark("Where Dataverse answers, if not where the environment says")
)
GRAPH_URL = Words("graph-url", "https://graph.microsoft.com/v1.0", _URL, _URL_SAID, mark("Where Graph answers"))
GRAPH_SCOPE = Words(
    *("graph-scope", "https://graph.microsoft.com/.default", _URL, _URL_SAID),
    mark("For what a token of Microsoft Graph is asked"),
)
GRAPH_APPLICATION = Words(
    "graph-application", "", _NAME, _NAME_SAID, mark("Application ID for Microsoft Graph, if not Customer Insights’")
)
GRAPH_SECRET = Words("graph-secret", "", _NAME, _NAME_SAID, mark("Name of the secret of this application"))
CLOUD_CONNECT_SECONDS = Number("cloud-connect-seconds", 5, 1, 60, mark("Seconds to wait for a connection to a cloud"))
CLOUD_READ_SECONDS = Number("cloud-read-seconds", 30, 1, 300, mark("Seconds to wait for an answer of a cloud"))
CLOUD_CALLS = Number("cloud-calls", 4, 1, 16, mark("How many calls to a cloud go out at once"))
CLOUD_PROXY = Switch("cloud-proxy", True, mark("Whether the proxy of this machine is used for clouds"))
INSIGHTS_HOURS = Number(
    "insights-hours", 24, 0, 744, mark("Hours between two pulls of Customer Insights; 0 is by hand only")
)
SECRET_WARNING = Number(
    "secret-warning", 30, 1, 365, mark("Days before a secret expires from which on administrators are told")
)
CLOUD_CA_BUNDLE = Words(
    "cloud-ca-bundle", "", r".+\.(pem|crt)", "a .pem or .crt file", mark("Certificates that are trusted for clouds")
)

PARAMETERS: Mapping[str, Parameter] = {
    p.key: p
    for p in (
        *(IDLE_LOCK, BADGE_NEEDS_PASSWORD, CARD_PLACES, CONTACT_PAUSE, ACTIVITY_TYPE_HOURS, SEVERAL_BOOKS),
        *(CLOUD_AUTHORITY, ENTRA_TENANT, ENTRA_WORKER_CLIENT, VAULT_SUFFIX, INSIGHTS_URL, INSIGHTS_SCOPE),
        *(INSIGHTS_SOURCE, INSIGHTS_SUBSCRIPTION_KEY, DATAVERSE_URL, GRAPH_URL, GRAPH_SCOPE),
        *(GRAPH_APPLICATION, GRAPH_SECRET),
        *(INSIGHTS_HOURS, SECRET_WARNING),
        *(CLOUD_CONNECT_SECONDS, CLOUD_READ_SECONDS, CLOUD_CALLS, CLOUD_PROXY, CLOUD_CA_BUNDLE),
    )
}


def parameter(key: str) -> Parameter:
    """The parameter of this key. Raises `NotFound` with all there are."""
    found = PARAMETERS.get(key.strip().lower())
    if found is None:
        message = mark("There is no setting “{key}”. There are: {choices}.")
        raise NotFound(message, key=key, choices=", ".join(sorted(PARAMETERS)))
    return found


def written(parameter: Parameter, text: str) -> str:
    """What somebody typed as it is stored. Raises `Invalid` with the key as its field."""
    match parameter:
        case Number():
            return parameter.written(parameter.read(text))
        case Switch():
            return parameter.written(parameter.read(text))
        case Words():
            return parameter.written(parameter.read(text))


def shown(parameter: Parameter, given: Mapping[str, str]) -> str:
    """The value that holds, as it is written."""
    match parameter:
        case Number():
            return parameter.written(parameter.of(given))
        case Switch():
            return parameter.written(parameter.of(given))
        case Words():
            return parameter.written(parameter.of(given))
