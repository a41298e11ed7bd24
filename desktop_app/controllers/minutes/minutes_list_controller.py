"""The list of minutes: a list that leads to the paper of the chosen minutes, too."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from desktop_app.controllers.lists.list_controller import Counts, Ids, ListController, ListView
from desktop_app.controllers.shell.destinations import OpenMinutes, OpenPaper
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.services.ports import Changed

WATCHED = Changed.MEETINGS | Changed.MINUTES


class MinutesListView(ListView, Protocol):
    """What the list of minutes offers to its controller."""

    act_requested: SignalInstance

    def chosen_id(self) -> int | None:
        """Id of the row under the keyboard."""

    def choose(self, record_id: int) -> bool:
        """Stand on a record; whether it is in the list."""


class MinutesListController(ListController):
    """Leads to the text of the version that is opened, or to its paper."""

    def __init__(
        self, view: MinutesListView, ids: Ids, counts: Counts, first: ListQuery, parent: QObject | None = None
    ) -> None:
        super().__init__(view, ids, WATCHED, parent, counts=counts, first=first)
        self._page = view
        self.opened.connect(lambda version_id: self.navigated.emit(OpenMinutes(version_id)))
        view.act_requested.connect(self._act)

    def stand_on(self, record_id: int) -> None:
        """On the row of the version that was shown."""
        self._page.choose(record_id)

    def _act(self, key: str) -> None:
        chosen = self._page.chosen_id()
        if key == "paper" and chosen is not None:
            self.navigated.emit(OpenPaper(chosen))
