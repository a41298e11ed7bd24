"""Brings reports of faults to the main thread, and to the screen one at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.faults.log import FILE_NAME, open_log

if TYPE_CHECKING:
    from desktop_app.faults.dialog import FaultDialog
    from desktop_app.faults.report import Report


class FaultPresenter(QObject):
    """Brings reports to the main thread and shows them one after another, never one inside another.

    Give the instance itself as ``show`` of :class:`~desktop_app.faults.hooks.Faults`.
    """

    _reported = Signal(object)

    def __init__(self, log_file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._waiting: list[Report] = []
        self._dialog: FaultDialog | None = None
        # Queued also on the main thread: the fault may stand in the middle of a paint or a key event
        self._reported.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def __call__(self, report: Report) -> None:
        """Show ``report`` soon; callable from any thread."""
        self._reported.emit(report)

    def log_into(self, folder: Path) -> None:
        """Open the log there, and name it in what is shown from now on."""
        self._log_file = open_log(folder) or folder / FILE_NAME

    @property
    def dialog(self) -> FaultDialog | None:
        """The dialog that stands on the screen, if any."""
        return self._dialog

    @Slot(object)
    def _take(self, report: Report) -> None:
        self._waiting.append(report)
        self._show_next()

    def _show_next(self) -> None:
        from desktop_app.faults.dialog import FaultDialog

        if self._dialog is None and self._waiting:
            # only now: a start without faults does not pay for the dialog

            self._dialog = FaultDialog(self._waiting.pop(0), self._log_file, QApplication.activeWindow())
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    @Slot()
    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self._show_next()
