"""Features, operations, number sequences, Commerce parameters, activity types."""

from collections.abc import Iterator

from sqlalchemy import delete, insert, select, update

from clienteling.database import books, company
from clienteling.database.configuration.retailer import entity_id
from clienteling.database.configuration.table import Table, rows_that_need
from clienteling.database.engine import Transaction
from clienteling.database.imports import definitions
from clienteling.database.tables import ActivityTypeRow, LegalEntityRow, NumberSequenceRow, ParameterRow
from clienteling.domain.book import check_no_longer_several
from clienteling.domain.configuration.company import (
    ActivityType,
    CommerceParameters,
    FeatureSettings,
    NumberSequence,
)
from clienteling.domain.configuration.item import Item, Remark
from clienteling.domain.configuration.people import OperationSettings
from clienteling.domain.errors import Invalid, mark
from clienteling.domain.feature import Feature
from clienteling.domain.number_sequence import capacity
from clienteling.domain.operations import Operation
from clienteling.domain.parameters import PARAMETERS, SEVERAL_BOOKS, written


def usual_features(_transaction: Transaction) -> dict[str, Item]:
    return {feature.value: FeatureSettings(feature) for feature in Feature}


def usual_operations(_transaction: Transaction) -> dict[str, Item]:
    return {str(int(operation)): OperationSettings(int(operation)) for operation in Operation}


def _sequences(transaction: Transaction) -> dict[str, Item]:
    entities = _entity_codes(transaction)
    row = NumberSequenceRow
    statement = select(row.code, row.format, row.legal_entity_id, row.continuous)
    items = [
        NumberSequence(code, form, entities[key] if key is not None else "", continuous)
        for code, form, key, continuous in transaction.connection().execute(statement)
    ]
    return {item.key: item for item in items}


def _entity_codes(transaction: Transaction) -> dict[int, str]:
    statement = select(LegalEntityRow.id, LegalEntityRow.code)
    return {key: code for key, code in transaction.connection().execute(statement)}


def sequence_id(transaction: Transaction, item: NumberSequence) -> int:
    """The key of a number sequence that is there."""
    owner = entity_id(transaction, item.legal_entity) if item.legal_entity else None
    statement = select(NumberSequenceRow.id).where(
        NumberSequenceRow.code == item.code, NumberSequenceRow.legal_entity_id.is_not_distinct_from(owner)
    )
    return int(transaction.connection().execute(statement).scalar_one())


def _save_sequence(transaction: Transaction, before: NumberSequence | None, after: NumberSequence) -> None:
    columns = {"format": after.format, "continuous": after.continuous}
    connection = transaction.connection()
    if before is None:
        owner = entity_id(transaction, after.legal_entity) if after.legal_entity else None
        row = {"id": transaction.key(), "legal_entity_id": owner, "code": after.code, "next_number": 1, **columns}
        connection.execute(insert(NumberSequenceRow), row)
    else:
        key = sequence_id(transaction, before)
        connection.execute(update(NumberSequenceRow).where(NumberSequenceRow.id == key).values(**columns))
    transaction.expire_all()


def _delete_sequence(transaction: Transaction, item: NumberSequence) -> None:
    key = sequence_id(transaction, item)
    transaction.connection().execute(delete(NumberSequenceRow).where(NumberSequenceRow.id == key))
    transaction.expire_all()


def next_number(transaction: Transaction, item: NumberSequence) -> int:
    """The number that a sequence gives next."""
    statement = select(NumberSequenceRow.next_number).where(NumberSequenceRow.id == sequence_id(transaction, item))
    return int(transaction.connection().execute(statement).scalar_one())


def set_next_number(transaction: Transaction, item: NumberSequence, number: int) -> None:
    key = sequence_id(transaction, item)
    change = update(NumberSequenceRow).where(NumberSequenceRow.id == key).values(next_number=number)
    transaction.connection().execute(change)
    transaction.expire_all()


def _sequence_problems(
    transaction: Transaction, before: NumberSequence | None, after: NumberSequence
) -> Iterator[Invalid]:
    if before is None:
        return
    number = next_number(transaction, before)
    if number > capacity(after.format):
        message = mark("“{format}” has no place for the next number, {number}. Give it more # or &.")
        yield Invalid("format", message, format=after.format, number=number)


NUMBER_SEQUENCES = Table(_sequences, _save_sequence, _delete_sequence, problems=_sequence_problems)


def _activity_types(transaction: Transaction) -> dict[str, Item]:
    entities = _entity_codes(transaction)
    items = [
        ActivityType(entities[draft.legal_entity_id], draft.code, draft.name, draft.icon, draft.position, draft.labels)
        for _, draft in definitions.activity_types(transaction, list(entities)).values()
    ]
    return {item.key: item for item in items}


def _activity_type_id(transaction: Transaction, item: ActivityType) -> int:
    statement = select(ActivityTypeRow.id).where(
        ActivityTypeRow.legal_entity_id == entity_id(transaction, item.legal_entity), ActivityTypeRow.code == item.code
    )
    return int(transaction.connection().execute(statement).scalar_one())


