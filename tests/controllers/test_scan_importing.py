"""Scans over the page of their paper, with real marks: named, refused, told by hand, kept with what was typed."""

from __future__ import annotations

import random
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageChops, ImageStat
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.outcome import Changed
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.scans.scan_keeping import store_scan
from desktop_app.services.scans.scan_tools import ScanTools
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.page_pair import ComparedPrint
from desktop_app.window.kit.file_drop import DroppedFiles
from desktop_app.window.kit.files.files_adding import FilePort
from desktop_app.window.shell.office_files import OfficeScans
from desktop_app.window.signing import scan_importing
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.controller import PaperController
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.scan_dialog import ScanDialog
from desktop_app.words import refusals
from desktop_app.words.digits import persian
from desktop_app.workers import Workers
from tests import made_scans, patience
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.controllers.test_paper_controller import Printing
from tests.likeness import picture_of
from tests.services.office_steps import MONDAY
from tests.services.scans.conftest import DPI, Scanning, scanning
from tests.shown import child, texts
from tests.widgets.typing import PASTING

__all__ = ["scanning"]
Picture = made_scans.Picture


class Scans:
    """The tools of the services' tests, and pages as the program draws them."""

    def __init__(self, scanning: Scanning) -> None:
        self._scanning = scanning

    @property
    def file_port(self) -> FilePort:
        raise AssertionError("no scan is looked at")

    def tools(self) -> ScanTools:
        return self._scanning.tools

    def page(self, file: ChosenFile, page: int, progress: Progress = no_progress) -> PageImage:
        return OfficeScans.page(self, file, page, progress)  # type: ignore[arg-type] # asks nothing of its office

    def beside(self, version_id: int, page: PageImage, number: int = 0) -> ComparedPrint:
        self._print = (0, b"")
        return OfficeScans.beside(self, version_id, page, number)  # type: ignore[arg-type] # asks for the tools alone


@dataclass
class Desk:
    """The page of the minutes, their controller, and whoever brings scans to it."""

    bot: QtBot
    scanning: Scanning
    folder: Path
    page: PaperPage = field(default_factory=PaperPage)
    workers: Workers = field(default_factory=Workers)
    dialogs: AnsweringDialogs = field(default_factory=AnsweringDialogs)

    def __post_init__(self) -> None:
        self.page.set_source(date_source(WorkCalendar(), lambda: MONDAY, refusals.sentence))
        self.page.resize(1300, 860)
        self.page.show()
        tray, printing = PaperTray(copies=1), Printing({})
        context = self.scanning.office.context
        self.controller = PaperController(
            self.page, context, self.dialogs, tray, self.workers, printing, Scans(self.scanning), self.page
        )
        self.controller.show(self.scanning.version)
        self.wait()

    def wait(self, until: Callable[[], bool] = lambda: True) -> None:
        """Until nothing runs any more and something is so."""
        assert patience.wait(lambda: until() and not self.workers.busy, lambda: self.workers.busy)

    def bring(self, *pictures: Picture) -> None:
        """A file for each, and wait until they are read."""
        self.drop(*pictures)
        self.wait()

    def drop(self, *pictures: Picture) -> None:
        """The same without waiting."""
        paths = []
        for picture in pictures:
            paths.append(self.folder / f"{random.randrange(10**9)}.jpg")
            paths[-1].write_bytes(made_scans.jpeg(picture, DPI))
        self.controller.importing.bring(DroppedFiles(tuple(paths)))

    @property
    def dialog(self) -> ScanDialog:
        """The dialog over the page."""
        return child(self.page, ScanDialog)

    def cards(self) -> list[str]:
        """What is heard of the pages, from the right."""
        return [one.spoken for one in self.dialog.cards.contents()]

    def choose(self, note: str) -> None:
        """The page of which this is said gets the keyboard."""
        row = next(row for row, one in enumerate(self.dialog.cards.contents()) if one.note == note)
        self.dialog.cards.setFocus()
        self.dialog.cards.setCurrentRow(row)

    def reads(self, part: str) -> bool:
        """Whether the dialog says so."""
        return any(part in text for text in texts(self.dialog))

    def keep(self) -> None:
        """By its button."""
        self.dialog.keep.click()
        self.wait()

    def end(self) -> None:
        """Close what is open."""
        self.workers.end_all()
        self.controller.close()
        self.page.close()
        self.page.deleteLater()

    @property
    def count(self) -> int:
        """How many pages the paper has."""
        return len(self.scanning.pages())


