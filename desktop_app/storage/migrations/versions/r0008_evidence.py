"""Migration: row hashes and their chain, states that need their acts, and the tables of files, papers and requests."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from desktop_app.storage.migrations.alterations import add_column, change_check, new_words
from desktop_app.storage.migrations.statements import statements

revision = "0008"
down_revision = "0007"

_FROZEN_TEXT = (
    "state IN ('draft', 'review', 'dropped')"
    " OR (length(content_hash) = 64 AND snapshot <> '' AND finalised_at <> '')"
    " OR (state IN ('archived', 'amended') AND content_hash = '' AND snapshot = '' AND finalised_at = '')"
)


def upgrade() -> None:
    """Let minutes be taken over without a text, name the acts that states need, and make the tables."""
    connection = op.get_bind()
    change_check(connection, "minutes_version", "ck_minutes_version_frozen_text", _FROZEN_TEXT)
    new_words(connection, "minutes_act", "kind", "archived", "amended", "taken_over")
    classes = "'normal', 'confidential', 'secret'"
    add_column(connection, "clause", f"classification TEXT CHECK (classification IN ({classes}))")
    add_column(connection, "office_setting", "outgoing_pattern TEXT NOT NULL DEFAULT ''")
    for statement in statements(Path(__file__).with_suffix(".sql")):
        connection.exec_driver_sql(statement)
