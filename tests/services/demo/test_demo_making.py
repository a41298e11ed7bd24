"""Demo data made anew: the same day and seed give the same office, row by row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop_app.system import paths
from desktop_app.wiring import build_demo
from tests.conftest import DEMO_DAY


def _rows(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        return list(connection.iterdump())


def test_the_same_day_gives_the_same_office(demo_data: Path, tmp_path: Path) -> None:
    """It is made here and not only asked for: which test of a run asks first would decide what is measured."""
    build_demo(tmp_path / "again", DEMO_DAY)
    assert _rows(tmp_path / "again") == _rows(demo_data)


def test_another_seed_gives_other_uids(demo_data: Path, tmp_path: Path) -> None:
    build_demo(tmp_path / "other", DEMO_DAY, seed=7)
    one, other = _rows(tmp_path / "other"), _rows(demo_data)
    assert len(one) == len(other)
    assert one != other


def test_letters_came_in_and_caused_what_they_say(demo_data: Path) -> None:
    with closing(sqlite3.connect(demo_data / paths.DATABASE)) as connection:
        letters = connection.execute("SELECT number, day <= received_on FROM incoming_paper ORDER BY id").fetchall()
        about = connection.execute(
            "SELECT number, record_kind, count(*) FROM paper_link JOIN incoming_paper AS paper"
            " ON paper.id = incoming_paper_id GROUP BY paper.id, record_kind ORDER BY paper.id, record_kind"
        ).fetchall()
        asked = connection.execute("SELECT state, wanted_due FROM request").fetchall()
        (granted,) = connection.execute(
            "SELECT due FROM deadline_event WHERE granted_by_meeting_id IS NOT NULL"
        ).fetchall()
    assert letters == [("۹۱۱۷۴/۰۱/ش", 1), ("۷۳/ه", 1), ("۹۴/ف", 1)]
    assert about == [
        ("۹۱۱۷۴/۰۱/ش", "nomination", 4),
        ("۷۳/ه", "request", 1),
        ("۷۳/ه", "task", 1),
        ("۹۴/ف", "task", 1),
    ]
    assert asked == [("accepted", *granted)]
