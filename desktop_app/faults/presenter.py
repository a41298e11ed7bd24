"""Presenter of fault reports: they come to the main thread and show one at a time in the dialog «گزارش خطا».

The dialog says that the work is kept, shows the report, and copies it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.faults.log import FILE_NAME, open_log
from desktop_app.faults.report import Report
from desktop_app.words import faults as fault_words

if TYPE_CHECKING:
    from desktop_app.faults.report import Report


_SIZE: Final = (640, 440)


class FaultDialog(QDialog):
    """One report, readable and copyable; closing it goes back to the work."""

    def __init__(self, report: Report, log_file: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(fault_words.TITLE)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.resize(*_SIZE)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        heading = _label(fault_words.HEADING)
        font = QFont(heading.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        layout.addWidget(heading)
        layout.addWidget(_label(fault_words.COMFORT))
        layout.addWidget(self._report_field(), 1)
        layout.addWidget(_label(fault_words.PRIVACY))
        if log_file is not None:
            layout.addWidget(_label(fault_words.kept_in(str(log_file.parent))))
        layout.addWidget(self._buttons())

    def _report_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self._report.text)
        field.setReadOnly(True)
        field.setAccessibleName(fault_words.REPORT_NAME)
        # The report is English and code: left to right, in the machine's even-width font
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        return field

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        go_on = box.addButton(fault_words.CLOSE, QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        self._copy = box.addButton(fault_words.COPY, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self._copy_report)
        box.accepted.connect(self.accept)
        return box

    @Slot()
    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.text)
        self._copy.setText(fault_words.COPIED)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


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
