"""The operator's acts on the pages, each by keys and pointer: to attend, write, read out, finalise and print."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.window.minutes.fates import FateRow
from desktop_app.window.minutes.new_line import PhraseArea
from desktop_app.window.minutes.strip import GuardButton
from tests.journeys.driver import Driver, word_on
from tests.journeys.hands import PLAIN, NotThere
from tests.journeys.paper import Paper

LATIN_PLACES: Final = {"ح": "p", "و": ",", "ج": "[", "م": "l", "غ": "y", "ت": "j"}
"""Which key of a Latin keyboard has the letter of an attendance."""


class Secretary:
    """Whoever sits before the program."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self._drawer_open = False

    # ---- the meeting

    def open_meeting(self, name: str) -> None:
        """From the list of meetings to the page of one."""
        self.driver.press("Ctrl+1")
        self.driver.open_row(name)
        self.driver.wait(lambda: self.driver.window.page() == "meeting", "the page of the meeting")

    def send_invitations(self) -> None:
        """Record that the letters to all who wait went out today."""
        self.driver.click("recordSending")
        self.driver.wait(lambda: self.driver.sees("wayEdit"), "the form of a sending")
        self.driver.press("Ctrl+Enter")

    def begin(self) -> None:
        """Start the clock of the meeting; the keyboard goes to the first seat."""
        self.driver.click("act_begin")

    def mark(self, letters: str) -> None:
        """Mark seats one after the other, by the letter's own key on whichever keyboard."""
        for letter in letters:
            self.driver.write(letter if self.driver.keyboard.persian else LATIN_PLACES[letter])

    def substitute(self, name: str, letter: str, day: str) -> None:
        """Mark the seat as held by another, with the letter that introduces him."""
        self.mark("ج")
        self.driver.write(name)
        self.driver.press("Tab")
        self.driver.write(letter)
        self.driver.press("Tab")
        self.driver.write(day)
        self.driver.press("Enter")

    def quorum(self) -> str:
        """What the band says."""
        return self.driver.find("quorumBand").accessibleName()

    def walk_agenda(self, minutes: int) -> None:
        """Begin and end each item of the agenda in turn."""
        rows = [one for one in self.driver.visible() if isinstance(one, ItemRow)]
        items = [row for row in rows if "بند " in row.accessibleName()]
        self.driver.click(items[0])
        for _item in items:
            self.driver.press("Space")
            self.driver.clock.move_on(minutes)
            self.driver.press("Space", "Down")

    def end(self, hour: str) -> None:
        """End the session, and say so once more."""
        self.driver.clock.move_to(hour)
        self.driver.attendant.will_press("پایان جلسه")
        self.driver.click("act_end")

    # ---- the minutes

    def to_minutes(self) -> None:
        """From the meeting to its minutes."""
        self.driver.press("F6")
        self.driver.wait(lambda: self.driver.window.page() == "minutes_editor", "the minutes")

    def guards(self) -> dict[str, str]:
        """The strip «تا نهایی‌سازی»: each guard's key and its word."""
        found = [one for one in self.driver.visible() if isinstance(one, GuardButton)]
        return {one.objectName().removeprefix("guard_"): one.text() for one in found}

    def say(self, speaker: str, text: str) -> None:
        """A contribution: a part of the speaker's name, Tab for the rest of it, and what was said."""
        self.driver.click(self._new_line("newSaid"))
        self.driver.write(speaker)
        self.driver.press("Tab")
        self.driver.write(text)
        self.driver.press("Enter")

    def clause(self, text: str) -> None:
        """A clause on the line for a new one."""
        if self._drawer_open and self.driver.sees("inspector"):
            self.driver.press("F9")
        self._drawer_open = False
        self.driver.click(self._new_line("newClause"))
        self.driver.write(text)
        self.driver.press("Ctrl+Enter")

    def resolution(self, text: str, executor: str, owner: str, cooperating: str = "") -> None:
        """A clause turned into a resolution, with parts of the names typed and taken from what is offered."""
        self.clause(text)
        self.driver.press("Up", "Ctrl+M")
        if not self.driver.sees("executor"):
            # a narrow window keeps the inspector in a drawer that lies over the paper
            self.driver.press("F9")
            self._drawer_open = True
        self.pick("executor", executor)
        if cooperating:
            self.pick("cooperating", cooperating)
        self.pick("owner", owner)

    def pick(self, field: str, part: str) -> None:
        """Type a part of a name, go to the one that is offered, take it."""
        self.driver.click(field)
        self.driver.press("Ctrl+A", "Delete")
        self.driver.write(part)
        self.driver.press("Down", "Enter")

    def deadline(self, typed: str) -> None:
        """A day, typed in whichever form, and left."""
        day = self._day_line()
        if day is None:
            self.driver.click("تاریخ")
        else:
            self.driver.click(day)
            self.driver.press("Ctrl+A", "Delete")
        self.driver.write(typed)
        self.driver.press("Tab")

    def deadline_text(self) -> str:
        """What stands in the field of the day."""
        return self.driver.find_kind(JalaliDateEdit, "deadlineDay").text()

    def read_out(self, pieces: int, *, ending: str = "", mended_piece: int = 0) -> None:
        """The reading step from piece to piece; at one of them the last word is mended."""
        self.driver.press("F7")
        self.driver.wait(lambda: self.driver.sees("readingText"), "the reading")
        for piece in range(1, pieces + 1):
            if piece == mended_piece:
                self.driver.click("readingText")
                self.driver.press("Ctrl+End", "Backspace")
                self.driver.write(ending)
            if piece < pieces:
                self.driver.press("PgDown")
        self.driver.press("Ctrl+Enter")
        self.driver.wait(lambda: not self.driver.sees("readingText"), "the end of the reading")

    def finalise(self) -> str:
        """Make the minutes final, and say so once more; what the band says then."""
        self.driver.attendant.will_press("نهایی‌سازی")
        self.driver.click("finalise")
        self._carry_over()
        return self.driver.find("band").accessibleName()

    def _carry_over(self) -> None:
        """Answer what becomes of each item without text, if it is asked: the next meeting."""
        rows = [one for one in self.driver.visible() if isinstance(one, FateRow)]
        if not rows:
            return
        self.driver.press(*("1" for _row in rows))
        self.driver.press("Ctrl+Enter")

    # ---- the paper

    def to_paper(self) -> None:
        """Preview, until the pages are on screen."""
        self.driver.press("Ctrl+P")
        self.driver.wait(lambda: self.driver.window.page() == "paper", "the paper")
        self.driver.wait(lambda: self.driver.find("printButton").isEnabled(), "its pages")

    def save_pdf(self, file: Path) -> Paper:
        """Save the PDF where the system's dialog is told to."""
        self.driver.attendant.will_save_as(file)
        self.driver.press("Ctrl+S")
        self.driver.wait(file.exists, "the saved file")
        return Paper(file)

    def reopen(self, reason: str) -> None:
        """Re-open final minutes before the first signature."""
        self.driver.attendant.will_write(reason, "بازگشایی")
        self.choose("more", "بازگشایی پیش از امضا…")
        self.driver.wait(lambda: self.driver.sees("finalise"), "the next version")

    def choose(self, button: QWidget | str, *words: str) -> None:
        """Open a menu with its button, go through submenus, and click the words."""
        self.driver.click(button)
        for word in words:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                raise NotThere("no menu has come up")
            place = menu.actionGeometry(_action(menu, word)).center()
            QTest.mouseClick(menu.windowHandle(), Qt.MouseButton.LeftButton, PLAIN, place)
            self.driver.settle()

    def _new_line(self, kind: str) -> QWidget:
        lines = [
            one for one in self.driver.visible() if isinstance(one, PhraseArea) and one.objectName().startswith(kind)
        ]
        if len(lines) != 1:
            raise NotThere(f"{len(lines)} lines {kind}")
        return lines[0]

    def _day_line(self) -> QWidget | None:
        days = [one for one in self.driver.visible() if isinstance(one, JalaliDateEdit)]
        return next((day.line() for day in days if day.objectName() == "deadlineDay"), None)


def _action(menu: QMenu, word: str) -> QAction:
    found = [one for one in menu.actions() if one.text().split("\t")[0] == word]
    if len(found) != 1:
        raise NotThere(f"{len(found)} times «{word}» among {[one.text() for one in menu.actions()]}")
    return found[0]


def words_under(widget: QWidget) -> str:
    """Every word inside a control."""
    return "\n".join(word_on(one) for one in widget.findChildren(QWidget) if one.isVisible() and word_on(one))
