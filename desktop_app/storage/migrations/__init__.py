"""Alembic's revisions; :mod:`desktop_app.storage.file.upgrade` runs them inside one transaction."""
