"""Definition of the list «تاریخچه»: its columns, filters and acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.calendar.jalali import format_date, weekday_name
from desktop_app.domain.read_models.history import HistoryAct, HistoryWording
from desktop_app.domain.read_models.listing import FilterKey, ListQuery
from desktop_app.domain.text.digits import persian_time
from desktop_app.tables.window_model import Column
from desktop_app.text.history import history as words
from desktop_app.text.shared.lists import with_class
from desktop_app.views.lists.list_spec import Emptiness, ListSpec
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterSpec, Options
from desktop_app.widgets.shell.action_bar import PageAction

PRINT_KEYS = "Ctrl+P"
GO_KEYS = "Ctrl+G"


@dataclass(frozen=True, slots=True)
class HistoryOptions:
    """What the filters offer now."""

    spans: Options
    actors: Options
    kinds: Options


def history_spec(options: HistoryOptions, wording: HistoryWording) -> ListSpec[HistoryAct]:
    """How the list is shown."""

    def changes(act: HistoryAct) -> Sequence[str]:
        return [line for entry in act.entries for line in wording.changes(entry)]

    return ListSpec(
        key="history",
        title=words.HISTORY,
        what=words.WHAT,
        columns=(
            Column(words.WHEN, _moment, sort_key="moment", content=_when),
            Column(
                words.ACT,
                lambda act: wording.act(act.head),
                content=lambda act: CellContent(wording.act(act.head), strong=True),
            ),
            Column(
                words.RECORD,
                wording.records,
                content=lambda act: CellContent(*wording.concerned(act)),
                copied=lambda act: with_class(wording.records(act), act.guarded),
            ),
            Column(
                words.CHANGES,
                lambda act: words.LINE_BREAK.join(changes(act)),
                content=lambda act: _changed(changes(act)),
            ),
            Column(words.WHO, lambda act: act.head.actor, content=lambda act: CellContent(act.head.actor)),
        ),
        widths=(112, 184, 220, None, 150),
        empty=Emptiness(words.EMPTY, words.EMPTY_WHY, "history"),
        filters=(
            FilterSpec(FilterKey.SPAN, words.SPAN, options.spans, single=True),
            FilterSpec(FilterKey.KIND, words.KIND, options.kinds),
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


def _moment(act: HistoryAct) -> str:
    return f"{format_date(act.head.day)} {persian_time(act.head.time)}"


def _when(act: HistoryAct) -> CellContent:
    return CellContent(format_date(act.head.day), f"{weekday_name(act.head.day)} {persian_time(act.head.time)}")


def _changed(lines: Sequence[str]) -> CellContent:
    """As many lines as have room."""
    if len(lines) <= 1:
        return CellContent(lines[0] if lines else "", flows=True)
    return CellContent(lines[0], lines[1] if len(lines) == 2 else words.more(len(lines) - 1))
