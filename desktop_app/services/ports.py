"""Protocols of storage, as the services need it; :mod:`desktop_app.storage` implements them.

One act of the operator = one :class:`Work` = one commit. A read opens a :class:`Work` that refuses to write.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from desktop_app.domain.calendar.workdays import WorkCalendar
    from desktop_app.domain.documents.pictures import Picture
    from desktop_app.domain.outcome import Outcome, Written
    from desktop_app.domain.read_models.findings import Finding, OutsideChange
    from desktop_app.domain.read_models.rows import MeetingRow, MinutesRow, ResolutionRow, SearchHit
    from desktop_app.domain.rules.committee import Article, Axis, Committee, Memorandum, Party
    from desktop_app.domain.rules.files import FileLink, StoredFile
    from desktop_app.domain.rules.invitations import SentInvitation
    from desktop_app.domain.rules.meetings import AgendaItem, Attendance, Guest, Meeting, MeetingAct
    from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
    from desktop_app.domain.rules.minutes import (
        Clause,
        Deliberation,
        MinutesAct,
        MinutesVersion,
        Printing,
        Signature,
        Signer,
    )
    from desktop_app.domain.rules.months import MonthAct
    from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper, PaperLink
    from desktop_app.domain.rules.requests import Request
    from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct
    from desktop_app.domain.rules.taking_over import TakingOver
    from desktop_app.domain.rules.tasks import Task, TaskAct
    from desktop_app.domain.rules.upstream import UpstreamDecision
    from desktop_app.domain.settings import OfficeSettings
    from desktop_app.domain.text.typed_drafts import DraftPlace, TypedDraft
    from desktop_app.services.paper_codes import PaperCodes
    from desktop_app.services.row_lists import AuditRowList, RegisterRowList, RowList, TaskRowList

Entity = TypeVar("Entity")
Answer = TypeVar("Answer", bound="Outcome")


class Store(Protocol[Entity]):
    """One kind of record. Rows come ordered by ``ordinal`` where the kind has one, else by id."""

    def get(self, entity_id: int) -> Entity:
        """The record, or ``RuleBroken("record_unknown", kind=…, id=…)``."""
        ...

    def where(self, **equals: object) -> tuple[Entity, ...]:
        """Records whose columns equal the given values; a tuple or list as value means «one of»."""
        ...

    def add(self, entity: Entity) -> Entity:
        """Store a new record (its id is 0) and return it with its id."""
        ...

    def add_all(self, entities: Sequence[Entity]) -> tuple[Entity, ...]:
        """Store many new records at once and return them with their ids, in their order."""
        ...

    def update(self, entity: Entity) -> None:
        """Store the changed record under its id."""
        ...

    def remove(self, entity_id: int) -> None:
        """Take a draft's child row away; refused by the database for everything that is kept for ever."""
        ...


class RecordIds(Protocol):
    """Ids and uids of records of any kind: by a uid rows of other kinds refer to a record, by a code its paper."""

    def uids(self, kind: str, ids: Sequence[int]) -> Mapping[int, str]:
        """The uids of records of this kind; an id that is unknown is left out."""
        ...

    def ids(self, kind: str, uids: Sequence[str]) -> Mapping[str, int]:
        """The ids of records of this kind; a uid that is unknown is left out."""
        ...

    def id_of(self, kind: str, uid: str) -> int:
        """The id of the record with this uid; 0 where there is none."""
        ...

    def coded(self, kind: str, code: str) -> Sequence[int]:
        """The ids of records of this kind whose paper shows the code."""
        ...


class FileCounts(Protocol):
    """How many files records show."""

    def of(self, kind: str, record_id: int) -> int:
        """Those of the record, and of the records that belong to it."""
        ...


