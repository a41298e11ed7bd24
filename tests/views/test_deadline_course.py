"""The course of a deadline on the pages of a task and of its resolution: each day by the act that set it."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.domain.documents.letter_lines import DueLine
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeBase
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolution_actions import Extension
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.follow_up import resolution_acts
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.versions.signing import sign_all
from desktop_app.window.kit import resolution_format, task_format
from desktop_app.words.resolutions import ADOPTED, FIRST, FIRST_DEADLINE, extension
from tests.services.corrections import CORRECTED, OLD, corrected, notified
from tests.services.office_steps import MONDAY, Office

GRANTED, ANEW, LATER = date(2023, 7, 20), date(2023, 8, 9), date(2023, 9, 6)
COUNTED = Deadline(kind=DeadlineKind.RELATIVE, count=14, base=RelativeBase.NOTIFICATION)


def on(day: date) -> Deadline:
    return Deadline(kind=DeadlineKind.DAY, day=day)


def course(office: Office) -> list[str]:
    """The words of the stations, the same beside the task as beside its resolution."""
    one = office.where("resolutions")[0]
    task = task_sheet(office.context, office.where("tasks", resolution_id=one.id)[0].id)
    stations = task_format.stations_of(task)
    assert resolution_format.stations_of(resolution_sheet(office.context, one.id)) == stations
    days = [station for station in stations if station.extended]
    assert len(days) == sum(station.label.startswith("تمدید") for station in stations)
    return [station.label for station in stations]


def extend(office: Office, due: date) -> None:
    granting = office.held(office.clock.today())
    one = office.where("resolutions")[0]
    resolution_acts.extend(office.context, one.id, Extension(due=due, reason="فرصت", meeting_id=granting))


def due_of(office: Office, meeting_id: int) -> DueLine:
    due: DueLine = extract_paper(office.context, meeting_id).document.letters[0].due
    return due


def test_a_deadline_that_a_correction_set_anew_is_no_extension(office: Office) -> None:
    meeting_id, version_id = notified(office, 1)
    corrected(office, version_id, deadline=on(ANEW))
    assert course(office) == [ADOPTED, FIRST_DEADLINE]
    assert due_of(office, meeting_id) == DueLine(first=ANEW.isoformat(), due=ANEW.isoformat(), extensions=0)


def test_a_first_deadline_that_learned_its_day_from_the_notification_is_no_extension(office: Office) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    office.decide(version_id, office.items(meeting_id)[1], deadline=COUNTED)
    office.finalised(version_id)
    sign_all(office.context, version_id, MONDAY, asked=True)
    assert course(office) == [ADOPTED]
    office.clock.forward(hours=1)
    notify_all(office.context, version_id, Notice(day=MONDAY, letter_number=OLD))
    assert course(office) == [ADOPTED, FIRST_DEADLINE]
    office.clock.forward(days=3)
    extend(office, MONDAY + timedelta(days=60))
    assert course(office) == [ADOPTED, FIRST_DEADLINE, extension(FIRST)]


def test_what_a_meeting_granted_before_the_correction_is_of_the_deadline_that_it_replaced(office: Office) -> None:
    meeting_id, version_id = notified(office, 1)
    office.clock.forward(days=3)
    extend(office, GRANTED)
    assert course(office) == [ADOPTED, FIRST_DEADLINE, extension(FIRST)]
    corrected(office, version_id, CORRECTED, deadline=on(ANEW))
    assert course(office) == [ADOPTED, FIRST_DEADLINE]
    assert due_of(office, meeting_id) == DueLine(first=ANEW.isoformat(), due=ANEW.isoformat(), extensions=0)
    (line,) = register_paper(office.context).document.lines
    assert (line.agreed, line.extended, line.due) == (ANEW.isoformat(), (), ANEW.isoformat())
    office.clock.forward(days=3)
    extend(office, LATER)
    assert course(office) == [ADOPTED, FIRST_DEADLINE, extension(FIRST)]
    assert due_of(office, meeting_id).extensions == 1


def test_where_today_stands_is_told_among_the_stations_that_show(office: Office) -> None:
    _, version_id = notified(office, 1)
    corrected(office, version_id, deadline=on(ANEW))
    office.clock.forward(days=(ANEW - office.clock.today()).days + 2)
    one = office.where("resolutions")[0]
    task = task_sheet(office.context, office.where("tasks", resolution_id=one.id)[0].id)
    found = task_format.today_of(task)
    assert found is not None
    assert found.after == 1
    assert found == resolution_format.today_of(resolution_sheet(office.context, one.id))
