"""Private members of the program are private to the tests too: what reaches in breaks when nothing a user sees does."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.source import ROOT, Module, called_name, modules

MOST = 20
REASON = "# private: "
"""Beside each, on its line or on the one above: why no public way shows the same."""
PUBLIC = frozenset({"_replace", "_asdict", "_fields", "_make", "_exit"})
"""What a named tuple offers to everybody, and the way out of a forked process."""
BY_NAME = frozenset({"getattr", "setattr", "hasattr", "delattr"})


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in PUBLIC


def _own(tree: ast.Module) -> set[int]:
    """The ids of the nodes that are `self` or `cls` of a method, and not of a function that stands in for one."""
    found: set[int] = set()
    for one in ast.walk(tree):
        if isinstance(one, ast.ClassDef):
            names = (node for node in ast.walk(one) if isinstance(node, ast.Name) and node.id in {"self", "cls"})
            found.update(map(id, names))
    return found


def _reached(node: ast.AST, own: set[int]) -> bool:
    if isinstance(node, ast.Attribute):
        return _is_private(node.attr) and id(node.value) not in own
    if isinstance(node, ast.ImportFrom):
        return any(_is_private(part) for part in (node.module or "").split("."))
    if isinstance(node, ast.alias):
        return any(_is_private(part) for part in node.name.split("."))
    if isinstance(node, ast.Call) and called_name(node) in BY_NAME:
        return any(_names_private(given) for given in node.args[:2])
    return False


def _names_private(given: ast.expr) -> bool:
    return isinstance(given, ast.Constant) and isinstance(given.value, str) and _is_private(given.value.split(".")[-1])


def reaches(module: Module) -> Iterator[tuple[int, bool]]:
    """The line of each reach into a private member, and whether its reason stands beside it."""
    own, lines = _own(module.tree), module.text.splitlines()
    for node in module.nodes:
        if _reached(node, own):
            line = getattr(node, "lineno", 1)
            above = lines[line - 2].strip() if line > 1 else ""
            yield line, REASON in lines[line - 1] or above.startswith(REASON)


def faults(source: Iterable[Module]) -> list[str]:
    """The reaches that do not say why; all of them where they are too many."""
    found = [(f"{one.path}:{line}", told) for one in source for line, told in reaches(one)]
    return [place for place, told in found if not told or len(found) > MOST]


def test_few_reach_in_and_each_says_why() -> None:
    assert faults(modules(ROOT / "tests")) == []


def test_too_many_are_not_allowed_though_each_says_why() -> None:
    line = f"page._menu.close()  {REASON}nobody else closes it"
    assert faults([Module("some.py", "\n".join([line] * MOST))]) == []
    assert len(faults([Module("many.py", "\n".join([line] * MOST)), Module("more.py", line)])) == MOST + 1


@pytest.mark.parametrize(
    "breach",
    [
        "page._menu.close()",
        "assert self._menu is page",
        "class Kept:\n    def look(self, page):\n        return self.page._menu",
        "from desktop_app.widgets.lists.row import _Row",
        "from desktop_app._parts import Row",
        "import desktop_app._parts",
        "monkeypatch.setattr(page, '_menu', None)",
        "monkeypatch.setattr('desktop_app.wiring._open', None)",
        "getattr(page, '_menu')",
    ],
)
def test_each_way_in_is_seen(breach: str) -> None:
    assert [told for _, told in reaches(Module("planted.py", breach))] == [False]


@pytest.mark.parametrize(
    "own",
    [
        "class Kept:\n    def look(self):\n        return self._menu",
        "row._replace(name='')",
        "page.__class__",
        "from __future__ import annotations",
        "monkeypatch.setattr(page, 'menu', '_')",
    ],
)
def test_what_is_one_s_own_or_public_is_none(own: str) -> None:
    assert list(reaches(Module("own.py", own))) == []


def test_a_reason_stands_on_the_line_or_above_it() -> None:
    lines = (f"page._menu.close()  {REASON}nobody else closes it", f"{REASON}it has no name", *["row._box.click()"] * 2)
    assert [told for _, told in reaches(Module("told.py", "\n".join(lines)))] == [True, True, False]
