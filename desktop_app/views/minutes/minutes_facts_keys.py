"""Tab between the text of a clause and the facts beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.views.minutes.minutes_commands import CommandedPage
from desktop_app.views.minutes.minutes_drawer import SideDrawer
from desktop_app.views.minutes.minutes_paper import PaperPane
from desktop_app.views.minutes.minutes_side import SidePane
from desktop_app.views.minutes.minutes_signals import MinutesSignals


class FactsKeys(QObject):
    """Where the facts are a drawer, it opens for those of a resolution, and closes on the way back."""

    def __init__(
        self, page: CommandedPage, paper: PaperPane, side: SidePane, drawer: SideDrawer, signals: MinutesSignals
    ) -> None:
        super().__init__(signals)
        self._page, self._paper, self._side, self._drawer = page, paper, side, drawer
        signals.facts_requested.connect(self._enter)
        signals.facts_left.connect(self._leave)

    def _enter(self, clause_id: int) -> None:
        row = self._page.chosen_row()
        if row is not None and row.clause.is_resolution:
            self._drawer.reveal()
        shown = row is not None and row.clause.id == clause_id and self._drawer.is_open()
        if not shown or not self._side.take_keyboard():
            self._leave(1)

    def _leave(self, step: int) -> None:
        self._drawer.close()
        item_id, clause_id = self._page.chosen()
        view = self._paper.blocks.get(item_id)
        if view is not None and view.body is not None:
            view.body.leave_facts(clause_id, step)
