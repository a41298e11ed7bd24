"""A font as the file itself describes it: codes to glyphs, characters, widths and the ink of each glyph."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont

from desktop_app.system.paths import resource
from tests.printing.oracles import outlines

_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(r"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


class Known(NamedTuple):
    """What a font says of a code: its width and the ink of its glyph in thousandths of the size, its text (empty when
    the file has none), which glyph of the font file its own is, and how far off its place."""

    width: float
    text: str
    ink: tuple[float, float, float, float] | None
    glyph: int
    right: float
    up: float


@dataclass(frozen=True, slots=True)
class PdfFont:
    """``characters`` holds what ToUnicode says per code, ``boxes`` the ink per glyph in thousandths of the size."""

    name: str
    subtype: str
    embedded: bool
    characters: dict[int, list[str]]
    widths: dict[int, float]
    default_width: float
    glyph_of: dict[int, int]
    boxes: dict[int, tuple[float, float, float, float]]
    moved: dict[int, outlines.Found]
    """Which glyph of the font file each of the program is, and how far off its place."""
    known: _Codes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Nothing is known before it is asked for."""
        object.__setattr__(self, "known", _Codes(self))

    def look_up(self, code: int) -> Known:
        """What the parts of the font say of a code."""
        glyph = self.glyph_of.get(code, code)
        text = "".join(self.characters.get(code, []))
        place = self.moved.get(glyph, (glyph, 0.0, 0.0))
        return Known(self.widths.get(code, self.default_width), text, self.boxes.get(glyph), *place)


class _Codes(dict[int, Known]):
    """Each code is looked up once."""

    def __init__(self, font: PdfFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, code: int) -> Known:
        found = self[code] = self._font.look_up(code)
        return found


def read_font(font: Any) -> PdfFont:
    """Read a font dictionary of a page."""
    descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = descendant.get("/FontDescriptor")
    program = None if descriptor is None else descriptor.get("/FontFile2")
    name = str(font.BaseFont).lstrip("/")
    boxes, moved = _ink(bytes(program.read_bytes()), name) if program is not None else ({}, {})
    return PdfFont(
        name=name,
        subtype=str(font.Subtype).lstrip("/"),
        embedded=program is not None,
        characters=characters(font),
        widths=_widths(descendant),
        default_width=float(descendant.get("/DW", 1000)),
        glyph_of=_glyph_map(descendant),
        boxes=boxes,
        moved=moved,
    )


def characters(font: Any) -> dict[int, list[str]]:
    """Every entry of every code: a code that is named twice keeps both, so that a proof can see it."""
    found: dict[int, list[str]] = {}
    if "/ToUnicode" not in font:
        return found
    source = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    for kind, body in _SECTION.findall(source):
        values = [match.group(1) if match.group(1) is not None else match.group() for match in _TOKEN.finditer(body)]
        if kind == "bfchar":
            for code, text in zip(values[::2], values[1::2], strict=True):
                found.setdefault(int(code, 16), []).append(_utf16(text))
        else:
            _read_ranges(values, found)
    return found


def _read_ranges(values: list[str], found: dict[int, list[str]]) -> None:
    at = 0
    while at < len(values):
        first, last = int(values[at], 16), int(values[at + 1], 16)
        at += 2
        if values[at] == "[":
            for code in range(first, last + 1):
                found.setdefault(code, []).append(_utf16(values[at + 1 + code - first]))
            at += last - first + 3
        else:
            start = _utf16(values[at])
            for code in range(first, last + 1):
                found.setdefault(code, []).append(start[:-1] + chr(ord(start[-1]) + code - first))
            at += 1


def _utf16(digits: str) -> str:
    return bytes.fromhex("".join(digits.split())).decode("utf-16-be")


def _widths(descendant: Any) -> dict[int, float]:
    found: dict[int, float] = {}
    if "/W" not in descendant:
        first = int(descendant.get("/FirstChar", 0))
        return {first + index: float(width) for index, width in enumerate(descendant.get("/Widths", []))}
    entries = list(descendant.W)
    at = 0
    while at < len(entries):
        first = int(entries[at])
        try:
            run = [float(width) for width in entries[at + 1]]
        except TypeError:
            for code in range(first, int(entries[at + 1]) + 1):
                found[code] = float(entries[at + 2])
            at += 3
        else:
            found.update({first + index: width for index, width in enumerate(run)})
            at += 2
    return found


def _glyph_map(descendant: Any) -> dict[int, int]:
    stored = descendant.get("/CIDToGIDMap")
    if stored is None or str(stored) == "/Identity":
        return {}
    data = bytes(stored.read_bytes())
    return {code: int.from_bytes(data[code * 2 : code * 2 + 2], "big") for code in range(len(data) // 2)}


_Box = tuple[float, float, float, float]


@lru_cache(maxsize=64)
def _ink(program: bytes, name: str) -> tuple[dict[int, _Box], dict[int, outlines.Found]]:
    """Bounding boxes of the glyphs that have ink, and what the glyphs are in the font file."""
    font = TTFont(BytesIO(program), lazy=True)
    try:
        scale, boxes = 1000 / font["head"].unitsPerEm, {}
        for number, drawn in outlines.written(font).items():
            contours, *sides = struct.unpack(">5h", drawn[:10]) if drawn else (0,)
            if contours:
                left, bottom, right, top = (side * scale for side in sides)
                boxes[number] = left, bottom, right, top
        path = resource("fonts") / f"{name.partition('+')[2]}.ttf"
        known = outlines.glyphs(font, outlines.reference(path)) if path.exists() else {}
        return boxes, known
    finally:
        font.close()
