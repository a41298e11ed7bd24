"""``python -m tests.storage.release``: keep a small database of the newest schema as SQL text.

Those of earlier schemas are never made again, and the texts of their revisions are never edited: the next change is
a revision of its own.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path

from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed
from desktop_app.storage.file import upgrade
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import WorkContext, open_folder
from desktop_app.storage.schema import schema
from tests.storage.conftest import CLOCK
from tests.storage.sample import build, finalise, sign
from tests.storage.sql_text import RUN, kept, text_of


def fill(folder: Path) -> Path:
    """The small database of the newest schema, with the same rows each time."""
    numbers = count(1)
    hands = WorkContext(CLOCK, lambda: "کارشناس دبیرخانه", lambda: f"00000000-0000-4000-8000-{next(numbers):012}")
    data = open_folder(folder, hands)
    with data.open_write() as work:
        sample = build(work)
        finalise(work, sample)
        sign(work, sample)
        work.put_settings(work.settings())
        work.audit("settings", "office_setting", 1)
        work.record(Outcome(changed=Changed.SETTINGS))
    data.close()
    return folder / DATABASE_NAME


def revisions() -> set[int]:
    """The numbers of the revisions."""
    return {int(path.name[1:5]) for path in (upgrade.MIGRATIONS / "versions").glob("r[0-9]*.py")}


def unreleased(kept_names: set[str], numbers: set[int], version: int) -> str:
    """What is still to be done for this version of the schema; empty where nothing is."""
    newest = max(numbers)
    if newest > version:
        return f"revision {newest} is newer: raise SCHEMA_VERSION in storage/schema/schema.py"
    if newest < version:
        return f"SCHEMA_VERSION is {version}: add its revision to storage/migrations/versions"
    if kept(version).name not in kept_names:
        return f"tests/data/{kept(version).name} is missing: {RUN}"
    wanted = {kept(one).name for one in range(1, version + 1)}
    return f"tests/data differs in {', '.join(sorted(kept_names ^ wanted))}" if kept_names != wanted else ""


def keep() -> None:
    """Write the text of the small database; that of an earlier schema is not written over."""
    if max(revisions()) != schema.SCHEMA_VERSION:
        raise SystemExit(unreleased(set(), revisions(), schema.SCHEMA_VERSION))
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(fill(Path(folder)))) as connection:
        text = text_of(connection)
    kept(schema.SCHEMA_VERSION).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    keep()
