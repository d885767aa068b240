"""The rules for follow-ups as headquarters changes them."""

from clienteling.database import company, follow_up_rules
from clienteling.database.configuration.retailer import entity_id
from clienteling.database.configuration.table import Table
from clienteling.database.engine import Transaction
from clienteling.domain.configuration.follow_ups import FollowUpRule
from clienteling.domain.configuration.item import Item


def _read(transaction: Transaction) -> dict[str, Item]:
    items = [
        FollowUpRule.of(entity.code, rule)
        for entity in company.legal_entities(transaction)
        for rule in follow_up_rules.rules(transaction, entity.id)
    ]
    return {item.key: item for item in items}


def _save(transaction: Transaction, _before: FollowUpRule | None, after: FollowUpRule) -> None:
    follow_up_rules.save(transaction, entity_id(transaction, after.legal_entity), after.rule)


def _delete(transaction: Transaction, item: FollowUpRule) -> None:
    follow_up_rules.remove(transaction, entity_id(transaction, item.legal_entity), item.code)


FOLLOW_UP_RULES = Table(_read, _save, _delete)
