"""Words that were told are corrected: the units are told again, and the letter follows the first, with the keyboard."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop_app.wiring import view_office
from tests.journeys.driver import Driver
from tests.journeys.minutes.test_amending import Hands, hands, walk_to
from tests.journeys.minutes.test_wording_in_force import NUMBER, word_otherwise
from tests.journeys.paper import Paper
from tests.journeys.secretary import Secretary

__all__ = ["hands"]
LETTER = "۲۰۷/ص"


def letters(driver: Driver) -> list[str]:
    """The letters by which the resolution was notified, read beside the window."""
    with closing(view_office(driver.folder, driver.clock)) as office, office.context.read() as work:
        (resolution,) = work.resolutions.where(number=NUMBER)
        return [act.letter_number for act in work.resolution_acts.where(resolution_id=resolution.id)]


def correct(hands: Hands) -> None:
    """Words that were told are corrected, and the correction is final."""
    driver = hands.driver
    hands.begin_correction()
    word_otherwise(hands)
    hands.read_out()
    walk_to(driver, "finalise")
    hands.answer("Enter")
    driver.press("Space")
    driver.wait_for_words("اصلاحیهٔ شمارهٔ ۱ نهایی شد")
    driver.press("Space")
    driver.wait(lambda: driver.window.page() == "paper", "the paper of the correction")
    driver.wait(lambda: driver.find("printButton").isEnabled(), "its pages")


def sign(driver: Driver) -> None:
    """Every pen on both originals."""
    driver.click("signer1")
    driver.click("signAll")
    driver.press("Left")
    driver.attendant.will_press("ثبت و تکمیل امضاها")
    driver.click("signAll")
    driver.wait_for_words("همهٔ امضاها ثبت شد")


def test_corrected_words_are_signed_notified_and_sent_with_the_letter_that_they_follow(
    hands: Hands, tmp_path: Path
) -> None:
    driver = hands.driver
    hands.to_signed_paper()
    assert not driver.reads("ابلاغ اصلاحی")
    (first,) = letters(driver)
    assert first
    correct(hands)
    sign(driver)
    driver.press("Ctrl+3")
    driver.wait_for_words("۱ مصوبه پس از اصلاحیه در انتظار ابلاغ است")
    driver.picture("among_all")
    driver.press("Alt+Left")
    driver.wait(lambda: driver.window.page() == "paper", "the paper of the correction")
    driver.wait(lambda: driver.find("printButton").isEnabled(), "its pages")
    walk_to(driver, "notify")
    assert driver.reads("ابلاغ اصلاحی ۱ مصوبه")
    driver.picture("waiting")
    driver.press("Space")
    assert driver.reads("با نسخهٔ ۲ اصلاح شده است")
    driver.write(LETTER)
    driver.picture("form")
    driver.press("Enter")
    driver.wait_for_words("ابلاغ شد")
    assert not driver.reads("ابلاغ اصلاحی ۱ مصوبه")
    assert letters(driver) == [first, LETTER]
    driver.picture("notified")
    driver.click("extracts")
    driver.wait(lambda: driver.window.page() == "papers", "the letters")
    driver.wait_for_words("صفحهٔ ۱ از")
    paper = Secretary(driver).save_pdf(tmp_path / "ابلاغ.pdf")
    assert isinstance(paper, Paper)
    assert paper.has("ابلاغ اصلاحی مصوبهٔ")
    assert paper.has(f"پیرو نامهٔ شمارهٔ {first}")
    assert paper.has(LETTER)
    driver.picture("letters")
    driver.press("Ctrl+3")
    driver.wait(lambda: driver.window.page() == "resolutions", "the list")
    assert not driver.reads("پس از اصلاحیه در انتظار ابلاغ است")
