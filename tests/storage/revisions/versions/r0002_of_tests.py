"""A revision that only the tests know: from that earlier schema to the one that the program declares."""

from __future__ import annotations

from alembic import op

from desktop_app.storage.migrations.alterations import add_column, new_words

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """A column, and a word that the CHECK of a frozen table takes: that table is rebuilt with its frozen rows."""
    add_column(op.get_bind(), "person", "phone TEXT NOT NULL DEFAULT '' CHECK (phone = trim(phone))")
    new_words(op.get_bind(), "clause", "adoption", "with_reservation")
