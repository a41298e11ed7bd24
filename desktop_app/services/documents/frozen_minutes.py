"""Frozen minutes, verified on each read: the snapshot against its hash, what the audit recorded, and the records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.frozen_parts import FrozenDifference, FrozenPart, FrozenRows, frozen_differences
from desktop_app.domain.documents.snapshots import content_hash, minutes_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import MinutesVersion, was_taken_over
from desktop_app.services.ports import Work
from desktop_app.services.reading import agenda_of, newest_version


def frozen_minutes(work: Work, version: MinutesVersion) -> MinutesDocument:
    """The document that a version was frozen as.

    Raises ``RuleBroken("minutes_falsified", part=…, place=…, version=…)`` where it is no longer that: such minutes are
    neither shown nor printed, least of all under the genuine code. ``minutes_taken_over`` where there never was one.
    """
    if was_taken_over(version):
        raise RuleBroken("minutes_taken_over")
    for one in differences_of(work, version):
        raise RuleBroken("minutes_falsified", part=one.part.value, place=one.place, version=version.version)
    return minutes_from_json(version.snapshot)


def differences_of(work: Work, version: MinutesVersion) -> Iterator[FrozenDifference]:
    """Everything in which frozen minutes are no longer what they were."""
    if content_hash(version.snapshot) != version.content_hash:
        yield FrozenDifference(FrozenPart.TEXT)
        return
    if work.frozen_entry(version.id).content_hash != version.content_hash:
        yield FrozenDifference(FrozenPart.CODE)
    try:
        document = minutes_from_json(version.snapshot)
    except (ValueError, LookupError, TypeError, AttributeError):
        yield FrozenDifference(FrozenPart.TEXT)
    else:
        yield from frozen_differences(document, _rows_of(work, version))


def _rows_of(work: Work, version: MinutesVersion) -> FrozenRows:
    """The records of a version that its snapshot is held against."""
    clauses = work.clauses.where(minutes_version_id=version.id)
    ids = [one.resolution_id for one in clauses if one.resolution_id is not None]
    newest = newest_version(work, version.meeting_id)
    last = newest is None or newest.id == version.id
    return FrozenRows(
        version=version,
        attendance=work.attendance.where(minutes_version_id=version.id),
        guests=work.guests.where(minutes_version_id=version.id),
        signers=work.signers.where(minutes_version_id=version.id),
        talk=work.deliberations.where(minutes_version_id=version.id),
        clauses=clauses,
        numbers={one.id: one.number for one in work.resolutions.where(id=ids)},
        agenda=agenda_of(work, version.meeting_id) if last else None,
    )
