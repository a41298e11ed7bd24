"""Numbers of records on paper: a frozen document holds them as typed, and its paper shows them in Persian digits."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from desktop_app.domain.text.digits import record_number

Shown = TypeVar("Shown")
_NUMBERS: Final = frozenset({"number", "own_number", "letter_number", "successor"})


def with_shown_numbers(document: Shown) -> Shown:
    """The document as its paper shows it: every field that is a number of a record in Persian digits."""
    return cast("Shown", _shown(document))


def _shown(value: Any, name: str = "") -> Any:  # noqa: ANN401 - a document, or whatever is in it
    if isinstance(value, str):
        return record_number(value) if name in _NUMBERS else value
    if isinstance(value, tuple):
        return tuple(_shown(one) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    found = {one.name: (getattr(value, one.name), one.name) for one in fields(value)}
    changed = {key: shown for key, (old, name) in found.items() if (shown := _shown(old, name)) != old}
    return replace(value, **changed) if changed else value
