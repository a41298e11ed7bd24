"""Graphics on a page: lines, boxes, QR codes, pictures, and strokes through or under revised text.

Words that went are struck through, words that came are underlined. The strokes are drawn, not typed, so the text layer
holds the words alone; they do not need colour to be seen. Graphics are named artifacts of the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from reportlab.lib.utils import ImageReader

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.engine.layout.canvas import FaCanvas, canvas_of_program
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.structure import Node
from desktop_app.printing.engine.typesetting.set_text import Line
from desktop_app.printing.engine.typesetting.style import ParagraphStyle, Span, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.engine.typesetting.words import Segment, segments


class Stroke(StrEnum):
    """Kind of line drawn along words: through or under them."""

    NONE = ""
    STRUCK = "struck"
    UNDERLINED = "underlined"


_STRIKE_AT: Final = 0.26
_UNDER_AT: Final = -0.22
"""Height of the strokes over the baseline, in multiples of the size."""
_THICK: Final = 0.06


class RevisedParagraph(FaParagraph):
    """Paragraph whose spans have strokes."""

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
    """Return the operators of a stroke; the blank between a struck and an underlined word has none."""
    height = _STRIKE_AT if segment.link == Stroke.STRUCK else _UNDER_AT
    y = baseline + height * size
    return f"0 G {_THICK * size:.2f} w {segment.left:.2f} {y:.2f} m {segment.right:.2f} {y:.2f} l S"


Box = tuple[float, float, float, float]


def draw_artifact(canvas: object, operators: str) -> None:
    """Add decorative graphics to the open page; readers of the text ignore them."""
    canvas_of_program(canvas).add_lines(operators)


@contextmanager
def figure(canvas: FaCanvas, words: str, box: Box) -> Iterator[None]:
    """Mark what is drawn in the ``with`` as a figure with ``words`` as its description; ``box`` is in points.

    Without words it is decoration. In the middle of decoration it is read at the end of its page.
    """
    if not words:
        canvas.add("/Artifact BMC")
        yield
    else:
        place = " ".join(f"{side:.2f}" for side in box)
        node = Node("Figure", attributes=f"/O/Layout/BBox[{place}]", alternative=words)
        with canvas.content(node) if canvas.decorating else canvas.inside(node):
            canvas.add(canvas.begin(node))
            yield
    canvas.add("EMC")


def draw_qr(canvas: FaCanvas, text: str, x: float, y: float, size: float, *, words: str = "") -> None:
    """Draw a QR code into a square whose lower left corner is (x, y), without a quiet zone.

    It is of level H in version 2: it is read under ink over a third of it, and holds 20 capitals and figures.
    """
    rows = _rows(text)
    step = size / len(rows)
    parts = ["q 0 g"]
    for number, row in enumerate(rows):
        bottom = y + size - (number + 1) * step
        for start, length in row:
            parts.append(f"{x + start * step:.3f} {bottom:.3f} {length * step:.3f} {step:.3f} re")
    with figure(canvas, words, (x, y, x + size, y + size)):
        canvas.add(" ".join([*parts, "f Q"]))


def draw_picture(
    canvas: FaCanvas, png: bytes, right: float, middle: float, most: tuple[float, float], *, words: str = ""
) -> float:
    """Draw a picture in its proportions, its right edge at ``right``, at most ``most`` large; return its width.

    A picture drawn on several pages is in the file once. ``words`` tell it to whoever cannot see it. Raises
    ``EnvironmentProblem("picture_unreadable")`` for bytes that are none, or not all, of a picture.
    """
    reader = read_picture(png)
    pixels_wide, pixels_tall = reader.getSize()
    scale = min(most[0] / pixels_wide, most[1] / pixels_tall)
    wide, tall = pixels_wide * scale, pixels_tall * scale
    left, bottom = right - wide, middle - tall / 2
    with figure(canvas, words, (left, bottom, right, bottom + tall)):
        canvas.drawImage(reader, left, bottom, wide, tall)
    return float(wide)


def read_picture(png: bytes) -> ImageReader:
    """Return the picture with all its pixels; raises ``EnvironmentProblem("picture_unreadable")``."""
    try:
        reader = ImageReader(io.BytesIO(png))
        reader.getRGBData()
    except (OSError, ValueError, SyntaxError) as error:  # what the decoders raise for damaged bytes
        raise EnvironmentProblem("picture_unreadable", field="logo") from error
    return reader


@lru_cache(maxsize=4)
def _rows(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return for each row of a QR code its dark runs as (start, length)."""
    import segno  # brings half a web browser along, which a paper without a code does not need

    made = segno.make(text, error="h", version=2, boost_error=False)
    return tuple(tuple(_runs(row)) for row in made.matrix)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((index, 1))
    return runs
