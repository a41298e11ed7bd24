"""Run by Alembic in place of the program's own; it does the same."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
