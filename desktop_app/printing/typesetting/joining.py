"""The shaper for a machine without HarfBuzz: ``arabic_reshaper`` joins the letters, this room places what it gives.

Plainer than HarfBuzz (no alternates, no kerning; marks are set over the middle of their letter), but every letter, mark
and joiner of the text is there. What of the joining forms the font can show is found out when it is opened: letters
whose forms it lacks are not among its characters, so they are refused by name and never drawn wrong.
"""

from __future__ import annotations

import io
from typing import Final
from unicodedata import combining, decomposition

from arabic_reshaper import ArabicReshaper
from arabic_reshaper.letters import LETTERS_ARABIC
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from desktop_app.printing.script.mirror import mirrored
from desktop_app.printing.typesetting.shaper import Drawn, Pen

_CONFIGURATION: Final = {
    "delete_harakat": False,
    "delete_tatweel": False,
    "shift_harakat_position": False,
    "support_zwj": True,
    # lam with alef is joined here: the package does not tell which letters became one
    "support_ligatures": False,
}
_ZWJ, _TATWEEL = "\u200d", "\u0640"
_HIDDEN: Final = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")
_LAM: Final = {"\ufedf": "<isolated>", "\ufee0": "<final>"}
_LAM_ALEF: Final = {tuple(decomposition(chr(code)).split()): chr(code) for code in range(0xFEF5, 0xFEFD)}
_BELOW: Final = frozenset((29, 32, 220))
_GAP: Final = 0.03
"""Blank between a letter and its mark, in parts of the em."""
_TYPOGRAPHIC: Final = 1 << 7


class JoiningForms:
    """Opens font files for the joining forms."""

    name = "arabic_reshaper"

    def open(self, data: bytes) -> JoiningFont:
        """The font of a file."""
        return JoiningFont(data)


class JoiningFont:
    """One font file whose joining forms are taken by their code points."""

    def __init__(self, data: bytes) -> None:
        self._file = TTFont(io.BytesIO(data), lazy=True)
        self._outlines = self._file.getGlyphSet()
        self._names = self._file.getGlyphOrder()
        self._widths = [self._file["hmtx"][name][0] for name in self._names]
        self._glyphs = {code: self._file.getGlyphID(name) for code, name in self._file.getBestCmap().items()}
        self._boxes: dict[int, tuple[float, float, float, float]] = {}
        self._reshaper = ArabicReshaper(configuration=_CONFIGURATION)
        self.units = int(self._file["head"].unitsPerEm)
        self.ascent, self.descent = _extents(self._file)
        self.characters = frozenset(code for code in self._glyphs if self._joins(chr(code)))

    def _joins(self, letter: str) -> bool:
        forms = LETTERS_ARABIC.get(letter, ())
        return all(ord(form) in self._glyphs for form in forms if form)

    def glyph(self, code: int) -> int:
        """The glyph of a code point by itself, 0 if there is none."""
        return int(self._glyphs.get(code, 0))

    def advance(self, glyph: int) -> int:
        """Width of a glyph."""
        return int(self._widths[glyph])

    def inked(self, glyph: int) -> bool:
        """Whether anything is drawn."""
        left, low, right, high = self._box(glyph)
        return left < right or low < high

    def shape(self, text: str, start: int, end: int, right_to_left: bool, _script: str, blank: int) -> list[Drawn]:
        """Glyphs from left to right."""
        found: list[Drawn] = []
        for index, form in self._forms(text):
            if not start <= index < end:
                continue
            letter = text[index]
            if letter in _HIDDEN:
                found.append((blank, index, 0, 0, 0))
                continue
            shown = mirrored(form) if right_to_left else form
            glyph = self.glyph(ord(shown)) or self.glyph(ord(form)) if ord(letter) in self.characters else 0
            found.append((glyph, index, 0 if combining(letter) else self._widths[glyph], 0, 0))
        self._set_marks(text, found, right_to_left)
        return found[::-1] if right_to_left else found

    def _forms(self, text: str) -> list[tuple[int, str]]:
        """The joining form of each letter with its index; lam and alef become one, and so do the marks between."""
        forms = self._reshaper.reshape(text.replace(_ZWJ, _TATWEEL))
        found: list[tuple[int, str]] = []
        skipped = -1
        for index, form in enumerate(forms):
            if index == skipped:
                continue
            second = _next_letter(text, index + 1)
            whole = self._lam_alef(form, text[second]) if second < len(text) else ""
            if whole:
                skipped = second
            found.append((index, whole or form))
        return found

    def _lam_alef(self, lam: str, alef: str) -> str:
        parts = (_LAM.get(lam, ""), "0644", f"{ord(alef):04X}")
        whole = _LAM_ALEF.get(parts, "")
        return whole if whole and ord(whole) in self._glyphs else ""

    def _set_marks(self, text: str, found: list[Drawn], right_to_left: bool) -> None:
        """Each mark over (or under) the middle of its letter, marks of one letter above each other."""
        base, top, bottom, middle = 0, 0.0, 0.0, 0.0
        gap = self.units * _GAP
        for at, (glyph, index, advance, _, _) in enumerate(found):
            mark = combining(text[index])
            left, low, right, high = self._box(glyph)
            if not mark:
                base, top, bottom, middle = advance, high, low, (left + right) / 2
                continue
            x = middle - (left + right) / 2 - (0 if right_to_left else base)
            y = min(0.0, bottom - gap - high) if mark in _BELOW else max(0.0, top + gap - low)
            top, bottom = max(top, high + y), min(bottom, low + y)
            found[at] = (glyph, index, 0, round(x), round(y))

    def _box(self, glyph: int) -> tuple[float, float, float, float]:
        box = self._boxes.get(glyph)
        if box is None:
            pen = BoundsPen(self._outlines)
            if glyph < len(self._names):  # a blank may be made for the document
                self._outlines[self._names[glyph]].draw(pen)
            box = self._boxes[glyph] = pen.bounds or (0.0, 0.0, 0.0, 0.0)
        return box

    def table(self, tag: str) -> bytes:
        """A table of the file."""
        return bytes(self._file.reader[tag]) if tag in self._file.reader else b""

    def draw(self, glyph: int, pen: Pen) -> None:
        """Draw the outline of a glyph, that of a composed one whole: the pen does not know the parts."""
        drawn = DecomposingRecordingPen(self._outlines)
        self._outlines[self._names[glyph]].draw(drawn)
        drawn.replay(pen)


def _next_letter(text: str, at: int) -> int:
    """The index of the first letter from ``at`` on that is no mark."""
    while at < len(text) and combining(text[at]):
        at += 1
    return at


def _extents(file: TTFont) -> tuple[int, int]:
    """Ascent and descent by the rule that HarfBuzz follows."""
    across, system = file["hhea"], file.get("OS/2")
    typographic = system is not None and (system.fsSelection & _TYPOGRAPHIC or not across.ascent)
    if system is not None and typographic:
        return int(system.sTypoAscender), int(system.sTypoDescender)
    return int(across.ascent), int(across.descent)
