"""Modules of the source by their syntax trees, for the rules of the house. The standard library is all it needs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from devtools import ROOT

APP: Final = ROOT / "desktop_app"


@dataclass(frozen=True)
class Module:
    """One source file: its path from the root (with slashes), its text, and its tree once somebody asks for it."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The whole of it."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Every node of the tree."""
        return list(ast.walk(self.tree))

    @cached_property
    def calls(self) -> list[ast.Call]:
        """Every call in the module."""
        return [node for node in self.nodes if isinstance(node, ast.Call)]

    def at(self, node: ast.AST) -> str:
        """Where a node stands, as an editor opens it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def modules(folder: Path = APP, *, generated: bool = False) -> Iterator[Module]:
    """Every module below ``folder``, one after the other; the generated forms only when asked for.

    Nobody keeps them: the trees of the whole source are a quarter of a gigabyte.
    """
    for path in sorted(folder.rglob("*.py")):
        if generated or "forms" not in path.parts:
            yield Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


def called_name(call: ast.Call) -> str:
    """The last word of what is called: ``open`` of both ``open()`` and ``path.open()``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
