"""Inviting to a meeting with keys and pointer: agreed day, guests, number, letters, sending, what changes after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.paper import Paper
from tests.journeys.secretary import Secretary

DRAFT: Final = "پیش‌نویس"
AFTER: Final = date(2023, 5, 15)
"""Two days after the demo's sixth meeting."""


def tab(driver: Driver, place: int) -> str:
    """Go to a tab of the meeting by the pointer; its name."""
    tabs = driver.find_kind(QTabBar, "tabs")
    driver.click(tabs, tabs.tabRect(place).center())
    return tabs.tabText(place)


def letter(driver: Driver, file: Path) -> Paper:
    """The invitations as the page of papers saves them."""
    driver.wait_for_words("صفحهٔ ۱ از")
    driver.attendant.will_save_as(file)
    driver.press("Ctrl+S")
    driver.wait(file.exists, "the saved letters")
    return Paper(file)


def back_to(driver: Driver, row: str) -> None:
    driver.press("Ctrl+1")
    driver.open_row(row)
    driver.wait(lambda: driver.window.page() == "meeting", "the meeting")
    driver.settle()


def schedule(driver: Driver) -> None:
    """Ctrl+N brings what the minutes of the fifth meeting agreed on; nothing but Ctrl+Enter is pressed."""
    assert driver.reads("قرار ۸"), "the ledger says it, too"
    driver.press("Ctrl+N")
    driver.wait(lambda: driver.sees("dayEdit"), "the form")
    assert driver.reads("روز و ساعت را صورت‌جلسهٔ جلسهٔ ۵ قرار گذاشته است")
    assert {"۱۴۰۲/۰۳/۰۸", "۱۰:۰۰", "سالن جلسات استانداری"} <= set(driver.writings())
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.window.page() == "meeting", "the page of the meeting")
    driver.settle()
    assert driver.reads("جلسهٔ بدون شماره")


def test_from_the_agreed_day_to_letters_that_are_sent_and_sent_again(begin: Begin, tmp_path: Path) -> None:
    driver = begin(persian=True)
    schedule(driver)
    assert tab(driver, 1) == "دعوت‌نامه‌ها"
    assert driver.reads("ارسال پس از آن همین‌جا ثبت می‌شود")
    driver.click("inviteGuest")
    driver.write("فرزاد کلاردشتی")
    driver.press("Tab")
    driver.write("کارشناس شبکه")
    driver.press("Enter")
    assert driver.reads("فرزاد کلاردشتی")
    tab(driver, 1)
    driver.click("printLetters")
    assert letter(driver, tmp_path / "before.pdf").has(DRAFT)
    back_to(driver, "زمان‌بندی‌شده")
    driver.attendant.will_press("دعوت اعضا")
    driver.click("دعوت اعضا")
    assert driver.reads("جلسهٔ هفتم")
    assert driver.reads("۹ گیرنده؛ ۹ دعوت‌نامه فرستاده نشده")
    driver.click("printLetters")
    clean = letter(driver, tmp_path / "clean.pdf")
    assert not clean.has(DRAFT)
    assert clean.has("فرزاد کلاردشتی")
    assert clean.pages >= 9
    back_to(driver, "جلسهٔ هفتم")
    assert tab(driver, 1) == "دعوت‌نامه‌ها (۹)"
    driver.click("recordSending")
    driver.fill("numberEdit", "۲۳۰/ص/۱۴۰۲")
    driver.press("Ctrl+Enter")
    assert driver.reads("۹ گیرنده؛ به همه فرستاده شده")
    assert driver.reads("۲۳ اردیبهشت، اتوماسیون اداری، نامهٔ ۲۳۰/ص/۱۴۰۲")
    driver.picture("invitations-sent")
    assert tab(driver, 2) == "مشخصات"
    driver.fill("startsEdit", "۱۱")
    assert tab(driver, 1) == "دعوت‌نامه‌ها (۹)"
    assert driver.reads("۹ دعوت‌نامه پس از ارسال تغییر کرده")
    driver.click("invitee_0")
    driver.press("Space", "Ctrl+Enter")
    assert driver.reads("۸ دعوت‌نامه پس از ارسال تغییر کرده"), "one was told anew"
    driver.picture("invitations-changed")
    assert driver.close()


def test_a_session_before_its_day_leads_to_postponing_and_not_to_a_locked_field(begin: Begin) -> None:
    driver = begin(persian=True)
    schedule(driver)
    driver.attendant.will_press("دعوت اعضا")
    driver.click("دعوت اعضا")
    driver.click("act_begin")
    assert driver.reads("روز این جلسه (دوشنبه ۸ خرداد ۱۴۰۲) هنوز نرسیده است")
    driver.click("به تعویق انداختن…")
    driver.wait(lambda: driver.sees("reasonEdit"), "the form of postponing")
    driver.press("Escape")
    assert not driver.sees("reasonEdit")
    assert driver.find("stepper").accessibleName().endswith("دعوت‌شده")


def test_hours_of_a_past_meeting_are_typed_where_it_begins_and_ends(begin: Begin) -> None:
    driver = begin(day=AFTER, persian=True)
    secretary = Secretary(driver)
    secretary.open_meeting("جلسهٔ ششم")
    secretary.begin()
    driver.wait(lambda: driver.sees("timeEdit"), "the form of the hour")
    assert driver.reads("ساعتی را بنویسید که جلسه آغاز شد")
    driver.write("۱۰۱۰")
    driver.press("Enter")
    assert driver.find("stepper").accessibleName().endswith("در حال برگزاری")
    secretary.mark("ححححح")
    secretary.mark("ت")
    driver.write("۱۰۲۵")
    driver.press("Enter")
    secretary.mark("حح")
    driver.click("act_end")
    driver.wait(lambda: driver.sees("timeEdit"), "the form of the hour")
    driver.press("Ctrl+Enter")
    assert driver.reads("ساعت پایان جلسه را بنویسید.")
    driver.write("۰۹۳۰")
    driver.press("Ctrl+Enter")
    assert driver.reads("پایان جلسه پیش از آغاز آن (۱۰:۱۰) نوشته شده است")
    driver.write("۱۱۴۰")
    driver.press("Ctrl+Enter")
    assert driver.find("stepper").accessibleName().endswith("برگزارشده")
    tab(driver, 2)
    assert {"۱۰:۱۰", "۱۱:۴۰"} <= set(driver.writings())
    assert driver.find("beganEdit").focusPolicy() & Qt.FocusPolicy.TabFocus
    assert driver.close()
