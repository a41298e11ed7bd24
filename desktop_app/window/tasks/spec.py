"""Declaration of the list of tasks («پیگیری»): columns, saved views, filters, and the first line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.listing import DueGroup, FilterKey, Group, ListQuery, TaskGroup, TaskRow, TaskView
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.domain.text.digits import record_number
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.lists.cell_content import CellContent, GroupContent
from desktop_app.widgets.lists.filter_bar import FilterOption, FilterSpec, Options
from desktop_app.widgets.lists.line_list import Need
from desktop_app.widgets.lists.window_model import Column
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.style.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import OpenPage
from desktop_app.window.kit.list_spec import PRINT_LIST, Counts, EmptyListTexts, GroupChoice, ListSpec, SavedView
from desktop_app.window.kit.state_format import task_content
from desktop_app.words import tasks as words
from desktop_app.words.digits import filled, percent
from desktop_app.words.lists import GUARDED, NO_NUMBER, meeting_number, with_class
from desktop_app.words.refusals_follow_up import TASK

STATE, SUBJECT, NUMBER, UNIT, NEWS, PERCENT, DUE = range(7)
"""Places of columns."""
WIDTHS: Sequence[int | None] = (134, None, 110, 190, 200, 80, 108)
SPARE = (NEWS, UNIT, NUMBER, PERCENT)
"""Columns that give way where the list is narrow, the last first; what they say stands in the other two lines, too."""
LEAST_SUBJECT = 250


@dataclass(frozen=True, slots=True)
class TaskOptions:
    """The options of the filters, read when a filter is opened."""

    units: Options
    parties: Options
    meetings: Options
    due: Options


def _state(row: TaskRow) -> CellContent:
    content = task_content(row.state)
    late = row.days_late > 0
    share = percent(row.percent) if row.percent and row.state is not TaskState.ACCEPTED else ""
    second = " · ".join(filled(words.LATE if late else "", share))
    return CellContent(
        content.word,
        second,
        strong=True,
        tone=content.tone,
        shape=content.shape,
        percent=row.percent,
        second_tone=Tone.DANGER if late else None,
        second_shape=Shape.TRIANGLE if late else None,
    )


def _due(row: TaskRow, today: date) -> CellContent:
    if row.due is None:
        return CellContent("")
    if row.days_late:
        return CellContent(format_date(row.due), words.late(row.days_late), second_tone=Tone.DANGER)
    if row.state is TaskState.REPORTED:
        return CellContent(format_date(row.due), words.AWAITS)
    left = (row.due - today).days
    ended = row.state in {TaskState.ACCEPTED, TaskState.CANCELLED}
    return CellContent(format_date(row.due), words.left(left) if left >= 0 and not ended else "")


def _subject(row: TaskRow, parties: Mapping[int, Party]) -> CellContent:
    return CellContent(row.text, _context(row, frozenset()), strong=True, party=parties.get(row.party_id))


def _context(row: TaskRow, shown: frozenset[int]) -> str:
    """Return the line beneath the text: class, and the facts whose column is hidden."""
    parts = ((None, GUARDED[row.guarded]), (UNIT, row.unit), (NUMBER, record_number(row.resolution_number)))
    return " · ".join(part for place, part in parts if part and place not in shown)


def _number(row: TaskRow) -> CellContent:
    meeting = meeting_number(row.meeting_number) if row.meeting_number else ""
    return CellContent(record_number(row.resolution_number) or NO_NUMBER, meeting)


def _percent(row: TaskRow) -> CellContent:
    return CellContent(percent(row.percent))


def _news(row: TaskRow) -> CellContent:
    if row.last_day is None:
        return CellContent(words.NO_NEWS)
    return CellContent(row.last_note or task_content(row.state).word, format_date(row.last_day))


def _columns(today: Callable[[], date], parties: Mapping[int, Party]) -> tuple[Column[TaskRow], ...]:
    return (
        Column(words.STATE, lambda row: TASK[row.state], "state", content=_state),
        Column(
            words.SUBJECT,
            lambda row: row.text,
            content=lambda row: _subject(row, parties),
            copied=lambda row: with_class(row.text, row.guarded),
        ),
        Column(words.NUMBER, lambda row: record_number(row.resolution_number), "number", content=_number),
        Column(
            words.UNIT,
            lambda row: row.unit,
            "unit",
            content=lambda row: CellContent(row.unit, words.ROLES[row.role], party=parties.get(row.party_id)),
        ),
        Column(words.LAST_NEWS, lambda row: row.last_note, content=_news),
        Column(words.PERCENT, lambda row: percent(row.percent), "percent", content=_percent),
        Column(
            words.DUE,
            lambda row: format_date(row.due) if row.due else "",
            "due",
            content=lambda row: _due(row, today()),
        ),
    )


def columns_to_hide(width: float) -> frozenset[int]:
    """Return the columns to hide in a table of this width (pixels at 100 %)."""
    left = width - LEAST_SUBJECT - (WIDTHS[STATE] or 0) - (WIDTHS[DUE] or 0)
    hidden = set(SPARE)
    for place in SPARE:
        left -= WIDTHS[place] or 0
        if left < 0:
            break
        hidden.discard(place)
    return frozenset(hidden)


def needs_attention(counts: Counts) -> tuple[Need, ...]:
    """Return what needs attention, each part with a link to the tasks it counts."""
    parts = [
        (TaskView.LATE, words.late_need),
        (TaskView.REPORTED, words.reported_need),
        (TaskView.NOT_ALIGNED, words.unaligned_need),
    ]
    found = [Need(say(counts[view]), view.value) for view, say in parts if counts.get(view)]
    if counts.get(TaskView.OPEN) and not counts.get(TaskView.LATE):
        return (Need(words.VIEW_EMPTY["late"]), *found)
    return tuple(found)


def _views() -> tuple[SavedView, ...]:
    tones = {TaskView.LATE: Tone.DANGER, TaskView.BLOCKED: Tone.WARNING, TaskView.REPORTED: Tone.CLAIMED}
    return tuple(
        SavedView(
            view.value,
            words.VIEWS[view.value],
            tones.get(view),
            words.VIEW_EMPTY.get(view.value, ""),
            words.DONE_KIND if view is TaskView.OPEN else "",
        )
        for view in TaskView
    )


def _groups(parties: Mapping[int, Party], options: TaskOptions) -> tuple[GroupChoice, ...]:
    """Return the groupings by party, by unit and by deadline."""

    def named(offered: Options, marks: Mapping[str, Party]) -> Callable[[], Callable[[Group], GroupContent]]:
        def contents() -> Callable[[Group], GroupContent]:
            names = {option.value: option.label for option in offered()}
            return lambda group: GroupContent(
                names.get(group.key, ""), words.counted(group.count), party=marks.get(group.key)
            )

        return contents

    marks = {str(key): mark for key, mark in parties.items()}
    return (
        GroupChoice(TaskGroup.PARTY, words.PARTY, named(options.parties, marks)),
        GroupChoice(TaskGroup.UNIT, words.UNIT, named(options.units, {})),
        GroupChoice(TaskGroup.DUE, words.DUE, lambda: _due_content),
    )


def _due_content(group: Group) -> GroupContent:
    late = group.key == DueGroup.LATE
    return GroupContent(
        words.DUE_GROUPS[group.key],
        words.counted(group.count),
        tone=Tone.DANGER if late else None,
        shape=Shape.TRIANGLE if late else None,
    )


def tasks_spec(today: Callable[[], date], parties: Mapping[int, Party], options: TaskOptions) -> ListSpec[TaskRow]:
    """Return the declaration of the list; ``parties`` maps the id of each party to its mark."""

    def states() -> Sequence[FilterOption]:
        return [FilterOption(state.value, TASK[state]) for state in TaskState]

    return ListSpec(
        key="tasks",
        title=words.TASKS,
        what=words.TASK,
        columns=_columns(today, parties),
        widths=WIDTHS,
        empty=EmptyListTexts(
            words.NO_TASKS,
            words.NO_TASKS_WHY,
            "list-checks",
            words.OPEN_MEETINGS,
            action_icon="calendar-days",
            leads=OpenPage("meetings"),
        ),
        views=_views(),
        whole=TaskView.ALL.value,
        filters=(
            FilterSpec(FilterKey.UNIT, words.UNIT, options.units),
            FilterSpec(FilterKey.PARTY, words.PARTY, options.parties),
            FilterSpec(FilterKey.STATE, words.STATE, states),
            FilterSpec(FilterKey.DUE_UNTIL, words.DUE, options.due, single=True),
            FilterSpec(FilterKey.MEETING, words.MEETING, options.meetings),
        ),
        groups=_groups(parties, options),
        actions=(PageAction("progress", words.ACTIONS["progress"], "pen-line", hint="Ctrl+G"),),
        first=ListQuery(view=TaskView.OPEN.value, sort="due"),
        needs=needs_attention,
        spare=frozenset(SPARE),
        searched=frozenset({SUBJECT}),
        context={SUBJECT: _context},
        more=(PRINT_LIST,),
        writes=frozenset({"progress"}),
        guarded=lambda row: row.guarded,
    )
