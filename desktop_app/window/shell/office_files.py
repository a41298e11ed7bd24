"""Attached files and scans of the open office: storage, previews, and other programs.

Pages of a file from elsewhere are drawn by the child process in a thread of their own while the window goes on.
"""

from __future__ import annotations

import secrets
import stat
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QTransform
from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import ENDINGS, PDF, PICTURES, FileDoubt, StoredFile, disk_name
from desktop_app.printing.files import write_file
from desktop_app.printing.stranger_files import StrangerFile
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.storage.file.writable import require_no_findings
from desktop_app.system import rights
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.widgets.paper.page_canvas import PageImage, to_image
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.window.kit.files.record_files import RecordFiles
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.shell.machine import WorkstationSettings, machine_settings
from desktop_app.wiring import Office, scan_tools
from desktop_app.workers import Workers

if TYPE_CHECKING:
    from desktop_app.storage.file.file_store import FileStore
    from desktop_app.system.temporary import TemporaryFolder


_Wanted = tuple[int, int]


class StrangerPages:
    """Pages of a file from outside; opened in a background thread and used in the main thread.

    Raises ``Refused`` for a file that cannot be opened.
    """

    def __init__(self, file: ChosenFile, progress: Progress = no_progress) -> None:
        self._file = StrangerFile(file)
        sizes, _none = self._file.one("sizes", progress)
        self.points: tuple[tuple[float, float], ...] = tuple((width, height) for width, height in sizes)
        self.count = len(self.points)
        self._workers: Workers | None = None
        self._wanted: _Wanted | None = None
        self._came: dict[_Wanted, PageImage | BaseException] = {}
        self._closed = False

    def draw(self, page: int, width: int) -> PageImage | None:
        """Return a page ``width`` pixels wide, None until it is drawn; one page is drawn at a time."""
        wanted = page, width
        came = self._came.pop(wanted, None)
        if isinstance(came, BaseException):
            raise came
        if came is None and self._wanted is None and not self._closed:
            self._wanted = wanted
            # what nobody came back for: the window has another size by now
            self._came.clear()
            self._worker().run(lambda: self._draw(wanted), self._keep, self._keep)
        return came

    def drawn(self, page: int, width: int) -> PageImage:
        """Return a page ``width`` pixels wide, and wait for it while the window stays responsive."""
        return self._worker().wait_for(lambda: self._draw((page, width)))

    def ask(
        self,
        page: int,
        width: int,
        on_done: Callable[[PageImage], object],
        on_error: Callable[[BaseException], object],
        owner: QObject,
    ) -> None:
        """Draw a page and pass it to ``on_done``, unless ``owner`` was deleted before."""
        self._worker().run(lambda: self._draw((page, width)), on_done, on_error, owner=owner)

    def close(self) -> None:
        """Close the file, also while a page is drawn."""
        self._closed = True
        # a page that waits for its turn is not begun any more
        self._file.close()
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.end_all()

    def _draw(self, wanted: _Wanted) -> PageImage:
        page, width = wanted
        (across, down), pixels = self._file.one("pixels", page=page, width=width)
        return PageImage(pixels, across, down)

    def _keep(self, came: PageImage | BaseException) -> None:
        wanted, self._wanted = self._wanted, None
        if isinstance(came, BaseException) and not isinstance(came, Refused):
            raise came
        if wanted is not None and not self._closed:
            self._came[wanted] = came

    def _worker(self) -> Workers:
        if self._workers is None:
            self._workers = Workers(threads=1)
        return self._workers


ShowFile = Callable[[Path], bool]


