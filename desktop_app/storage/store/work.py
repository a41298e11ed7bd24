"""Unit of work: all stores, lists and acts over one transaction, and lookup of ids, uids and codes."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from sqlalchemy import Table, select
from sqlalchemy.exc import DBAPIError

from desktop_app.domain.acts import ActWatch
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.documents.settings import OfficeSettings
from desktop_app.domain.outcome import Outcome, WrittenRow
from desktop_app.domain.read_models.findings import OutsideChange
from desktop_app.domain.read_models.listing import SearchHit
from desktop_app.domain.rules.resolutions import Resolution
from desktop_app.domain.text.typed_drafts import DraftField, TypedDraft
from desktop_app.storage.evidence.outside import VERB, outside_change
from desktop_app.storage.evidence.outside import accept_change as accept_row
from desktop_app.storage.evidence.sealing import append_link_of_commit
from desktop_app.storage.schema.base import Record
from desktop_app.storage.sqlite.connections import Savepoint
from desktop_app.storage.sqlite.faults import refusal_of_commit
from desktop_app.storage.store import kinds
from desktop_app.storage.store.audit import (
    actor_of,
    append_audit,
    audit_entries,
    audit_facts,
    chain_head,
    frozen_hashes,
    newest_entry_days,
    record_act,
    stored_answer,
)
from desktop_app.storage.store.audit_list import AuditList
from desktop_app.storage.store.desk_queries import DeskQueries
from desktop_app.storage.store.facts_projection import FactsKeeper
from desktop_app.storage.store.founding import read_draft, write_draft
from desktop_app.storage.store.mapper import E, EntityMapper
from desktop_app.storage.store.meeting_lists import MeetingList, MinutesList, unclosed_resolutions
from desktop_app.storage.store.paper_codes import FileCounts, PaperCodes
from desktop_app.storage.store.register_list import RegisterList
from desktop_app.storage.store.resolution_list import ResolutionList
from desktop_app.storage.store.search import SearchIndex
from desktop_app.storage.store.settings import (
    drop_holidays,
    read_calendar,
    read_settings,
    write_holidays,
    write_settings,
)
from desktop_app.storage.store.store import ClauseStore, Indexed, RecordStore, one_of
from desktop_app.storage.store.task_list import TaskList
from desktop_app.storage.store.transaction import Transaction
from desktop_app.storage.store.typed_drafts import drop_drafts, put_drafts, read_drafts, set_drafts_aside
from desktop_app.storage.store.upstream_list import UpstreamList
from desktop_app.storage.store.wordings import find

_AFTER_DIGITS: Final = "g"
"""Sorts behind every hexadecimal digit."""


class RecordIds:
    """Lookup of records in one transaction, by uid or by the code on their paper."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def uids(self, kind: str, ids: Sequence[int]) -> Mapping[int, str]:
        """Return the uids of records of this kind; unknown ids are left out."""
        table = _table(kind)
        rows = self._transaction.run(select(table.c.id, table.c.uid).where(one_of(table.c.id, ids)))
        return {row.id: row.uid for row in rows}

    def ids(self, kind: str, uids: Sequence[str]) -> Mapping[str, int]:
        """Return the ids of records of this kind; unknown uids are left out."""
        table = _table(kind)
        rows = self._transaction.run(select(table.c.id, table.c.uid).where(one_of(table.c.uid, uids)))
        return {row.uid: row.id for row in rows}

    def id_of(self, kind: str, uid: str) -> int:
        """Return the id of the record with this uid; 0 if there is none."""
        table = _table(kind)
        return self._transaction.run(select(table.c.id).where(table.c.uid == uid)).scalar() or 0

    def coded(self, kind: str, code: str) -> Sequence[int]:
        """Return the ids of records of this kind whose paper has the code, which is made from their hash."""
        try:
            digest = base64.b32decode(code).hex()
        except (binascii.Error, ValueError):
            return ()
        table = _table(kind)
        within = table.c.content_hash.between(digest, digest + _AFTER_DIGITS)
        return self._transaction.run(select(table.c.id).where(within).order_by(table.c.id)).scalars().all()


def _table(kind: str) -> Table:
    return Record.metadata.tables[kind]


Answer = TypeVar("Answer", bound=Outcome)


