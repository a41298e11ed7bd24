"""Tables of minutes: versions, deliberations, clauses, signers, and acts on a version."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.deadlines import DeadlineKind, RelativeBase, RelativeUnit
from desktop_app.domain.rules.meetings import DispositionKind
from desktop_app.domain.rules.minutes import AdoptionKind, ClauseKind, EffectKind, MinutesActKind, MinutesState
from desktop_app.storage.schema.base import (
    Kept,
    Record,
    instant_column,
    named_check,
    reference_column,
    time_column,
    word_column,
)


class MinutesVersionRecord(Kept):
    """One version of a meeting's minutes; frozen but for its state from ``final`` on."""

    __tablename__ = "minutes_version"
    __table_args__ = (
        UniqueConstraint("meeting_id", "version"),
        named_check("ck_minutes_version_counts", "version >= 1 AND originals >= 1"),
        named_check(
            "ck_minutes_version_frozen_text",
            "state IN ('draft', 'review', 'dropped')"
            " OR (length(content_hash) = 64 AND snapshot <> '' AND finalised_at <> '')"
            # minutes of a meeting that was taken over: their scan is the paper
            " OR (state IN ('archived', 'amended') AND content_hash = '' AND snapshot = '' AND finalised_at = '')",
        ),
    )

    meeting_id: Mapped[int] = reference_column("meeting")
    version: Mapped[int]
    state: Mapped[MinutesState] = word_column(MinutesState)
    read_aloud: Mapped[bool]
    classification: Mapped[str]
    urgency: Mapped[str]
    closing: Mapped[str]
    next_day: Mapped[date | None]
    next_starts_at: Mapped[str] = time_column()
    next_agenda: Mapped[str]
    originals: Mapped[int]
    kept_at: Mapped[str]
    attachments: Mapped[str]
    copies_to: Mapped[str]
    session_began_at: Mapped[str] = time_column()
    session_ended_at: Mapped[str] = time_column()
    session_place: Mapped[str]
    session_chair: Mapped[str]
    session_secretary: Mapped[str]
    snapshot: Mapped[str]
    content_hash: Mapped[str]
    finalised_at: Mapped[str] = instant_column()


class DeliberationRecord(Kept):
    """One contribution to the deliberation on an agenda item."""

    __tablename__ = "deliberation"

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    agenda_item_id: Mapped[int] = reference_column("agenda_item")
    ordinal: Mapped[int]
    speaker: Mapped[str]
    text: Mapped[str]


class ClauseRecord(Kept):
    """A clause of an agenda item in one version; a resolution when its kind says so."""

    __tablename__ = "clause"
    __table_args__ = (
        Index(
            "uq_clause_version_resolution",
            "minutes_version_id",
            "resolution_id",
            unique=True,
            sqlite_where=text("resolution_id IS NOT NULL"),
        ),
        named_check("ck_clause_one_owner", "owner_unit_id IS NULL OR owner_person_id IS NULL"),
        named_check("ck_clause_counts", "deadline_count >= 0 AND votes_for >= 0 AND votes_against >= 0"),
    )

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    agenda_item_id: Mapped[int] = reference_column("agenda_item")
    ordinal: Mapped[int]
    text: Mapped[str]
    kind: Mapped[ClauseKind] = word_column(ClauseKind)
    resolution_id: Mapped[int | None] = reference_column("resolution")
    axis_id: Mapped[int | None] = reference_column("axis")
    executor_unit_id: Mapped[int | None] = reference_column("unit")
    all_units: Mapped[bool]
    owner_unit_id: Mapped[int | None] = reference_column("unit")
    owner_person_id: Mapped[int | None] = reference_column("person")
    deadline_kind: Mapped[DeadlineKind] = word_column(DeadlineKind)
    deadline_day: Mapped[date | None]
    deadline_count: Mapped[int]
    deadline_unit: Mapped[RelativeUnit] = word_column(RelativeUnit)
    deadline_base: Mapped[RelativeBase] = word_column(RelativeBase)
    adoption: Mapped[AdoptionKind] = word_column(AdoptionKind)
    reservation: Mapped[str]
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    upstream_id: Mapped[int | None] = reference_column("upstream_decision")
    classification: Mapped[Classification | None] = word_column(Classification)


class ClauseUnitRecord(Record):
    """A cooperating unit of a clause, with its order."""

    __tablename__ = "clause_unit"
    __table_args__ = (UniqueConstraint("clause_id", "unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    clause_id: Mapped[int] = reference_column("clause")
    unit_id: Mapped[int] = reference_column("unit")
    ordinal: Mapped[int]


class ItemDispositionRecord(Kept):
    """What one version decides of an agenda item without text."""

    __tablename__ = "item_disposition"
    __table_args__ = (
        UniqueConstraint("minutes_version_id", "agenda_item_id"),
        named_check("ck_item_disposition_reason", "kind <> 'left' OR reason <> ''"),
    )

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    agenda_item_id: Mapped[int] = reference_column("agenda_item")
    kind: Mapped[DispositionKind] = word_column(DispositionKind)
    reason: Mapped[str]


class ClauseEffectRecord(Kept):
    """The effect of a clause on a resolution of an earlier meeting."""

    __tablename__ = "clause_effect"
    __table_args__ = (
        UniqueConstraint("clause_id", "resolution_id"),
        named_check("ck_clause_effect_day", "(day IS NOT NULL) = (kind = 'extend')"),
    )

    clause_id: Mapped[int] = reference_column("clause")
    resolution_id: Mapped[int] = reference_column("resolution")
    kind: Mapped[EffectKind] = word_column(EffectKind)
    day: Mapped[date | None]


class SignerRecord(Kept):
    """A person who signs the paper of a version."""

    __tablename__ = "signer"

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    ordinal: Mapped[int]
    party_id: Mapped[int] = reference_column("party")
    name: Mapped[str]
    post: Mapped[str]
    substitute_for: Mapped[str]


class MinutesActRecord(Kept):
    """An act on a version; append-only."""

    __tablename__ = "minutes_act"
    __table_args__ = (named_check("ck_minutes_act_meeting", "(meeting_id IS NOT NULL) = (kind = 'confirmed')"),)

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    kind: Mapped[MinutesActKind] = word_column(MinutesActKind)
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    reason: Mapped[str]
    meeting_id: Mapped[int | None] = reference_column("meeting")


class PrintingRecord(Kept):
    """A print for signing; append-only."""

    __tablename__ = "printing"
    __table_args__ = (named_check("ck_printing_paper", "copies >= 1 AND length(sha256) = 64"),)

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    at: Mapped[str] = instant_column()
    copies: Mapped[int]
    path: Mapped[str]
    sha256: Mapped[str]


class SignatureRecord(Kept):
    """One signature on one original; append-only."""

    __tablename__ = "signature"
    __table_args__ = (
        named_check("ck_signature_original", "original >= 1"),
        named_check("ck_signature_batch", "batch >= 0"),
    )

    signer_id: Mapped[int] = reference_column("signer")
    original: Mapped[int]
    signed_on: Mapped[date]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    note: Mapped[str]
    struck: Mapped[bool]
    batch: Mapped[int]
