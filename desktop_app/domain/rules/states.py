"""State machines of the committee as tables of allowed moves (`committee.md` d)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from desktop_app.domain.errors import RuleBroken

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class StateMachine(Generic[State]):
    """The allowed moves of one kind of record.

    ``name`` is the stem used in messages, ``moves`` maps each state to the states that may follow it,
    ``reasoned`` holds the states that may be entered only with a reason, ``reasoned_moves`` single moves of that kind.
    """

    name: str
    moves: Mapping[State, frozenset[State]]
    reasoned: frozenset[State] = frozenset()
    reasoned_moves: frozenset[tuple[State, State]] = frozenset()

    def allows(self, source: State, target: State) -> bool:
        """Whether a record in ``source`` may go to ``target``."""
        return target in self.moves.get(source, frozenset())

    def require(self, source: State, target: State, reason: str = "") -> State:
        """Return ``target``, or raise ``RuleBroken``: ``move_not_allowed`` or ``reason_missing``."""
        if not self.allows(source, target):
            raise RuleBroken("move_not_allowed", machine=self.name, source=source, target=target)
        if self.needs_reason(source, target) and not reason.strip():
            raise RuleBroken("reason_missing", field="reason", machine=self.name, target=target)
        return target

    def needs_reason(self, source: State, target: State) -> bool:
        """Whether this move needs a reason."""
        return target in self.reasoned or (source, target) in self.reasoned_moves
