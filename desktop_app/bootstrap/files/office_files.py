"""Attached files, wired: the store of the open office, previews, and the system's programs."""

from __future__ import annotations

import secrets
import stat
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app import rights, wiring
from desktop_app.bootstrap.files.stranger_pages import StrangerPages
from desktop_app.bootstrap.machine import MachineMemory, machine_settings
from desktop_app.controllers.files.record_files import RecordFiles
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import ENDINGS, PDF, PICTURES, FileDoubt, StoredFile, disk_name
from desktop_app.printing.files import write_file
from desktop_app.storage.file.writable import require_none_found
from desktop_app.views.files.files_button import FilesButton
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.wiring import Office
from desktop_app.workers import Workers

if TYPE_CHECKING:
    from desktop_app.storage.files.file_store import FileStore
    from desktop_app.temporary import TemporaryFolder

ShowFile = Callable[[Path], bool]


def open_with_system(path: Path) -> bool:
    """Let the program show it that the system has for its ending."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class OfficeFiles:
    """The files of an open office; what it stands for is told at ``FilePort`` in the controllers."""

    def __init__(self, office: Office, show: ShowFile = open_with_system) -> None:
        self._office, self._show = office, show
        self._doubts: dict[str, FileDoubt | None] = {}
        self._copies: TemporaryFolder | None = None

    def take(self, path: Path, told: Progress) -> StoredFile:
        """Keep a copy of a file of the machine."""
        return self._store_to_fill().take(path, told)

    def take_bytes(self, content: bytes) -> StoredFile:
        """Keep bytes at hand."""
        return self._store_to_fill().take_bytes(content)

    def judge(self, file: StoredFile, name: str, told: Progress) -> FileDoubt | None:
        """What keeps a file from being looked at; a file that was judged is not read again."""
        if file.sha256 not in self._doubts:
            self._doubts[file.sha256] = wiring.doubt_of(self._office, file, name, told)
        return self._doubts[file.sha256]

    def doubt_of(self, file: StoredFile) -> FileDoubt | None:
        """Of one that was judged."""
        return self._doubts.get(file.sha256)

    def may_show(self, file: StoredFile) -> bool:
        """Whether the window itself can show such a file."""
        return file.type == PDF or file.type in PICTURES

    def open_pages(self, file: StoredFile, name: str, told: Progress = no_progress) -> AwaitedPages:
        """Its pages in a child process, its bytes verified; raises ``Refused`` for a file that cannot be opened."""
        return StrangerPages(ChosenFile(name, content=self._office.files.read(file)), told)

    def copy_for_program(self, file: StoredFile, name: str) -> Path:
        """A read-only copy in a folder that nobody else may enter, and that goes with the program."""
        if file.type not in ENDINGS:
            raise RuleBroken("file_not_opened", name=name)
        # a folder of its own for each: the copy keeps its name, and one that is open elsewhere is not replaced
        path = self._fresh_folder() / disk_name(name, file.type)
        content = self._office.files.read(file)
        try:
            rights.make_file(path)
            path.write_bytes(content)
            # what was saved there would be lost
            path.chmod(stat.S_IRUSR)
        except OSError as error:
            raise EnvironmentProblem("file_copy_not_written", path=str(path)) from error
        return path

    def open_in_program(self, path: Path, name: str) -> None:
        """Let the system's program show it."""
        if not self._show(path):
            raise EnvironmentProblem("file_without_program", name=name)

    def save_copy(self, file: StoredFile, path: Path) -> None:
        """A copy where the operator wants it, but over nothing of the data folder."""
        write_file(path, self._office.files.read(file), office=self._office.folder.folder)

    def suggested(self, file: StoredFile, name: str) -> Path:
        """In the folder of papers."""
        return MachineMemory(machine_settings()).papers_folder() / disk_name(name, file.type)

    def _fresh_folder(self) -> Path:
        from desktop_app import temporary

        try:
            if self._copies is None:
                self._copies = temporary.TemporaryFolder()
                weakref.finalize(self, self._copies.remove)
            folder = self._copies.path / secrets.token_hex(4)
            rights.make_new_folder(folder)
        except OSError as error:
            raise EnvironmentProblem("file_copy_not_written", path=str(temporary.place())) from error
        return folder

    def _store_to_fill(self) -> FileStore:
        """The store, tidied for another file; of data that are only looked at none is given."""
        folder = self._office.folder
        # the same reasons, in the same order, as for every other act
        require_none_found(folder.findings)
        if not folder.writable:
            raise EnvironmentProblem("opened_for_reading", path=str(folder.folder))
        self._office.files.tidy()
        return self._office.files


FilesBeside = Callable[[QWidget, FilesButton, QWidget, PageController], RecordFiles]
"""Puts the files of the record that shows on a page beside it."""


def files_beside(office: Office, dialogs: Dialogs, workers: Workers) -> FilesBeside:
    """For the pages of one office."""
    files = OfficeFiles(office)
    return lambda page, button, part, host: RecordFiles(page, button, part, host, files, dialogs, workers)
