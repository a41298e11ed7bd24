"""Resolutions (مصوبه): identity, stored acts, the computed course, and the open or late states."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.tasks import OPEN_TASKS, Task, TaskState, percent_of


class ResolutionState(StrEnum):
    """The displayed state; computed from the minutes, the acts and the tasks, never stored."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"
    NOTIFIED = "notified"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    REPORTED_DONE = "reported_done"
    VERIFIED = "verified"
    RETURNED = "returned"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    DEFERRED = "deferred"
    REJECTED = "rejected"


CLOSED = frozenset(
    {
        ResolutionState.VERIFIED,
        ResolutionState.SUPERSEDED,
        ResolutionState.REVOKED,
        ResolutionState.REJECTED,
    }
)

_NEVER_ADOPTED = frozenset({ResolutionState.PROPOSED, ResolutionState.REJECTED})


def is_counted(state: str) -> bool:
    """Whether figures count a resolution in this state; one that a correction removed is not counted."""
    return state not in _NEVER_ADOPTED


def has_ended(state: str) -> bool:
    """Whether the state is an end: verified, superseded or revoked."""
    return state in CLOSED and is_counted(state)


class ResolutionActKind(StrEnum):
    """Kinds of stored acts on a resolution."""

    NOTIFIED = "notified"
    VERIFIED = "verified"
    RETURNED = "returned"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    DEFERRED = "deferred"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Identity of a resolution; each version has a clause with its wording. ``number`` is given at finalising."""

    id: int = 0
    uid: str
    meeting_id: int
    row: int | None = None
    number: str = ""
    adopted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionAct:
    """One act with its day and reason; ``other_id`` links a superseding or revoking resolution.

    ``letter_number`` is that of the letter which told it to the units, where there was one. An act with ``undoes_id``
    takes an earlier one back: neither of the two counts any more, and both stay to be read. ``clause_id`` is the clause
    of final minutes that made the act.
    """

    id: int = 0
    resolution_id: int
    kind: ResolutionActKind
    day: date
    at: str
    actor: str
    reason: str = ""
    letter_number: str = ""
    other_id: int | None = None
    undoes_id: int | None = None
    clause_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineEvent:
    """A deadline as first agreed (``sequence`` 0) or extended; earlier ones are never overwritten.

    An event with ``undoes_id`` takes an extension back and bears the day before it; both stay to be read. ``clause_id``
    is the clause of final minutes that extended it.
    """

    id: int = 0
    resolution_id: int
    sequence: int
    due: date | None
    granted_by_meeting_id: int | None = None
    reason: str = ""
    at: str
    actor: str = ""
    undoes_id: int | None = None
    clause_id: int | None = None


_ENDS = {
    ResolutionActKind.SUPERSEDED: ResolutionState.SUPERSEDED,
    ResolutionActKind.REVOKED: ResolutionState.REVOKED,
    ResolutionActKind.DEFERRED: ResolutionState.DEFERRED,
    ResolutionActKind.REJECTED: ResolutionState.REJECTED,
    ResolutionActKind.VERIFIED: ResolutionState.VERIFIED,
}
CLOSING = frozenset(kind for kind, state in _ENDS.items() if state in CLOSED)
"""Acts that close a resolution while they are the last that counts."""


def valid_acts(acts: Sequence[ResolutionAct]) -> tuple[ResolutionAct, ...]:
    """The valid acts: without undone ones, and without the undoing acts."""
    undone = {act.undoes_id for act in acts}
    return tuple(act for act in acts if act.undoes_id is None and act.id not in undone)


def valid_deadlines(events: Sequence[DeadlineEvent]) -> tuple[DeadlineEvent, ...]:
    """The valid deadlines, oldest first, without undone extensions."""
    undone = {event.undoes_id for event in events}
    kept = [event for event in events if event.undoes_id is None and event.id not in undone]
    return tuple(sorted(kept, key=lambda event: event.sequence))


def goes_on(acts: Sequence[ResolutionAct]) -> bool:
    """Whether the last valid act (``acts`` oldest first) neither closed nor deferred the resolution."""
    counted = valid_acts(acts)
    return not counted or counted[-1].kind not in CLOSING | {ResolutionActKind.DEFERRED}


def is_closed_by(acts: Sequence[ResolutionAct]) -> bool:
    """Whether the last valid act (``acts`` oldest first) closed the resolution, whatever its tasks are."""
    counted = valid_acts(acts)
    return bool(counted) and counted[-1].kind in CLOSING


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a resolution: its state and the mean progress of its tasks, in percent.

    ``awaits_nobody`` says that it was notified and is no unit's work, as a policy or advice without an executor is:
    no report will come, so it may be verified at once.
    """

    state: ResolutionState
    percent: int
    awaits_nobody: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the resolution still needs follow-up."""
        return self.state not in CLOSED

    @property
    def awaits_units(self) -> bool:
        """Whether units still owe work; work reported as done waits for the office and is not late."""
        return self.is_open and self.state is not ResolutionState.REPORTED_DONE


def course(*, adopted: bool, acts: Sequence[ResolutionAct], tasks: Sequence[Task]) -> Course:
    """Compute the course of a resolution (`decisions.md`, «Stored or computed»); ``acts`` oldest first."""
    live = [task for task in tasks if not task.resting]
    state = _state(valid_acts(acts), {task.state for task in live}, adopted=adopted)
    return Course(state, percent_of(live), awaits_nobody=state is ResolutionState.NOTIFIED and not live)


def _state(counted: Sequence[ResolutionAct], states: Set[TaskState], *, adopted: bool) -> ResolutionState:
    last = counted[-1].kind if counted else None
    if not adopted and last is not ResolutionActKind.REJECTED:
        return ResolutionState.PROPOSED
    if last in _ENDS:
        return _ENDS[last]
    if _is_returned(counted) and TaskState.RETURNED in states and TaskState.DOING not in states:
        return ResolutionState.RETURNED
    return _by_tasks(counted, states)


def _is_returned(counted: Sequence[ResolutionAct]) -> bool:
    """Whether a return is the last act; a notification of corrected words is ignored."""
    kinds = [act.kind for act in counted if act.kind is not ResolutionActKind.NOTIFIED]
    return bool(kinds) and kinds[-1] is ResolutionActKind.RETURNED


def _by_tasks(acts: Sequence[ResolutionAct], states: Set[TaskState]) -> ResolutionState:
    if states and not states & OPEN_TASKS:
        return ResolutionState.REPORTED_DONE
    if TaskState.BLOCKED in states:
        return ResolutionState.BLOCKED
    if states - {TaskState.ASSIGNED, TaskState.NOTIFIED, TaskState.CANCELLED}:
        return ResolutionState.IN_PROGRESS
    notified = any(act.kind is ResolutionActKind.NOTIFIED for act in acts)
    return ResolutionState.NOTIFIED if notified else ResolutionState.ADOPTED


def require_can(kind: ResolutionActKind, now: Course, *, signed: bool, reason: str) -> None:
    """Raise ``RuleBroken`` when the act on a resolution is not allowed."""
    if not now.is_open:
        raise RuleBroken("resolution_closed", state=now.state)
    if now.state is ResolutionState.PROPOSED:
        raise RuleBroken("resolution_not_adopted")
    if kind is ResolutionActKind.NOTIFIED and not signed and not reason.strip():
        raise RuleBroken("notify_before_signature", field="reason")
    if now.state is not ResolutionState.REPORTED_DONE:
        _require_no_report_needed(kind, now)
    if kind not in {ResolutionActKind.NOTIFIED, ResolutionActKind.VERIFIED} and not reason.strip():
        raise RuleBroken("reason_missing", field="reason", machine="resolution", target=kind)


def _require_no_report_needed(kind: ResolutionActKind, now: Course) -> None:
    if kind is ResolutionActKind.VERIFIED and not now.awaits_nobody:
        raise RuleBroken("verify_before_report", state=now.state)
    if kind is ResolutionActKind.RETURNED:
        raise RuleBroken("return_before_report", state=now.state)


OPEN: Final = frozenset(ResolutionState) - CLOSED - {ResolutionState.PROPOSED}
"""States of an adopted resolution that still needs follow-up; what is only proposed has nothing to follow up."""

OWED: Final = OPEN - {ResolutionState.REPORTED_DONE}
"""States in which the units still owe work: what they have reported done waits for the office, and is not late."""

OWED_TASKS: Final = OPEN_TASKS - {TaskState.REPORTED}
"""The same of one unit's task."""

UNALIGNED_TASKS: Final = OWED_TASKS - {TaskState.ASSIGNED}
"""States in which a task without a plan means that the unit has not aligned: it has been notified."""