@pytest.fixture
def desk(qtbot: QtBot, scanning: Scanning, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, scanning, tmp_path)
    yield made
    made.end()


def test_pages_are_known_by_their_marks_whatever_their_order_and_turn(desk: Desk, scanning: Scanning) -> None:
    pages = scanning.pages()
    upside = made_scans.turned(2)(pages[0], random.Random(1))
    desk.bring(*reversed([upside, *pages[1:]]))
    said = desk.cards()
    assert [one.split("، ")[1] for one in said] == [words.by_mark(number) for number in range(1, desk.count + 1)]
    assert said[0].endswith("سروته چرخیده")
    assert desk.reads("این اسکن موقت است")
    desk.keep()
    kept = scans_sheet(scanning.office.context, scanning.version).of(1)
    assert kept is not None
    assert (kept.pages, kept.provisional) == (desk.count, True)
    assert desk.page.look.isVisible()
    desk.controller.undo()
    assert scans_sheet(scanning.office.context, scanning.version).scans == ()
    assert not desk.page.look.isVisible()
    assert not any(words.kept_now(1, 2, complete=False, provisional=True) in one for one in texts(desk.page)), (
        "nothing says that it is kept"
    )
    desk.controller.redo()
    assert scans_sheet(scanning.office.context, scanning.version).of(1) is not None


def test_a_page_of_other_minutes_is_named_and_left_out(desk: Desk, scanning: Scanning) -> None:
    _, other = scanning.office.written(2)
    scanning.office.finalised(other)
    number = scanning.office.get("meetings", scanning.office.get("versions", other).meeting_id).number
    desk.bring(*scanning.pages(), scanning.pages(other)[0])
    assert desk.reads(f"از صورت‌جلسهٔ جلسهٔ {persian(number)} است")
    assert not desk.dialog.keep.isEnabled()
    desk.choose(words.OF_OTHER)
    QTest.keyClick(desk.dialog.cards, Qt.Key.Key_Space)
    assert desk.dialog.keep.isEnabled()
    assert scans_sheet(scanning.office.context, scanning.version).scans == ()


def test_what_is_refused_stays_refused_after_a_file_that_cannot_be_read(
    desk: Desk, scanning: Scanning, tmp_path: Path
) -> None:
    _, other = scanning.office.written(2)
    scanning.office.finalised(other)
    desk.bring(*scanning.pages(), scanning.pages(other)[0])
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    desk.controller.importing.bring(DroppedFiles((empty,)))
    desk.wait()
    assert desk.reads("empty.pdf")
    assert not desk.dialog.keep.isEnabled(), "pages of other minutes are still among them"


def test_one_file_that_cannot_be_read_says_what_became_of_the_others(
    desk: Desk, scanning: Scanning, tmp_path: Path
) -> None:
    sound, note = tmp_path / "sound.jpg", tmp_path / "note.txt"
    sound.write_bytes(made_scans.jpeg(scanning.pages()[0], DPI))
    note.write_text("متن", encoding="utf-8")
    desk.controller.importing.bring(DroppedFiles((sound, note)))
    desk.wait()
    assert desk.cards() == []
    assert desk.reads("note.txt")
    assert desk.reads("هیچ‌یک از این ۲ فایل افزوده نشد. فایل‌های دیگر را بی آن بیفزایید.")
    desk.controller.importing.bring(DroppedFiles((note,)))
    desk.wait()
    assert desk.reads("note.txt")
    assert not desk.reads("هیچ‌یک از"), "there was no other"


def test_a_version_that_takes_no_scan_says_so_when_one_is_pasted(
    qtbot: QtBot, scanning: Scanning, tmp_path: Path
) -> None:
    withdrawn = scanning.version
    withdraw(scanning.office.context, withdrawn, "نام یک عضو نادرست بود")
    desk = Desk(qtbot, scanning, tmp_path)
    told: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: told.append(text))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "scan.pdf"))])
    QApplication.clipboard().setMimeData(mime)
    desk.controller.importing.paste()
    QApplication.clipboard().setText("متن")
    desk.controller.importing.paste()
    assert told == [words.NOT_TAKEN, words.NOT_TAKEN]
    for chord in PASTING:
        QTest.keyClick(desk.page, *chord)
    assert told == [words.NOT_TAKEN] * 4
    desk.end()


