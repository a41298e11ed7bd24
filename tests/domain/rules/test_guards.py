"""Guards of finalising: each rule stops or only warns, at the right place, and says when it is fine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.sheets import Guard, Level
from desktop_app.domain.rules.attendance import QuorumRule, quorum
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind, RelativeBase
from desktop_app.domain.rules.guards import FinalisingInput, first_stop, guards
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    AgendaKind,
    Attendance,
    AttendanceState,
    DispositionKind,
    Meeting,
    MeetingState,
)
from desktop_app.domain.rules.minutes import (
    Clause,
    ClauseKind,
    Deliberation,
    ItemDisposition,
    MinutesState,
    MinutesVersion,
)

DAY = date(2023, 5, 1)
S = AttendanceState
READ = MinutesVersion(id=1, meeting_id=1, state=MinutesState.REVIEW, read_aloud=True)
HELD = Meeting(id=1, committee_id=1, number=5, state=MeetingState.HELD, day=DAY)
ITEMS = tuple(AgendaItem(id=n, committee_id=1, meeting_id=1, ordinal=n, title=f"بند {n}") for n in (1, 2))
DECISION = Clause(
    id=9,
    minutes_version_id=1,
    agenda_item_id=2,
    ordinal=1,
    text="متن",
    kind=ClauseKind.DECISION,
    executor_unit_id=1,
    owner_unit_id=1,
    deadline=Deadline(kind=DeadlineKind.DAY, day=date(2023, 6, 5)),
)
TALK = Deliberation(id=1, minutes_version_id=1, agenda_item_id=1, ordinal=1, speaker="", text="سخن")


def rows(*states: AttendanceState, **words: Any) -> tuple[Attendance, ...]:
    """The first half of the seats is the governorate's."""
    return tuple(
        Attendance(
            minutes_version_id=1,
            seat_id=n,
            party_id=1 if n <= len(states) / 2 else 2,
            ordinal=n,
            name=f"شخص {n}",
            post="",
            state=state,
            **words,
        )
        for n, state in enumerate(states, start=1)
    )


def case(**changes: Any) -> FinalisingInput:
    """A case in which nothing is amiss, but for the changes."""
    given: dict[str, Any] = {
        "version": READ,
        "meeting": HELD,
        "agenda": ITEMS,
        "attendance": rows(S.PRESENT, S.PRESENT, S.PRESENT, S.ABSENT),
        "clauses": (DECISION,),
        "deliberations": (TALK,),
        "calendar": WorkCalendar(),
        "due": {9: date(2023, 6, 5)},
        **changes,
    }
    parties = {1: "استانداری", 2: "مرکز ملی"}
    return FinalisingInput(quorum=quorum(given["attendance"], [1, 2], QuorumRule()), parties=parties, **given)


def by_key(found: tuple[Guard, ...]) -> dict[str, Guard]:
    return {guard.key: guard for guard in found}


def only(level: Level, **changes: Any) -> list[Guard]:
    return [guard for guard in guards(case(**changes)) if guard.level is level]


def test_a_case_in_order_says_so_line_by_line() -> None:
    found = guards(case())
    assert [guard.key for guard in found] == [
        "meeting_over", "attendance_complete", "quorum_met", "resolutions_complete", "minutes_read",
    ]  # fmt: skip
    assert {guard.level for guard in found} == {Level.OK}
    assert first_stop(found) is None
    assert by_key(found)["resolutions_complete"].facts == {"count": 1}
    assert by_key(found)["quorum_met"].facts == {"present": 3, "filled": 4, "needed": 3}


@pytest.mark.parametrize("state", list(MeetingState))
def test_only_a_meeting_that_took_place_has_final_minutes(state: MeetingState) -> None:
    stops = only(Level.STOP, meeting=replace(HELD, state=state), clauses=(), agenda=())
    over = state in {MeetingState.HELD, MeetingState.INQUORATE, MeetingState.CLOSED}
    assert [guard.key for guard in stops] == ([] if over else ["meeting_not_over"])


