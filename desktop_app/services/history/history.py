"""Queries of the history: act ids, newest first, and pages of acts with record names and classes.

The class of an entry is the highest of what it is about, now and as recorded: a clause that was removed, or whose class
was lowered, was written under the class that its entries keep. A check's findings are named as the history names them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.papers import Classification, class_above_usual
from desktop_app.domain.read_models.findings import Finding
from desktop_app.domain.read_models.history import (
    FOLLOWED,
    OFFICE,
    AuditEntry,
    AuditFilters,
    HistoryAct,
    HistoryRow,
    NamedRecord,
    RecordKey,
    require_followed,
)
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, ListQuery
from desktop_app.services.context import Context
from desktop_app.services.history.entry_fields import fields_of, references
from desktop_app.services.naming import Names
from desktop_app.storage.store.work import Work

_KNOWN: Final = frozenset(Classification)
"""Whoever wrote any other word as a class was not the program."""


class RowClasses:
    """Classes of all entries of a page, read in one statement."""

    def __init__(self, work: Work, entries: Sequence[AuditEntry], names: Names) -> None:
        self._about = {entry.seq: _about(entry, names) for entry in entries}
        self._now = names.classes()
        every = {key for keys in self._about.values() for key in keys}
        self._told = work.audit_rows.classes(every) if every else {}

    def of(self, entry: AuditEntry) -> str:
        """The highest class of the entry when above the usual one, else an empty text."""
        keys = self._about[entry.seq]
        return _highest(keys, self._now, self._told)


def record_class(work: Work, key: RecordKey, names: Names) -> str:
    """The highest class of a record, of what it belongs to, and of a resolution's words."""
    keys = frozenset((key, *names.above(key)))
    return _highest(keys, names.classes(), work.audit_rows.classes(keys))


def _highest(
    keys: frozenset[RecordKey], now: Mapping[RecordKey, str | None], told: Mapping[RecordKey, frozenset[str]]
) -> str:
    found = [now.get(key) for key in keys]
    found += [one for key in keys for one in told.get(key, ())]
    return class_above_usual(*(one for one in found if one in _KNOWN))


def _about(entry: AuditEntry, names: Names) -> frozenset[RecordKey]:
    """The records that the entry names, with the records they belong to."""
    return frozenset(one for key in references(entry) for one in (key, *names.above(key)))


def history_ids(context: Context, query: ListQuery = EVERYTHING, of: RecordKey | None = None) -> Sequence[int]:
    """Ids of the acts that match a query, newest first: about one record, or about all.

    An act is called by its first entry; it answers where one of its entries does.
    """
    if of is not None:
        require_followed(of)
        query = replace(query, filters=(*query.filters, Filter(FilterKey.RECORD, of.text())))
    with context.read() as work:
        return work.audit_rows.with_display_words(context.paper.history.keys_shown_as).acts(query)


def history_acts(context: Context, ids: Sequence[int]) -> tuple[HistoryAct, ...]:
    """A page of the history."""
    with context.read() as work:
        return acts_of(work, work.audit_rows.fetch_acts(ids))


def acts_of(work: Work, acts: Sequence[Sequence[AuditEntry]]) -> tuple[HistoryAct, ...]:
    """Return acts with the names of their records, inside a unit of work."""
    rows = iter(rows_of(work, [entry for entries in acts for entry in entries]))
    return tuple(HistoryAct(tuple(islice(rows, len(entries)))) for entries in acts)


def rows_of(work: Work, entries: Sequence[AuditEntry]) -> tuple[HistoryRow, ...]:
    """Return entries with the names of their records, inside a unit of work."""
    names = Names(work, (key for entry in entries for key in references(entry)))
    classes = RowClasses(work, entries, names)
    return tuple(replace(_row(entry, names), guarded=classes.of(entry)) for entry in entries)


def history_offer(context: Context) -> AuditFilters:
    """Return the filter choices of the history."""
    with context.read() as work:
        return work.audit_rows.offer()


def record_named(context: Context, key: RecordKey) -> NamedRecord:
    """Return a record's name and class; raises ``RuleBroken`` for an unknown record."""
    require_followed(key)
    if key == OFFICE:
        return NamedRecord(key.kind)
    with context.read() as work:
        names = Names(work, [key])
        found, guarded = names.name(key), record_class(work, key, names)
    if found is None:
        raise RuleBroken("record_unknown", kind=key.kind, id=key.id)
    return replace(found, guarded=guarded)


def _row(entry: AuditEntry, names: Names) -> HistoryRow:
    day, time = local_moment(entry.at)
    return HistoryRow(
        seq=entry.seq,
        day=day,
        time=time,
        actor=entry.actor,
        act=entry.act,
        record=names.record_of(entry),
        record_id=entry.subject_id,
        fields=fields_of(entry, names.name),
    )


def name_of(context: Context, finding: Finding) -> str:
    """Return the name of a finding's record with its meeting or number, and its class; empty without a name."""
    if finding.subject not in FOLLOWED or not finding.id:
        return ""
    try:
        return context.paper.history.name_with_class(record_named(context, RecordKey(finding.subject, finding.id)))
    except (Refused, ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
        # the very record is what cannot be read
        return ""
