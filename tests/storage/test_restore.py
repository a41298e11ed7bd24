"""A restore gives back every kind of backup row for row, says first what it would take, and never makes it worse."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import Backup, BackupKind, Restored, Verdict
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.backup import listing, restoring
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.listing import backup_at, list_backups, list_copies_before_upgrade, verify
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.storage.backup.manifest import HashAndSize
from desktop_app.storage.backup.restore_plan import newest_restorable, plan_restore
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.backup.thinning import thin_out
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.file.upgrade import copy_before_upgrade
from desktop_app.system import paths
from desktop_app.words import fields, restore_plan
from desktop_app.words.restore_plan import plan_lines
from tests.foreign import connect
from tests.storage import earlier
from tests.storage.conftest import CLOCK, work_context
from tests.storage.conftest import Stored as Databases
from tests.storage.damage import misfile
from tests.storage.sample import SCAN, kept_at, send

INSTANT = "2023-03-01T10:00:00Z"
PAPER = b"%PDF what went to the pen"


def dump(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but of the derived index of the search, whose keys say nothing."""
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for name in sorted(names)
            if not name.startswith(("search", "sqlite_", "resolution_facts"))
        }


_OF_THE_RESTORE = ("act", "audit", "chain_link", "record_hash")
"""To these a restore adds its own line of the history."""