def test_every_seat_is_marked() -> None:
    attendance = rows(S.PRESENT, S.PRESENT, S.PRESENT, S.UNMARKED)
    (guard,) = only(Level.STOP, attendance=attendance)
    assert (guard.key, guard.target.field, guard.target.seat_id) == ("attendance_incomplete", "attendance", 4)
    assert guard.facts == {"count": 1, "name": "شخص 4"}


def test_a_substitute_without_a_name_stops_too() -> None:
    (guard,) = only(Level.STOP, attendance=rows(S.SUBSTITUTE, S.PRESENT, S.PRESENT, S.PRESENT))
    assert (guard.key, guard.target.seat_id) == ("substitute_without_name", None)


def test_resolutions_need_the_quorum() -> None:
    few = rows(S.PRESENT, S.ABSENT, S.PRESENT, S.ABSENT)
    (guard,) = only(Level.STOP, attendance=few)
    assert (guard.key, guard.target.field) == ("quorum_too_few", "attendance")
    (guard,) = only(Level.STOP, attendance=rows(S.PRESENT, S.PRESENT, S.ABSENT, S.ABSENT))
    assert (guard.key, guard.facts) == ("quorum_party_missing", {"party_id": 2, "party": "مرکز ملی"})


def test_without_resolutions_a_missing_quorum_is_only_a_warning() -> None:
    few = rows(S.PRESENT, S.ABSENT, S.PRESENT, S.ABSENT)
    note = replace(DECISION, kind=ClauseKind.NOTE)
    assert only(Level.STOP, attendance=few, clauses=(note,)) == []
    assert [guard.key for guard in only(Level.WARN, attendance=few, clauses=(note,))] == ["quorum_too_few"]


def test_an_inquorate_meeting_has_minutes_without_resolutions() -> None:
    inquorate = {
        "meeting": replace(HELD, state=MeetingState.INQUORATE),
        "attendance": rows(S.PRESENT, S.PRESENT, S.ABSENT, S.ABSENT),
    }
    (guard,) = only(Level.STOP, **inquorate)
    assert (guard.key, guard.facts, guard.target.clause_id) == ("inquorate_with_resolutions", {"count": 1}, 9)
    note = replace(DECISION, kind=ClauseKind.NOTE)
    assert only(Level.STOP, clauses=(note,), **inquorate) == []
    keys = [guard.key for guard in guards(case(clauses=(note,), **inquorate))]
    assert "inquorate_minutes" in keys
    assert "resolutions_complete" not in keys


def test_every_gap_of_every_resolution_has_its_line() -> None:
    bare = replace(DECISION, executor_unit_id=None, owner_unit_id=None, deadline=Deadline())
    second = replace(DECISION, id=10, ordinal=2, owner_unit_id=None)
    found = only(Level.STOP, clauses=(bare, second))
    assert [(guard.key, guard.target.field, guard.target.clause_id, guard.facts["row"]) for guard in found] == [
        ("resolution_without_executor", "executor", 9, 1),
        ("resolution_without_owner", "owner", 9, 1),
        ("resolution_without_deadline", "deadline", 9, 1),
        ("resolution_without_owner", "owner", 10, 2),
    ]


def test_a_deadline_that_a_new_day_of_the_meeting_overtook_stops() -> None:
    (guard,) = only(Level.STOP, meeting=replace(HELD, day=date(2023, 7, 3)))
    assert (guard.key, guard.target.clause_id, guard.facts["row"]) == ("deadline_before_meeting", 9, 1)
    assert only(Level.STOP, meeting=replace(HELD, day=None)) == []


@pytest.mark.parametrize(
    ("state", "read"),
    [(MinutesState.DRAFT, False), (MinutesState.DRAFT, True), (MinutesState.REVIEW, False)],
)
def test_the_reading_step_has_to_be_done(state: MinutesState, read: bool) -> None:
    (guard,) = only(Level.STOP, version=replace(READ, state=state, read_aloud=read))
    assert (guard.key, guard.target.field) == ("minutes_not_read", "reading")


