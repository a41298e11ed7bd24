"""Migration: an item of the agenda has a background, a text that the agenda pack prints."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.rebuild import rebuild
from desktop_app.storage.migrations.statements import statements

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Rebuild the agenda with the new column: STRICT and NOT NULL without a default allow no ALTER TABLE."""
    (table,) = statements(Path(__file__).with_suffix(".sql"))
    rebuild(op.get_bind(), "agenda_item", table, {"background": "''"})
