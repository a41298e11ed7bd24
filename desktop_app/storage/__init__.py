"""SQLAlchemy and SQLite live here alone: rows, unit of work, guards, migrations."""
