"""A restore tells percent and may be given up wherever it tells them; the folder is then as it was."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import LAST_STEP, Backup, BackupKind
from desktop_app.storage.backup import restoring
from desktop_app.storage.backup.database_copy import DatabaseContents, require_sound
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.office_backups import OfficeBackups
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import open_folder
from desktop_app.system import disk, paths
from tests.foreign import connect
from tests.storage.conftest import CLOCK, work_context
from tests.storage.conftest import Stored as Databases
from tests.storage.sample import SCAN, kept_at
from tests.storage.test_restore import back_up, dump, files, records, work_on
from tests.whole import Share

FILE = 300_000
"""Bytes of a file, so that most are told of once."""
Told = list[tuple[int, int]]


class GivenUp(Exception):
    """The operator wants it no longer."""


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, but of the locks."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and not one.name.startswith(paths.LOCK)
    }


def giving_up_at(step: int) -> Callable[[int, int], object]:
    """Hears of progress, and has had enough at a step."""
    heard: Told = []

    def told(done: int, total: int) -> None:
        heard.append((done, total))
        if len(heard) == step:
            raise GivenUp

    return told


def steps_of(backup: Backup, folder: Path, copy: Path) -> Told:
    """What a restore tells when it goes through, seen on a copy of the folder."""
    heard: Told = []
    shutil.copytree(folder, copy)
    restore(backup, RestoreContext(copy, CLOCK), lambda done, total: heard.append((done, total)))
    shutil.rmtree(copy)
    return heard


@pytest.fixture
def office(tmp_path: Path, stored: Databases) -> Path:
    """A closed office with some files, one of them large."""
    return _made(tmp_path / "دفتر", stored, 24)


def _made(folder: Path, stored: Databases, number_of_files: int) -> Path:
    (folder / paths.PAPERS).mkdir(parents=True)
    shutil.copyfile(stored.final, folder / paths.DATABASE)
    (folder / kept_at(SCAN)).parent.mkdir(parents=True)
    (folder / kept_at(SCAN)).write_bytes(SCAN)
    chance = random.Random(3)
    for number in range(number_of_files):
        (folder / paths.PAPERS / f"برگهٔ {number}.pdf").write_bytes(chance.randbytes(FILE))
    (folder / paths.PAPERS / "بزرگ.pdf").write_bytes(chance.randbytes(FILE * number_of_files // 2))
    (folder / paths.PAPERS / "خالی.txt").touch()
    return folder


def change(office: Path) -> None:
    """Acts since the backup, and a third of the files missing, otherwise there, or new."""
    work_on(office)
    for number, file in enumerate(sorted((office / paths.PAPERS).iterdir())):
        if number % 6 == 0:
            file.unlink()
        elif number % 6 == 1:
            file.write_bytes(file.read_bytes()[::-1])
        elif number % 6 == 2:
            file.with_name(f"new {file.name}").write_bytes(b"new " * number)


def test_given_up_at_any_step_that_it_tells_the_folder_is_as_it_was(office: Path, tmp_path: Path, share: Share) -> None:
    backup, rows, papers = back_up(office), records(office), files(office)
    change(office)
    before = snapshot(office)
    heard = steps_of(backup, office, tmp_path / "copy")
    # every one with --whole; each day each kind of step is among them
    some = sorted({*range(1, len(heard) + 1, share(7, 1)), *range(len(heard) - 2, len(heard) + 1)})
    for step in some:
        with pytest.raises(GivenUp):
            restore(backup, RestoreContext(office, CLOCK), giving_up_at(step))
        assert snapshot(office) == before, f"step {step} of {len(heard)}: {heard[step - 1]}"
    restore(backup, RestoreContext(office, CLOCK), giving_up_at(len(heard) + 1))
    assert records(office) == rows
    assert {name: content for name, content in files(office).items() if name in papers} == papers
    data = open_folder(office, work_context())
    assert data.check() == ()
    data.close()


@pytest.mark.whole
def test_a_large_folder_is_restored_or_given_up_anywhere_in_it(tmp_path: Path, stored: Databases, share: Share) -> None:
    office = _made(tmp_path / "دفتر", stored, share(120, 1000))
    backup, papers = back_up(office), files(office)
    change(office)
    before = snapshot(office)
    heard = steps_of(backup, office, tmp_path / "copy")
    for part in (0.1, 0.5, 0.8, 0.95):
        with pytest.raises(GivenUp):
            restore(backup, RestoreContext(office, CLOCK), giving_up_at(round(part * len(heard))))
        assert snapshot(office) == before
    done = restore(backup, RestoreContext(office, CLOCK))
    assert done.files_back > share(30, 300)
    assert {name: content for name, content in files(office).items() if name in papers} == papers


def test_percent_rise_to_the_last_step_which_is_told_once(office: Path, tmp_path: Path) -> None:
    backup = back_up(office)
    change(office)
    heard = steps_of(backup, office, tmp_path / "copy")
    percents = [done for done, _total in heard]
    assert percents == sorted(percents)
    assert {total for _done, total in heard} == {100}
    assert percents.count(LAST_STEP) == 1
    assert percents[-1] == LAST_STEP
    gaps = [after - before for before, after in zip([0, *percents], percents, strict=False)]
    assert max(gaps) <= 25, "no part of it goes by without a word"


@pytest.mark.parametrize("kind", ["damaged", "missing", "empty"])
@pytest.mark.whole
def test_given_up_where_no_office_can_be_read(office: Path, tmp_path: Path, kind: str) -> None:
    backup, rows = back_up(office, place=_stick(tmp_path)), records(office)
    change(office)
    if kind == "damaged":
        (office / paths.DATABASE).write_bytes(b"no database any more " * 9000)
    elif kind == "missing":
        (office / paths.DATABASE).unlink()
    else:
        shutil.rmtree(office)
        office.mkdir()
    before = snapshot(office)
    heard = steps_of(backup, office, tmp_path / "copy")
    for step in sorted({1, len(heard) // 2, len(heard) - 1, len(heard)}):
        with pytest.raises(GivenUp):
            restore(backup, RestoreContext(office, CLOCK), giving_up_at(step))
        assert snapshot(office) == before
    restore(backup, RestoreContext(office, CLOCK))
    assert records(office) == rows


def test_a_last_step_that_fails_puts_the_files_back_and_keeps_the_backup_of_before(office: Path) -> None:
    backup = back_up(office)
    change(office)
    rows, before = dump(office), files(office)
    with closing(connect(office / paths.DATABASE)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM audit").fetchone()
        # another program reads, so that nothing can be written
        with pytest.raises(EnvironmentProblem, match="data_locked"):
            restore(backup, RestoreContext(office, CLOCK))
    assert dump(office) == rows
    assert files(office) == before
    assert [one.kind for one in list_backups(office / paths.BACKUPS)] == [BackupKind.BEFORE_RESTORE, BackupKind.BY_HAND]


def test_a_disk_that_fills_up_while_files_are_put_in_place_changes_nothing(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(office)
    change(office)
    rows, before = dump(office), files(office)
    whole, calls = disk.replace, 0

    def full(source: Path, target: Path) -> None:
        nonlocal calls
        if target.parent.name == paths.PAPERS and restoring.ASIDE not in source.name:
            calls += 1
            if calls == 4:
                raise OSError(28, "No space left on device")
        whole(source, target)

    monkeypatch.setattr(disk, "replace", full)
    with pytest.raises(EnvironmentProblem, match="backup_full"):
        restore(backup, RestoreContext(office, CLOCK))
    assert dump(office) == rows
    assert files(office) == before


def _stick(tmp_path: Path) -> Path:
    place = tmp_path / "فلش"
    place.mkdir()
    return place


def test_a_restore_after_which_other_records_lie_there_is_told(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was prepared is compared with what came of it; the office of before is in its backup."""
    backup = back_up(office)
    change(office)

    def wanted(file: Path) -> DatabaseContents:
        held = require_sound(file)
        return replace(held, reached=replace(held.reached, last_act=held.reached.last_act + 1))

    monkeypatch.setattr(restoring, "require_sound", wanted)
    with pytest.raises(EnvironmentProblem, match="restore_differs"):
        restore(backup, RestoreContext(office, CLOCK))
    assert list_backups(office / paths.BACKUPS)[0].kind is BackupKind.BEFORE_RESTORE


def test_looking_at_a_backup_that_is_given_up_leaves_nothing_of_it(office: Path) -> None:
    backup = back_up(office)
    data = open_folder(office, work_context())
    backups = OfficeBackups(data, CLOCK)
    before = sorted(one.name for one in backups.own.iterdir())
    with pytest.raises(GivenUp):
        backups.unpack(backup, giving_up_at(2))
    assert sorted(one.name for one in backups.own.iterdir()) == before
    data.close()
