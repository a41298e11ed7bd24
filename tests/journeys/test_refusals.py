"""What is refused says why beside its field, leads the keyboard there, and loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary


@pytest.fixture
def secretary(driver: Driver) -> Secretary:
    """Before the minutes of a meeting that was held with all seats."""
    made = Secretary(driver)
    made.open_meeting("جلسهٔ ششم")
    made.begin()
    made.mark("حححححححح")
    made.end("11:00")
    made.to_minutes()
    return made


def test_each_missing_field_stops_finalising_and_has_the_keyboard(secretary: Secretary) -> None:
    driver = secretary.driver
    secretary.clause("گزارش پیشرفت هر ماه داده شود.")
    driver.press("Up", "Ctrl+M")
    secretary.read_out(1)
    steps: list[tuple[str, str, Callable[[], None]]] = [
        ("مجری", "executor", lambda: secretary.pick("executor", "ارتباطات و")),
        ("مسئول پیگیری", "owner", lambda: secretary.pick("owner", "کوهبنانه")),
        ("مهلت", "deadlineKind", lambda: secretary.deadline("+۲هفته")),
    ]
    for word, field, mend in steps:
        driver.click("finalise")
        told = driver.find("band").accessibleName()
        assert "هنوز نهایی نمی‌شود" in told
        assert word in told
        focus, editor = QApplication.focusWidget(), driver.find(field)
        assert focus is not None
        assert focus is editor or editor.isAncestorOf(focus), f"the keyboard is not at {field}"
        assert "گزارش پیشرفت هر ماه داده شود." in driver.writings()
        mend()
    secretary.read_out(1)
    assert "صورت‌جلسه نهایی شد: ۱ مصوبه شماره گرفت" in secretary.finalise()


def test_a_sign_that_the_paper_lacks_is_refused_by_name_and_stays_in_its_field(secretary: Secretary) -> None:
    driver = secretary.driver
    secretary.clause("با دبیرخانه ☎ تماس گرفته شود.")
    assert driver.reads("«☎»")
    assert "با دبیرخانه ☎ تماس گرفته شود." in driver.writings()
    driver.press("Ctrl+A")
    driver.write("با دبیرخانه تماس گرفته شود.")
    driver.press("Ctrl+Enter")
    assert not driver.reads("«☎»")
    assert "با دبیرخانه تماس گرفته شود." in driver.writings()
    assert driver.tells_saved()


def test_a_day_that_does_not_exist_says_so_and_stays(secretary: Secretary) -> None:
    driver = secretary.driver
    secretary.clause("گزارش پیشرفت هر ماه داده شود.")
    driver.press("Up", "Ctrl+M")
    for typed, why in (
        ("۱۴۰۲/۱۲/۳۰", "اسفند ۱۴۰۲ بیست‌ونه روز دارد"),
        ("۱۴۰۲/۷/۳۱", "مهر"),
        ("۱۴۰۲/۱۳/۱", "ماه"),
    ):
        secretary.deadline(typed)
        assert why in driver.find("deadlineDay").accessibleDescription()
        assert secretary.deadline_text() == typed
    secretary.deadline("۱۴۰۲/٣/8")
    assert secretary.deadline_text() == "۱۴۰۲/۰۳/۰۸", "mixed digits are a day"


def test_text_from_word_is_cleaned_before_the_eyes(secretary: Secretary) -> None:
    driver = secretary.driver
    pasted = QMimeData()
    pasted.setHtml("<p dir=RTL><b>مصوبه&nbsp;ي</b> كميته\u200f</p>")
    pasted.setText("مصوبه\u00a0ي كميته\u200f\u0007 در سال ۱۴۰۲")
    QApplication.clipboard().setMimeData(pasted)
    secretary.clause("")
    driver.press("Ctrl+V")
    line = QApplication.focusWidget()
    assert isinstance(line, QTextEdit)
    assert line.toPlainText() == "مصوبه ی کمیته در سال ۱۴۰۲"
    assert "<" not in line.toPlainText()
    driver.press("Ctrl+Enter")
    assert "مصوبه ی کمیته در سال ۱۴۰۲" in driver.writings()
