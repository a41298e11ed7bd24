"""A database is copied whole and proved before an upgrade; without the copy nothing is upgraded."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.file import copying, upgrade
from desktop_app.storage.file import folder as folder_module
from desktop_app.storage.file.copying import CopyDiffers, copy_database
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import SchemaUpgrade, WorkContext, open_folder, view_folder
from desktop_app.storage.file.upgrade import KEPT, copy_before_upgrade
from desktop_app.system import disk, paths
from tests.conftest import ROOT
from tests.storage.conftest import work_context
from tests.storage.earlier import EARLIER, LATER, later_program, lay, text_of
from tests.systems import not_on_windows
from tests.whole import deciding

LEFT = {FindingKind.FILE_MISSING}
"""The small database has no store of files beside it."""


@pytest.fixture(autouse=True)
def later() -> Iterator[None]:
    with later_program():
        yield


def _copies(folder: Path) -> list[Path]:
    return sorted((folder / paths.BEFORE_UPGRADE).glob(f"*/{DATABASE_NAME}"))


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


# ---- the upgrade


def test_what_was_there_before_an_upgrade_is_kept_word_for_word(tmp_path: Path) -> None:
    before = text_of(lay(tmp_path))
    opened = open_folder(tmp_path, work_context())
    (copy,) = _copies(tmp_path)
    assert opened.upgraded == SchemaUpgrade(EARLIER, LATER, copy.parent)
    assert copy.parent.name == f"schema-{EARLIER}-20230301T100000Z"
    assert text_of(copy) == before
    assert {one.kind for one in opened.check()} == LEFT
    opened.close()
    assert _version(tmp_path / DATABASE_NAME) == LATER


def test_the_folder_of_a_copy_is_a_data_folder_by_itself(tmp_path: Path) -> None:
    lay(tmp_path)
    open_folder(tmp_path, work_context()).close()
    (copy,) = _copies(tmp_path)
    with pytest.raises(EnvironmentProblem, match="schema_older"):
        view_folder(copy.parent, work_context())
    again = open_folder(copy.parent, work_context())
    assert {one.kind for one in again.check()} == LEFT
    again.close()


def test_neither_a_new_folder_nor_the_newest_schema_is_copied(tmp_path: Path) -> None:
    for _time in range(2):
        opened = open_folder(tmp_path, work_context())
        assert opened.upgraded is None
        opened.close()
    assert not (tmp_path / paths.BEFORE_UPGRADE).exists()


def test_a_copy_beside_the_data_is_no_place_for_a_paper(tmp_path: Path) -> None:
    from desktop_app.printing.files import require_target

    lay(tmp_path)
    open_folder(tmp_path, work_context()).close()
    for name in (f"{_copies(tmp_path)[0].parent.name}/x.pdf", "x.pdf"):
        with pytest.raises(EnvironmentProblem, match="target_of_office"):
            require_target(tmp_path / paths.BEFORE_UPGRADE / name)


def _refused(folder: Path, key: str) -> EnvironmentProblem:
    """The upgrade is refused, nothing changed, nothing is left, and the lock is free."""
    before = (folder / DATABASE_NAME).read_bytes()
    with pytest.raises(EnvironmentProblem, match=key) as caught:
        open_folder(folder, work_context())
    assert (folder / DATABASE_NAME).read_bytes() == before
    place = folder / paths.BEFORE_UPGRADE
    assert not place.is_dir() or list(place.iterdir()) == []
    assert not (folder / paths.LOCK_HOLDER).exists()
    return caught.value


@pytest.mark.parametrize(("number", "key"), [(errno.ENOSPC, "upgrade_copy_full"), (errno.EROFS, "upgrade_copy_failed")])
def test_a_copy_that_cannot_be_made_durable_refuses_the_upgrade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    lay(tmp_path)

    def fail(_path: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(disk, "sync_file", fail)
    assert _refused(tmp_path, key).facts["folder"] == str(tmp_path / paths.BEFORE_UPGRADE)


@not_on_windows("no process can be given a limit for its files")
def test_a_disk_that_takes_no_more_refuses_the_upgrade(tmp_path: Path) -> None:
    """Really, by the limit that the system puts on files."""
    import resource

    size = lay(tmp_path).stat().st_size
    limit, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, limit[1]))
    try:
        _refused(tmp_path, "upgrade_copy_failed")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)
    open_folder(tmp_path, work_context()).close()
    assert len(_copies(tmp_path)) == 1, "with room again it goes on"


def test_a_place_that_is_taken_refuses_the_upgrade(tmp_path: Path) -> None:
    lay(tmp_path)
    (tmp_path / paths.BEFORE_UPGRADE).write_text("a file", encoding="utf-8")
    before = (tmp_path / DATABASE_NAME).read_bytes()
    with pytest.raises(EnvironmentProblem, match="upgrade_copy_failed"):
        open_folder(tmp_path, work_context())
    assert (tmp_path / DATABASE_NAME).read_bytes() == before


def test_a_damaged_database_is_not_upgraded(tmp_path: Path) -> None:
    path = lay(tmp_path)
    with closing(sqlite3.connect(path)) as raw:
        page = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'meeting'").fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : (page - 1) * size + 512] = bytes(512)
    path.write_bytes(content)
    _refused(tmp_path, "database_damaged")


def test_an_upgrade_that_fails_leaves_the_database_and_its_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text_of(lay(tmp_path))

    def fail(_path: Path) -> None:
        raise EnvironmentProblem("upgrade_failed", what="x", count=1)

    monkeypatch.setattr(folder_module, "upgrade", fail)
    with pytest.raises(EnvironmentProblem, match="upgrade_failed"):
        open_folder(tmp_path, work_context())
    assert text_of(tmp_path / DATABASE_NAME) == text_of(_copies(tmp_path)[0]) == before


# ---- how many are kept


def _copied(folder: Path, version: int, seconds: int) -> Path:
    instant = datetime(2023, 3, 1, 10, tzinfo=UTC) + timedelta(seconds=seconds)
    return copy_before_upgrade(folder / DATABASE_NAME, version, FixedClock(instant).instant())


def test_of_one_schema_the_newest_two_stay_and_of_others_all(tmp_path: Path) -> None:
    lay(tmp_path)
    other = [_copied(tmp_path, LATER, second) for second in (0, 0)]
    made = [_copied(tmp_path, EARLIER, second) for second in (5, 6, 6, 6)]
    assert made[3].name.endswith("-2"), "made in one second"
    left = {path.parent for path in _copies(tmp_path)}
    assert left == {*other, *made[-KEPT:]}


def test_a_clock_that_goes_back_does_not_cost_the_copy_that_was_just_made(tmp_path: Path) -> None:
    lay(tmp_path)
    made = [_copied(tmp_path, EARLIER, second) for second in (9, 8, 7)]
    assert {path.parent for path in _copies(tmp_path)} == {made[0], made[2]}


def test_what_is_strange_there_is_never_removed(tmp_path: Path) -> None:
    lay(tmp_path)
    first = _copied(tmp_path, EARLIER, 0)
    (first / "یادداشت.txt").write_text("x", encoding="utf-8")
    own = tmp_path / paths.BEFORE_UPGRADE / "مال من"
    own.mkdir()
    for second in (1, 2, 3):
        _copied(tmp_path, EARLIER, second)
    assert (first / DATABASE_NAME).exists()
    assert own.exists()


# ---- the copying itself


def test_a_copy_is_told_page_by_page_and_may_be_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "PAGES", 4)
    target, told = folder.parent / "copy.db", list[tuple[int, int]]()
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as source:
        copy_database(source, target, lambda done, total: told.append((done, total)))
        pages = source.execute("PRAGMA page_count").fetchone()[0]
        assert told[-1] == (pages, pages)
        assert [done for done, _total in told] == sorted(done for done, _total in told)
        assert len(told) > 3

        def give_up(done: int, _total: int) -> None:
            if done > 4:
                raise InterruptedError

        other = folder.parent / "other.db"
        with pytest.raises(InterruptedError):
            copy_database(source, other, give_up)
        assert sorted(path.name for path in folder.parent.iterdir()) == sorted([folder.name, "copy.db"])
        assert not source.in_transaction, "the connection can go on"
    assert text_of(target) == text_of(folder / DATABASE_NAME)


def test_a_copy_that_differs_never_gets_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = copying.copy_pages

    def planted(source: sqlite3.Connection, part: Path, progress: Progress) -> None:
        whole(source, part, progress)
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            copy.execute("PRAGMA user_version=3")

    monkeypatch.setattr(copying, "copy_pages", planted)
    target = folder.parent / "copy.db"
    with (
        closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as source,
        pytest.raises(CopyDiffers, match="user_version"),
    ):
        copy_database(source, target)
    assert sorted(path.name for path in folder.parent.iterdir()) == [folder.name]


def test_nobody_writes_while_a_copy_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "PAGES", 4)
    path = folder / DATABASE_NAME

    def write(_done: int, _total: int) -> None:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("PRAGMA user_version=3")
            refused.append(True)

    refused: list[bool] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as source:
        copy_database(source, folder.parent / "copy.db", write)
    assert refused


# ---- kills

KILLED = """
import os, signal, sys
from pathlib import Path
from desktop_app.system import disk
from desktop_app.system import disk
from desktop_app.storage.file import copying, folder, upgrade
from tests.storage.conftest import work_context
from tests.storage.earlier import later_program
from tests.whole import deciding

