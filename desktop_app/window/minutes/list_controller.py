"""The list of minutes: a list that leads to the paper of the chosen minutes, too."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.domain.outcome import Changed
from desktop_app.services import lists
from desktop_app.services.context import Context
from desktop_app.window.kit.destinations import OpenMinutes, OpenPaper
from desktop_app.window.kit.list_controller import ListController
from desktop_app.window.minutes.list_page import MinutesListPage

WATCHED = Changed.MEETINGS | Changed.MINUTES | Changed.FILES


class MinutesListController(ListController):
    """Leads to the text of the version that is opened, or to its paper."""

    page: MinutesListPage

    def __init__(self, page: MinutesListPage, context: Context, parent: QObject | None = None) -> None:
        counts, first = lists.minutes_view_counts, page.query()
        super().__init__(page, context, lists.minutes_ids, WATCHED, parent, counts=counts, first=first)
        self.opened.connect(lambda version_id: self.navigated.emit(OpenMinutes(version_id)))
        page.act_requested.connect(self._lead)

    def stand_on(self, record_id: int) -> None:
        """On the row of the version that was shown."""
        self.page.choose(record_id)

    def _lead(self, key: str) -> None:
        chosen = self.page.chosen_id()
        if key == "paper" and chosen:
            self.navigated.emit(OpenPaper(chosen))
