"""File dialogs: the system's own if there is one, or Qt's with Persian texts and Jalali days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDateTime, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import (
    QFileDialog,
    QFileSystemModel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.text.digits import persian_time
from desktop_app.words import widgets as words

Index = QModelIndex | QPersistentModelIndex
_KIND, _CHANGED = 2, 3
"""Columns of Qt's model of files."""
_DIALOG: Final = QFileDialog.DialogLabel


class _PersianDelegate(QStyledItemDelegate):
    """Delegate that shows the kind of a file and its Jalali day."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the text of a cell."""
        super().initStyleOption(option, index)
        files = index.model()
        if not isinstance(files, QFileSystemModel):
            return
        if index.column() == _CHANGED:
            option.text = _moment(files.lastModified(index))
        elif files.isDir(index):
            option.text = words.FOLDER
        else:
            option.text = words.file_of(files.fileInfo(index).suffix())


def ask_save(window: QWidget | None, title: str, suggested: Path, kinds: str) -> Path | None:
    """Ask where to save; return the path as typed, None on cancel."""
    dialog = _dialog(window, title, suggested.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.selectFile(suggested.name)
    return _answer(dialog, words.SAVE)


def ask_open(window: QWidget | None, title: str, folder: Path, kinds: str) -> Path | None:
    """Ask for a file to read; None on cancel."""
    dialog = _dialog(window, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    return _answer(dialog, words.OPEN)


def ask_open_many(window: QWidget | None, title: str, folder: Path, kinds: str) -> list[Path]:
    """Ask for files to read; empty on cancel."""
    dialog = _dialog(window, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(kinds)
    return _answers(dialog, words.OPEN)


def ask_folder(window: QWidget | None, title: str, folder: Path) -> Path | None:
    """Ask for a folder; None on cancel."""
    dialog = _dialog(window, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog, words.CHOOSE)


def _dialog(window: QWidget | None, title: str, folder: Path) -> QFileDialog:
    dialog = QFileDialog(window, title, str(folder))
    table = dialog.findChild(QTreeView)
    if isinstance(table, QTreeView):
        # There is none where the dialog is the system's own
        delegate = _PersianDelegate(dialog)
        for column in (_KIND, _CHANGED):
            table.setItemDelegateForColumn(column, delegate)
    return dialog


def _answer(dialog: QFileDialog, accept: str) -> Path | None:
    return next(iter(_answers(dialog, accept)), None)


def _answers(dialog: QFileDialog, accept: str) -> list[Path]:
    # Last, for a change of mode puts Qt's own words back
    for label, text in (
        (_DIALOG.LookIn, words.FOLDER_LABEL),
        (_DIALOG.FileName, words.FILE_NAME),
        (_DIALOG.FileType, words.FILE_KIND),
        (_DIALOG.Accept, accept),
        (_DIALOG.Reject, words.CANCEL),
    ):
        dialog.setLabelText(label, text)
    chosen: list[str] = []
    # What it gives when it is accepted: closed, Qt's own dialog answers with the row of its list, if one is selected
    dialog.filesSelected.connect(chosen.extend)
    dialog.exec()
    dialog.deleteLater()
    return [Path(one) for one in chosen]


def _moment(changed: QDateTime) -> str:
    local = changed.toLocalTime()
    day = local.date()
    if not day.isValid():
        return ""
    return f"{format_date(date(day.year(), day.month(), day.day()))}  {persian_time(local.time().toString('HH:mm'))}"
