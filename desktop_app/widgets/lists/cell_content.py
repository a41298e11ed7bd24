"""Contents of one list cell, and the wrapping of a long first line into the second."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QFontMetrics

from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import Tone


@dataclass(frozen=True, slots=True)
class CellContent:
    """What one cell shows: a first line with an optional mark, a second with an optional mark or party."""

    first: str
    second: str = ""
    strong: bool = False
    tone: Tone | None = None
    shape: Shape | None = None
    percent: int | None = None
    second_tone: Tone | None = None
    second_shape: Shape | None = None
    party: Party | None = None
    hits: tuple[tuple[int, int], ...] = ()
    """Search hits in the first line: (start, length)."""
    at_end: bool = False
    """Stand at the left edge of the cell."""
    flows: bool = False
    """The first line goes on in the second, which carries nothing else."""


def parted(content: CellContent, metrics: QFontMetrics, width: float) -> tuple[CellContent, CellContent]:
    """Both lines of a content that flows, each with its own search hits: as many words as fit, then the others."""
    end = _end_of_line(content.first, metrics, width)
    hits = [(start, length) for start, length in content.hits]
    above = tuple((start, min(length, end - start)) for start, length in hits if start < end)
    below = tuple(
        (max(0, start - end), start + length - max(start, end)) for start, length in hits if start + length > end
    )
    # the blank where it was parted has no room in a line that is just full: for it the last word would be cut off
    return replace(content, first=content.first[:end].rstrip(" "), hits=above), replace(
        content, first=content.first[end:], hits=below
    )


def from_hit(content: CellContent, metrics: QFontMetrics, width: float) -> CellContent:
    """A content whose first search hit would be cut off begins with «…» and a few words before that hit."""
    text = content.first
    if not content.hits or metrics.horizontalAdvance(text) <= width:
        return content
    start, length = min(content.hits)
    if metrics.horizontalAdvance(f"{text[: start + length]}\u2026") <= width:
        return content
    spare = width - metrics.horizontalAdvance(f"\u2026{text[start : start + length]}\u2026")
    begin = text.rfind(" ", 0, start) + 1
    while begin > 0:
        earlier = text.rfind(" ", 0, begin - 1) + 1
        if metrics.horizontalAdvance(text[earlier:start]) > spare / 2:
            break
        begin = earlier
    hits = tuple((place - begin + 1, long) for place, long in content.hits)
    return replace(content, first=f"\u2026{text[begin:]}", hits=hits)


def _end_of_line(text: str, metrics: QFontMetrics, width: float) -> int:
    """Where the second line begins; the end of a text that fits, or whose first word is longer than the line."""
    if metrics.horizontalAdvance(text) <= width:
        return len(text)
    end = 0
    while (blank := text.find(" ", end)) >= 0 and metrics.horizontalAdvance(text[:blank]) <= width:
        end = blank + 1
    return end or len(text)
