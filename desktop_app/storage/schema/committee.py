"""Tables of the memorandum, the committee with its parties and axes, people, seats, nominations and units."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.rules.committee import ArticleKind, PartyCode
from desktop_app.domain.rules.members import NominationRole, NominationState, SeatRole, UnitKind
from desktop_app.domain.rules.months import MonthActKind
from desktop_app.storage.schema.base import (
    Kept,
    added_column,
    instant_column,
    named_check,
    reference_column,
    word_column,
)


class PersonRecord(Kept):
    """A person; archived, never deleted."""

    __tablename__ = "person"
    __table_args__ = (named_check("ck_person_phone", "phone = trim(phone)"),)

    name: Mapped[str]
    post: Mapped[str]
    archived_on: Mapped[date | None]
    name_key: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = added_column("''")


class SeatRecord(Kept):
    """A seat of a party."""

    __tablename__ = "seat"

    party_id: Mapped[int] = reference_column("party")
    role: Mapped[SeatRole] = word_column(SeatRole)
    title: Mapped[str]
    ordinal: Mapped[int]
    archived_on: Mapped[date | None]


class NominationRecord(Kept):
    """A letter that names a person for a seat."""

    __tablename__ = "nomination"
    __table_args__ = (
        named_check("ck_nomination_person", "person_id IS NOT NULL OR state = 'awaited'"),
        named_check("ck_nomination_days", "from_day IS NULL OR to_day IS NULL OR from_day <= to_day"),
    )

    seat_id: Mapped[int] = reference_column("seat")
    person_id: Mapped[int | None] = reference_column("person")
    role: Mapped[NominationRole] = word_column(NominationRole)
    state: Mapped[NominationState] = word_column(NominationState)
    letter_number: Mapped[str]
    letter_day: Mapped[date | None]
    from_day: Mapped[date | None]
    to_day: Mapped[date | None]


class UnitRecord(Kept):
    """A unit of a party, or a provincial body coordinated with it."""

    __tablename__ = "unit"

    party_id: Mapped[int] = reference_column("party")
    kind: Mapped[UnitKind] = word_column(UnitKind)
    name: Mapped[str]
    short_name: Mapped[str]
    ordinal: Mapped[int]
    parent_id: Mapped[int | None] = reference_column("unit")
    head: Mapped[str]
    liaison: Mapped[str]
    contact: Mapped[str]
    archived_on: Mapped[date | None]
    name_key: Mapped[str] = mapped_column(index=True)


class MemorandumRecord(Kept):
    """The signed memorandum."""

    __tablename__ = "memorandum"

    title: Mapped[str]
    subject: Mapped[str]
    signed_on: Mapped[date | None]


class ArticleRecord(Kept):
    """An article or note of a memorandum."""

    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("memorandum_id", "kind", "ordinal"),)

    memorandum_id: Mapped[int] = reference_column("memorandum")
    kind: Mapped[ArticleKind] = word_column(ArticleKind)
    ordinal: Mapped[int]
    title: Mapped[str]


class CommitteeRecord(Kept):
    """The committee of a memorandum."""

    __tablename__ = "committee"

    memorandum_id: Mapped[int] = reference_column("memorandum")
    name: Mapped[str]


class PartyRecord(Kept):
    """One of the two parties of a committee."""

    __tablename__ = "party"
    __table_args__ = (UniqueConstraint("committee_id", "code"),)

    committee_id: Mapped[int] = reference_column("committee")
    code: Mapped[PartyCode] = word_column(PartyCode)
    name: Mapped[str]
    short_name: Mapped[str]
    signatory: Mapped[str]
    signatory_post: Mapped[str]


class AxisRecord(Kept):
    """An axis of the memorandum, or a sub-axis."""

    __tablename__ = "axis"
    __table_args__ = (UniqueConstraint("committee_id", "code"),)

    committee_id: Mapped[int] = reference_column("committee")
    code: Mapped[str]
    title: Mapped[str]
    ordinal: Mapped[int]
    parent_id: Mapped[int | None] = reference_column("axis")


class MonthActRecord(Kept):
    """A month excused, or its excuse withdrawn; append-only."""

    __tablename__ = "month_act"
    __table_args__ = (
        named_check("ck_month_act_month", "month BETWEEN 1 AND 12"),
        named_check("ck_month_act_at_given", "at <> ''"),
    )

    committee_id: Mapped[int] = reference_column("committee")
    year: Mapped[int]
    month: Mapped[int]
    kind: Mapped[MonthActKind] = word_column(MonthActKind)
    day: Mapped[date]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    reason: Mapped[str]


class TakingOverRecord(Kept):
    """Facts from before the committee used this program, as entered; append-only."""

    __tablename__ = "taking_over"
    __table_args__ = (
        named_check("ck_taking_over_month", "month BETWEEN 1 AND 12"),
        named_check("ck_taking_over_numbers", "last_meeting >= 0 AND last_serial >= 0"),
        named_check("ck_taking_over_at_given", "at <> ''"),
    )

    committee_id: Mapped[int] = reference_column("committee")
    year: Mapped[int]
    month: Mapped[int]
    last_meeting: Mapped[int]
    last_number: Mapped[str]
    last_serial: Mapped[int]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]


class PictureRecord(Kept):
    """A picture that papers refer to by its hash; append-only."""

    __tablename__ = "picture"
    __table_args__ = (
        UniqueConstraint("sha256"),
        named_check("ck_picture_paper", "length(sha256) = 64 AND width >= 1 AND height >= 1 AND length(content) >= 1"),
    )

    sha256: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    content: Mapped[bytes]
