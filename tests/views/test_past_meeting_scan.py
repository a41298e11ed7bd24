"""A past meeting with its scan by real keys: chosen, dropped, pasted, taken off, refused beside its field, given up."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn, cast

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import FileDoubt, FileOwner, FileRole, RecordRef, StoredFile
from desktop_app.services.files.owners import files_sheet
from desktop_app.storage.file.file_store import FileStore
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.taking_over import words
from desktop_app.window.taking_over.controller import PastFiles, TakingOverController
from desktop_app.window.taking_over.page import TakingOverPage
from desktop_app.words import attached_files as file_words
from desktop_app.words.attached_files import doubtful
from desktop_app.workers import Workers
from tests.bootstrap.parts import AnsweringDialogs
from tests.letting_go import Hovered, let_go, place_of_field
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import WORDS
from tests.shown import child, texts
from tests.widgets.typing import PASTING, Chord, type_text

PDF = b"%PDF-1.7 the signed minutes"


class ScanDialogs(AnsweringDialogs):
    """Answers with one file."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.folders: list[Path] = []

    def pick_open_path(self, title: str, folder: Path, kinds: str) -> Path | None:
        self.folders.append(folder)
        return self.path


@dataclass
class Files:
    """The store of the data folder."""

    store: FileStore
    slow: bool = False
    """Copies until somebody gives it up."""
    doubt: FileDoubt | None = None
    """What keeps the scan from being looked at."""

    def take(self, path: Path, progress: Progress) -> StoredFile:
        while self.slow:
            time.sleep(0.001)
            progress(0, 1)
        return self.store.take(path, progress)

    def take_bytes(self, content: bytes) -> StoredFile:
        return self.store.take_bytes(content)

    def judge(self, _file: StoredFile, _name: str, _told: Progress) -> FileDoubt | None:
        return self.doubt


def _nothing(*asked: object) -> NoReturn:
    raise AssertionError(asked)


@dataclass
class Desk:
    page: TakingOverPage
    dialogs: ScanDialogs
    office: Office
    files: Files
    controller: TakingOverController
    said: list[str]

    def key(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focused(), key)

    def write(self, text: str) -> None:
        type_text(self.focused(), text)

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def button(self, name: str) -> Button:
        return child(self.page, Button, name)

    def numbers(self) -> list[int]:
        return [one.number or 0 for one in self.office.where("meetings")]


@pytest.fixture
def desk(qtbot: QtBot, office: Office, records: Records, tmp_path: Path) -> Desk:
    """The page over an office that met before, with the keyboard on the number."""
    tell(office)
    page = TakingOverPage()
    qtbot.addWidget(page)
    with office.open_work() as work:
        calendar = work.calendar()
    page.form.set_source(date_source(calendar, office.clock.today, lambda refused: refused.key))
    workers, dialogs = Workers(page), ScanDialogs()
    files = Files(records.folder.files)
    sheets = PastFiles(WORDS, tmp_path, _nothing, _nothing)
    controller = TakingOverController(page, office.context, dialogs, workers, sheets, cast("FilePort", files), page)
    said: list[str] = []
    controller.status_message.connect(lambda text, _tone: said.append(text))
    page.resize(1216, 844)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.form.ui.numberEdit.setFocus()
    return Desk(page, dialogs, office, files, controller, said)


def fill(desk: Desk) -> None:
    """Number, day and subject by keys; the keyboard is then on the button that asks for the scan."""
    desk.write("12")
    desk.key(Qt.Key.Key_Tab)
    desk.write("1401/9/3")
    desk.key(Qt.Key.Key_Tab, 2)
    desk.write("زیرساخت")
    desk.key(Qt.Key.Key_Tab)
    assert desk.focused() is desk.button("pickScan")


def scan_file(folder: Path, content: bytes = PDF, name: str = "جلسهٔ دوازدهم.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_scan_is_chosen_and_goes_with_the_meeting(
    qtbot: QtBot, desk: Desk, office: Office, records: Records, tmp_path: Path
) -> None:
    path = desk.dialogs.path = scan_file(tmp_path)
    fill(desk)
    desk.key(Qt.Key.Key_Space)
    assert any("جلسهٔ دوازدهم.pdf" in one for one in texts(desk.page))
    assert desk.focused() is desk.page.form.ui.enter, "what is left is to enter it"
    desk.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.numbers() == [12])
    (meeting,) = office.where("meetings", number=12)
    (line,) = files_sheet(office.context, RecordRef(FileOwner.MEETING, meeting.id)).groups[0].lines
    assert (line.link.role, line.link.name) == (FileRole.SCAN, path.name)
    assert records.folder.files.read(line.file) == PDF
    assert desk.said == ["جلسهٔ گذشتهٔ ۱۲ با اسکن آن ثبت شد."]
    assert path.read_bytes() == PDF, "the operator's own file stays"
    # ready for the next meeting, whose scan is another file
    assert desk.page.form.scan.found() == DroppedFiles()
    qtbot.waitUntil(lambda: desk.focused().objectName() == "numberEdit")