def test_closed_days_only_warn() -> None:
    """13 Khordad 1402 and 14 Khordad 1402: a Saturday made a holiday here, and the memorial day."""
    calendar = WorkCalendar(holidays={DAY: "تعطیل", date(2023, 6, 4): "رحلت"})
    later = replace(DECISION, id=10, ordinal=2)
    due = {9: date(2023, 6, 4), 10: date(2023, 6, 8), 11: None}
    third = replace(DECISION, id=11, ordinal=3)
    found = by_key(tuple(only(Level.WARN, calendar=calendar, clauses=(DECISION, later, third), due=due)))
    assert set(found) == {"meeting_on_closed_day", "deadline_on_closed_day"}
    deadline = found["deadline_on_closed_day"]
    assert deadline.facts == {"count": 2, "day": date(2023, 6, 4)}
    assert (deadline.target.field, deadline.target.clause_id) == ("deadline", 9)
    assert only(Level.STOP, calendar=calendar, due=due) == []


def test_a_deadline_by_a_next_meeting_that_nobody_named_only_warns() -> None:
    by_next = replace(DECISION, deadline=Deadline(kind=DeadlineKind.NEXT_MEETING))
    later = replace(by_next, id=10, ordinal=2)
    (guard,) = only(Level.WARN, clauses=(by_next, later), due={9: None, 10: None})
    assert (guard.key, guard.facts) == ("deadline_without_next_meeting", {"count": 2})
    assert (guard.target.field, guard.broken) == ("next_day", None)
    assert only(Level.WARN, clauses=(by_next,), due={9: date(2023, 6, 5)}) == []
    after_notice = Deadline(kind=DeadlineKind.RELATIVE, count=5, base=RelativeBase.NOTIFICATION)
    assert only(Level.WARN, clauses=(replace(DECISION, deadline=after_notice),), due={9: None}) == []


def test_an_item_without_text_stops_until_it_is_decided() -> None:
    follow_up = AgendaItem(id=3, committee_id=1, meeting_id=1, ordinal=3, title="پیگیری", kind=AgendaKind.FOLLOW_UP)
    following = replace(follow_up, id=4, kind=AgendaKind.NEXT_MEETING)
    (guard,) = only(Level.STOP, deliberations=(), agenda=(*ITEMS, follow_up, following))
    assert (guard.key, guard.facts) == ("agenda_item_undecided", {"count": 1, "title": "بند 1"})
    assert guard.target.agenda_item_id == 1
    left = ItemDisposition(minutes_version_id=1, agenda_item_id=1, kind=DispositionKind.PARKED)
    assert only(Level.STOP, deliberations=(), agenda=(*ITEMS, follow_up), dispositions=(left,)) == []


def test_the_act_is_refused_with_the_first_stop_and_its_place() -> None:
    found = guards(case(version=replace(READ, read_aloud=False), clauses=(replace(DECISION, owner_unit_id=None),)))
    broken = first_stop(found)
    assert isinstance(broken, RuleBroken)
    assert (broken.key, broken.field) == ("resolution_without_owner", "owner")
    assert broken.facts == {"row": 1, "clause_id": 9}


def test_every_stop_carries_its_refusal() -> None:
    worst = case(
        version=replace(READ, state=MinutesState.DRAFT),
        meeting=replace(HELD, state=MeetingState.IN_SESSION),
        attendance=rows(S.UNMARKED, S.UNMARKED),
        clauses=(replace(DECISION, executor_unit_id=None),),
    )
    found = guards(worst)
    assert sum(guard.level is Level.STOP for guard in found) == 5
    for guard in found:
        assert (guard.broken is not None) == (guard.level is Level.STOP)
        assert guard.broken is None or guard.broken.key == guard.key
