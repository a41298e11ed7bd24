"""Audit diff: the values that an act changed, before and after, as the facts of its entry in the audit table."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Entity = TypeVar("Entity", bound="DataclassInstance")


def changes(before: Entity, after: Entity) -> dict[str, object]:
    """Return ``before`` and ``after`` of every field that differs; both are empty for equal records."""
    differing = [part.name for part in fields(before) if getattr(before, part.name) != getattr(after, part.name)]
    return {
        "before": {name: json_value(getattr(before, name)) for name in differing},
        "after": {name: json_value(getattr(after, name)) for name in differing},
    }


def json_value(value: object) -> object:
    """Return a record's value in JSON types; days are converted by the audit table."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, tuple | list):
        return [json_value(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {part.name: json_value(getattr(value, part.name)) for part in fields(value)}
    return value
