"""Budget of finalising in the whole window: so many statements, and so many more for each resolution."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import wiring
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AttendanceState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.services.meetings.meetings import end_session
from desktop_app.services.minutes.attendance import mark_attendance
from desktop_app.services.minutes.clauses import add_clause, save_clause
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.window.kit.destinations import OpenMinutes
from desktop_app.window.minutes.controller import MinutesController
from tests.acts import every_page
from tests.bootstrap.conftest import Start, clock_on
from tests.conftest import DEMO_DAY
from tests.statements import counted
from tests.writing_places import ids_of

MOST, MOST_EACH = 150, 6


def make_ready(folder: Path, resolutions: int) -> int:
    """Take the begun minutes to the end of their reading, with so many resolutions; their version."""
    meeting, _item, version = ids_of(folder)
    office = wiring.open_office(folder, clock_on(DEMO_DAY))
    context = office.context
    with context.read() as work:
        seats = [row.seat_id for row in work.attendance.where(minutes_version_id=version)]
        first = work.clauses.where(minutes_version_id=version)[0]
        axis, unit, person = work.axes.where()[0].id, work.units.where()[0].id, work.people.where()[0].id
    for seat_id in seats:
        mark_attendance(context, meeting, seat_id, SeatMark(state=AttendanceState.PRESENT))
    end_session(context, meeting)
    deadline = Deadline(kind=DeadlineKind.DAY, day=DEMO_DAY + timedelta(days=30))
    whole = replace(first, axis_id=axis, executor_unit_id=unit, owner_person_id=person, deadline=deadline)
    save_clause(context, whole)
    for _more in range(resolutions - 1):
        add_clause(context, replace(whole, id=0, resolution_id=None))
    to_review(context, version)
    mark_read(context, version)
    office.close()
    return version


@pytest.mark.parametrize("resolutions", [1, 7])
def test_finalising_keeps_its_budget(start: Start, begun_folder: Path, resolutions: int) -> None:
    version = make_ready(begun_folder, resolutions)
    screens = start(begun_folder).verified()
    every_page(screens)
    screens.go(OpenMinutes(version))
    controller = screens.screen("minutes_editor").controller
    assert isinstance(controller, MinutesController)
    QApplication.processEvents()
    with counted() as found:
        controller.finalise()
        QApplication.processEvents()
    assert controller.sheet.version.state is MinutesState.FINAL
    assert len(found.statements) <= MOST + MOST_EACH * resolutions
