"""Quorum: at least one seat of each party, and more than the set share of the filled seats."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop_app.domain.rules.attendance import Quorum, QuorumRule, quorum, require_quorum
from desktop_app.domain.rules.meetings import Attendance, AttendanceState
from tests.refusing import refused

PARTIES = {1: "استانداری", 2: "مرکز ملی"}

S = AttendanceState
RULE = QuorumRule()


def rows(province: list[AttendanceState], center: list[AttendanceState]) -> list[Attendance]:
    both = [(1, state) for state in province] + [(2, state) for state in center]
    return [
        Attendance(minutes_version_id=1, seat_id=n, party_id=party, ordinal=n, name="", post="", state=state)
        for n, (party, state) in enumerate(both, start=1)
    ]


def found(province: list[AttendanceState], center: list[AttendanceState], rule: QuorumRule = RULE) -> Quorum:
    return quorum(rows(province, center), [1, 2], rule)


@pytest.mark.parametrize(("filled", "needed"), [(0, 1), (1, 1), (2, 2), (3, 2), (7, 4), (8, 5), (9, 5)])
def test_more_than_half_of_the_filled_seats(filled: int, needed: int) -> None:
    assert RULE.needed(filled) == needed


def test_the_share_is_a_setting() -> None:
    two_thirds = QuorumRule(Fraction(2, 3))
    assert (two_thirds.needed(8), two_thirds.needed(9)) == (6, 7)
    assert found([S.PRESENT] * 4, [S.PRESENT, S.ABSENT, S.ABSENT, S.ABSENT], two_thirds).met is False
    assert found([S.PRESENT] * 4, [S.PRESENT, S.ABSENT, S.ABSENT, S.ABSENT]).met is True


def test_exactly_half_is_too_few() -> None:
    half = found([S.PRESENT, S.PRESENT, S.ABSENT, S.ABSENT], [S.PRESENT, S.PRESENT, S.ABSENT, S.ABSENT])
    assert not half.met
    with refused("quorum_too_few", "attendance", present=4, needed=5):
        require_quorum(half, PARTIES)


def test_each_party_has_to_be_there() -> None:
    alone = found([S.PRESENT] * 7, [S.ABSENT])
    assert (alone.met, alone.missing_parties) == (False, (2,))
    with refused("quorum_party_missing", "attendance", party_id=2, party="مرکز ملی"):
        require_quorum(alone, PARTIES)


def test_a_missing_party_is_named_before_a_missing_number() -> None:
    nobody = found([S.ABSENT] * 4, [S.UNMARKED] * 4)
    assert nobody.missing_parties == (1, 2)
    with refused("quorum_party_missing", party_id=1):
        require_quorum(nobody, PARTIES)


def test_a_party_without_any_filled_seat_is_missing() -> None:
    assert found([S.PRESENT] * 3, []).missing_parties == (2,)


def test_a_seat_counts_once_for_holder_substitute_or_video() -> None:
    present = found([S.PRESENT, S.SUBSTITUTE], [S.VIDEO])
    assert [(party.present, party.filled) for party in present.parties] == [(2, 2), (1, 1)]
    require_quorum(present, PARTIES)


def test_video_counts_by_a_setting() -> None:
    strict = QuorumRule(video_counts=False)
    assert found([S.PRESENT, S.PRESENT], [S.VIDEO], strict).missing_parties == (2,)


@pytest.mark.parametrize("state", [S.UNMARKED, S.EXCUSED, S.ABSENT])
def test_who_stayed_away_does_not_count_but_the_seat_is_filled(state: AttendanceState) -> None:
    away = found([S.PRESENT, state], [S.PRESENT])
    assert (away.present, away.filled) == (2, 3)


def test_who_came_late_or_left_early_attended() -> None:
    late = [
        Attendance(
            minutes_version_id=1, seat_id=party, party_id=party, ordinal=1, name="", post="", state=S.PRESENT,
            arrived_at="10:40", left_at="10:50",
        )
        for party in (1, 2)
    ]  # fmt: skip
    assert quorum(late, [1, 2], RULE).met
