"""Page of one kind of record: its list, the detail of the chosen record, and a form in a sheet over the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.dates.date_source import DateSource, no_calendar
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.window.kit.list_spec import ListSpec
from desktop_app.window.kit.record_detail import DetailContent, NoRecord, RecordDetail
from desktop_app.window.kit.record_list_page import RecordListPage

Row = TypeVar("Row")
Sheet = TypeVar("Sheet")


class DetailPage(RecordListPage[Row], Generic[Row, Sheet]):
    """A list page with the detail of the chosen record, and one form at a time in a sheet over it.

    `record_act_requested` carries the key of an action on the chosen record.
    """

    record_act_requested = Signal(str)

    def __init__(
        self,
        spec: ListSpec[Row],
        fetch: Callable[[Sequence[int]], Mapping[int, Row]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self._record: Sheet | None = None
        self._sheet: FormSheet | None = None
        self._dates: DateSource = no_calendar()

    def set_source(self, source: DateSource) -> None:
        """Set the office's calendar for the date fields of the forms."""
        self._dates = source

    @property
    def dates(self) -> DateSource:
        """The calendar of the date fields of the forms."""
        return self._dates

    def chosen_ids(self) -> tuple[int, ...]:
        """Return the ids of all chosen rows, in the order of the list."""
        return self.table.chosen_ids()

    def record(self) -> Sheet | None:
        """Return what was read of the record in the detail."""
        return self._record

    def show_record(self, record: Sheet | None) -> None:
        """Show a record in the detail, or that none is chosen."""
        self._record = record
        self.show_in_detail(record)

    def show_in_detail(self, record: Sheet | None) -> None:
        """Show what was read of a record, or that none is chosen."""
        raise NotImplementedError

    # ---- forms

    def sheet(self) -> FormSheet | None:
        """Return the form that is open over the page."""
        return self._sheet

    def open_sheet(self, sheet: FormSheet) -> None:
        """Open a form over the page; there is one at a time."""
        self.close_sheet()
        sheet.finished.connect(lambda _result: self._forget(sheet))
        self._sheet = sheet
        sheet.open()

    def close_sheet(self) -> None:
        """Close the form, whose text is stored."""
        if self._sheet is not None:
            self._sheet.accept()

    def _forget(self, sheet: FormSheet) -> None:
        if self._sheet is sheet:
            self._sheet = None
        sheet.deleteLater()


class RecordPage(DetailPage[Row, Sheet], Generic[Row, Sheet]):
    """A detail page whose detail is declared, too.

    ``content`` turns what was read of a record into its detail. The keys of ``actions`` work on the whole page; the
    actions whose keys are in ``reads`` write nothing.
    """

    def __init__(
        self,
        spec: ListSpec[Row],
        fetch: Callable[[Sequence[int]], Mapping[int, Row]],
        content: Callable[[Sheet], DetailContent],
        nothing: NoRecord,
        actions: Iterable[PageAction],
        reads: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spec, fetch, parent)
        self._content_of = content
        self.panel = RecordDetail(nothing)
        self.panel.setObjectName("recordDetail")
        self.panel.act_requested.connect(self.record_act_requested)
        self.panel.close_requested.connect(self.beside.toggle)
        self.beside.set_widget(self.panel)
        for act in actions:
            if act.hint:
                added = add_page_action(self, act.text, act.hint, partial(self.record_act_requested.emit, act.key))
                if act.key not in reads:
                    self._writing.append(added)

    def set_writable(self, *, writable: bool) -> None:
        """Offer the actions that write only where the office may be written."""
        super().set_writable(writable=writable)
        self.panel.set_writable(writable=writable)

    def show_in_detail(self, record: Sheet | None) -> None:
        """Show a record in the detail, or that none is chosen."""
        self.panel.show_content(self._content_of(record) if record is not None else None)
