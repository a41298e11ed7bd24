"""The dialog «گزارش خطا»: says that the work is kept, shows the report, copies it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.words import faults as text

if TYPE_CHECKING:
    from desktop_app.faults.report import Report


_SIZE: Final = (640, 440)


class FaultDialog(QDialog):
    """One report, readable and copyable; closing it goes back to the work."""

    def __init__(self, report: Report, log_file: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(text.TITLE)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.resize(*_SIZE)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        heading = _label(text.HEADING)
        font = QFont(heading.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        layout.addWidget(heading)
        layout.addWidget(_label(text.COMFORT))
        layout.addWidget(self._report_field(), 1)
        layout.addWidget(_label(text.PRIVACY))
        if log_file is not None:
            layout.addWidget(_label(text.kept_in(str(log_file.parent))))
        layout.addWidget(self._buttons())

    def _report_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit(self._report.text)
        field.setReadOnly(True)
        field.setAccessibleName(text.REPORT_NAME)
        # The report is English and code: left to right, in the machine's even-width font
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        return field

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        go_on = box.addButton(text.CLOSE, QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        self._copy = box.addButton(text.COPY, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self._copy_report)
        box.accepted.connect(self.accept)
        return box

    @Slot()
    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.text)
        self._copy.setText(text.COPIED)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
