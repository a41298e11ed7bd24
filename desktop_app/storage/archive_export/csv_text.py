"""CSV by RFC 4180: records end with CR LF, and a field is quoted where its text asks for it.

An empty field without quotes is NULL, ``""`` an empty text. A text that a spreadsheet would take for a formula bears
one ``'`` before it, and so does one that begins with ``'`` itself, so that taking one away gives the text back.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Final

BOM: Final = "\ufeff"
"""Of the whole file, by which Excel knows UTF-8."""
END: Final = "\r\n"
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "'")
_QUOTED: Final = frozenset('",\r\n')
Cell = None | int | float | str | bytes


def plain(value: Cell) -> str | int | float | None:
    """A cell as text formats have it: bytes in base64."""
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def record(cells: Sequence[Cell]) -> str:
    """One record with its end."""
    return ",".join(map(_field, cells)) + END


def _field(value: Cell) -> str:
    told = plain(value)
    if told is None:
        return ""
    if not isinstance(told, str):
        return str(told)
    if told.startswith(_RISKY):
        told = f"'{told}"
    return '"' + told.replace('"', '""') + '"' if not told or _QUOTED & set(told) else told