def _save_activity_type(transaction: Transaction, before: ActivityType | None, after: ActivityType) -> None:
    key = _activity_type_id(transaction, before) if before else None
    owner = entity_id(transaction, after.legal_entity)
    draft = definitions.ActivityTypeDraft(owner, after.code, after.name, after.icon, after.position, after.labels)
    definitions.save_activity_type(transaction, key, draft)
    transaction.expire_all()


def _delete_activity_type(transaction: Transaction, item: ActivityType) -> None:
    key = _activity_type_id(transaction, item)
    transaction.connection().execute(delete(ActivityTypeRow).where(ActivityTypeRow.id == key))
    transaction.expire_all()


def _uses_of_activity_type(transaction: Transaction, item: ActivityType) -> tuple[Remark, ...]:
    return rows_that_need(transaction, ActivityTypeRow, _activity_type_id(transaction, item))


ACTIVITY_TYPES = Table(_activity_types, _save_activity_type, _delete_activity_type, uses=_uses_of_activity_type)

_TEXTS = {
    "client_book_attribute_group": company.CLIENT_BOOK_GROUP,
    "customer_attribute_group": company.CUSTOMER_GROUP,
}
_SEQUENCES = {
    "client_book_identifier": company.CLIENT_BOOK_SEQUENCE,
    "customer_account": company.CUSTOMER_SEQUENCE,
}


def _parameters(transaction: Transaction) -> dict[str, Item]:
    connection = transaction.connection()
    given: dict[int, dict[str, str]] = {}
    rows = connection.execute(select(ParameterRow.scope_id, ParameterRow.name, ParameterRow.value))
    for scope_id, name, value in rows:
        given.setdefault(scope_id, {})[name] = value
    sequences = {
        (key, code)
        for key, code in connection.execute(select(NumberSequenceRow.legal_entity_id, NumberSequenceRow.code))
    }
    return {
        code: _parameters_item(code, given.get(key, {}), {c for owner, c in sequences if owner in (key, None)})
        for key, code in _entity_codes(transaction).items()
    }


def _parameters_item(code: str, given: dict[str, str], sequences: set[str]) -> CommerceParameters:
    chosen = {
        field: given.get(company.sequence_parameter(usual), usual if usual in sequences else "")
        for field, usual in _SEQUENCES.items()
    }
    return CommerceParameters(
        legal_entity=code,
        measures=tuple(name for name in given.get(company.MEASURES, "").split("|") if name),
        settings={key: _stored(key, given[key]) for key in sorted(PARAMETERS) if _is_stored(key, given)},
        **{field: given.get(name, "") for field, name in _TEXTS.items()},
        **chosen,
    )


def _is_stored(key: str, given: dict[str, str]) -> bool:
    """Whether a parameter was chosen, and is something that this version of the program takes."""
    try:
        return key in given and bool(_stored(key, given[key]))
    except Invalid:
        return False


def _stored(key: str, text: str) -> str:
    return written(PARAMETERS[key], text)


def _save_parameters(transaction: Transaction, before: CommerceParameters | None, after: CommerceParameters) -> None:
    key = entity_id(transaction, after.legal_entity)
    given = dict(company.parameters(transaction, key))
    wanted = {name: getattr(after, field) for field, name in _TEXTS.items()}
    wanted |= {company.sequence_parameter(usual): getattr(after, field) for field, usual in _SEQUENCES.items()}
    wanted |= {company.MEASURES: "|".join(after.measures), **after.settings}
    for name, value in wanted.items():
        if given.get(name) != value and (value or name in given or name.startswith(company.SEQUENCE_PREFIX)):
            company.set_parameter(transaction, key, name, value)
    gone = PARAMETERS.keys() & given.keys() - after.settings.keys()
    if gone:
        transaction.execute(delete(ParameterRow).where(ParameterRow.scope_id == key, ParameterRow.name.in_(gone)))
        transaction.expire_all()


def _parameter_problems(
    transaction: Transaction, _before: CommerceParameters | None, after: CommerceParameters
) -> Iterator[Invalid]:
    """A customer cannot be in one book only while some are in several."""
    key = next((key for key, code in _entity_codes(transaction).items() if code == after.legal_entity), None)
    if key is None or SEVERAL_BOOKS.of(after.settings) or not SEVERAL_BOOKS.of(company.parameters(transaction, key)):
        return
    try:
        check_no_longer_several([f"{account} {name}" for account, name in books.in_several(transaction, key)])
    except Invalid as problem:
        yield Invalid(f"settings.{problem.field}", problem.template, **problem.values)


def _delete_parameters(transaction: Transaction, item: CommerceParameters) -> None:
    """They go with their legal entity."""


PARAMETERS_TABLE = Table(_parameters, _save_parameters, _delete_parameters, problems=_parameter_problems)
