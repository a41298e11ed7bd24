"""A signature tells which act recorded it, so that all of one act can be struck together."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.rebuild import rebuild
from desktop_app.storage.migrations.statements import statements

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Rebuild the signatures with the new column; which of the earlier ones came together is not known."""
    (table,) = statements(Path(__file__).with_suffix(".sql"))
    rebuild(op.get_bind(), "signature", table, {"batch": "0"})
