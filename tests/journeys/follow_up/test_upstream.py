"""The register of upstream decisions from the resolutions and back: a new one, its answer by hand, undo, print."""

from __future__ import annotations

from desktop_app.window.papers.page import PapersPage
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.window.upstream.page import UpstreamPage
from tests.journeys.conftest import Begin


def test_a_decision_is_recorded_answered_and_printed_by_keys(begin: Begin) -> None:
    driver = begin(persian=True)
    driver.press("Ctrl+3")
    driver.press("Return", "Ctrl+Shift+U")
    page = driver.find_kind(UpstreamPage)
    driver.click("view_unanswered")
    assert page.model.count() == 1
    assert driver.reads("بدون اقدام استانی")
    driver.press("Ctrl+N", "Ctrl+Enter")
    driver.wait_for_words("عنوان مصوبهٔ بالادستی نوشته نشده است.")
    driver.fill("titleEdit", "سند راهبردي خدمات الكترونيك")
    driver.fill("bodyEdit", "شورای عالی فضای مجازی")
    driver.fill("notification_numberEdit", "۱۲۳")
    driver.fill("notification_dayEdit", "1401/10/01")
    assert driver.reads("ابلاغی شمارهٔ ۱۲۳")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("مصوبهٔ بالادستی ثبت شد.")
    driver.settle()
    assert page.model.count() == 2
    driver.click("view_all")
    driver.press("Ctrl+L")
    driver.fill("resolutionEdit", "۱۴۰۱/۲/۲")
    driver.press("Ctrl+Enter")
    driver.wait_for_words("مصوبه پیوند خورد.")
    driver.settle()
    assert driver.reads("۱۱ روز پس از ابلاغ")
    driver.press("Ctrl+Z")
    driver.wait_for_words("بدون اقدام استانی")
    driver.press("Ctrl+Y")
    driver.settle()
    assert driver.reads("پیوند دستی")
    driver.press("Ctrl+P")
    assert driver.find_kind(PapersPage).isVisible()
    driver.settle()
    driver.press("Alt+Left")
    driver.settle()
    assert driver.find_kind(UpstreamPage).isVisible()
    driver.press("Alt+Left")
    driver.settle()
    assert driver.find_kind(ResolutionsPage).isVisible()
    driver.check()
