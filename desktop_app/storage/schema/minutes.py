"""Tables of minutes: versions, deliberations, clauses, signers, and acts on a version."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.deadlines import DeadlineKind, RelativeBase, RelativeUnit
from desktop_app.domain.rules.minutes import AdoptionKind, ClauseKind, MinutesActKind, MinutesState
from desktop_app.storage.schema.base import Kept, Record, instant, ref, rule, time_of_day, word


class MinutesVersionRecord(Kept):
    """One version of a meeting's minutes; frozen but for its state from ``final`` on."""

    __tablename__ = "minutes_version"
    __table_args__ = (
        UniqueConstraint("meeting_id", "version"),
        rule("ck_minutes_version_counts", "version >= 1 AND originals >= 1"),
        rule(
            "ck_minutes_version_frozen_text",
            "state IN ('draft', 'review', 'dropped')"
            " OR (length(content_hash) = 64 AND snapshot <> '' AND finalised_at <> '')"
            # minutes of a meeting that was taken over: their scan is the paper
            " OR (state IN ('archived', 'amended') AND content_hash = '' AND snapshot = '' AND finalised_at = '')",
        ),
    )

    meeting_id: Mapped[int] = ref("meeting")
    version: Mapped[int]
    state: Mapped[MinutesState] = word(MinutesState)
    read_aloud: Mapped[bool]
    classification: Mapped[str]
    urgency: Mapped[str]
    closing: Mapped[str]
    next_day: Mapped[date | None]
    next_starts_at: Mapped[str] = time_of_day()
    next_agenda: Mapped[str]
    originals: Mapped[int]
    kept_at: Mapped[str]
    attachments: Mapped[str]
    copies_to: Mapped[str]
    session_began_at: Mapped[str] = time_of_day()
    session_ended_at: Mapped[str] = time_of_day()
    session_place: Mapped[str]
    session_chair: Mapped[str]
    session_secretary: Mapped[str]
    snapshot: Mapped[str]
    content_hash: Mapped[str]
    finalised_at: Mapped[str] = instant()


class DeliberationRecord(Kept):
    """One contribution to the deliberation on an agenda item."""

    __tablename__ = "deliberation"

    minutes_version_id: Mapped[int] = ref("minutes_version")
    agenda_item_id: Mapped[int] = ref("agenda_item")
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
        rule("ck_clause_one_owner", "owner_unit_id IS NULL OR owner_person_id IS NULL"),
        rule("ck_clause_counts", "deadline_count >= 0 AND votes_for >= 0 AND votes_against >= 0"),
    )

    minutes_version_id: Mapped[int] = ref("minutes_version")
    agenda_item_id: Mapped[int] = ref("agenda_item")
    ordinal: Mapped[int]
    text: Mapped[str]
    kind: Mapped[ClauseKind] = word(ClauseKind)
    resolution_id: Mapped[int | None] = ref("resolution")
    axis_id: Mapped[int | None] = ref("axis")
    executor_unit_id: Mapped[int | None] = ref("unit")
    all_units: Mapped[bool]
    owner_unit_id: Mapped[int | None] = ref("unit")
    owner_person_id: Mapped[int | None] = ref("person")
    deadline_kind: Mapped[DeadlineKind] = word(DeadlineKind)
    deadline_day: Mapped[date | None]
    deadline_count: Mapped[int]
    deadline_unit: Mapped[RelativeUnit] = word(RelativeUnit)
    deadline_base: Mapped[RelativeBase] = word(RelativeBase)
    adoption: Mapped[AdoptionKind] = word(AdoptionKind)
    reservation: Mapped[str]
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    upstream_id: Mapped[int | None] = ref("upstream_decision")
    classification: Mapped[Classification | None] = word(Classification)


class ClauseUnitRecord(Record):
    """A cooperating unit of a clause, with its order."""

    __tablename__ = "clause_unit"
    __table_args__ = (UniqueConstraint("clause_id", "unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    clause_id: Mapped[int] = ref("clause")
    unit_id: Mapped[int] = ref("unit")
    ordinal: Mapped[int]


class SignerRecord(Kept):
    """A person who signs the paper of a version."""

    __tablename__ = "signer"

    minutes_version_id: Mapped[int] = ref("minutes_version")
    ordinal: Mapped[int]
    party_id: Mapped[int] = ref("party")
    name: Mapped[str]
    post: Mapped[str]
    substitute_for: Mapped[str]


class MinutesActRecord(Kept):
    """An act on a version; append-only."""

    __tablename__ = "minutes_act"
    __table_args__ = (rule("ck_minutes_act_meeting", "(meeting_id IS NOT NULL) = (kind = 'confirmed')"),)

    minutes_version_id: Mapped[int] = ref("minutes_version")
    kind: Mapped[MinutesActKind] = word(MinutesActKind)
    at: Mapped[str] = instant()
    actor: Mapped[str]
    reason: Mapped[str]
    meeting_id: Mapped[int | None] = ref("meeting")


class PrintingRecord(Kept):
    """A print for signing; append-only."""

    __tablename__ = "printing"
    __table_args__ = (rule("ck_printing_paper", "copies >= 1 AND length(sha256) = 64"),)

    minutes_version_id: Mapped[int] = ref("minutes_version")
    at: Mapped[str] = instant()
    copies: Mapped[int]
    path: Mapped[str]
    sha256: Mapped[str]


class SignatureRecord(Kept):
    """One signature on one original; append-only."""

    __tablename__ = "signature"
    __table_args__ = (
        rule("ck_signature_original", "original >= 1"),
        rule("ck_signature_batch", "batch >= 0"),
    )

    signer_id: Mapped[int] = ref("signer")
    original: Mapped[int]
    signed_on: Mapped[date]
    at: Mapped[str] = instant()
    actor: Mapped[str]
    note: Mapped[str]
    struck: Mapped[bool]
    batch: Mapped[int]
