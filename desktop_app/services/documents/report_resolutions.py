"""A standing resolution as a line of a report."""

from __future__ import annotations

from desktop_app.domain.documents.monthly_report_document import ReportResolution
from desktop_app.domain.read_models.names import Names
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead
from desktop_app.services.follow_up.standing_resolutions import StandingResolution


def report_resolution(one: StandingResolution, names: Names, head: ReportHead) -> ReportResolution:
    """Number, wording, executor with its party, deadline in force, state and the last news."""
    executor = names.units.get(one.clause.executor_unit_id or 0)
    return ReportResolution(
        number=one.resolution.number,
        text=one.clause.text,
        axis=names.axis(one.clause.axis_id),
        executor=executor.name if executor is not None else "",
        party=head.party(executor.party_id) if executor is not None else None,
        due=iso(one.due),
        state=one.course.state.value,
        percent=one.course.percent,
        late=one.late,
        note=one.news,
    )
