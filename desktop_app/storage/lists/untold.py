"""Condition for resolutions that a correction changed after they were notified, and whose units were not told of it.

The same as :mod:`desktop_app.services.follow_up.untold` says of some, for the list of all.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import aliased

from desktop_app.domain.rules.deadlines import DeadlineKind
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.notices import TOLD
from desktop_app.domain.rules.resolutions import CLOSED, ResolutionActKind, ResolutionState
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.storage.lists.list_queries import Condition
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.minutes import ClauseRecord, ClauseUnitRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolution_facts import ResolutionFactsRecord
from desktop_app.storage.schema.resolutions import ResolutionActRecord
from desktop_app.storage.schema.tasks import TaskRecord
from desktop_app.storage.store.in_force import was_in_force

_FACTS: Final = table_of(ResolutionFactsRecord)
_RESTS: Final = CLOSED | {ResolutionState.PROPOSED, ResolutionState.DEFERRED}


def _untold() -> Condition:
    """Words that differ from those that were told last, or a unit that came later; only minutes of several versions."""
    act, undoing, task = aliased(ResolutionActRecord), aliased(ResolutionActRecord), TaskRecord
    version, clause = aliased(MinutesVersionRecord), aliased(ClauseRecord)
    last = (
        select(act.at)
        .where(act.resolution_id == _FACTS.c.resolution_id, act.kind == ResolutionActKind.NOTIFIED)
        .where(act.undoes_id.is_(None), ~exists().where(undoing.undoes_id == act.id))
        .order_by(act.id.desc())
        .limit(1)
        .correlate(_FACTS)
        .scalar_subquery()
    )
    # no notification bears a day before the version that was in force when it was recorded
    told = (
        select(clause.id)
        .join(version, version.id == clause.minutes_version_id)
        .where(clause.resolution_id == _FACTS.c.resolution_id, was_in_force(version, last))
        .correlate(_FACTS)
        .scalar_subquery()
    )
    before, now = aliased(ClauseRecord), aliased(ClauseRecord)
    corrected = (
        select(before.id)
        .where(before.id == told, now.id == _FACTS.c.clause_id, _differ(before, now))
        .correlate(_FACTS)
        .exists()
    )
    unaware = exists().where(
        task.resolution_id == _FACTS.c.resolution_id, task.state == TaskState.ASSIGNED, task.resting == 0
    )
    again = select(version.meeting_id).where(version.version > 1, version.state.in_(sorted(ADOPTING)))
    return and_(
        _FACTS.c.meeting_id.in_(again),
        # what it is not: so the few meetings are looked up, and not every open resolution
        _FACTS.c.state.not_in(sorted(_RESTS)),
        last.is_not(None),
        or_(unaware, corrected),
    )


def _differ(notified: type[ClauseRecord], now: type[ClauseRecord]) -> Condition:
    """The opposite of :func:`desktop_app.domain.rules.notices.still_says`."""

    def other(*names: str) -> Condition:
        return or_(*(getattr(notified, name).is_distinct_from(getattr(now, name)) for name in names))

    here, there = aliased(ClauseUnitRecord), aliased(ClauseUnitRecord)
    stays = exists().where(there.clause_id == now.id, there.unit_id == here.unit_id).correlate(now, here)
    gone = exists().where(here.clause_id == notified.id, ~stays).correlate(notified, now)
    return or_(
        other(*TOLD),
        other("deadline_kind"),
        now.deadline_kind.in_([DeadlineKind.DAY, DeadlineKind.CONTINUOUS]) & other("deadline_day"),
        (now.deadline_kind == DeadlineKind.RELATIVE) & other("deadline_count", "deadline_unit", "deadline_base"),
        (now.all_units == 0) & or_(notified.all_units == 1, gone),
    )


UNTOLD: Final = _untold()
"""Built once; it names the facts of the list that it is asked of."""
