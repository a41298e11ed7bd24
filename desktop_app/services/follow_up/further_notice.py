"""Units that are uninformed after a correction: resolutions notified before, now with new units or words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.minutes import Clause, MinutesVersion
from desktop_app.domain.rules.notices import CorrectedWords, corrected_words
from desktop_app.domain.rules.resolutions import (
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    goes_on,
    valid_acts,
)
from desktop_app.domain.rules.tasks import TaskState, is_notified
from desktop_app.services.context import Context
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class FurtherNotices:
    """Notified open resolutions that need a further notification, and why.

    ``corrected`` are, by resolution, the words that its units know otherwise; ``unaware`` are those with a unit that a
    correction brought in.
    """

    corrected: Mapping[int, CorrectedWords] = field(default_factory=dict)
    unaware: frozenset[int] = frozenset()

    def __contains__(self, resolution_id: int) -> bool:
        return resolution_id in self.corrected or resolution_id in self.unaware


def further_notices(work: Work, resolutions: Sequence[Resolution]) -> FurtherNotices:
    """Find them with a fixed number of queries; uncorrected minutes need no comparison of words."""
    ids = [one.id for one in resolutions]
    acts: dict[int, list[ResolutionAct]] = {}
    for act in valid_acts(work.resolution_acts.where(resolution_id=ids)):
        acts.setdefault(act.resolution_id, []).append(act)
    told = {one.id: one for one in resolutions if _was_told(acts.get(one.id, ()))}
    if not told:
        return FurtherNotices()
    tasks = work.tasks.where(resolution_id=ids, state=TaskState.ASSIGNED)
    return FurtherNotices(
        corrected=_corrected(work, told, acts),
        unaware=frozenset(one.resolution_id for one in tasks if one.resolution_id in told and not one.resting),
    )


def further_notices_of_one(work: Work, resolution: Resolution) -> FurtherNotices:
    """Find whether one resolution needs a further notification."""
    key = resolution.id
    acts = valid_acts(work.resolution_acts.where(resolution_id=key))
    if not _was_told(acts):
        return FurtherNotices()
    tasks = work.tasks.where(resolution_id=key)
    clauses = work.clauses.where(resolution_id=key)
    versions = {one.id: one for one in work.versions.where(id=list({one.minutes_version_id for one in clauses}))}
    words = corrected_words(acts, clauses, versions)
    unaware = any(one.state is TaskState.ASSIGNED and not one.resting for one in tasks)
    return FurtherNotices({key: words} if words is not None else {}, frozenset([key] if unaware else ()))


def tasks_with_corrected_words(context: Context, task_ids: Sequence[int]) -> frozenset[int]:
    """The tasks whose units know words that a correction changed."""
    with context.read() as work:
        tasks = [one for one in work.tasks.where(id=list(task_ids)) if is_notified(one)]
        resolutions = work.resolutions.where(id=list({one.resolution_id for one in tasks}))
        found = further_notices(work, resolutions).corrected
        return frozenset(one.id for one in tasks if one.resolution_id in found)


def _was_told(acts: Sequence[ResolutionAct]) -> bool:
    """Whether the resolution was notified and is still open."""
    return goes_on(acts) and any(act.kind is ResolutionActKind.NOTIFIED for act in acts)


def _corrected(
    work: Work, told: Mapping[int, Resolution], acts: Mapping[int, Sequence[ResolutionAct]]
) -> dict[int, CorrectedWords]:
    """The corrected words of each resolution since its notification."""
    versions = _versions(work, {one.meeting_id for one in told.values()})
    adopting = Counter(one.meeting_id for one in versions.values() if one.state in ADOPTING)
    asked = [key for key, one in told.items() if adopting[one.meeting_id] > 1]
    if not asked:
        return {}
    clauses: dict[int | None, list[Clause]] = {}
    for clause in work.clauses.where(resolution_id=asked):
        clauses.setdefault(clause.resolution_id, []).append(clause)
    words = {key: corrected_words(acts[key], clauses[key], versions) for key in asked}
    return {key: one for key, one in words.items() if one is not None}


def _versions(work: Work, meetings: Set[int]) -> Mapping[int, MinutesVersion]:
    return {one.id: one for one in work.versions.where(meeting_id=sorted(meetings))}
