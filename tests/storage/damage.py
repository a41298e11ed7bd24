"""Damage of a database file: a page of a table zeroed, a row or an entry of an index falsified, the file cut."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def leaf_pages(database: Path, name: str) -> list[int]:
    """The leaf pages of a table or an index, the first first; numbers count from 1."""
    with closing(sqlite3.connect(database)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    content = database.read_bytes()
    return _leaves(content, root)


def schema_pages(database: Path) -> list[int]:
    """The leaf pages of the table that tells of every other."""
    return _leaves(database.read_bytes(), 1)


def _leaves(content: bytes, page: int) -> list[int]:
    start = (page - 1) * PAGE + (100 if page == 1 else 0)
    if content[start] not in (2, 5):
        return [page]
    count = int.from_bytes(content[start + 3 : start + 5], "big")
    cells = [int.from_bytes(content[start + 12 + 2 * one : start + 14 + 2 * one], "big") for one in range(count)]
    base = (page - 1) * PAGE
    children = [int.from_bytes(content[base + cell : base + cell + 4], "big") for cell in cells]
    children.append(int.from_bytes(content[start + 8 : start + 12], "big"))
    return [leaf for child in children for leaf in _leaves(content, child)]


def zero(database: Path, page: int) -> None:
    """A page of zeros, as a dying disk leaves it."""
    with database.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\0" * PAGE)


def falsify(database: Path, before: str, after: str) -> int:
    """Overwrite every text by one of the same length, past SQLite; how often it stood there."""
    old, new = before.encode(), after.encode()
    assert len(old) == len(new)
    content = database.read_bytes()
    count = content.count(old)
    database.write_bytes(content.replace(old, new))
    return count


def misfile(database: Path, table: str) -> None:
    """Falsify a uid in the index over those of a table, past SQLite: its rows stay as they were, one is not found."""
    with closing(sqlite3.connect(database)) as raw:
        old = str(raw.execute(f"SELECT uid FROM {table}").fetchone()[0]).encode()
    content = bytearray(database.read_bytes())
    pages = leaf_pages(database, f"sqlite_autoindex_{table}_1")
    (page,) = (one for one in pages if old in content[(one - 1) * PAGE : one * PAGE])
    place = content.index(old, (page - 1) * PAGE)
    content[place : place + len(old)] = old[:-1] + bytes([old[-1] ^ 1])
    database.write_bytes(content)
