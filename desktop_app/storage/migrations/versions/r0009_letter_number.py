"""Migration: an outgoing paper without a number may be given one, once."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.statements import statements

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Let the guard of the row pass a number, and guard the number by itself once it is given."""
    connection = op.get_bind()
    for statement in statements(Path(__file__).with_suffix(".sql")):
        connection.exec_driver_sql(statement)
