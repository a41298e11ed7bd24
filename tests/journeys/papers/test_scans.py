"""The signed paper comes back: its scans are dropped, chosen and pasted, put in order by keys, and archived."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.rules.files import StoredFile
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.files.owners import file_of
from desktop_app.services.files.scans_sheet import scans_sheet
from desktop_app.system import paths
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.scan_pages import ScanPages
from desktop_app.wiring import Office, SystemClock, open_office
from tests import made_scans
from tests.journeys.backup_steps import back_up_elsewhere
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver, word_on
from tests.journeys.secretary import Secretary
from tests.made_scans import Picture
from tests.no_sample import no_sample

DPI = 110
"""Enough for marks to be read, and quick."""
MEETING = 5


class Desk:
    """The operator at the paper of the fifth minutes, all of which is signed, with the printed pages at hand."""

    def __init__(self, driver: Driver, folder: Path) -> None:
        self.driver, self.folder = driver, folder
        assert driver.opening is not None
        assert driver.opening.screens is not None
        self.office: Office = driver.opening.screens.office
        with self.office.context.read() as work:
            meeting = work.meetings.where(number=MEETING)[0]
            self.version = work.versions.where(meeting_id=meeting.id)[-1].id
        driver.press("Ctrl+2")
        driver.open_row("جلسهٔ پنجم")
        Secretary(driver).to_paper()
        pdf = self.office.printing.make(PaperKind.MINUTES, minutes_paper(self.office.context, self.version))
        self.pages = made_scans.drawn(pdf, DPI)

    def sign_all(self) -> None:
        """The pens that were waited for, on both originals."""
        driver = self.driver
        driver.click("signAll")
        driver.wait_for_words("امضا در نسخهٔ اصلی ۱ ثبت شد.")
        driver.click("signer1")
        driver.press("Left")
        driver.attendant.will_press("ثبت و تکمیل امضاها")
        driver.click("signAll")
        driver.wait_for_words("همهٔ امضاها ثبت شد")

    def scanned(self, page: int, seed: int, turn: int = 0) -> Picture:
        """One printed page, from 1, as it comes out of the scanner: signed, grey, and perhaps the wrong way round."""
        chance = random.Random(seed * 10 + page)
        paper = made_scans.grey(made_scans.signed(self.pages[page - 1], chance), chance)
        return made_scans.turned(turn)(paper, chance)

    def jpegs(self, pages: Sequence[Picture]) -> list[Path]:
        """A file for each."""
        made = [self.folder / f"scan-{place}.jpg" for place in range(len(pages))]
        for path, page in zip(made, pages, strict=True):
            path.write_bytes(made_scans.jpeg(page, DPI))
        return made

    def drop(self, paths: Sequence[Path]) -> None:
        """Let files go over the page, or over the dialog that lies on it."""
        target: QWidget = QApplication.activeModalWidget() or self.driver.find_kind(PaperPage)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at, copy, left = target.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(target, QDragEnterEvent(at, copy, mime, left, none))
        drop = QDropEvent(QPointF(at), copy, mime, left, none)
        QApplication.sendEvent(target, drop)
        assert drop.isAccepted()

    def choose(self, path: Path) -> None:
        """By the dialog of files."""
        self.driver.attendant.will_save_as(path)
        self.driver.press("Ins")

    def cards(self) -> list[str]:
        """What is heard of the pages, from the right."""
        shown = (one for one in self.driver.visible() if isinstance(one, ScanPages))
        return [one.spoken for pages in shown for one in pages.contents()]

    def wait_for_cards(self, count: int) -> None:
        """Until so many pages are read."""
        self.driver.wait(lambda: len(self.cards()) == count, f"{count} pages")

    def keep(self, told: str) -> None:
        """By keys, until the page says what was done."""
        self.driver.press("Ctrl+Enter")
        self.driver.wait_for_words(told)
        self.driver.settle()

    def state(self) -> MinutesState:
        """Of the minutes."""
        with self.office.context.read() as work:
            state: MinutesState = work.versions.get(self.version).state
        return state


@pytest.fixture
def desk(begin: Begin, demo_data: Path, tmp_path: Path) -> Desk:
    """At the paper, by keys, in an office whose papers bear codes."""
    folder = Path(shutil.copytree(demo_data, tmp_path / "data"))
    with closing(open_office(folder, SystemClock())) as office:
        no_sample(office.context)
    return Desk(begin(), tmp_path)


@pytest.mark.usefixtures("machine")
def test_the_scans_of_both_originals_archive_the_minutes_and_lie_on_the_stick(desk: Desk) -> None:
    """Story 13: the scans come in, their pages are counted, the meeting is closed, a backup is made and verified."""
    desk.sign_all()
    _drop_the_first(desk)
    assert desk.state() is MinutesState.SIGNED
    assert desk.driver.reads("اسکن ۱ از ۲ نسخهٔ اصلی")
    _choose_the_second_without_a_page(desk)
    _paste_the_missing_page(desk)
    assert desk.state() is MinutesState.ARCHIVED
    assert desk.driver.reads("بایگانی شد")
    desk.driver.picture("archived")
    _look_at_it(desk)
    desk.driver.attendant.will_press("بستن پروندهٔ جلسه")
    desk.driver.click("closeMeeting")
    desk.driver.wait_for_words("پروندهٔ جلسه بسته شد")
    stick = desk.folder / "usb"
    stick.mkdir()
    back_up_elsewhere(desk.driver, stick)
    desk.driver.picture("on-the-stick")
    _hold_against_the_manifest(desk, stick)


def _hold_against_the_manifest(desk: Desk, stick: Path) -> None:
    """What the manifest names lies on the stick with its own hash, both scans among it, and the copy says archived."""
    (manifest,) = stick.glob("*/manifest.json")
    told = json.loads(manifest.read_bytes())
    named = dict(told["files"].values())
    on_stick = [file for file in (stick / "files").rglob("*") if file.is_file()]
    assert {_sha(file): file.stat().st_size for file in on_stick} == named
    assert {file.name for file in on_stick} == set(named)
    assert {name: sha for name, (sha, _size) in told["files"].items()} == {
        file.relative_to(desk.driver.folder).as_posix(): _sha(file)
        for folder in (paths.FILES, paths.PAPERS, paths.FONTS)
        for file in (desk.driver.folder / folder).rglob("*")
        if file.is_file()
    }
    database = manifest.with_name(paths.DATABASE)
    assert told["database"] == {"sha256": _sha(database), "size": database.stat().st_size}
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as copy:
        states = copy.execute(
            "SELECT v.state, m.state FROM minutes_version v JOIN meeting m ON m.id = v.meeting_id WHERE v.id = ?",
            (desk.version,),
        ).fetchone()
        scans = {sha for (sha,) in copy.execute("SELECT f.sha256 FROM file f JOIN file_link l ON l.file_id = f.id")}
    assert states == (MinutesState.ARCHIVED, MeetingState.CLOSED)
    assert {file.sha256 for file in _scan_files(desk)} <= scans & set(named)


def _scan_files(desk: Desk) -> Sequence[StoredFile]:
    """The archival file of each original with the files that it was made of."""
    kept = scans_sheet(desk.office.context, desk.version).scans
    links = [link for one in kept for link in (one.link_id, *one.source_links)]
    assert {one.original for one in kept} == {1, 2}
    return [file_of(desk.office.context, link).file for link in links]


def _sha(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _drop_the_first(desk: Desk) -> None:
    """In a wrong order, one page upside down: each is known by its mark and comes where the paper has it."""
    desk.drop(desk.jpegs([desk.scanned(3, 1), desk.scanned(1, 1), desk.scanned(2, 1, turn=2)]))
    desk.wait_for_cards(3)
    assert desk.cards() == [
        "تصویر ۱ از ۳، کد: صفحهٔ ۱",
        "تصویر ۲ از ۳، کد: صفحهٔ ۲، سروته چرخیده",
        "تصویر ۳ از ۳، کد: صفحهٔ ۳",
    ]
    assert desk.driver.reads("کد صورت‌جلسهٔ ۵، نسخهٔ ۱، برقرار؛ متن را با برگه بسنجید.")
    _lay_over_the_print(desk.driver)
    desk.driver.picture("scan-read")
    desk.keep("اسکن نسخهٔ اصلی ۱ ثبت شد.")


def _lay_over_the_print(driver: Driver) -> None:
    """By keys: the scan lies over its page of the print and is blended, and nothing is said of what is seen."""
    over = driver.find("layOver")
    driver.wait(over.isEnabled, "the page of the print")
    over.setFocus()
    driver.press("Space", "Tab", "End")
    driver.settle()
    assert driver.reads("۱۰۰")
    assert not driver.sees("scanLook"), "the overlay has the room of both"
    over.setFocus()
    driver.press("Space")
    assert driver.sees("scanLook")


def _choose_the_second_without_a_page(desk: Desk) -> None:
    """By the dialog of files; what is missing is named beside the field for the reason, and nothing is written."""
    driver = desk.driver
    lacking = desk.folder / "other.pdf"
    lacking.write_bytes(made_scans.pdf([desk.scanned(1, 2), desk.scanned(2, 2)], DPI))
    driver.press("Ins")
    driver.wait(lambda: driver.sees("scanEmpty"), "the empty dialog")
    desk.choose(lacking)
    desk.wait_for_cards(2)
    assert driver.reads("صفحهٔ ۳ از برگهٔ چاپی در اسکن نیست. صفحهٔ جاافتاده را بیفزایید یا دلیل را بنویسید.")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("این اسکن با برگهٔ چاپی برابر نیست.")
    assert len(scans_sheet(desk.office.context, desk.version).scans) == 1
    driver.picture("scan-page-missing")


def _paste_the_missing_page(desk: Desk) -> None:
    """As a picture; with it the minutes are archived."""
    driver = desk.driver
    missing = QImage()
    missing.loadFromData(made_scans.png(desk.scanned(3, 2), DPI))
    QApplication.clipboard().setImage(missing)
    driver.find_kind(ScanPages).setFocus()
    driver.press("Shift+Ins")
    desk.wait_for_cards(3)
    assert not driver.reads("از برگهٔ چاپی در اسکن نیست")
    assert driver.reads("با این اسکن همهٔ نسخه‌های اصلی اسکن دارد")
    desk.keep("صورت‌جلسه «بایگانی‌شده» است.")


def _look_at_it(desk: Desk) -> None:
    """The scan shows in the place of the paper, is saved and printed as such, and the paper shows again."""
    driver = desk.driver
    assert driver.find("showScan2").hasFocus()
    driver.press("Space")
    driver.wait_for_words("چاپ اسکن")
    driver.wait(lambda: driver.find_kind(PaperPage).ui.pages.page_text() == "صفحهٔ ۱ از ۳", "its pages")
    driver.picture("scan-shown")
    copy = desk.folder / "copy.pdf"
    driver.attendant.will_save_as(copy)
    driver.press("Ctrl+S")
    driver.wait_for_words("اسکن در «")
    assert copy.read_bytes().startswith(b"%PDF")
    with desk.office.context.read() as work:
        recorded = len(work.printings.where(minutes_version_id=desk.version))
    driver.press("Ctrl+P")
    driver.wait(lambda: len(driver.printer.papers) == 1, "the printed scan")
    with desk.office.context.read() as work:
        assert len(work.printings.where(minutes_version_id=desk.version)) == recorded, "it is no printing for the pen"
    (printed, _scan) = driver.find("paperLook").findChildren(QAbstractButton)
    assert word_on(printed) == "برگهٔ چاپی"
    driver.click(printed)
    driver.wait(lambda: not driver.reads("چاپ اسکن"), "the paper again")


def test_pages_are_turned_left_out_and_numbered_by_keys(desk: Desk) -> None:
    driver = desk.driver
    scan = desk.folder / "scan.tif"
    unread = made_scans.covered(desk.scanned(1, 3))
    pages = [unread, desk.scanned(2, 3), made_scans.blank(DPI), desk.scanned(3, 3)]
    scan.write_bytes(made_scans.tiff([page.convert("L") for page in pages], DPI, "tiff_lzw"))
    driver.press("Ins")
    desk.choose(scan)
    desk.wait_for_cards(4)
    said = [one.split("، ")[1] for one in desk.cards()]
    assert said == ["شناخته نشد", "کد: صفحهٔ ۲", "سفید", "کد: صفحهٔ ۳"]
    assert driver.reads("سفید است و می‌توان آن را کنار گذاشت.")
    assert driver.reads("این اسکن موقت است"), "a pen is still waited for"

    driver.press("Home", "Ctrl+Right")
    assert desk.cards()[0].endswith("یک چهارم به راست چرخیده")
    driver.press("Ctrl+Left", "Space")
    assert desk.cards()[0].startswith("کنار گذاشته")
    driver.press("Space")
    driver.find("pageNumber").setFocus()
    driver.press("Down", "Down", "Enter")
    driver.settle()
    assert desk.cards()[0].split("، ")[1] == "شما: صفحهٔ ۱"
    driver.click("leaveBlanks")
    assert not driver.reads("سفید است و می‌توان")

    desk.keep("اسکن موقت نسخهٔ اصلی ۱ ثبت شد.")
    assert driver.reads("۳ تصویر · موقت")
    driver.press("Space")
    driver.wait_for_words("چاپ اسکن")
    driver.press("Ctrl+Z")
    driver.wait(lambda: not driver.reads("۳ تصویر · موقت"), "the scan taken back")
    assert not driver.reads("چاپ اسکن"), "and the paper in its place"
    assert scans_sheet(desk.office.context, desk.version).scans == ()
    driver.press("Ctrl+Y")
    driver.wait(lambda: driver.reads("۳ تصویر · موقت"), "the scan again")


def test_what_is_no_scan_is_told_and_what_was_arranged_is_not_lost_by_one_key(desk: Desk) -> None:
    driver = desk.driver
    note, torn = desk.folder / "یادداشت.txt", desk.folder / "پاره.jpg"
    note.write_text("متن", encoding="utf-8")
    torn.write_bytes(made_scans.jpeg(desk.scanned(1, 4), DPI)[:5000])
    desk.drop([note])
    driver.wait_for_words("نه PDF است و نه تصویر")
    desk.drop([torn])
    driver.wait_for_words("آسیب دیده است")
    assert desk.cards() == []
    desk.drop(desk.jpegs([desk.scanned(1, 4)]))
    desk.wait_for_cards(1)
    driver.press("Ctrl+Right", "Esc")
    assert driver.sees("keepScan"), "the first Esc only warns"
    driver.press("Esc")
    driver.wait(lambda: not driver.sees("keepScan"), "the page again")
    assert scans_sheet(desk.office.context, desk.version).scans == ()


def test_the_window_may_be_closed_while_a_scan_is_read(desk: Desk) -> None:
    driver = desk.driver
    desk.drop(desk.jpegs([desk.scanned(page, 5) for page in (1, 2, 3)]))
    assert driver.sees("stopScan")
    before = len(list((driver.folder / paths.FILES).rglob("*")))
    assert driver.close()
    assert len(list((driver.folder / paths.FILES).rglob("*"))) == before, "nothing was written"


def test_a_strange_paper_is_refused_with_its_name(desk: Desk) -> None:
    driver = desk.driver
    desk.drop(desk.jpegs([made_scans.grey(made_scans.blank(DPI), random.Random(1))]))
    desk.wait_for_cards(1)
    assert driver.find("keepScan").isEnabled() is False
    driver.press("Ctrl+Enter")
    assert driver.sees("keepScan")
    driver.press("Esc", "Esc")


def test_a_page_of_another_meeting_is_named_and_left_out(desk: Desk) -> None:
    """It would stand for the missing one."""
    driver = desk.driver
    with desk.office.context.read() as work:
        other = work.versions.where(meeting_id=work.meetings.where(number=MEETING - 1)[0].id)[-1].id
    pdf = desk.office.printing.make(PaperKind.MINUTES, minutes_paper(desk.office.context, other))
    (alien,) = made_scans.drawn(pdf, DPI, [1])
    desk.drop(desk.jpegs([desk.scanned(3, 1), desk.scanned(1, 1, turn=2), alien]))
    desk.wait_for_cards(3)
    assert driver.reads("از صورت‌جلسهٔ جلسهٔ ۴ است")
    assert not driver.find("keepScan").isEnabled()
    place = next(at for at, one in enumerate(desk.cards()) if "کد: صفحهٔ" not in one)
    driver.press("Home", *["Left"] * place, "Space")
    assert desk.cards()[place].startswith("کنار گذاشته")
    second = desk.folder / "second.jpg"
    second.write_bytes(made_scans.jpeg(desk.scanned(2, 1), DPI))
    desk.drop([second])
    desk.wait_for_cards(4)
    driver.settle()
    known = [one for one in desk.cards() if not one.startswith("کنار گذاشته")]
    assert [one.split("، ")[1] for one in known] == ["کد: صفحهٔ ۱", "کد: صفحهٔ ۲", "کد: صفحهٔ ۳"]
    desk.keep("اسکن موقت نسخهٔ اصلی ۱ ثبت شد.")
    assert driver.reads("۳ تصویر · موقت")
