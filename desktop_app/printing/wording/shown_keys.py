"""Keys of the history that are shown in words which hold a word of a search: of acts, kinds, fields and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop_app.domain.read_models.history import ShownKeys
from desktop_app.domain.text.folding import holds_word
from desktop_app.text.history import acts, fields


def keys_shown_as(word: str) -> ShownKeys:
    """What is shown in words that hold this one."""
    shown = frozenset(_holding(acts.ACTS, word))
    # a change of a part of minutes is shown as what it was by these facts
    by_fact = {acts.ADDED: "added", acts.REMOVED: "removed", acts.REORDERED: "moved"}
    names = {*_holding(fields.FIELDS, word), *(by_fact[act] for act in shown & by_fact.keys())}
    return ShownKeys(
        acts=shown,
        kinds=frozenset(_holding(acts.KINDS, word)),
        facts=frozenset([*(("", f"{key}:") for name in names for key in _stored(name)), *_values(word)]),
    )


def _values(word: str) -> Iterator[tuple[str, str]]:
    everywhere = {("", name): values for name, values in fields.EVERYWHERE.items()}
    for (kind, name), values in {**fields.WORDS, **everywhere}.items():
        for value in _holding(values, word):
            yield from ((kind, f'{key}:"{value}"') for key in _stored(name))


def _stored(name: str) -> Iterator[str]:
    """The keys of a field in the facts: a state is told as «source» and «target», too."""
    own = name.rpartition(".")[2]
    yield from (f'"{one}"' for one in ((own, "source", "target") if name == "state" else (own,)))


def _holding(words: Mapping[str, str], word: str) -> Iterator[str]:
    return (key for key, shown in words.items() if holds_word(shown, word))
