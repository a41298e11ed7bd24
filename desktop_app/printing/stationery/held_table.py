"""A table in the largest size in which no column cuts a word: where the office's size leaves too little room."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.ruled_table import RuledTable
from desktop_app.printing.typesetting.typesetter import Typesetter


def held(setter: Typesetter, make: Callable[[Typesetter], RuledTable], room: float | None = None) -> RuledTable:
    """What ``make`` makes of the office's typesetter, or of a smaller one; ``room`` is its width in points.

    The width of the text if none is named. Half the office's size is the least; words wider than a column can ever be
    are cut at any size.
    """
    width = frame.text_width(setter.typography) if room is None else room
    made, size = make(setter), setter.typography.size
    for smaller in frame.smaller(setter):
        lacking = made.cut(width)
        if not lacking:
            break
        # about as much smaller as the words are too wide: few sizes are tried
        if smaller.typography.size <= size * width / (width + lacking):
            made, size = make(smaller), smaller.typography.size
    return made
