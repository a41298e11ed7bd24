"""A class name stands once in a room, so that who searches for it finds one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable

from tests.architecture.source import Module, modules


def _twice(among: Iterable[Module]) -> list[str]:
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for module in among:
        room = module.path.split("/")[1]
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[room, node.name].append(module.path)
    return [f"{name}: {', '.join(files)}" for (_, name), files in sorted(places.items()) if len(files) > 1]


def test_a_class_name_stands_once_in_a_room() -> None:
    assert _twice(modules()) == []


def test_a_name_that_stands_twice_is_seen() -> None:
    part = "class Part:\n    pass\n"
    rooms = [Module(f"desktop_app/{path}.py", part) for path in ("views/one", "views/two", "widgets/part")]
    assert _twice(rooms) == ["Part: desktop_app/views/one.py, desktop_app/views/two.py"]
