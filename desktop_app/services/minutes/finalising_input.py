"""Finalising input: what the guards of finalising judge, read from the records of one version."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import Final

from desktop_app.domain.rules.guards import FinalisingInput
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesVersion
from desktop_app.domain.rules.quorum import quorum
from desktop_app.services.follow_up.due_days import due_days
from desktop_app.services.minutes.versions import meeting_of
from desktop_app.services.reading import agenda_of, parties_of, was_inquorate
from desktop_app.storage.store.work import Work

_READ_OUT: Final = frozenset({"clause", "deliberation"})
"""Kinds of records that the reading step reads out."""


def case_of(work: Work, version: MinutesVersion) -> FinalisingInput:
    """Everything the guards look at."""
    # all at once: one is wanted here, and the days of all decide what is due
    work.meetings.where()
    meeting = meeting_of(work, version)
    rows = work.attendance.where(minutes_version_id=version.id)
    parties = {party.id: party.name for party in parties_of(work, meeting.committee_id)}
    clauses = work.clauses.where(minutes_version_id=version.id)
    due = due_days(work, meeting, version)
    return FinalisingInput(
        version=version,
        meeting=meeting,
        agenda=agenda_of(work, meeting.id),
        attendance=rows,
        clauses=clauses,
        deliberations=work.deliberations.where(minutes_version_id=version.id),
        quorum=quorum(rows, list(parties), work.settings().quorum),
        parties=parties,
        calendar=due.calendar,
        due={clause.id: due.of(clause.deadline) for clause in clauses},
        changed_since_read=_changed_since_read(work, version) if version.read_aloud else {},
        closed_inquorate=was_inquorate(work, meeting),
    )


def _changed_since_read(work: Work, version: MinutesVersion) -> Counter[str]:
    acts = work.minutes_acts.where(minutes_version_id=version.id)
    since = takewhile(lambda act: act.kind is not MinutesActKind.READ, reversed(acts))
    return Counter(act.reason for act in since if act.kind is MinutesActKind.CORRECTED and act.reason in _READ_OUT)
