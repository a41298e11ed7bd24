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

from desktop_app import wiring
from desktop_app.storage.backup import making
from desktop_app.storage.backup.file_store import stored_files
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.system import paths
from desktop_app.words import backups as words
from desktop_app.words.commands import INTERRUPTED_BACKUP
from desktop_app.words.digits import persian
from desktop_app.words.restore_plan import gained
from tests.cli.caller import Caller
from tests.conftest import DEMO_DAY
from tests.foreign import connect
from tests.services.offices import Offices
from tests.storage.test_backup_files import unreadable
from tests.storage.test_restore import dump, records
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
    assert "پشتیبان گرفته و سنجیده شد" in made.out
    assert words.SAME_DISK in made.out, "both lie in the folder of the test"
    listed = json.loads(call("backups", "--data", data, "--place", stick, "--json").out)
    assert [(one["number"], one["verdict"], one["kind"], one["files"]) for one in listed] == [
        (1, "verified", "by_hand", 1)
    ]
    told = call("backups", "--data", data, "--place", stick)
    assert (told.code, words.VERDICTS["verified"] in told.out, told.err) == (0, True, "")
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
    assert records(new) == records(data)
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


def test_a_backup_of_damaged_data_says_so_and_is_listed_as_damaged(call: Caller, data: Path, stick: Path) -> None:
    copy_closed(data, stick, "2023-03-01T10:00:00Z")
    with closing(connect(data / paths.DATABASE)) as raw:
        raw.execute("DROP TRIGGER guard_meeting_delete")
    told = call("backup", "--to", stick, "--data", data)
    assert told.code == 0, "what there is may be kept aside"
    assert told.err.endswith("[data_damaged]\n")
    listed = call("backups", "--data", data, "--place", stick)
    assert (listed.code, listed.key()) == (1, "backups_damaged")
    newest, sound = listed.out.splitlines()
    assert words.FLAWS["records"] in newest
    assert words.VERDICTS["verified"] in sound
    found = json.loads(call("backups", "--data", data, "--place", stick, "--json").out)
    assert [(one["number"], one["verdict"], one["flaw"]) for one in found] == [
        (2, "damaged", "records"),
        (1, "verified", None),
    ]
    assert call("restore", stick, "--data", stick.parent / "new").key() == "backup_damaged"
    (named,) = stick.glob("000001*")
    assert call("restore", named, "--data", stick.parent / "new").code == 0
    assert call("check", "--data", stick.parent / "new").code == 0


