"""Print fonts as files: their bytes, their metrics and what they can show. Nothing is looked for elsewhere."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import uharfbuzz as hb

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.script.normalise import normalise
from desktop_app.printing.typesetting.style import Weight

_JOINERS = (0x200C, 0x200D, 0x200B)
_THIN_SPACES = (0x200A, 0x202F, 0x2009, 0x2006)
_HIDDEN = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\n")


@dataclass(frozen=True, slots=True)
class FontFace:
    """One font file, ready to shape with. Lengths are in units of the em (``units``)."""

    name: str
    digest: str
    data: bytes = field(repr=False)
    face: hb.Face = field(repr=False)
    font: hb.Font = field(repr=False)
    units: int
    ascent: int
    descent: int
    space: int
    thin: int
    characters: frozenset[int] = field(repr=False)

    @classmethod
    def load(cls, path: Path) -> FontFace:
        """Read a TrueType file; another kind of outline is refused as ``font_unsupported``."""
        data = path.read_bytes()
        face = hb.Face(hb.Blob(data))
        if "glyf" not in face.table_tags:
            raise RuleBroken("font_unsupported", font=path.name)
        font = hb.Font(face)
        extents = font.get_font_extents("ltr")
        space = font.get_nominal_glyph(0x20)
        if space is None:
            raise RuleBroken("font_unsupported", font=path.name)
        return cls(
            name=path.stem,
            digest=hashlib.sha256(data).hexdigest(),
            data=data,
            face=face,
            font=font,
            units=face.upem,
            ascent=extents.ascender,
            descent=extents.descender,
            space=space,
            thin=_thin_glyph(font, space),
            characters=frozenset(face.unicodes),
        )

    def advance(self, glyph: int) -> int:
        """Width of a glyph as the font program gives it."""
        return int(self.font.get_glyph_h_advance(glyph))

    def shows(self, character: str) -> bool:
        """Whether the font has the character, or the parts that it is made of; hidden ones need no shape."""
        if ord(character) in self.characters or character in _HIDDEN:
            return True
        parts = unicodedata.normalize("NFD", character)
        return len(parts) > 1 and all(ord(part) in self.characters for part in parts)


def _blank_glyph(font: hb.Font, space: int) -> int:
    """A glyph without ink or width for joiners; else the space."""
    for code in _JOINERS:
        glyph = font.get_nominal_glyph(code)
        if glyph and font.get_glyph_h_advance(glyph) == 0:
            return int(glyph)
    return space


def _thin_glyph(font: hb.Font, space: int) -> int:
    """A narrow glyph without ink for letters that a ligature has swallowed.

    Readers drop what has no width, and end a word where a letter steps back by more than a tenth of the em.
    """
    for code in _THIN_SPACES:
        glyph = font.get_nominal_glyph(code)
        if glyph and 0 < font.get_glyph_h_advance(glyph) < font.face.upem // 12:
            return int(glyph)
    return _blank_glyph(font, space)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The cuts that a document may use."""

    faces: dict[Weight, FontFace]

    @classmethod
    def load(cls, folder: Path, family: str = "Vazirmatn") -> FontSet:
        """Read ``<family>-<weight>.ttf`` for every weight from one folder."""
        return cls({weight: FontFace.load(folder / f"{family}-{weight}.ttf") for weight in Weight})

    def digests(self) -> dict[str, str]:
        """SHA-256 of each font file by its name, for the snapshot of the minutes."""
        return {face.name: face.digest for face in self.faces.values()}

    def supported(self) -> frozenset[int]:
        """Code points that every cut can show, composed letters and characters without ink included."""
        faces = tuple(self.faces.values())
        known = frozenset[int]().union(*(face.characters for face in faces))
        # beyond U+3000 nothing is composed of parts that a Persian font has
        asked = known | frozenset(range(0x20, 0x3000))
        return frozenset(code for code in asked if all(face.shows(chr(code)) for face in faces))

    def missing(self, text: str) -> list[str]:
        """Characters that some cut cannot show, each once, in the order of the text."""
        letters = dict.fromkeys(normalise(text))
        return [letter for letter in letters if not all(face.shows(letter) for face in self.faces.values())]


def missing_characters(text: str, font_path: Path) -> list[str]:
    """Characters of ``text`` that the font file cannot show, each once, in the order of the text."""
    face = FontFace.load(font_path)
    return [letter for letter in dict.fromkeys(normalise(text)) if not face.shows(letter)]
