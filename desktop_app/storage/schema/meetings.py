"""Tables of meetings, their agenda, and who attended in a version of the minutes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.meetings import AgendaKind, AgendaState, AttendanceState, MeetingKind, MeetingState
from desktop_app.storage.schema.base import (
    Kept,
    instant_column,
    named_check,
    reference_column,
    time_column,
    word_column,
)


class MeetingRecord(Kept):
    """One meeting; its number is never given again."""

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("committee_id", "number"),
        named_check("ck_meeting_number", "number >= 1"),
        Index(None, "day"),
        # the next meeting of a committee after a day
        Index(None, "committee_id", "day"),
    )

    committee_id: Mapped[int] = reference_column("committee")
    number: Mapped[int | None]
    kind: Mapped[MeetingKind] = word_column(MeetingKind)
    state: Mapped[MeetingState] = word_column(MeetingState)
    day: Mapped[date | None]
    starts_at: Mapped[str] = time_column()
    began_at: Mapped[str] = time_column()
    ended_at: Mapped[str] = time_column()
    place: Mapped[str]
    chair: Mapped[str]
    secretary: Mapped[str]
    note: Mapped[str]


class MeetingActRecord(Kept):
    """A change of a meeting's state; append-only."""

    __tablename__ = "meeting_act"
    __table_args__ = (named_check("ck_meeting_act_at_given", "at <> ''"),)

    meeting_id: Mapped[int] = reference_column("meeting")
    source: Mapped[MeetingState] = word_column(MeetingState)
    target: Mapped[MeetingState] = word_column(MeetingState)
    day: Mapped[date]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    reason: Mapped[str]


class SentInvitationRecord(Kept):
    """An invitation that was sent, with the text of the letter; append-only."""

    __tablename__ = "sent_invitation"
    __table_args__ = (
        named_check("ck_sent_invitation_paper", "document <> '' AND length(content_hash) = 64 AND template >= 1"),
        named_check("ck_sent_invitation_given", "invitee <> '' AND addressee <> '' AND at <> ''"),
    )

    meeting_id: Mapped[int] = reference_column("meeting")
    invitee: Mapped[str]
    addressee: Mapped[str]
    sent_on: Mapped[date]
    way: Mapped[SendingWay] = word_column(SendingWay)
    number: Mapped[str]
    note: Mapped[str]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    struck: Mapped[bool]
    template: Mapped[int]
    document: Mapped[str]
    content_hash: Mapped[str]


class AgendaItemRecord(Kept):
    """One item of an agenda; a parked item has no meeting."""

    __tablename__ = "agenda_item"
    __table_args__ = (named_check("ck_agenda_item_counts", "planned_minutes >= 0 AND spent_seconds >= 0"),)

    committee_id: Mapped[int] = reference_column("committee")
    meeting_id: Mapped[int | None] = reference_column("meeting")
    ordinal: Mapped[int]
    title: Mapped[str]
    kind: Mapped[AgendaKind] = word_column(AgendaKind)
    state: Mapped[AgendaState] = word_column(AgendaState)
    presenter: Mapped[str]
    background: Mapped[str]
    planned_minutes: Mapped[int]
    spent_seconds: Mapped[int]
    started_at: Mapped[str] = instant_column()
    resolution_id: Mapped[int | None] = reference_column("resolution")
    carried_from_id: Mapped[int | None] = reference_column("agenda_item")


class AttendanceRecord(Kept):
    """The attendance of one seat in one version of the minutes."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("minutes_version_id", "seat_id"),)

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    seat_id: Mapped[int] = reference_column("seat")
    party_id: Mapped[int] = reference_column("party")
    ordinal: Mapped[int]
    name: Mapped[str]
    post: Mapped[str]
    state: Mapped[AttendanceState] = word_column(AttendanceState)
    substitute_name: Mapped[str]
    letter_number: Mapped[str]
    letter_day: Mapped[date | None]
    arrived_at: Mapped[str] = time_column()
    left_at: Mapped[str] = time_column()


class GuestRecord(Kept):
    """A guest in one version of the minutes."""

    __tablename__ = "guest"

    minutes_version_id: Mapped[int] = reference_column("minutes_version")
    ordinal: Mapped[int]
    name: Mapped[str]
    post: Mapped[str]
    arrived_at: Mapped[str] = time_column()
    left_at: Mapped[str] = time_column()
