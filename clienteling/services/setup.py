"""What a company needs before anybody can work: permission groups, number sequences, activity types, parameters."""

from clienteling.database import company, follow_up_rules, workers
from clienteling.database.imports import definitions
from clienteling.domain.company import LegalEntity
from clienteling.domain.configuration import usual
from clienteling.domain.follow_up import DEFAULT_RULES
from clienteling.domain.number_sequence import constant
from clienteling.domain.operations import (
    ADMINISTRATOR_OPERATIONS,
    ASSOCIATE_OPERATIONS,
    MANAGER_OPERATIONS,
)
from clienteling.services.operations import Writing

ASSOCIATE = "associate"
MANAGER = "manager"
ADMINISTRATOR = "administrator"

CLIENT_BOOK_ATTRIBUTES = usual.CLIENT_BOOK
CUSTOMER_ATTRIBUTES = "Customer"

_GROUPS = {
    ASSOCIATE: ("Associate", ASSOCIATE_OPERATIONS),
    MANAGER: ("Manager", MANAGER_OPERATIONS),
    ADMINISTRATOR: ("Administrator", ADMINISTRATOR_OPERATIONS),
}
_PARAMETERS = {
    company.CLIENT_BOOK_GROUP: CLIENT_BOOK_ATTRIBUTES,
    company.CUSTOMER_GROUP: CUSTOMER_ATTRIBUTES,
}


def client_book_format(code: str) -> str:
    """How client books of a legal entity are numbered where nobody chose otherwise."""
    return f"{constant(code)}-CB-######"


def ensure_company(writing: Writing, *, activity_types: bool = True) -> None:
    """Make what is missing, for every legal entity there is. What is there already stays as it is.

    Without `activity_types`, legal entities get none: somebody is about to define their own.
    """
    ensure_groups(writing)
    for entity in company.legal_entities(writing.transaction):
        _ensure_legal_entity(writing, entity, activity_types=activity_types)


def ensure_groups(writing: Writing) -> None:
    """Make the permission groups that are missing."""
    transaction = writing.transaction
    known = {group.code for group in workers.groups(transaction).values()}
    for code, (name, operations) in _GROUPS.items():
        if code not in known:
            workers.add_group(transaction, code, name, operations)
            writing.note("permission group", None, None, code)


def _ensure_legal_entity(writing: Writing, entity: LegalEntity, *, activity_types: bool) -> None:
    transaction = writing.transaction
    if definitions.add_number_sequence(
        transaction, entity.id, company.CLIENT_BOOK_SEQUENCE, client_book_format(entity.code)
    ):
        writing.note("number sequence", None, None, f"{entity.code} {company.CLIENT_BOOK_SEQUENCE}")
    if activity_types and not definitions.activity_types(transaction, [entity.id]):
        for kind in usual.activity_types(entity.code):
            draft = definitions.ActivityTypeDraft(
                entity.id, kind.code, kind.name, kind.icon, kind.position, kind.labels
            )
            definitions.save_activity_type(transaction, None, draft)
            writing.note("activity type", None, None, f"{entity.code} {kind.code}")
    if activity_types and not follow_up_rules.rules(transaction, entity.id):
        for rule in DEFAULT_RULES:
            follow_up_rules.save(transaction, entity.id, rule)
            writing.note("follow-up rule", None, None, f"{entity.code} {rule.code}")
    given = company.parameters(transaction, entity.id)
    for name, value in _PARAMETERS.items():
        if name not in given:
            company.set_parameter(transaction, entity.id, name, value)
            writing.note("parameter", None, None, f"{entity.code} {name}={value}")