def test_a_torn_scan_is_kept_and_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = desk.dialogs.path = scan_file(tmp_path)
    desk.files.doubt = FileDoubt.TORN
    fill(desk)
    desk.key(Qt.Key.Key_Space, 2)
    qtbot.waitUntil(lambda: desk.numbers() == [12])
    assert doubtful(path.name, FileDoubt.TORN.value) in texts(desk.page)
    # the next one, whose scan is sound, takes the warning away
    desk.files.doubt = None
    qtbot.waitUntil(lambda: desk.focused().objectName() == "numberEdit")
    desk.write("11")
    desk.key(Qt.Key.Key_Tab)
    desk.write("1401/8/15")
    desk.page.form.set_scan(DroppedFiles((path,)))
    desk.page.form.ui.enter.click()
    qtbot.waitUntil(lambda: len(desk.numbers()) == 2)
    assert doubtful(path.name, FileDoubt.TORN.value) not in texts(desk.page)


def test_a_message_of_another_matter_stays_when_the_next_meeting_is_entered(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = desk.dialogs.path = scan_file(tmp_path)
    desk.files.doubt = FileDoubt.TORN
    fill(desk)
    desk.key(Qt.Key.Key_Space, 2)
    qtbot.waitUntil(lambda: desk.numbers() == [12])
    assert doubtful(path.name, FileDoubt.TORN.value) in texts(desk.page)
    desk.page.show_message(words.NOT_BROUGHT, words.FAULTS, Tone.WARNING)
    qtbot.waitUntil(lambda: desk.focused().objectName() == "numberEdit")
    desk.write("11")
    desk.key(Qt.Key.Key_Tab)
    desk.write("1401/8/15")
    desk.page.form.ui.enter.click()
    qtbot.waitUntil(lambda: len(desk.numbers()) == 2)
    assert words.FAULTS in texts(desk.page)


def test_a_chosen_scan_is_taken_off_by_keys(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.path = scan_file(tmp_path)
    fill(desk)
    desk.key(Qt.Key.Key_Space)
    QTest.keyClick(desk.focused(), Qt.Key.Key_Backtab)
    assert desk.focused() is desk.button("dropScan")
    desk.key(Qt.Key.Key_Space)
    assert desk.focused() is desk.button("pickScan")
    assert "برگزیده نشده" in texts(desk.page)
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_Space)
    assert desk.numbers() == [12], "without a scan nothing is waited for"
    assert desk.said == ["جلسهٔ گذشتهٔ ۱۲ ثبت شد."]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"only words", "نه PDF است و نه تصویر"), (b"", "خالی است"), (None, "خوانده نشد")],
)
def test_what_cannot_be_the_scan_is_said_beside_it_and_nothing_is_lost(
    qtbot: QtBot, desk: Desk, tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = desk.dialogs.path = tmp_path / "نامه.pdf"
    if content is not None:
        path.write_bytes(content)
    fill(desk)
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Space)
    form = desk.page.form.ui
    qtbot.waitUntil(lambda: told in form.scanField.error())
    assert desk.focused() is desk.button("pickScan")
    assert desk.numbers() == []
    assert (form.numberEdit.text(), form.subjectEdit.text()) == ("۱۲", "زیرساخت")
    assert desk.page.form.scan.found() == DroppedFiles((path,))
    # the right file in its place, and the refusal goes
    desk.dialogs.path = scan_file(tmp_path)
    desk.key(Qt.Key.Key_Space)
    assert not form.scanField.error()
    desk.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.numbers() == [12])
    assert desk.dialogs.folders == [tmp_path, tmp_path]


def test_another_field_is_refused_and_the_scan_stays_chosen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = desk.dialogs.path = scan_file(tmp_path)
    fill(desk)
    desk.page.form.ui.numberEdit.setText("49")
    desk.button("pickScan").setFocus()
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.page.form.ui.numberField.error()))
    assert desk.page.form.scan.found() == DroppedFiles((path,))
    assert desk.numbers() == []


