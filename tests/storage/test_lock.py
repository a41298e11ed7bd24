"""One process at a time, and no trace left by a process that was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.lock import HOLDER_NAME, LOCK_NAME, FolderLock, Holder, read_holder
from tests.storage import children
from tests.systems import not_on_windows

SINCE = "2023-03-01T10:00:00Z"
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def child() -> Iterator[Start]:
    """Starts a function of :mod:`tests.storage.children` in a process of its own and waits for its first word."""
    started: list[subprocess.Popen[str]] = []

    def start(name: str, folder: Path) -> subprocess.Popen[str]:
        process = children.start(name, folder)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_a_second_process_is_refused_by_the_holders_name(tmp_path: Path, child: Start) -> None:
    holder = child("hold_lock", tmp_path)
    with pytest.raises(EnvironmentProblem, match="data_in_use") as caught:
        FolderLock(tmp_path).take(SINCE)
    facts = caught.value.facts
    assert facts["pid"] == holder.pid
    assert str(facts["holder"]).count("@") == 1
    assert facts["since"] == "1400-01-01T00:00:00Z"


def test_a_killed_holder_frees_the_lock(tmp_path: Path, child: Start) -> None:
    holder = child("hold_lock", tmp_path)
    holder.kill()
    holder.wait()
    lock = FolderLock(tmp_path)
    lock.take(SINCE)
    assert read_holder(tmp_path) == Holder(os.getpid(), read_holder(tmp_path).host, _user(tmp_path), SINCE)  # type: ignore[union-attr]
    lock.release()


def test_an_account_without_a_name_is_no_reason_not_to_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable names it, and where Windows is there is no list of accounts that Python could read."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setitem(sys.modules, "pwd", None)
    lock = FolderLock(tmp_path)
    lock.take(SINCE)
    assert _user(tmp_path) == "?"
    lock.release()


def _user(folder: Path) -> str:
    holder = read_holder(folder)
    assert holder is not None
    return holder.user


def test_a_released_lock_is_free_and_its_name_gone(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.take(SINCE)
    with pytest.raises(EnvironmentProblem, match="data_in_use"):
        second.take(SINCE)
    first.release()
    first.release()
    assert not (tmp_path / HOLDER_NAME).exists()
    second.take(SINCE)
    second.release()


def test_a_lock_without_a_name_still_locks(tmp_path: Path) -> None:
    """The name may have been lost on a full disk."""
    lock = FolderLock(tmp_path)
    lock.take(SINCE)
    for text in ("", "{}", "[1]", '{"pid": "x", "host": "", "user": "", "since": ""}'):
        (tmp_path / HOLDER_NAME).write_text(text, encoding="utf-8")
        with pytest.raises(EnvironmentProblem, match="data_in_use") as caught:
            FolderLock(tmp_path).take(SINCE)
        assert caught.value.facts["holder"] == ""
    lock.release()


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).mkdir()
    with pytest.raises(EnvironmentProblem, match="not_a_file"):
        FolderLock(tmp_path).take(SINCE)


@pytest.mark.parametrize("stranger", ["pipe", "folder", "link", "broken link"])
@not_on_windows("has no such pipes, and whoever makes a link there needs a right")
def test_what_lies_in_the_place_of_the_holders_file_is_left_as_it_is(tmp_path: Path, stranger: str) -> None:
    folder, file = tmp_path / "data", tmp_path / "data" / HOLDER_NAME
    folder.mkdir()
    other = tmp_path / "other"
    if stranger == "pipe":
        os.mkfifo(file)
    elif stranger == "folder":
        file.mkdir()
    else:
        file.symlink_to(other)
    if stranger == "link":
        other.write_text("another's", encoding="utf-8")
    lock = FolderLock(folder)
    lock.take(SINCE)
    with pytest.raises(EnvironmentProblem, match="data_in_use"):
        FolderLock(folder).take(SINCE)
    lock.release()
    assert file.is_fifo() or file.is_dir() or file.is_symlink()
    assert not other.exists() or other.read_text(encoding="utf-8") == "another's"
    assert other.exists() == (stranger == "link"), "nothing is made where a broken link points"


def test_an_account_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    lock = FolderLock(tmp_path)
    lock.take(SINCE)
    assert _user(tmp_path) == "?"
    lock.release()


def test_the_window_of_another_process_shuts_out_a_second_and_lets_readers_in(folder: Path, child: Start) -> None:
    from desktop_app.storage.file.folder import open_folder, view_folder
    from tests.storage.conftest import work_context

    child("hold_folder", folder)
    with pytest.raises(EnvironmentProblem, match="data_in_use"):
        open_folder(folder, work_context())
    viewed = view_folder(folder, work_context())
    with viewed.open_read() as work:
        assert [person.name for person in work.people.where()] == ["از پنجره"]
    viewed.close()


def test_children_run_by_this_interpreter() -> None:
    assert children.COMMAND[0] == sys.executable


@not_on_windows("Windows deletes no file that is open")
def test_a_lock_file_that_is_deleted_lets_no_second_process_in(tmp_path: Path, child: Start) -> None:
    child("hold_lock", tmp_path)
    (tmp_path / LOCK_NAME).unlink()
    with pytest.raises(EnvironmentProblem, match="data_in_use"):
        FolderLock(tmp_path).take(SINCE)


@pytest.mark.parametrize("content", [b"damaged" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_lock_file_says_nothing_of_the_records(folder: Path, content: bytes) -> None:
    from desktop_app.storage.file.folder import open_folder
    from tests.storage.conftest import work_context

    (folder / LOCK_NAME).write_bytes(content)
    data = open_folder(folder, work_context())
    with pytest.raises(EnvironmentProblem, match="data_in_use"):
        FolderLock(folder).take(SINCE)
    data.close()
