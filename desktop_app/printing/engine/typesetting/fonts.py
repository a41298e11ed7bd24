"""Print fonts: their files, metrics and characters, and glyphs with an offset or a stroke.

Fonts are looked for nowhere else. Marks are placed by their letter; letters behind a stroke are placed without a step.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop_app.domain.documents.appearance import BUNDLED_FONT
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.typesetting.harfbuzz import OpenedFont
from desktop_app.printing.engine.typesetting.style import Weight

if TYPE_CHECKING:
    from desktop_app.printing.engine.typesetting.font_file import FontFacts


MADE_THIN: Final = 0x10000
MADE_SPACE: Final = 0x10001
"""Blanks that are made for the document where the font has none without ink; no font has so many glyphs."""


class GlyphPart(NamedTuple):
    """An additional outline of a glyph, offset (x, y) from its pen position; font units."""

    glyph: int
    x: int
    y: int


class PlacedOutline(NamedTuple):
    """An outline of the font with its own offset (x, y) and width; font units.

    Where ``tail`` is not 0, the outline stands right of a stroke of that length, made of the glyph ``stroke``. The
    ``parts`` are drawn with it: those of a letter that the font has in several glyphs.
    """

    glyph: int
    x: int
    y: int
    width: int
    tail: int = 0
    stroke: int = 0
    parts: tuple[GlyphPart, ...] = ()

    @property
    def made(self) -> bool:
        """Whether the glyph is not in the font: it has a width and no outline."""
        return self.glyph >= MADE_THIN

    @property
    def moved(self) -> bool:
        """Whether the outline differs from that of the plain glyph."""
        return bool(self.x or self.y or self.tail or self.parts)

    def strokes(self, advance: int) -> list[tuple[float, float]]:
        """Return (position, width factor) of each piece of the stroke; no factor is greater than two."""
        count = -(-self.tail * 2 // (advance * 3)) if self.tail else 0
        return [(self.tail * number / count, self.tail / count / advance) for number in range(count)]


_JOINERS = (0x200C, 0x200D, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F)
_THIN_SPACES = (0x200A, 0x202F, 0x2009, 0x2006)
_WHOLE_ONLY = 0x0100
_LEVELS = 0x000F
_EDITABLE = 0x0008
_THIN = 16
_MEASURES = {Weight.REGULAR: 400, Weight.MEDIUM: 500, Weight.SEMIBOLD: 600, Weight.BOLD: 700}
_NAME = re.compile("[^A-Za-z0-9]")
HIDDEN = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\n")
"""Characters that nobody sees."""


@dataclass(frozen=True, slots=True, eq=False)
class FontFace:
    """One opened font file. Lengths are in units of the em (``units``).

    ``thin`` is the blank for what has no shape, ``thin_width`` its width on paper, whatever it has in the font: pdfium
    drops what has none. Neither it nor ``space`` has ink: many fonts draw a bar for the joiner, to be seen on a screen,
    and where a font has no such glyph without ink, one is made for the document. ``whole`` says that the licence lets a
    document carry all of the font or nothing.
    """

    name: str
    digest: str
    data: bytes = field(repr=False)
    opened: OpenedFont = field(repr=False)
    units: int
    ascent: int
    descent: int
    space: int
    space_width: int
    thin: int
    thin_width: int
    postscript: bool
    whole: bool
    characters: frozenset[int] = field(repr=False)

    @classmethod
    def load(cls, path: Path) -> FontFace:
        """Read a font file; an outline format that cannot be printed raises ``font_unsupported``."""
        return cls.of(path.read_bytes(), path.stem)

    @classmethod
    def of(cls, data: bytes, name: str) -> FontFace:
        """Read a font from bytes; ``name`` is its name in the PDF."""
        opened = OpenedFont(data)
        space = opened.glyph(0x20)
        postscript = not opened.table("glyf")
        if not space or (postscript and not opened.table("CFF ")):
            raise RuleBroken("font_unsupported", font=name)
        whole = bool(int.from_bytes(opened.table("OS/2")[8:10], "big") & _WHOLE_ONLY)
        if whole and opened.inked(space):
            raise RuleBroken("font_unsupported", font=name)
        thin = _thin_glyph(opened, space if whole else MADE_THIN)
        return cls(
            name=name,
            digest=hashlib.sha256(data).hexdigest(),
            data=data,
            opened=opened,
            units=opened.units,
            ascent=opened.ascent,
            descent=opened.descent,
            space=MADE_SPACE if opened.inked(space) else space,
            space_width=opened.advance(space),
            thin=thin,
            thin_width=_thin_width(opened, thin) or (0 if whole else opened.units // _THIN),
            postscript=postscript,
            whole=whole,
            characters=opened.characters,
        )

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph as in the font, or that of a created blank."""
        if glyph == self.thin:
            return self.thin_width
        return self.space_width if glyph == self.space else self.opened.advance(glyph)

    @property
    def allows_editing(self) -> bool:
        """Whether the licence allows embedding in editable files, not only in files to read and print."""
        level = int.from_bytes(self.opened.table("OS/2")[8:10], "big") & _LEVELS
        return not level or bool(level & _EDITABLE)

    def shows(self, character: str) -> bool:
        """Whether the font has the character or its composing parts; hidden characters need no glyph."""
        if ord(character) in self.characters or character in HIDDEN:
            return True
        parts = unicodedata.normalize("NFD", character)
        return len(parts) > 1 and all(ord(part) in self.characters for part in parts)


