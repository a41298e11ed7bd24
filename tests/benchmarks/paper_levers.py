"""Ways to draw a stretch from left to right inside a Persian line, other than the program's: what each does to readers.

pdfium collects the characters of a line, the text objects by where they begin and inside each of them as they stand in
the stream. It cuts them wherever the class changes (letters, digits with their separators, other signs) and in a
Persian line gives the pieces back in reverse. So «name@host.ir», which is five pieces, becomes «ir.host@name», unless
pdfium got the pieces in reverse to begin with. Each way here tries to bring that about, or was thought to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from typing import Final
from unicodedata import bidirectional
from unittest import mock

import pikepdf

from desktop_app.printing.engine.layout import paragraph
from desktop_app.printing.engine.script.levels import RTL
from desktop_app.printing.engine.typesetting import draw
from desktop_app.printing.engine.typesetting.fonts import GlyphPart as Outline
from desktop_app.printing.engine.typesetting.set_text import Line, Piece, Setting, Word
from desktop_app.printing.engine.typesetting.shape import LRM, RLM, Glyph, Shaped
from tests.benchmarks import paper_search
from tests.printing import made_papers

PRINTED: Final = "as printed"
MERGED: Final = "one code for the whole stretch"
_WEAK: Final = frozenset(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"))
_STEP: Final = 40
"""Thousandths of the size that pypdf takes for no blank."""
_HAIR: Final = 0.02


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of one class as pdfium cuts it; ``x`` is where it begins in the stretch, in points."""

    kind: str
    text: str
    code: str
    x: float
    width: float


Atom = tuple[int, Setting, str, Word | Piece | None]
"""What stands on a line: level, style, operators, and what is drawn."""
Draw = Callable[[list[Part], Setting, list[Glyph]], str]
"""The parts of a stretch as operators: inside a TJ array that is open before and behind it."""


def papers(lines: Sequence[str]) -> dict[str, bytes]:
    """The lines on our paper, drawn in every way."""
    printed = _printed(lines)
    return {
        PRINTED: printed,
        "without direction marks": paper_search.without_marks(lambda: _printed(lines)),
        "said to be read from right to left": _read_from_right(printed),
        **{name: _drawn(lines, way) for name, way in _WAYS.items()},
    }


def _printed(lines: Sequence[str]) -> bytes:
    return made_papers.paragraphs(lines, made_papers.ONE_LINE)


def _read_from_right(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name.R2L)
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


def _drawn(lines: Sequence[str], way: Draw) -> bytes:
    def code(line: Line, x: float, y: float) -> str:
        setting: Setting | None = None
        out: list[str] = []
        for inner, group in groupby(draw.visual_atoms(line), key=lambda atom: line.stretch.base == RTL < atom[0]):
            own = list(group)
            if own[0][1] is not setting:
                out.append(f"{']TJ ' if setting else ''}{own[0][1].operators} [")
                setting = own[0][1]
            parts, glyphs = _parts(own, line.extra) if inner else ([], [])
            out.append(way(parts, setting, glyphs) if len(parts) > 1 else "".join(atom[2] for atom in own))
        return f"1 0 0 1 {x:.2f} {y:.2f} Tm {''.join(out)}]TJ"

    with mock.patch.object(paragraph, "line_code", code):
        return _printed(lines)


