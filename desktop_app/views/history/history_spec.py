"""Definition of the list «تاریخچه»: its columns, filters and acts."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.calendar.jalali import format_date, weekday_name
from desktop_app.domain.read_models.history import HistoryRow, HistoryWording
from desktop_app.domain.read_models.listing import FilterKey, ListQuery
from desktop_app.domain.text.digits import persian_time
from desktop_app.tables.window_model import Column
from desktop_app.text.history import history as words
from desktop_app.text.history.acts import OWNER
from desktop_app.text.shared.lists import with_class
from desktop_app.views.lists.list_spec import Emptiness, ListSpec
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterSpec, Options
from desktop_app.widgets.shell.action_bar import PageAction

PRINT_KEYS = "Ctrl+P"
GO_KEYS = "Ctrl+G"
OPENED = frozenset({"meeting", "minutes_version", "resolution", "task"})
"""Kinds of records that have a page of their own."""


@dataclass(frozen=True, slots=True)
class HistoryOptions:
    """What the filters offer now."""

    spans: Options
    actors: Options
    kinds: Options
    acts: Options


def history_spec(options: HistoryOptions, wording: HistoryWording) -> ListSpec[HistoryRow]:
    """How the list is shown."""
    cells = _Cells(wording)
    return ListSpec(
        key="history",
        title=words.HISTORY,
        what=words.WHAT,
        columns=(
            Column(words.WHEN, _moment, sort_key="moment", content=_when),
            Column(words.ACT, cells.act, content=cells.what),
            Column(words.RECORD, cells.name, content=cells.record, copied=cells.copied),
            Column(words.CHANGES, cells.changes, content=cells.changed),
            Column(words.WHO, lambda row: row.actor, content=lambda row: CellContent(row.actor)),
        ),
        widths=(112, 184, 220, None, 150),
        empty=Emptiness(words.EMPTY, words.EMPTY_WHY, "history"),
        filters=(
            FilterSpec(FilterKey.SPAN, words.SPAN, options.spans, single=True),
            FilterSpec(FilterKey.KIND, words.KIND, options.kinds),
            FilterSpec(FilterKey.ACT, words.ACT, options.acts),
            FilterSpec(FilterKey.ACTOR, words.WHO, options.actors),
        ),
        actions=(
            PageAction("print", words.PRINT, "printer", hint=PRINT_KEYS),
            PageAction("open", words.OPEN_RECORD, "arrow-left", hint=GO_KEYS),
            PageAction("whole", words.WHOLE_OFFICE, "history"),
        ),
        first=ListQuery(sort="moment", descending=True),
        spare=frozenset({4}),
        searched=frozenset({2, 3}),
    )


def _moment(row: HistoryRow) -> str:
    return f"{format_date(row.day)} {persian_time(row.time)}"


def _when(row: HistoryRow) -> CellContent:
    return CellContent(format_date(row.day), f"{weekday_name(row.day)} {persian_time(row.time)}")


@dataclass(frozen=True, slots=True)
class _Cells:
    """What the cells say, in these words."""

    wording: HistoryWording

    def act(self, row: HistoryRow) -> str:
        """What was done."""
        return self.wording.act(row)

    def what(self, row: HistoryRow) -> CellContent:
        """What was done, as a cell."""
        return CellContent(self.wording.act(row), strong=True)

    def name(self, row: HistoryRow) -> str:
        """The record with what it belongs to."""
        return self.wording.name(row.record)

    def copied(self, row: HistoryRow) -> str:
        """The record with the class of all that the row tells."""
        return with_class(self.name(row), row.guarded)

    def record(self, row: HistoryRow) -> CellContent:
        """The record, and below it what it belongs to."""
        own, _, owner = self.name(row).partition(OWNER)
        return CellContent(own, owner)

    def changes(self, row: HistoryRow) -> str:
        """Every field, for copying."""
        return words.LINE_BREAK.join(self.wording.changes(row))

    def changed(self, row: HistoryRow) -> CellContent:
        """As many fields as have room."""
        lines = self.wording.changes(row)
        if len(lines) <= 1:
            return CellContent(lines[0] if lines else "", flows=True)
        return CellContent(lines[0], lines[1] if len(lines) == 2 else words.more(len(lines) - 1))