def _thin_glyph(font: OpenedFont, otherwise: int) -> int:
    """Return a narrow glyph without ink for the swallowed letters of a ligature.

    Readers drop what has no width, and end a word where a letter steps back by more than a tenth of the em.
    """
    for codes, least, most in ((_THIN_SPACES, 1, font.units // 12), (_JOINERS, 0, 1)):
        for glyph in filter(None, map(font.glyph, codes)):
            if least <= font.advance(glyph) < most and not font.inked(glyph):
                return glyph
    return otherwise


def _thin_width(font: OpenedFont, thin: int) -> int:
    return 0 if thin == MADE_THIN else font.advance(thin)


@dataclass(frozen=True, slots=True)
class FontSet:
    """The font cuts of a document, by weight."""

    faces: dict[Weight, FontFace]

    @classmethod
    def load(cls, folder: Path, family: str = BUNDLED_FONT) -> FontSet:
        """Read ``<family>-<weight>.ttf`` for every weight from one folder."""
        return cls({weight: FontFace.load(folder / f"{family}-{weight}.ttf") for weight in Weight})

    @classmethod
    def chosen(cls, cuts: Sequence[FontFacts]) -> FontSet:
        """Return the set for a family chosen by the operator; each print weight gets the nearest cut.

        Raises ``RuleBroken("font_unsupported")`` for outlines that cannot be printed.
        """
        upright = [cut for cut in cuts if not cut.italic] or list(cuts)
        nearest = {weight: min(upright, key=lambda cut: _distance(cut.weight, weight)) for weight in Weight}
        faces = {cut.digest: FontFace.of(cut.content, file_name(cut)) for cut in nearest.values()}
        return cls({weight: faces[cut.digest] for weight, cut in nearest.items()})

    def digests(self) -> dict[str, str]:
        """Return SHA-256 of each font file by name, for the snapshot of the minutes."""
        return {face.name: face.digest for face in self.faces.values()}

    def supported(self) -> frozenset[int]:
        """Return the code points that all cuts can show, with composed letters and characters without ink."""
        faces = tuple(self.faces.values())
        known = frozenset[int]().union(*(face.characters for face in faces))
        had = known.intersection(*(face.characters for face in faces))
        # beyond U+3000 nothing is composed of parts that a Persian font has
        asked = map(chr, (known | frozenset(range(0x20, 0x3000))) - had)
        # thousands are neither composed nor hidden, and no face that lacks one can show it
        perhaps = (one for one in asked if one in HIDDEN or is_composed(one))
        return had | frozenset(ord(one) for one in perhaps if all(face.shows(one) for face in faces))


def is_composed(character: str) -> bool:
    """Whether a character has parts; Hangul syllables are computed, not in a table."""
    parts = unicodedata.decomposition(character)
    return (bool(parts) and not parts.startswith("<")) or "\uac00" <= character <= "\ud7a3"


def file_name(cut: FontFacts) -> str:
    """Return a name for the font inside a PDF: plain letters, or part of the hash if none is left."""
    family, style = _NAME.sub("", cut.family), _NAME.sub("", cut.style)
    return f"{family or cut.digest[:12]}-{style or cut.weight}"


def _distance(measure: int, weight: Weight) -> tuple[int, int]:
    """Return how far a cut is from a weight; of two equally near cuts a heavy weight prefers the heavier."""
    wanted = _MEASURES[weight]
    return abs(measure - wanted), -measure if wanted >= 600 else measure
