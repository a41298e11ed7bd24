"""Budget of finalising in the whole window: so many statements, and more for each resolution, effect and item."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import wiring
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.carrying import items_without_text
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AttendanceState, DispositionKind
from desktop_app.domain.rules.minutes import EffectKind, ItemDisposition, MinutesState
from desktop_app.services.context import Context
from desktop_app.services.meetings.meetings import end_session
from desktop_app.services.minutes.attendance import mark_attendance
from desktop_app.services.minutes.clauses import add_clause, save_clause
from desktop_app.services.minutes.dispositions import dispose_items
from desktop_app.services.minutes.effects import add_effect
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.reading import agenda_of
from desktop_app.window.kit.destinations import OpenMinutes
from desktop_app.window.minutes.controller import MinutesController
from tests.acts import every_page
from tests.bootstrap.conftest import Start, clock_on
from tests.conftest import DEMO_DAY
from tests.statements import counted
from tests.writing_places import ids_of

MOST, MOST_EACH, MOST_EFFECT, MOST_CARRIED = 150, 6, 12, 6
KINDS = (EffectKind.EXTEND, EffectKind.REVOKE, EffectKind.ACCEPT, EffectKind.DEFER)


def add_effects(context: Context, version: int, clause: int, count: int) -> None:
    """Let a clause act on so many open resolutions, each in another way."""
    targets = [row for row in minutes_sheet(context, version).follow_up if row.course.is_open][:count]
    assert len(targets) == count
    for target, kind in zip(targets, KINDS, strict=False):
        day = DEMO_DAY + timedelta(days=400) if kind is EffectKind.EXTEND else None
        add_effect(context, clause, target.resolution_id, kind, day, unreported=[task for task, _ in target.unreported])


def dispose_rest(context: Context, meeting: int, version: int, carried: int) -> None:
    """Carry so many items without text to the next meeting, and leave the others out."""
    with context.read() as work:
        written = work.clauses.where(minutes_version_id=version)
        spoken = work.deliberations.where(minutes_version_id=version)
        empty = items_without_text(agenda_of(work, meeting), written, spoken)
    kinds = [DispositionKind.NEXT] * carried + [DispositionKind.LEFT] * (len(empty) - carried)
    assert len(kinds) == len(empty)
    decided = [
        ItemDisposition(minutes_version_id=version, agenda_item_id=item.id, kind=kind, reason="به درخواست مرکز")
        for item, kind in zip(empty, kinds, strict=True)
    ]
    dispose_items(context, version, decided)


def make_ready(folder: Path, resolutions: int, effects: int, carried: int) -> int:
    """Take the begun minutes to the end of their reading, with what the minutes have; their version."""
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
    add_effects(context, version, first.id, effects)
    dispose_rest(context, meeting, version, carried)
    to_review(context, version)
    mark_read(context, version)
    office.close()
    return version


@pytest.mark.parametrize(
    ("resolutions", "effects", "carried"), [(1, 0, 0), (7, 0, 0), (1, 1, 0), (1, 4, 0), (1, 0, 1), (1, 0, 2)]
)
def test_finalising_keeps_its_budget(
    start: Start, begun_folder: Path, resolutions: int, effects: int, carried: int
) -> None:
    version = make_ready(begun_folder, resolutions, effects, carried)
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
    most = MOST + MOST_EACH * resolutions + MOST_EFFECT * effects + MOST_CARRIED * carried
    assert len(found.statements) <= most
