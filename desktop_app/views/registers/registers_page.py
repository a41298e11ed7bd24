"""«دفتر صادره و وارده»: the list of both registers with the chosen paper beside it, and the sheets over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.history import Named
from desktop_app.domain.read_models.register_sheet import RegisterSheet
from desktop_app.domain.read_models.rows import RegisterRow
from desktop_app.text.history.history import HISTORY_KEYS
from desktop_app.views.lists.list_spec import ListSpec
from desktop_app.views.lists.record_list_page import RecordListPage
from desktop_app.views.registers import paper_format as acts
from desktop_app.views.registers.paper_panel import PaperPanel
from desktop_app.views.registers.registers_spec import RECORD_OUTGOING
from desktop_app.widgets.dates.date_source import DateSource, no_calendar
from desktop_app.widgets.fields.form_sheet import FormSheet
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.shell.shortcuts import add_page_action


class RegistersPage(RecordListPage[RegisterRow]):
    """`paper_act_requested` carries the key of an act on the paper that shows."""

    paper_act_requested = Signal(str)

    def __init__(
        self,
        spec: ListSpec[RegisterRow],
        fetch: Callable[[Sequence[int]], Mapping[int, RegisterRow]],
        name_of: Callable[[Named], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self._dates: DateSource = no_calendar()
        self.panel = PaperPanel(name_of)
        self.panel.setObjectName("paperPanel")
        self.panel.act_requested.connect(self.paper_act_requested)
        self.panel.close_requested.connect(self.beside.toggle)
        self.beside.set_widget(self.panel)
        self.ui.empty.quiet_requested.connect(partial(self.act_requested.emit, RECORD_OUTGOING))
        self._sheet: FormSheet | None = None
        own = [act for act in acts.ACTS.values() if act.hint not in ("", HISTORY_KEYS)]
        self._writing = [
            *(self._key(act, self.paper_act_requested) for act in own),
            *(self._key(act, self.act_requested) for act in spec.actions),
        ]
        for act in spec.more:
            self._key(act, self.act_requested)

    def set_writable(self, *, writable: bool) -> None:
        """Where nothing may be written nothing is offered that would be: what was sent and came is only looked at."""
        for action in self._writing:
            action.setEnabled(writable)
        self.ui.actions.show_acts(self._spec.actions if writable else (), self._spec.more)
        self.panel.set_writable(writable=writable)

    def set_source(self, source: DateSource) -> None:
        """The office's calendar."""
        self._dates = source

    @property
    def dates(self) -> DateSource:
        """The calendar behind the fields of its sheets."""
        return self._dates

    def chosen_ids(self) -> tuple[int, ...]:
        """The lines of all chosen rows, in the order of the list."""
        return self.table.chosen_ids()

    def show_paper(self, sheet: RegisterSheet | None) -> None:
        """Show the chosen paper, or that none is."""
        self.panel.show_sheet(sheet)

    def sheet(self) -> FormSheet | None:
        """The sheet that is open over the page."""
        return self._sheet

    def open_sheet(self, sheet: FormSheet) -> None:
        """Open a sheet over the page, one at a time."""
        self.close_sheet()
        sheet.finished.connect(lambda _result: self._forget(sheet))
        self._sheet = sheet
        sheet.open()

    def close_sheet(self) -> None:
        """What was typed is stored."""
        if self._sheet is not None:
            self._sheet.accept()

    def _forget(self, sheet: FormSheet) -> None:
        if self._sheet is sheet:
            self._sheet = None
        sheet.deleteLater()

    def _key(self, act: PageAction, asked: SignalInstance) -> QAction:
        return add_page_action(self, act.text, act.hint, partial(asked.emit, act.key))
