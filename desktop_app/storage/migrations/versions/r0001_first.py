"""First schema: STRICT tables, uids, versions of minutes, guards, the audit table, search and sort columns."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.statements import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, index and guard from the frozen text beside this file."""
    for statement in statements(Path(__file__).with_suffix(".sql")):
        op.get_bind().exec_driver_sql(statement)
