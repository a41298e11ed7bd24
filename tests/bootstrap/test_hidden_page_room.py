"""Room of a page that was hidden while the window grew."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.window.months.page import MeetingsPage
from tests.bootstrap.conftest import Start


def test_the_months_have_their_room_also_where_the_window_grew_while_they_were_hidden(
    start: Start, demo_folder: Path
) -> None:
    run = start(demo_folder)
    run.verified()
    screens = run.opening.screens
    assert screens is not None
    run.window.show_notice("پیام", "متن پیام " * 12, "دیدم")
    screens.open("meetings")
    run.window.resize(960, 540)
    QApplication.processEvents()
    screens.open("settings")
    QApplication.processEvents()
    run.window.resize(1280, 720)
    QApplication.processEvents()
    screens.open("meetings")
    QApplication.processEvents()
    page = screens.screen("meetings").page
    assert isinstance(page, MeetingsPage)
    ledger = page.ui.ledger
    assert ledger.height() == ledger.heightForWidth(ledger.width())
