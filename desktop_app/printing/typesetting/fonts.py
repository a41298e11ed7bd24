"""Print fonts as files: their bytes, their metrics and what they can show. Nothing is looked for elsewhere."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.typography import BUNDLED_FONT
from desktop_app.printing.typesetting.installed_shaper import installed
from desktop_app.printing.typesetting.shaper import OpenedFont, Shaper
from desktop_app.printing.typesetting.style import Weight

if TYPE_CHECKING:
    from desktop_app.printing.typesetting.font_file import FontFacts

_JOINERS = (0x200C, 0x200D, 0x200B)
_THIN_SPACES = (0x200A, 0x202F, 0x2009, 0x2006)
_WHOLE_ONLY = 0x0100
_LEVELS = 0x000F
_EDITABLE = 0x0008
_THIN = 16
_MEASURES = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600, Weight.BOLD: 700}
_NAME = re.compile("[^A-Za-z0-9]")
_HIDDEN = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\n")


@dataclass(frozen=True, slots=True, eq=False)
class FontFace:
    """One font file, ready to shape with. Lengths are in units of the em (``units``).

    ``thin`` is the blank for what has no shape, ``thin_width`` its width on paper, whatever it has in the font: pdfium
    drops what has none. ``whole`` says that the licence lets a document carry all of the font or nothing.
    """

    name: str
    digest: str
    data: bytes = field(repr=False)
    opened: OpenedFont = field(repr=False)
    units: int
    ascent: int
    descent: int
    space: int
    thin: int
    thin_width: int
    postscript: bool
    whole: bool
    characters: frozenset[int] = field(repr=False)

    @classmethod
    def load(cls, path: Path, shaper: Shaper | None = None) -> FontFace:
        """Read a font file; a kind of outline that cannot be printed is refused as ``font_unsupported``."""
        return cls.of(path.read_bytes(), path.stem, shaper or installed())

    @classmethod
    def of(cls, data: bytes, name: str, shaper: Shaper) -> FontFace:
        """The same from bytes; ``name`` is how the font is called in the file of the paper."""
        opened = shaper.open(data)
        space = opened.glyph(0x20)
        postscript = not opened.table("glyf")
        if not space or (postscript and not opened.table("CFF ")):
            raise RuleBroken("font_unsupported", font=name)
        whole = bool(int.from_bytes(opened.table("OS/2")[8:10], "big") & _WHOLE_ONLY)
        thin = _thin_glyph(opened, space)
        return cls(
            name=name,
            digest=hashlib.sha256(data).hexdigest(),
            data=data,
            opened=opened,
            units=opened.units,
            ascent=opened.ascent,
            descent=opened.descent,
            space=space,
            thin=thin,
            thin_width=opened.advance(thin) or (0 if whole else opened.units // _THIN),
            postscript=postscript,
            whole=whole,
            characters=opened.characters,
        )

    def advance(self, glyph: int) -> int:
        """Width of a glyph on paper: as the font program gives it, but for the thin blank."""
        return self.thin_width if glyph == self.thin else self.opened.advance(glyph)

    @property
    def for_writing(self) -> bool:
        """Whether the licence lets the font go along in a file to write in, not only in one to read and print."""
        level = int.from_bytes(self.opened.table("OS/2")[8:10], "big") & _LEVELS
        return not level or bool(level & _EDITABLE)

    @property
    def thin_is_made(self) -> bool:
        """Whether the font has no such blank, so that it is added to what a document carries of it."""
        return self.thin_width != self.opened.advance(self.thin)

    def shows(self, character: str) -> bool:
        """Whether the font has the character, or the parts that it is made of; hidden ones need no shape."""
        if ord(character) in self.characters or character in _HIDDEN:
            return True
        parts = unicodedata.normalize("NFD", character)
        return len(parts) > 1 and all(ord(part) in self.characters for part in parts)


def _blank_glyph(font: OpenedFont, space: int) -> int:
    """A glyph without ink or width for joiners; else the space."""
    for code in _JOINERS:
        glyph = font.glyph(code)
        if glyph and font.advance(glyph) == 0:
            return glyph
    return space


def _thin_glyph(font: OpenedFont, space: int) -> int:
    """A narrow glyph without ink for letters that a ligature has swallowed.

    Readers drop what has no width, and end a word where a letter steps back by more than a tenth of the em.
    """
    for code in _THIN_SPACES:
        glyph = font.glyph(code)
        if glyph and 0 < font.advance(glyph) < font.units // 12:
            return glyph
    return _blank_glyph(font, space)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The cuts that a document may use."""

    faces: dict[Weight, FontFace]

    @classmethod
    def load(cls, folder: Path, family: str = BUNDLED_FONT, shaper: Shaper | None = None) -> FontSet:
        """Read ``<family>-<weight>.ttf`` for every weight from one folder.

        The shaper is chosen here, for every paper that is set in these fonts: HarfBuzz where it is installed.
        """
        chosen = shaper or installed()
        return cls({weight: FontFace.load(folder / f"{family}-{weight}.ttf", chosen) for weight in Weight})

    @classmethod
    def chosen(cls, cuts: Sequence[FontFacts], shaper: Shaper | None = None) -> FontSet:
        """The cuts of a family that the operator chose, each weight of print from the nearest of them.

        Raises ``RuleBroken("font_unsupported")`` for outlines that cannot be printed.
        """
        upright = [cut for cut in cuts if not cut.italic] or list(cuts)
        used = shaper or installed()
        nearest = {weight: min(upright, key=lambda cut: _distance(cut.weight, weight)) for weight in Weight}
        faces = {cut.digest: FontFace.of(cut.content, file_name(cut), used) for cut in nearest.values()}
        return cls({weight: faces[cut.digest] for weight, cut in nearest.items()})

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


def file_name(cut: FontFacts) -> str:
    """A name for the file of a paper: plain letters, and part of the hash where nothing else is left."""
    family, style = _NAME.sub("", cut.family), _NAME.sub("", cut.style)
    return f"{family or cut.digest[:12]}-{style or cut.weight}"


def _distance(measure: int, weight: Weight) -> tuple[int, int]:
    """How far a cut is from a weight; of two equally far ones a heavy weight takes the heavier."""
    wanted = _MEASURES[weight]
    return abs(measure - wanted), -measure if wanted >= 600 else measure
