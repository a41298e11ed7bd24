"""Alembic's revisions; :mod:`desktop_app.storage.upgrade` runs them inside one transaction of its own."""
