"""What needs what, in words."""

from sqlmodel import SQLModel

from clienteling.database.configuration.table import SPOKEN_FOR, TITLES

CONFIGURED = (
    "address_book", "activity_type", "attribute", "attribute_group", "legal_entity", "measure", "number_sequence",
    "permission_group", "register", "store", "worker",
)  # fmt: skip


def test_whatever_refers_to_the_configuration_has_a_name_for_people() -> None:
    needing = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in CONFIGURED
    }
    assert needing
    assert needing - set(TITLES) - SPOKEN_FOR == set()
