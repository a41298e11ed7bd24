"""First schema: all declared tables. Before the release of 1.0.0 it is changed, and no revision is added."""

from __future__ import annotations

from alembic import op

from desktop_app.storage.store import schema

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table, index and guard."""
    for statement in schema.ddl():
        if statement != schema.revision_table():
            op.get_bind().exec_driver_sql(statement)