@pytest.mark.whole
def test_a_withdrawn_version_is_named_before_anything_is_written(
    qtbot: QtBot, scanning: Scanning, tmp_path: Path
) -> None:
    before = scanning.pages()
    draft = withdraw(scanning.office.context, scanning.version, "نام یک عضو نادرست بود").id
    scanning.office.finalised(draft)
    scanning.version = draft
    desk = Desk(qtbot, scanning, tmp_path)
    desk.bring(*before)
    assert desk.reads("از نسخهٔ ۱ همین صورت‌جلسه است که باطل شده")
    assert not desk.dialog.keep.isEnabled()
    desk.end()


def test_a_page_that_nobody_knows_is_told_by_hand(desk: Desk, scanning: Scanning) -> None:
    pages = scanning.pages()
    desk.bring(*pages[:-1], _scrawled(pages[-1]))
    desk.choose(words.UNKNOWN)
    desk.wait(lambda: desk.reads(words.BESIDE_UNKNOWN))
    assert desk.dialog.look.pair.printed.isHidden(), "nobody knows which page of the print it is"
    number = child(desk.dialog, ChoiceField, "pageNumber")
    number.setFocus()
    # the first step opens the list, which shows what is chosen
    for key in (*[Qt.Key.Key_Down] * (1 + desk.count), Qt.Key.Key_Return):
        QTest.keyClick(QApplication.activePopupWidget() or number, key)
    assert desk.cards()[-1].split("، ")[1] == words.by_hand(desk.count)
    desk.wait(lambda: desk.reads(words.BESIDE_NOT_LAID))
    assert desk.dialog.look.pair.printed.isVisible()
    assert desk.dialog.keep.isEnabled()


def test_a_typed_code_is_for_pages_that_nobody_knows(desk: Desk, scanning: Scanning) -> None:
    desk.bring(_scrawled(scanning.pages()[0]))
    assert not desk.dialog.keep.isEnabled()
    code = desk.dialog.asked.code
    assert code.isVisible()
    QTest.keyClicks(code, "ABC")
    QTest.keyClick(code, Qt.Key.Key_Return)
    desk.wait()
    assert desk.dialog.asked.code_field.error()
    code.set_text("")
    sheet = desk.controller.sheet
    assert sheet is not None
    QTest.keyClicks(code, sheet.code.lower())
    assert not desk.dialog.asked.code_field.error()
    QTest.keyClick(code, Qt.Key.Key_Return)
    desk.wait()
    assert words.by_hand(0) in desk.cards()[0]


@pytest.mark.whole
def test_a_typed_code_is_for_no_blank_page(desk: Desk, scanning: Scanning) -> None:
    desk.bring(_scrawled(scanning.pages()[0]), made_scans.blank(DPI))
    sheet = desk.controller.sheet
    assert sheet is not None
    code = desk.dialog.asked.code
    QTest.keyClicks(code, sheet.code)
    QTest.keyClick(code, Qt.Key.Key_Return)
    desk.wait()
    assert words.by_hand(0) in desk.cards()[0]
    assert desk.reads(words.unknown((1,), coded=True)), "a code does not say which page it is, and a blank one is none"


