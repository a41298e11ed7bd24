"""Tables of resolutions: identity, acts and deadline events."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_app.domain.rules.resolutions import ResolutionActKind
from desktop_app.storage.schema.base import Kept, instant, ref, rule, word


class ResolutionRecord(Kept):
    """Identity of a resolution; its number is given once and never again.

    Numbers are unique within a committee, which only a guard can see (:mod:`desktop_app.storage.schema.guards`).
    """

    __tablename__ = "resolution"
    __table_args__ = (
        UniqueConstraint("meeting_id", "row"),
        Index(None, "number"),
        rule("ck_resolution_number", "(number = '') = (row IS NULL) AND row >= 1"),
    )

    meeting_id: Mapped[int] = ref("meeting")
    row: Mapped[int | None]
    number: Mapped[str]
    adopted_on: Mapped[date | None]


class ResolutionActRecord(Kept):
    """An act on a resolution; append-only."""

    __tablename__ = "resolution_act"

    resolution_id: Mapped[int] = ref("resolution")
    kind: Mapped[ResolutionActKind] = word(ResolutionActKind)
    day: Mapped[date]
    at: Mapped[str] = instant()
    actor: Mapped[str]
    reason: Mapped[str]
    letter_number: Mapped[str]
    other_id: Mapped[int | None] = ref("resolution")
    undoes_id: Mapped[int | None] = ref("resolution_act")


class DeadlineEventRecord(Kept):
    """A deadline as agreed or extended; append-only."""

    __tablename__ = "deadline_event"
    __table_args__ = (UniqueConstraint("resolution_id", "sequence"), rule("ck_deadline_event_order", "sequence >= 0"))

    resolution_id: Mapped[int] = ref("resolution")
    sequence: Mapped[int]
    due: Mapped[date | None]
    granted_by_meeting_id: Mapped[int | None] = ref("meeting")
    reason: Mapped[str]
    at: Mapped[str] = instant()
    actor: Mapped[str]
    undoes_id: Mapped[int | None] = ref("deadline_event")
