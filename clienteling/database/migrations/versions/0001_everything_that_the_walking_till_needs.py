"""Everything that the walking till needs"""

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Money, Ordered, Utc

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "address_book",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_table(
        "attribute",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("lowest", sa.Float(), nullable=True),
        sa.Column("highest", sa.Float(), nullable=True),
        sa.Column("multi_value", sa.Boolean(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("levels", sa.Boolean(), nullable=False),
        sa.Column("filter_control", sa.Text(), nullable=True),
        sa.Column("filter_multi_value", sa.Boolean(), nullable=False),
        sa.Column("thresholds", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "attribute_group",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "legal_entity",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_table(
        "measure",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("levels", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "node",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "parameter",
        sa.Column("scope_id", Key, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("scope_id", "name"),
    )
    op.create_table(
        "permission_group",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    op.create_table(
        "product",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("subcategory", sa.Text(), nullable=False),
        sa.Column("color", sa.Text(), nullable=False),
        sa.Column("price", Money, nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sku"),
    )
    op.create_table(
        "activity_type",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("legal_entity_id", Key, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("icon", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["legal_entity_id"],
            ["legal_entity.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("legal_entity_id", "code"),
    )
    op.create_table(
        "attribute_group_member",
        sa.Column("group_id", Key, autoincrement=False, nullable=False),
        sa.Column("attribute_id", Key, autoincrement=False, nullable=False),
        sa.Column("display_order", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attribute_id"],
            ["attribute.id"],
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["attribute_group.id"],
        ),
        sa.PrimaryKeyConstraint("group_id", "attribute_id"),
        sa.UniqueConstraint("group_id", "display_order"),
    )
    op.create_table(
        "customer",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("legal_entity_id", Key, nullable=False),
        sa.Column("account_number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", Ordered, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("created", Utc, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["legal_entity_id"],
            ["legal_entity.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("legal_entity_id", "account_number"),
    )
    op.create_table(
        "number_sequence",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("legal_entity_id", Key, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("next_number", Key, nullable=False),
        sa.ForeignKeyConstraint(
            ["legal_entity_id"],
            ["legal_entity.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("legal_entity_id", "code"),
    )
    op.create_table(
        "permission",
        sa.Column("group_id", Key, autoincrement=False, nullable=False),
        sa.Column("operation", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["permission_group.id"],
        ),
        sa.PrimaryKeyConstraint("group_id", "operation"),
    )
    op.create_table(
        "store",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("legal_entity_id", Key, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["legal_entity_id"],
            ["legal_entity.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    with op.batch_alter_table("store", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_store_legal_entity_id"), ["legal_entity_id"], unique=False)

    op.create_table(
        "worker",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("personnel_number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("group_id", Key, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("hired", sa.Date(), nullable=True),
        sa.Column("employed_until", sa.Date(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", Utc, nullable=True),
        sa.Column("blocked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["permission_group.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("personnel_number"),
    )
    op.create_table(
        "activity",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("type_id", Key, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Utc, nullable=False),
        sa.Column("worker_id", Key, nullable=True),
        sa.Column("store_id", Key, nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["store_id"],
            ["store.id"],
        ),
        sa.ForeignKeyConstraint(
            ["type_id"],
            ["activity_type.id"],
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"],
            ["worker.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("customer_id", "source"),
    )
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.create_index("activity_in_order", ["customer_id", "at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_activity_type_id"), ["type_id"], unique=False)

    op.create_table(
        "client_book",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("legal_entity_id", Key, nullable=False),
        sa.Column("worker_id", Key, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["legal_entity_id"],
            ["legal_entity.id"],
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"],
            ["worker.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("legal_entity_id", "code"),
        sa.UniqueConstraint("legal_entity_id", "worker_id"),
    )
    with op.batch_alter_table("client_book", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_client_book_worker_id"), ["worker_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("at", Utc, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("customer_id", "channel"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "customer_address",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("customer_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_address_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "customer_address_book",
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("address_book_id", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["address_book_id"],
            ["address_book.id"],
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("customer_id", "address_book_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "customer_attribute",
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("attribute_id", Key, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("number", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attribute_id"],
            ["attribute.id"],
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("customer_id", "attribute_id", "position"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("customer_attribute", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_attribute_attribute_id"), ["attribute_id"], unique=False)

    op.create_table(
        "customer_email",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("customer_email", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_email_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "customer_measure",
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("measure_id", Key, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("number", sa.Float(), nullable=True),
        sa.Column("as_of", Utc, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["measure.id"],
        ),
        sa.PrimaryKeyConstraint("customer_id", "measure_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("customer_measure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_measure_measure_id"), ["measure_id"], unique=False)

    op.create_table(
        "customer_phone",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("e164", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("customer_phone", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_customer_phone_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "customer_token",
        sa.Column("legal_entity_id", Key, autoincrement=False, nullable=False),
        sa.Column("token", Ordered, nullable=False),
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["legal_entity_id"],
            ["legal_entity.id"],
        ),
        sa.PrimaryKeyConstraint("legal_entity_id", "token", "customer_id", "field"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("customer_token", schema=None) as batch_op:
        batch_op.create_index("customer_token_of_customer", ["customer_id"], unique=False)

    op.create_table(
        "engagement_score",
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("as_of", Utc, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("customer_id"),
    )
    op.create_table(
        "important_date",
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("customer_id", "name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "loyalty_card",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    with op.batch_alter_table("loyalty_card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loyalty_card_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "note",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("restriction", sa.Text(), nullable=False),
        sa.Column("at", Utc, nullable=False),
        sa.Column("worker_id", Key, nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"],
            ["worker.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("customer_id", "source"),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index("note_in_order", ["customer_id", "at", "id"], unique=False)

    op.create_table(
        "purchase",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("store_id", Key, nullable=False),
        sa.Column("order_number", sa.Text(), nullable=False),
        sa.Column("at", Utc, nullable=False),
        sa.Column("amount", Money, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["store_id"],
            ["store.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("customer_id", "store_id", "order_number"),
    )
    with op.batch_alter_table("purchase", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_purchase_store_id"), ["store_id"], unique=False)
        batch_op.create_index("purchase_in_order", ["customer_id", "at", "id"], unique=False)

    op.create_table(
        "register",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("store_id", Key, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["store_id"],
            ["store.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("store_id", "number"),
    )
    op.create_table(
        "store_address_book",
        sa.Column("store_id", Key, autoincrement=False, nullable=False),
        sa.Column("address_book_id", Key, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["address_book_id"],
            ["address_book.id"],
        ),
        sa.ForeignKeyConstraint(
            ["store_id"],
            ["store.id"],
        ),
        sa.PrimaryKeyConstraint("store_id", "address_book_id", "kind"),
    )
    op.create_table(
        "worker_address_book",
        sa.Column("worker_id", Key, autoincrement=False, nullable=False),
        sa.Column("address_book_id", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["address_book_id"],
            ["address_book.id"],
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"],
            ["worker.id"],
        ),
        sa.PrimaryKeyConstraint("worker_id", "address_book_id"),
    )
    with op.batch_alter_table("worker_address_book", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_worker_address_book_address_book_id"), ["address_book_id"], unique=False)

    op.create_table(
        "worker_store",
        sa.Column("worker_id", Key, autoincrement=False, nullable=False),
        sa.Column("store_id", Key, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["store_id"],
            ["store.id"],
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"],
            ["worker.id"],
        ),
        sa.PrimaryKeyConstraint("worker_id", "store_id"),
    )
    with op.batch_alter_table("worker_store", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_worker_store_store_id"), ["store_id"], unique=False)

    op.create_table(
        "holding",
        sa.Column("customer_id", Key, autoincrement=False, nullable=False),
        sa.Column("book_id", Key, nullable=False),
        sa.Column("name_key", Ordered, nullable=False),
        sa.Column("since", Utc, nullable=False),
        sa.ForeignKeyConstraint(
            ["book_id"],
            ["client_book.id"],
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.PrimaryKeyConstraint("customer_id"),
    )
    with op.batch_alter_table("holding", schema=None) as batch_op:
        batch_op.create_index("holding_in_name_order", ["book_id", "name_key", "customer_id"], unique=False)

    op.create_table(
        "purchase_line",
        sa.Column("purchase_id", Key, autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("product_id", Key, nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("amount", Money, nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"],
            ["product.id"],
        ),
        sa.ForeignKeyConstraint(
            ["purchase_id"],
            ["purchase.id"],
        ),
        sa.PrimaryKeyConstraint("purchase_id", "line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("purchase_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_purchase_line_product_id"), ["product_id"], unique=False)

    op.create_table(
        "record",
        sa.Column("id", Key, autoincrement=False, nullable=False),
        sa.Column("at", Utc, nullable=False),
        sa.Column("operation", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("worker_id", Key, nullable=True),
        sa.Column("register_id", Key, nullable=True),
        sa.Column("legal_entity_id", Key, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undoes_id", Key, nullable=True),
        sa.ForeignKeyConstraint(
            ["legal_entity_id"],
            ["legal_entity.id"],
        ),
        sa.ForeignKeyConstraint(
            ["register_id"],
            ["register.id"],
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"],
            ["record.id"],
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"],
            ["worker.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "record_change",
        sa.Column("record_id", Key, autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("customer_id", Key, nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["record.id"],
        ),
        sa.PrimaryKeyConstraint("record_id", "line"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("record_change", schema=None) as batch_op:
        batch_op.create_index("record_change_of_customer", ["customer_id", "record_id"], unique=False)

    op.bulk_insert(sa.table("node", sa.column("id"), sa.column("next_number")), [{"id": 1, "next_number": 0}])
    for table in ("record", "record_change"):
        _refuse_changes(table)


def downgrade() -> None:
    with op.batch_alter_table("record_change", schema=None) as batch_op:
        batch_op.drop_index("record_change_of_customer")

    op.drop_table("record_change")
    op.drop_table("record")
    with op.batch_alter_table("purchase_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_purchase_line_product_id"))

    op.drop_table("purchase_line")
    with op.batch_alter_table("holding", schema=None) as batch_op:
        batch_op.drop_index("holding_in_name_order")

    op.drop_table("holding")
    with op.batch_alter_table("worker_store", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worker_store_store_id"))

    op.drop_table("worker_store")
    with op.batch_alter_table("worker_address_book", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worker_address_book_address_book_id"))

    op.drop_table("worker_address_book")
    op.drop_table("store_address_book")
    op.drop_table("register")
    with op.batch_alter_table("purchase", schema=None) as batch_op:
        batch_op.drop_index("purchase_in_order")
        batch_op.drop_index(batch_op.f("ix_purchase_store_id"))

    op.drop_table("purchase")
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index("note_in_order")

    op.drop_table("note")
    with op.batch_alter_table("loyalty_card", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_loyalty_card_customer_id"))

    op.drop_table("loyalty_card")
    op.drop_table("important_date")
    op.drop_table("engagement_score")
    with op.batch_alter_table("customer_token", schema=None) as batch_op:
        batch_op.drop_index("customer_token_of_customer")

    op.drop_table("customer_token")
    with op.batch_alter_table("customer_phone", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_phone_customer_id"))

    op.drop_table("customer_phone")
    with op.batch_alter_table("customer_measure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_measure_measure_id"))

    op.drop_table("customer_measure")
    with op.batch_alter_table("customer_email", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_email_customer_id"))

    op.drop_table("customer_email")
    with op.batch_alter_table("customer_attribute", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_attribute_attribute_id"))

    op.drop_table("customer_attribute")
    op.drop_table("customer_address_book")
    with op.batch_alter_table("customer_address", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_address_customer_id"))

    op.drop_table("customer_address")
    op.drop_table("consent")
    with op.batch_alter_table("client_book", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_client_book_worker_id"))

    op.drop_table("client_book")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activity_type_id"))
        batch_op.drop_index("activity_in_order")

    op.drop_table("activity")
    op.drop_table("worker")
    with op.batch_alter_table("store", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_store_legal_entity_id"))

    op.drop_table("store")
    op.drop_table("permission")
    op.drop_table("number_sequence")
    op.drop_table("customer")
    op.drop_table("attribute_group_member")
    op.drop_table("activity_type")
    op.drop_table("product")
    op.drop_table("permission_group")
    op.drop_table("parameter")
    op.drop_table("node")
    op.drop_table("measure")
    op.drop_table("legal_entity")
    op.drop_table("attribute_group")
    op.drop_table("attribute")
    op.drop_table("address_book")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")


def _refuse_changes(table: str) -> None:
    """Audit lines cannot be changed: not by this program, and not by a mistake in it."""
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'audit lines cannot be changed'); END"
            )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit lines cannot be changed'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
