"""The window is closed in the middle of each form: it asks, it stays, and every word stands where it was typed."""

from __future__ import annotations

from pathlib import Path

from desktop_app.words.widgets import SAVE_AND_LEAVE
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary

TYPED = "نوشته‌ای که نباید برود"
GO_ON = "ادامهٔ ویرایش"


def _asked_and_kept(driver: Driver, stay: str = GO_ON) -> None:
    """What was typed last stands in its field still after the window was told to close."""
    driver.attendant.will_press(stay)
    assert not driver.close()
    assert driver.attendant.waiting() == 0, "nobody was asked"
    assert driver.window.isVisible()
    assert TYPED in driver.writings()


def test_the_forms_of_people_seats_and_units(driver: Driver) -> None:
    driver.press("Ctrl+5")
    for page, field in (("Alt+1", "titleEdit"), ("Alt+2", "headEdit"), ("Alt+3", "nameEdit")):
        driver.press(page, "Ins")
        driver.fill(field, TYPED, leave="")
        _asked_and_kept(driver)
        driver.press("Esc")
        assert TYPED in driver.writings(), "nor does Esc give it up unasked"
        driver.press("Esc")
        assert TYPED not in driver.writings()
    assert driver.close(), "nothing is typed any more"


def test_the_forms_of_a_meeting(driver: Driver) -> None:
    secretary = Secretary(driver)
    secretary.open_meeting("جلسهٔ ششم")
    secretary.choose("moreActs", "به تعویق انداختن…")
    driver.fill("reasonEdit", TYPED, leave="")
    _asked_and_kept(driver)
    driver.press("Esc", "Esc")
    driver.press("Ins")
    driver.write(TYPED)
    _asked_and_kept(driver)
    driver.press("Esc", "Esc")
    secretary.begin()
    driver.click("addGuest")
    driver.write(TYPED)
    _asked_and_kept(driver)
    driver.press("Esc", "Esc")
    secretary.open_meeting("جلسهٔ ششم")
    driver.click("attendanceHolder")
    secretary.mark("ج")
    driver.write(TYPED)
    _asked_and_kept(driver)


def test_a_form_is_saved_on_the_way_out(begin: Begin) -> None:
    driver = begin()
    driver.press("Ctrl+5", "Alt+2", "Ins")
    driver.fill("headEdit", TYPED, leave="")
    _asked_and_kept(driver, SAVE_AND_LEAVE)
    assert driver.reads("نام واحد نوشته نشده است. نام آن را بنویسید."), "what was refused is said at its field"
    driver.fill("nameEdit", "ادارهٔ آزمون", leave="")
    driver.attendant.will_press(SAVE_AND_LEAVE)
    assert driver.close()
    again = begin()
    again.press("Ctrl+5", "Alt+2")
    assert again.reads("ادارهٔ آزمون")
    Secretary(again).open_meeting("جلسهٔ ششم")
    again.press("Ins")
    again.write("بندی که هنگام رفتن ثبت می‌شود")
    again.attendant.will_press(SAVE_AND_LEAVE)
    again.press("Ctrl+5")
    assert again.window.page() == "members"
    secretary = Secretary(again)
    secretary.open_meeting("جلسهٔ ششم")
    assert again.reads("بندی که هنگام رفتن ثبت می‌شود")
    secretary.choose("moreActs", "به تعویق انداختن…")
    again.fill("reasonEdit", TYPED, leave="")
    again.attendant.will_press(SAVE_AND_LEAVE)
    assert again.close(), "what was saved closes its form"
    third = begin()
    Secretary(third).open_meeting("جلسهٔ ششم")
    assert third.reads("به‌تعویق‌افتاده")


def test_the_facts_of_a_meeting_are_saved_instead(begin: Begin) -> None:
    driver = begin()
    Secretary(driver).open_meeting("جلسهٔ ششم")
    driver.press("Ctrl+E")
    driver.fill("placeEdit", TYPED, leave="")
    assert driver.close()
    again = begin()
    Secretary(again).open_meeting("جلسهٔ ششم")
    assert again.reads(TYPED)


def test_each_section_of_the_settings(driver: Driver) -> None:
    driver.press("Ctrl+,")
    for section, field in (("memorandum", "titleEdit"), ("parties", "provinceNameEdit"), ("axes", "title_0")):
        driver.click(f"section_{section}")
        driver.fill(field, TYPED, leave="")
        _asked_and_kept(driver)
        driver.attendant.will_press("رفتن بدون ذخیره")
        driver.press("Ctrl+1")
        driver.press("Ctrl+,")
        assert TYPED not in driver.writings()


def test_the_text_of_a_letter(driver: Driver, tmp_path: Path) -> None:
    driver.press("Ctrl+6")
    driver.click("kind_letter")
    driver.fill("text", TYPED, leave="")
    driver.wait_for_words("صفحهٔ ۱ از ۱")
    _asked_and_kept(driver)
    driver.press("Ctrl+1")
    driver.attendant.will_press(GO_ON)
    assert not driver.close(), "it would be lost from another page, too"
    driver.press("Ctrl+6")
    _asked_and_kept(driver)
    driver.attendant.will_save_as(tmp_path / "نامه.pdf")
    driver.press("Ctrl+S")
    driver.wait_for_words("نامه.pdf")
    assert driver.close(), "it is in a file"
