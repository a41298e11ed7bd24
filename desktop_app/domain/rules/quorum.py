"""Quorum (حد نصاب) of both parties; computed, never stored.

Rule of the product (`decisions.md`): at least one seat of each party and more than a settable fraction of the
filled seats. A seat counts once, whoever sat on it, and whoever attended at any time attended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import ATTENDED, Attendance, AttendanceState


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """The office's setting: share of filled seats to exceed, and whether video counts as presence."""

    more_than: Fraction = Fraction(1, 2)
    video_counts: bool = True

    def needed(self, filled: int) -> int:
        """Least number of seats that exceeds the share of ``filled`` seats."""
        return int(self.more_than * filled) + 1


@dataclass(frozen=True, slots=True)
class PartyPresence:
    """Seats of one party: how many are filled and how many attended."""

    party_id: int
    filled: int
    present: int


@dataclass(frozen=True, slots=True)
class Quorum:
    """What the band above the attendance list says."""

    needed: int
    filled: int
    present: int
    parties: tuple[PartyPresence, ...]

    @property
    def missing_parties(self) -> tuple[int, ...]:
        """Ids of parties of which nobody attends."""
        return tuple(party.party_id for party in self.parties if party.present == 0)

    @property
    def met(self) -> bool:
        """Whether resolutions may be taken."""
        return not self.missing_parties and self.present >= self.needed


def counts(row: Attendance, rule: QuorumRule) -> bool:
    """Whether the seat counts as present under the rule."""
    if row.state is AttendanceState.VIDEO:
        return rule.video_counts
    return row.state in ATTENDED


def quorum(attendance: Sequence[Attendance], party_ids: Sequence[int], rule: QuorumRule) -> Quorum:
    """Compute the quorum of filled seats; a party of the committee without any filled seat counts as missing."""
    parties = tuple(
        PartyPresence(
            party_id,
            sum(row.party_id == party_id for row in attendance),
            sum(row.party_id == party_id and counts(row, rule) for row in attendance),
        )
        for party_id in party_ids
    )
    filled = sum(party.filled for party in parties)
    return Quorum(rule.needed(filled), filled, sum(party.present for party in parties), parties)


def require_quorum(found: Quorum, names: Mapping[int, str]) -> None:
    """Raise ``RuleBroken`` naming the missing party first, then the missing count; ``names`` of parties by id."""
    if found.missing_parties:
        missing = found.missing_parties[0]
        raise RuleBroken("quorum_party_missing", field="attendance", party_id=missing, party=names[missing])
    if found.present < found.needed:
        raise RuleBroken("quorum_too_few", field="attendance", present=found.present, needed=found.needed)
