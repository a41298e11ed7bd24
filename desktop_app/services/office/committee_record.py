"""The committee's first records: stored by the founding and by the demo data in an empty data folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.rules.committee import Article, Axis, Committee, Memorandum, Party, PartyCode
from desktop_app.domain.rules.founding import (
    AxisValues,
    FoundingDraft,
    MemorandumValues,
    SeatValues,
    UnitValues,
    code_above,
    plain_code,
)
from desktop_app.domain.rules.members import Nomination, NominationState, Person, Seat, Unit
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """Ids of the stored records, each group in the order of the draft."""

    committee_id: int
    parties: tuple[int, ...]
    axes: tuple[int, ...]
    units: tuple[int, ...]
    seats: tuple[int, ...]
    people: tuple[int | None, ...]
    """By seat: who was named for it."""


def put_committee(work: Work, draft: FoundingDraft) -> Founded:
    """Store the committee with every seat and the chosen units of the draft. The caller commits."""
    committee_id = _put_memorandum(work, draft.memorandum)
    parties = {
        one.code: work.parties.add(
            Party(
                committee_id=committee_id,
                code=one.code,
                name=one.name.strip(),
                short_name=one.short_name.strip(),
                signatory=one.signatory.strip(),
                signatory_post=one.signatory_post.strip(),
            )
        ).id
        for one in draft.parties
    }
    seats, people = _put_seats(work, draft.seats, parties)
    return Founded(
        committee_id=committee_id,
        parties=tuple(parties.values()),
        axes=_put_axes(work, committee_id, draft.axes),
        units=_put_units(work, [one for one in draft.units if one.chosen], parties),
        seats=seats,
        people=people,
    )


def _put_memorandum(work: Work, values: MemorandumValues) -> int:
    memorandum = work.memoranda.add(
        Memorandum(title=values.title.strip(), subject=values.subject.strip(), signed_on=values.signed_on)
    )
    for one in values.articles:
        work.articles.add(
            Article(memorandum_id=memorandum.id, kind=one.kind, ordinal=one.ordinal, title=one.title.strip())
        )
    return work.committees.add(Committee(memorandum_id=memorandum.id, name=values.committee.strip())).id


def _put_axes(work: Work, committee_id: int, values: Sequence[AxisValues]) -> tuple[int, ...]:
    made: dict[str, int] = {}
    order = {plain_code(one.code): place for place, one in enumerate(values, start=1)}
    # an axis comes before those below it, wherever it stands
    for one in sorted(values, key=lambda one: plain_code(one.code).count("-")):
        code = plain_code(one.code)
        above = code_above(code)
        axis = Axis(
            committee_id=committee_id,
            code=one.code.strip(),
            title=one.title.strip(),
            ordinal=order[code],
            parent_id=None if above is None else made[above],
        )
        made[code] = work.axes.add(axis).id
    return tuple(made[plain_code(one.code)] for one in values)


def _put_units(work: Work, values: Iterable[UnitValues], parties: Mapping[PartyCode, int]) -> tuple[int, ...]:
    return tuple(
        work.units.add(
            Unit(
                party_id=parties[one.party],
                kind=one.kind,
                name=one.name.strip(),
                short_name=one.short_name.strip(),
                ordinal=place,
                head=one.head.strip(),
                liaison=one.liaison.strip(),
            )
        ).id
        for place, one in enumerate(values, start=1)
    )


def _put_seats(
    work: Work, values: Sequence[SeatValues], parties: Mapping[PartyCode, int]
) -> tuple[tuple[int, ...], tuple[int | None, ...]]:
    seats: list[int] = []
    people: list[int | None] = []
    for ordinal, one in enumerate(values, start=1):
        person_id = work.people.add(Person(name=one.name.strip(), post=one.title.strip())).id if one.name else None
        seat = Seat(party_id=parties[one.party], role=one.role, title=one.title.strip(), ordinal=ordinal)
        seats.append(work.seats.add(seat).id)
        people.append(person_id)
        if person_id is not None:
            work.nominations.add(_nomination(one, seats[-1], person_id))
    return tuple(seats), tuple(people)


def _nomination(values: SeatValues, seat_id: int, person_id: int) -> Nomination:
    """Build a nomination: with a letter day of a member, else of an introduced person."""
    day = values.letter_day
    return Nomination(
        seat_id=seat_id,
        person_id=person_id,
        state=NominationState.INTRODUCED if day is None else NominationState.ACTIVE,
        letter_number=values.letter_number.strip(),
        letter_day=day,
        from_day=day,
    )
