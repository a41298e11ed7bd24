"""Fonts opened by HarfBuzz: text becomes placed glyphs by the font's default features."""

from __future__ import annotations

from typing import Protocol

import uharfbuzz as hb
from fontTools.pens.boundsPen import ControlBoundsPen

_HAMZA_ABOVE = 0x654
_HEH_WITH_HAMZA = 0x6C0
_HEH_AND_HAMZA = "\u0647\u0654"
_WHOLE_AND_JOINER = "\u06c0\u034f"


Drawn = tuple[int, int, int, int, int]
"""Glyph, index of its (first) letter in the text, advance, offset to the right, offset upwards; font units."""


class Pen(Protocol):
    """Draws outlines; the pens of fontTools fit."""

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the protocol's names
        """Begin a contour."""

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        """Draw a straight line."""

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """Draw a cubic curve."""

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """Draw a quadratic curve."""

    def closePath(self) -> None:  # noqa: N802
        """End the contour."""


class OpenedFont:
    """One font file; lengths in units of the em, ``characters`` are its code points."""

    def __init__(self, data: bytes) -> None:
        self._face = hb.Face(hb.Blob(data))
        self._font = hb.Font(self._face)
        self._inked: dict[int, bool] = {}
        extents = self._font.get_font_extents("ltr")
        self.units = int(self._face.upem)
        self.ascent = int(extents.ascender)
        self.descent = int(extents.descender)
        known = frozenset(self._face.unicodes)
        # A font of the old kind draws هٔ in one piece and has no mark for it
        self._whole_heh = _HAMZA_ABOVE not in known and _HEH_WITH_HAMZA in known
        self.characters = known | {_HAMZA_ABOVE} if self._whole_heh else known

    def glyph(self, code: int) -> int:
        """Return the glyph of a code point; 0 if there is none."""
        return int(self._font.get_nominal_glyph(code) or 0)

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph as in the font."""
        return int(self._font.get_glyph_h_advance(glyph))

    def inked(self, glyph: int) -> bool:
        """Whether the outline of a glyph has ink."""
        if glyph not in self._inked:
            pen = ControlBoundsPen(None)
            self.draw(glyph, pen)
            left, low, right, high = pen.bounds or (0, 0, 0, 0)
            self._inked[glyph] = left < right or low < high
        return self._inked[glyph]

    def shape(self, text: str, start: int, end: int, right_to_left: bool, script: str, blank: int) -> list[Drawn]:
        """Return the glyphs of ``text[start:end]`` from left to right; the rest of ``text`` only affects joining.

        ``blank`` is drawn without advance for what has no shape. Letters that share a glyph share its index.
        """
        if self._whole_heh:
            text = text.replace(_HEH_AND_HAMZA, _WHOLE_AND_JOINER)
        buffer = hb.Buffer()
        buffer.add_str(text, start, end - start)
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.script = script
        buffer.language = "fa" if script == "Arab" else "en"
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.invisible_glyph = blank  # readers drop a joiner that is drawn without width
        hb.shape(self._font, buffer)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        return [
            (info.codepoint, info.cluster, position.x_advance, position.x_offset, position.y_offset)
            for info, position in zip(infos, positions, strict=True)
        ]

    def table(self, tag: str) -> bytes:
        """Return a table of the file; empty if it is missing."""
        return bytes(self._face.reference_table(tag).data) if tag in self._face.table_tags else b""

    def draw(self, glyph: int, pen: Pen) -> None:
        """Draw the outline of a glyph."""
        self._font.draw_glyph_with_pen(glyph, pen)
