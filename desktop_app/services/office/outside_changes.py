"""Rows changed by another program: listing, display, and acceptance."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.findings import OutsideChange
from desktop_app.domain.read_models.history import (
    OFFICE,
    AuditEntry,
    FieldWords,
    HistoryRow,
    HistoryWording,
    NamedRecord,
    RecordKey,
)
from desktop_app.services.context import Context
from desktop_app.services.history.entry_fields import UNTOLD, fields_of
from desktop_app.services.history.history import record_class
from desktop_app.services.naming import Names
from desktop_app.storage.store.work import Work

HOLIDAY: Final = "holiday"
_UNREADABLE: Final = (Refused, ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What reading raises over a row that another program wrote."""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """An outside change in words: the record's name, empty if none, and its fields before and after."""

    change: OutsideChange
    name: str
    fields: tuple[FieldWords, ...]
    inner: bool
    """Whether fields differ that say nothing to a person, such as the committee of a seat."""


def outside_changes(context: Context) -> Sequence[OutsideChange]:
    """Return every row that another program changed, with old and new values."""
    found = context.outside.found()
    if not found:
        return ()
    backups = context.outside.backups()
    with context.read() as work:
        return [work.outside_change(one, backups) for one in found]


def shown_change(work: Work, wording: HistoryWording, change: OutsideChange) -> ShownChange:
    """Return one change in the words of the history."""
    told = {"after": change.new} if change.old is None else {"before": change.old, "after": change.new}
    entry = AuditEntry(seq=0, at="", actor="", act="", subject=change.table, subject_id=change.id, facts=told)
    record, fields = _record(work, entry), fields_of(entry, lambda key: _name(work, key))
    row = HistoryRow(seq=0, day=date.min, time="", actor="", act="", record=record, fields=fields)
    if change.table == HOLIDAY:
        name = format_words(date.fromordinal(change.id)) if change.id else ""
    else:
        name = wording.name_with_class(record) if record.text or record.number or record.kind == OFFICE.kind else ""
    inner = not UNTOLD.isdisjoint({*(change.old or ()), *change.new})
    return ShownChange(change, name, tuple(wording.fields(row)), inner)


def shown_changes(context: Context, changes: Sequence[OutsideChange]) -> Sequence[ShownChange]:
    """Return some changes in the words of the history."""
    with context.read() as work:
        return [shown_change(work, context.paper.history, one) for one in changes]


def name_of_outside(context: Context, table: str, row_id: int) -> str:
    """Return the name of an outside-changed row, or an empty text."""
    found = next(one for one in context.outside.found() if (one.subject, one.id) == (table, row_id))
    with context.read() as work:
        return shown_change(work, context.paper.history, work.outside_change(found, ())).name


def accept_outside(context: Context, chosen: Collection[OutsideChange]) -> Outcome:
    """Accept the chosen changes, as they were shown, as valid rows.

    Raises ``RuleBroken``: ``outside_changed_again``, ``outside_breaks_rule`` and ``outside_breaks_reference``; then
    none is accepted.
    """
    with context.write() as work:
        for one in chosen:
            work.accept_outside(one)
        return work.record(Outcome(changed=~Changed.NOTHING))


# ---- inside


def _record(work: Work, entry: AuditEntry) -> NamedRecord:
    own = RecordKey(entry.subject, entry.subject_id)
    try:
        names = Names(work, [own])
        return replace(names.record_of(entry), guarded=record_class(work, own, names))
    except _UNREADABLE:
        # the very record is what another program wrote
        return NamedRecord(entry.subject)


def _name(work: Work, key: RecordKey) -> NamedRecord | None:
    try:
        return Names(work, [key]).name(key)
    except _UNREADABLE:
        return None
