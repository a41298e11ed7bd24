"""Keys of the history that are shown in words which hold a word of a search: of acts, kinds, fields and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.domain.read_models.history import ShownKeys
from desktop_app.domain.text.folding import holds_word
from desktop_app.text.history import acts, fields

_CHANGED: Final = "changed"
_CHANGES: Final[Mapping[str, str]] = {acts.ADDED: "added", acts.REMOVED: "removed", acts.REORDERED: "moved"}
"""By the act in whose words a change of a part of minutes is shown: the fact by which it is known."""
_STATES: Final = ("source", "target")
"""Facts that are shown as the field «وضعیت», from and to."""


def keys_shown_as(word: str) -> ShownKeys:
    """What is shown in words that hold this one."""
    shown = frozenset(_holding(acts.ACTS, word))
    names = set(_holding(fields.FIELDS, word))
    told = names | {_CHANGES[act] for act in shown & _CHANGES.keys()} | set(_STATES if "state" in names else ())
    return ShownKeys(
        acts=shown,
        unless=frozenset(_CHANGES.values()) if _CHANGED in shown else frozenset(),
        kinds=frozenset(_holding(acts.KINDS, word)),
        fields=frozenset(told),
        values=frozenset(_values(word)),
    )


def _values(word: str) -> Iterator[tuple[str, str, str]]:
    for (kind, name), values in fields.WORDS.items():
        for value in _holding(values, word):
            yield from ((kind, key, value) for key in (name, *(_STATES if name == "state" else ())))
    for name, values in fields.EVERYWHERE.items():
        yield from (("", name, value) for value in _holding(values, word))


def _holding(words: Mapping[str, str], word: str) -> Iterator[str]:
    return (key for key, shown in words.items() if holds_word(shown, word))
