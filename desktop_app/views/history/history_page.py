"""«تاریخچه»: the list of what was done, newest first, with the chosen entry beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.history import HistoryAct, HistoryWording
from desktop_app.text.history import history as words
from desktop_app.views.history.history_detail import HistoryDetail
from desktop_app.views.history.history_spec import GO_KEYS, PRINT_KEYS
from desktop_app.views.lists.list_spec import ListSpec
from desktop_app.views.lists.record_list_page import RecordListPage
from desktop_app.widgets.shell.shortcuts import add_page_action


class HistoryPage(RecordListPage[HistoryAct]):
    """A list page whose title says whose history it shows."""

    def __init__(
        self,
        spec: ListSpec[HistoryAct],
        fetch: Callable[[Sequence[int]], Mapping[int, HistoryAct]],
        wording: HistoryWording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self.detail = HistoryDetail(wording)
        self.detail.close_requested.connect(self.beside.toggle)
        self.beside.set_widget(self.detail)
        add_page_action(self, words.PRINT, PRINT_KEYS, lambda: self.act_requested.emit("print"))
        add_page_action(self, words.OPEN_RECORD, GO_KEYS, lambda: self.act_requested.emit("open"))

    def forget_search(self) -> None:
        """What was looked for in the history of another record is not typed here any more."""
        self.ui.search.blockSignals(True)
        self.ui.search.clear()
        self.ui.search.blockSignals(False)

    def choose_first(self) -> None:
        """Stand on the newest entry."""
        first = self.model.id_at(0)
        if first is not None:
            self.choose(first)

    def show_scope(self, title: str) -> None:
        """Whose history it is."""
        self.ui.title.setText(title)
        self.setAccessibleName(title)
