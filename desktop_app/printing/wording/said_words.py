"""Words of a search in the history turned back into the acts, kinds, fields and values that are shown in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from desktop_app.domain.read_models.history import SaidBy
from desktop_app.domain.text.folding import says
from desktop_app.text.history import acts, fields

_CHANGES: Final[Mapping[str, str]] = {acts.ADDED: "added", acts.REMOVED: "removed", acts.REORDERED: "moved"}
"""By the act in whose words a change of a part of minutes is shown: the fact by which it is known."""
_STATES: Final = ("source", "target")
"""Facts that are shown as the field «وضعیت», from and to."""


def said_by(word: str) -> SaidBy:
    """What is shown in words that hold this one."""
    shown = frozenset(_holding(acts.ACTS, word))
    names = set(_holding(fields.FIELDS, word))
    told = names | {_CHANGES[act] for act in shown & _CHANGES.keys()} | set(_STATES if "state" in names else ())
    return SaidBy(
        acts=shown,
        kinds=frozenset(_holding(acts.KINDS, word)),
        fields=frozenset(_key(name) for name in told),
        values=frozenset(_values(word)),
    )


def _values(word: str) -> Iterator[tuple[str, str, str]]:
    for (kind, name), values in fields.WORDS.items():
        for value in _holding(values, word):
            yield from ((kind, key, value) for key in (_key(name), *(_STATES if name == "state" else ())))
    for name, values in fields.EVERYWHERE.items():
        yield from (("", _key(name), value) for value in _holding(values, word))


def _holding(words: Mapping[str, str], word: str) -> Iterator[str]:
    return (key for key, said in words.items() if says(said, word))


def _key(name: str) -> str:
    """The key of a field, which for a value inside a value is called «deadline.day»."""
    return name.rpartition(".")[2]
