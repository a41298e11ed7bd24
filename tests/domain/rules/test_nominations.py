"""Letters in their days, one holder a seat, one seat a person, and the three weeks of the memorandum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.members import (
    Nomination,
    NominationRole,
    NominationState,
    as_membership,
    clash_in_seat,
    clash_of_person,
    ended_before,
    not_over_on,
    overlap,
    party_clock,
    predecessor_of,
    require_sound,
    with_last_day,
)
from tests.refusing import refused

SIGNED, TODAY = date(2022, 11, 1), date(2023, 5, 1)
LETTER = date(2022, 11, 15)
ONE = Nomination(
    id=1, seat_id=1, person_id=1, state=NominationState.ACTIVE, letter_number="۱", letter_day=LETTER, from_day=LETTER
)
OTHER = replace(ONE, id=2, person_id=2)


@pytest.mark.parametrize(
    ("changes", "key", "field"),
    [
        ({"person_id": None}, "nominee_missing", "person"),
        ({"letter_day": None}, "letter_without_day", "letter_day"),
        ({"letter_day": date(2023, 5, 2)}, "letter_day_ahead", "letter_day"),
        ({"letter_day": date(2022, 10, 31)}, "nomination_before_signing", "letter_day"),
        ({"from_day": date(2022, 10, 31)}, "membership_before_signing", "from_day"),
        ({"to_day": date(2022, 11, 14)}, "membership_ends_before_it_begins", "to_day"),
        ({"from_day": None, "to_day": date(2022, 11, 14)}, "membership_ends_before_it_begins", "to_day"),
    ],
)
def test_what_a_nomination_may_not_be(changes: dict[str, object], key: str, field: str) -> None:
    with refused(key, field):
        require_sound(replace(ONE, **changes), SIGNED, TODAY)  # type: ignore[arg-type]


def test_the_edges_of_the_days_are_allowed() -> None:
    require_sound(replace(ONE, letter_day=SIGNED, from_day=SIGNED, to_day=SIGNED), SIGNED, TODAY)
    require_sound(replace(ONE, letter_day=TODAY, from_day=date(2024, 1, 1)), SIGNED, TODAY)
    require_sound(replace(ONE, letter_day=date(2020, 1, 1), from_day=date(2020, 1, 1)), None, TODAY)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ((1, None), (9, None), True),
        ((1, 8), (9, None), False),
        ((1, 9), (9, None), True),
        ((9, None), (1, 8), False),
        ((1, 5), (2, 3), True),
        ((None, None), (1, None), False),
    ],
)
def test_memberships_share_days(first: tuple[int, int], second: tuple[int, int], shared: bool) -> None:
    def on(days: tuple[int, int]) -> Nomination:
        start, end = (date(2023, 1, day) if day else None for day in days)
        return replace(ONE, from_day=start, to_day=end)

    assert overlap(on(first), on(second)) is shared
    assert overlap(on(second), on(first)) is shared


def test_one_seat_has_one_main_holder_and_one_alternate() -> None:
    assert clash_in_seat(OTHER, [ONE]) == ONE
    assert clash_in_seat(replace(OTHER, role=NominationRole.ALTERNATE), [ONE]) is None
    assert clash_in_seat(replace(OTHER, seat_id=2), [ONE]) is None
    assert clash_in_seat(ONE, [ONE]) is None, "a nomination does not clash with itself"


def test_one_person_has_one_seat_whatever_the_role() -> None:
    elsewhere = replace(ONE, id=3, seat_id=2, role=NominationRole.ALTERNATE)
    assert clash_of_person(elsewhere, [ONE]) == ONE
    assert clash_of_person(replace(elsewhere, person_id=2), [ONE]) is None


def test_a_successor_ends_the_one_before_on_the_day_before() -> None:
    later = replace(OTHER, from_day=date(2023, 2, 1))
    assert predecessor_of(later, [ONE]) == ONE
    over = ended_before(ONE, date(2023, 2, 1))
    assert (over.to_day, over.state, over.from_day) == (date(2023, 1, 31), NominationState.ENDED, LETTER)
    assert predecessor_of(OTHER, [ONE]) is None, "who began on the same day is no predecessor"
    assert predecessor_of(replace(later, from_day=None), [ONE]) is None


def test_an_introduced_person_begins_and_ends() -> None:
    introduced = replace(ONE, state=NominationState.INTRODUCED, from_day=None)
    assert as_membership(introduced, LETTER).state is NominationState.ACTIVE
    with refused("membership_before_letter", "from_day"):
        as_membership(introduced, date(2022, 11, 14))
    assert with_last_day(introduced, LETTER).state is NominationState.ENDED
    with refused("membership_ends_before_it_begins", "to_day"):
        with_last_day(introduced, date(2022, 11, 14))
    with pytest.raises(RuleBroken, match="move_not_allowed"):
        as_membership(ONE, LETTER)


def test_what_is_not_over_is_open() -> None:
    assert not_over_on(ONE, TODAY)
    assert not_over_on(replace(ONE, state=NominationState.ENDED, to_day=TODAY), TODAY)
    assert not not_over_on(replace(ONE, state=NominationState.ENDED, to_day=date(2023, 4, 30)), TODAY)
    assert not_over_on(replace(ONE, state=NominationState.INTRODUCED, from_day=None), TODAY)
    assert not not_over_on(replace(ONE, state=NominationState.AWAITED, person_id=None), TODAY)


def test_the_clock_of_a_party() -> None:
    due = date(2022, 11, 22)
    assert party_clock(None, [ONE], TODAY) is None
    named = party_clock(SIGNED, [replace(ONE, letter_day=date(2022, 11, 29)), ONE], TODAY)
    assert named is not None
    assert (named.due, named.introduced_on, named.days_late, named.in_time) == (due, LETTER, 0, True)
    late = party_clock(SIGNED, [replace(ONE, letter_day=date(2022, 11, 29))], TODAY)
    assert late is not None
    assert (late.days_late, late.in_time) == (7, False)
    alone = party_clock(SIGNED, [replace(ONE, role=NominationRole.ALTERNATE)], date(2022, 11, 20))
    assert alone is not None
    assert (alone.introduced_on, alone.days_late, alone.days_left) == (None, 0, 2)
    standing = party_clock(SIGNED, [], date(2022, 11, 25))
    assert standing is not None
    assert (standing.days_late, standing.days_left) == (3, 0)


def test_where_the_committee_met_before_its_records_a_later_letter_may_be_of_a_successor() -> None:
    late = [replace(ONE, letter_day=date(2025, 4, 30))]
    followed = party_clock(SIGNED, late, TODAY, met_before=True)
    assert followed is not None
    assert (followed.days_late, followed.in_time, followed.followed, followed.is_overdue) == (0, False, True, False)
    in_time = party_clock(SIGNED, [ONE, *late], TODAY, met_before=True)
    assert in_time is not None
    assert (in_time.in_time, in_time.followed) == (True, False)
    assert party_clock(SIGNED, [], date(2022, 11, 25), met_before=True) == party_clock(
        SIGNED, [], date(2022, 11, 25)
    ), "that nobody is named is known"
