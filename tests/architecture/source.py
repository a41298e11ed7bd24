"""Reads the program's source for the rules of the house: modules, strings, calls, by syntax tree."""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APP = ROOT / "desktop_app"
PERSIAN = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True)
class Module:
    """One source file: its path from the root (with slashes), its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """Where a node stands, as an editor opens it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def modules(folder: Path = APP, *, generated: bool = False) -> tuple[Module, ...]:
    """Every module below ``folder``; the generated forms only when asked for."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        if "forms" in path.parts and not generated:
            continue
        text = path.read_text(encoding="utf-8")
        found.append(Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    gc.freeze()  # a million nodes that stay: no later search for cycles has to pass them
    return tuple(found)


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of the nodes that are documentation: strings that stand alone as a statement."""
    return {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(module: Module) -> Iterator[tuple[ast.Constant, str]]:
    """Every string of the source that is no documentation, pieces of f-strings included."""
    skip = docstrings(module.tree)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield node, node.value


def called_name(call: ast.Call) -> str:
    """The last word of what is called: ``open`` of both ``open()`` and ``path.open()``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls(module: Module) -> Iterator[ast.Call]:
    """Every call in the module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node
