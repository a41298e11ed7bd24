"""A correction from the signed paper to its own, and one that is dropped, with the keyboard alone.

``DABIR_PICTURES=FOLDER`` keeps a picture of every step.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit, QWidget

from tests.journeys.conftest import Begin
from tests.journeys.driver import SIZE, Driver, word_on
from tests.journeys.hands import NotThere
from tests.journeys.paper import Paper
from tests.journeys.secretary import LATIN_PLACES
from tests.whole import deciding

MEETING = "جلسهٔ چهارم"
REASON = "محل و ساعت پایان جلسه نادرست نوشته شده بود"
WHY = "ایراد وارد نبود"
PLACE = "تالار شورای استانداری"
PICTURES = os.environ.get("DABIR_PICTURES", "")
FARTHEST = 120
SMALL = (960, 540)
# what stands beside the paper in the wide window has to be scrolled to, or opened as a drawer, in the small one
SIZES = deciding([SIZE, SMALL], [SMALL])


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    if found is None:
        raise NotThere("nothing has the keyboard")
    return found


def names(widget: QWidget) -> tuple[str, str, str]:
    return widget.objectName(), widget.accessibleName(), word_on(widget)


def walk(driver: Driver, until: Callable[[QWidget], bool], what: str, key: str = "Tab") -> QWidget:
    """Press a key until what is looked for has the keyboard and can be seen."""
    passed = []
    for _step in range(FARTHEST):
        here = focused()
        if until(here):
            assert not here.visibleRegion().isEmpty(), f"{what} has the keyboard and cannot be seen"
            return here
        passed.append(" | ".join(names(here)))
        driver.press(key)
    raise NotThere(f"{what} is not reached with {key}; passed {passed[:40]}")


def walk_to(driver: Driver, name: str, key: str = "Tab") -> QWidget:
    """To the control of this name."""
    return walk(driver, lambda here: name in names(here), name, key)


class Hands:
    """The program and its keyboard; nothing here has a pointer."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def answer(self, *chords: str, text: str = "") -> None:
        """The next dialog is answered where its keyboard stands."""

        def answer(dialog: QWidget) -> None:
            self.photograph(dialog)
            if text:
                assert isinstance(focused(), QTextEdit), "the reason has the keyboard at once"
                self.driver.keyboard.write(text)
            self.driver.keyboard.press(*chords)

        self.driver.attendant.will_answer(answer)

    def photograph(self, dialog: QWidget) -> None:
        """A dialog, where pictures are wanted."""
        if PICTURES:
            self.driver.taken += 1
            dialog.grab().save(str(Path(PICTURES) / f"{self.driver.taken:02}-dialog.png"))

    def to_signed_paper(self) -> None:
        driver = self.driver
        driver.press("Ctrl+2")
        driver.open_row(MEETING)
        self.to_paper()

    def to_paper(self) -> None:
        driver = self.driver
        driver.press("Ctrl+P")
        driver.wait(lambda: driver.window.page() == "paper", "the paper")
        driver.wait(lambda: driver.find("printButton").isEnabled(), "its pages")

    def begin_correction(self) -> None:
        driver = self.driver
        walk_to(driver, "amend")
        driver.picture("signed")
        self.answer("Ctrl+Enter", text=REASON)
        driver.press("Space")
        driver.wait(lambda: driver.window.page() == "minutes_editor", "the draft")
        assert driver.reads("این پیش‌نویس اصلاحیهٔ شمارهٔ ۱ است")
        driver.picture("begun")

    def correct_text(self) -> None:
        """A word of the last resolution."""
        driver = self.driver
        walk(driver, lambda here: "سواد فضای مجازی" in here.accessibleName() and "Bar" in here.objectName(), "the item")
        driver.press("Space")
        walk(driver, lambda here: isinstance(here, QTextEdit) and bool(here.toPlainText()), "its resolution")
        driver.press("Ctrl+End")
        driver.write(" با اولویت روستاها")
        driver.picture("text")

    def correct_facts(self) -> None:
        """Place and end on the meeting's page, where the attendance is corrected, too."""
        driver = self.driver
        driver.press("F6")
        driver.wait(lambda: driver.window.page() == "meeting", "the meeting")
        assert driver.reads("از آنِ پیش‌نویس اصلاحیهٔ شمارهٔ ۱ است")
        driver.press("Up")
        driver.write(LATIN_PLACES["م"])
        driver.picture("meeting")
        driver.press("Ctrl+E", "Ctrl+A")
        driver.write(PLACE)
        driver.picture("facts")
        walk_to(driver, "endedEdit")
        driver.press("Ctrl+A")
        driver.write("1315")
        driver.press("Tab")
        driver.picture("facts-done")
        driver.press("F6")
        driver.wait(lambda: driver.window.page() == "minutes_editor", "the draft again")
        driver.picture("draft-again")

    def choose_in_menu(self, *words: str) -> None:
        """Through a menu and its submenus with the arrows."""
        for word in words:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            for _step in menu.actions():
                chosen = menu.activeAction()
                if chosen is not None and chosen.text().split("\t")[0] == word:
                    break
                self.driver.press("Down")
            self.driver.press("Left" if word != words[-1] else "Enter")

    def read_out(self) -> None:
        driver = self.driver
        driver.press("F7")
        driver.wait(lambda: driver.sees("readingText"), "the reading")
        driver.picture("reading")
        driver.press(*["PgDown"] * 12)
        driver.press("Ctrl+Enter")
        driver.wait(lambda: not driver.sees("readingText"), "the end of the reading")


