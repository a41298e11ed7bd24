"""Whatever fails while a paper is written, the file that stood there before is whole and nothing else is left."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.files import keep_beside, write_file
from desktop_app.words.refusals import sentence
from tests.places import link
from tests.systems import not_on_windows

OLD = b"what was there before"
NEW = b"what shall stand there" * 1000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "صورت‌جلسه‌های ۱۴۰۱"
    folder.mkdir()
    path = folder / "صورت‌جلسهٔ ۳.pdf"
    path.write_bytes(OLD)
    return path


def _refusal(path: Path, content: bytes = NEW) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        write_file(path, content)
    assert str(path.name) in sentence(caught.value) or caught.value.key.startswith("folder")
    return caught.value


def _untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]


def _failing(number: int) -> Any:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_bytes_arrive_and_their_sha_256_comes_back(target: Path) -> None:
    assert write_file(target, NEW) == hashlib.sha256(NEW).hexdigest()
    assert target.read_bytes() == NEW
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]


def test_a_new_file_has_the_users_usual_permissions(target: Path) -> None:
    other = target.with_name("other.pdf")
    write_file(other, NEW)
    assert other.stat().st_mode == target.stat().st_mode


@not_on_windows("files have no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o400, 0o666])
def test_a_file_is_replaced_for_those_who_could_read_it(
    target: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    target.chmod(mode)
    soft = target.with_name("link.pdf")
    link(soft, target)
    sync = os.fsync
    seen: list[int] = []

    def synced(handle: int) -> None:
        seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        sync(handle)

    monkeypatch.setattr(os, "fsync", synced)
    write_file(soft, NEW)
    assert target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert seen[0] == mode, "nor while it is written"


def test_a_link_stays_a_link(target: Path) -> None:
    soft = target.with_name("link.pdf")
    link(soft, target)
    write_file(soft, NEW)
    assert soft.is_symlink()
    assert target.read_bytes() == NEW


def test_content_is_on_the_disk_before_it_takes_the_name(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        acts.append("fsync")
        sync(handle)

    def replaced(draft: Path, place: Path) -> Path:
        acts.append("replace")
        assert draft.read_bytes() == NEW
        return replace(draft, place)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_file(target, NEW)
    # the last is that of the name: of the folder, and on Windows, which has none for it, of the file once more
    assert acts == ["fsync", "replace", "fsync"]


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EIO, "file_not_written"),
     (errno.EROFS, "folder_not_writable"), (errno.EACCES, "folder_not_writable")],
)  # fmt: skip
def test_failing_to_write_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    monkeypatch.setattr(os, "fsync", _failing(number))
    assert _refusal(target).key == key
    _untouched(target)


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.EACCES, "print_target_busy"), (errno.EPERM, "print_target_busy"), (errno.EBUSY, "print_target_busy"),
     (errno.ENOSPC, "disk_full"), (errno.EIO, "file_not_written")],
)  # fmt: skip
def test_failing_to_take_the_place_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    # Windows answers so when a reader holds the target open
    monkeypatch.setattr(Path, "replace", _failing(number))
    assert _refusal(target).key == key
    _untouched(target)


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_failure_is_told_in_persian_alone(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    monkeypatch.setattr(step, _failing(number))
    told = sentence(_refusal(target)).replace(str(target), "").replace(str(target.parent), "")
    assert not re.search("[A-Za-z]", told), told
    _untouched(target)


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOENT, "یافت نشد"), (errno.EIO, "دیسک پاسخ نداد"), (errno.ESTALE, "شبکه"), (errno.ENOTSUP, "نپذیرفت")],
)
def test_the_usual_reasons_have_words(
    target: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, number: int, reason: str
) -> None:
    monkeypatch.setattr(os, "fsync", _failing(number))
    with caplog.at_level("INFO"):
        assert reason in sentence(_refusal(target))
    assert errno.errorcode[number] in caplog.text, "whoever helps needs the name that the system gave"
    assert target.stem not in caplog.text


@not_on_windows("no process can be given a limit for its files")
def test_a_file_too_large_for_this_process_is_a_full_disk(target: Path) -> None:
    """The real thing, not a stand-in: the kernel itself refuses the bytes."""
    import resource
    import signal

    limit, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limit[1]))
    try:
        problem = _refusal(target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)
    assert problem.key == "disk_full"
    _untouched(target)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    problem = _refusal(tmp_path / "نیست" / "a.pdf")
    assert problem.key == "folder_missing"
    assert "نیست" in sentence(problem)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    assert _refusal(tmp_path / "a.pdf").key == "file_name_unusable"


def test_a_name_too_long_for_the_disk_is_refused_by_its_name(target: Path) -> None:
    assert _refusal(target.with_name("ب" * 300 + ".pdf")).key == "file_name_unusable"
    _untouched(target)
    long = target.with_name("ب" * 125 + ".pdf")
    write_file(long, NEW)
    assert long.read_bytes() == NEW


def test_a_print_is_kept_over_no_other_one(target: Path) -> None:
    """A print that another version of the program sets anew may differ from the one that was signed."""
    beside = target.with_name("صورت‌جلسهٔ ۳ (۲).pdf")
    assert keep_beside(target, OLD) == (target, hashlib.sha256(OLD).hexdigest())
    assert keep_beside(target, NEW) == (beside, hashlib.sha256(NEW).hexdigest())
    assert keep_beside(target, NEW)[0] == beside
    assert keep_beside(target, b"third")[0] == target.with_name("صورت‌جلسهٔ ۳ (۳).pdf")
    assert (target.read_bytes(), beside.read_bytes()) == (OLD, NEW)


def test_a_print_takes_no_place_of_what_is_no_file(target: Path) -> None:
    target.unlink()
    target.mkdir()
    with pytest.raises(EnvironmentProblem, match="file_name_unusable"):
        keep_beside(target, NEW)
