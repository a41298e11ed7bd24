"""A print font inside one PDF file: Type0 over CIDFontType2, one CID for each (glyph, character)."""

from __future__ import annotations

import hashlib

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from desktop_app.printing.typesetting.fonts import FontFace

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


class EmbeddedFont:
    """Hands out character codes while a document is drawn and writes the font's objects at its end.

    Keyed by glyph *and* character, so that letters which share a shape keep their own text.
    """

    def __init__(self, face: FontFace, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str, int], int] = {}
        self._widths: list[float] = []

    def code(self, glyph: int, character: str, turn: int = 0) -> int:
        """The two-byte code of a glyph that stands for one character; ``turn`` keeps equal neighbours apart."""
        key = (glyph, character, turn)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1
            self._widths.append(self.face.advance(glyph) * 1000 / self.face.units)
        return code

    def width(self, code: int) -> float:
        """How far a character code moves on, in thousandths of the size."""
        return self._widths[code - 1]

    def write(self, document: pdfdoc.PDFDocument, fonts: dict[str, object]) -> None:
        """Add the font to the file and to its font dictionary, by reference."""
        if not self._codes:
            return
        program = self._subset()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        base = pdfdoc.PDFName(f"{tag}+{self.face.name}")
        reference = document.Reference
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": reference(self._descriptor(document, base, program), f"{self.name}-descriptor"),
                "DW": 0,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray([_number(width) for width in self._widths])]),
                "CIDToGIDMap": reference(_stream(self._glyph_map()), f"{self.name}-glyphs"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": base,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([reference(descendant, f"{self.name}-descendant")]),
                "ToUnicode": reference(_stream(self._unicode_map()), f"{self.name}-unicode"),
            }
        )
        fonts[self.name] = reference(font, f"{self.name}-font")

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _, _ in self._codes} | {0})
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        for table in ("GSUB", "GPOS", "GDEF", "DSIG", "STAT", "meta"):
            wanted.drop_table_tag_set.add(hb_tag(table))
        return bytes(hb.subset(self.face.face, wanted).blob.data)

    def _descriptor(self, document: pdfdoc.PDFDocument, base: object, program: bytes) -> pdfdoc.PDFDictionary:
        scale = 1000 / self.face.units
        head = self.face.face.reference_table("head").data
        box = [int.from_bytes(head[at : at + 2], "big", signed=True) * scale for at in (36, 38, 40, 42)]
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([round(side) for side in box]),
                "ItalicAngle": 0,
                "Ascent": round(self.face.ascent * scale),
                "Descent": round(self.face.descent * scale),
                "CapHeight": round(self.face.ascent * scale),
                "StemV": 80,
                "FontFile2": document.Reference(_stream(program, Length1=len(program)), f"{self.name}-program"),
            }
        )

    def _glyph_map(self) -> bytes:
        codes = (glyph for glyph, _, _ in self._codes)
        return b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph in codes)

    def _unicode_map(self) -> bytes:
        lines = [
            f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
            for (_, character, _), code in self._codes.items()
        ]
        blocks = (lines[at : at + 100] for at in range(0, len(lines), 100))
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")


def hb_tag(name: str) -> int:
    """A table's name as HarfBuzz counts it."""
    return int.from_bytes(name.encode("ascii"), "big")


def _number(value: float) -> object:
    return int(value) if value == int(value) else round(value, 3)


def _stream(content: bytes, **entries: int) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(
        dictionary=pdfdoc.PDFDictionary(dict(entries)), content=content, filters=[pdfdoc.PDFZCompress]
    )
