"""The resolutions that were not closed on a day, chosen by SQLite: of a decade only a few are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import aliased

from desktop_app.domain.rules.resolutions import CLOSING, Resolution
from desktop_app.storage.lists.predicates import ASKED
from desktop_app.storage.schema import kinds
from desktop_app.storage.schema.resolutions import ResolutionActRecord, ResolutionRecord
from desktop_app.storage.store.transaction import AnySelect, Transaction


@cache
def _unclosed() -> AnySelect:
    resolution, act, other = ResolutionRecord, ResolutionActRecord, aliased(ResolutionActRecord)
    known = other.resolution_id == resolution.id, other.day <= bindparam("day")
    last = select(func.max(other.id)).where(*known).correlate(resolution).scalar_subquery()
    closed = exists().where(act.id == last, act.kind.in_(sorted(CLOSING)), act.undoes_id.is_(None))
    return (
        kinds.RESOLUTIONS.statements.select.where(resolution.meeting_id.in_(ASKED))
        .where(resolution.adopted_on.is_not(None))
        .where(~closed)
    )


def unclosed_resolutions(transaction: Transaction, meeting_ids: Sequence[int], day: date) -> tuple[Resolution, ...]:
    """Adopted resolutions of these meetings, but those whose last act up to the day closed them."""
    rows = transaction.run(_unclosed(), {"ids": json.dumps(list(meeting_ids)), "day": day}).mappings().all()
    return tuple(kinds.RESOLUTIONS.entity_of(row) for row in rows)
