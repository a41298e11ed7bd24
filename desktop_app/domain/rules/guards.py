"""Guards of finalising (تا نهایی‌سازی): checks that stop it or only warn.

One list serves the strip under the minutes and the act itself, so the screen never promises what the act refuses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.sheets import Guard, Level, Target
from desktop_app.domain.rules.attendance import Quorum, require_quorum
from desktop_app.domain.rules.carrying import items_without_text
from desktop_app.domain.rules.deadlines import DeadlineKind, require_sound
from desktop_app.domain.rules.effects import EffectTarget, changed_effects, require_effect
from desktop_app.domain.rules.meetings import (
    OVER,
    AgendaItem,
    Attendance,
    Meeting,
    MeetingState,
    require_attendance_complete,
    unmarked,
)
from desktop_app.domain.rules.minutes import (
    Clause,
    ClauseEffect,
    Deliberation,
    ItemDisposition,
    MinutesState,
    MinutesVersion,
    missing_facts,
    resolutions_in_order,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalisingInput:
    """Input of the guards: the records of one version. ``due`` holds each deadline day by clause id.

    ``parties`` holds the name of each party by its id.
    """

    version: MinutesVersion
    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    attendance: tuple[Attendance, ...]
    clauses: tuple[Clause, ...]
    deliberations: tuple[Deliberation, ...]
    quorum: Quorum
    parties: Mapping[int, str]
    calendar: WorkCalendar
    due: Mapping[int, date | None]
    changed_since_read: Mapping[str, int] = field(default_factory=dict)
    """How often each kind of what is read out, ``clause`` or ``deliberation``, was changed after the reading."""
    effects: tuple[ClauseEffect, ...] = ()
    applied: tuple[ClauseEffect, ...] = ()
    """Of a correction: the effects of the signed version, which have been applied."""
    targets: Mapping[int, EffectTarget] = field(default_factory=dict)
    """By id the resolutions that the effects act on, as if a signed version had done nothing to them."""
    dispositions: tuple[ItemDisposition, ...] = ()
    closed_inquorate: bool = False
    """The meeting ended without quorum; once it is closed its state no longer says so."""

    @property
    def inquorate(self) -> bool:
        """Whether the meeting had no quorum."""
        return self.closed_inquorate or self.meeting.state is MeetingState.INQUORATE

    @property
    def resolutions(self) -> tuple[Clause, ...]:
        """The resolutions in paper order."""
        return resolutions_in_order(self.clauses, [item.id for item in self.agenda])


def guards(case: FinalisingInput) -> tuple[Guard, ...]:
    """Return all guards in display order, also those that pass."""
    return (
        _meeting(case),
        _attendance(case),
        _quorum(case),
        *_resolutions(case),
        *_effects(case),
        *_closed_days(case),
        *_by_unknown_meeting(case),
        _reading(case),
        *_undecided_items(case),
    )


def first_stop(found: Sequence[Guard]) -> RuleBroken | None:
    """The refusal of the first stopping guard, or None."""
    return next((guard.broken for guard in found if guard.broken is not None), None)


def stop(broken: RuleBroken, **target: int | None) -> Guard:
    """Build a stopping guard from a refusal; its target ids become facts of the refusal."""
    ids = {name: value for name, value in target.items() if value is not None}
    return Guard(
        key=broken.key,
        level=Level.STOP,
        facts=broken.facts,
        target=Target(field=broken.field, **target),
        broken=broken.beside(broken.field, **ids),
    )


def _meeting(case: FinalisingInput) -> Guard:
    if case.meeting.state in OVER:
        return Guard(key="meeting_over", level=Level.OK, target=Target(field="meeting"))
    return stop(RuleBroken("meeting_not_over", field="meeting", state=case.meeting.state))


def _attendance(case: FinalisingInput) -> Guard:
    try:
        require_attendance_complete(case.attendance)
    except RuleBroken as broken:
        first = next(iter(unmarked(case.attendance)), None)
        return stop(broken, seat_id=first.seat_id if first else None)
    return Guard(
        key="attendance_complete",
        level=Level.OK,
        facts={"count": len(case.attendance)},
        target=Target(field="attendance"),
    )


def _quorum(case: FinalisingInput) -> Guard:
    facts = {"present": case.quorum.present, "filled": case.quorum.filled, "needed": case.quorum.needed}
    resolutions = case.resolutions
    if case.inquorate:
        if resolutions:
            broken = RuleBroken("inquorate_with_resolutions", field="kind", count=len(resolutions))
            return stop(broken, clause_id=resolutions[0].id)
        if case.effects:
            broken = RuleBroken("inquorate_with_effects", field="text", count=len(case.effects))
            return stop(broken, clause_id=case.effects[0].clause_id)
        return Guard(key="inquorate_minutes", level=Level.OK, facts=facts, target=Target(field="attendance"))
    try:
        require_quorum(case.quorum, case.parties)
    except RuleBroken as broken:
        if resolutions or case.effects:
            return stop(broken)
        return Guard(key=broken.key, level=Level.WARN, facts=broken.facts, target=Target(field="attendance"))
    return Guard(key="quorum_met", level=Level.OK, facts=facts, target=Target(field="attendance"))


def _resolutions(case: FinalisingInput) -> tuple[Guard, ...]:
    if case.inquorate:
        return ()
    found: list[Guard] = []
    for row, clause in enumerate(case.resolutions, start=1):
        gaps = list(missing_facts(clause, row))
        if case.meeting.day is not None:
            try:
                require_sound(clause.deadline, case.meeting.day)
            except RuleBroken as broken:
                gaps.append(broken.beside(broken.field, row=row))
        found.extend(stop(gap, clause_id=clause.id) for gap in gaps)
    if found:
        return tuple(found)
    count = len(case.resolutions)
    return (Guard(key="resolutions_complete", level=Level.OK, facts={"count": count}),)


def _effects(case: FinalisingInput) -> tuple[Guard, ...]:
    """Stop for effects that are not allowed any more; those of the signed version stand already."""
    _gone, new = changed_effects(case.applied, case.effects)
    clauses = {clause.id: clause for clause in case.clauses}
    found = []
    for effect in new:
        try:
            require_effect(
                effect, clauses[effect.clause_id], case.targets[effect.resolution_id], case.meeting.number or 0
            )
        except RuleBroken as broken:
            found.append(stop(broken, clause_id=effect.clause_id))
    return tuple(found)


def _closed_days(case: FinalisingInput) -> tuple[Guard, ...]:
    found = []
    day = case.meeting.day
    if day is not None and not case.calendar.is_working(day):
        found.append(
            Guard(key="meeting_on_closed_day", level=Level.WARN, facts={"day": day}, target=Target(field="day"))
        )
    closed = []
    for clause in case.resolutions:
        due = case.due.get(clause.id)
        if due is not None and not case.calendar.is_working(due):
            closed.append((clause, due))
    if closed:
        first, due = closed[0]
        found.append(
            Guard(
                key="deadline_on_closed_day",
                level=Level.WARN,
                facts={"count": len(closed), "day": due},
                target=Target(field="deadline", clause_id=first.id),
            )
        )
    return tuple(found)


def _by_unknown_meeting(case: FinalisingInput) -> tuple[Guard, ...]:
    """Warn of deadlines «by the next meeting» whose day is unknown: they are frozen without a day."""
    count = sum(
        clause.deadline.kind is DeadlineKind.NEXT_MEETING and case.due.get(clause.id) is None
        for clause in case.resolutions
    )
    if not count:
        return ()
    target = Target(field="next_day")
    return (Guard(key="deadline_without_next_meeting", level=Level.WARN, facts={"count": count}, target=target),)


def empty_items(case: FinalisingInput) -> tuple[AgendaItem, ...]:
    """Return the agenda items under which nothing is written."""
    return items_without_text(case.agenda, case.clauses, case.deliberations)


def _undecided_items(case: FinalisingInput) -> tuple[Guard, ...]:
    """Stop while it is not decided what becomes of an item without text."""
    decided = {one.agenda_item_id for one in case.dispositions}
    waiting = [item for item in empty_items(case) if item.id not in decided]
    if not waiting:
        return ()
    broken = RuleBroken("agenda_item_undecided", field="agenda", count=len(waiting), title=waiting[0].title)
    return (stop(broken, agenda_item_id=waiting[0].id),)


def _reading(case: FinalisingInput) -> Guard:
    version = case.version
    if version.state is MinutesState.REVIEW and version.read_aloud:
        if case.changed_since_read:
            counts = case.changed_since_read
            clauses, said = counts.get("clause", 0) + counts.get("clause_effect", 0), counts.get("deliberation", 0)
            facts = {"count": clauses + said, "clauses": clauses, "said": said}
            return stop(RuleBroken("minutes_changed_since_read", field="reading", **facts))
        return Guard(key="minutes_read", level=Level.OK, target=Target(field="reading"))
    return stop(RuleBroken("minutes_not_read", field="reading", state=version.state))
