"""The witnesses: one that is missing fails the proof and names its package; the readers know a planted defect."""

from __future__ import annotations

import ctypes
import subprocess

import pytest

from tests.printing.oracles import extractors, fribidi
from tests.printing.oracles.packages import need_file
from tests.systems import not_on_windows
from tests.validators import asked
from tests.validators.asked import need_program


def test_a_missing_program_or_file_is_a_failure_that_names_the_package() -> None:
    with pytest.raises(pytest.fail.Exception, match="Debian package poppler-utils"):
        need_program("no-such-program", "poppler-utils")
    with pytest.raises(pytest.fail.Exception, match="Debian package myspell-fa"):
        need_file("/no/such/file", "myspell-fa")


@not_on_windows("asks a program of Debian itself")
def test_a_program_that_hangs_is_a_failure_and_not_a_run_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "LONGEST", 0.1)
    with pytest.raises(subprocess.TimeoutExpired):
        asked.run_validator("sleep", "coreutils", "2")


def test_a_missing_library_is_a_failure_that_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_name: str) -> None:
        raise OSError("cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", absent)
    with pytest.raises(pytest.fail.Exception, match="Debian package libfribidi0"):
        fribidi.opened.__wrapped__()


def test_the_share_of_words_counts_each_word_once() -> None:
    assert extractors.share_of_words("آب نان آب", "نان آب") == pytest.approx(2 / 3)
    assert extractors.share_of_words("می‌رود", "می رود") == 0
    assert extractors.share_of_words("«آب» (نان)", "آب، نان.") == 1


def test_known_visual_orders() -> None:
    """The witness itself, on lines whose order anybody can check by eye."""
    assert fribidi.visual_text("سال ۱۴۰۱") == "۱۴۰۱ لاس"
    assert fribidi.visual_text("a (b) پ") == "پ a (b)"
    assert fribidi.visual_text("تلفن \u2066۰۱۱-۳۳\u2069") == "۰۱۱-۳۳ نفلت"
    assert fribidi.mirrored("(") == ")"
    assert not fribidi.is_mirrored("/")
