"""An audit table as long as years make it: the entries of a folder, told again and again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.storage.file.database import DATABASE_NAME
from tests.foreign import connect

_AGAIN = """
WITH RECURSIVE round(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM round WHERE number < :rounds)
INSERT INTO audit (uid, at, actor, act, subject, subject_id, subject_uid, facts)
SELECT lower(hex(randomblob(16))), at, actor, act, subject, subject_id, subject_uid, facts
FROM audit CROSS JOIN round ORDER BY round.number, audit.seq
"""


def lengthen(folder: Path, least: int) -> int:
    """Repeat what is there until there are at least so many entries; how many there are then."""
    with closing(connect(folder / DATABASE_NAME)) as raw:
        there = _count(raw)
        raw.execute(_AGAIN, {"rounds": -(-(least - there) // there)})
        return _count(raw)


def _count(raw: sqlite3.Connection) -> int:
    return int(raw.execute("SELECT count(*) FROM audit").fetchone()[0])
