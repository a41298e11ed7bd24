"""One log file, rotating, silent when it cannot be written."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.faults import log, open_log
from desktop_app.faults.log import close_log


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    close_log()


@pytest.fixture
def logger() -> logging.Logger:
    return logging.getLogger("desktop_app.tests")


def test_an_error_is_written_without_its_message(
    tmp_path: Path, logger: logging.Logger, log_errors: list[logging.LogRecord]
) -> None:
    file = open_log(tmp_path / "داده" / "log")
    assert file is not None
    try:
        raise ValueError("Ali Rezaei")
    except ValueError:
        logger.exception("saving failed")
    written = file.read_text(encoding="utf-8")
    assert "ERROR desktop_app.tests saving failed" in written
    assert "builtins.ValueError" in written
    assert "Rezaei" not in written
    log_errors.clear()


def test_the_file_rotates_and_only_a_few_are_kept(
    tmp_path: Path, logger: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "LARGEST", 2000)
    open_log(tmp_path)
    for number in range(400):
        logger.info("line %d of a long day", number)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["dabirkhaneh.log", "dabirkhaneh.log.1", "dabirkhaneh.log.2", "dabirkhaneh.log.3"]
    assert "line 399" in (tmp_path / "dabirkhaneh.log").read_text(encoding="utf-8")


def test_a_folder_that_refuses_is_no_second_fault(tmp_path: Path, logger: logging.Logger) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert open_log(blocked) is None
    logger.info("goes on")


def test_opening_another_folder_leaves_the_first(tmp_path: Path, logger: logging.Logger) -> None:
    first = open_log(tmp_path / "a")
    second = open_log(tmp_path / "b")
    assert first is not None
    assert second is not None
    logger.info("in the second")
    assert first.read_text(encoding="utf-8") == ""
    assert "in the second" in second.read_text(encoding="utf-8")


def test_a_rotation_that_fails_goes_on_in_the_same_file(
    tmp_path: Path, logger: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that another process holds cannot be renamed."""

    def refuse(_self: object, _source: str, _target: str) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(log, "LARGEST", 500)
    monkeypatch.setattr(logging.handlers.RotatingFileHandler, "rotate", refuse)
    file = open_log(tmp_path)
    assert file is not None
    for number in range(50):
        logger.info("line %d of a long day", number)
    assert "line 0 " in file.read_text(encoding="utf-8")
    assert "line 49 " in file.read_text(encoding="utf-8")
