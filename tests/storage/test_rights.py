"""What the program keeps can be read by its own account alone, whatever the umask; what is not its own is let be."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.faults.log import append, close_log, open_log
from desktop_app.printing.files import keep_file, write_file
from desktop_app.storage.file.copying import copy_database
from desktop_app.storage.file.folder import WorkContext, open_folder
from desktop_app.storage.file.places import copy_unfounded_database, remember_folder
from desktop_app.storage.sqlite.connections import Role, connect
from desktop_app.system import paths, rights
from tests.places import link
from tests.storage import earlier
from tests.storage.conftest import CLOCK
from tests.storage.earlier import fill
from tests.systems import not_on_windows

pytestmark = not_on_windows("files have no such modes")
CONTEXT = WorkContext(CLOCK)


@pytest.fixture(params=[0, 0o022, 0o377], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def lax(folder: Path) -> list[str]:
    """Everything in a folder, itself included, that others may get at; and what the owner may not use."""
    found = [folder, *folder.rglob("*")]
    return [
        f"{oct(one.lstat().st_mode)} {one.relative_to(folder)}"
        for one in found
        if stat.S_IMODE(one.lstat().st_mode) != (0o700 if one.is_dir() else 0o600)
    ]


def loosen(folder: Path) -> None:
    """As an older version left it."""
    for one in [folder, *folder.rglob("*")]:
        one.chmod(0o755 if one.is_dir() else 0o644)


def test_a_new_office_is_for_its_own_account(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "new" / "office"
    open_log(paths.log_folder(folder))
    try:
        data = open_folder(folder, CONTEXT)
        assert not data.exposed
        rights.make_folder(folder / "papers")
        keep_file(folder / "papers" / "a.pdf", b"%PDF")
        append(folder / "log" / "commands.log", "fault")
        seen = lax(folder)
        data.close()
    finally:
        close_log()
    assert seen == []
    assert lax(folder.parent) == []


def test_its_journal_too_while_something_is_written(tmp_path: Path, umask: int) -> None:
    fill(tmp_path / "office")
    data = open_folder(tmp_path / "office", CONTEXT)
    with data.open_write() as work:
        work.put_settings(work.settings())
        assert lax(tmp_path / "office") == []
    data.close()


def test_an_upgrade_leaves_nothing_open(tmp_path: Path, umask: int) -> None:
    folder = earlier.lay(tmp_path / "office").parent
    loosen(folder)
    with earlier.later_program():
        data = open_folder(folder, CONTEXT)
    assert data.upgraded is not None
    data.close()
    assert lax(folder) == []


def test_an_older_office_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    folder = fill(tmp_path / "office").parent
    for name in paths.FOLDERS:
        (folder / name / "inner").mkdir(parents=True)
        (folder / name / "inner" / "file").write_bytes(b"x")
    (folder / "settings.ini").write_bytes(b"")
    (folder / "dabirkhaneh.db-journal.1.aside").write_bytes(b"x")
    loosen(folder)
    data = open_folder(folder, CONTEXT)
    assert not data.exposed
    data.close()
    assert lax(folder) == []


def test_what_is_the_operators_keeps_its_rights(tmp_path: Path) -> None:
    folder = fill(tmp_path / "office").parent
    (folder / "یادداشت.txt").write_text("x", encoding="utf-8")
    (folder / "mine").mkdir()
    (folder / "mine" / "a").write_bytes(b"x")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b").write_bytes(b"x")
    link(folder / "papers", outside)
    loosen(folder)
    loosen(outside)
    data = open_folder(folder, CONTEXT)
    assert not data.exposed, "our own files are closed, and that is what matters"
    data.close()
    modes = {one.name: stat.S_IMODE(one.lstat().st_mode) for one in [folder, *folder.iterdir(), outside / "b"]}
    assert modes["office"] == 0o755, "other things of the operator's lie in it"
    assert modes["mine"] == 0o755
    assert modes["یادداشت.txt"] == modes["b"] == 0o644
    assert stat.S_IMODE(outside.stat().st_mode) == 0o755
    assert modes["dabirkhaneh.db"] == 0o600


def test_a_foreign_owner_is_told_and_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path / "office").parent
    loosen(folder)
    nobody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: nobody)
    data = open_folder(folder, CONTEXT)
    assert data.exposed
    data.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_a_disk_that_knows_no_rights_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path / "office").parent
    loosen(folder)

    def refused(*_given: object, **_named: object) -> None:
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr(Path, "chmod", refused)
    data = open_folder(folder, CONTEXT)
    assert data.exposed
    data.close()


def test_a_closed_folder_is_not_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fill(tmp_path / "office").parent
    rights.make_folder(folder / "papers")
    (folder / "papers" / "a.pdf").write_bytes(b"x")
    open_folder(folder, CONTEXT).close()
    looked: list[str] = []
    iterdir = Path.iterdir

    def look(place: Path) -> Iterator[Path]:
        looked.append(place.name)
        return iterdir(place)

    monkeypatch.setattr(Path, "iterdir", look)
    rights.restrict_access(folder)
    assert looked == ["office"]


def test_the_file_that_remembers_the_place_and_what_is_taken_along(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "one"
    open_folder(source, CONTEXT).close()
    copy_unfounded_database(source, tmp_path / "two", CLOCK.instant())
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "of-the-machine" / "settings.ini"))
    remember_folder(tmp_path / "two")
    assert lax(tmp_path / "two") == []
    assert lax(tmp_path / "of-the-machine") == []


def test_a_paper_that_is_saved_elsewhere_has_the_systems_rights(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_file(tmp_path / "paper.pdf", b"%PDF")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "paper.pdf").stat().st_mode) == 0o644


def test_a_folder_of_a_files_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        rights.make_folder(tmp_path / "file" / "inner")


def test_a_kept_paper_is_closed_while_it_is_written(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, seen = os.fsync, list[int]()

    def synced(handle: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        sync(handle)

    rights.make_folder(tmp_path / "papers")
    monkeypatch.setattr(os, "fsync", synced)
    keep_file(tmp_path / "papers" / "a.pdf", b"%PDF")
    assert seen[0] == 0o600


def test_a_copy_of_the_database_is_closed_while_it_is_made(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = fill(tmp_path / "office")
    seen: list[int] = []

    def told(_done: int, _total: int) -> None:
        seen.append(stat.S_IMODE((tmp_path / "copy.part").stat().st_mode))

    with closing(connect(source, Role.READER)) as connection:
        copy_database(connection, tmp_path / "copy", told)
    assert seen
    assert set(seen) == {0o600}
