"""Typed texts of a frozen record, by the names of their fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Record = TypeVar("Record", bound="DataclassInstance")


def texts_of(record: DataclassInstance) -> dict[str, str]:
    """Return every text of the record that is no word of a closed list."""
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    return {name: value for name, value in values.items() if type(value) is str}


def with_texts(record: Record, texts: Mapping[str, str]) -> Record:
    """Return the record with these texts. Raises ``TypeError`` for a field that it does not have."""
    changed: Any = replace(record, **texts)
    return changed  # type: ignore[no-any-return]
