"""The only package that uses SQLAlchemy and SQLite: rows, unit of work, guards, migrations."""

from desktop_app.system.deferred_modules import defer

# before anything here imports SQLAlchemy
defer("asyncio", functions=("iscoroutine",))
defer("importlib.metadata")
