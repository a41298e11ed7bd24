"""Text that shows its own revision: words that went are struck through, words that came are underlined.

The strokes are drawn, not typed, so the text layer holds the words alone; they do not need colour to be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from desktop_app.printing.layout.canvas import FaCanvas
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.typesetting.segments import Segment, segments
from desktop_app.printing.typesetting.set_text import Line
from desktop_app.printing.typesetting.style import ParagraphStyle, Span, TextStyle
from desktop_app.printing.typesetting.typesetter import Typesetter


class Stroke(StrEnum):
    """What is drawn along some words."""

    NONE = ""
    STRUCK = "struck"
    UNDERLINED = "underlined"


_STRIKE_AT: Final = 0.26
_UNDER_AT: Final = -0.22
"""Height of the strokes over the baseline, in multiples of the size."""
_THICK: Final = 0.06


class RevisedParagraph(FaParagraph):
    """Spans with a stroke each; it flows and parts as any paragraph does."""

    def __init__(
        self,
        typesetter: Typesetter,
        parts: Sequence[tuple[str, TextStyle, Stroke]],
        style: ParagraphStyle,
        *,
        place: str = "",
    ) -> None:
        # a style that says where it leads keeps its words in segments of their own; here it says which stroke they get
        spans = [Span(text, replace(look, link=stroke.value)) for text, look, stroke in parts]
        super().__init__(typesetter, spans, style, place=place)

    def _write(self, canvas: FaCanvas, lines: list[tuple[Line, float, float]]) -> None:
        super()._write(canvas, lines)
        for line, x, baseline in lines:
            size = line.words[0].setting.style.size
            for segment in segments(line, x):
                if segment.link:
                    canvas.add_lines(_stroke(segment, baseline, size))


def _stroke(segment: Segment, baseline: float, size: float) -> str:
    """The blank between a struck and an underlined word bears neither: a segment ends with its ink."""
    height = _STRIKE_AT if segment.link == Stroke.STRUCK else _UNDER_AT
    y = baseline + height * size
    return f"0 G {_THICK * size:.2f} w {segment.left:.2f} {y:.2f} m {segment.right:.2f} {y:.2f} l S"
