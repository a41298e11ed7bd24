"""Migration: each act is recorded once, by its uid and with its answer, in a table that only grows."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.statements import statements

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table and its guards."""
    for statement in statements(Path(__file__).with_suffix(".sql")):
        op.get_bind().exec_driver_sql(statement)
