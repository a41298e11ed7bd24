"""``python -m tests.storage.release``: freeze the schema that is not released yet, and keep a small database of it.

After a release its files are never made again: the next change is a revision of its own.
"""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path

from desktop_app.storage import schema
from desktop_app.storage.database import DATABASE_NAME
from desktop_app.storage.folder import Hands, open_folder
from desktop_app.storage.upgrade import MIGRATIONS
from tests.storage.conftest import CLOCK
from tests.storage.sample import build, finalise, sign

DATA = Path(__file__).resolve().parents[1] / "data"
HEAD = "-- Frozen with its first release; never edited. Later changes are later revisions.\n\n"


def freeze() -> None:
    """Write the first revision's text from what is declared."""
    body = [text for text in schema.ddl() if text != schema.revision_table()]
    file = MIGRATIONS / "versions" / "r0001_first.sql"
    file.write_text(HEAD + "".join(text + ";\n\n" for text in body), encoding="utf-8")


def keep() -> None:
    """Make the small database of the newest schema; the same bytes each time."""
    numbers = count(1)
    with tempfile.TemporaryDirectory() as folder:
        hands = Hands(CLOCK, lambda: "کارشناس دبیرخانه", lambda: f"00000000-0000-4000-8000-{next(numbers):012}")
        data = open_folder(Path(folder), hands)
        with data.open_write() as work:
            sample = build(work)
            finalise(work, sample)
            sign(work, sample)
            work.put_settings(work.settings())
            work.commit()
        data.close()
        DATA.mkdir(exist_ok=True)
        made = (Path(folder) / DATABASE_NAME).read_bytes()
    (DATA / f"schema_{schema.SCHEMA_VERSION}.db").write_bytes(made)


if __name__ == "__main__":
    freeze()
    keep()
