"""Stories of a month, told through the window: a meeting until its signatures, and the month after it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.journeys import month
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary


@pytest.mark.slow
def test_a_month_of_the_operator(begin: Begin) -> None:
    """Two windows on one folder: the day of the meeting, and the first day of the next month."""
    secretary = Secretary(begin())
    month.attend(secretary)
    month.resolve(secretary)
    month.read_and_print(secretary)
    month.collect_pens(secretary)
    assert secretary.driver.close()
    secretary = Secretary(begin(day=month.FIRST_OF_KHORDAD, persian=True))
    month.open_on_the_first(secretary.driver)
    month.schedule(secretary)
    month.build_agenda(secretary)
    month.name_an_alternate(secretary)
    month.name_a_successor(secretary)
    month.archive_a_busy_unit(secretary)
    month.take_a_call(secretary)
    assert secretary.driver.close(), "nothing is left unsaved"


def test_what_the_office_cannot_take_is_refused_and_what_is_typed_is_asked_about(begin: Begin) -> None:
    """An excused month takes no meeting, a field 50,000 letters and not one more, a closed window nothing away."""
    driver = begin()
    _excuse_a_month(driver)
    _fill_a_field(driver)
    driver.fill("titleEdit", "تفاهم‌نامه‌ای که هنوز نوشته می‌شود", leave="")
    driver.attendant.will_press("ادامهٔ ویرایش")
    assert not driver.close()
    assert "تفاهم‌نامه‌ای که هنوز نوشته می‌شود" in driver.writings()
    driver.attendant.will_leave()
    driver.press("Ctrl+1")
    assert driver.window.page() == "settings", "Esc is no answer: the page stays"
    driver.press("Ctrl+S")
    assert driver.close(), "saved, so nothing is asked"
    assert driver.attendant.waiting() == 0


def _excuse_a_month(driver: Driver) -> None:
    """The reason is required; then the month is shut until the excuse is taken back."""
    driver.attendant.will_write("سفر استانی رئیس جلسه", "ثبت عذر")
    driver.click("ثبت عذر…")
    assert driver.reads("فروردین ۱۴۰۲، با عذر")
    driver.press("Ctrl+N")
    driver.wait(lambda: driver.sees("dayEdit"), "the form")
    driver.fill("dayEdit", "۱۴۰۲/۱/۲۱")
    driver.press("Ctrl+Enter")
    assert driver.reads("فروردین ۱۴۰۲ با عذر بسته شده است و جلسه نمی‌پذیرد.")
    assert "۱۴۰۲/۰۱/۲۱" in driver.writings()
    driver.press("Esc")
    assert driver.sees("dayEdit"), "what was typed is not given up by one Esc"
    driver.press("Esc")
    assert not driver.sees("dayEdit")


def _fill_a_field(driver: Driver) -> None:
    driver.press("Ctrl+,")
    driver.wait(lambda: driver.sees("subjectEdit"), "the settings")
    subject = driver.find_kind(QTextEdit, "subjectEdit")
    before = subject.toPlainText()
    _paste(driver, "م" * 50_001)
    assert driver.reads("این خانه ۵۰٬۰۰۰ نویسه جا دارد و متن ۵۰٬۰۰۱ نویسه می‌شود.")
    assert subject.toPlainText() == before
    _paste(driver, "م" * 50_000)
    assert len(subject.toPlainText()) == 50_000
    assert not driver.tells_saved()
    driver.press("Ctrl+S")
    assert driver.tells_saved()
    _paste(driver, before)
    driver.press("Ctrl+S")


def _paste(driver: Driver, text: str) -> None:
    """Over everything that stands in the subject."""
    carried = QMimeData()
    carried.setText(text)
    QApplication.clipboard().setMimeData(carried)
    driver.click("subjectEdit")
    driver.press("Ctrl+A", "Ctrl+V")
