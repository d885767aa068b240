"""The tables. Private to this package: rows become domain values before they leave it."""

from clienteling.database.tables.books import (
    BookColumnRow,
    ClientBookRow,
    HoldingRow,
)
from clienteling.database.tables.customers import (
    AddressRow,
    ConsentRow,
    CustomerAddressBookRow,
    CustomerRow,
    EmailRow,
    ExternalIdRow,
    ImportantDateRow,
    LoyaltyCardRow,
    PhoneRow,
    TokenRow,
)
from clienteling.database.tables.forms import (
    DraftRow,
    StrangersRow,
)
from clienteling.database.tables.properties import (
    AttributeGroupMemberRow,
    AttributeGroupRow,
    AttributeRow,
    CustomerAttributeRow,
    CustomerMeasureRow,
    MeasureRow,
    ScoreRow,
)
from clienteling.database.tables.records import (
    ChangeRow,
    NodeRow,
    RecordRow,
)
from clienteling.database.tables.retailer import (
    AddressBookRow,
    LegalEntityRow,
    NumberSequenceRow,
    ParameterRow,
    RegisterRow,
    StoreAddressBookRow,
    StoreRow,
)
from clienteling.database.tables.timeline import (
    ActivityRow,
    ActivityTypeRow,
    NoteRow,
    ProductRow,
    PurchaseLineRow,
    PurchaseRow,
)
from clienteling.database.tables.workers import (
    PermissionGroupRow,
    PermissionRow,
    WorkerAddressBookRow,
    WorkerRow,
    WorkerStoreRow,
)

__all__ = [
    "ActivityRow",
    "ActivityTypeRow",
    "AddressBookRow",
    "AddressRow",
    "AttributeGroupMemberRow",
    "AttributeGroupRow",
    "AttributeRow",
    "BookColumnRow",
    "ChangeRow",
    "ClientBookRow",
    "ConsentRow",
    "CustomerAddressBookRow",
    "CustomerAttributeRow",
    "CustomerMeasureRow",
    "CustomerRow",
    "DraftRow",
    "EmailRow",
    "ExternalIdRow",
    "HoldingRow",
    "ImportantDateRow",
    "LegalEntityRow",
    "LoyaltyCardRow",
    "MeasureRow",
    "NodeRow",
    "NoteRow",
    "NumberSequenceRow",
    "ParameterRow",
    "PermissionGroupRow",
    "PermissionRow",
    "PhoneRow",
    "ProductRow",
    "PurchaseLineRow",
    "PurchaseRow",
    "RecordRow",
    "RegisterRow",
    "ScoreRow",
    "StoreAddressBookRow",
    "StoreRow",
    "StrangersRow",
    "TokenRow",
    "WorkerAddressBookRow",
    "WorkerRow",
    "WorkerStoreRow",
]
