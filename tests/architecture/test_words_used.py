"""No sentence lies among the words that nobody says: what is no longer said is taken out with its screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, modules, speaks, word_modules

ASKED_BY_TESTS = {("desktop_app.window.minutes.asking_words", "known")}
"""What a test of the words themselves asks for."""


def _name(module: Module) -> str:
    """The dotted name of a module."""
    return module.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _defined(module: Module) -> Iterator[str]:
    """The public constants and functions of a module of sentences."""
    for node in module.tree.body:
        names = []
        if isinstance(node, ast.FunctionDef):
            names = [node.name]
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [one.id for one in targets if isinstance(one, ast.Name)]
        yield from (name for name in names if not name.startswith("_"))


def _said(module: Module, rooms: set[str]) -> Iterator[tuple[str, str]]:
    """The sentences that a module takes, as the module of words and the name."""
    known: dict[str, str] = {}
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                if whole in rooms:
                    known[name.asname or name.name] = whole
                elif node.module in rooms:
                    yield str(node.module), name.name
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            yield known[node.value.id], node.attr
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and speaks(module):
            yield _name(module), node.id


def test_every_sentence_is_said_somewhere() -> None:
    """One that only its own definition knows belongs to nobody any more."""
    words = word_modules()
    rooms = {_name(module) for module in words}
    said = set(ASKED_BY_TESTS)
    for module in modules():
        said.update(_said(module, rooms))
    left = [(module, name) for module in words for name in _defined(module) if (_name(module), name) not in said]
    assert [f"{module.path} {name}" for module, name in left] == []
