"""What was found of a backup when all of it was read: kept beside it, told with its day, and relied on by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.read_models.backups import Backup, Verdict
from desktop_app.storage.backup.last_reading import READING
from desktop_app.storage.backup.listing import latest_verified, list_backups
from desktop_app.storage.backup.manifest import read_manifest, write_manifest
from desktop_app.storage.backup.mending import verify_mending
from desktop_app.storage.backup.thinning import remove_backup
from tests.storage.test_restore import back_up, office

__all__ = ["office"]

AT = "2023-03-05T10:00:00Z"


def read(office: Path) -> Backup:
    verify_mending(back_up(office), "", office, AT)
    (listed,) = list_backups(office / paths.BACKUPS)
    return listed


def _damage(listed: Backup) -> None:
    database = bytearray(listed.database.read_bytes())
    database[-1] ^= 1
    listed.database.write_bytes(database)


def test_it_is_told_and_the_verdict_of_the_list_stays(office: Path) -> None:
    listed = read(office)
    assert listed.verdict is Verdict.UNREAD
    assert (listed.read_as, listed.read_at) == (Verdict.VERIFIED, AT)


def test_what_was_found_last_counts(office: Path) -> None:
    listed = read(office)
    _damage(listed)
    verify_mending(listed, "", office, "2023-03-06T10:00:00Z")
    (after,) = list_backups(office / paths.BACKUPS)
    assert (after.verdict, after.read_as) == (Verdict.UNREAD, Verdict.DAMAGED)
    assert after.read_at.startswith("2023-03-06")


def test_it_belongs_to_one_manifest(office: Path) -> None:
    listed = read(office)
    manifest = read_manifest(listed.folder)
    other = type(manifest)(**{name: getattr(manifest, name) for name in manifest.__slots__} | {"made_at": AT})
    write_manifest(listed.folder, other)
    (after,) = list_backups(office / paths.BACKUPS)
    assert after.read_as is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"verified"', "\0", "x" * 9000, '{"verdict": 1}', '{"verdict": "unread"}']
)
def test_a_note_that_no_program_wrote_says_nothing(office: Path, text: str) -> None:
    listed = read(office)
    (listed.folder / READING).write_text(text, encoding="utf-8")
    (after,) = list_backups(office / paths.BACKUPS)
    assert after.read_as is None


def test_nobody_relies_on_it(office: Path) -> None:
    listed = read(office)
    _damage(listed)
    (told,) = list_backups(office / paths.BACKUPS)
    assert (told.verdict, told.read_as) == (Verdict.UNREAD, Verdict.VERIFIED)
    assert latest_verified(office / paths.BACKUPS) is None


def test_it_goes_with_its_backup(office: Path) -> None:
    remove_backup(read(office).folder)
    assert list_backups(office / paths.BACKUPS) == ()


def test_what_a_kill_left_of_both_is_no_backup(office: Path) -> None:
    listed = read(office)
    (listed.folder / "manifest.json").unlink()
    made = back_up(office)
    assert [one.folder for one in list_backups(office / paths.BACKUPS)] == [made.folder]
