"""Who is meant by addresses of people and groups, as the directory of the tenant has it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clienteling.domain.cloud_problems import NoConsent
from clienteling.domain.enrichment import Colleague
from clienteling.domain.mailboxes import ConsentMissing, DirectoryEntry, Resolved, nearest
from clienteling.services.cloud.connections import Way

if TYPE_CHECKING:
    from clienteling.connectors.graph import GraphApi

_BEGINNINGS = (3, 1)
"""Letters that what was meant is looked up by: few people have the first, and the second is nearly always right."""
_MOST_LOOKED_UP = 10  # addresses that nobody has


@contextmanager
def consented(way: Way) -> Iterator[None]:
    """That nobody has agreed can be said by Graph, and before it by the sign-in of its application."""
    try:
        yield
    except NoConsent as problem:
        if problem.values.get("application") == way.graph_application:
            raise ConsentMissing(problem.correlation_id) from problem
        raise  # it is the vault that another application may not read


def resolve(api: "GraphApi", chosen: Iterable[str]) -> Resolved:
    """People and groups as people, each once, in order. Raises problems."""
    found: dict[str, Colleague] = {}
    groups: dict[str, int] = {}
    names: dict[str, str] = {}
    unknown: list[str] = []
    for address in dict.fromkeys(chosen):
        entry = api.person(address)
        if entry is not None:
            found.setdefault(entry.id, _colleague(entry))
        elif (entry := api.group(address)) is not None:
            members = {one.id: _colleague(one) for one in api.members(entry.id)}
            groups[address] = len(members)
            found = members | found
        if entry is None:
            unknown.append(address)
        elif entry.name:
            names[address] = entry.name
    colleagues = tuple(sorted(found.values(), key=lambda one: one.address))
    return Resolved(colleagues, groups, tuple(unknown), names)


def suggestions(api: "GraphApi", found: Resolved) -> dict[str, str]:
    """What may have been meant by the addresses that nobody has."""
    meant: dict[str, str] = {}
    known = [*found.names, *(one.address for one in found.colleagues)]
    for address in found.unknown[:_MOST_LOOKED_UP]:
        near = nearest(address, known)
        for letters in _BEGINNINGS:
            near = near or nearest(address, [one.address for one in api.beginning(address[:letters])])
        if near:
            meant[address] = near
    return meant


def _colleague(entry: DirectoryEntry) -> Colleague:
    return Colleague(entry.address, entry.id)
