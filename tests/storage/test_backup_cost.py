"""What a backup costs: by what it reads, asks and waits for, which no load of a machine changes."""

from __future__ import annotations

import errno
import threading
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import BackupKind, Verdict
from desktop_app.storage.backup import database_copy, file_store, listing, manifest, thinning
from desktop_app.storage.backup.database_copy import copier_of_open_database
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.office_backups import OfficeBackups
from desktop_app.storage.backup.thinning import RECENT, thin_out
from desktop_app.storage.file.folder import DataFolder
from desktop_app.system import disk, paths
from tests.benchmarks import backups as bench
from tests.storage.conftest import CLOCK
from tests.storage.sample import Sample
from tests.storage.test_backup import INSTANT, made

PAGE = 4096


@pytest.fixture
def place(tmp_path: Path) -> Path:
    found = tmp_path / "place"
    found.mkdir()
    return found


def papers(data: DataFolder, count: int) -> None:
    folder = data.folder / paths.PAPERS
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number}.pdf").write_bytes(f"%PDF {number}".encode())


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, counts: Counter[str]) -> None:
    """Count the calls of a function."""
    whole: Callable[..., Any] = getattr(owner, name)

    def call(*asked: Any, **more: Any) -> Any:
        counts[name] += 1
        return whole(*asked, **more)

    monkeypatch.setattr(owner, name, call)


def act(data: DataFolder) -> None:
    with data.open_write() as work:
        work.audit("settings", "office_setting", 1)
        work.commit()


def copy_with(data: DataFolder, place: Path, told: Callable[[int, int], object]) -> Any:
    copy = copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)
    return make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT), told)


def test_the_next_backup_asks_no_more_where_more_is_stored(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = []
    for count in (6, 60):
        papers(data, count)
        made(data, place)
        (data.folder / paths.PAPERS / f"new-{count}.pdf").write_bytes(f"%PDF new {count}".encode())
        counts, read = Counter[str](), list[str]()
        with monkeypatch.context() as patched:
            for name in ("is_file", "size_of", "exists"):
                counted(patched, paths, name, counts)
            counted(patched, file_store, "copy_and_hash", counts)
            whole = Path.open

            def opened(path: Path, *asked: Any, whole: Any = whole, read: list[str] = read, **more: Any) -> Any:
                read.append(path.name)
                return whole(path, *asked, **more)

            patched.setattr(Path, "open", opened)
            made(data, place)
        assert counts["copy_and_hash"] == 1
        assert not [name for name in read if name.endswith(".pdf") and not name.startswith("new")]
        costs.append((counts, len(read)))
    assert costs[0] == costs[1]


def test_listing_reads_each_manifest_once_and_asks_no_file_by_itself(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers(data, 20)
    for _ in range(3):
        made(data, place)
    counts = Counter[str]()
    counted(monkeypatch, manifest, "read_manifest_file", counts)
    counted(monkeypatch, listing, "stored_sizes", counts)
    counted(monkeypatch, file_store, "same_bytes", counts)
    assert [one.verdict for one in list_backups(place)] == [Verdict.UNREAD] * 3
    assert counts == {"read_manifest_file": 3, "stored_sizes": 1}


def test_whether_something_changed_is_asked_of_manifests_alone(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        made(data, place)
    counts = Counter[str]()
    counted(monkeypatch, manifest, "read_manifest_file", counts)
    assert not OfficeBackups(data, CLOCK).changed_since(place)
    counted(monkeypatch, listing, "hash_file", counts)
    assert counts == {"read_manifest_file": 3}


def test_thinning_reads_nothing_while_there_is_nothing_to_thin(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(RECENT):
        newest = made(data, place, BackupKind.AUTOMATIC)
    monkeypatch.setattr(thinning, "has_its_database", lambda *_: pytest.fail("read in vain"))
    assert thin_out(place, newest.committee, INSTANT) == ()


def test_no_page_is_copied_while_somebody_wants_to_write(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "STEP", 8)
    monkeypatch.setattr(database_copy, "WAY", 30)
    turn = data.live_connection().turn
    steps, seen, asked = list[int](), list[int](), threading.Event()

    def want() -> None:
        with turn.wanted():
            asked.set()
            time.sleep(0.2)
            seen.append(len(steps))

    job = threading.Thread(target=want)

    def told(done: int, _total: int) -> None:
        steps.append(done)
        if len(steps) == 2:
            job.start()
            assert asked.wait(20)

    assert copy_with(data, place, told).verdict is Verdict.UNREAD
    job.join()
    assert seen == [2]
    assert len(steps) > 2


def test_every_act_asks_for_its_turn(data: DataFolder, final: Sample) -> None:
    turn = data.live_connection().turn
    assert turn.wait_until_free(0)
    with data.open_write():
        assert not turn.wait_until_free(0)
    assert turn.wait_until_free(0)


def test_a_step_is_a_megabyte_at_most_and_what_a_slow_disk_has_not_written_yet_stays_little(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database_copy.STEP * PAGE <= 1024 * 1024
    monkeypatch.setattr(database_copy, "STEP", 8)
    monkeypatch.setattr(database_copy, "SYNC_AT", 16)
    whole, reached, synced_at = disk.sync_file, [0], list[int]()

    def synced(path: Path) -> None:
        if path.name.startswith(paths.DATABASE):
            synced_at.append(reached[-1])
        whole(path)

    monkeypatch.setattr(disk, "sync_file", synced)
    copy_with(data, place, lambda done, _total: reached.append(done * 1024 // PAGE))
    pages = paths.size_of(data.folder / paths.DATABASE) // PAGE
    # the whole is asked for at the end
    assert pages // 16 <= len(synced_at) <= pages // 16 + 2
    assert max(later - earlier for earlier, later in pairwise([0, *synced_at])) <= 16


def test_what_the_disk_says_of_the_first_bits_ends_the_backup(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "STEP", 8)
    monkeypatch.setattr(database_copy, "SYNC_AT", 16)

    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk, "sync_file", full)
    with pytest.raises(EnvironmentProblem, match="backup_full"):
        made(data, place)
    assert list_backups(place) == ()


def test_a_large_file_is_made_durable_bit_by_bit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_store, "CHUNK", 4)
    monkeypatch.setattr(file_store, "SYNC_EVERY", 8)
    source = tmp_path / "scan.pdf"
    source.write_bytes(bytes(range(20)))
    sizes = list[int]()
    monkeypatch.setattr(disk, "sync_file", lambda path: sizes.append(paths.size_of(path)))
    file_store.store(tmp_path, source)
    assert sizes == [8, 16, 20]


def test_a_file_that_came_with_an_act_amid_the_copying_is_in_the_backup(
    data: DataFolder, final: Sample, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_copy, "STEP", 8)
    came = b"%PDF came meanwhile"
    kept = list[str]()

    def told(_done: int, _total: int) -> None:
        if not kept:
            kept.append(data.files.take_bytes(came).sha256)
            act(data)

    backup = copy_with(data, place, told)
    assert kept[0] in {one.sha256 for one in manifest.read_manifest(backup.folder).files.values()}
    assert verify(backup).verdict is Verdict.VERIFIED


def test_the_bench_of_backups_in_short(tmp_path: Path) -> None:
    table = bench.measure(tmp_path, megabytes=10, rounds=1)
    assert [len(row) for row in table.rows] == [len(table.head)] * 6
