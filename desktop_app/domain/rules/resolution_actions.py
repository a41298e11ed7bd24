"""Actions on a resolution and the rules of the acts that they record (`committee.md` d, Resolution)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.resolutions import (
    Course,
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    ResolutionState,
    valid_acts,
    valid_deadlines,
)

_K, _S = ResolutionActKind, ResolutionState


class ResolutionAction(StrEnum):
    """All actions on a resolution after its minutes are final."""

    NOTIFY = "notify"
    VERIFY = "verify"
    RETURN = "return"
    EXTEND = "extend"
    DEFER = "defer"
    SUPERSEDE = "supersede"
    REVOKE = "revoke"
    UNDO = "undo"
    TASKS = "tasks"
    """To follow up: the tasks of its units."""


_A = ResolutionAction
LINKED = frozenset({_K.SUPERSEDED, _K.REVOKED})
"""Acts that are done by another, later resolution."""
UNDOABLE = frozenset({_K.VERIFIED, _K.RETURNED, _K.SUPERSEDED, _K.REVOKED, _K.DEFERRED})
"""Acts that may be taken back; a letter that was sent is not unsent, and what minutes rejected stays so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Form values of an extension: new day, reason, granting meeting, and the requests it answers."""

    due: date | None
    reason: str
    meeting_id: int | None = None
    request_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAnswer:
    """Form values of an action; each action uses some of these fields."""

    reason: str = ""
    day: date | None = None
    letter_number: str = ""
    meeting_id: int | None = None
    other_id: int | None = None
    task_ids: tuple[int, ...] = ()
    request_ids: tuple[int, ...] = ()

    def extension(self) -> Extension:
        """The extension that was typed."""
        return Extension(due=self.day, reason=self.reason, meeting_id=self.meeting_id, request_ids=self.request_ids)


def actions_of(
    now: Course,
    acts: Sequence[ResolutionAct],
    events: Sequence[DeadlineEvent],
    *,
    has_tasks: bool,
    undo_possible: bool = True,
    further_notice: bool = False,
) -> tuple[ResolutionAction, ...]:
    """The actions allowed now, the likeliest first. ``undo_possible`` is False when later acts block the undo.

    ``further_notice`` says that a correction brought units or words that were not told yet.
    """
    if now.state is _S.PROPOSED:
        return ()
    found = _open_actions(now, acts, further_notice=further_notice) if now.is_open else []
    if not has_tasks:
        found = [one for one in found if one is not _A.TASKS]
    elif _A.TASKS not in found:
        found.append(_A.TASKS)
    last = last_undoable(acts, events) if undo_possible else None
    # what a clause of final minutes did is taken back by minutes
    if last is not None and last.clause_id is None:
        # a deferral ends by being taken back: this is its way on, not a correction
        found.insert(0 if now.state is _S.DEFERRED else len(found), _A.UNDO)
    return tuple(found)


def _open_actions(now: Course, acts: Sequence[ResolutionAct], *, further_notice: bool) -> list[ResolutionAction]:
    """Actions of an open resolution; notification comes first, except before the review of a report."""
    found = list(_usual_actions(now, acts))
    if further_notice and _A.NOTIFY not in found:
        found.insert(2 if now.state is _S.REPORTED_DONE else 0, _A.NOTIFY)
    return found


def _usual_actions(now: Course, acts: Sequence[ResolutionAct]) -> tuple[ResolutionAction, ...]:
    exits = (_A.DEFER, _A.SUPERSEDE, _A.REVOKE)
    if now.state is _S.REPORTED_DONE:
        return (_A.VERIFY, _A.RETURN, _A.TASKS, _A.EXTEND, _A.SUPERSEDE, _A.REVOKE)
    if now.state is _S.DEFERRED:
        return (_A.EXTEND, _A.TASKS, _A.SUPERSEDE, _A.REVOKE)
    if not any(act.kind is _K.NOTIFIED for act in acts):
        return (_A.NOTIFY, _A.EXTEND, _A.TASKS, *exits)
    if now.awaits_nobody:
        return (_A.VERIFY, _A.EXTEND, _A.TASKS, *exits)
    return (_A.TASKS, _A.EXTEND, *exits)


def is_extension(event: DeadlineEvent) -> bool:
    """Whether a meeting granted this deadline; other events only learned its day or came with new minutes."""
    return event.granted_by_meeting_id is not None


def agreed_and_granted(events: Sequence[DeadlineEvent]) -> tuple[DeadlineEvent | None, tuple[DeadlineEvent, ...]]:
    """The deadline agreed last in minutes, and the extensions since; earlier ones are history.

    A day that was learned later, or that a correction set anew, is agreed and no extension.
    """
    kept = valid_deadlines(events)
    last = max((place for place, event in enumerate(kept) if not is_extension(event)), default=-1)
    return (kept[last] if last >= 0 else None), kept[last + 1 :]


def last_undoable(
    acts: Sequence[ResolutionAct], events: Sequence[DeadlineEvent]
) -> ResolutionAct | DeadlineEvent | None:
    """The newest act or extension, which alone can be undone."""
    counted, deadlines = valid_acts(acts), valid_deadlines(events)
    act = counted[-1] if counted and counted[-1].kind in UNDOABLE else None
    newest_act = counted[-1].at if counted else ""
    extension = deadlines[-1] if deadlines and is_extension(deadlines[-1]) else None
    if extension is None or extension.at < newest_act:
        return act
    # of one moment the act is the later: an extension is granted before what rests on it
    return act if act is not None and act.at == extension.at else extension


def require_extension(extension: Extension, now: Course, *, adopted_on: date, due: date | None) -> None:
    """Raise ``RuleBroken`` unless the resolution is open and the new day is later than the one in force."""
    if not now.is_open:
        raise RuleBroken("resolution_closed", state=now.state)
    if now.state is _S.PROPOSED:
        raise RuleBroken("resolution_not_adopted")
    if extension.due is None:
        raise RuleBroken("extension_without_day", field="due")
    if due is not None and extension.due <= due:
        raise RuleBroken("extension_not_later", field="due", on=format_words(due))
    if extension.due < adopted_on:
        raise RuleBroken("extension_before_adoption", field="due", on=format_words(adopted_on))
    if extension.meeting_id is None:
        raise RuleBroken("extension_without_meeting", field="meeting")
    if not extension.reason.strip():
        raise RuleBroken("reason_missing", field="reason", machine="resolution", target="extended")


def require_later(resolution: Resolution, other: Resolution | None, places: tuple[int, int]) -> Resolution:
    """Return the replacing resolution, which must be adopted and later; ``places`` are the meetings' positions."""
    if other is None:
        raise RuleBroken("other_resolution_missing", field="other")
    if other.id == resolution.id:
        raise RuleBroken("other_resolution_same", field="other")
    mine, theirs = ((place, one.row or 0) for place, one in zip(places, (resolution, other), strict=True))
    if other.adopted_on is None or theirs < mine:
        raise RuleBroken("other_resolution_earlier", field="other", number=resolution.number)
    return other
