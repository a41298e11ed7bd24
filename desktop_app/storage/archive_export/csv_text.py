"""CSV by RFC 4180: records end with CR LF, and every text is quoted.

An empty field without quotes is NULL, ``""`` an empty text. No text is taken for a formula, and no part of one: where
the list separator of Windows is ``;`` or ``؛`` a spreadsheet begins no cell at the comma and knows no quotes amid a
cell, and splits a text at each of them, at tabs and at the ends of lines.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from typing import Final

from desktop_app.domain.text.spreadsheet_cells import RISKY

BOM: Final = "\ufeff"
"""Of the whole file, by which Excel knows UTF-8."""
END: Final = "\r\n"
_RISKY: Final = re.compile(f'(^|[;؛\t\r\n])(?="*[{re.escape("".join(RISKY))}])')
"""Where a cell begins, here or for another list separator, and would be a formula or has the mark of none.

Doubled quotes that begin a cell are an empty text to it, and what follows them is what it reads.
"""
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
    marked = _RISKY.sub(r"\1'", told)
    return '"' + marked.replace('"', '""') + '"'
