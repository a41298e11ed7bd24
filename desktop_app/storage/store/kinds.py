"""Registry of entities and their tables, used by stores, guards, checks and tests."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ScalarSelect, func, select

from desktop_app.domain.documents.appearance import Picture
from desktop_app.domain.rules.clauses import UpstreamDecision, UpstreamLink
from desktop_app.domain.rules.committee import Article, Axis, Committee, Memorandum, Party
from desktop_app.domain.rules.files import FileLink, StoredFile
from desktop_app.domain.rules.invitations import SentInvitation
from desktop_app.domain.rules.meetings import AgendaItem, Attendance, Guest, Meeting, MeetingAct
from desktop_app.domain.rules.members import Nomination, Person, Seat, Unit
from desktop_app.domain.rules.minutes import (
    Clause,
    ClauseEffect,
    Deliberation,
    ItemDisposition,
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
from desktop_app.storage.schema.base import ChainLinkRecord, Record, RecordHashRecord, table_of
from desktop_app.storage.schema.committee import (
    ArticleRecord,
    AxisRecord,
    CommitteeRecord,
    MemorandumRecord,
    MonthActRecord,
    NominationRecord,
    PartyRecord,
    PersonRecord,
    PictureRecord,
    SeatRecord,
    TakingOverRecord,
    UnitRecord,
)
from desktop_app.storage.schema.meetings import (
    AgendaItemRecord,
    AttendanceRecord,
    GuestRecord,
    MeetingActRecord,
    MeetingRecord,
    SentInvitationRecord,
)
from desktop_app.storage.schema.minutes import (
    ClauseEffectRecord,
    ClauseRecord,
    ClauseUnitRecord,
    DeliberationRecord,
    ItemDispositionRecord,
    MinutesActRecord,
    MinutesVersionRecord,
    PrintingRecord,
    SignatureRecord,
    SignerRecord,
)
from desktop_app.storage.schema.registered_papers import (
    FileLinkRecord,
    FileRecord,
    IncomingPaperRecord,
    OutgoingPaperRecord,
    PaperLinkRecord,
    RequestRecord,
)
from desktop_app.storage.schema.resolutions import (
    DeadlineEventRecord,
    ResolutionActRecord,
    ResolutionFactsRecord,
    ResolutionRecord,
    TaskActRecord,
    TaskRecord,
    UpstreamDecisionRecord,
    UpstreamLinkRecord,
)
from desktop_app.storage.store.audit import ActRecord, AuditRecord
from desktop_app.storage.store.founding import FoundingDraftRecord
from desktop_app.storage.store.mapper import EntityMapper, mapper_of
from desktop_app.storage.store.search import SearchTextRecord
from desktop_app.storage.store.settings import HolidayRecord, OfficeSettingRecord
from desktop_app.storage.store.typed_drafts import DraftRecord


def _units_of_clause() -> ScalarSelect[Any]:
    """Return a subquery for the units of a clause, which saves a second query on each page."""
    unit = table_of(ClauseUnitRecord).c
    pairs = select(func.json_group_array(func.json_array(unit.ordinal, unit.unit_id)))
    return pairs.where(unit.clause_id == table_of(ClauseRecord).c.id).scalar_subquery()


MEMORANDA: Final = mapper_of(Memorandum, MemorandumRecord)
ARTICLES: Final = mapper_of(Article, ArticleRecord)
COMMITTEES: Final = mapper_of(Committee, CommitteeRecord)
PARTIES: Final = mapper_of(Party, PartyRecord)
AXES: Final = mapper_of(Axis, AxisRecord)
PEOPLE: Final = mapper_of(Person, PersonRecord)
SEATS: Final = mapper_of(Seat, SeatRecord)
NOMINATIONS: Final = mapper_of(Nomination, NominationRecord)
UNITS: Final = mapper_of(Unit, UnitRecord)
MEETINGS: Final = mapper_of(Meeting, MeetingRecord)
MEETING_ACTS: Final = mapper_of(MeetingAct, MeetingActRecord)
SENT_INVITATIONS: Final = mapper_of(SentInvitation, SentInvitationRecord)
MONTH_ACTS: Final = mapper_of(MonthAct, MonthActRecord)
AGENDA: Final = mapper_of(AgendaItem, AgendaItemRecord)
VERSIONS: Final = mapper_of(MinutesVersion, MinutesVersionRecord)
ATTENDANCE: Final = mapper_of(Attendance, AttendanceRecord)
GUESTS: Final = mapper_of(Guest, GuestRecord)
DELIBERATIONS: Final = mapper_of(Deliberation, DeliberationRecord)
CLAUSES: Final = mapper_of(Clause, ClauseRecord, cooperating=_units_of_clause())
DISPOSITIONS: Final = mapper_of(ItemDisposition, ItemDispositionRecord)
EFFECTS: Final = mapper_of(ClauseEffect, ClauseEffectRecord)
SIGNERS: Final = mapper_of(Signer, SignerRecord)
MINUTES_ACTS: Final = mapper_of(MinutesAct, MinutesActRecord)
PRINTINGS: Final = mapper_of(Printing, PrintingRecord)
SIGNATURES: Final = mapper_of(Signature, SignatureRecord)
RESOLUTIONS: Final = mapper_of(Resolution, ResolutionRecord)
RESOLUTION_ACTS: Final = mapper_of(ResolutionAct, ResolutionActRecord)
DEADLINE_EVENTS: Final = mapper_of(DeadlineEvent, DeadlineEventRecord)
TASKS: Final = mapper_of(Task, TaskRecord)
TASK_ACTS: Final = mapper_of(TaskAct, TaskActRecord)
UPSTREAM: Final = mapper_of(UpstreamDecision, UpstreamDecisionRecord)
UPSTREAM_LINKS: Final = mapper_of(UpstreamLink, UpstreamLinkRecord)
PICTURES: Final = mapper_of(Picture, PictureRecord)
FILES: Final = mapper_of(StoredFile, FileRecord)
FILE_LINKS: Final = mapper_of(FileLink, FileLinkRecord)
INCOMING: Final = mapper_of(IncomingPaper, IncomingPaperRecord)
OUTGOING: Final = mapper_of(OutgoingPaper, OutgoingPaperRecord)
PAPER_LINKS: Final = mapper_of(PaperLink, PaperLinkRecord)
REQUESTS: Final = mapper_of(Request, RequestRecord)
TAKINGS_OVER: Final = mapper_of(TakingOver, TakingOverRecord)

MAPPERS: Final[tuple[EntityMapper[Any], ...]] = (
    MEMORANDA, ARTICLES, COMMITTEES, PARTIES, AXES, PEOPLE, SEATS, NOMINATIONS, UNITS, MEETINGS, MEETING_ACTS,
    SENT_INVITATIONS, MONTH_ACTS, AGENDA, VERSIONS, ATTENDANCE, GUESTS, DELIBERATIONS, CLAUSES, DISPOSITIONS, EFFECTS,
    SIGNERS, MINUTES_ACTS, PRINTINGS, SIGNATURES, RESOLUTIONS, RESOLUTION_ACTS, DEADLINE_EVENTS, TASKS, TASK_ACTS,
    UPSTREAM, PICTURES, FILES, FILE_LINKS, INCOMING, OUTGOING, PAPER_LINKS, REQUESTS, TAKINGS_OVER,
    UPSTREAM_LINKS,
)  # fmt: skip
"""Every kind that services store."""

WITHOUT_ENTITY: Final[tuple[type[Record], ...]] = (
    ActRecord,
    AuditRecord,
    ChainLinkRecord,
    ClauseUnitRecord,
    DraftRecord,
    FoundingDraftRecord,
    HolidayRecord,
    OfficeSettingRecord,
    RecordHashRecord,
    ResolutionFactsRecord,
    SearchTextRecord,
)
"""Tables that are reached in other ways than through a store."""