def dies(module, name, before):
    act = getattr(module, name)
    def killed(*given, **named):
        done = None if before else act(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)
        return done
    setattr(module, name, killed)

place, moment = Path(sys.argv[1]), sys.argv[2]
if moment == "copying":
    copying.PAGES = 3
    real = copying.copy_database
    upgrade.copy_database = lambda source, target, _told: real(
        source, target, lambda done, total: done > 8 and os.kill(os.getpid(), signal.SIGKILL)
    )
else:
    module, name, before = {
        "before the proof": (copying, "verify_copy", True),
        "before it is durable": (disk, "sync_file", True),
        "before it has its name": (disk, "replace", True),
        "after it has its name": (disk, "replace", False),
        "before the upgrade": (folder, "upgrade", True),
        "within the upgrade": (upgrade, "run_revisions", False),
        "after the upgrade": (folder, "upgrade", False),
    }[moment]
    dies(module, name, before)
with later_program():
    folder.open_folder(place, work_context())
print("opened")
"""
MOMENTS = {
    "copying": (0, EARLIER),
    "before the proof": (0, EARLIER),
    "before it is durable": (0, EARLIER),
    "before it has its name": (0, EARLIER),
    "after it has its name": (1, EARLIER),
    "before the upgrade": (1, EARLIER),
    "within the upgrade": (1, EARLIER),
    "after the upgrade": (1, LATER),
}
"""By the moment of the kill: how many whole copies there are then, and the schema that the database has."""


@not_on_windows("the child ends itself by a signal that is not there")
@pytest.mark.parametrize("moment", deciding(MOMENTS, {"copying", "within the upgrade"}))
def test_a_kill_leaves_the_old_or_the_new_database_and_no_half_copy(tmp_path: Path, moment: str) -> None:
    before = text_of(lay(tmp_path))
    program = KILLED
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path), moment], cwd=ROOT, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    copies, version = MOMENTS[moment]
    assert [text_of(path) for path in _copies(tmp_path)] == [before] * copies
    assert _version(tmp_path / DATABASE_NAME) == version
    opened = open_folder(tmp_path, replace(work_context(), clock=FixedClock(datetime(2023, 3, 2, tzinfo=UTC))))
    assert {one.kind for one in opened.check()} == LEFT
    assert (opened.upgraded is None) == (version == LATER)
    opened.close()
    left = {path for path in (tmp_path / paths.BEFORE_UPGRADE).rglob("*") if path.is_file()}
    assert left == set(_copies(tmp_path)), "what was half made is gone"
    assert {hashlib.sha256(text_of(path).encode()).digest() for path in _copies(tmp_path)} == {
        hashlib.sha256(before.encode()).digest()
    }


def test_the_word_of_windows_for_a_full_disk_is_known(tmp_path: Path) -> None:
    error = OSError(errno.EINVAL, "full")
    error.winerror = 112  # type: ignore[attr-defined,unused-ignore]
    assert upgrade.refusal_of(error, tmp_path).key == "upgrade_copy_full"


def test_the_actor_of_an_old_database_is_not_asked_for(tmp_path: Path) -> None:
    """The copy is made before anything of the newest schema is read."""
    lay(tmp_path)
    open_folder(tmp_path, WorkContext(work_context().clock)).close()
    assert len(_copies(tmp_path)) == 1
