"""A backup is said to be verified only by who read all of it, what was stored before too; what is wrong is mended."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from desktop_app import disk, paths
from desktop_app.domain.read_models.backups import Backup, BackupKind, Flaw, Verdict
from desktop_app.storage.backup import file_store
from desktop_app.storage.backup.database_copy import own_copy
from desktop_app.storage.backup.file_store import stored_at
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.office_backups import OfficeBackups, copy_closed
from desktop_app.storage.backup.thinning import BATCH, RECENT
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.file.lock import FolderLock
from tests.storage.closed_office import closed_office
from tests.storage.conftest import CLOCK, work_context
from tests.storage.conftest import Stored as Databases

INSTANT = "2023-03-01T10:00:00Z"
PAPER = b"%PDF what went to the pen" * 10
NAME = "papers/a.pdf"
SHA = hashlib.sha256(PAPER).hexdigest()


@pytest.fixture
def office(tmp_path: Path, stored: Databases) -> Path:
    folder = closed_office(tmp_path / "دفتر", stored.final)
    (folder / NAME).parent.mkdir()
    (folder / NAME).write_bytes(PAPER)
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    found = tmp_path / "فلش"
    found.mkdir()
    return found


def rot(place: Path) -> Path:
    """One bit of the stored paper turns over."""
    file = stored_at(place, SHA)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    return file


def automatic(office: Path, place: Path) -> Backup:
    return make_backup(office, place, own_copy(office / paths.DATABASE), Wish(BackupKind.AUTOMATIC, INSTANT))


def test_what_was_only_made_is_not_said_to_be_read(office: Path, place: Path) -> None:
    assert automatic(office, place).verdict is Verdict.UNREAD
    rot(place)
    assert automatic(office, place).verdict is Verdict.UNREAD


def test_one_made_by_hand_finds_what_rotted_and_mends_it(office: Path, place: Path) -> None:
    first = copy_closed(office, place, INSTANT)
    assert (first.verdict, first.mended) == (Verdict.VERIFIED, 0)
    rot(place)
    assert verify(first).flaw is Flaw.FILE_CHANGED
    made = copy_closed(office, place, INSTANT)
    assert (made.verdict, made.mended) == (Verdict.VERIFIED, 1)
    assert stored_at(place, SHA).read_bytes() == PAPER
    assert {verify(one).verdict for one in list_backups(place)} == {Verdict.VERIFIED}, "and so are those before it"


def test_a_stored_file_that_is_gone_is_mended_too(office: Path, place: Path) -> None:
    backup = copy_closed(office, place, INSTANT)
    stored_at(place, SHA).unlink()
    data = open_folder(office, work_context())
    found = OfficeBackups(data, CLOCK).verify(backup)
    data.close()
    assert (found.verdict, found.mended) == (Verdict.VERIFIED, 1)
    assert stored_at(place, SHA).read_bytes() == PAPER


def test_what_the_office_no_longer_has_is_named_and_what_it_has_is_mended(office: Path, place: Path) -> None:
    (office / "papers/b.pdf").write_bytes(b"%PDF another")
    backup = copy_closed(office, place, INSTANT)
    rot(place)
    other = stored_at(place, hashlib.sha256(b"%PDF another").hexdigest())
    other.unlink()
    (office / NAME).write_bytes(PAPER[::-1])
    data = open_folder(office, work_context())
    found = OfficeBackups(data, CLOCK).verify(backup)
    data.close()
    assert (found.verdict, found.flaw, found.detail) == (Verdict.DAMAGED, Flaw.FILE_CHANGED, NAME)
    assert found.mended == 1
    assert other.read_bytes() == b"%PDF another"
    assert stored_at(place, hashlib.sha256(PAPER[::-1]).hexdigest()).exists() is False, "nothing else is put there"


def test_what_mends_is_durable_before_it_has_the_name(
    office: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_closed(office, place, INSTANT)
    file = rot(place)
    done: list[tuple[str, str]] = []
    for name in ("sync_file", "replace", "sync_name"):
        whole = getattr(disk, name)

        def act(*asked: Path, name: str = name, whole: object = whole) -> None:
            if file in asked or asked[0].parent == place / file_store.STORE:
                done.append((name, asked[-1].name[:4]))
            whole(*asked)  # type: ignore[operator]

        monkeypatch.setattr(disk, name, act)
    copy_closed(office, place, INSTANT)
    named = done.index(("replace", SHA[:4]))
    assert done[named - 1][0] == "sync_file"
    assert ("sync_name", SHA[:4]) in done[named:]


def test_nothing_is_mended_where_somebody_else_is_at_work(office: Path, place: Path) -> None:
    backup = copy_closed(office, place, INSTANT)
    file = rot(place)
    lock = FolderLock(place)
    lock.take(INSTANT)
    data = open_folder(office, work_context())
    try:
        assert OfficeBackups(data, CLOCK).verify(backup).flaw is Flaw.FILE_CHANGED
        assert file.read_bytes() != PAPER
    finally:
        lock.release()
        data.close()


def test_a_new_file_of_the_same_bytes_does_not_rely_on_what_rotted(office: Path, place: Path) -> None:
    automatic(office, place)
    file = rot(place)
    (office / "papers/copy.pdf").write_bytes(PAPER)
    automatic(office, place)
    assert file.read_bytes() == PAPER


def test_older_ones_go_in_batches_and_only_behind_one_that_was_read_whole(office: Path, place: Path) -> None:
    data = open_folder(office, work_context())
    backups = OfficeBackups(data, CLOCK)
    for _ in range(RECENT + BATCH - 1):
        automatic(office, place)
    assert backups.thin(place) is None, "to read all for a few is not worth it"
    automatic(office, place)
    file = rot(place)
    (office / NAME).unlink()
    found = backups.thin(place)
    assert found is not None
    assert (found.verdict, found.flaw) == (Verdict.DAMAGED, Flaw.FILE_CHANGED)
    assert len(list_backups(place)) == RECENT + BATCH
    (office / NAME).write_bytes(PAPER)
    found = backups.thin(place)
    data.close()
    assert found is not None
    assert (found.verdict, found.mended) == (Verdict.VERIFIED, 1)
    assert file.read_bytes() == PAPER
    assert len(list_backups(place)) == RECENT


def test_one_by_hand_is_read_before_it_lets_older_ones_go(office: Path, place: Path) -> None:
    for _ in range(RECENT + 1):
        automatic(office, place)
    rot(place)
    whole = (office / NAME).read_bytes()
    (office / NAME).unlink()
    (office / "papers/b.pdf").write_bytes(whole[:-1])
    data = open_folder(office, work_context())
    backups = OfficeBackups(data, CLOCK)
    made = backups.make(place, BackupKind.BY_HAND)
    assert made.verdict is Verdict.UNREAD
    assert len(list_backups(place)) == RECENT + 2, "none goes by what was only made"
    assert backups.read_made(made).verdict is Verdict.VERIFIED
    data.close()
    assert len(list_backups(place)) == RECENT


def test_reading_one_made_by_hand_tells_all_of_its_bytes_and_can_be_given_up(office: Path, place: Path) -> None:
    data = open_folder(office, work_context())
    backups = OfficeBackups(data, CLOCK)
    made = backups.make(place, BackupKind.BY_HAND)
    told: list[tuple[int, int]] = []
    backups.read_made(made, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == made.size // 1024

    def give_up(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backups.read_made(made, give_up)
    data.close()
    assert [one.verdict for one in list_backups(place)] == [Verdict.UNREAD], "it stays as what it is"
