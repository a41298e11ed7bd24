"""Migration: a table of its own for drafts, which are typed and not recorded yet."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.statements import statements

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table of typed drafts."""
    for statement in statements(Path(__file__).with_suffix(".sql")):
        op.get_bind().exec_driver_sql(statement)
