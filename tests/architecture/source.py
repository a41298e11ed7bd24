"""Reads the program's source for the rules of the house: modules, strings, calls, by syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from devtools import ROOT
from devtools.source import APP, Module, called_name, modules

__all__ = [
    "APP",
    "PERSIAN",
    "ROOT",
    "Module",
    "called_name",
    "docstrings",
    "modules",
    "speaks",
    "strings",
    "word_modules",
]

PERSIAN = re.compile(r"[\u0600-\u06ff]")


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of the nodes that are documentation: strings that stand alone as a statement."""
    return {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(module: Module) -> Iterator[tuple[ast.Constant, str]]:
    """Every string of the source that is no documentation, pieces of f-strings included."""
    skip = docstrings(module.tree)
    for node in module.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield node, node.value


WORDS = {
    "pages": re.compile(r"desktop_app/window/(\w+/)+(\w+_)?words\.py"),
    "pages and command line": re.compile(r"desktop_app/words/.*\.py"),
    "paper": re.compile(r"desktop_app/printing/words/.*\.py"),
}
"""Where the sentences lie."""


def speaks(module: Module) -> bool:
    """Whether it is one of the modules that hold the sentences."""
    return any(place.fullmatch(module.path) for place in WORDS.values())


def word_modules() -> list[Module]:
    """The modules that hold the sentences; a place of which none holds one would be passed over in silence."""
    found = [module for module in modules() if speaks(module)]
    for name, place in WORDS.items():
        held = (text for module in found if place.fullmatch(module.path) for _node, text in strings(module))
        assert any(PERSIAN.search(text) for text in held), f"no sentence lies there: {name}"
    return found
