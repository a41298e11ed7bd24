"""The document of the alignment matrix: resolutions against the units that have to align with them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.documents.alignment_matrix_document import (
    AlignmentMatrixDocument,
    MatrixCell,
    MatrixRow,
    MatrixUnit,
)
from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.read_models.names import Names
from desktop_app.domain.rules.members import Unit
from desktop_app.services.context import Context
from desktop_app.services.documents.classes import class_of_drawn, raised
from desktop_app.services.documents.minutes_lines import iso
from desktop_app.services.documents.report_head import ReportHead, report_paper
from desktop_app.services.follow_up.standing_resolutions import StandingResolution, StandingTask, resolutions_on
from desktop_app.services.reading import names_of, units_of
from desktop_app.storage.store.work import Work


def alignment_matrix_paper(context: Context, *, every: bool = False) -> Paper[AlignmentMatrixDocument]:
    """The matrix of the open resolutions, or with ``every`` of all, as it stands today; it may be empty."""
    today = context.clock.today()

    def build(work: Work, head: ReportHead) -> AlignmentMatrixDocument:
        """The matrix as this reading of the storage shows it."""
        found = resolutions_on(work, head.committee_id, today)
        chosen = [one for one in found if one.tasks and (every or one.course.is_open)]
        units = _columns(work, head.committee_id, chosen)
        names = names_of(work, head.committee_id)
        return AlignmentMatrixDocument(
            committee=head.committee,
            typography=head.typography,
            letterhead=raised(head.letterhead, class_of_drawn(work, chosen)),
            parties=head.parties,
            day=iso(today),
            every=every,
            units=tuple(_unit(unit, head) for unit in units),
            rows=tuple(_row(one, names, units) for one in chosen),
        )

    return report_paper(context, build)


def _columns(work: Work, committee_id: int, rows: Sequence[StandingResolution]) -> tuple[Unit, ...]:
    """The living units, and those archived ones that still stand in a row, party by party."""
    named = {task.task.unit_id for row in rows for task in row.tasks}
    return tuple(one for one in units_of(work, committee_id) if one.archived_on is None or one.id in named)


def _unit(unit: Unit, head: ReportHead) -> MatrixUnit:
    return MatrixUnit(name=unit.name, short_name=unit.short_name, party=head.party(unit.party_id))


def _row(one: StandingResolution, names: Names, units: Sequence[Unit]) -> MatrixRow:
    tasks = {task.task.unit_id: task for task in one.tasks}
    return MatrixRow(
        number=one.resolution.number,
        text=one.clause.text,
        axis=names.axis(one.clause.axis_id),
        state=one.course.state.value,
        percent=one.course.percent,
        due=iso(one.due),
        late=one.late,
        cells=tuple(_cell(tasks.get(unit.id)) for unit in units),
    )


def _cell(standing: StandingTask | None) -> MatrixCell | None:
    if standing is None:
        return None
    return MatrixCell(
        role=standing.task.role.value,
        state=standing.task.state.value,
        percent=standing.task.percent,
        due=iso(standing.due),
        late=standing.late,
        aligned=standing.aligned,
    )
