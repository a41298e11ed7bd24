"""Figures of the house: how long, how branching and how flat the sources of `desktop_app/` are, as a table.

They show where to look and are no goals by themselves. Generated forms are left out. The table of the README is made
by `dev.py figures --write`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from devtools import ROOT

README: Final = ROOT / "README.md"
HEAD: Final = "| of `desktop_app/`, generated forms left out | aim | now |"
LONGEST_CLASS: Final = 250
MOST_METHODS: Final = 25
"""Lines and methods of a class that is still one idea."""
WAYS: Final = 10
"""Ways through a function above which it is hard to follow."""
_BRANCH: Final = (
    ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.comprehension, ast.Assert, ast.match_case,
)  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef
Row = tuple[str, str, str]


@dataclass(slots=True)
class Measured:
    """What was counted in the modules."""

    files: list[int] = field(default_factory=list)
    functions: list[int] = field(default_factory=list)
    ways: list[int] = field(default_factory=list)
    annotated: int = 0
    documented: int = 0
    public: int = 0
    classes: list[tuple[int, int]] = field(default_factory=list)
    """Lines and methods of each."""
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Public classes by room and name."""
    ties: dict[str, set[str]] = field(default_factory=dict)
    """The modules of the program that each module imports, for types too."""
    lines: int = 0
    tests: int = 0


def measure(root: Path = ROOT) -> Measured:
    """Count what stands in the tree at ``root``."""
    found = Measured()
    for file in sorted((root / "desktop_app").rglob("*.py")):
        if "forms" not in file.parts:
            _module(found, file, root)
    for name, asked in found.ties.items():
        found.ties[name] = {_module_of(one, found.ties) for one in asked} - {name, ""}
    found.tests = sum(_code(file) for file in (root / "tests").rglob("*.py"))
    return found


def rows(found: Measured) -> list[Row]:
    """Name, aim and figure of each line of the table."""
    doubled = sum(count > 1 for count in found.names.values())
    over = sum(count > WAYS for count in found.ways)
    large = sum(lines > LONGEST_CLASS or methods > MOST_METHODS for lines, methods in found.classes)
    return [
        ("modules, lines of code", "", f"{len(found.files)}, {found.lines:,}"),
        ("lines of a file: median, 90 %, longest", "150, 300, 400", _spread(found.files, 0.5, 0.9)),
        ("lines of a function: 90 %, 99 %, longest", "20, 40, 60", _spread(found.functions, 0.9, 0.99)),
        (
            "ways through a function: mean, share over ten",
            "2.5, 0.4 %",
            f"{sum(found.ways) / len(found.ways):.1f}, {100 * over / len(found.ways):.1f} %",
        ),
        (
            "annotated, public names with a docstring",
            "100 %, 90 %",
            f"{100 * found.annotated / len(found.functions):.0f} %, {100 * found.documented / found.public:.0f} %",
        ),
        (f"classes of more than {LONGEST_CLASS} lines or {MOST_METHODS} methods", "0", str(large)),
        ("class names that stand twice in a room", "0", str(doubled)),
        (
            "modules with one importer, next door; folders that import each other; circles",
            "60; 5; 0",
            f"{next_door(found.ties)}; {len(pairs(found.ties))}; {len(circles(found.ties))}",
        ),
        ("lines of tests to lines of the program", "0.8", f"{found.tests / found.lines:.2f}"),
    ]


def table(lines: Iterable[Row]) -> str:
    """The table as Markdown."""
    return "\n".join([HEAD, "|---|---|---|", *(f"| {' | '.join(line)} |" for line in lines)])


def show(arguments: list[str]) -> int:
    """The verb `figures`: print the table; with ``--write`` put it into the README."""
    made = table(rows(measure()))
    print(made)
    if "--write" in arguments:
        before, _, rest = README.read_text(encoding="utf-8").partition(HEAD)
        _, gap, after = rest.partition("\n\n")
        README.write_text(f"{before}{made}{gap}{after}", encoding="utf-8", newline="\n")
    return 0