class Work:
    """A unit of work over all records: one act of the operator in one commit.

    Nothing is written before :meth:`commit` returns. A work that was opened for reading refuses to write.
    """

    def __init__(
        self, transaction: Transaction, watch: ActWatch | None = None, whole: FactsKeeper | None = None
    ) -> None:
        self.transaction = transaction
        self._watch = watch
        self._act_uid, self._kind = transaction.act.uid, ""
        """The act and its first entry in the audit table bear one uid, and this entry says what the act is."""
        self._written: list[WrittenRow] = []
        self._stores: dict[str, RecordStore[Any]] = {}
        self._facts = FactsKeeper(transaction, whole)
        self._stored = _derived_updates(SearchIndex(transaction), self._facts)
        self._make_stores()
        self.files = self._store(kinds.FILES)
        self.file_links = self._store(kinds.FILE_LINKS)
        self.incoming_papers = self._store(kinds.INCOMING)
        self.outgoing_papers = self._store(kinds.OUTGOING)
        self.paper_links = self._store(kinds.PAPER_LINKS)
        self.requests = self._store(kinds.REQUESTS)
        self.takings_over = self._store(kinds.TAKINGS_OVER)
        self.upstream_links = self._store(kinds.UPSTREAM_LINKS)
        self.record_ids = RecordIds(transaction)
        self.file_counts = FileCounts(transaction)
        self.paper_codes = PaperCodes(transaction)
        self.meeting_rows = MeetingList(transaction, self._facts.settle)
        self.minutes_rows = MinutesList(transaction, self._facts.settle)
        self.resolution_rows = ResolutionList(transaction, self._facts.settle)
        self.task_rows = TaskList(transaction, self._facts.settle)
        self.register_rows = RegisterList(transaction, self._facts.settle)
        self.upstream_rows = UpstreamList(transaction, self._facts.settle)
        self.desk = DeskQueries(transaction, self._facts.settle)
        self.audit_rows = AuditList(transaction, self._facts.settle)
        self.entries = partial(audit_facts, transaction)
        """By verb, kind and id of a record: the facts of every such entry of the audit table, the oldest first."""
        self.entries_in_order = partial(audit_entries, transaction)
        """The same of several verbs, each entry with its own."""
        self.frozen_hashes = partial(frozen_hashes, transaction)
        """By versions of minutes: the content hash recorded when each became final; those without are left out."""
        self.answer_of = partial(stored_answer, transaction)
        """What the act of a uid answered, as JSON; None where no such act is stored."""
        self.outside_change = partial(outside_change, transaction)
        """A live row that another program changed, by its finding and databases that may hold it as written."""

    def _store(self, mapper: EntityMapper[E]) -> RecordStore[E]:
        made = RecordStore(self.transaction, mapper, self._stored, self._written.append)
        self._stores[mapper.name] = made
        return made

    def _make_stores(self) -> None:
        self.memoranda = self._store(kinds.MEMORANDA)
        self.articles = self._store(kinds.ARTICLES)
        self.committees = self._store(kinds.COMMITTEES)
        self.parties = self._store(kinds.PARTIES)
        self.axes = self._store(kinds.AXES)
        self.people = self._store(kinds.PEOPLE)
        self.seats = self._store(kinds.SEATS)
        self.nominations = self._store(kinds.NOMINATIONS)
        self.units = self._store(kinds.UNITS)
        self.upstream = self._store(kinds.UPSTREAM)
        self.pictures = self._store(kinds.PICTURES)
        self.month_acts = self._store(kinds.MONTH_ACTS)
        self.meetings = self._store(kinds.MEETINGS)
        self.meeting_acts = self._store(kinds.MEETING_ACTS)
        self.sent_invitations = self._store(kinds.SENT_INVITATIONS)
        self.agenda = self._store(kinds.AGENDA)
        self.versions = self._store(kinds.VERSIONS)
        self.attendance = self._store(kinds.ATTENDANCE)
        self.guests = self._store(kinds.GUESTS)
        self.deliberations = self._store(kinds.DELIBERATIONS)
        self.clauses = ClauseStore(self.transaction, kinds.CLAUSES, self._stored, self._written.append)
        self._stores[kinds.CLAUSES.name] = self.clauses
        self.dispositions = self._store(kinds.DISPOSITIONS)
        self.effects = self._store(kinds.EFFECTS)
        self.signers = self._store(kinds.SIGNERS)
        self.minutes_acts = self._store(kinds.MINUTES_ACTS)
        self.printings = self._store(kinds.PRINTINGS)
        self.signatures = self._store(kinds.SIGNATURES)
        self.resolutions = self._store(kinds.RESOLUTIONS)
        self.resolution_acts = self._store(kinds.RESOLUTION_ACTS)
        self.deadline_events = self._store(kinds.DEADLINE_EVENTS)
        self.tasks = self._store(kinds.TASKS)
        self.task_acts = self._store(kinds.TASK_ACTS)

    def actor(self) -> str:
        """Return the actor: of the act, else the operator in the settings."""
        return actor_of(self.transaction)

    def new_uid(self) -> str:
        """Return a new uid for an entity that has its own ``uid``."""
        return self.transaction.make_uid()

    def settings(self) -> OfficeSettings:
        """Return the office's settings."""
        return read_settings(self.transaction)

    def put_settings(self, settings: OfficeSettings) -> None:
        """Store the office's settings."""
        write_settings(self.transaction, settings)

    def calendar(self) -> WorkCalendar:
        """Return the work calendar: weekend of the settings and the holidays."""
        return read_calendar(self.transaction)

    def put_holidays(self, names: Mapping[date, str], estimated: frozenset[date]) -> None:
        """Add or rename holidays."""
        write_holidays(self.transaction, names, estimated)

    def drop_holidays(self, days: Collection[date]) -> None:
        """Delete holidays."""
        drop_holidays(self.transaction, days)

    def founding_draft(self) -> str:
        """Return the draft of the first start; an empty text if there is none."""
        return read_draft(self.transaction)

    def put_founding_draft(self, content: str) -> None:
        """Store the draft of the first start (JSON); an empty text deletes it."""
        write_draft(self.transaction, content)

    def unclosed_resolutions(self, meeting_ids: Sequence[int], day: date) -> tuple[Resolution, ...]:
        """Return adopted resolutions of these meetings that no act has closed up to the day.

        One whose last act took another back is among them, whatever counts after that.
        """
        return unclosed_resolutions(self.transaction, meeting_ids, day)

    def put_drafts(self, texts: Mapping[DraftField, str]) -> Mapping[DraftField, str]:
        """Store typed texts over the previous ones; return them by place, with the uids of their records."""
        return put_drafts(self.transaction, texts)

    def drop_drafts(self, places: Collection[DraftField]) -> None:
        """Delete drafts."""
        drop_drafts(self.transaction, places)

    def set_drafts_aside(self) -> None:
        """Rename the drafts of an earlier run, so that typing does not overwrite them."""
        set_drafts_aside(self.transaction)

    def drafts(self) -> tuple[TypedDraft, ...]:
        """Return all drafts, oldest first."""
        return read_drafts(self.transaction)

    def recorded_days(self) -> Sequence[str]:
        """Return the UTC days of the newest entries in recorded order, since the last confirmation of the clock."""
        return newest_entry_days(self.transaction)

    def chain_head(self, version_id: int) -> str:
        """Return the newest hash of the chain after a version became final; empty if there was no chain."""
        return chain_head(self.transaction, version_id)

    def search(self, query: str, limit: int) -> tuple[SearchHit, ...]:
        """Return records whose search text contains every word of the query."""
        self._facts.settle()
        return find(self.transaction, query, limit)

    def audit(self, act: str, subject: str, subject_id: int, **facts: object) -> None:
        """Append one entry: what was done to which record, with the actor and instant of this unit of work."""
        uid = self.transaction.make_uid() if self._kind or not self._act_uid else self._act_uid
        if not self._kind:
            self._act_uid, self._kind = uid, f"{subject}.{act}"
        append_audit(self.transaction, uid, act, subject, subject_id, facts)

    def accept_outside(self, change: OutsideChange) -> None:
        """Accept a shown row that another program changed, with an entry of the history; raises ``RuleBroken``."""
        accept_row(self.transaction, change)
        self.audit(VERB, change.table, change.id, before=dict(change.old or {}), after=dict(change.new))

    def put_back(self, row: WrittenRow) -> None:
        """Restore the previous state of a row; a deleted row gets its id and uid again.

        Raises ``RuleBroken("act_overtaken", kind=…, id=…)`` where it no longer stands as it was written.
        """
        self._stores[row.kind].put_back(row)

    def record(self, outcome: Answer) -> Answer:
        """Record the act and its answer, commit, and return the answer with the written rows.

        Raises ``EnvironmentProblem`` where nothing is stored.
        """
        record_act(self.transaction, self._act_uid or self.transaction.make_uid(), self._kind, outcome)
        self.commit()
        return replace(outcome, written=tuple(self._written))

    def commit(self) -> None:
        """Commit this unit of work; raises ``EnvironmentProblem``."""
        if not self.transaction.writable:
            raise RuntimeError("this unit of work was opened for reading")
        self._facts.settle()
        append_link_of_commit(self.transaction)
        if self._watch is not None:
            self.drop_drafts(self._watch.recorded())
        try:
            self.transaction.connection.commit()
        except DBAPIError as error:
            refusal = refusal_of_commit(error)
            if refusal is error:
                raise
            raise refusal from error
        if self._watch is not None:
            self._watch.done()


