"""What is entered in the wizard, and the addresses as the directory knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from clienteling.domain.enrichment import (
    FILES,
    GRAPH,
    Colleague,
    Consent,
    Enrichment,
    EnrichmentSettings,
    Match,
    check_addresses,
    read_settings,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """An address of the list: a group with so many members, a person, or nobody the directory knows.

    `members` is None while nobody has asked. `nearest` is what may have been meant by one that nobody has.
    """

    address: str
    members: int | None = None
    is_group: bool = False
    name: str = ""
    nearest: str = ""

    @property
    def is_unknown(self) -> bool:
        return self.members == 0 and not self.is_group


@dataclass(slots=True)
class Draft:
    """`enrichment` is the one that is changed; none: a new one. `resolved` are the addresses, groups resolved.

    What is typed stands there as it is until it is taken.
    """

    enrichment: Enrichment | None = None
    source: str = GRAPH
    listed: tuple[Listed, ...] = ()
    resolved: tuple[Colleague, ...] = ()
    own_domains: tuple[str, ...] = ()
    match: Match = Match.DOMAIN
    name: str = ""
    table: str = ""
    agreed: bool = False
    consent: Consent = Consent.REQUESTED
    typed_address: str = ""
    typed_domains: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    """The IDs that addresses of files had before."""

    @property
    def count(self) -> int:
        """How many addresses are processed, groups resolved."""
        return len(self.listed) if self.source == FILES else len(self.resolved)

    @property
    def is_resolved(self) -> bool:
        """Whether the directory has said who all of them are."""
        return all(one.members is not None for one in self.listed)

    @property
    def in_list(self) -> int:
        """How many addresses the list would give if nobody stood in it twice."""
        return sum(one.members if one.members is not None else 1 for one in self.listed)

    def settings(self) -> EnrichmentSettings:
        """The answers, checked. Raises `Invalid` with the field that is wrong."""
        if self.source != FILES and self.listed and self.is_resolved:
            check_addresses(self.count)
        measures = self.enrichment.settings.measures if self.enrichment else ()
        addresses = [
            {"address": one.address, "id": self.kept.get(one.address, "")} for one in self.listed if not one.is_unknown
        ]
        given = {
            "name": self.name,
            "table": self.table,
            "addresses": addresses,
            "own_domains": list(self.own_domains),
            "match": self.match.value,
            "source": self.source,
            "measures": [{"name": one.name, "column": one.column, "function": one.function.value} for one in measures],
        }
        settings = read_settings(given)
        # Who is meant by groups is known already; each run looks anew.
        return settings if self.source == FILES else replace(settings, colleagues=self.resolved)


def draft_of(enrichment: Enrichment | None) -> Draft:
    """The answers that an enrichment was set up with."""
    if enrichment is None:
        return Draft()
    settings = enrichment.settings
    addresses: Sequence[str] = settings.chosen if settings.source == GRAPH else [c.address for c in settings.colleagues]
    return Draft(
        enrichment=enrichment,
        source=settings.source,
        listed=tuple(Listed(address) for address in addresses),
        resolved=settings.colleagues,
        own_domains=settings.own_domains,
        typed_domains=", ".join(settings.own_domains),
        match=settings.match,
        name=settings.name,
        table=settings.table,
        agreed=True,
        consent=enrichment.consent,
        kept={colleague.address: colleague.id for colleague in settings.colleagues},
    )
