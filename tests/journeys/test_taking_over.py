"""A committee that has met for 48 months is at work: from an empty folder to its first meeting here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QTableView

from desktop_app import wiring
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.read_models.listing import EVERYTHING
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.months import MonthState
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import register_paper, year_book_paper
from desktop_app.services.files.owners import files_sheet
from desktop_app.services.meetings.month_ledger import month_ledger
from desktop_app.storage.sheets.template import WrittenSheet, workbook_bytes
from desktop_app.storage.sheets.workbook_reader import read_workbook
from desktop_app.widgets.lists.line_list import LineList
from tests.journeys.clock import STORY_DAY, MovedClock
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver, row_text

MONTHS: Final = [JalaliMonth(1398, 2).plus(step) for step in range(48)]
RESOLUTIONS: Final = 120
SCAN: Final = b"%PDF-1.7 the signed minutes of the last meeting before"
DONE: Final = 95
SECONDS_A_KEY: Final = 0.5
"""Of an unhurried typist, with what one thinks between words; 0.28 is usual."""
SECONDS_A_PRESS: Final = 3.0
"""To find a control with the eye and press it with the pointer."""
SECONDS_OUTSIDE: Final = 240.0
"""To paste the columns of the office's own list into two templates, and to look at them."""


@dataclass
class Acts:
    """What the operator did in the window, counted."""

    keys: int = 0
    presses: int = 0

    def follow(self, driver: Driver, patch: pytest.MonkeyPatch) -> None:
        """Count every key and every press of the pointer from now on."""
        press, write, click = driver.keyboard.press, driver.keyboard.write, driver.pointer.click

        def pressed(*chords: str) -> None:
            self.keys += len(chords)
            press(*chords)

        def wrote(text: str) -> None:
            # the folder of a file is where the dialog opens; how long its name is differs from machine to machine
            self.keys += len(Path(text).name if Path(text).is_absolute() else text)
            write(text)

        def clicked(*aimed: Any) -> None:
            self.presses += 1
            click(*aimed)

        patch.setattr(driver.keyboard, "press", pressed)
        patch.setattr(driver.keyboard, "write", wrote)
        patch.setattr(driver.pointer, "click", clicked)

    @property
    def minutes(self) -> float:
        """How long they take, with the work in the spreadsheet."""
        return (self.keys * SECONDS_A_KEY + self.presses * SECONDS_A_PRESS + SECONDS_OUTSIDE) / 60


def day_text(month: JalaliMonth) -> str:
    """A day in a month, as offices write it."""
    return f"{month.year}/{month.month}/12"


def fill(file: Path, rows: Sequence[Sequence[str]]) -> None:
    """Paste rows under the heads of a template, as the operator does in a spreadsheet."""
    records = read_workbook(file).sheets[0]
    heads = [str(cell) for cell in records.rows[0].cells]
    sheet = WrittenSheet(name=records.name, widths=[12] * len(heads), rows=[heads, *rows])
    file.write_bytes(workbook_bytes([sheet]))


def meeting_rows() -> list[list[str]]:
    """All meetings but the last, the first without a place."""
    return [
        ["", str(place), day_text(month), "استانداری" if place > 1 else ""]
        for place, month in enumerate(MONTHS[:-1], 1)
    ]


def resolution_rows(unit: str) -> list[list[str]]:
    """120 resolutions over the meetings; most are done, some of the open ones are late."""
    rows = []
    for place in range(RESOLUTIONS):
        meeting = 1 + place * 48 // RESOLUTIONS
        state = "انجام‌شده" if place < DONE else ("در دست اقدام" if place % 2 else "")
        due = "1402/1/15" if place % 3 else "۱۵ شهریور ۱۴۰۲"
        number = f"{place + 1}"
        rows.append(["", number, str(meeting), "", f"مصوبهٔ {number} کمیته اجرا شود.", "", "", unit, "", "", due, state])
    return rows


def found_with_a_past(driver: Driver) -> None:
    """The steps of the first start; only the signing day, one member of each party and the past are typed."""
    driver.fill("signedOnEdit", "۱۳۹۸/۱/۲۰")
    driver.press("Ctrl+Enter", "Ctrl+Enter")
    for place, name in ((0, "بهمن سروستانه"), (4, "مهرداد ستوده‌منش")):
        driver.fill(f"name_{place}", name)
        driver.fill(f"letter_number_{place}", "۲۱۷")
        driver.fill(f"letter_day_{place}", "۱۳۹۸/۱/۲۵")
    driver.press("Ctrl+Enter", "Ctrl+Enter", "Ctrl+Enter")
    driver.press("Space")
    driver.press("Ctrl+Enter")
    assert driver.reads("شمارهٔ آخرین جلسه خوانده نشد")
    driver.fill("lastMeetingEdit", "48")
    driver.fill("lastNumberEdit", "120")
    driver.fill("beginsEdit", "۱۴۰۲/۲")
    driver.press("Ctrl+Enter", "Ctrl+Enter", "Ctrl+Enter")
    driver.wait(lambda: driver.window.page() == "taking_over", "the page of taking over")


def bring(driver: Driver, button: str, file: Path, rows: Sequence[Sequence[str]]) -> None:
    """Save a template, fill it, read it, and take it over."""
    driver.attendant.will_save_as(file)
    driver.click(button)
    driver.wait(file.exists, "the template")
    fill(file, rows)
    driver.attendant.will_save_as(file)
    driver.click("openFile")
    driver.wait(lambda: driver.sees("bringIn") or driver.sees("faults"), "what the file holds")


