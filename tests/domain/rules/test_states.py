"""State machines: exactly the listed moves, reasons where they are owed, and no dead or unreachable state."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest

from desktop_app.domain.rules.meetings import MEETINGS, MeetingState
from desktop_app.domain.rules.members import NOMINATIONS, NominationState
from desktop_app.domain.rules.minutes import MINUTES, MinutesState
from desktop_app.domain.rules.states import StateMachine
from desktop_app.domain.rules.tasks import TASKS, TaskState
from tests.refusing import refused

M, V, T, N = MeetingState, MinutesState, TaskState, NominationState
ALLOWED: dict[str, set[tuple[StrEnum, StrEnum]]] = {
    "meeting": {
        (M.DRAFT, M.SCHEDULED), (M.DRAFT, M.CANCELLED),
        (M.SCHEDULED, M.CONVENED), (M.SCHEDULED, M.POSTPONED), (M.SCHEDULED, M.CANCELLED),
        (M.CONVENED, M.IN_SESSION), (M.CONVENED, M.POSTPONED), (M.CONVENED, M.CANCELLED),
        (M.IN_SESSION, M.HELD), (M.IN_SESSION, M.INQUORATE),
        (M.HELD, M.CLOSED), (M.HELD, M.INQUORATE), (M.INQUORATE, M.CLOSED), (M.INQUORATE, M.HELD),
        (M.POSTPONED, M.SCHEDULED), (M.POSTPONED, M.CANCELLED),
    },
    "minutes": {
        (V.DRAFT, V.REVIEW), (V.REVIEW, V.DRAFT), (V.REVIEW, V.FINAL),
        (V.FINAL, V.SIGNED), (V.FINAL, V.WITHDRAWN),
        (V.SIGNED, V.ARCHIVED), (V.SIGNED, V.AMENDED), (V.ARCHIVED, V.AMENDED),
        (V.DRAFT, V.DROPPED), (V.REVIEW, V.DROPPED), (V.DROPPED, V.DRAFT),
        (V.DRAFT, V.ARCHIVED),  # taken over
    },
    "task": {
        (T.ASSIGNED, T.NOTIFIED), (T.NOTIFIED, T.PLANNED), (T.NOTIFIED, T.DOING), (T.PLANNED, T.DOING),
        (T.PLANNED, T.BLOCKED), (T.DOING, T.BLOCKED), (T.BLOCKED, T.DOING), (T.DOING, T.REPORTED),
        (T.REPORTED, T.ACCEPTED), (T.REPORTED, T.RETURNED), (T.ACCEPTED, T.RETURNED), (T.RETURNED, T.DOING),
        (T.ASSIGNED, T.CANCELLED), (T.NOTIFIED, T.CANCELLED), (T.PLANNED, T.CANCELLED), (T.DOING, T.CANCELLED),
        (T.BLOCKED, T.CANCELLED), (T.RETURNED, T.CANCELLED),
    },
    "nomination": {
        (N.AWAITED, N.INTRODUCED), (N.INTRODUCED, N.ACTIVE), (N.INTRODUCED, N.ENDED), (N.ACTIVE, N.ENDED),
    },
}  # fmt: skip
REASONED: dict[str, set[StrEnum]] = {
    "meeting": {M.POSTPONED, M.CANCELLED},
    "minutes": {V.WITHDRAWN, V.AMENDED, V.DROPPED},
    "task": {T.BLOCKED, T.RETURNED, T.CANCELLED},
    "nomination": set(),
}
REASONED_MOVES: dict[str, set[tuple[StrEnum, StrEnum]]] = {
    "meeting": {(M.HELD, M.INQUORATE), (M.INQUORATE, M.HELD)},
}
FIRST: dict[str, StrEnum] = {"meeting": M.DRAFT, "minutes": V.DRAFT, "task": T.ASSIGNED, "nomination": N.AWAITED}
MACHINES: list[tuple[StateMachine[Any], type[StrEnum]]] = [(MEETINGS, M), (MINUTES, V), (TASKS, T), (NOMINATIONS, N)]
CASES = [(machine, a, b) for machine, states in MACHINES for a in states for b in states]


@pytest.mark.parametrize(("machine", "source", "target"), CASES, ids=lambda part: getattr(part, "name", str(part)))
def test_only_the_listed_moves_are_allowed(machine: StateMachine[Any], source: StrEnum, target: StrEnum) -> None:
    if (source, target) in ALLOWED[machine.name]:
        assert machine.require(source, target, "دلیل") is target
    else:
        assert not machine.allows(source, target)
        with refused("move_not_allowed", machine=machine.name, source=source, target=target):
            machine.require(source, target, "دلیل")


@pytest.mark.parametrize(("machine", "states"), MACHINES, ids=lambda part: getattr(part, "name", ""))
def test_a_reason_is_owed_exactly_where_the_list_says(machine: StateMachine[Any], states: type[StrEnum]) -> None:
    for source, target in ALLOWED[machine.name]:
        if target in REASONED[machine.name] or (source, target) in REASONED_MOVES.get(machine.name, set()):
            with refused("reason_missing", "reason", target=target):
                machine.require(source, target, "  \n")
        else:
            assert machine.require(source, target) is target


@pytest.mark.parametrize(("machine", "states"), MACHINES, ids=lambda part: getattr(part, "name", ""))
def test_every_state_is_known_and_reached(machine: StateMachine[Any], states: type[StrEnum]) -> None:
    assert set(machine.moves) == set(states)
    reached = {FIRST[machine.name]}
    for _ in states:
        reached |= {target for source in reached for target in machine.moves[source]}
    assert reached == set(states)


def test_no_way_leads_back_from_final_but_withdrawal() -> None:
    """`decisions.md`: there is no other way back from final."""
    assert MINUTES.moves[V.FINAL] == {V.SIGNED, V.WITHDRAWN}
    later = {V.SIGNED, V.ARCHIVED, V.WITHDRAWN, V.AMENDED}
    assert all(not MINUTES.moves[state] & {V.DRAFT, V.REVIEW, V.FINAL} for state in later)