def records(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """The same without what a restore adds, which has to be its one line, after all that was there."""
    found = dump(folder)
    acts = [row for row in found["audit"] if "backup_restored" in row]
    assert len(acts) <= 1
    assert all(row[0] == max(other[0] for other in found["audit"]) for row in acts)  # type: ignore[type-var]
    return {name: rows for name, rows in found.items() if name not in _OF_THE_RESTORE}


def files(folder: Path) -> dict[str, bytes]:
    """The papers and fonts of a data folder."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for name in (paths.PAPERS, paths.FONTS, "files")
        for one in sorted((folder / name).rglob("*"))
        if one.is_file()
    }


@pytest.fixture
def office(tmp_path: Path, stored: Databases) -> Path:
    """A closed data folder with final minutes and two files."""
    folder = tmp_path / "دفتر"
    (folder / paths.PAPERS).mkdir(parents=True)
    (folder / kept_at(SCAN)).parent.mkdir(parents=True)
    shutil.copyfile(stored.final, folder / paths.DATABASE)
    (folder / paths.PAPERS / "برگه.pdf").write_bytes(PAPER)
    (folder / kept_at(SCAN)).write_bytes(SCAN)
    return folder


def back_up(office: Path, kind: BackupKind = BackupKind.BY_HAND, place: Path | None = None) -> Backup:
    where = place or office / paths.BACKUPS
    return make_backup(office, where, copier_by_new_connection(office / paths.DATABASE), BackupOrder(kind, INSTANT))


def bring_back(backup: Backup, folder: Path) -> Restored:
    return restore(backup, RestoreContext(folder, CLOCK))


def work_on(office: Path) -> None:
    """Further acts, which a restore would take away."""
    data = open_folder(office, work_context())
    with data.open_write() as work:
        (meeting,) = work.meetings.where()
        send(work, meeting.id)
        work.audit("sent", "meeting", meeting.id)
        work.commit()
    data.close()


@pytest.mark.parametrize("kind", [kind for kind in BackupKind if kind is not BackupKind.BEFORE_UPGRADE])
def test_every_kind_comes_back_into_an_empty_folder(office: Path, tmp_path: Path, kind: BackupKind) -> None:
    backup = back_up(office, kind)
    new = tmp_path / "رایانهٔ تازه"
    done = bring_back(backup, new)
    assert records(new) == records(office)
    assert files(new) == files(office)
    assert done.safety is None
    data = open_folder(new, work_context())
    assert data.check() == ()
    data.close()


def test_a_copy_before_an_upgrade_comes_back_as_if_upgraded(tmp_path: Path) -> None:
    office, new, upgraded = tmp_path / "old", tmp_path / "new", tmp_path / "upgraded"
    upgraded.mkdir()
    shutil.copyfile(earlier.lay(office), upgraded / paths.DATABASE)
    copy_before_upgrade(office / paths.DATABASE, earlier.EARLIER, INSTANT)
    with earlier.later_program():
        open_folder(upgraded, work_context()).close()
        (backup,) = list_copies_before_upgrade(office)
        assert (backup.schema, backup.made_at, backup.kind) == (earlier.EARLIER, INSTANT, BackupKind.BEFORE_UPGRADE)
        assert bring_back(backup, new).plan.upgrades_from == earlier.EARLIER
        data = open_folder(new, work_context())
        assert {one.kind for one in data.check()} == {FindingKind.FILE_MISSING}
        data.close()
    assert records(new) == records(upgraded)


def test_what_would_come_back_is_counted_too(office: Path) -> None:
    older = back_up(office)
    work_on(office)
    newer = back_up(office)
    assert plan_restore(newer, office).gained_entries == 0
    bring_back(older, office)
    plan = plan_restore(newer, office)
    assert (plan.lost_entries, plan.gained_entries) == (1, 1), "the line of the restore, and what it took away"
    assert restore_plan.gained(1) in plan_lines(plan, str)
    newest = list_backups(office / paths.BACKUPS)[0]
    assert not any(restore_plan.gained(0) in line for line in plan_lines(plan_restore(newest, office), str))


def test_a_restore_over_an_office_keeps_it_aside_and_names_what_goes(office: Path, tmp_path: Path) -> None:
    backup = back_up(office)
    before = records(office)
    work_on(office)
    later = records(office)
    (office / paths.PAPERS / "برگه.pdf").write_bytes(b"otherwise")
    (office / paths.PAPERS / "later.pdf").write_bytes(b"later")
    plan = plan_restore(backup, office)
    assert (plan.replaces, plan.readable, plan.lost_entries, plan.lost_days, plan.files_back) == (True, True, 1, 1, 1)
    assert [(one.act, one.kind) for one in plan.first_lost] == [("sent", "meeting")]
    assert records(office) == later, "judging writes nothing"
    done = bring_back(backup, office)
    assert records(office) == before
    assert (office / paths.PAPERS / "برگه.pdf").read_bytes() == PAPER
    assert (office / paths.PAPERS / "later.pdf").read_bytes() == b"later", "what the backup does not know stays"
    (aside,) = done.set_aside
    assert (office / aside).read_bytes() == b"otherwise"
    assert done.safety is not None
    assert [one.kind for one in list_backups(office / paths.BACKUPS)] == [BackupKind.BEFORE_RESTORE, BackupKind.BY_HAND]
    bring_back(verify(list_backups(office / paths.BACKUPS)[0]), office)
    assert records(office) == later, "and the other way round"
    data = open_folder(office, work_context())
    assert data.check() == ()
    data.close()


def test_what_is_searched_is_made_anew_with_the_records(office: Path, tmp_path: Path) -> None:
    """It is no part of what a backup vouches for."""
    with closing(connect(office / paths.DATABASE)) as foreign:
        foreign.execute("DELETE FROM search_text")
    new = tmp_path / "رایانهٔ تازه"
    bring_back(back_up(office), new)
    data = open_folder(new, work_context())
    assert data.check() == ()
    data.close()


def test_a_disk_without_room_is_told_before_anything_is_copied(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(office)
    work_on(office)
    before = files(office), dump(office)
    needed = plan_restore(backup, office).room_needed
    usage = shutil.disk_usage(office)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage._replace(free=needed - 1))
    copied: list[Path] = []
    monkeypatch.setattr(restoring, "copy_and_hash", lambda source, *_rest: copied.append(source))
    with pytest.raises(EnvironmentProblem, match="backup_no_room"):
        bring_back(backup, office)
    assert copied == []
    assert (files(office), dump(office)) == before


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("CREATE TRIGGER quiet AFTER UPDATE ON clause BEGIN SELECT 1; END", "trigger quiet"),
        ("CREATE TRIGGER sqlite_quiet AFTER UPDATE ON clause BEGIN SELECT 1; END", "trigger sqlite_quiet"),
        ("CREATE VIEW elsewhere AS SELECT 1", "view elsewhere"),
        ("CREATE TABLE more (x TEXT) STRICT", "table more"),
        ("DROP TRIGGER guard_meeting_delete", "trigger guard_meeting_delete"),
    ],
)
def test_a_strange_schema_is_named_and_refused(office: Path, tmp_path: Path, change: str, named: str) -> None:
    strange = tmp_path / "strange"
    strange.mkdir()
    shutil.copyfile(office / paths.DATABASE, strange / paths.DATABASE)
    with closing(connect(strange / paths.DATABASE)) as connection:
        connection.execute("PRAGMA writable_schema=ON") if "sqlite_" in change else None
        try:
            connection.execute(change)
        except sqlite3.OperationalError:
            plain = change.replace("sqlite_", "")
            connection.execute(plain)
            connection.execute("UPDATE sqlite_schema SET name='sqlite_quiet', sql=? WHERE name='quiet'", (change,))
    backup = back_up(strange)
    before = dump(office)
    with pytest.raises(EnvironmentProblem, match="backup_damaged") as caught:
        bring_back(backup, office)
    assert str(caught.value.facts["detail"]).startswith(f"schema {named} ")
    assert dump(office) == before
    assert not (office / paths.BACKUPS).exists()


@pytest.mark.parametrize("version", [0, 1])
def test_a_database_of_another_program_is_refused_by_name(tmp_path: Path, version: int) -> None:
    """A new machine has no committee by which to tell it."""
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE note (text TEXT)")
        connection.execute(f"PRAGMA user_version = {version}")
    found = backup_at(file)
    assert found is not None
    with pytest.raises(EnvironmentProblem) as caught:
        plan_restore(found, tmp_path / "new")
    assert caught.value.key == "backup_not_ours"


def test_an_empty_file_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    found = backup_at(tmp_path / "empty.db")
    assert found is not None
    with pytest.raises(EnvironmentProblem) as caught:
        plan_restore(found, tmp_path / "new")
    assert caught.value.key == "backup_not_ours"


def test_another_committee_is_refused(office: Path, tmp_path: Path, stored: Databases) -> None:
    with pytest.raises(EnvironmentProblem, match="backup_other_committee"):
        bring_back(back_up(_other_committee(tmp_path, stored)), office)


def test_a_damaged_backup_is_refused_before_anything_is_written(office: Path) -> None:
    backup = back_up(office)
    content = bytearray(backup.database.read_bytes())
    content[len(content) // 3] ^= 4
    backup.database.write_bytes(content)
    with pytest.raises(EnvironmentProblem, match="backup_damaged") as caught:
        bring_back(backup, office)
    assert caught.value.facts["flaw"] == "database_changed"
    assert len(list_backups(office / paths.BACKUPS)) == 1


def test_a_damaged_office_is_kept_byte_by_byte(office: Path) -> None:
    backup = back_up(office)
    wanted = records(office)
    damaged = b"SQLite format 3\0" + b"\7" * 5000
    (office / paths.DATABASE).write_bytes(damaged)
    done = bring_back(backup, office)
    assert not done.plan.readable
    assert done.safety is not None
    assert done.safety.read_bytes() == damaged
    assert records(office) == wanted


def test_an_emptied_database_is_filled_again(office: Path) -> None:
    backup = back_up(office)
    wanted = records(office)
    (office / paths.DATABASE).write_bytes(b"")
    assert not bring_back(backup, office).plan.replaces
    assert records(office) == wanted


def test_an_open_office_is_not_restored_into(office: Path) -> None:
    backup = back_up(office)
    data = open_folder(office, work_context())
    with pytest.raises(EnvironmentProblem, match="data_in_use"):
        bring_back(backup, office)
    data.close()


def test_a_person_names_a_backup_by_its_folder_a_file_or_its_place(office: Path, tmp_path: Path) -> None:
    backup = back_up(office)
    for named in (backup.folder, backup.folder / "manifest.json", backup.database, backup.folder.parent):
        found = backup_at(named)
        assert found is not None
        assert found.folder == backup.folder
    bare = tmp_path / "رونوشت.db"
    shutil.copyfile(office / paths.DATABASE, bare)
    found = backup_at(bare)
    assert found is not None
    assert verify(found).verdict is Verdict.VERIFIED
    assert backup_at(tmp_path / "nothing") is None
    assert backup_at(tmp_path) is None


def test_a_restore_writes_its_own_line_into_the_history_that_it_brought(office: Path) -> None:
    backup = back_up(office)
    work_on(office)
    bring_back(backup, office)
    (line,) = [row for row in dump(office)["audit"] if "backup_restored" in row]
    assert INSTANT in str(line), "when the backup was made"
    data = open_folder(office, work_context())
    assert (data.check(), data.findings) == ((), ())
    data.close()


def test_the_last_entry_orders_backups_also_after_a_restore(office: Path) -> None:
    older = back_up(office)
    work_on(office)
    before = back_up(office)
    bring_back(older, office)
    after = back_up(office)
    assert after.last_entry > before.last_entry > older.last_entry
    assert list_backups(office / paths.BACKUPS)[0].folder == after.folder


def test_a_stick_that_was_stamped_in_2041_is_not_the_newest(office: Path, tmp_path: Path) -> None:
    """The clock of another day says nothing: it goes by the last entry, and the loss is told as it is."""
    stick = tmp_path / "stick"
    stick.mkdir()
    make_backup(
        office,
        stick,
        copier_by_new_connection(office / paths.DATABASE),
        BackupOrder(BackupKind.BY_HAND, "2041-01-01T00:00:00Z"),
    )
    work_on(office)
    newer = back_up(office)
    found = newest_restorable(office, stick)
    assert found.plan is not None
    assert found.plan.backup.folder == newer.folder
    assert plan_restore(list_backups(stick)[0], office).lost_entries == 1


@pytest.mark.parametrize("live", ["nowhere", "damaged"])
def test_the_course_that_a_restore_left_behind_is_older_than_what_comes_after_it(
    office: Path, tmp_path: Path, live: str
) -> None:
    """On a new machine, or over data that cannot be read, from an older backup of a stick that holds newer ones."""
    stick, home = tmp_path / "stick", tmp_path / "new"
    stick.mkdir()
    older = back_up(office, BackupKind.AUTOMATIC, stick)
    for _ in range(13):
        work_on(office)
        left = back_up(office, BackupKind.AUTOMATIC, stick)
    if live == "damaged":
        home = office
        (office / paths.DATABASE).write_bytes(b"SQLite format 3\0" + b"\7" * 5000)
    bring_back(older, home)
    after = back_up(home, BackupKind.AUTOMATIC, stick)
    assert after.last_entry > left.last_entry
    assert list_backups(stick)[0].folder == after.folder
    assert after.folder not in thin_out(stick, after.committee, INSTANT)


def test_a_damaged_index_bars_no_restore(office: Path) -> None:
    """Rows can be read and counted; a backup from before the restore would be none, so that the file itself is kept."""
    backup = back_up(office)
    wanted = records(office)
    misfile(office / paths.DATABASE, "person")
    damaged = (office / paths.DATABASE).read_bytes()
    done = bring_back(backup, office)
    assert done.safety is not None
    assert done.safety.read_bytes() == damaged
    assert records(office) == wanted


def test_the_history_says_so_where_nobody_could_count_what_was_lost(office: Path, tmp_path: Path) -> None:
    backup = back_up(office)
    told = []
    for home, content in ((office, None), (office, b"SQLite format 3\0" + b"\7" * 5000), (tmp_path / "new", None)):
        if content is not None:
            (home / paths.DATABASE).write_bytes(content)
        bring_back(backup, home)
        (line,) = [row for row in dump(home)["audit"] if "backup_restored" in row]
        told.append(json.loads(str(line[-1]))["lost_entries"])
    assert told == [0, "unknown", "unknown"]
    assert fields.WORDS["office", "lost_entries"]["unknown"]


@pytest.mark.parametrize("stays", [True, False])
def test_a_stick_that_is_pulled_amid_the_reading_of_its_backup_damages_none(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stays: bool
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backup = back_up(office, place=stick)
    (office / paths.DATABASE).write_bytes(b"SQLite format 3\0" + b"\7" * 5000)

    def pulled(*_asked: object) -> None:
        shutil.rmtree(stick)
        if stays:
            stick.mkdir()
        raise OSError(5, "Input/output error")

    calls = (lambda: verify(backup), lambda: plan_restore(backup, office), lambda: bring_back(backup, office))
    for call in calls:
        kept = shutil.copytree(stick, tmp_path / "kept")
        with monkeypatch.context() as patched:
            patched.setattr(listing, "hash_file", pulled)
            with pytest.raises(EnvironmentProblem, match="backup_place_missing"):
                call()
        shutil.rmtree(stick, ignore_errors=True)
        kept.rename(stick)


def test_what_is_read_otherwise_amid_a_restore_is_said_of_the_place_and_not_of_the_data(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(office)
    (office / paths.DATABASE).write_bytes(b"SQLite format 3\0" + b"\7" * 5000)
    monkeypatch.setattr(restoring, "copy_and_hash", lambda *_asked: HashAndSize("0" * 64, 1))
    with pytest.raises(EnvironmentProblem, match="backup_place_failed"):
        bring_back(backup, office)


def test_over_destroyed_data_the_plan_names_the_committee(office: Path, tmp_path: Path) -> None:
    backup = back_up(office)
    (office / paths.DATABASE).write_bytes(b"SQLite format 3\0" + b"\7" * 5000)
    lines = plan_lines(plan_restore(backup, office), str)
    assert backup.committee_name
    assert backup.committee_name in lines[0]


def test_another_committee_is_named_over_destroyed_data_with_a_backup_beside_it(
    office: Path, tmp_path: Path, stored: Databases
) -> None:
    back_up(office)
    (office / paths.DATABASE).write_bytes(b"SQLite format 3\0" + b"\7" * 5000)
    other = _other_committee(tmp_path, stored)
    backup = back_up(other)
    with pytest.raises(EnvironmentProblem, match="backup_other_committee") as caught:
        plan_restore(backup, office)
    assert caught.value.facts["detail"] == backup.committee_name


def _other_committee(tmp_path: Path, stored: Databases) -> Path:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copyfile(stored.final, other / paths.DATABASE)
    with closing(connect(other / paths.DATABASE)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type='trigger' AND tbl_name='committee'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE committee SET uid = 'another'")
    return other
