"""Tables of people, seats, nominations and units."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.rules.members import NominationRole, NominationState, SeatRole, UnitKind
from desktop_app.storage.schema.base import Kept, added, ref, rule, word


class PersonRecord(Kept):
    """A person; archived, never deleted."""

    __tablename__ = "person"
    __table_args__ = (rule("ck_person_phone", "phone = trim(phone)"),)

    name: Mapped[str]
    post: Mapped[str]
    archived_on: Mapped[date | None]
    name_key: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str] = added("''")


class SeatRecord(Kept):
    """A seat of a party."""

    __tablename__ = "seat"

    party_id: Mapped[int] = ref("party")
    role: Mapped[SeatRole] = word(SeatRole)
    title: Mapped[str]
    ordinal: Mapped[int]
    archived_on: Mapped[date | None]


class NominationRecord(Kept):
    """A letter that names a person for a seat."""

    __tablename__ = "nomination"
    __table_args__ = (
        rule("ck_nomination_person", "person_id IS NOT NULL OR state = 'awaited'"),
        rule("ck_nomination_days", "from_day IS NULL OR to_day IS NULL OR from_day <= to_day"),
    )

    seat_id: Mapped[int] = ref("seat")
    person_id: Mapped[int | None] = ref("person")
    role: Mapped[NominationRole] = word(NominationRole)
    state: Mapped[NominationState] = word(NominationState)
    letter_number: Mapped[str]
    letter_day: Mapped[date | None]
    from_day: Mapped[date | None]
    to_day: Mapped[date | None]


class UnitRecord(Kept):
    """A unit of a party, or a provincial body coordinated with it."""

    __tablename__ = "unit"

    party_id: Mapped[int] = ref("party")
    kind: Mapped[UnitKind] = word(UnitKind)
    name: Mapped[str]
    short_name: Mapped[str]
    ordinal: Mapped[int]
    parent_id: Mapped[int | None] = ref("unit")
    head: Mapped[str]
    liaison: Mapped[str]
    contact: Mapped[str]
    archived_on: Mapped[date | None]
    name_key: Mapped[str] = mapped_column(index=True)
