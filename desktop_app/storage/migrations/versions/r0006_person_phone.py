"""Migration: a person has a phone number."""

from __future__ import annotations

from alembic import op

from desktop_app.storage.migrations.alterations import add_column

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; a number that is not known is empty and never blanks."""
    add_column(op.get_bind(), "person", "phone TEXT NOT NULL DEFAULT '' CHECK (phone = trim(phone))")
