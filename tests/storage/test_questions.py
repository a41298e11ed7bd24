"""Views, filters, orders and exact counts of the lists, each against the rows looked through one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import (
    Filter,
    FilterKey,
    ListQuery,
    MeetingView,
    MinutesView,
    ResolutionRow,
    ResolutionView,
    TaskRow,
    TaskView,
)
from desktop_app.domain.rules.committee import Axis
from desktop_app.domain.rules.meetings import Meeting, MeetingKind, MeetingState
from desktop_app.domain.rules.minutes import Clause, ClauseKind, MinutesState, MinutesVersion
from desktop_app.domain.rules.resolutions import (
    CLOSED,
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    ResolutionState,
)
from desktop_app.domain.rules.tasks import OPEN_TASKS, Task, TaskRole, TaskState
from desktop_app.domain.text.folding import sort_key
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.storage.store.work import Work
from tests.storage.conftest import CLOCK, work_context
from tests.storage.sample import AT, DAY, Sample, build, finalise

TODAY = CLOCK.today()
COUNT = 12
TEXTS = ("گزارش", "آب انبار", "چاپ", "آبادان", "پهنای باند", "۱۰ روستا", "۲ روستا", "کتاب", "گرگان", "ژرفا", "زمین")
KINDS = (ClauseKind.DECISION, ClauseKind.POLICY, ClauseKind.REFERRAL)
TASK_STATES = (TaskState.DOING, TaskState.BLOCKED, TaskState.ACCEPTED, TaskState.REPORTED, TaskState.NOTIFIED)


@pytest.fixture(scope="module")
def office(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DataFolder, Sample]]:
    """One final meeting with a dozen resolutions in many states, one still proposed, and some other meetings."""
    folder = tmp_path_factory.mktemp("questions")
    (folder / DATABASE_NAME).write_bytes(template.read_bytes())
    data = open_folder(folder, work_context())
    with data.open_write() as work:
        sample = build(work)
        sub = work.axes.add(Axis(committee_id=sample.committee, code="م۴-۱", title="ریز", ordinal=5, parent_id=1)).id
        made = [_proposed(work, sample, place, sub if place % 4 == 0 else None) for place in range(COUNT)]
        finalise(work, sample)
        for place, resolution in enumerate(made):
            _adopted(work, sample, resolution, place)
        _other_meetings(work, sample)
        work.commit()
    yield data, sample
    data.close()


def _proposed(work: Work, sample: Sample, place: int, axis: int | None) -> int:
    resolution = work.resolutions.add(Resolution(uid=work.new_uid(), meeting_id=sample.meeting)).id
    clause = Clause(
        minutes_version_id=sample.version,
        agenda_item_id=sample.item,
        ordinal=place + 3,
        text=TEXTS[place % len(TEXTS)],
        kind=KINDS[place % 3],
        resolution_id=resolution,
        axis_id=axis,
        executor_unit_id=None if place == 5 else sample.units[place % 3],
        owner_person_id=sample.person if place % 2 else None,
    )
    work.clauses.add(clause)
    return resolution


def _adopted(work: Work, sample: Sample, resolution_id: int, place: int) -> None:
    resolution = work.resolutions.get(resolution_id)
    work.resolutions.update(replace(resolution, number=f"۱۴۰۱/۳/{place + 2}", row=place + 2, adopted_on=DAY))
    due = None if place == 7 else TODAY + timedelta(days=place - 6)
    work.deadline_events.add(DeadlineEvent(resolution_id=resolution_id, sequence=0, due=due, at=AT))
    if place % 5 == 4:
        kind = ResolutionActKind.VERIFIED if place == 4 else ResolutionActKind.DEFERRED
        work.resolution_acts.add(ResolutionAct(resolution_id=resolution_id, kind=kind, day=DAY, at=AT, actor="ک"))
    for unit in sample.units[: 1 + place % 2]:
        task = Task(uid=work.new_uid(), resolution_id=resolution_id, unit_id=unit, role=TaskRole.EXECUTOR)
        state, own = TASK_STATES[place % len(TASK_STATES)], TODAY if place == 1 else None
        plan = "برنامه" if place % 2 else ""
        work.tasks.add(replace(task, state=state, percent=7 * place, due=own, plan=plan, resting=place == 8))


def _other_meetings(work: Work, sample: Sample) -> None:
    states = (MeetingState.CANCELLED, MeetingState.DRAFT, MeetingState.CONVENED, MeetingState.POSTPONED)
    for place, state in enumerate(states):
        day = None if state is MeetingState.DRAFT else date(2023, 3, 25) + timedelta(days=30 * place)
        kind = MeetingKind.EXTRAORDINARY if place == 2 else MeetingKind.ORDINARY
        meeting = Meeting(committee_id=sample.committee, number=place + 4, kind=kind, state=state, day=day)
        made = work.meetings.add(meeting).id
        if state is MeetingState.CONVENED:
            version = work.versions.add(MinutesVersion(meeting_id=made)).id
            proposed = work.resolutions.add(Resolution(uid=work.new_uid(), meeting_id=made)).id
            work.clauses.add(
                Clause(
                    minutes_version_id=version,
                    agenda_item_id=sample.item,
                    ordinal=1,
                    text="پیشنهاد",
                    kind=ClauseKind.DECISION,
                    resolution_id=proposed,
                )
            )


def _all(rows: Any) -> list[Any]:
    return list(rows.fetch(list(rows.ids())))


def _of_view(row: ResolutionRow, view: ResolutionView) -> bool:
    adopted = row.state is not ResolutionState.PROPOSED
    owed = adopted and row.state not in CLOSED and row.state is not ResolutionState.REPORTED_DONE
    return {
        ResolutionView.OPEN: adopted and row.state not in CLOSED,
        ResolutionView.LATE: row.days_late > 0,
        ResolutionView.THIS_WEEK: owed and row.due == TODAY,
        ResolutionView.AWAITING: row.state is ResolutionState.REPORTED_DONE,
        ResolutionView.CLOSED: row.state in CLOSED,
        ResolutionView.ALL: True,
    }[view]


# what a correction changed is asked of real corrections: tests/services/follow_up/test_notifying_again.py
@pytest.mark.parametrize("view", [one for one in ResolutionView if one is not ResolutionView.UNTOLD])
def test_a_view_of_resolutions(office: tuple[DataFolder, Sample], view: ResolutionView) -> None:
    """Today is the last working day of its week, a Wednesday."""
    with office[0].open_read() as work:
        wanted = [row.id for row in _all(work.resolution_rows) if _of_view(row, view)]
        assert list(work.resolution_rows.ids(ListQuery(view=view))) == wanted
        assert wanted, "a view that the sample does not fill proves nothing"
        assert work.resolution_rows.view_counts()[view] == len(wanted)


def _of_task_view(row: TaskRow, view: TaskView, closed: set[int]) -> bool:
    open_ = row.state in OPEN_TASKS and row.resolution_id not in closed
    owed = open_ and row.state is not TaskState.REPORTED
    return {
        TaskView.OPEN: open_,
        TaskView.LATE: row.days_late > 0,
        TaskView.THIS_WEEK: owed and row.due == TODAY,
        TaskView.NOT_ALIGNED: owed and row.state is not TaskState.ASSIGNED and not row.plan,
        TaskView.BLOCKED: open_ and row.state is TaskState.BLOCKED,
        TaskView.REPORTED: open_ and row.state is TaskState.REPORTED,
        TaskView.DONE: row.state is TaskState.ACCEPTED,
        TaskView.ALL: True,
    }[view]


@pytest.mark.parametrize("view", TaskView)
def test_a_view_of_tasks(office: tuple[DataFolder, Sample], view: TaskView) -> None:
    with office[0].open_read() as work:
        closed = {row.id for row in _all(work.resolution_rows) if row.state in CLOSED}
        wanted = [row.id for row in _all(work.task_rows) if _of_task_view(row, view, closed)]
        assert list(work.task_rows.ids(ListQuery(view=view))) == wanted
        assert wanted, "a view that the sample does not fill proves nothing"
        assert work.task_rows.view_counts()[view] == len(wanted)


def test_resting_tasks_are_hidden_and_a_unit_has_its_own_day(office: tuple[DataFolder, Sample]) -> None:
    with office[0].open_read() as work:
        stored = work.tasks.where()
        rows = _all(work.task_rows)
        assert {row.id for row in rows} == {task.id for task in stored if not task.resting}
        assert len(rows) < len(stored)
        (own,) = {task.resolution_id for task in stored if task.due}
        assert {row.due for row in rows if row.resolution_id == own} == {TODAY}
        last = next(row for row in rows if row.last_day)
        assert (last.last_day, last.last_note) == (DAY, "")


@pytest.mark.parametrize(
    ("rows", "view", "count"),
    [
        ("meeting", MeetingView.ALL, 5),
        ("meeting", MeetingView.AHEAD, 2),
        ("meeting", MeetingView.OVER, 1),
        ("meeting", MeetingView.OFF, 2),
        ("minutes", MinutesView.ALL, 2),
        ("minutes", MinutesView.IN_HAND, 1),
        ("minutes", MinutesView.AWAITS_PEN, 1),
        ("minutes", MinutesView.SIGNED, 0),
        ("minutes", MinutesView.ENDED, 0),
    ],
)
def test_views_of_meetings_and_minutes(office: tuple[DataFolder, Sample], rows: str, view: str, count: int) -> None:
    with office[0].open_read() as work:
        asked = getattr(work, f"{rows}_rows")
        assert len(asked.ids(ListQuery(view=view))) == count
        assert asked.view_counts()[view] == count


FILTERS: list[tuple[str, FilterKey, Callable[[Sample], object], Callable[[Any, Work], bool]]] = [
    ("resolution", FilterKey.PARTY, lambda s: s.parties[1], lambda r, w: r.executor_party_id == 2),
    ("resolution", FilterKey.UNIT, lambda s: s.units[0], lambda r, w: r.executor == "اداره کل ارتباطات"),
    ("resolution", FilterKey.AXIS, lambda s: s.axis, lambda r, w: r.axis_code in {"م۴", "م۴-۱"}),
    ("resolution", FilterKey.STATE, lambda s: "blocked", lambda r, w: r.state is ResolutionState.BLOCKED),
    ("resolution", FilterKey.MEETING, lambda s: s.meeting, lambda r, w: r.meeting_number == 3),
    ("resolution", FilterKey.YEAR, lambda s: 1402, lambda r, w: r.meeting_number == 6),
    ("resolution", FilterKey.DUE_UNTIL, lambda s: TODAY.isoformat(), lambda r, w: bool(r.due and r.due <= TODAY)),
    ("resolution", FilterKey.KIND, lambda s: "policy", lambda r, w: _clause(w, r.id).kind is ClauseKind.POLICY),
    ("resolution", FilterKey.OWNER_PERSON, lambda s: s.person, lambda r, w: bool(_clause(w, r.id).owner_person_id)),
    ("task", FilterKey.PARTY, lambda s: s.parties[1], lambda r, w: r.party_id == 2),
    ("task", FilterKey.UNIT, lambda s: s.units[1], lambda r, w: r.unit_id == 2),
    ("task", FilterKey.STATE, lambda s: "reported", lambda r, w: r.state is TaskState.REPORTED),
    ("task", FilterKey.AXIS, lambda s: s.axis, lambda r, w: _clause(w, r.resolution_id).axis_id is not None),
    ("task", FilterKey.DUE_UNTIL, lambda s: TODAY.isoformat(), lambda r, w: bool(r.due and r.due <= TODAY)),
    ("meeting", FilterKey.STATE, lambda s: "held", lambda r, w: r.state is MeetingState.HELD),
    ("meeting", FilterKey.KIND, lambda s: "extraordinary", lambda r, w: r.kind is MeetingKind.EXTRAORDINARY),
    ("meeting", FilterKey.YEAR, lambda s: 1401, lambda r, w: bool(r.day and r.day < date(2023, 3, 21))),
    ("minutes", FilterKey.STATE, lambda s: "final", lambda r, w: r.state is MinutesState.FINAL),
    ("minutes", FilterKey.MEETING, lambda s: s.meeting, lambda r, w: r.meeting_number == 3),
]


def _clause(work: Work, resolution_id: int) -> Clause:
    return work.clauses.where(resolution_id=resolution_id)[0]


@pytest.mark.parametrize(("kind", "key", "value", "fits"), FILTERS, ids=[f"{kind}-{key}" for kind, key, *_ in FILTERS])
def test_a_filter(
    office: tuple[DataFolder, Sample],
    kind: str,
    key: FilterKey,
    value: Callable[[Sample], object],
    fits: Callable[[Any, Work], bool],
) -> None:
    data, sample = office
    with data.open_read() as work:
        rows = getattr(work, f"{kind}_rows")
        every = _all(rows)
        wanted = [row.id for row in every if fits(row, work)]
        query = ListQuery(filters=(Filter(key, str(value(sample))),))
        assert list(rows.ids(query)) == wanted
        assert 0 < len(wanted) < len(every), "a filter that leaves all or nothing proves nothing"
        assert rows.view_counts(query)["all"] == len(wanted)


def test_filters_of_one_key_are_or_of_two_keys_and(office: tuple[DataFolder, Sample]) -> None:
    data, sample = office
    units = tuple(Filter(FilterKey.UNIT, str(unit)) for unit in sample.units[:2])
    with data.open_read() as work:
        ask = work.resolution_rows.ids
        both = set(ask(ListQuery(filters=units)))
        assert both == set(ask(ListQuery(filters=units[:1]))) | set(ask(ListQuery(filters=units[1:])))
        late = ListQuery(filters=(*units, Filter(FilterKey.STATE, "blocked")), view=ResolutionView.LATE)
        blocked = set(ask(ListQuery(filters=(Filter(FilterKey.STATE, "blocked"),))))
        assert set(ask(late)) == both & blocked & set(ask(ListQuery(view=ResolutionView.LATE)))
        found = ListQuery("روستا", filters=units)
        assert 0 < work.resolution_rows.view_counts(found)["all"] < len(both)


def _due(row: Any) -> tuple[bool, object]:
    return row.due is None, row.due


SORTS: list[tuple[str, str, Callable[[Any], Any]]] = [
    ("resolution", "title", lambda row: sort_key(row.text)),
    ("resolution", "due", _due),
    ("resolution", "state", lambda row: list(ResolutionState).index(row.state)),
    ("resolution", "executor", lambda row: sort_key(row.executor) if row.executor else ""),
    ("resolution", "number", lambda row: (row.meeting_number, not row.number, row.id)),
    ("task", "due", _due),
    ("task", "unit", lambda row: sort_key(row.unit)),
    ("task", "state", lambda row: list(TaskState).index(row.state)),
    ("task", "percent", lambda row: row.percent),
    ("task", "number", lambda row: row.resolution_id),
    ("meeting", "day", lambda row: (row.day is None, row.day)),
    ("meeting", "number", lambda row: row.number),
    ("meeting", "state", lambda row: list(MeetingState).index(row.state)),
    ("minutes", "day", lambda row: row.day),
    ("minutes", "number", lambda row: row.meeting_number),
    ("minutes", "state", lambda row: list(MinutesState).index(row.state)),
]


@pytest.mark.parametrize(("kind", "sort", "key"), SORTS, ids=[f"{kind}-{sort}" for kind, sort, _ in SORTS])
def test_an_order(office: tuple[DataFolder, Sample], kind: str, sort: str, key: Callable[[Any], Any]) -> None:
    with office[0].open_read() as work:
        rows = getattr(work, f"{kind}_rows")
        rising = list(rows.ids(ListQuery(sort=sort)))
        falling = list(rows.ids(ListQuery(sort=sort, descending=True)))
        keys = [key(row) for row in rows.fetch(rising)]
        assert set(rising) == set(rows.ids())
        assert all(one <= other for one, other in pairwise(keys))
        filled = [row_id for row_id, row in zip(rising, keys, strict=True) if not _is_empty(row)]
        assert falling[: len(filled)] == filled[::-1], "a falling order is the rising one turned round"
        assert set(falling[len(filled) :]) == set(rising) - set(filled), "what is empty comes last both ways"


def _is_empty(key: object) -> bool:
    return isinstance(key, tuple) and len(key) == 2 and key[0] is True


@pytest.mark.parametrize("kind", ["resolution", "task", "meeting", "minutes"])
@pytest.mark.parametrize(
    "query",
    [
        ListQuery(view="nothing_of_the_kind"),
        ListQuery(sort="colour"),
        ListQuery(filters=(Filter(FilterKey.STATE, "nowhere"),)),
        ListQuery(filters=(Filter(FilterKey.YEAR, "soon"),)),
        ListQuery(filters=(Filter(FilterKey.YEAR, "99999999"), Filter(FilterKey.MEETING, "x"))),
    ],
)
def test_a_question_that_a_list_does_not_know_is_refused(
    office: tuple[DataFolder, Sample], kind: str, query: ListQuery
) -> None:
    with office[0].open_read() as work, pytest.raises(RuleBroken, match="list_cannot"):
        getattr(work, f"{kind}_rows").ids(query)


def test_a_filter_that_only_other_lists_have_is_refused(office: tuple[DataFolder, Sample]) -> None:
    with office[0].open_read() as work, pytest.raises(RuleBroken, match="list_cannot") as caught:
        work.meeting_rows.view_counts(ListQuery(filters=(Filter(FilterKey.UNIT, "1"),)))
    assert caught.value.facts == {"kind": "meeting", "what": "filter", "value": "unit"}
