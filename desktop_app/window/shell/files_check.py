"""Checks after the first page is shown: attached files, and temporary folders of killed processes.

Missing and altered files are reported, and work goes on without them. Only names and sizes are compared here, in a
background thread; the hash is checked when a file is read and by the command ``check``.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.wiring import Office
from desktop_app.words import attached_files as words
from desktop_app.words.shell import NOTICED
from desktop_app.workers import Workers


def remove_leftovers_soon(workers: Workers, owner: QObject) -> None:
    """Remove temporary files of killed processes in a background thread."""
    workers.run(_remove, lambda _done: None, _raise, owner=owner)


def _remove() -> None:
    from desktop_app.system.temporary import remove_leftovers

    remove_leftovers()


def _raise(error: BaseException) -> None:
    raise error


def check_files_soon(window: MainWindow, office: Office, workers: Workers, owner: QObject) -> None:
    """Check the attached files in the background; skip this if the records have findings."""
    if office.folder.findings:
        return

    def tell(found: tuple[Finding, ...]) -> None:
        if found:
            first = found[0]
            said = words.file_wrong(first.detail, missing=first.kind is FindingKind.FILE_MISSING)
            # a band of its own: the standing one tells of texts that wait, or that nothing can be written
            window.show_notice(
                words.FILES_WRONG, words.files_wrong(len(found), said), NOTICED, Tone.WARNING, of_data=True
            )

    def failed(error: BaseException) -> None:
        # what cannot be read now is told by whoever reads it next
        if not isinstance(error, Refused):
            raise error

    workers.run(office.folder.check_files, tell, failed, owner=owner)