class Work(Protocol):
    """A unit of work over all records; nothing is written before :meth:`commit` returns."""

    memoranda: Store[Memorandum]
    articles: Store[Article]
    committees: Store[Committee]
    parties: Store[Party]
    axes: Store[Axis]
    people: Store[Person]
    seats: Store[Seat]
    nominations: Store[Nomination]
    units: Store[Unit]
    meetings: Store[Meeting]
    meeting_acts: Store[MeetingAct]
    sent_invitations: Store[SentInvitation]
    month_acts: Store[MonthAct]
    agenda: Store[AgendaItem]
    versions: Store[MinutesVersion]
    attendance: Store[Attendance]
    guests: Store[Guest]
    deliberations: Store[Deliberation]
    clauses: Store[Clause]
    signers: Store[Signer]
    minutes_acts: Store[MinutesAct]
    printings: Store[Printing]
    signatures: Store[Signature]
    resolutions: Store[Resolution]
    resolution_acts: Store[ResolutionAct]
    deadline_events: Store[DeadlineEvent]
    tasks: Store[Task]
    task_acts: Store[TaskAct]
    upstream: Store[UpstreamDecision]
    pictures: Store[Picture]
    files: Store[StoredFile]
    file_links: Store[FileLink]
    incoming_papers: Store[IncomingPaper]
    outgoing_papers: Store[OutgoingPaper]
    paper_links: Store[PaperLink]
    requests: Store[Request]
    takings_over: Store[TakingOver]

    record_ids: RecordIds
    file_counts: FileCounts
    paper_codes: PaperCodes
    meeting_rows: RowList[MeetingRow]
    minutes_rows: RowList[MinutesRow]
    resolution_rows: RowList[ResolutionRow]
    task_rows: TaskRowList
    register_rows: RegisterRowList
    audit_rows: AuditRowList

    entries: Callable[[str, str, int], tuple[Mapping[str, Any], ...]]
    """By verb, kind and id of a record: the facts of every such entry of the audit table, the oldest first."""
    entries_in_order: Callable[[Sequence[str], str, int], tuple[tuple[str, Mapping[str, Any]], ...]]
    """The same of several verbs, each entry with its own."""
    frozen_hashes: Callable[[Collection[int]], Mapping[int, str]]
    """By versions of minutes: the content hash recorded when each became final; those without one are left out."""
    answer_of: Callable[[str], str | None]
    """What the act of a uid answered, as JSON; None where no such act is stored."""
    outside_change: Callable[[Finding, Iterable[Path]], OutsideChange]
    """A live row that another program changed, by its finding and databases that may hold it as it was written."""

    def actor(self) -> str:
        """Who acts: the one whom the act names, else the operator of the settings as this very work sees them."""
        ...

    def new_uid(self) -> str:
        """A fresh UUID for an entity that carries its own ``uid``; from the same source as every other one."""
        ...

    def settings(self) -> OfficeSettings:
        """The office's settings."""
        ...

    def put_settings(self, settings: OfficeSettings) -> None:
        """Store the office's settings."""
        ...

    def calendar(self) -> WorkCalendar:
        """Weekend of the settings and the operator's table of holidays."""
        ...

    def put_holidays(self, names: Mapping[date, str], estimated: frozenset[date]) -> None:
        """Add or rename days of the table of holidays."""
        ...

    def drop_holidays(self, days: Collection[date]) -> None:
        """Take days out of the table of holidays."""
        ...

    def founding_draft(self) -> str:
        """What is typed at first start and not founded yet, or an empty text."""
        ...

    def put_founding_draft(self, content: str) -> None:
        """Keep the draft of the first start (JSON); an empty text takes it away."""
        ...

    def unclosed_resolutions(self, meeting_ids: Sequence[int], day: date) -> tuple[Resolution, ...]:
        """Adopted resolutions of these meetings by id, but those whose last act up to the day closed them.

        One whose last act took another back is among them, whatever counts after that.
        """
        ...

    def put_drafts(self, texts: Mapping[DraftPlace, str]) -> Mapping[DraftPlace, str]:
        """Keep what is typed and not recorded, each text in the place of the earlier one; with their records' uids."""
        ...

    def drop_drafts(self, places: Collection[DraftPlace]) -> None:
        """Let kept texts go."""
        ...

    def set_drafts_aside(self) -> None:
        """What an earlier run left is found from now on: what is typed goes to other places."""
        ...

    def drafts(self) -> tuple[TypedDraft, ...]:
        """Every kept text, the oldest first."""
        ...

    def recorded_days(self) -> Sequence[str]:
        """The newest days in the history as each came first, UTC; none before the last confirmed clock."""
        ...

    def chain_head(self, version_id: int) -> str:
        """The head of the chain right after a version of minutes became final; empty before there was a chain."""
        ...

    def search(self, query: str, limit: int) -> tuple[SearchHit, ...]:
        """Records whose folded text holds every folded word of the query."""
        ...

    def audit(self, act: str, subject: str, subject_id: int, **facts: object) -> None:
        """Append one entry: what was done to which record; who and when are the work's own."""
        ...

    def accept_outside(self, change: OutsideChange) -> None:
        """Let a row as it was shown count as written, with an entry of the history; raises ``RuleBroken``."""
        ...

    def put_back(self, row: Written) -> None:
        """Write a row as it stood before, a removed one under its id and uid.

        Raises ``RuleBroken("act_overtaken", kind=…, id=…)`` where it no longer stands as it was written.
        """
        ...

    def record(self, outcome: Answer) -> Answer:
        """Record the act with what it answers, commit, and give the answer back with the rows that it wrote.

        Raises ``EnvironmentProblem`` where nothing is stored.
        """
        ...

    def commit(self) -> None:
        """Make durable what is no act, such as typed drafts; or raise ``EnvironmentProblem``."""
        ...


OpenWork = Callable[[], AbstractContextManager[Work]]
"""Opens a unit of work; leaving the ``with`` without commit rolls back."""