def _parts(atoms: Sequence[Atom], extra: float) -> tuple[list[Part], list[Glyph]]:
    """The parts of a stretch and its glyphs, blanks among them, from left to right."""
    parts: list[Part] = []
    glyphs: list[Glyph] = []
    for _, setting, code, source in atoms:
        if source is None:
            count = sum(len(codes) // 4 for codes in re.findall("<([0-9A-F]+)>", code))
            _add(parts, "sign", " " * count, code, count * (setting.space + extra))
            glyphs += [Glyph(setting.face.space, " ", setting.face.space_width, 0, 0)] * count
            continue
        for piece in source.pieces if isinstance(source, Word) else (source,):
            glyphs += piece.shaped.glyphs
            for kind, group in groupby(piece.shaped.glyphs, key=lambda glyph: _kind(glyph.character)):
                own = tuple(group)
                units = sum(glyph.advance for glyph in own)
                alone = replace(piece, shaped=Shaped(own, units), code="")
                width = units * setting.style.size / setting.face.units
                _add(parts, kind, "".join(glyph.character for glyph in own), draw.piece_code(alone), width)
    return parts, glyphs


def _add(parts: list[Part], kind: str, text: str, code: str, width: float) -> None:
    if parts and parts[-1].kind == kind:
        last = parts[-1]
        parts[-1] = replace(last, text=last.text + text, code=last.code + code, width=last.width + width)
    else:
        parts.append(Part(kind, text, code, parts[-1].x + parts[-1].width if parts else 0.0, width))


def _kind(character: str) -> str:
    """What pdfium takes for one class."""
    found = bidirectional(character)
    return "letter" if found == "L" else "weak" if found in _WEAK else "sign"


def _step(points: float, setting: Setting, most: float = 0.0) -> str:
    """Move by so many points, in steps of which none is longer than ``most`` thousandths, if that is given."""
    number = -points * 1000 / setting.style.size
    count = int(abs(number) // most) + 1 if most else 1
    return f" {' '.join([f'{number / count:.2f}'] * count)} "


def _own_operators(parts: list[Part], _setting: Setting, _glyphs: list[Glyph]) -> str:
    return "]TJ [".join(part.code for part in parts)


def _from_the_right(parts: list[Part], setting: Setting, _glyphs: list[Glyph]) -> str:
    """The last part first in the stream, each at its own place."""
    out: list[str] = []
    pen = 0.0
    for part in reversed(parts):
        out += (_step(part.x - pen, setting), part.code)
        pen = part.x + part.width
    return "".join((*out, _step(parts[-1].x + parts[-1].width - pen, setting)))


def _held_at_the_left(parts: list[Part], setting: Setting, _glyphs: list[Glyph]) -> str:
    """Parts in their order, each a text object that begins with a blank at the left end: a hair before the last one."""
    face = setting.face
    stay = f"{face.advance(face.thin) * 1000 / face.units:.2f}"
    out, pen = ["]TJ [", parts[0].code], parts[0].width
    for number, part in enumerate(parts[1:], 1):
        begin = -_HAIR * number
        blank = f"<{setting.font.code(face.thin, RLM, number):04X}>{stay}"
        fence = f"<{setting.font.code(face.thin, LRM):04X}>{stay}"
        out += (_step(begin - pen, setting, _STEP), "]TJ [", blank)
        out += (_step(part.x - begin, setting, _STEP), fence, part.code)
        pen = part.x + part.width
    return "".join((*out, "]TJ ["))


def _one_code(parts: list[Part], setting: Setting, glyphs: list[Glyph]) -> str:
    """All outlines in one glyph of the document, whose one code says the whole stretch."""
    pen, outlines = 0, []
    for glyph in glyphs:
        outlines.append(Outline(glyph.index, pen + glyph.x, glyph.y))
        pen += glyph.advance
    text = "".join(part.text for part in parts)
    whole = Glyph(glyphs[0].index, text, pen, 0, 0, parts=tuple(outlines[1:]))
    return draw.piece_code(Piece(Shaped((whole,), pen), setting, 2, pen * setting.style.size / setting.face.units))


def _said(tag: str, turned: bool) -> Draw:
    """The stretch with a replacement text under a tag, in its own order or with its parts turned round."""

    def way(parts: list[Part], _setting: Setting, _glyphs: list[Glyph]) -> str:
        text = "".join(part.text for part in (reversed(parts) if turned else parts))
        said = f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
        code = "".join(part.code for part in parts)
        return f"]TJ /{tag} <</ActualText {said}>> BDC [{code}]TJ EMC ["

    return way


_WAYS: Final[dict[str, Draw]] = {
    "each part its own operator": _own_operators,
    MERGED: _one_code,
    "ActualText as typed": _said("Span", turned=False),
    "ActualText with parts turned": _said("Span", turned=True),
    "the same under a private tag": _said("Turned", turned=True),
    "parts from right to left in the stream": _from_the_right,
    "each part begins at the left end": _held_at_the_left,
}
