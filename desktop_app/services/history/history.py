"""Queries of the history: ids of acts, the newest first, then pages of them with the names of what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.history import (
    OFFICE,
    AuditEntry,
    AuditOffer,
    HistoryAct,
    HistoryRow,
    Named,
    RecordKey,
    require_followed,
)
from desktop_app.domain.read_models.listing import EVERYTHING, Filter, FilterKey, ListQuery
from desktop_app.services.context import Context
from desktop_app.services.history.entry_fields import fields_of, references
from desktop_app.services.history.naming import Names
from desktop_app.services.history.row_classes import RowClasses, record_class
from desktop_app.storage.store.work import Work


def history_ids(context: Context, query: ListQuery = EVERYTHING, of: RecordKey | None = None) -> Sequence[int]:
    """The acts that answer a question, the newest first: of one record with what belongs to it, or of all.

    An act is called by its first entry; it answers where one of its entries does.
    """
    if of is not None:
        require_followed(of)
        query = replace(query, filters=(*query.filters, Filter(FilterKey.RECORD, of.text())))
    with context.read() as work:
        return work.audit_rows.finding_by_words(context.paper.history.keys_shown_as).acts(query)


def history_acts(context: Context, ids: Sequence[int]) -> tuple[HistoryAct, ...]:
    """A page of the history."""
    with context.read() as work:
        return acts_of(work, work.audit_rows.fetch_acts(ids))


def acts_of(work: Work, acts: Sequence[Sequence[AuditEntry]]) -> tuple[HistoryAct, ...]:
    """Acts with the names of what their entries tell, inside a unit of work."""
    rows = iter(rows_of(work, [entry for entries in acts for entry in entries]))
    return tuple(HistoryAct(tuple(islice(rows, len(entries)))) for entries in acts)


def rows_of(work: Work, entries: Sequence[AuditEntry]) -> tuple[HistoryRow, ...]:
    """Entries with the names of what they tell, inside a unit of work."""
    names = Names(work, (key for entry in entries for key in references(entry)))
    classes = RowClasses(work, entries, names)
    return tuple(replace(_row(entry, names), guarded=classes.of(entry)) for entry in entries)


def history_offer(context: Context) -> AuditOffer:
    """What the history may be filtered by."""
    with context.read() as work:
        return work.audit_rows.offer()


def record_named(context: Context, key: RecordKey) -> Named:
    """What a record is called, with its class, or ``RuleBroken`` where there is none such."""
    require_followed(key)
    if key == OFFICE:
        return Named(key.kind)
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
