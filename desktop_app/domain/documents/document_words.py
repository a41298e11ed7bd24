"""Words of a frozen document: every text that is read in it, in the order of its parts; no keys of closed lists."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Final

_KEYS: Final = frozenset(
    {
        "adoption", "classification", "code", "deadline", "fonts", "kind", "logo", "own_class", "role", "state",
        "typography", "urgency",
    }
)  # fmt: skip
"""Parts that hold keys, hashes or measures: the paper says them in words of its template."""


def words_of(part: object) -> Iterator[str]:
    """The texts of a document or of a part of one; days stand as they are stored."""
    if isinstance(part, str):
        if part:
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from words_of(one)
    elif dataclasses.is_dataclass(part):
        for one in dataclasses.fields(part):
            if one.name not in _KEYS:
                yield from words_of(getattr(part, one.name))
