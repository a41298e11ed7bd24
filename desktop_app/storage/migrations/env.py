"""Entry point of Alembic: uses a given connection inside a transaction that it neither begins nor ends."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
