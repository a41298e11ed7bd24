"""Words as shapes: glyph outlines as path operators, for watermarks that are no text to readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fontTools.pens.basePen import BasePen

from desktop_app.printing.engine.typesetting.set_text import Piece, Stretch
from desktop_app.printing.engine.typesetting.style import Direction, ParagraphStyle, Span
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.engine.typesetting.words import compose


@dataclass(frozen=True, slots=True)
class Outline:
    """A filled path that begins at the origin; lengths in points."""

    operators: str
    width: float
    ascent: float
    descent: float


def outline(typesetter: Typesetter, text: str, style: ParagraphStyle) -> Outline:
    """Return the path of one right-to-left line in one style; the caller sets the colour.

    A character that the font lacks is refused as in any paragraph.
    """
    (stretch,) = compose(typesetter, [Span(text.replace("\n", " "))], style.text, Direction.RTL)
    setting = typesetter.setting(style.text)
    pen = _Path(setting.style.size / setting.face.units)
    for piece in _from_left(stretch):
        _trace(pen, piece)
    return Outline(" ".join([*pen.parts, "f"]), pen.x * pen.scale, setting.ascent, setting.descent)


class _Path(BasePen):  # type: ignore[misc]
    """Pen that writes operators; ``x`` is the position of the next glyph in font units."""

    def __init__(self, scale: float) -> None:
        super().__init__(None)
        self.parts: list[str] = []
        self.scale = scale
        self.x = 0.0
        self.shift = (0.0, 0.0)

    def _at(self, *points: tuple[float, float]) -> str:
        right, up = self.x + self.shift[0], self.shift[1]
        return " ".join(f"{(x + right) * self.scale:.2f} {(y + up) * self.scale:.2f}" for x, y in points)

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the toolkit's names
        self.parts.append(f"{self._at(point)} m")

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.parts.append(f"{self._at(point)} l")

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.parts.append(f"{self._at(*points)} c")

    def _closePath(self) -> None:  # noqa: N802
        self.parts.append("h")


def _from_left(stretch: Stretch) -> Iterator[Piece | float]:
    """Yield pieces and blanks (in font units) of a right-to-left line from the left."""
    for index in range(len(stretch.words) - 1, -1, -1):
        word = stretch.words[index]
        if index < len(stretch.words) - 1:
            yield float(stretch.spaces[index] * word.setting.face.advance(word.setting.face.space))
        yield from reversed(word.pieces)


def _trace(pen: _Path, piece: Piece | float) -> None:
    if isinstance(piece, float):
        pen.x += piece
        return
    face = piece.setting.face
    for glyph in piece.shaped.glyphs:
        pen.shift = (glyph.x, glyph.y)
        if glyph.index not in (face.space, face.thin):
            face.opened.draw(glyph.index, pen)
        for part in glyph.parts:
            pen.shift = (part.x, part.y)
            face.opened.draw(part.glyph, pen)
        pen.x += glyph.advance
