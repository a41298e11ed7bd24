"""Embedding of a print font in one PDF: a character code (CID) for each pair of glyph and character.

The program is made anew in the order of the CIDs, for outlines of PostScript too, so that code and glyph number are one
number. Where the licence of a font asks for all of it, its file goes along as it is, with a map from CID to glyph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfdoc

from desktop_app.printing.engine.typesetting.fonts import FontFace, GlyphPart, PlacedOutline
from desktop_app.printing.engine.typesetting.harfbuzz import OpenedFont
from desktop_app.printing.engine.typesetting.shape import Glyph
from desktop_app.printing.engine.typesetting.truetype_program import truetype_program

if TYPE_CHECKING:
    from fontTools.cffLib import TopDict


_UNITS = 1000


def cff_program(font: OpenedFont, glyphs: Sequence[PlacedOutline], name: str) -> bytes:
    """Return a compact CID-keyed CFF font of glyph 0, then ``glyphs`` in their order.

    A glyph may come twice.

    It has 1000 units to the em, whatever the font has: validators of archives know no other measure here.
    """
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.transformPen import TransformPen

    names = [".notdef", *(f"cid{code:05d}" for code in range(1, len(glyphs) + 1))]
    outlines, scale = {}, _UNITS / font.units
    for glyph_name, placed in zip(names, [PlacedOutline(0, 0, 0, font.advance(0)), *glyphs], strict=True):
        pen = T2CharStringPen(round(placed.width * scale), None)
        for place, factor in placed.strokes(font.advance(placed.stroke)):
            font.draw(placed.stroke, TransformPen(pen, (scale * factor, 0, 0, scale, place * scale, 0)))
        right = (placed.x + placed.tail) * scale
        if not placed.made:
            font.draw(placed.glyph, TransformPen(pen, (scale, 0, 0, scale, right, placed.y * scale)))
        for part in placed.parts:
            beside = (part.x + placed.tail) * scale
            font.draw(part.glyph, TransformPen(pen, (scale, 0, 0, scale, beside, part.y * scale)))
        outlines[glyph_name] = pen.getCharString()
    build = FontBuilder(_UNITS, isTTF=False)
    build.setupGlyphOrder(names)
    build.setupCFF(name, {}, outlines, {})
    table = build.font["CFF "]
    _key_by_cid(table.cff.topDictIndex[0], len(names))
    return bytes(table.compile(build.font))


def _key_by_cid(top: TopDict, count: int) -> None:
    """Turn the font into a CID-keyed one, with one private dictionary for all glyphs."""
    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict

    part = FontDict()
    part.Private = top.Private
    top.FDArray = FDArrayIndex()
    top.FDArray.append(part)
    top.FDSelect = FDSelect()
    top.FDSelect.format = 3
    top.FDSelect.gidArray = [0] * count
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    for outline in top.CharStrings.values():
        outline.fdSelectIndex = 0
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = count
    del top.Private


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


_WIDEST: Final = 0xFFFF
"""What a font program can say of a glyph's width; the pen goes the rest of the way by itself."""


