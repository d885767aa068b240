"""The operations of a worker at the till, with their IDs, and the permission to use them.

IDs below 9000 are those of Dynamics 365 Commerce; those from 9001 on are ours.
"""

from dataclasses import dataclass
from enum import IntEnum

from clienteling.domain.errors import mark


class Operation(IntEnum):
    CUSTOMER_SEARCH = 602
    CUSTOMER_ADD = 612
    CUSTOMER_EDIT = 623
    LOG_ON = 700
    LOG_OFF = 701
    LOCK = 703
    VIEW_MY_CLIENT_BOOK = 712
    VIEW_STORE_CLIENT_BOOKS = 713
    ADD_TO_CLIENT_BOOK = 714
    REMOVE_FROM_CLIENT_BOOK = 715
    REASSIGN = 716
    HEALTH_CHECK = 717
    CONNECTION_STATUS = 917
    EXTENDED_LOG_ON = 919
    CHANGE_PASSWORD = 1215
    RESET_PASSWORD = 1216
    TASKS = 1400
    VIEW_CUSTOMER_DETAILS = 9001
    ADD_ACTIVITY = 9002
    ADD_NOTE = 9003
    IMPORT = 9004
    VIEW_AUDIT = 9005
    SET_UP = 9006
    EXPORT = 9007
    EXPORT_STORE = 9008
    EDIT_ACTIVITY_OF_OTHERS = 9009
    SHARE_VIEW = 9010
    SAVE_VIEW = 9011
    TASKS_OF_OTHERS = 9013
    LEND_BOOK = 9014
    VIEW_MANAGER_PAGE = 9015
    ENGAGEMENT = 9023
    RELATIONSHIP = 9024
    KEY_VAULT = 9021
    INSIGHTS = 9022
    PUBLISH = 9020
    MERGE_CUSTOMERS = 9016
    ERASE_CUSTOMER = 9017
    EXPORT_PERSONAL_FILE = 9018
    VIEW_ALL_CUSTOMERS = 9019

    @property
    def title(self) -> str:
        """The name that people know it by; a translatable literal."""
        return TITLES[self]


READINGS = frozenset(
    {
        Operation.CUSTOMER_SEARCH,
        Operation.VIEW_MY_CLIENT_BOOK,
        Operation.VIEW_STORE_CLIENT_BOOKS,
        Operation.HEALTH_CHECK,
        Operation.CONNECTION_STATUS,
        Operation.VIEW_CUSTOMER_DETAILS,
        Operation.VIEW_AUDIT,
        Operation.VIEW_MANAGER_PAGE,
        Operation.RELATIONSHIP,
        Operation.VIEW_ALL_CUSTOMERS,
    }
)
"""What only looks: nothing is recorded of it, unless somebody else signed for it."""

TITLES = {
    Operation.CUSTOMER_SEARCH: mark("Customer search"),
    Operation.CUSTOMER_ADD: mark("Customer add"),
    Operation.CUSTOMER_EDIT: mark("Customer edit"),
    Operation.LOG_ON: mark("Log on"),
    Operation.LOG_OFF: mark("Log off"),
    Operation.LOCK: mark("Lock register"),
    Operation.VIEW_MY_CLIENT_BOOK: mark("View customers in client book"),
    Operation.VIEW_STORE_CLIENT_BOOKS: mark("View customers from store client books"),
    Operation.ADD_TO_CLIENT_BOOK: mark("Add customer to client book"),
    Operation.REMOVE_FROM_CLIENT_BOOK: mark("Remove customers from client book"),
    Operation.REASSIGN: mark("Reassign customers to a client book"),
    Operation.HEALTH_CHECK: mark("Health check"),
    Operation.CONNECTION_STATUS: mark("Database connection status"),
    Operation.EXTENDED_LOG_ON: mark("Extended log on"),
    Operation.CHANGE_PASSWORD: mark("Change password"),
    Operation.RESET_PASSWORD: mark("Reset password"),
    Operation.VIEW_CUSTOMER_DETAILS: mark("View customer details"),
    Operation.ADD_ACTIVITY: mark("Add activity"),
    Operation.ADD_NOTE: mark("Add note"),
    Operation.IMPORT: mark("Import"),
    Operation.VIEW_AUDIT: mark("View audit"),
    Operation.SET_UP: mark("Set up the company"),
    Operation.EXPORT: mark("Export customers"),
    Operation.EXPORT_STORE: mark("Export customers of others"),
    Operation.EDIT_ACTIVITY_OF_OTHERS: mark("Edit activities of others"),
    Operation.SHARE_VIEW: mark("Share views with the store"),
    Operation.SAVE_VIEW: mark("Save views"),
    Operation.TASKS: mark("Follow-ups"),
    Operation.TASKS_OF_OTHERS: mark("Follow-ups of others"),
    Operation.LEND_BOOK: mark("Lend client books"),
    Operation.VIEW_MANAGER_PAGE: mark("View the manager’s page"),
    Operation.ENGAGEMENT: mark("Set up and run account engagement"),
    Operation.RELATIONSHIP: mark("View relationships"),
    Operation.KEY_VAULT: mark("Key Vault parameters"),
    Operation.INSIGHTS: mark("Customer Insights"),
    Operation.PUBLISH: mark("Publish to the tills"),
    Operation.MERGE_CUSTOMERS: mark("Merge customers"),
    Operation.ERASE_CUSTOMER: mark("Erase a customer"),
    Operation.EXPORT_PERSONAL_FILE: mark("Export a personal file"),
    Operation.VIEW_ALL_CUSTOMERS: mark("View all customers"),
}

ASSOCIATE_OPERATIONS = frozenset(
    {
        Operation.CUSTOMER_SEARCH,
        Operation.CUSTOMER_ADD,
        Operation.CUSTOMER_EDIT,
        Operation.VIEW_MY_CLIENT_BOOK,
        Operation.VIEW_STORE_CLIENT_BOOKS,
        Operation.ADD_TO_CLIENT_BOOK,
        Operation.REMOVE_FROM_CLIENT_BOOK,
        Operation.VIEW_CUSTOMER_DETAILS,
        Operation.ADD_ACTIVITY,
        Operation.ADD_NOTE,
        Operation.HEALTH_CHECK,
        Operation.CONNECTION_STATUS,
        Operation.CHANGE_PASSWORD,
        Operation.EXPORT,
        Operation.SAVE_VIEW,
        Operation.TASKS,
        Operation.RELATIONSHIP,
    }
)
MANAGER_OPERATIONS = ASSOCIATE_OPERATIONS | {
    Operation.REASSIGN,
    Operation.VIEW_AUDIT,
    Operation.RESET_PASSWORD,
    Operation.EXTENDED_LOG_ON,
    Operation.EXPORT_STORE,
    Operation.EDIT_ACTIVITY_OF_OTHERS,
    Operation.SHARE_VIEW,
    Operation.TASKS_OF_OTHERS,
    Operation.LEND_BOOK,
    Operation.VIEW_MANAGER_PAGE,
    Operation.MERGE_CUSTOMERS,
    Operation.VIEW_ALL_CUSTOMERS,
}
ADMINISTRATOR_OPERATIONS = frozenset(Operation)


@dataclass(frozen=True, slots=True)
class PermissionGroup:
    """A named set of operations that its workers may use."""

    id: int
    code: str
    name: str
    operations: frozenset[Operation]
