"""What a SIGKILL leaves is settled at the next start; kills by the hundred are in tests/fault_injection."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.domain.rules.minutes import MinutesActKind, MinutesState
from desktop_app.services.versions.signing import sign_all
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder, view_folder
from desktop_app.storage.store import schema
from tests.fault_injection.killing import Killed, killer
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import MONDAY
from tests.storage.conftest import work_context

KILLS = 8
ROUNDS = 7
"""So often the kills may be repeated, each time up to twice as late."""


@pytest.fixture(scope="module")
def killed() -> Iterator[Killed]:
    """By a process that forks, where there is such a thing; else by a new process each time."""
    with killer() as found:
        yield found


def _moments(count: int, seed: int, most: float) -> Iterator[float]:
    chance = random.Random(seed)
    return (chance.uniform(0, most) for _ in range(count))


def _kills(seed: int, most: float, enough: Callable[[], bool]) -> Iterator[float]:
    """As many moments as are asked for, up to ``most`` seconds after the start.

    A busy machine has not come far by then. So the kills go on, each round of them up to twice as late, until they
    have fallen where they can show something.
    """
    for farther in range(ROUNDS):
        yield from _moments(KILLS, seed + 100 * farther, most * 2**farther)
        if enough():
            return


@pytest.fixture
def crash(folder: Path) -> Callable[[Path], None]:
    """Puts a half-written file and its journal into a folder, as a power cut in the middle of a commit leaves them."""

    def put(target: Path) -> None:
        with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as writer:
            writer.execute("PRAGMA journal_mode=TRUNCATE")
            writer.execute("PRAGMA cache_size=1")
            writer.execute("BEGIN IMMEDIATE")
            writer.executemany(
                "INSERT INTO person (uid, name, post, name_key) VALUES (?, ?, '', '')",
                ((str(number), "ن" * 3000) for number in range(200)),
            )
            for file in (DATABASE_NAME, f"{DATABASE_NAME}-journal"):
                (target / file).write_bytes((folder / file).read_bytes())
            writer.execute("ROLLBACK")
        assert (target / f"{DATABASE_NAME}-journal").stat().st_size > 0

    return put


CHILDREN = ("clause", "attendance", "deliberation", "guest", "signer")


def test_a_killed_drop_of_a_correction_leaves_the_whole_draft_or_none(tmp_path: Path, killed: Killed) -> None:
    folder = tmp_path / "data"
    version_id = _signed_minutes(folder)
    written = _children(folder, version_id)
    assert all(written[name] for name in ("clause", "attendance"))
    drops = 0
    seen: set[str] = set()
    for moment in _kills(seed=5, most=0.15, enough=lambda: seen == {"draft", "dropped"}):
        drops += sum(_whole(line) for line in killed("drop_corrections", folder, moment))
        data = open_folder(folder, work_context())
        assert data.check() == ()
        with data.open_read() as work:
            drafts = [one for one in work.versions.where() if one.id != version_id]
            acts = work.minutes_acts.where(kind=MinutesActKind.DROPPED)
            assert work.versions.get(version_id).state is MinutesState.SIGNED
        data.close()
        assert len(acts) >= drops
        drops = len(acts)
        for one in drafts:
            seen.add(one.state.value)
            whole = written | {"signer": 0}
            assert _children(folder, one.id) == (whole if one.state is MinutesState.DRAFT else dict.fromkeys(whole, 0))
    assert seen == {"draft", "dropped"}, "no kill fell between the two acts"


def _signed_minutes(folder: Path) -> int:
    clock = SettableClock(datetime.fromisoformat("2023-05-01T10:00"))
    data = open_folder(folder, work_context())
    office = furnish(data.open_write, clock)
    _, version_id = office.written(2)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    data.close()
    return version_id


def _children(folder: Path, version_id: int) -> dict[str, int]:
    """By table: how many rows a version has in it."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        return {
            name: connection.execute(
                f"SELECT count(*) FROM {name} WHERE minutes_version_id = ?", (version_id,)
            ).fetchone()[0]
            for name in CHILDREN
        }


def _settled(data: DataFolder) -> None:
    with data.open_read() as work:
        assert work.people.where() == ()
    assert data.check() == ()
    data.close()


def test_a_reading_call_settles_what_a_killed_writer_left(crash: Callable[[Path], None], tmp_path: Path) -> None:
    """It takes the lock once, rolls back, and reads."""
    crash(tmp_path)
    _settled(view_folder(tmp_path, work_context()))


def test_opening_settles_it_too(crash: Callable[[Path], None], tmp_path: Path) -> None:
    crash(tmp_path)
    _settled(open_folder(tmp_path, work_context()))


@pytest.mark.parametrize("opening", [open_folder, view_folder])
def test_a_commit_that_broke_off_is_rolled_back_before_the_next_read(
    opening: Callable[..., DataFolder], crash: Callable[[Path], None], tmp_path: Path
) -> None:
    open_folder(tmp_path, work_context()).close()
    data = opening(tmp_path, work_context())
    crash(tmp_path)
    _settled(data)


def test_an_upgrade_that_is_killed_leaves_the_old_or_the_new(tmp_path: Path, killed: Killed) -> None:
    seen = Counter[str]()
    for number, moment in enumerate(_kills(seed=3, most=0.4, enough=lambda: seen["old"] > 0)):
        folder = tmp_path / str(number)
        folder.mkdir()
        killed("make_database", folder, moment)
        seen[_state_of(folder / DATABASE_NAME)] += 1
    assert set(seen) <= {"none", "old", "new"}, seen
    assert seen["old"], "no kill fell into an upgrade"


def _state_of(path: Path) -> str:
    if not path.exists():
        return "none"
    with closing(sqlite3.connect(path)) as connection:
        objects = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if (objects, version) == (0, 0):
            return "old"
        whole = schema.differences(schema.facts(connection.execute), schema.expected()) == ()
        return "new" if whole and version == schema.SCHEMA_VERSION else f"torn: {objects} objects, version {version}"


def _whole(line: str) -> bool:
    """Whether an acknowledgement was said to its end."""
    return line.startswith("A ") and line.endswith("\n")
