"""Tables of the memorandum, the committee, its parties and axes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_app.domain.committee import PartyCode
from desktop_app.storage.base import Kept, ref, word


class MemorandumRecord(Kept):
    """The signed memorandum."""

    __tablename__ = "memorandum"

    title: Mapped[str]
    subject: Mapped[str]
    signed_on: Mapped[date | None]


class CommitteeRecord(Kept):
    """The committee of a memorandum."""

    __tablename__ = "committee"

    memorandum_id: Mapped[int] = ref("memorandum")
    name: Mapped[str]


class PartyRecord(Kept):
    """One of the two parties of a committee."""

    __tablename__ = "party"
    __table_args__ = (UniqueConstraint("committee_id", "code"),)

    committee_id: Mapped[int] = ref("committee")
    code: Mapped[PartyCode] = word(PartyCode)
    name: Mapped[str]
    short_name: Mapped[str]
    signatory: Mapped[str]
    signatory_post: Mapped[str]


class AxisRecord(Kept):
    """An axis of the memorandum, or a sub-axis."""

    __tablename__ = "axis"
    __table_args__ = (UniqueConstraint("committee_id", "code"),)

    committee_id: Mapped[int] = ref("committee")
    code: Mapped[str]
    title: Mapped[str]
    ordinal: Mapped[int]
    parent_id: Mapped[int | None] = ref("axis")
