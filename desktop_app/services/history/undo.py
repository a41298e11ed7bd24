"""Undo of an act on editable records: each row is restored, when the rules allow it.

To take an act back is an act of its own, with entries in the audit table. What was changed elsewhere since is not
overwritten, and what may no longer change stays. Acts on resolutions and tasks leave a history that only grows; they
have ways back of their own in :mod:`desktop_app.services.follow_up`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from desktop_app.domain.documents.paper_capabilities import require_printable
from desktop_app.domain.outcome import Changed, Outcome, WrittenRow
from desktop_app.domain.rules.clauses import UpstreamDecision, UpstreamLink
from desktop_app.domain.rules.files import FileLink
from desktop_app.domain.rules.meetings import GUESTS_OPEN, AgendaItem, Attendance, Guest, Meeting
from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.domain.rules.minutes import (
    EDITABLE,
    Clause,
    ClauseEffect,
    Deliberation,
    ItemDisposition,
    MinutesAct,
    MinutesActKind,
    MinutesVersion,
    Signer,
)
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper, PaperLink
from desktop_app.domain.rules.requests import Request
from desktop_app.domain.rules.resolutions import Resolution
from desktop_app.services import paper_links as links
from desktop_app.services.audit_diff import changes, json_value
from desktop_app.services.context import Context
from desktop_app.services.files import owners
from desktop_app.services.follow_up import requests, upstream
from desktop_app.services.meetings import agenda, meeting_facts
from desktop_app.services.members import nominations, people, seats, units
from desktop_app.services.minutes import attendance, clauses, dispositions, effects
from desktop_app.services.minutes.attendance import refresh_holders
from desktop_app.services.paper_links import LINKED
from desktop_app.services.reading import editable_version
from desktop_app.services.registers import papers
from desktop_app.services.versions import drafts
from desktop_app.services.versions.drafts import note_correction, record_correction
from desktop_app.storage.store.work import Work

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Rows = tuple[WrittenRow, ...]
Judge = Callable[[Work, Context, Any, Any], object]
"""Refuses unless a record that stands so now may stand again as it did; None: it is not there, or was not."""


def rows_to_undo(written: Rows) -> Rows:
    """Return the written rows that an undo would restore; empty when the act cannot be undone so.

    The draft of the minutes that an act began stays, and so does the note that a text was corrected after its reading.
    """
    begun = [place for place, row in enumerate(written, start=1) if _event(row) is MinutesActKind.OPENED]
    own = written[begun[-1] :] if begun else written
    changed = [row for row in own if row.before != row.after and _event(row) is not MinutesActKind.CORRECTED]
    return tuple(changed) if all(type(record_of(row)) in _KINDS for row in changed) else ()


def record_of(row: WrittenRow) -> Any:  # noqa: ANN401 - of whatever kind it is
    """Return the row's record after the act, or before it when the act removed it."""
    return row.after if row.after is not None else row.before


def undo(context: Context, rows: Rows) -> Outcome:
    """Undo an act; ``rows`` are those of :func:`rows_to_undo`."""
    return _put_back(context, rows, "taken_back")


def redo(context: Context, rows: Rows) -> Outcome:
    """Redo an undone act; ``rows`` are those that the undo wrote."""
    return _put_back(context, rows, "done_again")


def _put_back(context: Context, rows: Rows, verb: str) -> Outcome:
    kinds = {type(record_of(row)) for row in rows}
    with context.write() as work:
        for row in reversed(rows):
            record, kind = record_of(row), _KINDS[type(record_of(row))]
            if isinstance(record, Attendance) and kinds & _WHO:
                _follow(work, context, row, record)
                continue
            judge = _judge_kept if isinstance(record, Attendance) and Meeting in kinds else kind.judge
            judge(work, context, row.after, row.before)
            if row.before is not None:
                # another font may have been chosen since
                require_printable(cast("DataclassInstance", row.before), context.paper.supported)
            work.put_back(row)
            work.audit(verb, kind.subject, record.id, at=context.clock.instant(), **_facts(row))
        if kinds & _WHO:
            refresh_holders(work, context.clock)
        else:
            _note_corrections(work, context, rows)
        changed = Changed.NOTHING
        for one in kinds:
            changed |= _KINDS[one].changed
        return work.record(Outcome(changed=changed, id=record_of(rows[0]).id))


def _facts(row: WrittenRow) -> dict[str, object]:
    if row.before is None or row.after is None:
        return {"before": json_value(row.after), "after": json_value(row.before)}
    now: Any = row.after
    return changes(now, row.before)


def _event(row: WrittenRow) -> MinutesActKind | None:
    return row.after.kind if isinstance(row.after, MinutesAct) else None


