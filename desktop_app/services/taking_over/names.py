"""Names as people write them in a sheet: found whatever their spelling, or the nearest of them offered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from desktop_app.domain.text.folding import Form, fold

OFFERED: Final = 3
LIKENESS: Final = 0.6
_LEAST: Final = 3
"""A shorter word is part of too many names to stand for one."""


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """What two spellings of one name have in common."""
    return fold(text, Form.SQUEEZED)


class Known:
    """Names with what they name; several names may name the same, and a name of two things names neither."""

    def __init__(self, named: Iterable[tuple[str, int]]) -> None:
        self._found: dict[str, set[int]] = {}
        self._shown: dict[str, str] = {}
        for name, of in named:
            if key_of(name):
                self._found.setdefault(key_of(name), set()).add(of)
                self._shown.setdefault(key_of(name), name)

    def find(self, text: str) -> int | None:
        """What the text names, or None."""
        found = self._found.get(key_of(text), set())
        return next(iter(found)) if len(found) == 1 else None

    def near(self, text: str) -> tuple[str, ...]:
        """The names that may be meant, the likeliest first."""
        key = key_of(text)
        held = [one for one in self._found if len(key) >= _LEAST and (key in one or one in key)]
        close = get_close_matches(key, self._found, n=OFFERED, cutoff=LIKENESS)
        return tuple(self._shown[one] for one in dict.fromkeys([*close, *sorted(held, key=len)]))[:OFFERED]


def words_by_key(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """From each spelling of a word to its key."""
    return {key_of(word): key for key, spellings in words.items() for word in spellings}
