"""Controller of the history of a record or of the whole office, with links to the records and the printed history."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.services.context import Context
from desktop_app.services.history.history import history_acts, history_ids, record_named
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.history.page import HistoryPage
from desktop_app.window.kit.destinations import (
    Destination,
    OpenHistory,
    OpenMeeting,
    OpenMinutes,
    OpenResolution,
    OpenTask,
)
from desktop_app.window.kit.list_controller import ListController, ListReads
from desktop_app.words import history as words

_PAGES: Final = {
    "meeting": OpenMeeting,
    "minutes_version": OpenMinutes,
    "resolution": OpenResolution,
    "task": OpenTask,
}


READS: Final = ListReads(history_ids, history_acts, ~Changed.NOTHING)


class HistoryController(ListController):
    """Shows the history of the record that a destination names."""

    page: HistoryPage

    def __init__(
        self,
        page: HistoryPage,
        context: Context,
        parent: QObject | None = None,
    ) -> None:
        of_record = replace(READS, ids=lambda asked, query: history_ids(asked, query, self._of))
        super().__init__(page, context, of_record, parent)
        self._of: RecordKey | None = None
        page.row_chosen.connect(self._show_act)
        page.act_requested.connect(self._do)

    def visit(self, destination: Destination) -> None:
        """Show the history of a record or of the whole office; drop the search if the record is another one."""
        of = destination.record if isinstance(destination, OpenHistory) else None
        try:
            title = words.HISTORY if of is None else words.history_of(self._name(of))
        except Refused as refused:
            # what shows stays that of its title: its paper would be that of another record
            self.show_problem(refused)
            return
        other, self._of = of != self._of, of
        self.page.show_record_title(title)
        if other:
            self.page.forget_search()
            self.ask(replace(self._query, search="", filters=()))
            self.page.choose_first()
        else:
            self.show()
        self.page.focus_list()

    def history_key(self) -> RecordKey | None:
        """Return None: the history key leads from one record's history to the whole office's."""
        return None

    def order(self) -> PaperOrder:
        """Return the order of the printed history."""
        record = self._of.text() if self._of is not None else ""
        return PaperOrder(kind=PaperKind.HISTORY, record=record, query=self._query)

    # ---- inside

    def _name(self, record: RecordKey) -> str:
        return self.context.paper.history.name(record_named(self.context, record))

    def _show_act(self, seq: int) -> None:
        if not seq:
            self.page.detail.show_act(None)
            return
        try:
            (act,) = history_acts(self.context, [seq])
        except Refused as refused:
            self.show_problem(refused)
            return
        self.page.detail.show_act(act)

    def _do(self, key: str) -> None:
        if key == "whole":
            self.navigated.emit(OpenHistory())
        elif key == "open":
            self._open_record()

    def _open_record(self) -> None:
        act = self.page.detail.act()
        record = act.head.record if act is not None else None
        while record is not None and not (record.kind in _PAGES and record.id):
            record = record.of
        if record is None:
            self.status_message.emit(words.NO_PAGE, Tone.NEUTRAL)
        else:
            self.navigated.emit(_PAGES[record.kind](record.id))