class EmbeddedFont:
    """Assigns character codes while a document is drawn, and writes the font's PDF objects at the end.

    Keyed by glyph *and* character, so that letters which share a shape keep their own text.
    """

    def __init__(self, face: FontFace, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str, int, PlacedOutline | None], int] = {}
        self._written: dict[tuple[int, str, int], tuple[str, int]] = {}
        self._widths: list[float] = []

    def code(self, glyph: int, character: str, turn: int = 0) -> int:
        """Return the two-byte code of a glyph for one character; ``turn`` separates equal neighbours."""
        key = (glyph, character, turn, None)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1
            self._widths.append(self.face.advance(glyph) * 1000 / self.face.units)
        return code

    def written(self, glyph: Glyph) -> tuple[str, int]:
        """Return four hexadecimal digits and the width in font units for a glyph at the pen."""
        key = (glyph.index, glyph.character, glyph.turn)
        found = self._written.get(key)
        if found is None:
            found = self._written[key] = (f"{self.code(*key):04X}", self.face.advance(glyph.index))
        return found

    def moved_code(self, glyph: Glyph, stroke: int) -> tuple[int, int]:
        """Return code and width in font units of a glyph that is moved or has a stroke behind it.

        Both are part of the font: a rise or a step in the text would tell a reader that a line or a word ends there.
        A mark has a hair's breadth, since pdfium drops what has no width at all.
        """
        wanted = self.face.advance(glyph.index) + glyph.tail if glyph.advance else self.face.units // 500
        width = min(wanted, _WIDEST)
        parts = tuple(GlyphPart(part.glyph, self._near(part.x), self._near(part.y)) for part in glyph.parts)
        stroke = stroke if glyph.tail else 0
        place = PlacedOutline(glyph.index, self._near(glyph.x), self._near(glyph.y), width, glyph.tail, stroke, parts)
        key = (glyph.index, glyph.character, 0, place)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1
            self._widths.append(width * 1000 / self.face.units)
        return code, width

    def _near(self, step: int) -> int:
        """Round an offset from the pen, so that hundreds of marks on a letter share few codes."""
        most = 8 * self.face.units
        return max(-most, min(step, most))

    def width(self, code: int) -> float:
        """Return the width of a character code in thousandths of the font size."""
        return self._widths[code - 1]

    def write(self, document: pdfdoc.PDFDocument, fonts: dict[str, object]) -> None:
        """Add the font to the PDF and to its font dictionary, by reference."""
        if not self._codes:
            return
        key, program, entries = self.program()
        name = self.face.name if self.face.whole else f"{_tag(program)}+{self.face.name}"
        reference = document.Reference
        stored = reference(_stream(program, **entries), f"{self.name}-program")
        descriptor = reference(self._descriptor(name, key, stored), f"{self.name}-descriptor")
        descendant = self._descendant(name, descriptor)
        if self.face.whole:
            descendant["CIDToGIDMap"] = reference(_stream(self._glyph_map()), f"{self.name}-glyphs")
        elif not self.face.postscript:
            descendant["CIDToGIDMap"] = pdfdoc.PDFName("Identity")
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([reference(descendant, f"{self.name}-descendant")]),
                "ToUnicode": reference(_stream(self._unicode_map()), f"{self.name}-unicode"),
            }
        )
        fonts[self.name] = reference(font, f"{self.name}-font")

    def program(self) -> tuple[str, bytes, dict[str, object]]:
        """Return the descriptor key, the font program, and the dictionary of its stream."""
        if self.face.whole:
            return "FontFile2", self.face.data, {"Length1": len(self.face.data)}
        places = [place or PlacedOutline(glyph, 0, 0, self.face.advance(glyph)) for glyph, _, _, place in self._codes]
        if self.face.postscript:
            program = cff_program(self.face.opened, places, self.face.name)
            return "FontFile3", program, {"Subtype": pdfdoc.PDFName("CIDFontType0C")}
        program = truetype_program(self.face.opened, places)
        return "FontFile2", program, {"Length1": len(program)}

    def _descendant(self, name: str, descriptor: object) -> pdfdoc.PDFDictionary:
        collection = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType0" if self.face.postscript else "CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(collection),
                "FontDescriptor": descriptor,
                "DW": 0,
                "W": f"[1[{' '.join(map(_number, self._widths))}]]",
            }
        )

    def _descriptor(self, name: str, key: str, program: object) -> pdfdoc.PDFDictionary:
        scale = 1000 / self.face.units
        head = self.face.opened.table("head")
        box = [int.from_bytes(head[at : at + 2], "big", signed=True) * scale for at in (36, 38, 40, 42)]
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([round(side) for side in box]),
                "ItalicAngle": 0,
                "Ascent": round(self.face.ascent * scale),
                "Descent": round(self.face.descent * scale),
                "CapHeight": round(self.face.ascent * scale),
                "StemV": 80,
                key: program,
            }
        )

    def _glyph_map(self) -> bytes:
        return b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph, *_ in self._codes)

    def _unicode_map(self) -> bytes:
        lines = [
            f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
            for (_, character, *_), code in self._codes.items()
        ]
        blocks = (lines[at : at + 100] for at in range(0, len(lines), 100))
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")


def _tag(program: bytes) -> str:
    """Return six letters that identify this font subset."""
    return "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(
        dictionary=pdfdoc.PDFDictionary(dict(entries)), content=content, filters=[pdfdoc.PDFZCompress]
    )
