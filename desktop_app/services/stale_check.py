"""Stale check: what was changed elsewhere since a form read it is refused, never overwritten."""

from __future__ import annotations

from typing import TypeVar

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Identified

Entity = TypeVar("Entity", bound=Identified)


def require_seen(kind: str, stored: Entity, seen: Entity | None) -> None:
    """``seen`` is the record as the form once read it; None when no form was open."""
    if seen is not None:
        require_same(kind, stored, seen, stored.id)


def require_same(kind: str, stored: object, seen: object, record_id: int = 0) -> None:
    """The same of values that a form shows: ``record_id`` is 0 where they are of several records."""
    if stored != seen:
        raise RuleBroken("changed_elsewhere", kind=kind, id=record_id)
