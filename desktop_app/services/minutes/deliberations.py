"""Acts on the deliberations of a draft: «نام — خلاصه» under an agenda item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, taken
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.minutes import Deliberation
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.minutes.drafts import record_correction
from desktop_app.services.reading import editable_version, require_item_of
from desktop_app.storage.store.work import Work


def _checked(paper: PaperCapabilities, said: Deliberation) -> Deliberation:
    if not said.text.strip():
        raise RuleBroken("deliberation_without_text", field="text")
    return replace(
        said, speaker=taken(paper, said.speaker, "speaker"), text=taken(paper, said.text, "text", multiline=True)
    )


def _siblings(work: Work, said: Deliberation) -> tuple[Deliberation, ...]:
    return work.deliberations.where(minutes_version_id=said.minutes_version_id, agenda_item_id=said.agenda_item_id)


def add_deliberation(context: Context, said: Deliberation) -> Outcome:
    """Add a contribution at the end of its agenda item; the speaker may be left empty."""
    with context.write() as work:
        version = editable_version(work, said.minutes_version_id)
        require_item_of(work, said.agenda_item_id, version.meeting_id)
        ordinal = max((other.ordinal for other in _siblings(work, said)), default=0) + 1
        made = work.deliberations.add(_checked(context.paper, replace(said, id=0, ordinal=ordinal)))
        record_correction(work, context.clock, version, "deliberation", made.id, added=made.text)
        return work.record(Outcome(changed=Changed.MINUTES, id=made.id))


def save_deliberation(context: Context, said: Deliberation) -> Outcome:
    """Take the changed speaker and text of a contribution."""
    with context.write() as work:
        stored = work.deliberations.get(said.id)
        version = editable_version(work, stored.minutes_version_id)
        changed = _checked(context.paper, replace(stored, speaker=said.speaker, text=said.text))
        if changed != stored:
            work.deliberations.update(changed)
            record_correction(work, context.clock, version, "deliberation", said.id, **changes(stored, changed))
        return work.record(Outcome(changed=Changed.MINUTES, id=said.id))


def remove_deliberation(context: Context, deliberation_id: int) -> Outcome:
    """Take a contribution away."""
    with context.write() as work:
        stored = work.deliberations.get(deliberation_id)
        version = editable_version(work, stored.minutes_version_id)
        record_correction(work, context.clock, version, "deliberation", deliberation_id, removed=stored.text)
        work.deliberations.remove(deliberation_id)
        _renumber(work, _siblings(work, stored))
        return work.record(Outcome(changed=Changed.MINUTES, id=deliberation_id))


def move_deliberation(context: Context, deliberation_id: int, step: int) -> Outcome:
    """Move a contribution up (negative) or down inside its agenda item; the ends hold it."""
    with context.write() as work:
        stored = work.deliberations.get(deliberation_id)
        version = editable_version(work, stored.minutes_version_id)
        order = [said for said in _siblings(work, stored) if said.id != deliberation_id]
        place = _siblings(work, stored).index(stored) + step
        order.insert(max(0, min(len(order), place)), stored)
        _renumber(work, order)
        record_correction(work, context.clock, version, "deliberation", deliberation_id, moved=step)
        return work.record(Outcome(changed=Changed.MINUTES, id=deliberation_id))


def require_back(work: Work, now: Deliberation | None, back: Deliberation | None) -> None:
    """A contribution may stand again as it did; None: it is not there, or was not."""
    for said in (now, back):
        if said is not None:
            version = editable_version(work, said.minutes_version_id)
    if back is not None:
        require_item_of(work, back.agenda_item_id, version.meeting_id)


def _renumber(work: Work, order: Sequence[Deliberation]) -> None:
    for ordinal, said in enumerate(order, start=1):
        if said.ordinal != ordinal:
            work.deliberations.update(replace(said, ordinal=ordinal))
