"""The page of backups over data that are only looked at: it offers no first backup that its button would not make."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.text.office import backups as words
from desktop_app.views.backups.backups_page import BackupsPage
from tests.shown import texts


def test_no_first_backup_is_offered_where_none_can_be_made(qtbot: QtBot) -> None:
    page = BackupsPage()
    qtbot.addWidget(page)
    page.show_rows(())
    page.show()
    assert words.EMPTY_WHY in texts(page)
    page.set_writable(False)
    assert not page.ui.make.isEnabled()
    assert words.EMPTY_WHY not in texts(page)
    assert {words.EMPTY_LOOKED_AT, words.EMPTY_LOOKED_AT_WHY} <= set(texts(page))
