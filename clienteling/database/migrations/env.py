"""Run by alembic: migrates on the connection that `upgrade` hands over."""

from alembic import context
from sqlmodel import SQLModel

from clienteling.database import tables  # noqa: F401 - defines the tables in SQLModel.metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
