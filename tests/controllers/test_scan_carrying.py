"""Scans whose pages belong to other minutes: their files are carried to the paper that they are of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.files.attaching import NewFile, attach
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.scans.scans_sheet import scans_sheet
from desktop_app.text.papers import scan_import as words
from desktop_app.text.shared.digits import persian
from desktop_app.views.files.file_drop import Brought
from desktop_app.views.scans.scan_dialog import ScanDialog
from tests import made_scans
from tests.controllers.test_scan_importing import Desk, desk
from tests.services.scans.conftest import DPI, Scanning, scanning
from tests.shown import texts

__all__ = ["desk", "scanning"]


def test_a_scan_of_other_minutes_is_carried_to_their_paper_and_nothing_is_written(
    desk: Desk, scanning: Scanning
) -> None:
    _, other = scanning.office.written(2)
    scanning.office.finalised(other)
    pages = scanning.pages(other)
    desk.bring(*pages)
    desk.go_elsewhere()
    assert desk.dialogs.asked == [], "all of it came along"
    assert desk.shown() == other
    assert [one.split("، ")[1] for one in desk.cards()] == [words.by_mark(number + 1) for number in range(len(pages))]
    assert desk.dialog.keep.isEnabled()
    assert scanning.records.rows("SELECT count(*) FROM file") == [(0,)]
    desk.keep()
    assert scans_sheet(scanning.office.context, other).of(1) is not None


def test_what_stays_behind_is_told_before_a_file_is_carried(desk: Desk, scanning: Scanning) -> None:
    _, other = scanning.office.written(2)
    scanning.office.finalised(other)
    desk.bring(*scanning.pages(), scanning.pages(other)[0])
    desk.go_elsewhere()
    (question,) = desk.dialogs.asked
    assert f"۱ فایل برده می‌شود. {persian(desk.count)} فایل دیگر می‌ماند" in question.text
    assert (desk.shown(), len(desk.cards())) == (scanning.version, desk.count + 1), "Esc stays"
    desk.dialogs.answers = ["leave"]
    desk.go_elsewhere()
    assert desk.shown() == other
    assert [one.split("، ")[1] for one in desk.cards()] == [words.by_mark(1)]


def test_a_pasted_picture_of_other_minutes_is_carried_as_well(desk: Desk, scanning: Scanning) -> None:
    _, other = scanning.office.written(2)
    scanning.office.finalised(other)
    picture = QImage.fromData(made_scans.png(scanning.pages(other)[0], DPI))
    desk.controller.importing.bring(Brought(picture=picture))
    desk.wait()
    desk.go_elsewhere()
    assert (desk.shown(), len(desk.cards())) == (other, 1)


def test_pages_of_an_amended_version_are_carried_to_it(qtbot: QtBot, scanning: Scanning, tmp_path: Path) -> None:
    scanning.sign()
    before, older = scanning.pages(), scanning.version
    scanning.version = amend(scanning.office.context, older, "اصلاح یک نام").id
    scanning.office.finalised(scanning.version)
    desk = Desk(qtbot, scanning, tmp_path)
    desk.bring(*before)
    assert desk.reads("یا این را به برگهٔ نسخهٔ ۱ ببرید")
    desk.go_elsewhere()
    assert desk.shown() == older
    assert desk.dialog.keep.isEnabled()
    assert desk.reads("این نسخهٔ پیشین است")
    desk.end()


def test_the_way_to_a_withdrawn_version_says_what_can_be_done_there(
    qtbot: QtBot, scanning: Scanning, tmp_path: Path
) -> None:
    before, void = scanning.pages(), scanning.version
    scanning.version = withdraw(scanning.office.context, void, "نام یک عضو نادرست بود").id
    scanning.office.finalised(scanning.version)
    desk = Desk(qtbot, scanning, tmp_path)
    desk.dialogs.answers = ["leave"]
    desk.bring(*before)
    desk.go_elsewhere()
    assert "فایل‌ها برده نمی‌شود" in desk.dialogs.asked[0].text
    assert desk.shown() == void
    assert desk.page.findChild(ScanDialog) is None
    assert words.NOT_KEPT_HERE in texts(desk.page)
    file = NewFile(scanning.records.folder.files.take_bytes(b"%PDF-1.4"), "اسکن.pdf")
    attach(scanning.office.context, RecordRef(FileOwner.MINUTES, void), [file], unnamed="فایل")
    desk.end()
