"""The figures of the monthly report: resolutions by axis and by executing unit, tasks by party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.domain.documents.monthly_report_document import ReportCount, ReportTasks
from desktop_app.domain.rules.committee import Axis
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.resolutions import has_ended
from desktop_app.domain.rules.tasks import TaskState, percent_of
from desktop_app.services.documents.report_head import ReportHead
from desktop_app.services.follow_up.standing_resolutions import StandingResolution, StandingTask


def counted(name: str, party: int | None, found: Iterable[StandingResolution], *, code: str = "") -> ReportCount:
    """How these stand; what units have reported done is open, not late."""
    every = list(found)
    done = sum(has_ended(one.course.state) for one in every)
    late = sum(one.late > 0 for one in every)
    return ReportCount(code=code, name=name, party=party, open=len(every) - done - late, late=late, done=done)


def axes_of_report(found: Sequence[StandingResolution], axes: Sequence[Axis]) -> tuple[ReportCount, ...]:
    """Every axis, those without a resolution too; what has no axis comes last, under an empty name."""
    rows = [
        counted(axis.title, None, [one for one in found if one.clause.axis_id == axis.id], code=axis.code)
        for axis in axes
    ]
    bare = [one for one in found if one.clause.axis_id is None]
    return (*rows, *([counted("", None, bare)] if bare else []))


def units_of_report(
    found: Sequence[StandingResolution], units: Sequence[Unit], head: ReportHead
) -> tuple[ReportCount, ...]:
    """Every unit that executes a resolution, party by party; what no unit executes comes last, under an empty name."""
    rows = []
    for unit in units:
        own = [one for one in found if one.clause.executor_unit_id == unit.id]
        if own:
            rows.append(counted(unit.name, head.party(unit.party_id), own))
    bare = [one for one in found if one.clause.executor_unit_id is None]
    return (*rows, *([counted("", None, bare)] if bare else []))


def tasks_by_party(
    found: Sequence[StandingResolution], units: Sequence[Unit], head: ReportHead
) -> tuple[ReportTasks, ...]:
    """The tasks of each party's units; a party without tasks has its line, too."""
    parties = {unit.id: head.party(unit.party_id) for unit in units}
    every = [(one, task) for one in found for task in one.tasks]
    return tuple(
        _tasks_of(party, [(one, task) for one, task in every if parties[task.task.unit_id] == party])
        for party in range(len(head.parties))
    )


def _tasks_of(party: int, own: Sequence[tuple[StandingResolution, StandingTask]]) -> ReportTasks:
    return ReportTasks(
        party=party,
        count=len(own),
        accepted=sum(task.task.state is TaskState.ACCEPTED for _, task in own),
        late=sum(task.late > 0 for _, task in own),
        unaligned=sum(one.course.is_open and not task.aligned for one, task in own),
        percent=percent_of([task.task for _, task in own]),
    )
