"""Who fills which seat on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.rules.members import Nomination, NominationRole, Person, Seat, SeatRole, holders_on, holds_on

DAY = date(2023, 5, 1)
SEAT = Seat(id=1, party_id=1, role=SeatRole.MEMBER, title="عضو", ordinal=4)
MAIN = Nomination(id=1, seat_id=1, person_id=1, from_day=date(2022, 11, 15), letter_number="۱/ص", letter_day=DAY)
ALTERNATE = replace(MAIN, id=2, person_id=2, role=NominationRole.ALTERNATE, letter_number="۲/ص")
PEOPLE = [Person(id=1, name="آرش"), Person(id=2, name="کیوان")]


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({}, True),
        ({"person_id": None}, False),
        ({"from_day": None}, False),
        ({"from_day": DAY}, True),
        ({"from_day": date(2023, 5, 2)}, False),
        ({"to_day": DAY}, True),
        ({"to_day": date(2023, 4, 30)}, False),
    ],
)
def test_a_nomination_fills_its_seat_from_day_to_day(changes: dict[str, object], holds: bool) -> None:
    assert holds_on(replace(MAIN, **changes), DAY) is holds  # type: ignore[arg-type]


def test_the_main_nominee_holds_the_seat() -> None:
    (holder,) = holders_on([SEAT], [ALTERNATE, MAIN], PEOPLE, DAY)
    assert (holder.name, holder.letter_number, holder.title, holder.ordinal) == ("آرش", "۱/ص", "عضو", 4)


def test_an_alternate_holds_it_when_the_main_one_is_gone() -> None:
    gone = replace(MAIN, to_day=date(2023, 4, 1))
    (holder,) = holders_on([SEAT], [gone, ALTERNATE], PEOPLE, DAY)
    assert (holder.name, holder.person_id) == ("کیوان", 2)


def test_a_seat_that_nobody_fills_is_not_filled() -> None:
    assert holders_on([SEAT], [], PEOPLE, DAY) == ()
    assert holders_on([SEAT], [replace(MAIN, person_id=7)], PEOPLE, DAY) == ()


def test_an_archived_seat_is_filled_until_its_last_day() -> None:
    archived = replace(SEAT, archived_on=DAY)
    assert holders_on([archived], [MAIN], PEOPLE, DAY) == ()
    assert len(holders_on([archived], [MAIN], PEOPLE, date(2023, 4, 30))) == 1
