"""Signatures by keys and pointer: all of one press taken back together, until the last one, which is asked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from tests.journeys.conftest import Begin
from tests.journeys.driver import SIZE, Driver, word_on
from tests.journeys.minutes.test_amending import focused
from tests.journeys.month import row_contents
from tests.journeys.secretary import Secretary
from tests.whole import deciding

REASON = "امضاها روی نسخهٔ دیگری بود"
SMALL = (960, 540)


def _at_paper(driver: Driver) -> None:
    driver.press("Ctrl+2")
    driver.open_row("جلسهٔ پنجم")
    Secretary(driver).to_paper()


def _take_back(driver: Driver, ask: Callable[[], object]) -> None:
    driver.attendant.will_write(REASON, "خط زدن امضاها")
    ask()
    driver.wait_for_words("امضا خط زده شد.")


# in the small window the signers are scrolled to; the other journey signs in the wide one
@pytest.mark.parametrize("size", deciding([SIZE, SMALL], [SMALL]), ids=["wide", "small"])
def test_all_of_one_press_is_taken_back_until_the_last_is_recorded(begin: Begin, size: tuple[int, int]) -> None:
    driver = begin(size=size)
    _at_paper(driver)
    assert driver.reads("امضای نسخه‌های اصلی: ۷ و ۷ از ۸")
    driver.click("signer1")
    for _signer in range(3):
        _take_back(driver, lambda: driver.press("Ctrl+Z"))
    assert driver.reads("نسخهٔ اصلی ۱: ۴ از ۸، نسخهٔ اصلی ۲: ۴ از ۸"), "each of three members had signed both in one act"

    driver.click("signAll")
    assert driver.reads("۴ امضا در نسخهٔ اصلی ۱ ثبت شد.")
    assert driver.reads("نسخهٔ اصلی ۱: ۸ از ۸، نسخهٔ اصلی ۲: ۴ از ۸")
    assert driver.reads("نسخهٔ اصلی ۲ در انتظار"), "nobody who signed the first original is waited for in its name"
    assert not driver.reads("نسخهٔ اصلی ۱ در انتظار")
    driver.press("Ctrl+2")
    assert "نسخه‌های اصلی: ۸ و ۴ از ۸" in row_contents(driver, "جلسهٔ پنجم")
    _at_paper(driver)
    assert word_on(driver.find("strikeBatch")).startswith("خط زدن ۴ امضای آخر"), "it is known after leaving, too"
    driver.click("strikeBatch")
    driver.wait_for_words("پس گرفته شد: ثبت امضا")
    assert driver.reads("نسخهٔ اصلی ۱: ۴ از ۸، نسخهٔ اصلی ۲: ۴ از ۸")
    assert focused() is driver.find("strikeBatch"), "what was recorded before can be taken back in its turn"

    driver.click("signer1")
    driver.press("Right")
    driver.click("signAll")
    driver.picture("one-original")
    driver.press("Left")
    driver.attendant.will_leave()
    driver.click("signAll")
    assert driver.attendant.read[-1].title == "امضاهای صورت‌جلسه کامل شود؟"
    assert driver.reads("نسخهٔ اصلی ۱: ۸ از ۸، نسخهٔ اصلی ۲: ۴ از ۸"), "what was left recorded nothing"
    driver.attendant.will_press("ثبت و تکمیل امضاها")
    driver.click("signAll")
    driver.wait_for_words("همهٔ امضاها ثبت شد")
    assert driver.reads("۸ از ۸ امضا در هر ۲ نسخهٔ اصلی")
    assert not driver.sees("strikeBatch")
    asked = len(driver.attendant.read)
    driver.press("Ctrl+Z")
    assert len(driver.attendant.read) == asked
    assert driver.reads("۸ از ۸ امضا در هر ۲ نسخهٔ اصلی"), "what is signed is never struck"


def test_one_press_is_taken_back_from_the_menu_of_a_row(driver: Driver) -> None:
    _at_paper(driver)
    driver.click("signer1")
    driver.press("Shift+F10")
    driver.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu of the row")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    ways = [action.text() for action in menu.actions()]
    assert ways == ["خط زدن این امضا…", "خط زدن ۲ امضایی که با هم ثبت شد…", "نوشتن ملاحظهٔ دست‌نویس…"]
    _take_back(driver, lambda: driver.press("Down", "Down", "Enter"))
    assert driver.reads("نسخهٔ اصلی ۱: ۶ از ۸، نسخهٔ اصلی ۲: ۶ از ۸")
