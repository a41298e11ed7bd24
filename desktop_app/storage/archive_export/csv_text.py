"""CSV by RFC 4180: records end with CR LF, and a field is quoted where its text asks for it.

An empty field without quotes is NULL, ``""`` an empty text. No text is taken for a formula.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import Final

from desktop_app.domain.text.spreadsheet_cells import as_text

BOM: Final = "\ufeff"
"""Of the whole file, by which Excel knows UTF-8."""
END: Final = "\r\n"
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
    told = as_text(told)
    return '"' + told.replace('"', '""') + '"' if not told or _QUOTED & set(told) else told
