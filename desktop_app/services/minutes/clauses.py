"""Acts on the clauses of a draft, and on the register of upstream decisions that resolutions cite.

A clause is written, changed, moved, turned into a resolution and back; a decision is added or corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.clauses import UpstreamDecision, require_sound_clause, require_whole, same_decision
from desktop_app.domain.rules.minutes import RESOLUTION_KINDS, Clause, ClauseKind, MinutesVersion
from desktop_app.domain.rules.resolutions import Resolution
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.minutes.effects import remove_effects_of
from desktop_app.services.reading import editable_version, require_item_of, require_seen
from desktop_app.services.versions.drafts import record_correction
from desktop_app.storage.store.work import Work


def add_upstream(context: Context, decision: UpstreamDecision) -> Outcome:
    """Add an upstream decision to the register."""
    with context.write() as work:
        made = work.upstream.add(_checked_upstream(work, context.paper, replace(decision, id=0)))
        work.audit("added", "upstream_decision", made.id, at=context.clock.instant(), title=made.title)
        return work.record(Outcome(changed=Changed.MINUTES, id=made.id))


def save_upstream(context: Context, decision: UpstreamDecision, *, seen: UpstreamDecision | None = None) -> Outcome:
    """Correct an upstream decision; final papers keep their words."""
    with context.write() as work:
        stored = work.upstream.get(decision.id)
        require_seen("upstream_decision", stored, seen)
        changed = _checked_upstream(work, context.paper, decision)
        if changed != stored:
            work.upstream.update(changed)
            work.audit(
                "changed", "upstream_decision", changed.id, at=context.clock.instant(), **changes(stored, changed)
            )
        return work.record(Outcome(changed=Changed.MINUTES, id=decision.id))


def _checked_upstream(work: Work, paper: PaperCapabilities, decision: UpstreamDecision) -> UpstreamDecision:
    found = replace(
        decision,
        title=clean_text(paper, decision.title, "title").strip(),
        body=clean_text(paper, decision.body, "body").strip(),
        session=clean_text(paper, decision.session, "session").strip(),
        notification_number=clean_text(paper, decision.notification_number, "notification_number").strip(),
        clause=clean_text(paper, decision.clause, "clause").strip(),
    )
    require_whole(found)
    twin = next((one for one in work.upstream.where() if one.id != found.id and same_decision(one, found)), None)
    if twin is not None:
        raise RuleBroken("upstream_twice", field="title", title=twin.title)
    return found


def require_upstream_back(
    work: Work, context: Context, now: UpstreamDecision | None, back: UpstreamDecision | None
) -> None:
    """Raise ``RuleBroken`` unless a decision may be as before; one that is cited, linked or has files is kept."""
    if back is not None:
        _checked_upstream(work, context.paper, back)
    elif now is not None:
        uid = work.record_ids.uids("upstream_decision", [now.id])[now.id]
        refers = work.clauses.where(upstream_id=now.id), work.upstream_links.where(upstream_id=now.id)
        if any(refers) or work.file_links.where(record_uid=uid):
            raise RuleBroken("upstream_in_use", title=now.title)


_CHANGED = Changed.MINUTES | Changed.RESOLUTIONS


def _checked(work: Work, paper: PaperCapabilities, version: MinutesVersion, clause: Clause) -> Clause:
    meeting = work.meetings.get(version.meeting_id)
    found = replace(
        clause,
        text=clean_text(paper, clause.text, "text", multiline=True),
        reservation=clean_text(paper, clause.reservation, "reservation", multiline=True),
    )
    if meeting.day is None:
        raise RuleBroken("meeting_without_day", field="day")
    require_sound_clause(found, meeting.day)
    return found


def _identity(work: Work, version: MinutesVersion, clause: Clause) -> Clause:
    """Give a resolution its identity; remove it from a note, unless an earlier version numbered it."""
    if clause.is_resolution:
        if clause.resolution_id is not None:
            return clause
        made = work.resolutions.add(Resolution(uid=work.new_uid(), meeting_id=version.meeting_id))
        return replace(clause, resolution_id=made.id)
    if clause.resolution_id is None or work.resolutions.get(clause.resolution_id).number:
        return clause
    return replace(clause, resolution_id=None)


def _store(work: Work, stored: Clause, changed: Clause) -> None:
    work.clauses.update(changed)
    if stored.resolution_id is not None and changed.resolution_id is None:
        work.resolutions.remove(stored.resolution_id)


def add_clause(context: Context, clause: Clause) -> Outcome:
    """Add a clause at the end of its agenda item; a resolution gets its identity at once."""
    with context.write() as work:
        version = editable_version(work, clause.minutes_version_id)
        require_item_of(work, clause.agenda_item_id, version.meeting_id)
        others = _siblings(work, clause)
        ordinal = max((other.ordinal for other in others), default=0) + 1
        fresh = _checked(work, context.paper, version, replace(clause, id=0, resolution_id=None, ordinal=ordinal))
        made = work.clauses.add(_identity(work, version, fresh))
        record_correction(work, context.clock, version, "clause", made.id, added=made.text, kind=made.kind.value)
        return work.record(Outcome(changed=_CHANGED, id=made.id))


def _siblings(work: Work, clause: Clause) -> tuple[Clause, ...]:
    return work.clauses.where(minutes_version_id=clause.minutes_version_id, agenda_item_id=clause.agenda_item_id)


def save_clause(context: Context, clause: Clause) -> Outcome:
    """Save the text, kind and facts of a clause; its position and identity stay."""
    with context.write() as work:
        stored = work.clauses.get(clause.id)
        version = editable_version(work, stored.minutes_version_id)
        kept = replace(
            clause,
            minutes_version_id=stored.minutes_version_id,
            agenda_item_id=stored.agenda_item_id,
            ordinal=stored.ordinal,
            resolution_id=stored.resolution_id,
        )
        changed = _identity(work, version, _checked(work, context.paper, version, kept))
        if changed != stored:
            _store(work, stored, changed)
            record_correction(work, context.clock, version, "clause", clause.id, **changes(stored, changed))
        return work.record(Outcome(changed=_CHANGED, id=clause.id))


def turn_into_resolution(context: Context, clause_id: int, kind: ClauseKind = ClauseKind.DECISION) -> Outcome:
    """Turn a note into a resolution of ``kind``; facts kept from an earlier turn return."""
    if kind not in RESOLUTION_KINDS:
        raise RuleBroken("kind_no_resolution", field="kind", kind=kind)
    return _turned(context, clause_id, kind)


def turn_into_note(context: Context, clause_id: int) -> Outcome:
    """Turn a resolution into a note, which gets no number."""
    return _turned(context, clause_id, ClauseKind.NOTE)


def _turned(context: Context, clause_id: int, kind: ClauseKind) -> Outcome:
    with context.write() as work:
        stored = work.clauses.get(clause_id)
        version = editable_version(work, stored.minutes_version_id)
        _store(work, stored, _identity(work, version, replace(stored, kind=kind)))
        record_correction(
            work, context.clock, version, "clause", clause_id, before={"kind": stored.kind}, after={"kind": kind}
        )
        return work.record(Outcome(changed=_CHANGED, id=clause_id))


def remove_clause(context: Context, clause_id: int) -> Outcome:
    """Remove a clause; a number from an earlier version stays retired."""
    with context.write() as work:
        stored = work.clauses.get(clause_id)
        version = editable_version(work, stored.minutes_version_id)
        record_correction(work, context.clock, version, "clause", clause_id, removed=stored.text)
        remove_effects_of(work, clause_id)
        work.clauses.remove(clause_id)
        if stored.resolution_id is not None and not work.resolutions.get(stored.resolution_id).number:
            work.resolutions.remove(stored.resolution_id)
        _renumber(work, _siblings(work, stored))
        return work.record(Outcome(changed=_CHANGED, id=clause_id))


def move_clause(context: Context, clause_id: int, step: int) -> Outcome:
    """Move a clause up (negative) or down in its agenda item; at either end it stays."""
    with context.write() as work:
        stored = work.clauses.get(clause_id)
        version = editable_version(work, stored.minutes_version_id)
        order = [clause for clause in _siblings(work, stored) if clause.id != clause_id]
        place = _siblings(work, stored).index(stored) + step
        order.insert(max(0, min(len(order), place)), stored)
        _renumber(work, order)
        record_correction(work, context.clock, version, "clause", clause_id, moved=step)
        return work.record(Outcome(changed=_CHANGED, id=clause_id))


def move_clause_to(context: Context, clause_id: int, agenda_item_id: int) -> Outcome:
    """Move a clause to the end of another agenda item of its meeting."""
    with context.write() as work:
        stored = work.clauses.get(clause_id)
        version = editable_version(work, stored.minutes_version_id)
        require_item_of(work, agenda_item_id, version.meeting_id)
        there = _siblings(work, replace(stored, agenda_item_id=agenda_item_id))
        ordinal = max((clause.ordinal for clause in there), default=0) + 1
        work.clauses.update(replace(stored, agenda_item_id=agenda_item_id, ordinal=ordinal))
        record_correction(work, context.clock, version, "clause", clause_id, agenda_item=agenda_item_id)
        return work.record(Outcome(changed=_CHANGED, id=clause_id))


def require_back(work: Work, context: Context, now: Clause | None, back: Clause | None) -> None:
    """Raise ``RuleBroken`` unless a clause can be restored; None means that the row is absent."""
    for clause in (now, back):
        if clause is not None:
            version = editable_version(work, clause.minutes_version_id)
    if back is not None:
        require_item_of(work, back.agenda_item_id, version.meeting_id)
        _checked(work, context.paper, version, back)


def _renumber(work: Work, order: Sequence[Clause]) -> None:
    for ordinal, clause in enumerate(order, start=1):
        if clause.ordinal != ordinal:
            work.clauses.update(replace(clause, ordinal=ordinal))
