"""The step of scans on the round trip, and the switch between the printed paper and the scan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import KeptScan, ScansSheet
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.window.signing import scan_words as words
from desktop_app.window.signing.page import PaperPage
from desktop_app.window.signing.paper_original import PRINTED, SCAN
from desktop_app.words import meeting_course, refusals
from desktop_app.words import signing as signing_words
from tests.shown import child, texts
from tests.views.test_paper_page import TODAY, final_sheet

NONE = ScansSheet(version_id=1, originals=2, missing=(1, 2), can_import=True)


def kept(original: int, **changed: Any) -> KeptScan:
    """The scan of an original."""
    scan = KeptScan(
        scan=original,
        original=original,
        link_id=original,
        source_links=(),
        pages=3,
        archival=True,
        provisional=False,
        reason="",
        day=date(2023, 5, 7),
        actor="",
    )
    return replace(scan, **changed)


def sheet(state: MinutesState = MinutesState.FINAL, **changed: Any) -> PaperSheet:
    """Minutes in a state."""
    made = final_sheet()
    return replace(
        made,
        version=replace(made.version, state=state, content_hash="0" * 64),
        can_sign=state is MinutesState.FINAL,
        **changed,
    )


@pytest.fixture
def page(qtbot: QtBot) -> PaperPage:
    made = PaperPage()
    made.set_source(date_source(WorkCalendar(), lambda: TODAY, refusals.sentence))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def show(page: PaperPage, paper: PaperSheet, scans: ScansSheet) -> None:
    page.show_sheet(paper)
    page.show_scans(paper, scans)


def test_the_step_of_the_file_is_not_called_as_the_end_of_the_session(page: PaperPage) -> None:
    for paper in (sheet(), sheet(MinutesState.ARCHIVED, can_notify=False, can_close=True)):
        show(page, paper, NONE)
        said = texts(page.trip)
        assert signing_words.NOT_CLOSED in said
        assert meeting_course.END not in said


def test_before_any_scan_there_is_only_the_way_to_add_one(page: PaperPage) -> None:
    show(page, sheet(), NONE)
    step = page.trip.scans
    assert words.NOT_SCANNED in texts(step)
    assert step.add.isVisible()
    assert not page.look.isVisible()


def test_a_draft_has_no_such_step(page: PaperPage) -> None:
    show(page, sheet(MinutesState.DRAFT), replace(NONE, can_import=False, missing=()))
    assert not page.trip.scans.isVisible()


def test_a_provisional_scan_says_so(page: PaperPage) -> None:
    show(page, sheet(), replace(NONE, scans=(kept(1, provisional=True),)))
    assert "اسکن ۱ از ۲ نسخهٔ اصلی" in texts(page.trip.scans)
    assert "۳ تصویر · موقت" in texts(page.trip.scans)
    assert page.look.isVisible()
    assert page.look.value() == PRINTED


def test_a_scan_is_what_comes_next_once_all_is_signed_and_told(page: PaperPage) -> None:
    signed = sheet(MinutesState.SIGNED, can_notify=False, can_close=True)
    show(page, signed, NONE)
    assert page.trip.scans.add.property("kind") == ButtonKind.FILLED.value
    assert page.trip.closing.button.property("kind") == ButtonKind.OUTLINED.value, "one filled button"
    archived = sheet(MinutesState.ARCHIVED, can_notify=False, can_close=True)
    show(page, archived, replace(NONE, scans=(kept(1), kept(2)), missing=()))
    assert words.ARCHIVED in texts(page.trip.scans)
    assert page.trip.closing.button.property("kind") == ButtonKind.FILLED.value


def test_the_keyboard_goes_to_the_scan_that_comes_next_and_not_past_it_to_the_end(page: PaperPage) -> None:
    signed = sheet(MinutesState.SIGNED, can_notify=False, can_close=True)
    show(page, signed, NONE)
    page.go_to_next_step()
    assert page.focusWidget() is page.trip.scans.add
    archived = sheet(MinutesState.ARCHIVED, can_notify=False, can_close=True)
    show(page, archived, replace(NONE, scans=(kept(1), kept(2)), missing=()))
    page.go_to_next_step()
    assert page.focusWidget() is page.trip.closing.button
    closed = replace(archived, can_close=False, can_amend=True, closed_on=date(2023, 5, 8))
    show(page, closed, replace(NONE, scans=(kept(1), kept(2)), missing=()))
    page.go_to_next_step()
    assert page.focusWidget() is page.ui.pages.canvas, "a correction is no step that waits"


def test_each_scan_is_looked_at(page: PaperPage, qtbot: QtBot) -> None:
    show(page, sheet(), replace(NONE, scans=(kept(1), kept(2, archival=False)), missing=()))
    assert "۳ تصویر · بدون شکل بایگانی" in texts(page.trip.scans)
    with qtbot.waitSignal(page.signals.scan_shown) as shown:
        child(page, Button, "showScan2").click()
    assert shown.args == [2]


def test_saving_and_printing_are_named_by_what_shows(page: PaperPage) -> None:
    show(page, sheet(), replace(NONE, scans=(kept(1),)))
    page.look.show_chosen(1)
    page.show_scan_mode(on=True)
    assert page.look.value() == SCAN
    assert (page.ui.saveButton.text(), page.ui.printButton.text()) == (words.SAVE_SCAN, words.PRINT_SCAN)
    page.show_scan_mode(on=False)
    assert page.look.value() == PRINTED
    assert page.ui.printButton.text() == "چاپ برای امضا"


def test_one_original_needs_no_number(page: PaperPage) -> None:
    made = sheet()
    alone = replace(made, version=replace(made.version, originals=1))
    show(page, alone, replace(NONE, originals=1, scans=(kept(1),), missing=()))
    assert words.SCANNED in texts(page.trip.scans)
    assert words.SCAN in texts(page.trip.scans)
    assert not any("نسخهٔ اصلی ۱" in text for text in texts(page.trip.scans))


def test_the_switch_offers_the_scan_that_was_kept_last(page: PaperPage) -> None:
    signed = sheet(MinutesState.SIGNED)
    show(page, signed, replace(NONE, scans=(kept(1),), missing=(2,)))
    assert words.scan_named(1) in [button.accessibleName() for button in page.look.findChildren(QAbstractButton)]
    show(page, signed, replace(NONE, scans=(kept(1), kept(2)), missing=()))
    assert words.scan_named(2) in [button.accessibleName() for button in page.look.findChildren(QAbstractButton)]
    page.look.show_chosen(1)
    show(page, signed, replace(NONE, scans=(kept(1), kept(2)), missing=()))
    assert words.scan_named(1) in [button.accessibleName() for button in page.look.findChildren(QAbstractButton)]
