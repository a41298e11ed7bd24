"""``backup``, ``backups`` and ``restore``: stable words, Persian sentences, and a dry run that writes nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import paths, wiring
from desktop_app.storage.backup import making, mending, office_backups
from desktop_app.storage.backup.file_store import all_stored
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.storage.file import folder as folder_module
from desktop_app.text import recovery
from desktop_app.text.commands import INTERRUPTED_BACKUP, INTERRUPTED_READING
from desktop_app.text.office import backup_doubts
from desktop_app.text.office import backups as words
from tests.cli.caller import Caller
from tests.conftest import DEMO_DAY
from tests.services.offices import Offices
from tests.storage.test_backup_files import unreadable
from tests.storage.test_restore import dump
from tests.systems import not_on_windows

OWN, OTHER = "«کمیتهٔ مشترک»", "«کمیتهٔ مشترک راهبری و اجرایی‌سازی تفاهم‌نامه»"


@pytest.fixture
def data(offices: Offices, tmp_path: Path) -> Path:
    """A closed office."""
    folder = tmp_path / "دفتر"
    (folder / paths.PAPERS).mkdir(parents=True)
    shutil.copyfile(offices.database, folder / paths.DATABASE)
    (folder / paths.PAPERS / "a.pdf").write_bytes(b"%PDF")
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "فلش"
    folder.mkdir()
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def test_a_backup_is_made_listed_and_restored(call: Caller, data: Path, stick: Path, tmp_path: Path) -> None:
    made = call("backup", "--data", data, "--to", stick)
    assert made.code == 0
    assert "پشتیبان گرفته و خوانده شد" in made.out
    assert words.SAME_DISK in made.out, "both lie in the folder of the test"
    listed = json.loads(call("backups", "--data", data, "--place", stick, "--json").out)
    assert [(one["number"], one["verdict"], one["kind"], one["files"]) for one in listed] == [
        (1, "verified", "by_hand", 1)
    ]
    told = call("backups", "--data", data, "--place", stick)
    assert (told.code, "درست" in told.out, told.err) == (0, True, "")
    assert words.KINDS["by_hand"] in told.out
    new = tmp_path / "رایانهٔ تازه"
    before = everything(stick)
    dry = call("restore", stick, "--data", new, "--dry-run")
    assert dry.code == 0
    assert "چیزی نوشته نشد" in dry.out
    (picked,) = stick.glob("0*")
    assert str(picked) in dry.out, "whoever names a place is told which of its backups it is"
    assert not new.exists()
    assert everything(stick).keys() == before.keys()
    assert call("restore", stick, "--data", new).code == 0
    assert dump(new) == dump(data)
    assert (new / paths.PAPERS / "a.pdf").read_bytes() == b"%PDF"
    assert call("check", "--data", new).code == 0


def test_a_restore_over_an_office_tells_where_the_state_before_is(call: Caller, data: Path, stick: Path) -> None:
    call("backup", "--data", data, "--to", stick)
    before = everything(data)
    dry = call("restore", stick, "--data", data, "--dry-run")
    assert "چیزی از دست نمی‌رود" in dry.out
    assert everything(data) == before
    done = call("restore", stick, "--data", data)
    assert str(data / paths.BACKUPS) in done.out
    assert "پیش از بازگردانی" in call("backups", "--data", data).out or done.code == 0


def test_a_flipped_bit_is_told_and_refused(call: Caller, data: Path, stick: Path) -> None:
    call("backup", "--data", data, "--to", stick)
    (database,) = stick.glob("0*/dabirkhaneh.db")
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 16
    database.write_bytes(content)
    for form in ((), ("--json",)):
        told = call("backups", "--data", data, "--place", stick, *form)
        assert (told.code, told.key()) == (1, "backups_damaged"), "whoever asks by a script reads no list"
        assert ("damaged" if form else "آسیب‌دیده") in told.out
    assert call("restore", stick, "--data", data).key() == "backup_damaged"


def test_what_is_not_there_is_refused_by_name(call: Caller, data: Path, tmp_path: Path) -> None:
    assert call("backup", "--data", data, "--to", tmp_path / "nothing").key() == "backup_place_missing"
    assert call("restore", tmp_path, "--data", data).key() == "backup_unknown"
    assert call("backups", "--data", data, "--place", tmp_path / "nothing").key() == "backup_place_missing"
    assert call("backup", "--data", data).code == 2
    assert "پشتیبانی نیست" in call("backups", "--data", data).out


def test_a_file_that_is_no_database_is_no_backup_and_not_called_a_damaged_one(
    call: Caller, data: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "minutes.pdf"
    paper.write_bytes(b"%PDF-1.7 " + b"x" * 5000)
    told = call("restore", paper, "--data", data, "--dry-run")
    assert (told.code, told.key()) == (1, "backup_unknown")
    assert "backups --place" in told.err
    assert "آسیب" not in told.err


@not_on_windows("no folder holds a FIFO")
def test_a_manifest_that_is_no_file_keeps_nobody_waiting(
    call: Caller, data: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("backup", "--data", data, "--to", stick)
    (manifest,) = stick.glob("0*/manifest.json")
    manifest.unlink()
    os.mkfifo(manifest)
    read = Path.read_bytes

    def read_file(path: Path) -> bytes:
        assert path.is_file(), "whoever reads it waits for a writer, for ever"
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_file)
    told = call("backups", "--data", data, "--place", stick)
    assert (told.code, told.key()) == (1, "backups_damaged")


@pytest.mark.parametrize("form", [(), ("--dry-run",)])
def test_the_data_themselves_are_no_backup_of_theirs(call: Caller, data: Path, form: tuple[str, ...]) -> None:
    for source in (data, data / paths.DATABASE, data / ".." / data.name):
        told = call("restore", source, "--data", data, *form)
        assert (told.code, told.key(), told.out) == (1, "backup_is_data", "")
    assert not (data / paths.BACKUPS).exists(), "a copy was made before nothing"


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_backups_of_a_folder_that_is_none_are_not_said_to_be_none(
    call: Caller, tmp_path: Path, form: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for name in ("nowhere", "file"):
        told = call("backups", "--data", tmp_path / name, *form)
        assert (told.code, told.key(), told.out) == (1, "database_missing", "")


def test_a_dry_run_says_where_nothing_can_be_restored_into(
    call: Caller, data: Path, stick: Path, tmp_path: Path
) -> None:
    call("backup", "--data", data, "--to", stick)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for name in ("file", "file/below", "ا" * 300):
        told = call("restore", stick, "--data", tmp_path / name, "--dry-run")
        assert told.code == 1, name
        assert told.key() in ("folder_not_writable", "place_too_deep"), name
    told = call("restore", stick, "--data", tmp_path / "new" / "office", "--dry-run")
    assert told.code == 0
    assert not (tmp_path / "new").exists()


def test_no_committee_no_backup(call: Caller, empty_folder: Path, tmp_path: Path, stick: Path) -> None:
    folder = shutil.copytree(empty_folder, tmp_path / "empty")
    assert call("backup", "--data", folder, "--to", stick).key() == "backup_unfounded"


def test_a_backup_of_falsified_data_says_so(call: Caller, data: Path, stick: Path) -> None:
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        connection.execute("UPDATE person SET name = name || 'ی' WHERE id = 1")
        connection.commit()
    told = call("backup", "--to", stick, "--data", data)
    assert told.code == 0, "what there is may be kept aside"
    assert "[check_found]" in told.err
    assert list_backups(stick)


def _falsified(data: Path, stick: Path) -> None:
    """A sound backup, and a newer one of records that a foreign hand had changed."""
    copy_closed(data, stick, "2023-03-01T10:00:00Z")
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        connection.execute("UPDATE person SET name = name || 'ی' WHERE id = 1")
        connection.commit()
    copy_closed(data, stick, "2023-03-02T10:00:00Z")


def test_a_backup_of_falsified_records_is_listed_as_such(call: Caller, data: Path, stick: Path) -> None:
    _falsified(data, stick)
    listed = json.loads(call("backups", "--data", data, "--place", stick, "--json").out)
    assert [(one["number"], one["verdict"], one["doubts"]) for one in listed] == [
        (2, "doubtful", 1),
        (1, "verified", 0),
    ]
    (first,) = listed[0]["first_doubts"]
    assert first.pop("name").endswith("ی")
    assert first == {"kind": "row_differs", "subject": "person", "id": 1, "detail": ""}
    told = call("backups", "--data", data, "--place", stick)
    assert (told.code, told.key()) == (1, "backups_doubtful")
    first, second = told.out.splitlines()
    assert words.VERDICTS["doubtful"] in first
    assert words.VERDICTS["verified"] not in first
    assert words.VERDICTS["verified"] in second


def test_a_place_gives_its_newest_sound_backup_and_a_doubtful_one_has_to_be_wanted(
    call: Caller, data: Path, stick: Path, tmp_path: Path
) -> None:
    _falsified(data, stick)
    new, falsified = tmp_path / "new", tmp_path / "falsified"
    assert call("restore", stick, "--data", new).code == 0
    assert call("check", "--data", new).code == 0
    (named,) = stick.glob("000002*")
    dry = call("restore", named, "--data", falsified, "--dry-run")
    assert (dry.code, backup_doubts.RESTORE_NEXT in dry.out) == (0, True)
    assert backup_doubts.RESTORE_REFUSED in dry.out, "what the same command without --dry-run would say"
    assert backup_doubts.RESTORE_REFUSED not in call("restore", named, "--data", new, "--dry-run", "--with-doubts").out
    assert backup_doubts.RESTORE_REFUSED not in call("restore", stick, "--data", new, "--dry-run").out
    assert call("restore", named, "--data", falsified).key() == "backup_doubtful"
    assert not (falsified / paths.DATABASE).exists()
    done = call("restore", named, "--data", falsified, "--with-doubts")
    assert (done.code, backup_doubts.RESTORE_NEXT in done.out) == (0, True)
    assert call("check", "--data", falsified).key() == "check_found"


def test_a_start_that_asks_no_rows_leaves_the_telling_to_the_backup(
    call: Caller, data: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _falsified(data, stick)
    monkeypatch.setattr(folder_module, "HASHED_AT_START", 0)
    assert "[check_found]" in call("backup", "--to", stick, "--data", data).err


def _rotten(data: Path, stick: Path) -> Path:
    """A backup in whose place one bit of a stored file turned over."""
    copy_closed(data, stick, "2023-03-01T10:00:00Z")
    (stored,) = [one for one in (stick / "files").rglob("*") if one.is_file()]
    stored.write_bytes(b"%PDG")
    return stored


@pytest.mark.parametrize("left", [b"%PDG", b"%P", None], ids=["rotten", "cut", "gone"])
def test_the_next_backup_mends_what_rotted_or_went_and_says_so(
    call: Caller, data: Path, stick: Path, left: bytes | None
) -> None:
    stored = _rotten(data, stick)
    stored.unlink() if left is None else stored.write_bytes(left)
    told = call("backup", "--to", stick, "--data", data)
    assert (told.code, words.mended(1) in told.err) == (0, True)
    assert stored.read_bytes() == b"%PDF"
    assert call("backups", "--data", data, "--place", stick).code == 0


def test_the_next_backup_over_what_cannot_be_mended_is_not_said_to_be_read(
    call: Caller, data: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _rotten(data, stick)
    monkeypatch.setattr(mending.Mending, "mend", lambda *_: False)
    told = call("backup", "--to", stick, "--data", data)
    assert (told.code, told.key()) == (1, "backups_damaged")
    assert words.FLAWS["file_changed"] in told.out
    assert words.MADE not in told.out


def test_a_file_that_is_damaged_or_cannot_be_read_is_named_and_stops_no_backup(
    call: Caller, demo_folder: Path, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = sorted(one for one in (demo_folder / paths.FILES).rglob("*") if one.is_file())
    first.write_bytes(b"otherwise")
    with monkeypatch.context() as patched:
        unreadable(patched, second)
        told = call("backup", "--to", stick, "--data", demo_folder)
    assert told.code == 0
    assert "[file_altered]" in told.err
    assert "[file_unread]" in told.err
    assert re.search(r"از پیوست‌های [^«\n]*(ٔ [۰-۹]|«)", told.err), f"by the name of the record that has it: {told.err}"
    listed = call("backups", "--data", demo_folder, "--place", stick)
    assert (listed.code, listed.key()) == (1, "backups_lack_files")
    assert backup_doubts.FILES_WRONG in listed.out
    (one,) = json.loads(call("backups", "--data", demo_folder, "--place", stick, "--json").out)
    assert (one["verdict"], one["doubts"], one["wrong_files"]) == ("doubtful", 0, 2)
    assert [("name" in file, file["nameless"]) for file in one["first_wrong_files"]] == [(False, "no_name")] * 2
    new = tmp_path / "new"
    assert backup_doubts.RESTORE_REFUSED in call("restore", stick, "--data", new, "--dry-run").out
    refused = call("restore", stick, "--data", new)
    assert (refused.key(), "۲ فایل" in refused.err) == ("backup_doubtful", True)
    done = call("restore", stick, "--data", new, "--with-doubts")
    assert (done.code, backup_doubts.FILES_RESTORE in done.out) == (0, True)


@pytest.fixture
def swapped(call: Caller, data: Path, stick: Path) -> Path:
    """The file of another committee lies in place of the data, whose backups are beside it and on the stick."""
    (data / paths.BACKUPS).mkdir()
    assert call("backup", "--data", data, "--to", data / paths.BACKUPS).err == ""
    assert call("backup", "--data", data, "--to", stick).err == ""
    wiring.build_demo(stick.parent / "other", DEMO_DAY, seed=7)
    shutil.copyfile(stick.parent / "other" / paths.DATABASE, data / paths.DATABASE)
    return data


def test_a_restore_over_the_data_of_another_committee_says_what_brings_the_own_back(
    call: Caller, swapped: Path, stick: Path
) -> None:
    before = dump(swapped)
    for more in ((), ("--dry-run",)):
        told = call("restore", stick, "--data", swapped, *more)
        assert (told.code, told.key()) == (1, "data_other_committee")
        assert all(word in told.err for word in (OWN, OTHER, recovery.WAYS)), told.err
    assert dump(swapped) == before


def test_a_backup_of_a_third_committee_is_refused_as_one_to_look_at(call: Caller, swapped: Path, stick: Path) -> None:
    for one in list_backups(swapped / paths.BACKUPS):
        shutil.rmtree(one.folder)
    assert call("restore", stick, "--data", swapped).key() == "backup_other_committee"


@pytest.mark.parametrize("beside", [True, False])
def test_a_backup_of_the_data_of_another_committee_says_so_once(
    call: Caller, swapped: Path, stick: Path, tmp_path: Path, beside: bool
) -> None:
    if not beside:
        shutil.rmtree(swapped / paths.BACKUPS)
    told = call("backup", "--data", swapped, "--to", stick)
    assert told.code == 0
    assert told.err.count("[other_committee]\n") == 1
    assert all(word in told.err for word in (OWN, OTHER))
    assert (recovery.WAYS in told.err) == beside, "without a backup beside the data the window has nothing to ask"
    empty = tmp_path / "empty"
    empty.mkdir()
    assert ("[other_committee]" in call("backup", "--data", swapped, "--to", empty).err) == beside
    assert ("[other_committee]" in call("backup", "--data", swapped, "--to", stick).err) == beside


@pytest.mark.parametrize(("part", "said"), [(0, INTERRUPTED_BACKUP), (1, INTERRUPTED_READING)])
def test_a_key_of_the_keyboard_breaks_it_off_and_what_stays_is_told(
    call: Caller, data: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, part: int, said: str
) -> None:
    def pressed(*_asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(*((making, "write_manifest"), (office_backups, "verify_mending"))[part], pressed)
    told = call("backup", "--data", data, "--to", stick)
    assert (told.code, told.key()) == (1, "interrupted")
    assert said in told.err
    assert len(list_backups(stick)) == part
    assert list(all_stored(stick)), "what was stored stays"
