"""What the documentation of the source refers to by its whole name is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Module, modules

REFERENCE = re.compile(r":(?:mod|func|class|meth|data|attr):`~?(desktop_app(?:\.\w+)+)`")


def defined(tree: ast.Module) -> Iterator[str]:
    """The names at the top of a module."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def unknown(module: Module, known: dict[str, str]) -> list[str]:
    """References of a module that lead nowhere; ``known`` has the text of each module by its dotted name."""
    wrong = []
    for name in REFERENCE.findall(module.text):
        home, _, rest = name.rpartition(".")
        while home and home not in known and name not in known:
            home, _, last = home.rpartition(".")
            rest = f"{last}.{rest}"
        if name not in known and (not home or rest.partition(".")[0] not in set(defined(ast.parse(known[home])))):
            wrong.append(f"{module.path}: {name}")
    return wrong


def test_what_is_referred_to_is_there() -> None:
    known = {one.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."): one.text for one in modules()}
    assert [wrong for one in modules() for wrong in unknown(one, known)] == []


def test_a_reference_that_leads_nowhere_is_found() -> None:
    known = {"desktop_app.a": "def there() -> None: ..."}
    text = ":mod:`desktop_app.a` :func:`~desktop_app.a.there` :func:`desktop_app.a.gone` :mod:`desktop_app.b.c`"
    assert unknown(Module("m.py", text), known) == ["m.py: desktop_app.a.gone", "m.py: desktop_app.b.c"]