def files(*paths: Path) -> QMimeData:
    """Files as managers of files copy and drag them: their paths go as a text besides."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText("\n".join(map(str, paths)))
    return mime


def picture() -> QMimeData:
    """A picture that was copied, or is dragged out of another program."""
    image = QImage(70, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def paste(desk: Desk, mime: QMimeData, chord: Chord) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(desk.focused(), *chord)


def test_a_dropped_file_is_the_scan(desk: Desk, tmp_path: Path) -> None:
    path, seen = scan_file(tmp_path), Hovered()
    form = desk.page.form
    assert let_go(form.scan, files(path), seen)
    assert seen.framed == [place_of_field(form, form.scan)], "no word is beneath the frame"
    assert form.scan.found() == DroppedFiles((path,))
    assert path.read_bytes() == PDF, "never a move"
    assert let_go(form.scan, files(path, tmp_path / "دو.pdf"))
    assert form.ui.scanField.notice_line().text() == file_words.ONE_FILE, "which of them would be the scan?"
    assert form.scan.found() == DroppedFiles((path,))
    form.show_busy(True)
    assert not let_go(form.scan, files(tmp_path / "دو.pdf"))
    form.show_busy(False)
    assert let_go(form, picture())
    assert form.scan.found().picture is not None
    for field in (form.ui.numberEdit, form.ui.dayEdit.line(), form.ui.placeEdit, form.ui.subjectEdit):
        form.clear()
        assert let_go(field, files(path))
        assert (form.scan.found(), field.text()) == (DroppedFiles((path,)), ""), "no path is typed"


@pytest.mark.parametrize("chord", PASTING)
@pytest.mark.parametrize("stop", ["numberEdit", "subjectEdit", "placeEdit", "pickScan"])
def test_a_copied_file_is_the_scan_wherever_in_the_form_the_keyboard_is(
    qtbot: QtBot, desk: Desk, records: Records, office: Office, tmp_path: Path, stop: str, chord: Chord
) -> None:
    path = scan_file(tmp_path)
    fill(desk)
    keyboard = desk.page.form.findChild(QWidget, stop)
    assert isinstance(keyboard, QWidget)
    keyboard.setFocus()
    paste(desk, files(path), chord)
    assert any(path.name in one for one in texts(desk.page))
    assert desk.page.form.ui.placeEdit.text() == "", "no path is typed"
    assert desk.focused() is desk.page.form.ui.enter, "what is left is to enter it"
    desk.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.numbers() == [12])
    (meeting,) = office.where("meetings", number=12)
    (line,) = files_sheet(office.context, RecordRef(FileOwner.MEETING, meeting.id)).groups[0].lines
    assert (line.link.role, line.link.name) == (FileRole.SCAN, path.name)
    assert records.folder.files.read(line.file) == PDF


@pytest.mark.parametrize("chord", PASTING)
def test_a_copied_picture_is_the_scan(qtbot: QtBot, desk: Desk, records: Records, office: Office, chord: Chord) -> None:
    fill(desk)
    paste(desk, picture(), chord)
    assert file_words.PASTED in texts(desk.page)
    desk.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.numbers() == [12])
    (meeting,) = office.where("meetings", number=12)
    (line,) = files_sheet(office.context, RecordRef(FileOwner.MEETING, meeting.id)).groups[0].lines
    assert (line.link.role, line.link.name, line.file.type) == (FileRole.SCAN, file_words.PASTED, "image/png")
    kept = QImage.fromData(records.folder.files.read(line.file))
    assert (kept.width(), kept.height(), kept.pixelColor(0, 0)) == (70, 50, QColor("teal"))
    assert desk.page.form.scan.found() == DroppedFiles()


@pytest.mark.parametrize("chord", PASTING)
def test_a_copied_text_goes_into_the_field_and_is_no_scan(desk: Desk, tmp_path: Path, chord: Chord) -> None:
    mime = QMimeData()
    mime.setText("استانداری")
    form = desk.page.form
    told = form.ui.scanField.notice_line()
    form.ui.placeEdit.setFocus()
    paste(desk, mime, chord)
    assert form.ui.placeEdit.text() == "استانداری"
    assert told.text() == ""
    desk.button("pickScan").setFocus()
    paste(desk, mime, chord)
    assert told.text() == file_words.NOTHING_TO_PASTE
    paste(desk, files(scan_file(tmp_path), tmp_path / "دو.pdf"), chord)
    assert told.text() == file_words.ONE_FILE
    assert form.scan.found() == DroppedFiles()
    form.clear_refusals()
    assert told.text() == ""


def test_what_is_pasted_beside_the_form_is_no_scan(desk: Desk, tmp_path: Path) -> None:
    desk.page.ui.openFile.setFocus()
    paste(desk, files(scan_file(tmp_path)), PASTING[0])
    assert desk.page.form.scan.found() == DroppedFiles()


def test_the_copying_of_a_scan_is_given_up_by_a_key(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    path = desk.dialogs.path = scan_file(tmp_path)
    desk.files.slow = True
    fill(desk)
    desk.key(Qt.Key.Key_Space, 2)
    assert desk.focused() is desk.button("stopScan")
    form = desk.page.form.ui
    assert not form.numberEdit.isEnabled(), "what is entered then is what was typed"
    assert not desk.controller.may_leave()
    desk.key(Qt.Key.Key_Space)
    qtbot.waitUntil(form.numberEdit.isEnabled)
    assert desk.focused() is form.enter
    assert desk.numbers() == []
    assert (form.subjectEdit.text(), desk.page.form.scan.found()) == ("زیرساخت", DroppedFiles((path,)))
    assert desk.controller.may_leave()


def test_an_odd_day_is_told_beside_it_and_entered_when_it_is_asked_for_once_more(desk: Desk) -> None:
    desk.write("12")
    desk.key(Qt.Key.Key_Tab)
    desk.write("1380/7/14")
    desk.key(Qt.Key.Key_Tab)
    enter = desk.button("enter")
    enter.click()
    assert desk.numbers() == []
    assert any("پیش از امضای تفاهم‌نامه" in text for text in texts(desk.page))
    assert desk.focused() is enter
    desk.key(Qt.Key.Key_Space)
    assert desk.numbers() == [12]
    assert not any("پیش از امضای تفاهم‌نامه" in text for text in texts(desk.page))


def test_an_odd_day_that_is_entered_out_of_its_own_field_is_told_too(desk: Desk) -> None:
    desk.write("12")
    desk.key(Qt.Key.Key_Tab)
    desk.write("1380/7/14")
    QTest.keyClick(desk.focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.numbers() == []
    told = desk.page.form.ui.dayField.notice_line()
    assert (told.tone(), told.text().count("اگر درست نیست")) == (Tone.WARNING, 1)
    assert "پیش از امضای تفاهم‌نامه" in told.text()


def test_what_is_refused_is_told_before_what_is_odd(desk: Desk) -> None:
    ui = desk.page.form.ui
    ui.numberEdit.setText("4999")
    ui.dayEdit.set_day(date(2001, 10, 6))
    for _ in range(2):
        ui.enter.click()
        assert "۴۹۹۹" in ui.numberField.error()
        assert ui.dayField.notice_line().tone() != Tone.WARNING
    # an odd day that was seen is not told again when something else is refused
    ui.numberEdit.setText("12")
    ui.enter.click()
    assert ui.dayField.notice_line().tone() == Tone.WARNING
    ui.placeEdit.setText("\U0001f600")
    ui.enter.click()
    assert ui.placeField.error()
    ui.placeEdit.setText("")
    ui.enter.click()
    assert desk.numbers() == [12]


def test_a_day_ahead_is_refused_before_it_is_asked_about_as_a_correction(desk: Desk) -> None:
    fill(desk)
    desk.button("enter").click()
    desk.page.form.ui.numberEdit.setText("12")
    desk.page.form.ui.dayEdit.set_day(date(2040, 1, 1))
    desk.button("enter").click()
    assert not desk.dialogs.asked
    assert desk.page.form.ui.dayField.error()


def test_another_day_is_judged_anew(desk: Desk) -> None:
    desk.write("12")
    desk.key(Qt.Key.Key_Tab)
    desk.write("1380/7/14")
    desk.key(Qt.Key.Key_Tab)
    desk.button("enter").click()
    desk.page.form.ui.dayEdit.set_day(date(2001, 10, 7))
    desk.button("enter").click()
    assert desk.numbers() == []


def test_a_wrong_day_is_corrected_by_entering_the_number_once_more(desk: Desk) -> None:
    fill(desk)
    desk.button("enter").click()
    assert desk.numbers() == [12]
    (wrong,) = desk.office.where("meetings")
    desk.dialogs.answers = ["correct"]
    desk.page.form.ui.numberEdit.setText("12")
    desk.page.form.ui.dayEdit.set_day(date(2022, 12, 1))
    desk.button("enter").click()
    assert len(desk.dialogs.asked) == 1
    (right,) = desk.office.where("meetings")
    assert right.day == date(2022, 12, 1)
    desk.controller.undo()
    assert desk.office.where("meetings")[0].day == wrong.day
    desk.controller.redo()
    assert desk.office.where("meetings")[0].day == date(2022, 12, 1)
