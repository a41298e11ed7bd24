"""SQL files of revisions as single statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path


def statements(file: Path) -> Iterator[str]:
    """The statements of an SQL file, whole triggers among them, without comments between them."""
    waiting = ""
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        if not waiting and (line.startswith("--") or not line.strip()):
            continue
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting.strip().removesuffix(";")
            waiting = ""
    if waiting:
        raise ValueError(f"{file.name} ends within a statement")
