"""The rule of :mod:`desktop_app.domain.rules.in_force` as conditions of statements: no other one picks a version.

The wording of each resolution that the rule names is kept in :class:`ResolutionFactsRecord.clause_id`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from desktop_app.domain.rules.in_force import ADOPTING, standing
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState
from desktop_app.storage.schema.minutes import MinutesVersionRecord
from desktop_app.storage.store.transaction import AnyRow, Transaction


def is_known(version: type[MinutesVersionRecord]) -> ColumnElement[bool]:
    """Whether somebody may look at the version: the dropped draft of a correction is none.

    Nor is one of a meeting that was taken over, whose place another took when more of its resolutions came: neither
    has a text, and nothing was corrected.
    """
    replaced = (version.state == MinutesState.AMENDED) & (version.content_hash == "")
    return (version.state != MinutesState.DROPPED) & ~replaced


def is_current(version: type[MinutesVersionRecord]) -> ColumnElement[bool]:
    """Whether the version is in force or is being written; what ended is found in the history alone."""
    newer = aliased(MinutesVersionRecord)
    later = select(newer.id).where(
        newer.meeting_id == version.meeting_id, newer.version > version.version, newer.state.in_(sorted(ADOPTING))
    )
    holds = version.state.in_(sorted(ADOPTING)) & ~later.exists()
    return or_(version.state.in_(sorted(EDITABLE)), holds)


def was_in_force(version: type[MinutesVersionRecord], at: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether the version was final by a moment and the newest such one; what was withdrawn since does not count."""
    newer = aliased(MinutesVersionRecord)

    def final(one: type[MinutesVersionRecord]) -> ColumnElement[bool]:
        return one.state.in_(sorted(ADOPTING)) & (one.finalised_at != "") & (one.finalised_at <= at)

    later = select(newer.id).where(newer.meeting_id == version.meeting_id, newer.version > version.version)
    return final(version) & ~later.where(final(newer)).correlate(version).exists()


def standing_versions(transaction: Transaction, meeting_ids: Iterable[int]) -> dict[int, AnyRow]:
    """By meeting: id, number and state of the version that stands for its minutes."""
    version = MinutesVersionRecord
    statement = select(version.meeting_id, version.id, version.version, version.state, version.content_hash).where(
        version.meeting_id.in_(list(meeting_ids))
    )
    by_meeting: dict[int, list[AnyRow]] = {}
    for row in transaction.run(statement):
        by_meeting.setdefault(row.meeting_id, []).append(row)
    found = {meeting: standing(rows) for meeting, rows in by_meeting.items()}
    return {meeting: row for meeting, row in found.items() if row is not None}
