"""The sections of the configuration, each with its nouns and the distribution job that carries it to the tills.

A new section is a class of items in this package, a line here, and functions in `database/configuration`.
"""

from dataclasses import dataclass
from enum import IntEnum

from clienteling.domain.configuration.company import (
    ActivityType,
    CommerceParameters,
    FeatureSettings,
    NumberSequence,
)
from clienteling.domain.configuration.follow_ups import FollowUpRule
from clienteling.domain.configuration.item import Item
from clienteling.domain.configuration.people import AppRole, OperationSettings, PermissionGroup, Worker
from clienteling.domain.configuration.properties import Attribute, AttributeGroup, Measure
from clienteling.domain.configuration.retailer import AddressBook, LegalEntity, Register, Store
from clienteling.domain.configuration.screens import LayoutAssignment, ScreenLayout
from clienteling.domain.errors import NotFound, mark


class Job(IntEnum):
    """The distribution jobs, by their numbers in Dynamics 365 Commerce."""

    CUSTOMERS = 1010
    PRODUCTS = 1040
    STAFF = 1060
    REGISTERS = 1090
    GLOBAL_CONFIGURATION = 1110
    CATALOG = 1150

    @property
    def title(self) -> str:
        return JOB_TITLES[self]


JOB_TITLES = {
    Job.CUSTOMERS: mark("Customers"),
    Job.PRODUCTS: mark("Products"),
    Job.STAFF: mark("Staff"),
    Job.REGISTERS: mark("Registers"),
    Job.GLOBAL_CONFIGURATION: mark("Global configuration"),
    Job.CATALOG: mark("Catalog"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """Items of one type. A `fixed` one always has the same items: they are changed, not made or deleted."""

    name: str
    type: type[Item]
    title: str
    job: Job
    fixed: bool = False


_ALL = (
    Section("legal_entities", LegalEntity, mark("Legal entities"), Job.GLOBAL_CONFIGURATION),
    Section("address_books", AddressBook, mark("Address books"), Job.CUSTOMERS),
    Section("stores", Store, mark("Stores"), Job.GLOBAL_CONFIGURATION),
    Section("registers", Register, mark("Registers"), Job.REGISTERS),
    Section("permission_groups", PermissionGroup, mark("Permission groups"), Job.STAFF),
    Section("app_roles", AppRole, mark("Account roles"), Job.STAFF),
    Section("workers", Worker, mark("Workers"), Job.STAFF),
    Section("operations", OperationSettings, mark("Operations"), Job.REGISTERS, fixed=True),
    Section("features", FeatureSettings, mark("Features"), Job.GLOBAL_CONFIGURATION, fixed=True),
    Section("number_sequences", NumberSequence, mark("Number sequences"), Job.GLOBAL_CONFIGURATION),
    Section("attributes", Attribute, mark("Attributes"), Job.PRODUCTS),
    Section("attribute_groups", AttributeGroup, mark("Attribute groups"), Job.CATALOG),
    Section("measures", Measure, mark("Measures"), Job.GLOBAL_CONFIGURATION),
    Section("activity_types", ActivityType, mark("Activity types"), Job.GLOBAL_CONFIGURATION),
    Section("follow_up_rules", FollowUpRule, mark("Follow-up rules"), Job.GLOBAL_CONFIGURATION),
    Section("parameters", CommerceParameters, mark("Commerce parameters"), Job.GLOBAL_CONFIGURATION, fixed=True),
    Section("screen_layouts", ScreenLayout, mark("Screen layouts"), Job.REGISTERS),
    Section("layout_assignments", LayoutAssignment, mark("Layout assignments"), Job.REGISTERS),
)
SECTIONS: dict[str, Section] = {section.name: section for section in _ALL}
"""By name, each after those that it refers to."""


def section(name: str) -> Section:
    """The section of this name. Raises `NotFound` with all there are."""
    found = SECTIONS.get(name)
    if found is None:
        message = mark("There is no section “{name}”. There are: {choices}.")
        raise NotFound(message, name=name, choices=", ".join(SECTIONS))
    return found


def section_of(item: Item) -> Section:
    return next(found for found in _ALL if found.type is type(item))


def carried_by(job: Job) -> tuple[Section, ...]:
    """The sections that a job carries."""
    return tuple(found for found in _ALL if found.job is job)


def job(number: int) -> Job:
    """The job of this number. Raises `NotFound` with all there are."""
    try:
        return Job(number)
    except ValueError:
        choices = ", ".join(str(int(known)) for known in Job)
        message = mark("There is no distribution job {number}. There are: {choices}.")
        raise NotFound(message, number=number, choices=choices) from None
