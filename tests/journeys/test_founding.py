"""From an empty folder to the committee; what is typed is there again after the window was closed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit

from desktop_app import wiring
from desktop_app.domain.rules.committee import PartyCode
from tests.journeys.clock import STORY_DAY, MovedClock
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver


def _has_keyboard(driver: Driver, name: str) -> bool:
    focus = driver.window.focusWidget()
    return focus is not None and focus.objectName() == name


def _line(driver: Driver, name: str) -> QLineEdit:
    found = driver.find(name)
    assert isinstance(found, QLineEdit)
    return found


def _type_signing_day(driver: Driver, text: str) -> None:
    """From the title: past the subject to the signing day."""
    driver.press("Tab", "Tab", "Ctrl+A", "Delete")
    driver.write(text)


def _sign(driver: Driver) -> None:
    """Without its day the first step is not complete, and says so beside the field; nor with a day that is ahead."""
    assert _has_keyboard(driver, "titleEdit")
    driver.press("Ctrl+Enter")
    assert driver.reads("تاریخ امضا نوشته نشده است")
    driver.press("Ctrl+A")
    driver.write("فردا")
    driver.press("Ctrl+Enter")
    assert driver.reads("این تاریخ هنوز نرسیده است")
    driver.press("Ctrl+A", "Delete")
    driver.write("۱۰ آبان ۱۴۰۱")
    assert driver.reads("مهلت معرفی نماینده: سه‌شنبه ۱ آذر ۱۴۰۱")
    assert driver.reads("نخستین ماه دفتر: آذر ۱۴۰۱")
    driver.press("Ctrl+Enter")


def _empty_the_name_of_a_party(driver: Driver) -> None:
    assert _has_keyboard(driver, "provinceNameEdit")
    driver.press("Ctrl+A", "Delete", "Ctrl+Enter")
    assert driver.reads("این طرف نام ندارد")
    driver.press("Ctrl+Z", "Ctrl+Enter")


def _name_a_chair(driver: Driver) -> None:
    """First by a letter from before the signing."""
    assert _has_keyboard(driver, "name_0")
    driver.write("بهمن سروستانه")
    driver.press("Tab")
    driver.write("۲۱۷/ص/۱۴۰۱")
    driver.press("Tab")
    driver.write("۱۴۰۱/۰۸/۰۱")
    driver.press("Ctrl+Enter")
    assert driver.reads("تاریخ معرفی‌نامه پیش از امضای تفاهم‌نامه است")
    driver.press("Ctrl+A")
    driver.write("۱۴۰۱/۰۸/۲۴")
    driver.press("Ctrl+Enter")


def _repeat_the_code_of_an_axis(driver: Driver) -> None:
    assert _has_keyboard(driver, "code_0")
    driver.click("add")
    driver.write("8-1")
    driver.press("Tab")
    driver.write("محور تازه")
    driver.press("Ctrl+Enter")
    assert driver.reads("شمارهٔ «8-1» را محور دیگری دارد")
    driver.click("remove_10")
    assert driver.reads("پس گرفتن برداشتن محور «8-1»")
    driver.press("Ctrl+Z")
    assert "محور تازه" in driver.writings()
    driver.click("remove_10")
    assert "محور تازه" not in driver.writings()
    driver.press("Ctrl+Enter")


def test_an_empty_folder_becomes_a_committee_by_keys(begin: Begin) -> None:
    driver = begin(empty=True, persian=True)
    assert driver.window.page() == "founding"
    _sign(driver)
    _empty_the_name_of_a_party(driver)
    _name_a_chair(driver)
    # the first unit is not wanted
    assert _has_keyboard(driver, "chosen_0")
    driver.press("Space", "Ctrl+Enter")
    _repeat_the_code_of_an_axis(driver)
    # a new committee has nothing to tell of the time before
    assert _has_keyboard(driver, "held")
    driver.press("Ctrl+Enter", "Ctrl+Enter")
    assert driver.reads("نمایندگان: از مرکز ملی هنوز کسی معرفی نشده است.")
    driver.press("Ctrl+Enter")
    driver.wait(lambda: driver.window.page() == "meetings", "the meetings")
    assert driver.window.ui.navigation.isVisible()
    driver.close()
    office = wiring.open_office(driver.folder, MovedClock(STORY_DAY))
    with office.context.read() as work:
        assert work.memoranda.where()[0].signed_on == date(2022, 11, 1)
        assert [party.code for party in work.parties.where()] == list(PartyCode)
        assert len(work.units.where()) == 11
        assert len(work.axes.where()) == 10
        assert [person.name for person in work.people.where()] == ["بهمن سروستانه"]
        assert work.settings().letterhead == ("استانداری مازندران", "مرکز ملی فضای مجازی")
        assert work.calendar().knows(STORY_DAY)
    office.close()


def test_the_first_start_goes_on_where_its_window_was_closed(begin: Begin) -> None:
    driver = begin(empty=True)
    _type_signing_day(driver, "۱۴۰۱/۰۸/۱۰")
    driver.press("Ctrl+PgDown", "Ctrl+PgDown")
    assert _has_keyboard(driver, "name_0")
    driver.write("ناهید درفشان")
    assert driver.close()
    again = begin(empty=True)
    assert again.reads("گام ۳ از ۸")
    assert _line(again, "name_0").text() == "ناهید درفشان"
    again.press("Ctrl+PgUp", "Ctrl+PgUp")
    assert again.reads("سه‌شنبه ۱۰ آبان ۱۴۰۱")
    # what is no day is not kept, so the window asks before it goes
    again.press("Tab", "Tab", "Ctrl+A")
    again.write("۱۴۰۱/۱۳/۰۱")
    again.attendant.will_press("ادامهٔ ویرایش")
    assert not again.close()
    assert "۱۴۰۱/۱۳/۰۱" in again.writings()
    again.press("Ctrl+A")
    again.write("۱۴۰۱/۰۸/۱۱")
    assert again.close()


def test_steps_are_left_for_later_and_typed_work_is_not_given_up_for_a_sample_unasked(begin: Begin) -> None:
    driver = begin(empty=True, size=(1600, 900))
    driver.click("later")
    assert driver.reads("گام ۲ از ۸")
    assert driver.reads("تاریخ امضا مانده است")
    driver.click("step_letterhead")
    assert driver.reads("می‌توانید آغاز کنید")
    driver.attendant.will_press("انصراف")
    driver.click("demo")
    assert driver.window.page() == "founding"
    driver.click("forward")
    driver.wait(lambda: driver.window.page() == "meetings", "the meetings")
