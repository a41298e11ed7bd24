"""The list of minutes: a list that leads to the paper of the chosen minutes, too."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop_app.controllers.list_controller import Counts, Ids, ListController, ListView
from desktop_app.domain.listing import ListQuery
from desktop_app.services.ports import Changed

WATCHED = Changed.MEETINGS | Changed.MINUTES


class MinutesListView(ListView, Protocol):
    """What the list of minutes offers to its controller."""

    act_requested: SignalInstance

    def chosen_id(self) -> int | None:
        """Id of the row under the keyboard."""


class MinutesListController(ListController):
    """`opened` carries the version whose text is wanted, `paper_requested` the one whose paper is."""

    paper_requested = Signal(int)

    def __init__(
        self, view: MinutesListView, ids: Ids, counts: Counts, first: ListQuery, parent: QObject | None = None
    ) -> None:
        super().__init__(view, ids, WATCHED, parent, counts=counts, first=first)
        self._chosen = view.chosen_id
        view.act_requested.connect(self._act)

    def _act(self, key: str) -> None:
        chosen = self._chosen()
        if key == "paper" and chosen is not None:
            self.paper_requested.emit(chosen)
