"""Run by Alembic: the connection comes from outside, inside a transaction that this file neither begins nor ends."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
