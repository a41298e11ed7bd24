"""Acts on a version of the minutes other than finalising: closing part, reading, printing."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import clean_text, require_printable
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.papers import Classification, Urgency, require_copies, require_originals
from desktop_app.domain.rules.minutes import FOR_PEN, MINUTES, MinutesActKind, MinutesState, MinutesVersion, Printing
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.documents.minutes_document import build_minutes
from desktop_app.services.meetings.meetings import time_of
from desktop_app.services.reading import editable_version
from desktop_app.services.versions.drafts import record_act, record_correction

_S = MinutesState


def save_closing(context: Context, version: MinutesVersion) -> Outcome:
    """Save the closing part: next meeting, closing sentence, originals, lists, classes of the paper."""
    with context.write() as work:
        stored = editable_version(work, version.id)
        changed = replace(
            stored,
            next_day=version.next_day,
            next_starts_at=time_of(version.next_starts_at, "next_starts_at"),
            next_agenda=clean_text(context.paper, version.next_agenda, "next_agenda", multiline=True),
            closing=clean_text(context.paper, version.closing, "closing", multiline=True),
            originals=version.originals,
            kept_at=clean_text(context.paper, version.kept_at, "kept_at"),
            attachments=clean_text(context.paper, version.attachments, "attachments", multiline=True),
            copies_to=clean_text(context.paper, version.copies_to, "copies_to", multiline=True),
            classification=_word(Classification, version.classification, "classification"),
            urgency=_word(Urgency, version.urgency, "urgency"),
        )
        require_originals(changed.originals)
        day = work.meetings.get(stored.meeting_id).day
        if changed.next_day is not None and day is not None and changed.next_day <= day:
            raise RuleBroken("next_day_before_meeting", field="next_day", day=day)
        if changed != stored:
            work.versions.update(changed)
            record_correction(work, context.clock, stored, "minutes_version", stored.id, **changes(stored, changed))
        return work.record(Outcome(changed=Changed.MINUTES, id=version.id))


def _word(words: type[Classification] | type[Urgency], value: str, field: str) -> str:
    if value not in set(words):
        raise RuleBroken("word_unknown", field=field, word=value)
    return value


# ---- the reading step


def to_review(context: Context, version_id: int) -> Outcome:
    """Mark the draft as ready for reading (آمادهٔ قرائت); raises ``RuleBroken`` for a missing glyph."""
    with context.write() as work:
        version = work.versions.get(version_id)
        MINUTES.require(version.state, _S.REVIEW)
        require_printable(build_minutes(work, context.clock, context.paper, version), context.paper.supported)
        work.versions.update(replace(version, state=_S.REVIEW, read_aloud=False))
        record_act(work, context.clock, version_id, MinutesActKind.TO_REVIEW)
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


def mark_read(context: Context, version_id: int) -> Outcome:
    """Record that the minutes were read out to the members."""
    with context.write() as work:
        version = work.versions.get(version_id)
        if version.state is not _S.REVIEW:
            raise RuleBroken("read_not_in_review", field="reading", state=version.state)
        work.versions.update(replace(version, read_aloud=True))
        record_act(work, context.clock, version_id, MinutesActKind.READ)
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


def back_to_draft(context: Context, version_id: int) -> Outcome:
    """Return the minutes to draft; they must be read again."""
    with context.write() as work:
        version = work.versions.get(version_id)
        MINUTES.require(version.state, _S.DRAFT)
        work.versions.update(replace(version, state=_S.DRAFT, read_aloud=False))
        record_act(work, context.clock, version_id, MinutesActKind.TO_DRAFT)
        return work.record(Outcome(changed=Changed.MINUTES, id=version_id))


# ---- paper


def record_printing(context: Context, version_id: int, *, copies: int, path: str, sha256: str) -> Outcome:
    """Record a print for signing: number of copies, path of the file, and its hash."""
    require_copies(copies)
    with context.write() as work:
        version = work.versions.get(version_id)
        if version.state not in FOR_PEN:
            raise RuleBroken("print_not_final", state=version.state)
        made = work.printings.add(
            Printing(minutes_version_id=version_id, at=context.clock.instant(), copies=copies, path=path, sha256=sha256)
        )
        record_act(work, context.clock, version_id, MinutesActKind.PRINTED)
        return work.record(Outcome(changed=Changed.MINUTES, id=made.id))
