"""When the paper does not come: the minutes stay final, the page says what to do, and the next try is recorded."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.driver import Driver, word_on
from tests.journeys.secretary import Secretary
from tests.systems import not_on_windows


def _at_paper(driver: Driver) -> Secretary:
    secretary = Secretary(driver)
    driver.press("Ctrl+2")
    driver.open_row("جلسهٔ پنجم")
    secretary.to_paper()
    return secretary


def test_without_a_printer_nothing_is_recorded_until_one_is_there(driver: Driver) -> None:
    _at_paper(driver)
    driver.printer.plugged_in = False
    driver.press("Ctrl+P")
    assert driver.reads("چاپگری پیدا نشد")
    assert driver.reads("چاپ در برنامه ثبت نشده"), "it is signed already, so it was printed elsewhere"
    driver.printer.plugged_in = True
    driver.printer.copies = 0
    driver.click("چاپ دوباره")
    assert driver.reads("چاپ در برنامه ثبت نشده"), "the operator declined in the printer's dialog"
    driver.printer.copies = 8
    driver.press("Ctrl+P")
    driver.wait_for_words("در ۸ نسخه به چاپگر رفت.")
    assert driver.reads("۸ برگه")
    assert driver.reads("۲۳ اردیبهشت، ۱۰:۰۰")


@not_on_windows("the dialog itself gives out no name that is too long")
def test_a_name_that_no_disk_takes_is_refused_and_another_may_be_chosen(driver: Driver, tmp_path: Path) -> None:
    secretary = _at_paper(driver)
    driver.attendant.will_save_as(tmp_path / ("صورت‌جلسه " * 20 + ".pdf"))
    driver.press("Ctrl+S")
    driver.wait_for_words("نمی‌توان ساخت. نامی کوتاه‌تر")
    assert list(tmp_path.glob("*.pdf")) == []
    paper = secretary.save_pdf(tmp_path / "صورت‌جلسه ۵.pdf")
    assert paper.has("صورت‌جلسهٔ شمارهٔ ۵")
    assert driver.reads("صورت‌جلسه ۵.pdf")


def test_when_one_original_is_signed_the_keyboard_is_where_the_other_is_near(driver: Driver) -> None:
    _at_paper(driver)
    driver.find("signAll").setFocus()
    driver.press("Space")
    assert driver.reads("نسخهٔ اصلی ۱: ۸ از ۸")
    driver.press("Left")
    assert word_on(driver.find("signAll")).startswith("همهٔ امضاهای نسخهٔ اصلی ۲")
