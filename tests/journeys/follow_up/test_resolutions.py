"""A resolution from its list to its end and back again, by keys under the Persian layout; a form half written."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.window.resolutions.page import ResolutionsPage
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver


def _page(driver: Driver) -> ResolutionsPage:
    return driver.find_kind(ResolutionsPage)


def test_a_deadline_is_extended_and_a_report_verified_and_taken_back(begin: Begin) -> None:
    driver = begin(persian=True)
    driver.press("Ctrl+3")
    page = _page(driver)
    assert driver.reads("۲ مصوبه معوق است.")
    driver.click("view_late")
    assert page.model.count() == 2
    driver.press("Down", "Return")
    assert QApplication.focusWidget() in page.detail.buttons(), "the record has the keyboard"
    driver.click("action_extend")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("مهلت تازه نوشته نشده است.")
    driver.fill("edit_due", "۱۵ خرداد")
    driver.fill("edit_reason", "دو واحد مهلت خواستند")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("مهلت تازه گرفت.")
    driver.settle()
    assert page.model.count() == 1, "and it is late no more"
    driver.click("view_awaiting")
    driver.click("action_verify")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("مختومه شد.")
    driver.settle()
    assert driver.reads("هیچ مصوبه‌ای در انتظار تأیید نیست")
    assert QApplication.focusWidget() in page.ui.empty.findChildren(QPushButton), "Enter leads on"
    driver.click(page.ui.band.action_button())
    assert page.model.count() == 1
    assert page.ui.table.hasFocus(), "the button is gone, and the list has the keyboard"
    driver.check()


def test_after_each_act_the_keyboard_stays_with_the_record(begin: Begin) -> None:
    driver = begin(persian=True)
    driver.attendant.will_write("سفر استانی رئیس جلسه", "ثبت عذر")
    driver.click("ثبت عذر…")
    assert driver.foot() == "عذر فروردین ۱۴۰۲ ثبت شد"
    driver.press("Ctrl+3", "Return")
    assert driver.tells_saved(), "another page's act is told no more"
    page = _page(driver)
    driver.click("action_defer")
    driver.write("بودجه نرسید")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("به جلسهٔ بعد موکول شد.")
    assert QApplication.focusWidget() in page.detail.buttons()
    assert driver.tells_saved()
    driver.click("action_undo")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.sees("action_defer"), "the resolution in progress again")
    assert QApplication.focusWidget() in page.detail.buttons()


def test_an_unfinished_form_is_not_lost_by_one_key_and_the_window_closes_over_it(driver: Driver) -> None:
    driver.press("Ctrl+3", "Return")
    page = _page(driver)
    driver.click("action_defer")
    driver.write("بماند برای بعد")
    driver.press("Esc")
    form = page.sheet()
    assert form is not None
    assert driver.reads("ذخیره نشده است")
    driver.press("Esc")
    assert page.sheet() is None
    assert driver.close()
