"""Free texts of minutes: what the operator words, and the digits in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from desktop_app.domain.rules.meetings import AgendaItem, Meeting
from desktop_app.domain.rules.minutes import Clause, Deliberation, MinutesVersion
from desktop_app.domain.text.digits import other_numbers, uniform_digits

Worded = TypeVar("Worded", Meeting, AgendaItem, Clause, Deliberation, MinutesVersion)
_FREE: Final[Mapping[type, tuple[str, ...]]] = {
    Meeting: ("place",),
    AgendaItem: ("title",),
    Clause: ("text", "reservation"),
    Deliberation: ("text",),
    MinutesVersion: ("next_agenda", "closing", "kept_at", "attachments", "copies_to"),
}


def with_uniform_digits(record: Worded) -> Worded:
    """The record with Persian digits in its free texts."""
    changed: dict[str, Any] = {name: uniform_digits(getattr(record, name)) for name in _FREE[type(record)]}
    return replace(record, **changed)


def other_numbers_of(record: Meeting | AgendaItem | Clause | Deliberation | MinutesVersion) -> int:
    """How many numbers in its free texts :func:`with_uniform_digits` would change."""
    return sum(other_numbers(getattr(record, name)) for name in _FREE[type(record)])
