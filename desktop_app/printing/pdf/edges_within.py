"""Paths within which the words of a PDF from elsewhere paint: how many lie within each other, asked before pdfium.

For each that is laid within others pdfium keeps all of those once more: fifty thousand take more than a machine has.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.printing.pdf.painted_with import INLINE, Unclear, tokens
from desktop_app.printing.pdf.unpacking import Effort, TooMuchUnpacked

_WITHIN: Final = re.compile(rb"\bW\b")
_FEW: Final = 5_000
"""As many may all lie within each other: pdfium takes two hundred megabytes."""
_MOST: Final = _FEW * _FEW // 2
"""Paths that are kept in all, those within others counted each time."""
_MOST_UNCLEAR: Final = 10_000
"""Paths in words of which nobody can tell which lie within others."""


def require_parted(said: bytes, effort: Effort) -> None:
    """Raise :class:`TooMuchUnpacked` for words that lay paths within paths without end."""
    count = len(_WITHIN.findall(said)) if said.count(b"W") > _FEW else 0
    if count <= _FEW:
        return
    try:
        too_many = _kept(said, effort) > _MOST or (count > _MOST_UNCLEAR and INLINE.search(said) is not None)
    except Unclear:
        too_many = count > _MOST_UNCLEAR
    if too_many:
        raise TooMuchUnpacked


def _kept(said: bytes, effort: Effort) -> int:
    """How many paths pdfium keeps; each is laid with the next path that is painted or left."""
    kept = now = 0
    before: list[int] = []
    for one, _length in tokens(said, effort):
        if one in (b"W", b"W*"):
            now += 1
            kept += now
        elif one == b"q":
            before.append(now)
        elif one == b"Q" and before:
            now = before.pop()
    return kept
