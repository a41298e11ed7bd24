"""Tasks: acts, their taking back, the list, its views and how it spreads over the units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from desktop_app.domain.read_models.listing import DueGroup, Filter, FilterKey, ListQuery, TaskGroup, TaskView
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.tasks import News, Plan, TaskAction, TaskState
from desktop_app.services import lists
from desktop_app.services.follow_up.notifying import notify
from desktop_app.services.follow_up.task_acts import accept_tasks, move_task, record_progress, take_back, tell_plan
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.lists import task_unit_counts
from desktop_app.storage.file.folder import DataFolder
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office, context_of
from tests.services.offices import Offices
from tests.services.records import Records

T = TaskState


@pytest.fixture(scope="module")
def opened(offices: Offices) -> Iterator[tuple[Office, Records]]:
    """A data folder of this module."""
    with offices.opened() as made:
        yield made


@pytest.fixture(scope="module")
def folder(opened: tuple[Office, Records]) -> DataFolder:
    return opened[1].folder


@pytest.fixture(scope="module")
def office(opened: tuple[Office, Records]) -> Office:
    """One unit phoned, one planned, one reported and one erred."""
    made = opened[0]
    clock = made.clock
    _, version_id = made.written(2)
    made.finalised(version_id)
    for one in made.where("resolutions"):
        notify(made.context, one.id, Notice(day=MONDAY, reason="فوریت"))
    clock.forward(days=9)
    day = MONDAY + timedelta(days=8)
    first, second, third, fourth = (task.id for task in made.where("tasks"))
    record_progress(made.context, first, 60, News(day=day, note="نصب شد", told_by="تلفنی"))
    record_progress(made.context, first, 90, News(day=day, note="اشتباه"))
    take_back(made.context, first)
    tell_plan(made.context, second, Plan(text="سه نشست", due=date(2023, 5, 15)), News(day=day))
    record_progress(made.context, third, 80, News(day=day))
    move_task(made.context, third, TaskAction.REPORT, News(day=day))
    move_task(made.context, fourth, TaskAction.CANCEL, News(day=day, note="واحد منحل شد"))
    clock.forward(days=10)
    return made


def test_an_undone_act_is_no_last_word(office: Office, folder: DataFolder) -> None:
    first = office.where("tasks")[0]
    assert (first.state, first.percent) == (T.DOING, 60)
    (row,) = lists.TASKS.rows(context_of(folder.open_read), [first.id])
    assert (row.last_note, row.percent, row.days_late) == ("نصب شد", 60, 0)
    acts = office.where("task_acts", task_id=first.id)
    assert [act.undoes_id for act in acts] == [None, None, None, acts[2].id]
    assert [event.undone for event in task_sheet(context_of(folder.open_read, office.clock), first.id).history] == [
        False,
        True,
        False,
        False,
    ]


def test_the_days_of_list_and_sheet_agree(office: Office, folder: DataFolder) -> None:
    ids = lists.TASKS.ids(context_of(folder.open_read), ListQuery())
    for row in lists.TASKS.rows(context_of(folder.open_read), ids):
        sheet = task_sheet(context_of(folder.open_read, office.clock), row.id)
        assert (row.due, row.days_late, row.state) == (sheet.due, sheet.days_late, sheet.task.state)
    late = lists.TASKS.rows(
        context_of(folder.open_read), lists.TASKS.ids(context_of(folder.open_read), ListQuery(view=TaskView.LATE))
    )
    assert [(row.plan, row.days_late) for row in late] == [("سه نشست", 5)], "the unit's own day binds it"


def test_the_units_add_up_to_every_view(office: Office, folder: DataFolder) -> None:
    counts = lists.TASKS.view_counts(context_of(folder.open_read))
    assert counts[TaskView.OPEN] == 3
    assert counts[TaskView.REPORTED] == 1
    for view in TaskView:
        query = ListQuery(view=view.value)
        rows = lists.TASKS.rows(context_of(folder.open_read), lists.TASKS.ids(context_of(folder.open_read), query))
        found = task_unit_counts(context_of(folder.open_read), query)
        assert {one.unit_id for one in found} == {office.units[0], office.units[2]}, "a unit without any stays in sight"
        assert {one.unit_id: one.count for one in found if one.count} == Counter(row.unit_id for row in rows), view
        assert sum(one.late for one in found) == sum(row.days_late > 0 for row in rows), view


def test_the_units_follow_search_and_filters(office: Office, folder: DataFolder) -> None:
    narrow = ListQuery(filters=(Filter(FilterKey.PARTY, str(office.parties[1])),))
    assert [one.count for one in task_unit_counts(context_of(folder.open_read), narrow)] == [0, 2]
    searched = ListQuery(search="واحد 3")
    assert len(lists.TASKS.ids(context_of(folder.open_read), searched)) == 2
    assert [one.count for one in task_unit_counts(context_of(folder.open_read), searched)] == [0, 2]


def test_reports_are_accepted_in_one_act(office: Office, folder: DataFolder) -> None:
    third = office.where("tasks")[2]
    answer = accept_tasks(office.context, [third.id], News(day=office.clock.today()))
    assert answer.done == (third.id,)
    assert lists.TASKS.view_counts(context_of(folder.open_read))[TaskView.DONE] == 1


@pytest.mark.parametrize("group", list(TaskGroup))
@pytest.mark.parametrize("view", ["", TaskView.OPEN])
def test_groups_follow_each_other_as_the_rows_do(
    office: Office, folder: DataFolder, group: TaskGroup, view: str
) -> None:
    query = ListQuery(view=view, sort="state", descending=True, group=group)
    rows = lists.TASKS.rows(context_of(folder.open_read), lists.TASKS.ids(context_of(folder.open_read), query))
    assert len(rows) == len(lists.TASKS.ids(context_of(folder.open_read), ListQuery(view=view)))
    keys = {TaskGroup.PARTY: lambda row: row.party_id, TaskGroup.UNIT: lambda row: row.unit_id}
    groups = lists.TASKS.groups(context_of(folder.open_read), query)
    assert len({one.key for one in groups}) == len(groups)
    place = 0
    for one in groups:
        members = rows[place : place + one.count]
        place += one.count
        if group in keys:
            assert {str(keys[group](row)) for row in members} == {one.key}
        assert [row.state for row in members] == sorted(
            (row.state for row in members), key=list(TaskState).index, reverse=True
        )
    assert place == len(rows)


def test_what_is_late_comes_first_and_what_ended_last(office: Office, folder: DataFolder) -> None:
    groups = lists.TASKS.groups(context_of(folder.open_read), ListQuery(group=TaskGroup.DUE))
    counts = {one.key: one.count for one in groups}
    assert [one.key for one in groups] == [one.value for one in DueGroup if one in counts]
    views = lists.TASKS.view_counts(context_of(folder.open_read))
    assert counts[DueGroup.LATE] == views[TaskView.LATE] == 1
    assert counts.get(DueGroup.REPORTED, 0) == views[TaskView.REPORTED]
    assert counts[DueGroup.ENDED] == views[TaskView.ALL] - views[TaskView.OPEN] >= 1
    assert lists.TASKS.groups(context_of(folder.open_read), ListQuery()) == ()
    with refused("list_cannot", kind="task", what="group", value="colour"):
        lists.TASKS.ids(context_of(folder.open_read), ListQuery(group="colour"))
