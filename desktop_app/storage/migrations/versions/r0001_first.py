"""First schema: the one that is declared. Until 1.0.0 is tagged a change is made there, and no revision is added."""

from __future__ import annotations

from alembic import op

from desktop_app.storage.store import schema

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and guard."""
    for statement in schema.ddl():
        if statement != schema.revision_table():
            op.get_bind().exec_driver_sql(statement)
