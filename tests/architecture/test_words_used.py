"""No sentence stands in the text room that nobody says: what is no longer said is taken out with its screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, modules

ROOM = "desktop_app.text"
ASKED_BY_TESTS = {("minutes.minutes_guards", "known")}
"""What a test of the room itself asks for."""


def _stem(module: Module) -> str:
    """The name of a module inside the text room."""
    path = module.path.removesuffix(".py").removesuffix("/__init__")
    return path.replace("/", ".").removeprefix(ROOM).removeprefix(".")


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


def _said(module: Module) -> Iterator[tuple[str, str]]:
    """The sentences that a module takes from the room, as module and name."""
    known: dict[str, str] = {}
    in_room = module.path.startswith("desktop_app/text/")
    if not in_room and ROOM not in module.text:
        return
    for node in module.nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(ROOM):
            inside = (node.module or "").removeprefix(ROOM).removeprefix(".")
            for name in node.names:
                known[name.asname or name.name] = f"{inside}.{name.name}".removeprefix(".")
                yield inside, name.name
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            yield known[node.value.id], node.attr
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and in_room:
            yield _stem(module), node.id


def test_every_sentence_is_said_somewhere() -> None:
    """One that only its own definition knows belongs to nobody any more."""
    said, defined = set(ASKED_BY_TESTS), []
    for module in modules():
        said.update(_said(module))
        if module.path.startswith("desktop_app/text/"):
            defined += [(module.path, _stem(module), name) for name in _defined(module)]
    assert [f"{path} {name}" for path, stem, name in defined if (stem, name) not in said] == []
