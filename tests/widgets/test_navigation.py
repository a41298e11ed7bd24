"""The way around, the steps of a meeting, and the line at the foot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.feedback.status_line import StatusLine
from desktop_app.widgets.feedback.stepper import SideState, StateStep, Stepper
from desktop_app.widgets.shell.navigation import Navigation, NavigationPage
from tests.widgets.typing import press

PAGES = (
    NavigationPage("desk", "میز کار", "layout-dashboard", 0, "Ctrl+1"),
    NavigationPage("meetings", "جلسه‌ها", "calendar-days", 0, "Ctrl+2"),
    NavigationPage("members", "اعضا و واحدها", "users", 1),
    NavigationPage("help", "راهنما", "book-open", shortcut="F1", at_foot=True),
)


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    made = Navigation()
    qtbot.addWidget(made)
    made.set_pages(PAGES)
    return made


def test_navigation_shows_only_its_pages_and_says_what_waits(navigation: Navigation) -> None:
    assert [row.text() for row in navigation.rows()] == [page.label for page in PAGES]
    navigation.set_count("desk", 6)
    navigation.set_count("meetings", 4, late=2)
    assert navigation.row("desk").accessibleName() == "میز کار، ۶ در انتظار"
    assert navigation.row("meetings").accessibleName() == "جلسه‌ها، ۲ معوق"
    navigation.set_pages(PAGES[:1])
    assert len(navigation.rows()) == 1


def test_navigation_is_walked_and_opened_by_keys(navigation: Navigation) -> None:
    told: list[str] = []
    navigation.page_chosen.connect(told.append)
    navigation.set_current("desk")
    assert told == []
    navigation.row("desk").setFocus()
    press(navigation.row("desk"), Qt.Key.Key_Down)
    assert navigation.focusWidget() is navigation.row("meetings")
    press(navigation.row("meetings"), Qt.Key.Key_Return)
    assert told == ["meetings"]
    assert navigation.current() == "desk", "the page that shows is marked, and leaving it may be refused"
    next(action for action in navigation.actions() if action.shortcut().toString() == "F1").trigger()
    assert told == ["meetings", "help"]


def test_one_page_is_marked_at_a_time(navigation: Navigation) -> None:
    for key in ("desk", "meetings", "desk"):
        navigation.set_current(key)
        marked = [one for one in ("desk", "meetings") if navigation.row(one).isChecked()]
        assert marked == [key]


def test_navigation_folds_below_1360(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    navigation = Navigation(window)
    navigation.set_pages(PAGES)
    window.resize(1440, 800)
    window.show()
    assert not navigation.is_folded()
    window.resize(1280, 720)
    QCoreApplication.processEvents()
    assert navigation.is_folded()
    assert navigation.width() == 60
    assert "میز کار" in navigation.row("desk").toolTip()
    assert "Ctrl+1" in navigation.row("desk").toolTip()
    window.resize(1440, 800)
    QCoreApplication.processEvents()
    assert not navigation.is_folded()


def test_the_saved_state_is_read_and_heard(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_saved("همهٔ تغییرها ذخیره شده است")
    line.set_saved("پیش‌نویس ذخیره شد")
    assert line.text() == "پیش‌نویس ذخیره شد"
    assert line.accessibleName() == "پیش‌نویس ذخیره شد"


def test_a_stepper_says_where_it_stands_also_in_a_side_state(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    steps = [StateStep("پیش‌نویس", "۲ اردیبهشت"), StateStep("دعوت‌شده"), StateStep("برگزارشده")]
    stepper.show_steps(steps, 1)
    assert stepper.accessibleName() == "مرحلهٔ ۲ از ۳: دعوت‌شده"
    stepper.show_steps(steps, 1, SideState("به‌تعویق‌افتاده", "تا ۲۰ خرداد"))
    assert "به‌تعویق‌افتاده" in stepper.accessibleName()
    stepper.show_steps(steps, 3)
    assert "مرحلهٔ ۳ از ۳" in stepper.accessibleName()
    stepper.resize(200, 50)
    stepper.grab()


def test_tab_comes_to_the_row_of_the_page_that_shows(navigation: Navigation) -> None:
    navigation.set_current("members")
    reached = [row.text() for row in navigation.rows() if row.focusPolicy().value & Qt.FocusPolicy.TabFocus.value]
    assert reached == ["اعضا و واحدها"]
