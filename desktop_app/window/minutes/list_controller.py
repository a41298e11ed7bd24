"""Controller of the list of minutes, which also opens the paper of the chosen minutes."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject

from desktop_app.domain.outcome import Changed
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.window.kit.destinations import OpenPaper
from desktop_app.window.kit.list_controller import ListController, ListReads
from desktop_app.window.kit.record_list_page import RecordListPage

READS: Final = ListReads.of(lists.MINUTES, Changed.MEETINGS | Changed.MINUTES | Changed.FILES)


class MinutesListController(ListController):
    """Controller of the list of minutes; also opens the paper of the chosen minutes."""

    def __init__(self, page: RecordListPage[Any], context: Context, parent: QObject | None = None) -> None:
        super().__init__(page, context, READS, parent)
        page.act_requested.connect(self._lead)

    def _lead(self, key: str) -> None:
        chosen = self.page.chosen_id()
        if key == "paper" and chosen:
            self.navigated.emit(OpenPaper(chosen))
