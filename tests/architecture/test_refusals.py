"""Every refusal has a Persian sentence, and each sentence is given the facts that it fills in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.words.all_refusals import TABLES
from desktop_app.words.refusals import sentence
from tests.architecture.source import PERSIAN, Module, called_name, modules

KINDS = {"Refused", "RuleBroken", "EnvironmentProblem"}
KNOWN = frozenset(key for table in TABLES for key in table)
NOT_FACTS = {"field", "key"}
KEY = re.compile("[a-z]+(_[a-z]+)+")


@dataclass(frozen=True)
class Raised:
    """One place of the source that refuses: its key and the names of its facts, where they are written out."""

    place: str
    key: str
    facts: frozenset[str]
    open_ended: bool
    """More facts come in through ``**``."""


class _Recorder(Mapping[str, object]):
    """Facts that note which of them a sentence asked for, and answer with something that fits most uses."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> object:
        self.asked.add(name)
        return "1"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _literal_keys(node: ast.expr, inside: ast.AST) -> list[str] | None:
    """The keys that may stand here: a literal, those of a table in the same function, none when passed on.

    ``None`` means that the key is computed. ``other.key`` passes on the refusal of another place, which is
    found there.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.Attribute) and node.attr == "key":
        return []
    if isinstance(node, ast.IfExp):
        body, orelse = _literal_keys(node.body, inside), _literal_keys(node.orelse, inside)
        return None if body is None or orelse is None else body + orelse
    if isinstance(node, ast.Name):
        constants = [part.value for part in ast.walk(inside) if isinstance(part, ast.Constant)]
        return [value for value in constants if isinstance(value, str) and KEY.fullmatch(value)] or None
    return None


def _refusing(module: Module) -> Iterator[tuple[ast.Call, list[str] | None]]:
    for inside in module.tree.body:
        for call in ast.walk(inside):
            if isinstance(call, ast.Call) and called_name(call) in KINDS:
                keyword = next((word.value for word in call.keywords if word.arg == "key"), None)
                first = call.args[0] if call.args else keyword
                yield call, None if first is None else _literal_keys(first, inside)


@dataclass
class Refusals:
    """What the whole source raises, and the places whose key is computed."""

    raised: list[Raised] = field(default_factory=list)
    computed: list[str] = field(default_factory=list)


@cache
def _refusals() -> Refusals:
    found = Refusals()
    for module in modules():
        if not any(kind in module.text for kind in KINDS):
            continue
        for call, keys in _refusing(module):
            names = frozenset(word.arg for word in call.keywords if word.arg and word.arg not in NOT_FACTS)
            open_ended = any(word.arg is None for word in call.keywords)
            found.raised += [Raised(module.at(call), key, names, open_ended) for key in keys or []]
            found.computed += [module.at(call)] if keys is None else []
    return found


def test_every_key_is_written_out_where_it_is_raised() -> None:
    """A computed key cannot be searched for, neither by this test nor by who reads a log."""
    assert _refusals().computed == []


def test_every_key_has_a_sentence() -> None:
    missing = sorted({f"{raised.key} ({raised.place})" for raised in _refusals().raised if raised.key not in KNOWN})
    assert missing == [], "write them in desktop_app/words/refusals_*.py and name its table in words/all_refusals.py"


def test_every_sentence_gets_the_facts_that_it_fills_in() -> None:
    starving = []
    for raised in _refusals().raised:
        if raised.key in KNOWN and not raised.open_ended:
            lacking = _asked_for(raised.key) - raised.facts
            starving += [f"{raised.place} {raised.key} lacks {sorted(lacking)}"] if lacking else []
    assert starving == []


def _asked_for(key: str) -> set[str]:
    recorder = _Recorder()
    table = next(table for table in TABLES if key in table)
    try:
        table[key](recorder)
    except (TypeError, ValueError, LookupError, AttributeError):
        # "1" was no day, or no state of a list of names; what was asked for until then still counts
        assert recorder.asked, key
    return recorder.asked


def test_every_sentence_is_persian_and_whole() -> None:
    for table in TABLES:
        for key, write in table.items():
            try:
                text = write(_Recorder())
            except (TypeError, ValueError, LookupError, AttributeError):
                continue
            assert PERSIAN.search(text), key
            assert text.endswith((".", "؟", "!")), f"{key}: a sentence ends with its mark: {text}"


def test_no_key_has_two_sentences() -> None:
    keys = [key for table in TABLES for key in table]
    assert sorted(keys) == sorted(KNOWN)


def test_a_sentence_fills_in_its_facts() -> None:
    problem = RuleBroken("folder_not_writable", folder="D:/data")
    assert "D:/data" in sentence(problem)


def test_an_unknown_key_is_a_bug_and_not_an_empty_sentence() -> None:
    with pytest.raises(KeyError, match="no_such_rule"):
        sentence(RuleBroken("no_such_rule"))
