"""Effects of clauses on resolutions of earlier meetings: added and removed while the minutes are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.effects import EffectTarget, require_consent, require_effect, require_one_effect
from desktop_app.domain.rules.minutes import Clause, ClauseEffect, EffectKind, MinutesVersion
from desktop_app.domain.rules.resolutions import course
from desktop_app.services.context import Context
from desktop_app.services.reading import editable_version
from desktop_app.services.versions.drafts import record_correction
from desktop_app.services.versions.versions import base_of, wordings
from desktop_app.storage.store.work import Work

_CHANGED = Changed.MINUTES


def effects_of(work: Work, version: MinutesVersion) -> tuple[ClauseEffect, ...]:
    """Return the effects of a version's clauses."""
    clauses = work.clauses.where(minutes_version_id=version.id)
    return work.effects.where(clause_id=[one.id for one in clauses]) if clauses else ()


def signed_clauses(work: Work, version: MinutesVersion) -> frozenset[int]:
    """Return the ids of the clauses that a correction takes the place of; empty for other minutes."""
    if base_of(work, version) is None:
        return frozenset()
    versions = [one.id for one in work.versions.where(meeting_id=version.meeting_id) if one.id != version.id]
    return frozenset(one.id for one in work.clauses.where(minutes_version_id=versions))


def targets_of(work: Work, resolution_ids: Iterable[int], without: Collection[int] = ()) -> Mapping[int, EffectTarget]:
    """Read the resolutions that clauses act on, in seven statements for any number of them.

    What the clauses ``without`` did is left out: a correction is judged as if the signed version had done nothing.
    """
    ids = sorted(set(resolution_ids))
    if not ids:
        return {}
    acts = [act for act in work.resolution_acts.where(resolution_id=ids) if act.clause_id not in without]
    events = [event for event in work.deadline_events.where(resolution_id=ids) if event.clause_id not in without]
    tasks = work.tasks.where(resolution_id=ids)
    texts = wordings(work, ids)
    resolutions = work.resolutions.where(id=ids)
    meetings = {one.id: one.number or 0 for one in work.meetings.where(id=sorted({r.meeting_id for r in resolutions}))}
    found = {}
    for one in resolutions:
        own_acts = tuple(act for act in acts if act.resolution_id == one.id)
        own_tasks = tuple(task for task in tasks if task.resolution_id == one.id)
        found[one.id] = EffectTarget(
            resolution=one,
            meeting_number=meetings[one.meeting_id],
            text=texts[one.id].text if one.id in texts else "",
            now=course(adopted=one.adopted_on is not None, acts=own_acts, tasks=own_tasks),
            acts=own_acts,
            events=tuple(event for event in events if event.resolution_id == one.id),
            tasks=own_tasks,
        )
    return found


def add_effect(
    context: Context,
    clause_id: int,
    resolution_id: int,
    kind: EffectKind,
    day: date | None = None,
    *,
    unreported: Collection[int] = (),
) -> Outcome:
    """Let a clause of a draft act on a resolution of an earlier meeting once the minutes are final.

    ``unreported`` are the tasks that an acceptance takes without a report. Raises ``RuleBroken`` of
    :mod:`desktop_app.domain.rules.effects` beside ``resolution``, ``kind`` or ``day``.
    """
    with context.write() as work:
        clause = work.clauses.get(clause_id)
        version = editable_version(work, clause.minutes_version_id)
        work.resolutions.get(resolution_id)
        target = targets_of(work, [resolution_id], signed_clauses(work, version))[resolution_id]
        effect = ClauseEffect(
            clause_id=clause_id, resolution_id=resolution_id, kind=kind, day=day if kind is EffectKind.EXTEND else None
        )
        require_one_effect(effects_of(work, version), target)
        require_effect(effect, clause, target, work.meetings.get(version.meeting_id).number or 0)
        if kind is EffectKind.ACCEPT:
            require_consent(target, unreported)
        made = work.effects.add(effect)
        number = target.resolution.number
        record_correction(work, context.clock, version, "clause_effect", made.id, kind=kind, number=number, due=day)
        return work.record(Outcome(changed=_CHANGED, id=made.id))


def remove_effect(context: Context, effect_id: int) -> Outcome:
    """Remove an effect from a clause of a draft."""
    with context.write() as work:
        effect = work.effects.get(effect_id)
        version = editable_version(work, work.clauses.get(effect.clause_id).minutes_version_id)
        number = work.resolutions.get(effect.resolution_id).number
        record_correction(work, context.clock, version, "clause_effect", effect_id, removed=number)
        work.effects.remove(effect_id)
        return work.record(Outcome(changed=_CHANGED, id=effect_id))


def remove_effects_of(work: Work, clause_id: int) -> None:
    """Remove the effects of a clause, inside the act that removes it."""
    for effect in work.effects.where(clause_id=clause_id):
        work.effects.remove(effect.id)


def require_effect_back(work: Work, _context: Context, now: ClauseEffect | None, back: ClauseEffect | None) -> None:
    """Raise ``RuleBroken`` unless an effect can be restored; None means that the row is absent."""
    record = now if now is not None else back
    if record is None:
        return
    found: tuple[Clause, ...] = work.clauses.where(id=record.clause_id)
    if found:
        editable_version(work, found[0].minutes_version_id)
