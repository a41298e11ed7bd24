"""What is no text: lines, boxes and the QR code as vectors, and pictures; named artifacts of the page."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from reportlab.lib.utils import ImageReader

from desktop_app.printing.layout.canvas import FaCanvas


def draw_artifact(canvas: object, operators: str) -> None:
    """Add graphics operators to the page that is being drawn; readers of the text pass over them."""
    canvas._code.append(f"/Artifact BMC q {operators} Q EMC")  # type: ignore[attr-defined]  # noqa: SLF001


def draw_qr(canvas: FaCanvas, text: str, x: float, y: float, size: float) -> None:
    """Draw the code into a square with its lower left corner at (x, y); the quiet zone is the paper round it."""
    rows = _rows(text)
    step = size / len(rows)
    parts = ["0 g"]
    for number, row in enumerate(rows):
        bottom = y + size - (number + 1) * step
        for start, length in row:
            parts.append(f"{x + start * step:.3f} {bottom:.3f} {length * step:.3f} {step:.3f} re")
    draw_artifact(canvas, " ".join([*parts, "f"]))


def draw_picture(canvas: FaCanvas, png: bytes, right: float, middle: float, most: tuple[float, float]) -> float:
    """Draw a picture in its proportions with its right edge at ``right``, no larger than ``most``; returns its width.

    A picture drawn on several pages is in the file once.
    """
    reader = ImageReader(io.BytesIO(png))
    pixels_wide, pixels_tall = reader.getSize()
    scale = min(most[0] / pixels_wide, most[1] / pixels_tall)
    wide, tall = pixels_wide * scale, pixels_tall * scale
    canvas.add("/Artifact BMC")
    canvas.drawImage(reader, right - wide, middle - tall / 2, wide, tall)
    canvas.add("EMC")
    return float(wide)


@lru_cache(maxsize=4)
def _rows(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Per row the dark runs as (start, length)."""
    matrix = segno.make(text, error="m", micro=False).matrix
    return tuple(tuple(_runs(row)) for row in matrix)


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
