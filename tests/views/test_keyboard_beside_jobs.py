"""The keyboard on pages with a job: wherever it stands when that begins or ends, a control of the page has it after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.read_models.verified_paper import VerificationText
from desktop_app.domain.rules.verifying import PaperVerdict
from desktop_app.widgets.accessibility.keyboard_focus import FocusKeeper
from desktop_app.widgets.accessibility.reading_order import tab_stops
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.shell.navigation import NavigationPage
from desktop_app.window.backups.page import BackupsPage, RestoringPage
from desktop_app.window.backups.recovery_page import RecoveryPage
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.taking_over.page import TakingOverPage
from desktop_app.window.verifying.page import VerifyPage
from tests.shown import child
from tests.whole import deciding

ANSWER = VerificationText(PaperVerdict.SAME, "همین است", ("نشانی یکی است",))
WAYS = (("version", "نسخه"),)
LINES = (("ردیف ۲", "شماره ندارد"),)
PAGES = (NavigationPage("job", "کار", "archive", 1), NavigationPage("other", "دیگر", "mail", 2))


@dataclass(frozen=True, slots=True)
class Job:
    """How a page is made, how a job begins on it, and how it may end."""

    made: Callable[[], Any]
    begins: Callable[[Any], object]
    ends: Mapping[str, Callable[[Any], object]]
    alone: bool = False
    """Whether there is nowhere else to go, as while the office is closed."""


def _answered() -> VerifyPage:
    page = VerifyPage()
    _answer(page)
    return page


def _answer(page: VerifyPage) -> None:
    page.show_answer(ANSWER, "برگه.pdf", WAYS)
    page.focus_answer()


def _judged() -> TakingOverPage:
    page = TakingOverPage()
    page.show_found("فایل", LINES, "آوردن")
    return page


def _recovery() -> RecoveryPage:
    page = RecoveryPage()
    page.show_backup("پشتیبان دیروز", possible=True, again=True)
    return page


def _reported() -> RecoveryPage:
    page = _recovery()
    page.show_report("خلاصه", "گزارش")
    return page


def _report(page: RecoveryPage) -> None:
    page.show_reading(on=False)
    page.show_report("خلاصه", "گزارش")


def _found(page: RecoveryPage) -> None:
    page.show_finding(on=False)
    page.show_backup("پشتیبان دیروز", possible=True)


READING = {
    "given up": lambda page: page.show_nothing(),
    "taken over": lambda page: page.show_nothing(more=True),
    "fresh": lambda page: page.show_found("فایل", LINES, "آوردن"),
    "faults": lambda page: page.show_found("فایل", LINES, ""),
    "nothing new": lambda page: page.show_found("فایل", [], ""),
}
LOOKING = {
    "given up": lambda page: page.show_problem("داده شد"),
    "answered": _answer,
    "refused": lambda page: page.refuse_code("نیست"),
}
JOBS = {
    "a backup": Job(BackupsPage, lambda page: page.show_busy("ساختن"), {"over": lambda page: page.show_busy("")}),
    "a file read": Job(TakingOverPage, lambda page: page.show_running("خواندن"), READING),
    "a file read again": Job(_judged, lambda page: page.show_running("خواندن"), READING),
    "a scan taken": Job(
        TakingOverPage, lambda page: page.form.show_busy(True), {"over": lambda page: page.form.show_busy(False)}
    ),
    "a paper looked at": Job(VerifyPage, lambda page: page.show_running("برگه.pdf"), LOOKING),
    "another paper looked at": Job(_answered, lambda page: page.show_running("برگه.pdf"), LOOKING),
    "a code looked up": Job(_answered, lambda page: page.show_waiting(), LOOKING),
    "rows read": Job(
        _recovery,
        lambda page: page.show_reading(on=True),
        {"reported": _report, "given up": lambda page: page.show_reading(on=False)},
        alone=True,
    ),
    "backups found": Job(_recovery, lambda page: page.show_finding(on=True), {"found": _found}, alone=True),
    "a report made": Job(
        _reported,
        lambda page: page.show_making(on=True),
        {"over": lambda page: page.show_making(on=False)},
        alone=True,
    ),
    "a backup put in place": Job(
        _recovery, lambda page: page.show_restore(0), {"last step": lambda page: page.show_last_step()}, alone=True
    ),
    "an office restored": Job(
        RestoringPage,
        lambda page: page.show_restore(5),
        {"last step": lambda page: page.show_last_step(), "given up": lambda page: page.show_giving_up()},
        alone=True,
    ),
}
"""By what is done."""
CASES = [(job, end) for job, of in JOBS.items() for end in of.ends]
DECIDING = [(job, next(iter(of.ends))) for job, of in JOBS.items() if of.made in (BackupsPage, _recovery, _answered)]
"""A page whose controls go while it works, one that stands alone, and one that has an answer already."""


def _settle() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _shown(window: MainWindow, job: Job) -> QWidget:
    window.clear()
    _settle()
    window.set_navigation(() if job.alone else PAGES)
    page: QWidget = job.made()
    window.add_page("job", page)
    window.show_page("job")
    _settle()
    return page


def _has_keyboard(page: QWidget) -> bool:
    """Whether a control of the page has it, or something round it where none can be pressed."""
    here = QApplication.focusWidget()
    inside = tab_stops(page)
    return here in inside if inside else here is page or (here is not None and page.isAncestorOf(here))


@pytest.fixture(autouse=True)
def kept(qapp: QApplication) -> Iterator[None]:
    """As the program has it."""
    keeper = FocusKeeper(qapp)
    yield
    keeper.deleteLater()


@pytest.mark.parametrize("late", [False, True], ids=["before it begins", "while it runs"])
@pytest.mark.parametrize(("what", "end"), deciding(CASES, DECIDING, several=True))
def test_a_control_of_the_page_has_the_keyboard_when_a_job_begins_and_when_it_ends(
    qtbot: QtBot, what: str, end: str, late: bool
) -> None:
    job, tried = JOBS[what], 0
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    while True:
        page = _shown(window, job)
        if late:
            job.begins(page)
            _settle()
        inside = tab_stops(page)
        if tried == len(inside):
            break
        inside[0].setFocus()
        for _step in range(tried):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is inside[tried]
        if not late:
            job.begins(page)
            _settle()
        assert _has_keyboard(page), f"when it begins, at {inside[tried].objectName()}"
        job.ends[end](page)
        _settle()
        assert _has_keyboard(page), f"when it ends, from {inside[tried].objectName()}"
        tried += 1
    assert tried


@pytest.mark.parametrize("goes", [False, True], ids=["who waits gets it back", "who went on keeps it"])
def test_after_a_paper_is_made_the_keyboard_is_where_its_reader_left_it(qtbot: QtBot, goes: bool) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = _shown(window, JOBS["a report made"])
    assert isinstance(page, RecoveryPage)
    pdf, close = (child(page, Button, name) for name in ("recoverySavePdf", "recoveryClose"))
    pdf.setFocus()
    page.show_making(on=True)
    _settle()
    if goes:
        close.setFocus()
    page.show_making(on=False)
    _settle()
    assert QApplication.focusWidget() is (close if goes else pdf)
