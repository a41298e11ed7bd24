"""Adding of files that is given up: nothing of it comes to anybody, however near its end it was."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import PNG, FileDoubt, StoredFile
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.kit.files.files_adding import CopiedFiles, FilePort, FilesAdding
from desktop_app.words import attached_files as words
from desktop_app.workers import Workers

STORED = StoredFile(id=1, sha256="a" * 64, size=3, type=PNG)


class HeldFiles:
    """Keeps a file when its gate opens, and asks nobody whether it is still wanted."""

    def __init__(self) -> None:
        self.gate, self.reached = threading.Event(), threading.Event()
        self.problem: Refused | None = None
        self.halves = False
        self.doubt: FileDoubt | None = None
        self.unread: Refused | None = None

    def take(self, _path: Path, progress: Progress) -> StoredFile:
        if self.halves:
            progress(1, 2)
        return self._held()

    def judge(self, _file: StoredFile, _name: str, progress: Progress) -> FileDoubt | None:
        progress(1, 1)
        if self.unread is not None:
            raise self.unread
        return self.doubt

    def take_bytes(self, _content: bytes) -> StoredFile:
        return self._held()

    def _held(self) -> StoredFile:
        self.reached.set()
        assert self.gate.wait(10)
        if self.problem is not None:
            raise self.problem
        return STORED


class Hearer(QObject):
    """One adding, and what becomes of it."""

    def __init__(self, file_port: HeldFiles) -> None:
        super().__init__()
        self.workers = Workers(self)
        self.told: list[str] = []
        self.taken: list[CopiedFiles] = []
        self.stops = 0
        self.adding = FilesAdding(cast("FilePort", file_port), self.workers, self.told.append, self)

    def stopped(self) -> None:
        self.stops += 1


@pytest.fixture
def file_port() -> HeldFiles:
    return HeldFiles()


@pytest.fixture
def hearer(qtbot: QtBot, file_port: HeldFiles) -> Iterator[Hearer]:
    assert qtbot is not None
    made = Hearer(file_port)
    yield made
    file_port.gate.set()
    made.workers.end_all()
    made.deleteLater()


PASTED = DroppedFiles(picture=QImage(4, 4, QImage.Format.Format_RGB32))
DROPPED = DroppedFiles((Path("letter.png"),))


@pytest.mark.parametrize("brought", [PASTED, DROPPED], ids=["pasted", "dropped"])
def test_what_was_copied_after_it_was_given_up_comes_to_nobody(
    hearer: Hearer, file_port: HeldFiles, brought: DroppedFiles
) -> None:
    hearer.adding.begin(brought, hearer.taken.append, hearer.stopped)
    assert file_port.reached.wait(10)
    hearer.adding.stop()
    file_port.gate.set()
    assert hearer.workers.wait_until_idle(10_000)
    assert (hearer.taken, hearer.stops, hearer.adding.busy) == ([], 1, False)
    assert hearer.told[-1] == ""


def test_what_is_waited_for_comes_once(hearer: Hearer, file_port: HeldFiles) -> None:
    file_port.gate.set()
    hearer.adding.begin(DROPPED, hearer.taken.append, hearer.stopped)
    assert hearer.workers.wait_until_idle(10_000)
    assert ([one.file for taken in hearer.taken for one in taken.files], hearer.stops) == ([STORED], 0)


def test_what_is_kept_and_cannot_be_read_again_is_not_told_as_refused(hearer: Hearer, file_port: HeldFiles) -> None:
    file_port.unread = EnvironmentProblem("disk_error")
    file_port.gate.set()
    hearer.adding.begin(DROPPED, hearer.taken.append, hearer.stopped)
    assert hearer.workers.wait_until_idle(10_000)
    (taken,) = hearer.taken
    assert ([one.file for one in taken.files], taken.refused) == ([STORED], ())


def test_why_a_pasted_picture_is_not_kept_comes_too(hearer: Hearer, file_port: HeldFiles) -> None:
    file_port.problem = EnvironmentProblem("storage_full")
    file_port.gate.set()
    hearer.adding.begin(PASTED, hearer.taken.append, hearer.stopped)
    assert hearer.workers.wait_until_idle(10_000)
    assert (hearer.taken, hearer.stops) == ([CopiedFiles((), (file_port.problem,))], 0)


def test_a_file_that_is_doubtful_is_kept_and_named(hearer: Hearer, file_port: HeldFiles) -> None:
    file_port.doubt = FileDoubt.TORN
    file_port.gate.set()
    hearer.adding.begin(DROPPED, hearer.taken.append, hearer.stopped)
    assert hearer.workers.wait_until_idle(10_000)
    (taken,) = hearer.taken
    assert [one.file for one in taken.files] == [STORED]
    assert taken.doubts == (words.doubtful("letter.png", FileDoubt.TORN),)


def test_how_far_it_is_is_told_file_by_file(hearer: Hearer, file_port: HeldFiles) -> None:
    file_port.gate.set()
    file_port.halves = True
    hearer.adding.begin(DroppedFiles((Path("a.png"), Path("b.png"))), hearer.taken.append, hearer.stopped)
    assert hearer.workers.wait_until_idle(10_000)
    assert hearer.told == [words.adding(1, 2, 0), words.adding(1, 2, 50), words.adding(2, 2, 50), ""]