def enter_the_last(driver: Driver, scan: Path) -> None:
    """The last meeting by hand, with the scan of its signed minutes."""
    driver.fill("numberEdit", "48")
    driver.fill("dayEdit", day_text(MONTHS[-1]))
    driver.attendant.will_save_as(scan)
    driver.click("pickScan")
    driver.wait(lambda: driver.reads(scan.name), "the name of the scan")
    driver.picture("taking-over-scan")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("جلسهٔ گذشتهٔ ۴۸ با اسکن آن ثبت شد.")


def first_meeting(driver: Driver) -> None:
    """Schedule and convene the first meeting here."""
    driver.press("Ctrl+1", "Ctrl+N")
    driver.wait(lambda: driver.sees("dayEdit"), "the form")
    driver.write("۱۴۰۲/۲/۲۳")
    driver.press("Tab")
    driver.write("۱۰")
    driver.fill("placeEdit", "استانداری", leave="")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.window.page() == "meeting", "the page of the meeting")
    driver.settle()
    driver.attendant.will_press("دعوت اعضا")
    driver.click("دعوت اعضا")
    assert driver.reads("جلسهٔ چهل و نهم") or driver.reads("جلسهٔ ۴۹"), driver.text()


def _look_at_the_preview(driver: Driver) -> None:
    assert driver.reads("۴۷ جلسهٔ تازه")
    shown = driver.find_kind(LineList, "faults").model()
    assert shown.rowCount() == 47, "what would be recorded, before it is"
    assert str(shown.index(0, 0).data()).startswith("جلسهٔ ۱: پنجشنبه ۱۲ اردیبهشت ۱۳۹۸")
    driver.press("F1", "F1")
    assert driver.window.ui.navigation.current() == "settings", "not the help that lay over it"


def test_a_committee_of_48_months_is_at_work_within_a_quarter_of_an_hour(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, acts = begin(empty=True), Acts()
    acts.follow(driver, monkeypatch)
    found_with_a_past(driver)
    bring(driver, "meetingsTemplate", tmp_path / "meetings.xlsx", meeting_rows())
    assert driver.reads("ثبت ۴۷ جلسه")
    _look_at_the_preview(driver)
    driver.press("Space")
    driver.wait_for_words("۴۷ جلسه از سابقه ثبت شد.")
    held = driver.window.focusWidget()
    assert held is not None
    assert held.objectName() == "openFile", "the keyboard goes to where the next file is chosen"
    scan = tmp_path / "جلسهٔ ۴۸.pdf"
    scan.write_bytes(SCAN)
    enter_the_last(driver, scan)
    # one unit is misspelt: the nearest is offered, nothing is taken over, and the file is read again
    rows = resolution_rows("اداره كل ارتباطات و فناوري اطلاعات استان")
    file = tmp_path / "resolutions.xlsx"
    with_slip = [[*row] for row in rows]
    with_slip[100][7] = "اداره کل ارتباطات و فناوری استان"
    bring(driver, "resolutionsTemplate", file, with_slip)
    driver.wait_for_words("۱ ایراد")
    driver.picture("taking-over-fault")
    assert not driver.sees("bringIn")
    fill(file, rows)
    driver.click("readAgain")
    driver.wait(lambda: driver.sees("bringIn"), "a file without faults")
    driver.click("bringIn")
    driver.wait_for_words("۱۲۰ مصوبه از سابقه ثبت شد.")
    driver.press("Ctrl+3")
    driver.wait(lambda: driver.window.page() == "resolutions", "the resolutions")
    assert "مصوبهٔ 96 کمیته" in row_text(driver.find_kind(QTableView), 0), "the latest stands first"
    first_meeting(driver)
    assert driver.close()
    _look_at_the_records(driver.folder)
    assert acts.minutes <= 15, f"{acts.keys} keys and {acts.presses} presses take {acts.minutes:.1f} minutes"
    assert acts.keys <= 650
    assert acts.presses <= 60


def _look_at_the_records(folder: Path) -> None:
    with closing(wiring.open_office(folder, MovedClock(STORY_DAY))) as office:
        context = office.context
        with context.read() as work:
            numbers = sorted(one.number or 0 for one in work.meetings.where())
            views = work.resolution_rows.view_counts(EVERYTHING)
            tasks = work.task_rows.view_counts(EVERYTHING)
        assert numbers == list(range(1, 50))
        _look_at_the_scan(office)
        assert (views["all"], views["closed"]) == (RESOLUTIONS, DONE)
        assert views["open"] == RESOLUTIONS - DONE
        assert views["late"] > 0
        assert sum(tasks.values()) > 0
        ledger = month_ledger(context, 1401)
        assert [slot.state for slot in ledger.slots] == [MonthState.HELD] * 12
        assert ledger.unexplained == ()
        assert ledger.regularity.due == 0, "regularity is counted from where the records begin"
        _look_at_the_papers(context)
        assert office.folder.check() == ()


def _look_at_the_scan(office: wiring.Office) -> None:
    with office.context.read() as work:
        (last,) = work.meetings.where(number=48)
    (line,) = files_sheet(office.context, RecordRef(FileOwner.MEETING, last.id)).groups[0].lines
    assert (line.link.role, line.link.name) == (FileRole.SCAN, "جلسهٔ ۴۸.pdf")
    assert office.files.read(line.file) == SCAN


def _look_at_the_papers(context: Any) -> None:
    renderer: PaperRenderer = wiring.paper_renderer()
    register = register_paper(context)
    assert len(register.document.lines) == RESOLUTIONS
    book = year_book_paper(context, 1401)
    assert [one.number for one in book.document.earlier] == list(range(36, 48))
    report = monthly_report_paper(context, 1401, 12)
    assert [one.taken_over for one in report.document.meetings] == [True]
    assert renderer is not None
