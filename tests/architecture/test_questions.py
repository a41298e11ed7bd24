"""Only services open a unit of work, and they ask it by its methods: who shows or wires asks services."""

from __future__ import annotations

import ast

from tests.conftest import ROOT

ROOMS = ("bootstrap", "controllers", "views", "widgets", "tables")


def _opened(tree: ast.AST) -> list[int]:
    """Lines of `with` statements that open what is called a work."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.With)
        and any(isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == "work" for item in node.items)
    ]


def test_only_services_ask_the_database() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for room in ROOMS
        for file in sorted((ROOT / "desktop_app" / room).rglob("*.py"))
        for line in _opened(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_the_rule_sees_a_question() -> None:
    assert _opened(ast.parse("with office.read() as work:\n    work.settings()")) == [1]


def _reached(tree: ast.AST) -> list[int]:
    """Lines that reach through a work or a store to the transaction or the tables behind it."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"transaction", "mapper"}
    ]


def test_services_leave_the_transaction_to_storage() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in sorted((ROOT / "desktop_app" / "services").rglob("*.py"))
        for line in _reached(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert found == []
    assert _reached(ast.parse("work.transaction.text('SELECT 1')")) == [1]
