"""Files on a record through the window: chosen, dropped, pasted, looked at, named, taken off and brought back."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.files.owners import files_sheet
from desktop_app.services.history.history import record_named
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.window.kit.files_button import FilesButton
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.letters.paper_panel import record_of_line
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.members.page import MembersPage
from desktop_app.wiring import Office
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary


def _office(driver: Driver) -> Office:
    assert driver.opening is not None
    assert driver.opening.screens is not None
    return driver.opening.screens.office


def _names(driver: Driver, record: RecordRef | None) -> list[str]:
    assert record is not None
    return [line.link.name for line in files_sheet(_office(driver).context, record).groups[0].lines]


def drop(target: QWidget, paths: Sequence[Path], at: QPoint | None = None, marked: list[QRect] | None = None) -> bool:
    """What the system sends when files are let go over a control; whether anybody took them.

    ``marked`` is told where in the window something was framed before they were let go.
    """
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    widget: QWidget | None = target
    at = target.rect().center() if at is None else at
    while widget is not None and not widget.acceptDrops():
        at, widget = widget.mapToParent(at), widget.parentWidget()
    if widget is None:
        return False
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, mime, left, none)
    QApplication.sendEvent(widget, enter)
    if marked is not None:
        marked += [
            QRect(one.mapTo(one.window(), QPoint()), one.size())
            for one in widget.findChildren(QWidget, "dropFrame")
            if one.isVisible()
        ]
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(at), copy, mime, left, none)
    QApplication.sendEvent(widget, drop)
    return drop.isAccepted()


def _files(folder: Path, *names: str) -> list[Path]:
    made = [folder / name for name in names]
    for path in made:
        path.write_bytes(f"متن {path.name}".encode())
    return made


def _button(driver: Driver) -> FilesButton:
    return next(one for one in driver.visible(driver.window) if isinstance(one, FilesButton))


def _leave_as_it_is(driver: Driver) -> None:
    driver.press("F2")
    driver.wait(lambda: driver.sees("fileName"), "its form")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: not driver.sees("fileName"), "the list again")
    assert not driver.reads("پیوست تغییر کرد."), "nothing was"


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_a_meeting_and_its_agenda(begin: Begin, tmp_path: Path, persian: bool) -> None:
    driver = begin(persian=persian)
    Secretary(driver).open_meeting("جلسهٔ ششم")
    page = driver.find_kind(MeetingPage)
    meeting = page.files.record
    letter, report, other = _files(tmp_path, "نامهٔ استانداری.txt", "گزارش.txt", "پیوست دستور.txt")
    before = len(_names(driver, meeting))

    driver.press("Ctrl+Shift+E")
    driver.wait(lambda: driver.sees("filesDialog") or driver.sees("addFile"), "the files of the meeting")
    driver.attendant.will_save_as(letter)
    driver.press("Ins")
    driver.wait(lambda: letter.name in _names(driver, meeting), "the chosen file")
    assert driver.reads("فایل پیوست شد.")
    # a row that is put into a page that shows is itself shown by an event of its own
    driver.wait(lambda: driver.reads(letter.name), "its row")

    # by keys alone: nothing of it, its name, then away and back
    _leave_as_it_is(driver)
    driver.press("F2")
    driver.wait(lambda: driver.sees("fileName"), "its form")
    driver.write("نامه")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: "نامه" in _names(driver, meeting), "its other name")
    driver.press("Delete")
    assert len(_names(driver, meeting)) == before
    driver.press("Ctrl+Z")
    assert "نامه" in _names(driver, meeting)
    driver.press("Ctrl+Z", "Ctrl+Z")
    assert len(_names(driver, meeting)) == before
    driver.press("Ctrl+Y")
    driver.wait(lambda: letter.name in _names(driver, meeting), "the file again")
    driver.press("Esc")
    driver.wait(lambda: not driver.sees("addFile"), "the page again")

    # onto the page, and onto one item of the agenda
    assert drop(page.ui.tabs, [report, report])
    driver.wait(lambda: report.name in _names(driver, meeting), "the dropped file")
    driver.press("Esc")
    row = next(one for one in driver.visible(page.agenda) if isinstance(one, ItemRow))
    item = RecordRef(FileOwner.AGENDA_ITEM, int(row.objectName().removeprefix("item_")))
    assert drop(row, [other])
    driver.wait(lambda: _names(driver, item)[-1:] == [other.name], "the annex of the item")
    driver.press("Esc")
    assert page.files.text()
    assert other.exists()


@pytest.mark.parametrize("keys", ["Ctrl+V", "Shift+Ins"])
def test_a_picture_is_pasted_and_shown(driver: Driver, keys: str) -> None:
    Secretary(driver).open_meeting("جلسهٔ ششم")
    page = driver.find_kind(MeetingPage)
    before = _names(driver, page.files.record)
    driver.press(keys)
    assert driver.foot() == "در حافظهٔ موقت فایل یا تصویری نیست. نخست فایل یا تصویر را رونوشت کنید."
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QApplication.clipboard().setImage(image)
    driver.press(keys)
    driver.wait(lambda: len(_names(driver, page.files.record)) == len(before) + 1, "the pasted picture")
    driver.press("Enter")
    driver.wait(lambda: driver.sees("closePreview"), "the picture in the window")
    driver.press("Esc")
    driver.wait(lambda: not driver.sees("closePreview"), "the list again")
    driver.press(keys)
    driver.wait_for_words("پیش‌تر به همین مورد پیوست شده است")
    driver.press("Esc")


def test_what_cannot_be_attached_is_told_and_the_rest_is_there(driver: Driver, tmp_path: Path) -> None:
    Secretary(driver).open_meeting("جلسهٔ ششم")
    page = driver.find_kind(MeetingPage)
    (good,) = _files(tmp_path, "خوب.txt")
    empty, folder = tmp_path / "خالی.txt", tmp_path / "پوشه"
    empty.touch()
    folder.mkdir()
    assert drop(page.ui.tabs, [empty, good, folder])
    driver.wait(lambda: good.name in _names(driver, page.files.record), "the good one")
    assert driver.reads("خالی است")
    assert driver.reads("پوشه را نخست فشرده")
    driver.press("Esc")


def test_a_field_of_typing_takes_no_file_as_text(driver: Driver, tmp_path: Path) -> None:
    Secretary(driver).open_meeting("جلسهٔ پنجم")
    driver.press("F6")
    driver.wait(lambda: driver.window.page() == "minutes_editor", "the minutes")
    (letter,) = _files(tmp_path, "نامه.txt")
    area = next(one for one in driver.visible(driver.window) if isinstance(one, QTextEdit))
    text = area.toPlainText()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(letter))])
    assert not area.canInsertFromMimeData(mime)
    driver.press("Ctrl+Shift+E")
    driver.wait(lambda: driver.sees("addFile"), "the files of the minutes")
    driver.press("Esc")
    assert area.toPlainText() == text


@pytest.mark.parametrize(("keys", "kind"), [("Ctrl+3", FileOwner.RESOLUTION), ("Ctrl+4", FileOwner.TASK)])
def test_beside_a_list(driver: Driver, tmp_path: Path, keys: str, kind: FileOwner) -> None:
    driver.press(keys, "Down", "Down")
    button = _button(driver)
    assert button.record is not None
    assert button.record.kind is kind
    (letter,) = _files(tmp_path, "مدرک.txt")
    assert drop(button, [letter])
    driver.wait(lambda: letter.name in _names(driver, button.record), "the evidence")
    driver.press("Esc")
    driver.press("Ctrl+Z")
    assert letter.name not in _names(driver, button.record)


LISTS = [("Ctrl+3", FileOwner.RESOLUTION), ("Ctrl+4", FileOwner.TASK), ("Ctrl+7", FileOwner.INCOMING)]


@pytest.mark.parametrize(("keys", "kind"), LISTS)
def test_the_row_beneath_the_pointer_takes_the_files_and_not_the_chosen_one(
    driver: Driver, tmp_path: Path, keys: str, kind: FileOwner
) -> None:
    driver.press(keys)
    page = next(one for one in driver.visible(driver.window) if isinstance(one, RecordListPage))
    table, (letter,) = page.ui.table, _files(tmp_path, "مدرک دیگری.txt")
    rows = [row for row in range(page.model.rowCount()) if page.model.id_at(row) is not None]
    page.table.select_row(page.model.index(rows[0], 0))
    other = page.model.id_at(rows[1])
    assert other is not None
    record = record_of_line(other) if kind is FileOwner.INCOMING else RecordRef(kind, other)
    before = _names(driver, _button(driver).record)
    cell = table.visualRect(page.model.index(rows[1], 1))
    marked: list[QRect] = []
    assert drop(table.viewport(), [letter], cell.center(), marked)
    driver.wait(lambda: letter.name in _names(driver, record), "the files of the row beneath the pointer")
    assert [one.center().y() for one in marked] == [table.viewport().mapTo(page.window(), cell.center()).y()]
    context = _office(driver).context
    named = record_named(context, RecordKey(record.kind.value, record.id))
    assert driver.reads(context.paper.history.name(named)), "whose files these are"
    driver.press("Esc")
    assert _names(driver, _button(driver).record) == before
    blank = QPoint(20, table.viewport().height() - 2)
    if not table.indexAt(blank).isValid() and kind is not FileOwner.INCOMING:
        assert not drop(table.viewport(), [letter], blank), "beside the rows nobody takes them"


def test_the_row_of_a_member_beneath_the_pointer_takes_the_files(driver: Driver, tmp_path: Path) -> None:
    driver.press("Ctrl+5", "Down")
    page = driver.find_kind(MembersPage)
    chosen = page.panel.files.record
    key = next(one for one in page.list.order() if RecordRef(FileOwner.SEAT, one[1]) != chosen)
    row, record = page.list.row(key), RecordRef(FileOwner.SEAT, key[1])
    assert row is not None
    (letter,) = _files(tmp_path, "حکم.txt")
    assert drop(row, [letter])
    driver.wait(lambda: letter.name in _names(driver, record), "the files of the row")
    assert letter.name not in _names(driver, chosen)


def test_beside_a_member(driver: Driver, tmp_path: Path) -> None:
    driver.press("Ctrl+5")
    page = driver.find_kind(MembersPage)
    driver.press("Down")
    driver.wait(lambda: page.panel.files.record is not None, "a seat")
    (letter,) = _files(tmp_path, "معرفی‌نامه.txt")
    assert drop(page.panel, [letter])
    driver.wait(lambda: letter.name in _names(driver, page.panel.files.record), "the letter")
    driver.press("Esc")
    QApplication.processEvents()
    assert page.panel.files.isVisible()


def test_a_file_that_is_gone_is_told_at_the_start_and_work_goes_on(
    begin: Begin, demo_data: Path, tmp_path: Path
) -> None:
    shutil.copytree(demo_data, tmp_path / "data")
    for one in (tmp_path / "data" / "files").rglob("*"):
        if one.is_file() and one.read_bytes().startswith(b"%PDF"):
            one.unlink()
    driver = begin()
    driver.wait_for_words("فایلی گم شده یا تغییر کرده است")
    Secretary(driver).open_meeting("جلسهٔ پنجم")
    driver.press("Ctrl+Shift+E")
    driver.wait(lambda: driver.sees("addFile"), "the files of the meeting")
    driver.press("Enter")
    driver.wait_for_words("این پیوست در پوشهٔ داده نیست")
    driver.press("Esc")
