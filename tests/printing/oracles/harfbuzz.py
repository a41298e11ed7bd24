"""Glyphs that HarfBuzz draws for a line, run by run in the order that FriBidi found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from tests.printing.oracles import fribidi, outlines

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Face:
    """A font file for HarfBuzz, with the glyphs that have no ink, and one number for those that look alike."""

    font: hb.Font
    units: int
    blanks: frozenset[int]
    alike: dict[int, int]

    def nominal(self, character: str) -> int:
        """The glyph of a character by itself."""
        return self.alike[self.font.get_nominal_glyph(ord(character))]


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph and its origin in font units from the left end of the line."""

    glyph: int
    x: int
    y: int


@cache
def face(path: Path) -> Face:
    """Load a font file once."""
    loaded = hb.Face(hb.Blob(path.read_bytes()))
    font = hb.Font(loaded)
    blanks = {glyph for glyph in range(loaded.glyph_count) if font.get_glyph_extents(glyph) in (None, _EMPTY)}
    return Face(font, loaded.upem, frozenset(blanks), outlines.reference(path).alike)


_EMPTY = hb.GlyphExtents(0, 0, 0, 0)


def run(
    font: Face, text: str, start: int, end: int, right_to_left: bool, features: dict[str, bool] | None = None
) -> list[tuple[int, int, int, int]]:
    """(glyph, advance, x offset, y offset) from left to right; direction and script are told, never guessed."""
    buffer = hb.Buffer()
    buffer.add_str(text, start, end - start)
    buffer.direction = "rtl" if right_to_left else "ltr"
    piece = text[start:end]
    arabic = right_to_left or (_ARABIC.search(piece) and not _LATIN.search(piece))
    buffer.script, buffer.language = ("Arab", "fa") if arabic else ("Latn", "en")
    hb.shape(font.font, buffer, features or {})
    return [
        (info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def line(font: Face, resolved: fribidi.Resolved, start: int = 0, end: int | None = None) -> list[Placed]:
    """Glyphs with ink of a line of a paragraph, from left to right."""
    order, levels = fribidi.visual_order(resolved, start, end)
    pen, placed = 0, []
    for first, last, level in _runs(order, levels, start, resolved.text):
        for glyph, advance, x, y in run(font, resolved.text, first, last, bool(level & 1)):
            if glyph not in font.blanks:
                placed.append(Placed(font.alike[glyph], pen + x, y))
            pen += advance
    return placed


def _runs(order: list[int], levels: list[int], start: int, text: str) -> list[tuple[int, int, int]]:
    """Neighbours on paper that are neighbours in the text at one level: (start, end, level), steering left out."""
    runs: list[list[int]] = []
    for index in order:
        if text[index] in fribidi.HIDDEN:
            continue
        level = levels[index - start]
        step = -1 if level & 1 else 1
        if runs and runs[-1][2] == level and index == runs[-1][3] + step:
            runs[-1][0], runs[-1][1] = min(runs[-1][0], index), max(runs[-1][1], index + 1)
            runs[-1][3] = index
        else:
            runs.append([index, index + 1, level, index])
    return [(first, last, level) for first, last, level, _ in runs]
