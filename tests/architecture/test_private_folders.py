"""Folders are made in one place, with the rights of the account alone; whoever makes one elsewhere forgets them."""

from __future__ import annotations

import ast

from tests.architecture.source import called_name, modules

MAKING = frozenset({"mkdir", "makedirs"})


def test_folders_are_made_by_rights_alone() -> None:
    found = [
        f"{module.path}:{node.lineno}"
        for module in modules()
        for node in module.nodes
        if isinstance(node, ast.Call) and called_name(node) in MAKING and module.path != "desktop_app/system/rights.py"
    ]
    assert found == []
