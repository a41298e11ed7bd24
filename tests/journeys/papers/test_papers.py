"""Papers and reports with keys and pointer: the monthly report saved, a letter for Word, and a long book given up."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.printing.paper_renderer import PaperRenderer
from desktop_app.words import papers as words
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary
from tests.printing.oracles import extractors
from tests.whole import deciding


def choose(driver: Driver, kind: PaperKind) -> None:
    """From the kind that has the keyboard, walk to another one and take it."""
    kinds = [one for _heading, ones in words.GROUPS for one in ones]
    focused = driver.app.focusWidget()
    assert focused is not None
    at = kinds.index(focused.objectName().removeprefix("kind_"))
    steps = kinds.index(kind.value) - at
    driver.press(*["Down" if steps > 0 else "Up"] * abs(steps), "Space")
    driver.wait(lambda: driver.sees(f"kind_{kind.value}"), kind.value)


# a Persian chord has the filter of keys on its way besides all that a Latin one has
@pytest.mark.parametrize("persian", deciding([False, True], [True]), ids=["latin", "persian"])
def test_the_monthly_report_is_looked_at_and_saved(begin: Begin, tmp_path: Path, persian: bool) -> None:
    driver = begin(persian=persian)
    driver.press("Ctrl+6")
    choose(driver, PaperKind.MONTHLY_REPORT)
    driver.wait_for_words("صفحهٔ ۱ از ۳")
    assert "فروردین ۱۴۰۲" in driver.writings()
    target = tmp_path / "گزارش فروردین.pdf"
    driver.attendant.will_save_as(target)
    driver.press("Ctrl+S")
    driver.wait_for_words("گزارش فروردین.pdf")
    text = extractors.plain(extractors.pdftotext(target.read_bytes(), tmp_path))
    assert "گزارش ماهانه، فروردین ۱۴۰۲" in text
    assert "نمونه" in text


def test_a_letter_is_written_shown_and_saved_for_word(driver: Driver, tmp_path: Path) -> None:
    driver.click("برگه‌ها و گزارش‌ها")
    driver.click("kind_letter")
    driver.wait_for_words("نامه متنی ندارد.")
    driver.fill("to", "دکتر ستوده‌منش")
    driver.fill("text", "به پیوست فهرست روستاها فرستاده می‌شود.", leave="")
    driver.wait_for_words("صفحهٔ ۱ از ۱")
    target = tmp_path / "نامه.docx"
    driver.attendant.will_save_as(target)
    driver.press("Ctrl+Shift+S")
    driver.wait_for_words("نامه.docx")
    assert target.read_bytes()[:2] == b"PK"


def test_a_long_book_that_is_given_up_leaves_no_file(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, over = threading.Event(), threading.Event()

    def slow(
        _room: PaperRenderer, _kind: object, _paper: object, _profile: object = None, told: object = None
    ) -> bytes:
        assert callable(told)
        # as long as it takes: a slow machine must not see the end of it
        while not over.wait(0.02):
            told(1, 600)
            begun.set()
        told(1, 600)  # where it is stopped, if it was given up since the last turn
        raise AssertionError("nobody stopped it")

    monkeypatch.setattr(PaperRenderer, "make", slow)
    target = tmp_path / "دفتر.pdf"
    driver.press("Ctrl+6")
    choose(driver, PaperKind.YEAR_BOOK)
    driver.wait_for_words(words.LONG)
    driver.attendant.will_save_as(target)
    driver.press("Ctrl+S")
    driver.wait_for_words("از ۶۰۰")
    driver.click("انصراف")
    driver.wait_for_words(words.CANCELLED)
    over.set()
    assert begun.is_set()
    assert list(tmp_path.glob("*.p*")) == []


def test_a_meeting_leads_to_its_papers_with_the_choice_made(driver: Driver) -> None:
    driver.press("Ctrl+1")
    driver.open_row("جلسهٔ پنجم")
    secretary = Secretary(driver)
    secretary.choose("moreActs", "چاپ برگهٔ حضور و غیاب")
    driver.wait_for_words("صفحهٔ ۱ از")
    assert driver.window.page() == "papers"
    assert any("جلسهٔ ۵" in one for one in driver.writings())


def test_a_notified_paper_leads_to_the_extracts_of_its_meeting(driver: Driver) -> None:
    driver.press("Ctrl+2")
    driver.open_row("جلسهٔ چهارم")
    Secretary(driver).to_paper()
    driver.click("extracts")
    driver.wait(lambda: driver.window.page() == "papers", "the page of papers")
    driver.wait_for_words("صفحهٔ ۱ از")
    assert driver.find("kind_extract").isChecked()  # type: ignore[attr-defined]
    assert any("جلسهٔ ۴" in one for one in driver.writings())


def test_a_resolution_leads_to_its_extract(driver: Driver) -> None:
    driver.press("Ctrl+3")
    driver.open_row("دورهٔ ۱۶ساعتهٔ سواد")
    secretary = Secretary(driver)
    secretary.choose("more", "چاپ ابلاغ")
    driver.wait(lambda: driver.window.page() == "papers", "the page of papers")
    driver.wait_for_words("صفحهٔ ۱ از")
    assert any("۱۴۰۱/۴/۱" in one for one in driver.writings())
