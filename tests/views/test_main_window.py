"""The window round the pages: what it shows, whom it asks before it closes, and how it comes to the front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.shell.navigation import NavigationPage
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.words import shell as words

PAGES = (
    NavigationPage("one", "یکم", "file-text", shortcut="Ctrl+1"),
    NavigationPage("two", "دوم", "gavel", shortcut="Ctrl+2"),
)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_navigation(PAGES)
    for key in ("one", "two", "deep"):
        made.add_page(key, QLabel(key))
    made.show()
    return made


def test_before_the_data_are_there_it_says_that_it_opens_them(qtbot: QtBot) -> None:
    made = MainWindow()
    qtbot.addWidget(made)
    assert made.ui.status.text() == words.OPENING
    assert made.page() == ""
    assert made.windowTitle() == words.BRAND
    assert made.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_page_shows_with_its_row(window: MainWindow) -> None:
    window.show_page("two")
    assert (window.page(), window.ui.navigation.current()) == ("two", "two")
    window.show_page("deep", "one")
    assert (window.page(), window.ui.navigation.current()) == ("deep", "one")


def test_a_row_that_is_chosen_is_told(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_chosen) as chosen:
        window.ui.navigation.row("two").click()
    assert chosen.args == ["two"]


def test_clearing_takes_every_page_and_way_away(window: MainWindow) -> None:
    window.set_may_close(lambda: False)
    window.clear()
    assert window.page() == ""
    assert window.ui.navigation.rows() == []
    assert window.ui.pages.count() == 0
    window.show_waiting("در حال ساختن", "چند ثانیه درنگ کنید.")
    assert window.ui.pages.count() == 1
    assert window.close(), "who was asked before is gone with the pages"


def test_it_closes_only_when_it_may(qtbot: QtBot, window: MainWindow) -> None:
    window.set_may_close(lambda: False)
    with qtbot.assertNotEmitted(window.closed):
        assert not window.close()
    assert window.isVisible()
    window.set_may_close(lambda: True)
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_a_minimised_window_comes_up_again(window: MainWindow) -> None:
    window.showMinimized()
    window.raise_up()
    assert not window.isMinimized()
    assert window.isVisible()


def test_a_sample_is_named_as_one(window: MainWindow) -> None:
    window.show_sample(True)
    assert words.SAMPLE in window.windowTitle()
    window.show_sample(False)
    assert window.windowTitle() == words.BRAND


def test_messages_stand_above_and_at_the_foot(window: MainWindow) -> None:
    window.show_band(words.VIEW_ONLY, words.VIEW_ONLY_WHY, Tone.WARNING)
    window.show_saved(words.SAVED)
    assert window.band.title() == words.VIEW_ONLY
    assert window.ui.status.text() == words.SAVED


def test_a_notice_that_was_seen_gives_the_keyboard_back_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    page, fields = QWidget(), (QLineEdit(), QLineEdit())
    column = QVBoxLayout(page)
    for one in fields:
        column.addWidget(one)
    window.add_page("form", page)
    window.show_page("form")
    window.activateWindow()
    fields[1].setFocus()
    notice = window.show_notice("یک", "دو", "دیدم")
    button = notice.action_button()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is fields[1], "where it was typed"
    notice = window.show_notice("یک", "دو", "دیدم")
    fields[1].hide()
    notice.action_button().setFocus()
    notice.action_button().click()
    assert window.focusWidget() is fields[0], "what had it is gone"


def test_a_notice_that_leads_on_stays_until_its_other_button_says_that_it_was_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    notice = window.show_notice("یک", "دو", "دیدم", Tone.WARNING, leads_on="جزئیات")
    gone: list[bool] = []
    notice.destroyed.connect(lambda: gone.append(True))
    with qtbot.waitSignal(notice.action_requested):
        notice.action_button().click()
    assert notice.isVisible()
    assert notice.action_button().text() == "جزئیات"
    notice.second_button().click()
    qtbot.waitUntil(lambda: gone == [True])
