"""Canonical forms of rows and of links of the chain, format 1: the texts that hashes are taken from, for ever.

A row is one JSON object: ``kind`` (its table), ``id``, and ``row``, its columns by name. Left out are columns that are
empty (NULL), that hold the default which a later revision gave them, so that a new column changes no old hash, and the
sort keys, which follow from the others. A day is ISO text, a truth 0 or 1, bytes their SHA-256; a clause holds the ids
of its cooperating units in their order.

A link is one JSON object: ``format``, ``previous`` (the hash before it), ``entries`` and ``acts`` (the rows of the
audit table and of the acts that the commit appended, oldest first), and ``rows``: kind, id, format and hash of each row
that it wrote, the hash empty where the row is gone.

JSON is UTF-8 with sorted keys and without blanks (RFC 8785; no number has a fraction). A hash is SHA-256 in 64
hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import Table

FORMAT: Final = 1
DERIVED: Final = frozenset({"name_key", "title_key"})
"""Columns that follow from others."""

RowHash = tuple[str, int, int, str]
"""Kind, id, format, hash."""


def row_hash(table: Table, row_id: int, values: Mapping[str, Any]) -> str:
    """The hash of one row by its columns, as the program or as SQLite holds them."""
    return _hashed({"kind": table.name, "id": row_id, "row": _columns(table, values)})


def link_hash(
    previous: str, entries: Iterable[Mapping[str, Any]], acts: Iterable[Mapping[str, Any]], rows: Sequence[RowHash]
) -> str:
    """The hash of one link of the chain."""
    link = {
        "format": FORMAT,
        "previous": previous,
        "entries": [_filled(one) for one in entries],
        "acts": [_filled(one) for one in acts],
        "rows": rows,
    }
    return _hashed(link)


def _hashed(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # a damaged file may hold what is no text at all: it has a hash, too, and a wrong one
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _columns(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    added = _added(table)
    filled = _filled(values)
    return {
        name: value
        for name, value in filled.items()
        if name not in DERIVED and name != "id" and (name not in added or added[name] != value)
    }


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:  # noqa: ANN401 - a value of whatever column
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value


@cache
def _added(table: Table) -> dict[str, Any]:
    """By column that a later revision added: what rows from before it hold."""
    defaults = {column.name: column.server_default for column in table.columns}
    return {name: _literal(str(default.arg)) for name, default in defaults.items() if hasattr(default, "arg")}


def _literal(sql: str) -> str | int:
    return sql[1:-1].replace("''", "'") if sql.startswith("'") else int(sql)
