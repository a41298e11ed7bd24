"""Invitations that were sent are kept with the letter as it was: a table that only grows."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.statements import statements

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table, its index and its guards."""
    for statement in statements(Path(__file__).with_suffix(".sql")):
        op.get_bind().exec_driver_sql(statement)
