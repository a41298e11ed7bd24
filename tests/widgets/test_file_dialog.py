"""The dialog for files, driven as it stands on the screen: its words, its days, and where it begins."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QSettings, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QLabel,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.widgets.feedback.dialogs import QtDialogs
from desktop_app.window.shell.folders import FOLDERS, UsedFolders
from desktop_app.words import widgets as words
from tests.widgets.typing import press, type_text

KINDS = "فایل PDF (*.pdf)"
PICTURES = "تصویر (*.png *.jpg)"
WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def folders(tmp_path: Path) -> UsedFolders:
    return UsedFolders(QSettings(str(tmp_path / "machine.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def dialogs(qtbot: QtBot, folders: UsedFolders) -> QtDialogs:
    return QtDialogs(lambda: None, folders)


def at_dialog(act: Callable[[QFileDialog], None]) -> list[str]:
    """Do something at the dialog once keys reach it; the folder that it began in."""
    began: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, look)
            return
        if not dialog.isActiveWindow():
            # Without the focus, the line is written anew where the typed beginning names a file that exists
            dialog.activateWindow()
            QTimer.singleShot(10, look)
            return
        began.append(str(Path(dialog.directory().absolutePath())))
        act(dialog)

    QTimer.singleShot(0, look)
    return began


def type_name(name: str) -> Callable[[QFileDialog], None]:
    def act(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.selectAll()
        type_text(line, name)
        tries = iter(range(100))

        def enter() -> None:
            """Again until it is taken: the dialog reads the folder in its own time."""
            if next(tries, None) is None:
                dialog.reject()
            elif dialog.isVisible():
                press(QApplication.activePopupWidget() or line, Qt.Key.Key_Return, "\r")
                QTimer.singleShot(20, dialog, enter)

        enter()

    return act


def _drawn(tree: QTreeView, index: QModelIndex) -> str:
    option = QStyleOptionViewItem()
    delegate = tree.itemDelegateForIndex(index)
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    return str(option.text)


def test_all_words_of_the_dialog_are_persian(dialogs: QtDialogs, tmp_path: Path) -> None:
    read: list[str] = []

    def act(dialog: QFileDialog) -> None:
        read.extend(label.text().replace("&", "") for label in dialog.findChildren(QLabel))
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        read.extend(button.text() for button in box.buttons())
        dialog.reject()

    at_dialog(act)
    assert dialogs.pick_save_path("ذخیرهٔ برگه", tmp_path / "برگه.pdf", KINDS) is None
    assert {words.FOLDER_LABEL, words.FILE_NAME, words.FILE_KIND, words.SAVE, words.CANCEL} <= set(read)
    assert not [text for text in read if any("a" <= letter.lower() <= "z" for letter in text)]


def test_the_day_of_a_file_is_a_jalali_one(dialogs: QtDialogs, tmp_path: Path) -> None:
    place = tmp_path / "برگه‌ها"
    place.mkdir()
    file = place / "نامه.pdf"
    file.write_bytes(b"%PDF")
    moment = datetime(2023, 5, 1, 10, 5).astimezone().timestamp()
    os.utime(file, (moment, moment))
    (place / "بایگانی").mkdir()
    shown: dict[str, tuple[str, str]] = {}

    def act(dialog: QFileDialog) -> None:
        tree = dialog.findChild(QTreeView, "treeView")
        assert isinstance(tree, QTreeView)
        model, root = tree.model(), tree.rootIndex()
        for _ in range(200):
            QCoreApplication.processEvents()
            if model.rowCount(root) == 2:
                break
        for row in range(model.rowCount(root)):
            name, _, kind, day = (_drawn(tree, model.index(row, column, root)) for column in range(4))
            shown[name] = kind, day
        dialog.reject()

    at_dialog(act)
    dialogs.pick_open_path("گشودن", place, KINDS)
    assert shown["نامه.pdf"] == (words.file_of("pdf"), "۱۴۰۲/۰۲/۱۱  ۱۰:۰۵")
    assert shown["بایگانی"][0] == words.FOLDER


def test_saving_begins_where_it_ended_until_the_usual_folder_is_another(
    dialogs: QtDialogs, folders: UsedFolders, tmp_path: Path
) -> None:
    documents, other, later = (tmp_path / name for name in ("documents", "other", "later"))
    for folder in (documents, other, later):
        folder.mkdir()
    (tmp_path / "oth").write_text("What is typed passes the name of another file.", encoding="utf-8")
    began = at_dialog(type_name(str(other / "برگه.pdf")))
    assert dialogs.pick_save_path("ذخیره", documents / "برگه.pdf", KINDS) == other / "برگه.pdf"
    assert began == [str(documents)]
    began = at_dialog(type_name(str(other / "دیگر")))
    assert dialogs.pick_save_path("ذخیره", documents / "برگه.pdf", KINDS) == other / "دیگر.pdf"
    assert began == [str(other)]
    for usual, name in ((documents, "متن.docx"), (later, "برگه.pdf")):
        began = at_dialog(QFileDialog.reject)
        assert dialogs.pick_save_path("ذخیره", usual / name, KINDS) is None
        assert began == [str(usual)], "another kind of file, and another folder of the settings, begin anew"
    assert folders.last("save.pdf", str(documents)) == other
    other.rmdir()
    assert folders.last("save.pdf", str(documents)) is None


def test_a_typed_path_is_the_answer_though_its_folder_is_selected_as_the_dialog_closes(
    dialogs: QtDialogs, tmp_path: Path
) -> None:
    """The folders of a typed path are selected as the dialog has read them, which may be after Enter."""
    other = tmp_path / "other"
    other.mkdir()
    then: list[str] = []

    def act(dialog: QFileDialog) -> None:
        names = dialog.findChild(QListView, "listView")
        assert isinstance(names, QListView)
        files = names.model()
        assert isinstance(files, QFileSystemModel)

        def select() -> None:
            names.selectionModel().select(files.index(str(other)), WHOLE_ROW)
            then.extend(dialog.selectedFiles())

        dialog.finished.connect(select)
        type_name(str(other / "برگه.pdf"))(dialog)

    at_dialog(act)
    assert dialogs.pick_save_path("ذخیره", tmp_path / "برگه.pdf", KINDS) == other / "برگه.pdf"
    assert then == [str(other)], "what Qt answers once it is closed"


def test_a_typed_path_opens_one_file_and_none_of_its_folders(dialogs: QtDialogs, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (pictures / "logo.png").write_bytes(b"png")
    at_dialog(type_name(str(pictures / "logo.png")))
    assert dialogs.pick_open_paths("نشان", tmp_path, PICTURES) == (pictures / "logo.png",)


def test_opening_begins_where_it_ended_whatever_is_offered(dialogs: QtDialogs, tmp_path: Path) -> None:
    home, pictures = tmp_path / "home", tmp_path / "pictures"
    for folder in (home, pictures):
        folder.mkdir()
    (pictures / "logo.png").write_bytes(b"png")

    at_dialog(type_name(str(pictures / "logo.png")))
    assert dialogs.pick_open_path("نشان", home, PICTURES) == pictures / "logo.png"
    began = at_dialog(QFileDialog.reject)
    assert dialogs.pick_open_path("نشان", home, PICTURES) is None
    assert began == [str(pictures)]


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"last": 3}', '{"usual": "", "last": "/nowhere/at/all"}', "null"])
def test_what_is_remembered_wrongly_is_as_if_it_were_not(tmp_path: Path, kept: str) -> None:
    settings = QSettings(str(tmp_path / "machine.ini"), QSettings.Format.IniFormat)
    settings.setValue(f"{FOLDERS}/open.png", kept)
    assert UsedFolders(settings).last("open.png", "") is None


def test_what_is_asked_over_a_dialog_belongs_to_that_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    """Else closing it gives the keyboard to the window beneath, which the dialog shuts out."""
    window, over = QWidget(), QDialog()
    qtbot.addWidget(window)
    qtbot.addWidget(over)
    window.show()
    over.setModal(True)
    over.open()
    dialogs, owners = QtDialogs(lambda: window), []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog is not over:
            owners.append(dialog.parentWidget())
            dialog.reject()
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
    dialogs.pick_open_path("گزینش", tmp_path, PICTURES)
    QTimer.singleShot(0, look)
    dialogs.tell("آگاهی", "انجام شد.")
    assert owners == [over, over]
    over.reject()
    QTimer.singleShot(0, look)
    dialogs.tell("آگاهی", "انجام شد.")
    assert owners[-1] is window
