"""The keeper of drafts, wired to the open office."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.controllers.draft_keeper import DraftKeeper
from desktop_app.services.typed_drafts import keep_drafts
from desktop_app.wiring import Office


def draft_keeper(window: QWidget, office: Office, parent: QObject) -> DraftKeeper:
    """The keeper, told of every act of the office."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keeper = DraftKeeper(app, window, partial(keep_drafts, office.drafts), parent)
    office.folder.watch_acts(keeper)
    return keeper