def length_of(node: Function | ast.ClassDef) -> int:
    """Lines from the first to the last."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def methods_of(node: ast.ClassDef) -> int:
    """Functions that stand in a class itself."""
    return sum(isinstance(one, Function) for one in node.body)


def _module(found: Measured, file: Path, root: Path) -> None:
    text = file.read_text(encoding="utf-8")
    path = file.relative_to(root)
    found.files.append(text.count("\n"))
    found.lines += _code(file)
    tree = ast.parse(text)
    found.ties[_dotted(path)] = set(_imported(tree))
    for node in ast.walk(tree):
        if isinstance(node, Function):
            _function(found, node)
        elif isinstance(node, ast.ClassDef):
            found.classes.append((length_of(node), methods_of(node)))
            if not node.name.startswith("_"):
                found.names[path.parts[1], node.name] += 1
        else:
            continue
        if not node.name.startswith("_"):
            found.public += 1
            found.documented += ast.get_docstring(node) is not None


def _dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _folder(module: str) -> str:
    return module.rpartition(".")[0]


def _imported(tree: ast.Module) -> Iterator[str]:
    """What is imported, a name of a module or of something in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def _module_of(name: str, modules: Collection[str]) -> str:
    """The module itself, or the one that it is in; empty for what is none of the program's."""
    return next((one for one in (name, _folder(name)) if one in modules), "")


def next_door(ties: Mapping[str, set[str]]) -> int:
    """Modules that one module imports, of the same folder."""
    users: dict[str, list[str]] = {name: [] for name in ties}
    for name, asked in ties.items():
        for one in asked:
            users[one].append(name)
    return sum(len(of) == 1 and _folder(of[0]) == _folder(name) for name, of in users.items())


def pairs(ties: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """Folders that import each other, neither of them inside the other."""
    across = {(_folder(name), _folder(one)) for name, asked in ties.items() for one in asked}
    mutual = {(one, other) for one, other in across if one < other and (other, one) in across}
    return {(one, other) for one, other in mutual if not other.startswith(f"{one}.")}


def circles(ties: Mapping[str, set[str]]) -> list[list[str]]:
    """Modules that lead to each other by their imports: what is left when those at the edges are taken away."""
    left = {name: set(asked) for name, asked in ties.items()}
    while edge := {name for name, asked in left.items() if not asked & left.keys()}:
        left = {name: asked for name, asked in left.items() if name not in edge}
    found = []
    while left:
        first = next(iter(left))
        circle = {one for one in _reached(left, first) if first in _reached(left, one)}
        if circle:
            found.append(sorted(circle))
        left = {name: asked for name, asked in left.items() if name not in circle | {first}}
    return found


def _reached(ties: Mapping[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        new = ties.get(todo.pop(), set()) & ties.keys() - seen
        seen |= new
        todo += new
    return seen


def _function(found: Measured, node: Function) -> None:
    found.functions.append(length_of(node))
    found.ways.append(_ways(node))
    given = [one for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs) if one.arg not in _OWN]
    answers = node.returns is not None or node.name == "__init__"
    found.annotated += answers and all(one.annotation is not None for one in given)


def _ways(node: ast.AST) -> int:
    inner = list(ast.walk(node))
    joined = sum(len(one.values) - 1 for one in inner if isinstance(one, ast.BoolOp))
    return 1 + sum(isinstance(one, _BRANCH) for one in inner) + joined


def _code(file: Path) -> int:
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return sum(bool(line) and not line.startswith("#") for line in lines)


def _spread(values: Sequence[int], *parts: float) -> str:
    ordered = sorted(values)
    found = [ordered[min(len(ordered) - 1, int(part * len(ordered)))] for part in parts]
    return ", ".join(str(one) for one in (*found, ordered[-1]))


_OWN: Final = frozenset({"self", "cls"})
