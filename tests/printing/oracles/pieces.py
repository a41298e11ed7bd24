"""Find a stretch of known characters on a drawn line, and tell from where to where its glyphs run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tests.printing.oracles.content import Drawn, Page


def everything(pages: Sequence[Page]) -> list[list[Drawn]]:
    """All lines of all pages."""
    return [line for page in pages for line in page.lines()]


def find(line: Sequence[Drawn], wanted: str) -> list[Drawn]:
    """The glyphs of ``wanted`` where these characters run from left to right; empty if they do not."""
    text = "".join(glyph.text for glyph in line)
    at = text.find(wanted)
    return list(line[at : at + len(wanted)]) if at >= 0 else []


def ascending(glyphs: Sequence[Drawn]) -> bool:
    """Whether each glyph stands right of the one before."""
    return bool(glyphs) and all(left.x < right.x for left, right in pairwise(glyphs))
