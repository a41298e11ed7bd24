"""Page «صورت‌جلسه‌ها»: the list of minutes by state, with the missing signatures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import format_date, weekday_name
from desktop_app.domain.read_models.listing import NO_SCAN, FilterKey, ListQuery, MinutesRow, MinutesView
from desktop_app.domain.rules.minutes import FOR_PEN, MinutesState
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec, Options
from desktop_app.widgets.lists.line_list import Need
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import OpenMinutes, OpenPage
from desktop_app.window.kit.list_spec import PRINT_LIST, Counts, EmptyListTexts, ListSpec, SavedView
from desktop_app.window.kit.state_format import minutes_content
from desktop_app.window.minutes import words
from desktop_app.words import lists as list_words
from desktop_app.words import signing as signing_words
from desktop_app.words import states

PAPER_KEYS = "Ctrl+P"
SHOWN_STATES = {state: word for state, word in states.MINUTES.items() if state != MinutesState.DROPPED} | {
    NO_SCAN: states.NO_SCAN
}
"""The draft of a correction that was dropped is no row."""
_TONES = {MinutesView.AWAITS_PEN: Tone.WARNING}


def minutes_list_spec(years: Options) -> ListSpec[MinutesRow]:
    """Return the declaration of the list; ``years`` are those of the meetings."""
    return ListSpec(
        key="minutes",
        title=list_words.MINUTES_LIST,
        what=words.WHAT,
        columns=(
            Column(list_words.STATE, lambda row: _state(row).first, sort_key="state", content=_state),
            Column(
                list_words.MINUTES,
                _name,
                sort_key="number",
                content=_what,
                copied=lambda row: list_words.with_class(_name(row), row.guarded),
            ),
            Column(
                list_words.VERSION,
                _version,
                content=lambda row: CellContent(_version(row)),
            ),
            Column(list_words.DAY, _day, sort_key="day", content=_when),
        ),
        widths=(190, None, 150, 150),
        empty=EmptyListTexts(
            list_words.NO_MINUTES,
            list_words.NO_MINUTES_WHY,
            "file-text",
            list_words.OPEN_MEETINGS,
            action_icon="calendar-days",
            leads=OpenPage("meetings"),
        ),
        views=tuple(
            SavedView(view, words.VIEWS[view], _TONES.get(view), words.VIEW_EMPTY.get(view, "")) for view in MinutesView
        ),
        whole=MinutesView.ALL,
        filters=(
            FilterSpec(FilterKey.YEAR, words.YEAR, years),
            FilterSpec(FilterKey.STATE, words.STATE, lambda: _options(SHOWN_STATES)),
            FilterSpec(FilterKey.KIND, words.KIND, lambda: _options(states.MEETING_KIND)),
        ),
        actions=(PageAction("paper", words.LIST_PAPER, "printer", hint=PAPER_KEYS),),
        first=ListQuery(view=MinutesView.ALL),
        needs=_needs,
        more=(replace(PRINT_LIST, hint=""),),
        opens=OpenMinutes,
        guarded=lambda row: row.guarded,
    )


def _options(labels: Mapping[str, str]) -> list[FilterOption]:
    return [FilterOption(key, label) for key, label in labels.items()]


def _needs(counts: Counts) -> list[Need]:
    """Return what needs attention: minutes to be signed, then minutes being written."""
    pens, drafts = counts.get(MinutesView.AWAITS_PEN, 0), counts.get(MinutesView.IN_HAND, 0)
    found = []
    if pens:
        found.append(Need(words.awaiting_pen(pens), MinutesView.AWAITS_PEN))
    if drafts:
        found.append(Need(words.in_hand(drafts), MinutesView.IN_HAND))
    if not found and counts.get(MinutesView.ALL, 0):
        found.append(Need(words.NOTHING_WAITS))
    return found


def _state(row: MinutesRow) -> CellContent:
    content = minutes_content(row.state, lacks_scan=row.lacks_scan)
    seen = row.state in FOR_PEN and not row.taken_over
    counted = signing_words.counted_shortly(row.signed_on_each, row.signer_count) if seen else ""
    return CellContent(content.word, counted, strong=True, tone=content.tone, shape=content.shape)


def _version(row: MinutesRow) -> str:
    return words.TAKEN_OVER if row.taken_over else list_words.version(row.version)


def _name(row: MinutesRow) -> str:
    return list_words.ordinal_meeting(ordinal(row.meeting_number)) if row.meeting_number else list_words.NO_NUMBER


def _what(row: MinutesRow) -> CellContent:
    second = words.INQUORATE if row.inquorate else list_words.resolutions(row.resolution_count)
    classed = list_words.GUARDED[row.guarded]
    return CellContent(_name(row), f"{classed} · {second}" if classed else second, strong=True)


def _day(row: MinutesRow) -> str:
    return format_date(row.day) if row.day else list_words.NO_DAY


def _when(row: MinutesRow) -> CellContent:
    return CellContent(_day(row), weekday_name(row.day) if row.day else "")
