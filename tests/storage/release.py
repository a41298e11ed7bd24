"""``python -m tests.storage.release``: keep a small database of the newest schema.

Those of earlier schemas are never made again, and the texts of their revisions are never edited: the next change is
a revision of its own.
"""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import WorkContext, open_folder
from desktop_app.storage.schema import schema
from tests.storage.conftest import CLOCK
from tests.storage.sample import build, finalise, sign

DATA = Path(__file__).resolve().parents[1] / "data"


def keep() -> None:
    """Make the small database of the newest schema; the same bytes each time."""
    numbers = count(1)
    with tempfile.TemporaryDirectory() as folder:
        hands = WorkContext(CLOCK, lambda: "کارشناس دبیرخانه", lambda: f"00000000-0000-4000-8000-{next(numbers):012}")
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
    keep()
