"""Spreadsheet cells, for files and the clipboard, that no spreadsheet takes for formulas.

A spreadsheet computes what is pasted into it as readily as what it opens, and texts come into the records from
elsewhere: from a workbook that was taken over, from a letter. So a text that it would take for a formula bears one
``'`` before it, by which a spreadsheet knows a text; in a file a number such as ``+98`` keeps its sign by it, too. What
is copied goes into letters as often, where ``'`` would stand: there a telephone number, which calls nothing, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "'")
"""``'`` itself is among them, so that taking one away gives the text back."""
_NUMBER: Final = re.compile(r"[+-][\d\s().,/+-]*")
"""A number with its sign, of a telephone as well."""
_BLANK: Final = str.maketrans("\t\r\n\u2028\u2029", "     ")


def as_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(RISKY) else text


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as tab-separated text; tabs and line breaks inside cells are replaced."""
    return "\n".join("\t".join(_copied(cell.translate(_BLANK).strip()) for cell in row) for row in rows)


def _copied(cell: str) -> str:
    return cell if cell.startswith("'") or _NUMBER.fullmatch(cell) else as_text(cell)
