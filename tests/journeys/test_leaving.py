"""Nothing that was typed is lost by closing, by leaving a page, or by starting the program a second time."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.faults import Faults
from tests.conftest import ROOT
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary

SECONDS = 40.0


def _at_minutes(driver: Driver) -> Secretary:
    secretary = Secretary(driver)
    secretary.open_meeting("جلسهٔ ششم")
    secretary.begin()
    secretary.mark("حح")
    secretary.to_minutes()
    return secretary


def test_a_window_closed_amid_a_word_keeps_it(begin: Begin) -> None:
    first = begin()
    secretary = _at_minutes(first)
    secretary.clause("بند نخست")
    first.press("Up", "End")
    first.write(" که هنوز نوشته می‌شود")
    first.press("Down")
    first.write("بندی نیمه‌کاره")
    assert first.close(), "everything could be saved, so nothing is asked"
    again = begin()
    Secretary(again).open_meeting("جلسهٔ ششم")
    again.press("F6")
    again.wait(lambda: again.window.page() == "minutes_editor", "the minutes")
    again.click("شناسنامهٔ طرح گردشگری هوشمند، ۲ بند")
    assert "بند نخست که هنوز نوشته می‌شود" in again.writings()
    assert "بندی نیمه‌کاره" in again.writings()


@pytest.mark.parametrize("in_thread", [False, True], ids=["main", "worker"])
def test_an_unforeseen_error_keeps_what_is_being_typed(
    driver: Driver, in_thread: bool, capsys: pytest.CaptureFixture[str], log_errors: list[logging.LogRecord]
) -> None:
    _at_minutes(driver)
    driver.write("بندی که خطا نباید ببرد")
    faults = Faults(keep_work=driver.window.keep_requested.emit)
    told = threading.Thread(target=lambda: faults.caught(KeyError("planted"), "test"))
    if in_thread:
        told.start()
        told.join()
    else:
        faults.caught(KeyError("planted"), "test")
    driver.settle()
    assert cli.main(["search", "--data", str(driver.folder), "خطا نباید ببرد"]) == 0
    assert "بندی که خطا نباید ببرد" in capsys.readouterr().out, "what the dialog of errors promises is not so"
    log_errors.clear()


def test_what_was_refused_is_asked_about_before_it_is_lost(driver: Driver) -> None:
    secretary = _at_minutes(driver)
    secretary.clause("تماس با ☎")
    driver.attendant.will_press("ادامهٔ ویرایش")
    assert not driver.close()
    assert driver.window.isVisible()
    assert "تماس با ☎" in driver.writings()
    driver.attendant.will_leave()
    driver.press("Ctrl+1")
    assert driver.window.page() == "minutes_editor", "Esc is no answer: the page stays"
    assert "تماس با ☎" in driver.writings()
    driver.attendant.will_press("رفتن بدون ذخیره")
    assert driver.close()
    assert len(driver.attendant.read) == 3


@pytest.mark.parametrize("written", [False, True], ids=["before a first write", "after it"])
def test_a_second_start_raises_the_first_and_ends(driver: Driver, written: bool) -> None:
    if written:
        secretary = Secretary(driver)
        secretary.open_meeting("جلسهٔ ششم")
        secretary.begin()
    driver.window.showMinimized()
    driver.settle()
    assert driver.window.isMinimized()
    second = subprocess.Popen(_program(driver.folder), cwd=ROOT, env=_environment())
    try:
        driver.wait(lambda: second.poll() is not None, "the end of the second start", seconds=SECONDS)
    finally:
        second.kill()
    assert second.returncode == 0
    # the second has gone when it has called; the first may still be hearing it
    driver.wait(lambda: not driver.window.isMinimized(), "the first window, raised")
    assert driver.window.isVisible()


def _program(folder: Path) -> list[str]:
    return [sys.executable, "-m", "desktop_app", "--data", str(folder)]


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
