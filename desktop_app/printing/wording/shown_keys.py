"""Keys of the history that are shown in words which hold a word of a search: of acts, kinds, fields and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.domain.read_models.history import ShownKeys
from desktop_app.domain.text.folding import holds_word
from desktop_app.text.history import acts, fields

_STATES: Final = ("state", "source", "target")
"""The facts that are shown as the field «وضعیت»."""


def keys_shown_as(word: str) -> ShownKeys:
    """What is shown in words that hold this one."""
    shown = frozenset(_holding(acts.ACTS, word))
    # a change of a part of minutes is shown as what it was by these facts
    by_fact = {acts.ADDED: "added", acts.REMOVED: "removed", acts.REORDERED: "moved"}
    names = {*_holding(fields.FIELDS, word), *(by_fact[act] for act in shown & by_fact.keys())}
    return ShownKeys(
        acts=shown,
        kinds=frozenset(_holding(acts.KINDS, word)),
        fields=frozenset(names | set(_STATES if "state" in names else ())),
        values=frozenset(_values(word)),
    )


def _values(word: str) -> Iterator[tuple[str, str, str]]:
    everywhere = {("", name): values for name, values in fields.EVERYWHERE.items()}
    for (kind, name), values in {**fields.WORDS, **everywhere}.items():
        for value in _holding(values, word):
            yield from ((kind, key, value) for key in (_STATES if name == "state" else (name,)))


def _holding(words: Mapping[str, str], word: str) -> Iterator[str]:
    return (key for key, shown in words.items() if holds_word(shown, word))