@pytest.fixture
def hands(begin: Begin, request: pytest.FixtureRequest) -> Hands:
    """The program in a window of the asked size."""
    driver = begin(size=getattr(request, "param", SIZE))
    driver.pictures = Path(PICTURES) if PICTURES else None
    return Hands(driver)


@pytest.mark.parametrize("hands", SIZES, indirect=True, ids=["wide", "small"])
def test_a_correction_from_the_signed_paper_to_its_own(hands: Hands, tmp_path: Path) -> None:
    driver = hands.driver
    hands.to_signed_paper()
    hands.begin_correction()
    hands.correct_text()
    hands.correct_facts()
    hands.read_out()
    walk_to(driver, "finalise")
    hands.answer("Enter")
    driver.press("Space")
    driver.wait_for_words("اصلاحیهٔ شمارهٔ ۱ نهایی شد")
    assert not driver.reads("جلسهٔ آینده:")
    driver.picture("final")
    driver.press("Space")
    driver.wait(lambda: driver.window.page() == "paper", "the paper of the correction")
    driver.wait(lambda: driver.find("printButton").isEnabled(), "its pages")
    driver.picture("paper")
    driver.press("Ctrl+P")
    driver.wait_for_words("به چاپگر رفت")
    driver.attendant.will_save_as(tmp_path / "اصلاحیه.pdf")
    driver.press("Ctrl+S")
    driver.wait((tmp_path / "اصلاحیه.pdf").exists, "the file")
    paper = Paper(tmp_path / "اصلاحیه.pdf")
    assert paper.has("تغییرها")
    for words in (PLACE, "با اولویت روستاها", "غایب موجه", "مشخصات جلسه: محل"):
        assert paper.has(words), words
    driver.press("F6")
    driver.wait(lambda: driver.window.page() == "minutes_editor", "the final correction")
    walk_to(driver, "more")
    driver.press("Space")
    hands.choose_in_menu("نسخه‌ها", "نسخهٔ ۱ – دارای اصلاحیه")
    driver.wait(lambda: driver.reads("این نسخه اصلاحیه دارد"), "the signed version")
    hands.to_paper()
    assert driver.reads("دارای اصلاحیه")
    driver.picture("signed-version")
    walk(driver, lambda here: word_on(here) == "دیدن اصلاحیه", "the way to the correction")
    driver.press("Space")
    driver.wait(lambda: driver.window.page() == "minutes_editor", "the correction")
    assert driver.reads("نسخهٔ ۲ – نهایی")


@pytest.mark.parametrize("hands", SIZES, indirect=True, ids=["wide", "small"])
def test_a_correction_that_is_dropped(hands: Hands) -> None:
    driver = hands.driver
    hands.to_signed_paper()
    hands.begin_correction()
    hands.correct_text()
    hands.correct_facts()
    walk(driver, lambda here: word_on(here) == "کنار گذاشتن اصلاحیه…", "the dropping")
    hands.answer("Ctrl+Enter", text=WHY)
    driver.press("Space")
    driver.wait_for_words("پیش‌نویس اصلاحیهٔ شمارهٔ ۱ کنار گذاشته شد")
    driver.picture("dropped")
    assert "با اولویت روستاها" not in "".join(driver.writings())
    assert word_on(focused()) == "دیدن برگه"
    driver.press("Space")
    driver.wait(lambda: driver.window.page() == "paper", "the signed paper")
    driver.wait(lambda: driver.find("printButton").isEnabled(), "its pages")
    walk_to(driver, "amend")
    assert driver.reads(WHY)
    driver.picture("signed-again")
    driver.press("F6", "F6")
    driver.wait(lambda: driver.window.page() == "meeting", "the meeting")
    assert not driver.reads(PLACE)
