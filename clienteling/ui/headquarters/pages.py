"""All pages of headquarters, in the order of its navigation."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from clienteling.domain.operations import Operation
from clienteling.ui.headquarters.all_customers.duplicates_page import DuplicatesPage
from clienteling.ui.headquarters.all_customers.page import AllCustomersPage
from clienteling.ui.headquarters.clouds.pages import cloud_specs
from clienteling.ui.headquarters.distribution_page import DistributionPage
from clienteling.ui.headquarters.engagement.page import EngagementPage
from clienteling.ui.headquarters.noun import Noun
from clienteling.ui.headquarters.nouns.company import ActivityTypes, Features, NumberSequences, Parameters
from clienteling.ui.headquarters.nouns.follow_ups import FollowUpRules
from clienteling.ui.headquarters.nouns.people import AppRoles, OperationGuards, PermissionGroups, Workers
from clienteling.ui.headquarters.nouns.properties import AttributeGroups, Attributes, Measures
from clienteling.ui.headquarters.nouns.retailer import AddressBooks, LegalEntities, Registers, Stores
from clienteling.ui.headquarters.nouns.screens import LayoutAssignments, ScreenLayouts
from clienteling.ui.headquarters.relationship.page import RelationshipPage
from clienteling.ui.headquarters.section_page import SectionPage
from clienteling.ui.headquarters.set_up_page import SetUpPage
from clienteling.ui.headquarters.spec import HeadquartersSpec
from clienteling.ui.till import Till


def headquarters_specs(till: Till) -> tuple[HeadquartersSpec, ...]:
    """What the workspace can show."""
    translate = QCoreApplication.translate
    start, clienteling = translate("Headquarters", "Start"), translate("Headquarters", "Clienteling")
    retailer, people = translate("Headquarters", "Retailer"), translate("Headquarters", "People")
    screens = translate("Headquarters", "Screens")
    return (
        HeadquartersSpec(
            "set_up", translate("Headquarters", "Set-up steps"), "list-checks", start, lambda: SetUpPage(till)
        ),
        noun(till, start, Features(till)),
        noun(till, start, NumberSequences(till)),
        HeadquartersSpec(
            "distribution",
            translate("Headquarters", "Distribution schedule"),
            "calendar-clock",
            start,
            lambda: DistributionPage(till),
            Operation.PUBLISH,
        ),
        noun(till, clienteling, Attributes(till)),
        noun(till, clienteling, AttributeGroups(till)),
        noun(till, clienteling, Measures(till)),
        noun(till, clienteling, ActivityTypes(till)),
        noun(till, clienteling, FollowUpRules(till)),
        noun(till, clienteling, Parameters(till)),
        *cloud_specs(till),
        *_services(till),
        noun(till, retailer, LegalEntities(till)),
        noun(till, retailer, Stores(till)),
        noun(till, retailer, Registers(till)),
        noun(till, retailer, AddressBooks(till)),
        *_customers(till, people),
        noun(till, people, Workers(till)),
        noun(till, people, PermissionGroups(till)),
        noun(till, people, AppRoles(till)),
        noun(till, people, OperationGuards(till)),
        noun(till, screens, ScreenLayouts(till)),
        noun(till, screens, LayoutAssignments(till)),
    )


def _services(till: Till) -> tuple[HeadquartersSpec, ...]:
    """What the program works out, or gets from elsewhere."""
    translate = QCoreApplication.translate
    return (
        HeadquartersSpec(
            "engagement",
            translate("Headquarters", "Engagement"),
            "mails",
            translate("Headquarters", "Services"),
            lambda: EngagementPage(till),
            Operation.ENGAGEMENT,
        ),
        HeadquartersSpec(
            "relationship",
            translate("Headquarters", "Relationships"),
            "waypoints",
            translate("Headquarters", "Services"),
            lambda: RelationshipPage(till),
        ),
    )


def _customers(till: Till, group: str) -> tuple[HeadquartersSpec, ...]:
    translate = QCoreApplication.translate
    return (
        HeadquartersSpec(
            "all_customers",
            translate("Headquarters", "All customers"),
            "users",
            group,
            lambda: AllCustomersPage(till),
            Operation.VIEW_ALL_CUSTOMERS,
        ),
        HeadquartersSpec(
            "duplicates",
            translate("Duplicates", "Duplicates"),
            "copy",
            group,
            lambda: DuplicatesPage(till),
            Operation.MERGE_CUSTOMERS,
        ),
    )


def noun(till: Till, group: str, of: Noun) -> HeadquartersSpec:
    """The page of a section; its key is the section's name."""
    build = partial(SectionPage, till, of)
    return HeadquartersSpec(of.section.name, of.title, of.icon, group, build, Operation.SET_UP)
