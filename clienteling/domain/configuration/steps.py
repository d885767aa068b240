"""The steps from an empty database to a till that shows a card, in the order of the source text."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from clienteling.domain.configuration.company import ActivityType, CommerceParameters, FeatureSettings
from clienteling.domain.configuration.configuration import Configuration, layout_of
from clienteling.domain.configuration.item import Remark
from clienteling.domain.configuration.people import PermissionGroup, Worker
from clienteling.domain.configuration.properties import AttributeGroup
from clienteling.domain.configuration.retailer import LegalEntity, Register
from clienteling.domain.configuration.sections import Job
from clienteling.domain.errors import mark
from clienteling.domain.feature import OPERATIONS, Feature, FeatureState

CARRYING = (Job.PRODUCTS, Job.CATALOG, Job.GLOBAL_CONFIGURATION, Job.REGISTERS)
"""The jobs that carry what clienteling needs."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the set-up: what it is for, where it is done (a section, or "distribution"), what is missing."""

    code: str
    title: str
    purpose: str
    section: str
    missing: tuple[Remark, ...] = ()
    optional: bool = False

    @property
    def is_done(self) -> bool:
        return not self.missing


def steps(configuration: Configuration, waiting: Collection[Job]) -> tuple[Step, ...]:
    """All steps in their order. `waiting` are the jobs that have changes waiting."""
    first = [
        Step(code, title, purpose, where, tuple(missing(configuration)))
        for code, title, purpose, where, missing in _STEPS
    ]
    return (*first, _distribution(waiting), _insights(configuration))


Missing = Callable[[Configuration], list[Remark]]


def _feature(configuration: Configuration) -> list[Remark]:
    settings = configuration.all(FeatureSettings).get(Feature.CLIENTELING.value)
    if settings is None or settings.state is not FeatureState.OFF:
        return []
    return [Remark(mark("The feature is off: tills say so at its operations."), {})]


def _sequence(configuration: Configuration) -> list[Remark]:
    message = mark("{legal_entity} has not chosen a number sequence for client books.")
    return _for_each_entity(configuration, message, lambda p: bool(p.client_book_identifier))


def _attributes(configuration: Configuration) -> list[Remark]:
    if any(group.members for group in configuration.all(AttributeGroup).values()):
        return []
    return [Remark(mark("There is no attribute group with attributes."), {})]


def _client_book_group(configuration: Configuration) -> list[Remark]:
    message = mark("{legal_entity} has not chosen its client book attribute group.")
    return _for_each_entity(configuration, message, lambda p: bool(p.client_book_attribute_group))


def _for_each_entity(
    configuration: Configuration, message: str, has: Callable[[CommerceParameters], bool]
) -> list[Remark]:
    parameters = configuration.all(CommerceParameters)
    return [
        Remark(message, {"legal_entity": code})
        for code in sorted(configuration.all(LegalEntity))
        if code not in parameters or not has(parameters[code])
    ]


def _activity_types(configuration: Configuration) -> list[Remark]:
    have = {kind.legal_entity for kind in configuration.all(ActivityType).values()}
    message = mark("{legal_entity} has no activity types.")
    return [Remark(message, {"legal_entity": c}) for c in sorted(configuration.all(LegalEntity)) if c not in have]


def _buttons(configuration: Configuration) -> list[Remark]:
    message = mark("The layout at register {register} lacks the button of a client book.")
    needed = {"my_book", "store_books"}
    return [
        Remark(message, {"register": register.key})
        for register in configuration.all(Register).values()
        if not needed <= layout_of(configuration, register.store, register.number, "").actions()
    ]


def _permissions(configuration: Configuration) -> list[Remark]:
    used = {worker.group for worker in configuration.all(Worker).values() if not worker.blocked}
    given = {
        operation
        for group in configuration.all(PermissionGroup).values()
        if group.code in used
        for operation in group.operations
    }
    message = mark("No worker may do this yet: {operation}.")
    return [Remark(message, {"operation": operation.title}) for operation in OPERATIONS if int(operation) not in given]


_STEPS: tuple[tuple[str, str, str, str, Missing], ...] = (
    (
        "feature",
        mark("Enable the feature"),
        mark("Clienteling is a feature: while it is off, tills do not offer client books."),
        "features",
        _feature,
    ),
    (
        "number_sequence",
        mark("Number client books"),
        mark("Each client book gets its identifier from a number sequence."),
        "number_sequences",
        _sequence,
    ),
    (
        "attributes",
        mark("Define attributes"),
        mark("Attributes are what workers see of a customer and filter by; a group puts them in order."),
        "attributes",
        _attributes,
    ),
    (
        "client_book_group",
        mark("Choose the client book attribute group"),
        mark("Its attributes stand on customer cards and filter client books."),
        "parameters",
        _client_book_group,
    ),
    (
        "activity_types",
        mark("List activity types"),
        mark("Workers record what they did with a customer: visits, calls, mails."),
        "activity_types",
        _activity_types,
    ),
    (
        "buttons",
        mark("Put the buttons on the screen"),
        mark("Two buttons of the welcome screen open the own client book and those of the store."),
        "screen_layouts",
        _buttons,
    ),
    (
        "permissions",
        mark("Give the permissions"),
        mark("Permission groups say who may view, add, remove and reassign."),
        "permission_groups",
        _permissions,
    ),
)


def _distribution(waiting: Collection[Job]) -> Step:
    # What an import wrote is at the tills without a job.
    unpublished = [
        Remark(mark("Job {job} has changes waiting."), {"job": int(job)}) for job in CARRYING if job in waiting
    ]
    return Step(
        "distribution",
        mark("Publish to the tills"),
        mark("Distribution jobs bring what was set up to the tills: 1040, 1150, 1110 and 1090."),
        "distribution",
        tuple(unpublished),
    )


def _insights(configuration: Configuration) -> Step:
    chosen = any(parameters.measures for parameters in configuration.all(CommerceParameters).values())
    missing = () if chosen else (Remark(mark("No measure is chosen. This can come later."), {}),)
    return Step(
        "insights",
        mark("Connect Customer Insights"),
        mark("Up to three measures stand first on customer cards."),
        "insights",
        missing,
        optional=True,
    )
