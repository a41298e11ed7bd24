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
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import WorkContext, open_folder
from tests.storage.conftest import CLOCK
from tests.storage.sample import build, finalise, sign
from tests.storage.sql_text import kept, text_of


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


def keep() -> None:
    """Write the text of the small database."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(fill(Path(folder)))) as connection:
        text = text_of(connection)
    kept().write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    keep()