def test_a_file_that_cannot_be_read_is_counted_and_stops_no_backup(
    call: Caller, demo_folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = sorted(one for one in (demo_folder / paths.FILES).rglob("*") if one.is_file())
    with monkeypatch.context() as patched:
        unreadable(patched, first)
        told = call("backup", "--to", stick, "--data", demo_folder)
    assert told.code == 0
    assert f"{words.unread_files(1)} [files_unread]" in told.err
    (one,) = json.loads(call("backups", "--data", demo_folder, "--place", stick, "--json").out)
    assert (one["verdict"], one["unread"]) == ("verified", [first.relative_to(demo_folder).as_posix()])


def test_a_restore_names_the_committee_what_would_be_lost_and_what_would_come_back(
    call: Caller, data: Path, stick: Path
) -> None:
    paper = data / paths.PAPERS / "a.pdf"
    call("backup", "--data", data, "--to", stick)
    assert call("attach", paper, "--to", "unit:1", "--data", data, "--clock-ok").code == 0
    call("backup", "--data", data, "--to", stick)
    first, second = sorted(stick.glob("0*"))
    entry = json.loads((first / paths.MANIFEST).read_bytes())["last_entry"]
    for form in ("--dry-run",), ():
        told = call("restore", first, "--data", data, *form)
        assert told.code == 0
        assert f"پشتیبان {OWN}" in told.out
        assert f"تا رویداد {persian(int(entry))}" in told.out, "by the last entry, not by a clock"
        assert "۱ رویداد" in told.out
        assert "پیوست کردن – پیوست" in told.out
        assert "برمی‌گردد" not in told.out
    told = call("restore", second, "--data", data, "--dry-run")
    assert (told.code, gained(1) in told.out) == (0, True)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 " + b"x" * 5000, None], ids=["empty", "no database", "foreign"])
@pytest.mark.parametrize("form", [(), ("--dry-run",)])
def test_what_is_no_data_of_ours_is_refused_by_a_true_sentence(
    call: Caller, data: Path, tmp_path: Path, content: bytes | None, form: tuple[str, ...]
) -> None:
    file = tmp_path / "other.db"
    if content is None:
        with closing(sqlite3.connect(file)) as raw:
            raw.execute("CREATE TABLE committee (id INTEGER, name TEXT)")
    else:
        file.write_bytes(content)
    before = (data / paths.DATABASE).read_bytes()
    told = call("restore", file, "--data", data, *form)
    assert (told.code, told.out, told.key()) == (1, "", "backup_not_ours")
    assert ("تهی است" if content == b"" else "دادهٔ این برنامه نیست") in told.err
    assert not re.search("آسیب|کمیتهٔ دیگر|«»", told.err), told.err
    assert (data / paths.DATABASE).read_bytes() == before
    assert not (data / paths.BACKUPS).exists(), "a copy was made before nothing"


@pytest.fixture
def swapped(call: Caller, data: Path, stick: Path) -> Path:
    """The file of another committee lies in place of the data, whose backups are beside it and on the stick."""
    (data / paths.BACKUPS).mkdir()
    for place in (data / paths.BACKUPS, stick):
        assert call("backup", "--data", data, "--to", place).err == ""
    wiring.build_demo(stick.parent / "other", DEMO_DAY, seed=7)
    shutil.copyfile(stick.parent / "other" / paths.DATABASE, data / paths.DATABASE)
    return data


def test_a_restore_over_the_data_of_another_committee_names_both_and_keeps_what_was_there(
    call: Caller, swapped: Path, stick: Path
) -> None:
    """The backups beside the data say whose folder it is: theirs come back, and no others."""
    strange = dump(swapped)
    for form in ("--dry-run",), ():
        told = call("restore", stick, "--data", swapped, *form)
        assert told.code == 0
        assert f"پشتیبان {OWN}" in told.out
        assert f"دادهٔ کمیتهٔ دیگری به نام {OTHER} است" in told.out
        assert words.NOTHING_LOST not in told.out
    assert dump(swapped)["committee"] != strange["committee"]
    (kept,) = (swapped / paths.BACKUPS).glob("000002*")
    assert dump(kept) == strange
    told = call("restore", kept, "--data", swapped)
    assert (told.code, told.key()) == (1, "backup_other_committee")
    assert OTHER in told.err


@pytest.mark.whole
def test_a_stick_of_another_committee_is_refused_over_destroyed_data_whose_backups_tell_whose_they_are(
    call: Caller, swapped: Path, tmp_path: Path
) -> None:
    (tmp_path / "third").mkdir()
    assert call("backup", "--data", tmp_path / "other", "--to", tmp_path / "third").code == 0
    (swapped / paths.DATABASE).write_bytes(b"x" * 4096)
    told = call("restore", tmp_path / "third", "--data", swapped)
    assert (told.code, told.key()) == (1, "backup_other_committee")
    assert OTHER in told.err
    shutil.rmtree(swapped / paths.BACKUPS)
    told = call("restore", tmp_path / "third", "--data", swapped, "--dry-run")
    assert told.code == 0, "nothing tells any more whose folder it is"
    assert OTHER in told.out


def test_a_key_of_the_keyboard_breaks_it_off_and_what_stays_is_told(
    call: Caller, data: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pressed(*_asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "write_manifest", pressed)
    told = call("backup", "--data", data, "--to", stick)
    assert (told.code, told.key()) == (1, "interrupted")
    assert INTERRUPTED_BACKUP in told.err
    assert not list_backups(stick)
    assert list(stored_files(stick)), "what was stored stays"
