"""Named CHECKs in the text of a table: read from it, or put into it with another body."""

from __future__ import annotations

import re
from collections.abc import Iterator


def checks(sql: str) -> Iterator[tuple[str, str]]:
    """Name and body of every CHECK; an unnamed one comes under an empty name."""
    for match in re.finditer(r"(?:CONSTRAINT\s+\"?(\w+)\"?\s+)?CHECK\s*\(", sql):
        yield match.group(1) or "", sql[match.end() : _closing(sql, match.end())]


def with_check(sql: str, name: str, body: str) -> str:
    """The text with another body of one CHECK."""
    match = re.search(rf"CONSTRAINT\s+\"?{name}\"?\s+CHECK\s*\(", sql)
    if match is None:
        raise ValueError(f"no CHECK of this name: {name}")
    return f"{sql[: match.end()]}{body}{sql[_closing(sql, match.end()) :]}"


def _closing(sql: str, start: int) -> int:
    """The place of the bracket that closes; texts in quotes hold no brackets that count."""
    depth, quoted, place = 1, False, start
    while depth:
        char = sql[place]
        if char == "'":
            quoted = not quoted
        elif not quoted:
            depth += {"(": 1, ")": -1}.get(char, 0)
        place += 1
    return place - 1
