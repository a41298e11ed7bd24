"""Attached files that are torn or of extreme shapes, looked at: a sentence in the place of the page, nothing raised."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from typing import cast

import pikepdf
import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.papers import Classification
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.paper_sheets import FileLine
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import PDF, PNG, FileLink, FileRole, StoredFile
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.kit.files.files_dialog import FilesDialog
from desktop_app.window.kit.files.record_files import FileOpener
from desktop_app.window.kit.files_button import FilePreview
from desktop_app.window.shell.office_files import StrangerPages
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Workers
from tests import patience
from tests.bootstrap.parts import AnsweringDialogs
from tests.shown import child


class FilesOfTest:
    """One file, and whether it was let go of."""

    def __init__(self, content: bytes) -> None:
        self.content, self.closed, self.opened = content, 0, threading.Event()

    def may_show(self, _file: StoredFile) -> bool:
        return True

    def open_pages(self, _file: StoredFile, name: str, progress: Progress = no_progress) -> AwaitedPages:
        file_port = self

        class Watched(StrangerPages):
            def close(self) -> None:
                file_port.closed += 1
                super().close()

        pages = Watched(ChosenFile(name, content=self.content), progress)
        self.opened.set()
        return pages


def line(media_type: str) -> FileLine:
    """The file, attached."""
    link = FileLink(
        id=1,
        file_id=1,
        record_kind="minutes_version",
        record_uid="u",
        role=FileRole.ANNEX,
        name="نقشه",
        ordinal=1,
        classification=Classification.NORMAL,
    )
    return FileLine(link, StoredFile(id=1, sha256="0" * 64, size=1, type=media_type), fixed=False)


@pytest.fixture
def over(qtbot: QtBot) -> Iterator[FilesDialog]:
    """The list of files over a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 800)
    window.show()
    made = FilesDialog(window, "صورت‌جلسهٔ جلسهٔ ۷")
    made.open()
    yield made
    made.close()


def looked_at(file_port: FilesOfTest, over: FilesDialog, media_type: str = PNG) -> FilePreview:
    """Show the file, and wait until it does."""
    workers = Workers(over)
    FileOpener(cast("FilePort", file_port), AnsweringDialogs(), workers, over).do("show", line(media_type), over)
    assert patience.wait(lambda: not workers.busy, lambda: workers.busy)
    return child(over, FilePreview)


def half(form: str) -> bytes:
    """A picture whose header is sound, cut off in the middle."""
    out = io.BytesIO()
    Image.effect_noise((400, 500), 80).convert("RGB").save(out, form)
    return out.getvalue()[: len(out.getvalue()) // 2]


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_torn_picture_is_told_in_the_preview(over: FilesDialog, form: str) -> None:
    file_port = FilesOfTest(half(form))
    shown = looked_at(file_port, over)
    wanted = sentence(EnvironmentProblem("picture_not_shown"))
    assert patience.wait(lambda: shown.pages.canvas.said() == wanted, shown.pages.canvas.awaited)
    shown.grab()
    assert file_port.closed == 0
    shown.reject()
    assert file_port.closed == 1


def test_a_strip_without_end_is_shown(over: FilesDialog) -> None:
    out = io.BytesIO()
    Image.new("L", (20, 2_000_000), 100).save(out, "PNG")
    shown = looked_at(FilesOfTest(out.getvalue()), over)
    assert patience.wait(lambda: shown.pages.canvas.image() is not None, shown.pages.canvas.awaited)
    shown.grab()
    shown.reject()


def test_a_page_without_end_is_shown(over: FilesDialog) -> None:
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(3, 14_400))
        made.save(out)
    shown = looked_at(FilesOfTest(out.getvalue()), over, PDF)
    assert patience.wait(lambda: shown.pages.canvas.image() is not None, shown.pages.canvas.awaited)
    shown.grab()
    shown.reject()


class EndlessFile(FilesOfTest):
    """Is judged until somebody ends it."""

    ended = False

    def open_pages(self, _file: StoredFile, name: str, progress: Progress = no_progress) -> AwaitedPages:
        until = time.monotonic() + 5
        while time.monotonic() < until:
            time.sleep(0.005)
            try:
                progress(0, 1)
            except Cancelled:
                self.ended = True
                raise
        raise AssertionError("nobody ended it")


def test_a_list_of_files_that_is_closed_ends_the_reading(over: FilesDialog) -> None:
    workers = Workers()
    file_port = EndlessFile(b"%PDF-1.7")
    looking = FileOpener(cast("FilePort", file_port), AnsweringDialogs(), workers, over)
    looking.do("show", line(PDF), over)
    assert workers.busy
    patience.let_pass(50)
    over.reject()
    assert patience.wait(lambda: not workers.busy, lambda: workers.busy)
    assert file_port.ended


def test_a_file_that_is_read_after_its_list_was_closed_is_not_shown(over: FilesDialog) -> None:
    workers = Workers()
    file_port = FilesOfTest(half("PNG"))
    looking = FileOpener(cast("FilePort", file_port), AnsweringDialogs(), workers, over)
    looking.do("show", line(PNG), over)
    # not answered for yet: this thread handles no event meanwhile
    assert file_port.opened.wait(30)
    over.reject()
    assert patience.wait(lambda: not workers.busy, lambda: workers.busy)
    assert over.findChildren(FilePreview) == []
    assert file_port.closed == 1
