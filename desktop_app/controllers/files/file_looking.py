"""Looking at one attached file: in the window, in the system's program, or as a copy elsewhere; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from desktop_app.controllers.files.file_port import FilePort
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.files_sheet import FileLine
from desktop_app.text.papers import attached_files as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.files.file_preview import FilePreview
from desktop_app.views.files.files_dialog import FilesDialog
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.widgets.style.tokens import Tone
from desktop_app.workers import Watch, Workers

T = TypeVar("T")


class FileLooking(QObject):
    """Reads and verifies off the thread of the window; a refusal stands above the list of files."""

    def __init__(self, file_port: FilePort, dialogs: Dialogs, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._file_port, self._dialogs, self._workers = file_port, dialogs, workers
        self._pages: AwaitedPages | None = None

    def do(self, key: str, line: FileLine, over: FilesDialog) -> None:
        """Show it, open it elsewhere, or save a copy."""
        if key == "save":
            self._save(line, over)
        elif key == "show" and self._file_port.may_show(line.file):
            self._read(line, over)
        else:
            self._open(line, over)

    def _read(self, line: FileLine, over: FilesDialog) -> None:
        """What nobody looks at any more is not opened to its end."""

        def read(watch: Watch) -> AwaitedPages:
            return self._file_port.open_pages(
                line.file, line.link.name, lambda _done, _total: watch.stop_if_cancelled()
            )

        def shown(pages: AwaitedPages) -> None:
            # it may have been opened just before its list was closed
            if watch.cancelled:
                pages.close()
            else:
                self._show(line, pages, over)

        watch = self._workers.run_watched(read, shown, partial(self._failed, over), owner=over)
        over.finished.connect(watch.cancel)

    def _show(self, line: FileLine, pages: AwaitedPages, over: FilesDialog) -> None:
        self._let_go()
        self._pages = pages
        shown = FilePreview(line.link.name, pages.count, pages.draw, over)
        shown.let_go.connect(self._let_go)
        shown.open_requested.connect(lambda: self._open(line, over))
        shown.open()

    def _open(self, line: FileLine, over: FilesDialog) -> None:
        name = line.link.name

        def opened(path: Path) -> None:
            try:
                self._file_port.open_in_program(path, name)
            except Refused as refused:
                over.show_refusal(sentence(refused))
            else:
                over.show_told(words.OPENED, Tone.NEUTRAL)

        self._run(over, lambda: self._file_port.copy_for_program(line.file, name), opened)

    def _save(self, line: FileLine, over: FilesDialog) -> None:
        path = self._dialogs.pick_save_path(
            words.SAVE_TITLE, self._file_port.suggested(line.file, line.link.name), words.ALL_FILES
        )
        if path is not None:
            self._run(
                over, lambda: self._file_port.save_copy(line.file, path), lambda _none: over.show_told(words.SAVED)
            )

    def _run(self, over: FilesDialog, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self._workers.run(work, done, partial(self._failed, over), owner=over)

    @staticmethod
    def _failed(over: FilesDialog, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        over.show_refusal(sentence(error))

    def _let_go(self) -> None:
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.close()
