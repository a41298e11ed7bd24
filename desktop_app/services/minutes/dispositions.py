"""Dispositions of agenda items without text, decided in the draft of the minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.carrying import items_without_text, require_reason
from desktop_app.domain.rules.minutes import ItemDisposition
from desktop_app.services.context import Context
from desktop_app.services.reading import agenda_of, editable_version
from desktop_app.services.versions.drafts import record_correction
from desktop_app.storage.store.work import Work


def dispose_items(context: Context, version_id: int, decided: Sequence[ItemDisposition]) -> Outcome:
    """Decide what becomes of agenda items without text; what was decided of the same items before is replaced.

    Raises ``RuleBroken``: ``left_without_reason``, ``agenda_item_written`` for an item that has text.
    """
    with context.write() as work:
        version = editable_version(work, version_id)
        empty = items_without_text(
            agenda_of(work, version.meeting_id),
            work.clauses.where(minutes_version_id=version_id),
            work.deliberations.where(minutes_version_id=version_id),
        )
        titles = {item.id: item.title for item in empty}
        before = {one.agenda_item_id: one for one in work.dispositions.where(minutes_version_id=version_id)}
        for one in decided:
            if one.agenda_item_id not in titles:
                raise RuleBroken("agenda_item_written", field="agenda", item_id=one.agenda_item_id)
            plain = replace(
                one,
                id=0,
                minutes_version_id=version_id,
                reason=clean_text(context.paper, one.reason, "reason").strip(),
            )
            require_reason(plain)
            made = _put(work, before.get(one.agenda_item_id), plain)
            if made is not None:
                facts = {"kind": made.kind, "title": titles[made.agenda_item_id], "reason": made.reason}
                record_correction(work, context.clock, version, "item_disposition", made.id, **facts)
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


def _put(work: Work, stored: ItemDisposition | None, plain: ItemDisposition) -> ItemDisposition | None:
    """Store a disposition; return None if nothing changed."""
    if stored is None:
        return work.dispositions.add(plain)
    changed = replace(plain, id=stored.id)
    if changed == stored:
        return None
    work.dispositions.update(changed)
    return changed


def require_disposition_back(
    work: Work, _context: Context, now: ItemDisposition | None, back: ItemDisposition | None
) -> None:
    """Raise ``RuleBroken`` unless a disposition can be restored; None means that the row is absent."""
    for one in (now, back):
        if one is not None:
            editable_version(work, one.minutes_version_id)