OpenWork = Callable[[], AbstractContextManager[Work]]
"""Opens a unit of work; leaving the ``with`` without commit rolls back."""


class ActInGroup(Work):
    """An act in a group of acts that are stored or dropped together; its commit only keeps a savepoint."""

    def __init__(self, transaction: Transaction, whole: FactsKeeper, savepoint: Savepoint) -> None:
        super().__init__(transaction, whole=whole)
        self._savepoint = savepoint

    def commit(self) -> None:
        """Keep this act in the group; it becomes durable with the group."""
        self._savepoint.keep()
        self._facts.hand_over()


@contextmanager
def act_in_group(transaction: Transaction, facts: FactsKeeper) -> Iterator[Work]:
    """Begin an act of a group; its changes are undone unless they were kept."""
    savepoint, changes = Savepoint(transaction.connection), transaction.memo.changes
    noted = transaction.notes.mark()
    try:
        yield ActInGroup(transaction, facts, savepoint)
    finally:
        if savepoint.end():
            transaction.memo.undone(changes)
            transaction.notes.undone(noted)


def _derived_updates(index: SearchIndex, facts: FactsKeeper) -> Indexed:
    """Return a callback that updates everything derived after each stored record."""

    def stored(kind: str, record_id: int, entity: object | None) -> None:
        index.stored(kind, record_id, entity)
        facts.stored(kind, record_id, entity)

    return stored