def _follow(work: Work, context: Context, row: WrittenRow, record: Attendance) -> None:
    """Restore the attendance mark of a restored member, unless the minutes are frozen or the seat was marked anew."""
    standing = work.attendance.where(id=record.id)
    version = work.versions.get(record.minutes_version_id)
    if version.state in EDITABLE and (standing[0] if standing else None) == row.after:
        work.put_back(row)
        record_correction(work, context.clock, version, "attendance", record.id, **_facts(row))


def _note_corrections(work: Work, context: Context, rows: Rows) -> None:
    """Record once for each version that its text changed after the reading."""
    subjects: dict[int, str] = {}
    for record in map(record_of, rows):
        kind = type(record)
        if kind is MinutesVersion or kind in _OF_VERSION:
            version_id = record.id if kind is MinutesVersion else record.minutes_version_id
            subjects.setdefault(version_id, _KINDS[kind].subject)
    for version_id, subject in subjects.items():
        note_correction(work, context.clock, work.versions.get(version_id), subject)


# ---- what may stand again as it did


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of record whose rows can be restored."""

    subject: str
    changed: Changed
    judge: Judge


def _version_of(now: Any, back: Any) -> int:  # noqa: ANN401 - a row of a version, which stands now or stood before
    version_id: int = (now if now is not None else back).minutes_version_id
    return version_id


def _judge_mark(work: Work, _context: Context, now: Attendance | None, back: Attendance | None) -> None:
    attendance.require_back(work, _version_of(now, back))


def _judge_guest(work: Work, _context: Context, now: Guest | None, back: Guest | None) -> None:
    attendance.require_back(work, _version_of(now, back), GUESTS_OPEN)


def _judge_kept(work: Work, _context: Context, now: object, back: object) -> None:
    editable_version(work, _version_of(now, back))


def _judge_version(work: Work, _context: Context, now: MinutesVersion, _back: MinutesVersion) -> None:
    editable_version(work, now.id)


def _judge_said(work: Work, _context: Context, now: Deliberation | None, back: Deliberation | None) -> None:
    drafts.require_back(work, now, back)


def _with_its_clause(*_asked: object) -> None:
    """Check nothing: the clause of the resolution is checked instead."""


_MEETINGS = Changed.MEETINGS | Changed.MINUTES
_MEMBERS = Changed.MEMBERS | _MEETINGS
_FOLLOWED = Changed.RESOLUTIONS | Changed.TASKS
_KINDS: Final[Mapping[type, _Kind]] = {
    AgendaItem: _Kind("agenda_item", _MEETINGS, agenda.require_back),
    Meeting: _Kind("meeting", _MEETINGS, meeting_facts.require_may_change),
    Attendance: _Kind("attendance", _MEETINGS, _judge_mark),
    Guest: _Kind("guest", _MEETINGS, _judge_guest),
    MinutesVersion: _Kind("minutes_version", _MEETINGS, _judge_version),
    Signer: _Kind("signer", Changed.MINUTES, _judge_kept),
    Deliberation: _Kind("deliberation", Changed.MINUTES, _judge_said),
    Clause: _Kind("clause", Changed.MINUTES | Changed.RESOLUTIONS, clauses.require_back),
    ItemDisposition: _Kind("item_disposition", Changed.MINUTES, dispositions.require_disposition_back),
    ClauseEffect: _Kind("clause_effect", Changed.MINUTES, effects.require_effect_back),
    Resolution: _Kind("resolution", Changed.RESOLUTIONS, _with_its_clause),
    Seat: _Kind("seat", _MEMBERS, seats.require_back),
    Person: _Kind("person", _MEMBERS, people.require_back),
    Nomination: _Kind("nomination", _MEMBERS, nominations.require_back),
    Unit: _Kind("unit", Changed.MEMBERS | Changed.MINUTES | _FOLLOWED, units.require_back),
    FileLink: _Kind("file_link", Changed.FILES, owners.require_back),
    IncomingPaper: _Kind("incoming_paper", LINKED, papers.require_incoming_back),
    OutgoingPaper: _Kind("outgoing_paper", Changed.REGISTERS, papers.require_outgoing_back),
    PaperLink: _Kind("paper_link", LINKED, links.require_back),
    Request: _Kind("request", LINKED, requests.require_back),
    UpstreamDecision: _Kind("upstream_decision", upstream.LINKED, clauses.require_upstream_back),
    UpstreamLink: _Kind("upstream_link", upstream.LINKED, upstream.require_link_back),
}
_WHO: Final = frozenset({Seat, Person, Nomination})
"""Records that the attendance of open minutes follows."""
_OF_VERSION: Final = frozenset({Attendance, Guest, Signer, Deliberation, Clause, ItemDisposition})
