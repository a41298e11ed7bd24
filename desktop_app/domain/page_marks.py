"""Page marks: the content of the QR code on each page of paper, written and parsed.

The mark of a page is the code of its document with the number of the page and of all pages; that of a very long paper
is the code alone. A text that is neither gives nothing, so no code is ever guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_uppercase, digits
from typing import Final

_FIGURES: Final = digits + ascii_uppercase
_CODE: Final = "[A-Z2-7]{16}"
_MARK: Final = re.compile(f"({_CODE})(?:([0-9A-Z]{{2}})([0-9A-Z]{{2}}))?")
MOST_PAGES: Final = len(_FIGURES) ** 2 - 1
"""The most pages that two characters count; a longer paper is marked with its code alone."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """A document code with ``page`` of ``total``; both are 0 when the mark has the code alone."""

    code: str
    page: int = 0
    total: int = 0


def mark_text(code: str, page: int, total: int) -> str:
    """Return the text of a page mark: 16 characters of the code, two base-36 digits each of page and total.

    Level H of a QR code in version 2 holds exactly these 20. Raises ``ValueError`` for what is no code or no page.
    """
    if re.fullmatch(_CODE, code) is None or not 1 <= page <= total:
        raise ValueError(f"no page of a paper: {code!r}, {page} of {total}")
    return code if total > MOST_PAGES else f"{code}{_two(page)}{_two(total)}"


def read_mark(text: str) -> PageMark | None:
    """Parse a page mark; ``None`` for any other text."""
    found = _MARK.fullmatch(text)
    if found is None:
        return None
    code, page, total = found.groups()
    if page is None:
        return PageMark(code)
    mark = PageMark(code, int(page, len(_FIGURES)), int(total, len(_FIGURES)))
    return mark if 1 <= mark.page <= mark.total else None


def _two(count: int) -> str:
    high, low = divmod(count, len(_FIGURES))
    return _FIGURES[high] + _FIGURES[low]
