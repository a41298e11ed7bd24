"""The keeper of drafts, wired to the open office."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.controllers.shell.draft_keeper import DraftKeeper
from desktop_app.controllers.shell.refused_texts import RefusedTexts
from desktop_app.services.office.typed_drafts import DraftsOfRun
from desktop_app.wiring import Office


def draft_keeper(window: QWidget, office: Office, drafts: DraftsOfRun, parent: QObject) -> DraftKeeper:
    """The keeper, told of every act of the office."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keeper = DraftKeeper(app, window, drafts.keep, parent)
    RefusedTexts(keeper, keeper)
    office.folder.watch_acts(keeper)
    return keeper
