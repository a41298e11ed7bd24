"""Failures of a disk by the numbers that Windows has beside those of C: the sentence is that of what really failed."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.files import write_file
from desktop_app.words.refusals import sentence

OLD = b"what was there before"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that stands in a folder of its own."""
    path = tmp_path / "برگه‌ها" / "صورت‌جلسهٔ ۳.pdf"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def _refusal(path: Path) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        write_file(path, b"new")
    return caught.value


def _untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert [entry.name for entry in target.parent.iterdir()] == [target.name]


def _failing(error: OSError) -> Any:
    def fail(*_args: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("name", ["WSAESTALE", "WSAETIMEDOUT", "WSAEHOSTUNREACH", "WSAENETDOWN", "WSAECONNRESET"])
def test_a_network_that_windows_names_has_words(target: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(errno.errorcode, 10_999, name)
    monkeypatch.setattr(os, "fsync", _failing(OSError(10_999, "gone")))
    assert "پوشهٔ شبکه پاسخ نمی‌دهد" in sentence(_refusal(target))


class _OfWindows(OSError):
    """An error with the number that Windows gives besides that of C."""

    def __init__(self, number: int, windows: int) -> None:
        super().__init__(number, os.strerror(number))
        self.winerror = windows


@pytest.mark.parametrize(
    ("number", "windows", "key", "said"),
    [
        (errno.EINVAL, 64, "file_not_written", "شبکه"),
        (errno.ENOENT, 53, "file_not_written", "شبکه"),
        (errno.EACCES, 21, "file_not_written", "دیسک در دسترس نیست"),
        (errno.EINVAL, 1167, "file_not_written", "دیسک در دسترس نیست"),
        (errno.EINVAL, 1117, "file_not_written", "دیسک پاسخ نداد"),
        (errno.EINVAL, 39, "disk_full", "فضای دیسک"),
        (errno.EINVAL, 1224, "print_target_busy", "برنامهٔ دیگری"),
        (errno.EACCES, 32, "print_target_busy", "برنامهٔ دیگری"),
        (errno.ENOENT, 206, "file_name_unusable", "کوتاه‌تر"),
        (errno.ENOENT, 3, "file_name_unusable", "کوتاه‌تر"),
        (errno.EINVAL, 123, "file_name_unusable", "کوتاه‌تر"),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_the_numbers_of_windows_say_what_those_of_c_do_not(
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    number: int,
    windows: int,
    key: str,
    said: str,
    known: bool,
) -> None:
    """Known or not what stands there: what is refused is to take the place."""
    monkeypatch.setattr(Path, "replace", _failing(_OfWindows(number, windows)))
    with caplog.at_level("INFO"):
        refusal = _refusal(target if known else target.with_name("دیگر.pdf"))
    assert refusal.key == key
    assert said in sentence(refusal)
    assert (f"(Windows {windows})" in caplog.text) == (key == "file_not_written")
    _untouched(target)


def test_a_number_that_c_gives_while_writing_says_nothing_of_the_name(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows gives EINVAL for what it cannot put into C's words, such as a network that is gone."""
    monkeypatch.setattr(os, "fsync", _failing(OSError(errno.EINVAL, "invalid")))
    assert _refusal(target).key == "file_not_written"
    _untouched(target)


def test_a_folder_that_is_gone_meanwhile_is_no_fault_of_the_name(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(draft: Path, _place: Path) -> None:
        draft.unlink()
        target.unlink()
        target.parent.rmdir()
        raise FileNotFoundError(errno.ENOENT, "gone")

    monkeypatch.setattr(Path, "replace", gone)
    assert _refusal(target).key == "file_not_written"