@pytest.mark.whole
def test_the_letters_of_the_fonts_are_read_before_the_act_and_off_its_thread(
    desk: Desk, scanning: Scanning, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They take a while the first time, and the act waits for the disk besides."""
    paper = scanning.office.context.paper
    letters, asked = paper.supported, list[bool]()

    def supported(_paper: object) -> frozenset[int]:
        asked.append(threading.current_thread() is threading.main_thread())
        return letters

    scanning.sign()
    desk.controller.reload(~Changed.NOTHING)
    desk.bring(*scanning.pages())
    monkeypatch.setattr(type(paper), "supported", property(supported))
    desk.keep()
    assert asked[0] is False
    assert True in asked, "the act names its files by them"


def test_the_reason_is_kept(desk: Desk, scanning: Scanning) -> None:
    scanning.sign()
    desk.controller.reload(~Changed.NOTHING)
    desk.bring(*scanning.pages()[:-1])
    assert desk.reads(f"صفحهٔ {persian(desk.count)} از برگهٔ چاپی در اسکن نیست")
    desk.keep()
    assert desk.dialog.asked.reason_field.error(), "nothing is kept without the reason"
    desk.dialog.asked.reason.set_text("صفحهٔ پایانی نزد طرف دیگر است")
    desk.keep()
    kept = scans_sheet(scanning.office.context, scanning.version).of(1)
    assert kept is not None
    assert kept.reason == "صفحهٔ پایانی نزد طرف دیگر است"


def test_a_page_lies_beside_its_page_of_the_print_and_over_it_by_one_press(desk: Desk, scanning: Scanning) -> None:
    first, *rest = scanning.pages()
    desk.bring(made_scans.turned(2)(first, random.Random(1)), *rest)
    pair = desk.dialog.look.pair
    assert patience.wait(pair.over.isEnabled, lambda: desk.workers.busy)
    alone = pair.printed.image()
    assert alone is not None
    pair.over.click()
    pair.share.setValue(100)
    QApplication.processEvents()
    scan = pair.printed.image()
    assert scan is not None
    assert scan.width() > alone.width(), "the overlay has the room of both panes"
    same = picture_of(scan.scaled(alone.size())), picture_of(alone)
    share = ImageStat.Stat(ImageChops.difference(*(one.convert("L").resize((90, 127)) for one in same))).mean[0]
    assert share < 4, "upright and in its place, however it lay on the glass"


@pytest.mark.whole
def test_a_reason_that_is_missing_is_told_before_the_pages_are_worked_on(
    desk: Desk, scanning: Scanning, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: list[object] = []
    monkeypatch.setattr(scan_importing, "store_scan", lambda *_facts: stored.append(1))
    desk.bring(*scanning.pages()[:-1])
    desk.keep()
    assert desk.dialog.asked.reason_field.error()
    assert stored == []


def test_esc_warns_once_of_pages_that_were_read_and_are_not_kept(desk: Desk, scanning: Scanning) -> None:
    desk.bring(*scanning.pages())
    desk.dialog.reject()
    assert desk.dialog.isVisible(), "reading 30 pages takes its time"
    assert desk.reads("اسکن ثبت نشده است")
    desk.dialog.reject()
    _delete()
    assert desk.page.findChild(ScanDialog) is None


@pytest.mark.whole
def test_the_pictures_of_a_scan_go_with_its_dialog(desk: Desk, scanning: Scanning) -> None:
    """Of 500 pages they are 200 megabytes; a search for what is left behind may come late."""
    desk.bring(*scanning.pages())
    held = _pictures_of(desk.dialog)
    assert len(held) == desk.count
    desk.dialog.leave()
    _delete()
    assert [one() for one in held] == [None] * desk.count


def test_reading_is_given_up_and_nothing_is_there(desk: Desk, scanning: Scanning) -> None:
    desk.drop(*scanning.pages() * 3)
    child(desk.dialog, type(desk.dialog.keep), "stopScan").click()
    desk.wait()
    assert desk.reads(words.STOPPED)
    assert desk.cards() == []


@pytest.mark.whole
def test_the_dialog_may_be_closed_while_files_are_read(desk: Desk, scanning: Scanning) -> None:
    told: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: told.append(text))
    desk.drop(*scanning.pages() * 2)
    desk.dialog.reject()
    _delete()
    desk.wait()
    assert desk.page.findChild(ScanDialog) is None
    assert told == [words.STOPPED], "it was given up by one key, which is told"
    desk.bring(*scanning.pages())
    assert len(desk.cards()) == desk.count, "and the next one begins afresh"


def test_closing_while_a_scan_is_kept_says_that_it_was_not(
    desk: Desk, scanning: Scanning, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    desk.controller.status_message.connect(lambda text, _tone: told.append(text))
    desk.bring(*scanning.pages())
    go = threading.Event()

    def held(*facts: Any) -> object:
        assert go.wait(patience.IDLE_SECONDS)
        return store_scan(*facts)

    monkeypatch.setattr(scan_importing, "store_scan", held)
    desk.dialog.keep.click()
    desk.dialog.leave()
    go.set()
    desk.wait()
    assert told == [words.KEEPING_GIVEN_UP]
    assert scans_sheet(scanning.office.context, scanning.version).scans == ()


def test_a_page_may_go_while_its_scan_is_read(qtbot: QtBot, scanning: Scanning, tmp_path: Path) -> None:
    desk = Desk(qtbot, scanning, tmp_path)
    desk.drop(*scanning.pages() * 2)
    desk.controller.close()
    desk.page.close()
    desk.page.deleteLater()
    _delete()
    desk.workers.end_all()


def _pictures_of(dialog: ScanDialog) -> list[weakref.ref[QImage]]:
    """Those of its cards, held by nobody here."""
    return [weakref.ref(one.picture) for one in dialog.cards.contents()]


def _delete() -> None:
    """What was put off."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _scrawled(page: Picture) -> Picture:
    """A sheet of the same size on which only a pen wrote."""
    chance = random.Random(7)
    sheet = made_scans.blank(DPI).resize(page.size)
    for _stroke in range(6):
        sheet = made_scans.signed(sheet, chance)
    return sheet
