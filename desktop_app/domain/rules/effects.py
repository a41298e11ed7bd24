"""Rules of the effects of clauses: a clause of minutes extends, accepts, returns, replaces, revokes or defers a
resolution of an earlier meeting when the minutes are final.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import Clause, ClauseEffect, EffectKind
from desktop_app.domain.rules.resolutions import (
    Course,
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    ResolutionState,
    valid_deadlines,
)
from desktop_app.domain.rules.tasks import Task, TaskState, unreported_tasks
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.text.effect_words import EFFECT_WORDS

ENDING: Final = frozenset({EffectKind.SUPERSEDE, EffectKind.REVOKE})
"""Effects that end a resolution: they need a clause that is a resolution, and the work rests from then on."""
ACT_OF: Final[Mapping[EffectKind, ResolutionActKind]] = {
    EffectKind.ACCEPT: ResolutionActKind.VERIFIED,
    EffectKind.RETURN: ResolutionActKind.RETURNED,
    EffectKind.SUPERSEDE: ResolutionActKind.SUPERSEDED,
    EffectKind.REVOKE: ResolutionActKind.REVOKED,
    EffectKind.DEFER: ResolutionActKind.DEFERRED,
}
"""The act that each effect records; an extension records a deadline."""
_DONE: Final = frozenset({TaskState.REPORTED, TaskState.ACCEPTED})
_NUMBER: Final = re.compile(r"[\w/-]*\d[\w/-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectTarget:
    """A resolution that a clause may act on, with the records that its rules check; ``acts`` oldest first.

    ``meeting_number`` is the number of its meeting.
    """

    resolution: Resolution
    meeting_number: int
    text: str
    now: Course
    acts: tuple[ResolutionAct, ...] = ()
    events: tuple[DeadlineEvent, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def deadline(self) -> DeadlineEvent | None:
        """Return the deadline in force, or None."""
        valid = valid_deadlines(self.events)
        return valid[-1] if valid else None

    @property
    def unreported(self) -> tuple[Task, ...]:
        """Return the tasks whose units have not reported."""
        return unreported_tasks(self.tasks)


def require_effect(effect: ClauseEffect, clause: Clause, target: EffectTarget, meeting_number: int) -> None:
    """Raise ``RuleBroken`` unless the clause may act so; ``meeting_number`` is the number of its own meeting.

    Keys: ``effect_on_own_meeting``, ``effect_on_later``, ``effect_on_closed``, ``effect_without_resolution``,
    ``effect_without_day``, ``effect_not_later``, ``effect_deferred_already``, ``effect_nothing_reported``.
    """
    number = target.resolution.number
    if target.resolution.adopted_on is None or target.now.state is ResolutionState.PROPOSED:
        raise RuleBroken("effect_on_own_meeting", field="resolution", number=number)
    if target.meeting_number >= meeting_number:
        key_facts = {"number": number, "meeting": target.meeting_number}
        if target.meeting_number == meeting_number:
            raise RuleBroken("effect_on_own_meeting", field="resolution", number=number)
        raise RuleBroken("effect_on_later", field="resolution", **key_facts)
    if not target.now.is_open:
        raise RuleBroken("effect_on_closed", field="resolution", number=number, state=target.now.state)
    if effect.kind in ENDING and not clause.is_resolution:
        raise RuleBroken("effect_without_resolution", field="kind", number=number)
    _require_kind(effect, target)


def _require_kind(effect: ClauseEffect, target: EffectTarget) -> None:
    number = target.resolution.number
    if effect.kind is EffectKind.EXTEND:
        _require_later_day(effect, target)
    if effect.kind is EffectKind.DEFER and target.now.state is ResolutionState.DEFERRED:
        raise RuleBroken("effect_deferred_already", field="kind", number=number)
    if effect.kind is EffectKind.RETURN and not any(t.state in _DONE and not t.resting for t in target.tasks):
        raise RuleBroken("effect_nothing_reported", field="kind", number=number)


def _require_later_day(effect: ClauseEffect, target: EffectTarget) -> None:
    number, deadline = target.resolution.number, target.deadline
    if effect.day is None:
        raise RuleBroken("effect_without_day", field="day", number=number)
    due = deadline.due if deadline is not None else target.resolution.adopted_on
    if due is not None and effect.day <= due:
        raise RuleBroken("effect_not_later", field="day", number=number, on=format_words(due))


def require_one_effect(effects: Sequence[ClauseEffect], target: EffectTarget) -> None:
    """Raise ``RuleBroken("effect_twice")`` when a clause of the version acts on the resolution already."""
    if any(one.resolution_id == target.resolution.id for one in effects):
        raise RuleBroken("effect_twice", field="resolution", number=target.resolution.number)


def require_consent(target: EffectTarget, accepted: Collection[int]) -> None:
    """Raise ``RuleBroken("accept_unreported")`` for a task without report that is not named in ``accepted``."""
    missing = [task for task in target.unreported if task.id not in accepted]
    if missing:
        raise RuleBroken("accept_unreported", field="kind", number=target.resolution.number, count=len(missing))


def suggested_effect(text: str, numbers: Mapping[str, int], usual: int | None) -> tuple[EffectKind, int] | None:
    """Return the effect that a clause's text seems to speak of; None unless it has such a word and a known resolution.

    ``numbers`` holds the ids of the resolutions that it may name; ``usual`` is the one that its agenda item is about.
    """
    kind = next((EffectKind(key) for word, key in EFFECT_WORDS.items() if word in text), None)
    named = (numbers[found] for found in _NUMBER.findall(latin_digits(text)) if found in numbers)
    resolution = next(named, usual)
    return (kind, resolution) if kind is not None and resolution is not None else None


def changed_effects(
    before: Sequence[ClauseEffect], now: Sequence[ClauseEffect]
) -> tuple[tuple[ClauseEffect, ...], tuple[ClauseEffect, ...]]:
    """Return the effects of an earlier version that no longer hold, and those that are new; compared by target,
    kind and day.
    """

    def key(one: ClauseEffect) -> tuple[object, ...]:
        return one.resolution_id, one.kind, one.day

    old, new = {key(one) for one in before}, {key(one) for one in now}
    return tuple(one for one in before if key(one) not in new), tuple(one for one in now if key(one) not in old)
