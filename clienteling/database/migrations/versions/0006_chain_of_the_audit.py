"""The chain of the audit, and the one narrow door by which a person is erased from it."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from clienteling.database.types import Key, Utc
from clienteling.domain import chain

revision = "0006"
down_revision = "0005"

_AT_ONCE = 1000
_SAID = "audit lines cannot be changed"
_NUMBERS = ("id", "operation", "worker_id", "register_id", "legal_entity_id", "undoes_id", "override_by_id")
_SAME = " AND ".join(f"new.{name} {{same}} old.{name}" for name in (*_NUMBERS, "at", "outcome"))
# Erasing: the texts go, and what the chain needs of them takes the place of the salt. Nothing else changes.
_SEALED = "length(old.salt) = 16 AND length(new.salt) = 32"
_ERASES_REASON = f"new.reason = '' AND {_SEALED} AND {_SAME}"
_ERASES_LINE = (
    "new.record_id = old.record_id AND new.line = old.line AND new.subject = old.subject "
    f"AND new.customer_id IS NULL AND new.before IS NULL AND new.after IS NULL AND {_SEALED}"
)

_RECORD = sa.table(
    "record",
    *(sa.column(name, Key) for name in _NUMBERS),
    sa.column("at", Utc),
    sa.column("outcome", sa.Text()),
    sa.column("reason", sa.Text()),
    sa.column("salt", sa.LargeBinary()),
)
_LINE = sa.table(
    "record_change",
    sa.column("record_id", Key),
    sa.column("line", sa.Integer()),
    sa.column("subject", sa.Text()),
    sa.column("customer_id", Key),
    sa.column("before", sa.Text()),
    sa.column("after", sa.Text()),
    sa.column("salt", sa.LargeBinary()),
)


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _let_change("record", is_sqlite)
    op.add_column("record", sa.Column("salt", sa.LargeBinary(), nullable=True))
    salt = "randomblob(16)" if is_sqlite else "uuid_send(gen_random_uuid())"
    op.execute(f"UPDATE record SET salt = {salt}")  # noqa: S608 - a function of the database
    salt = f"CASE WHEN subject = 'holder' THEN NULL ELSE {salt} END"
    if is_sqlite:
        _make_lines_anew(salt, "")
    else:
        _let_change("record_change", is_sqlite)
        op.drop_constraint("record_change_customer_id_fkey", "record_change", type_="foreignkey")
        op.add_column("record_change", sa.Column("salt", sa.LargeBinary(), nullable=True))
        op.execute(f"UPDATE record_change SET salt = {salt}")  # noqa: S608 - a function of the database
    op.create_table(
        "record_seal",
        sa.Column("position", Key, primary_key=True, autoincrement=False),
        sa.Column("record_id", Key, sa.ForeignKey("record.id"), nullable=False, unique=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
    )
    _seal()
    for table, door in (("record", _ERASES_REASON), ("record_change", _ERASES_LINE), ("record_seal", "")):
        _refuse_changes(table, door, is_sqlite)


def _make_lines_anew(salt: str, reference: str) -> None:
    """With a salt, and without the reference to the customer, which SQLite cannot drop; or the other way round."""
    op.create_table(
        "record_change_new",
        sa.Column("record_id", Key, sa.ForeignKey("record.id"), primary_key=True, autoincrement=False),
        sa.Column("line", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("customer_id", Key, *([sa.ForeignKey(reference)] if reference else []), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        *([sa.Column("salt", sa.LargeBinary(), nullable=True)] if salt else []),
        sqlite_with_rowid=False,
    )
    columns = "record_id, line, subject, customer_id, before, after"
    more = f", {salt}" if salt else ""
    op.execute(f"INSERT INTO record_change_new SELECT {columns}{more} FROM record_change ORDER BY 1, 2")  # noqa: S608
    op.drop_table("record_change")
    op.rename_table("record_change_new", "record_change")
    op.create_index("record_change_of_customer", "record_change", ["customer_id", "record_id"])


def _seal() -> None:
    """Make the chain of what is there."""
    connection = op.get_bind()
    seals = sa.table(
        "record_seal", sa.column("position", Key), sa.column("record_id", Key), sa.column("hash", sa.LargeBinary())
    )
    position, before, last = 0, chain.BEGINNING, -1
    statement = sa.select(_RECORD).order_by(_RECORD.c.id).limit(_AT_ONCE)
    while records := connection.execute(statement.where(_RECORD.c.id > last)).all():
        lines: dict[int, list[Any]] = {}
        between = _LINE.c.record_id.between(records[0].id, records[-1].id)
        for line in connection.execute(sa.select(_LINE).where(between).order_by(_LINE.c.record_id, _LINE.c.line)):
            lines.setdefault(line.record_id, []).append(line)
        rows = []
        for record in records:
            position += 1
            before = chain.link(before, position, _digest(record, lines.get(record.id, [])))
            rows.append({"position": position, "record_id": record.id, "hash": before})
        connection.execute(sa.insert(seals), rows)
        last = records[-1].id


def _digest(record: Any, lines: Sequence[Any]) -> bytes:
    header = chain.Header(
        record.id,
        record.at,
        record.operation,
        record.outcome,
        record.worker_id,
        record.register_id,
        record.legal_entity_id,
        record.undoes_id,
        record.override_by_id,
    )
    reason = chain.reason_commitment(bytes(record.salt), record.reason)
    return chain.record_digest(header, reason, chain.lines_digest([tuple(line)[1:] for line in lines]))


def _let_change(table: str, is_sqlite: bool) -> None:
    names = ("no_update", "no_delete") if is_sqlite else ("no_change",)
    for name in names:
        op.execute(f"DROP TRIGGER IF EXISTS {table}_{name}" + ("" if is_sqlite else f" ON {table}"))


def _refuse_changes(table: str, door: str, is_sqlite: bool) -> None:
    """Audit lines cannot be changed, not by a mistake in this program either; `door` is what may happen to a row."""
    if is_sqlite:
        allowed = f"WHEN ({door.format(same='IS')}) IS NOT TRUE " if door else ""
        for change, unless in (("UPDATE", allowed), ("DELETE", "")):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} {unless}"
                f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
            )
        return
    kept = "DELETE OR TRUNCATE" if door else "UPDATE OR DELETE OR TRUNCATE"
    op.execute(
        f"CREATE TRIGGER {table}_no_change BEFORE {kept} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    if door:
        same = door.format(same="IS NOT DISTINCT FROM")
        op.execute(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN (({same}) IS NOT TRUE) EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.drop_table("record_seal")
    _let_change("record", is_sqlite)
    if is_sqlite:
        op.execute("ALTER TABLE record DROP COLUMN salt")
        _make_lines_anew("", "customer.id")
    else:
        _let_change("record_change", is_sqlite)
        for table in ("record", "record_change"):
            op.execute(f"DROP TRIGGER {table}_no_update ON {table}")
            op.drop_column(table, "salt")
        op.create_foreign_key("record_change_customer_id_fkey", "record_change", "customer", ["customer_id"], ["id"])
    for table in ("record", "record_change"):
        _refuse_changes(table, "", is_sqlite)