def open_with_system(path: Path) -> bool:
    """Open the file in the program that the system chooses by its extension."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class OfficeFiles:
    """The attached files of an open office; see ``FilePort`` for its methods."""

    def __init__(self, office: Office, show: ShowFile = open_with_system) -> None:
        self._office, self._show = office, show
        self._doubts: dict[str, FileDoubt | None] = {}
        self._copies: TemporaryFolder | None = None

    def take(self, path: Path, progress: Progress) -> StoredFile:
        """Copy a local file into the store."""
        return self._store_to_fill().take(path, progress)

    def take_bytes(self, content: bytes) -> StoredFile:
        """Put bytes into the store."""
        return self._store_to_fill().take_bytes(content)

    def judge(self, file: StoredFile, name: str, progress: Progress) -> FileDoubt | None:
        """Return why a file cannot be shown, None if it can; each file is checked once."""
        if file.sha256 not in self._doubts:
            self._doubts[file.sha256] = wiring.doubt_of(self._office, file, name, progress)
        return self._doubts[file.sha256]

    def doubt_of(self, file: StoredFile) -> FileDoubt | None:
        """Return the remembered result of :meth:`judge`."""
        return self._doubts.get(file.sha256)

    def may_show(self, file: StoredFile) -> bool:
        """Whether the program itself can show the file."""
        return file.type == PDF or file.type in PICTURES

    def open_pages(self, file: StoredFile, name: str, progress: Progress = no_progress) -> AwaitedPages:
        """Verify the bytes and open the pages in a child process; raises ``Refused``."""
        return StrangerPages(ChosenFile(name, content=self._office.files.read(file)), progress)

    def copy_for_program(self, file: StoredFile, name: str) -> Path:
        """Make a read-only copy in a private temporary folder."""
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
        """Open the file in the program that the system chooses."""
        if not self._show(path):
            raise EnvironmentProblem("file_without_program", name=name)

    def save_copy(self, file: StoredFile, path: Path) -> None:
        """Save a copy at the given path, which may not be in the data folder."""
        write_file(path, self._office.files.read(file), office=self._office.folder.folder)

    def suggested(self, file: StoredFile, name: str) -> Path:
        """Return a path in the folder of papers."""
        return WorkstationSettings(machine_settings()).papers_folder() / disk_name(name, file.type)

    def _fresh_folder(self) -> Path:
        from desktop_app.system import temporary

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
        """Return the store, cleaned up for another file; refuse for read-only data."""
        folder = self._office.folder
        # the same reasons, in the same order, as for every other act
        require_no_findings(folder.findings)
        if not folder.writable:
            raise EnvironmentProblem("opened_for_reading", path=str(folder.folder))
        self._office.files.tidy()
        return self._office.files


FilesBeside = Callable[[QWidget, FilesButton, QWidget, PageController], RecordFiles]
"""Puts the files of the record that shows on a page beside it."""


def files_beside(office: Office, dialogs: Dialogs, workers: Workers) -> FilesBeside:
    """Return the function that adds attached files to the pages of one office."""
    files = OfficeFiles(office)
    return lambda page, button, part, host: RecordFiles(page, button, part, host, files, dialogs, workers)


class OfficeScans:
    """The scans of an open office; see ``ScanPort`` for its methods."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.file_port = OfficeFiles(office)
        self._tools: ScanTools | None = None
        self._print: tuple[int, bytes] = (0, b"")

    def tools(self) -> ScanTools:
        """The scan functions, imported at their first use."""
        if self._tools is None:
            self._tools = scan_tools(self._office)
        return self._tools

    def page(self, file: ChosenFile, page: int, progress: Progress) -> PageImage:
        """Return a page of a scan, unchanged."""
        with StrangerFile(file) as scan:
            (width, height), pixels = scan.one("look", progress, page=page)
        return PageImage(pixels, width, height, rgba=True)

    def beside(self, version_id: int, page: PageImage, number: int = 0) -> ComparedPrint:
        """Return a page of a scan with its printed page, which is read once for a version."""
        from PIL import Image

        from desktop_app.printing.scans.scan_marks import printed_page

        if self._print[0] != version_id:
            self._print = version_id, self.tools().print_of(version_id)
        order = "RGBX" if page.rgba else "BGRX"
        seen = Image.frombuffer("RGB", (page.width, page.height), page.data, "raw", order, 0, 1)
        found = printed_page(self._print[1], seen, number)
        if found is None:
            return ComparedPrint(to_image(page))
        pixels, laid = found.pixels, None
        if found.map is not None:
            a, b, c, d, e, f = found.map
            laid = QTransform(a, d, b, e, c, f)
        return ComparedPrint(to_image(page), to_image(PageImage(pixels.bgra, pixels.width, pixels.height)), laid)
