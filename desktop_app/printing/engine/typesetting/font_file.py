"""Check of a font file chosen by the operator: undamaged, embeddable, complete for Persian.

Nothing is looked for on the machine: bytes come in, and what is stored are the bytes of one cut, named by their hash.
"""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from fontTools.misc import sstruct
from fontTools.misc.psCharStrings import CharStringCompileError
from fontTools.pens.basePen import NullPen, PenError
from fontTools.ttLib import TTCollection, TTFont, TTLibError
from fontTools.ttLib.tables.otBase import OTLOffsetOverflowError
from fontTools.ttLib.tables.ttProgram import tt_instructions_error
from fontTools.varLib import instancer
from fontTools.varLib.errors import VarLibError

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.script.letters import DIGITS, LETTERS

MOST_MEGABYTES: Final = 30
"""The largest file that is opened; a Persian cut has less than one megabyte."""
_REPLACED: Final = "\u0629\u0643"  # teh marbuta and the Arabic kaf: the paper writes the Persian ones
_MARKS: Final = "\u064b\u064e\u064f\u0650\u0651"
_SIGNS: Final = "\u060c\u061b\u061f\u066a\u066b\u066c\u00ab\u00bb\u2013\u2026"
_LATIN: Final = "".join(map(chr, range(0x20, 0x7F)))
_NEEDED: Final = dict.fromkeys(sign for sign in f"{LETTERS}{DIGITS}{_MARKS}{_SIGNS}{_LATIN}" if sign not in _REPLACED)
_HAMZA_ABOVE: Final = 0x654
_HEH_WITH_HAMZA: Final = 0x6C0
_WEB: Final = (b"wOFF", b"wOF2")
DAMAGE: Final = (
    TTLibError, VarLibError, PenError, sstruct.Error, CharStringCompileError, OTLOffsetOverflowError,
    tt_instructions_error, struct.error, zlib.error,
    LookupError, ValueError, TypeError, AttributeError, AssertionError, ArithmeticError, RuntimeError, OSError,
    EOFError, ImportError,
)  # fmt: skip
"""What the reader of fonts raises on bytes that are none of a font; it loads parts of itself by names in the file."""
_TABLES: Final = ("head", "hhea", "maxp", "hmtx", "cmap", "name")

_PRINTED: Final = (400.0, 500.0, 600.0, 700.0)

_RESTRICTED: Final = 0x0002
_LEVELS: Final = 0x000F
_WHOLE_ONLY: Final = 0x0100
_BITMAPS_ONLY: Final = 0x0200


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFacts:
    """One font cut usable for print; ``content`` is the file to keep.

    ``weight`` is the file's own measure (400 regular, 700 bold).
    """

    name: str
    family: str
    style: str
    weight: int
    italic: bool
    digest: str
    content: bytes = field(repr=False)


def font_facts(content: bytes, name: str) -> FontFacts:
    """Return the facts of a file with one cut; ``name`` is the operator's name for the file.

    Raises ``RuleBroken`` with ``font``: ``font_too_large``, ``font_for_the_web``, ``font_damaged``,
    ``font_unsupported``, ``font_collection`` (see :func:`facts_of_cuts`), ``font_forbids_embedding``,
    ``font_bitmaps_only``, ``font_whole_only`` or ``font_lacks_characters`` (with ``characters``).
    """
    _refuse_unread(content, name)
    if content[:4] == b"ttcf":
        raise RuleBroken("font_collection", field="font", font=name)
    with refusing_damaged(name):
        opened = _opened(content)
        if "fvar" in opened:
            raise RuleBroken("font_collection", field="font", font=name)
        return _judged(opened, content, name)


def facts_of_cuts(content: bytes, name: str) -> tuple[FontFacts, ...]:
    """Return the facts of every cut of a file; cuts of collections and variable fonts become separate files."""
    _refuse_unread(content, name)
    with refusing_damaged(name):
        if content[:4] == b"ttcf":
            parts = [_alone(cut) for cut in TTCollection(io.BytesIO(content), lazy=False).fonts]
        else:
            axes = _axes(content)
            parts = [_instance(content, axes, weight) for weight in _weights(axes)] if axes else [content]
        if not parts:
            raise TTLibError("a collection of no fonts")
    return tuple(font_facts(part, name) for part in parts)


def needed_characters() -> tuple[str, ...]:
    """Return the characters that a font must have: Persian letters, digits, marks, signs, and Latin."""
    return tuple(_NEEDED)


def is_web_font(beginning: bytes) -> bool:
    """Whether a file is a web font (WOFF), which cannot be embedded in a document."""
    return beginning.startswith(_WEB)


def _refuse_unread(content: bytes, name: str) -> None:
    if is_web_font(content):
        raise RuleBroken("font_for_the_web", field="font", font=name)
    if len(content) > MOST_MEGABYTES * 1_000_000:
        raise RuleBroken("font_too_large", field="font", font=name, most=MOST_MEGABYTES)


@contextmanager
def refusing_damaged(name: str) -> Iterator[None]:
    """Turn every error in reading a foreign font file into the refusal that it is damaged."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except RuleBroken:
        raise
    except DAMAGE as error:
        raise RuleBroken("font_damaged", field="font", font=name) from error


def _judged(opened: TTFont, content: bytes, name: str) -> FontFacts:
    if not {"glyf", "CFF "} & set(opened.keys()):
        raise RuleBroken("font_unsupported", field="font", font=name)
    _read_whole(opened)
    permitted = opened["OS/2"].fsType if "OS/2" in opened else 0
    _refuse_forbidden(permitted, name)
    if permitted & _WHOLE_ONLY and "glyf" not in opened:
        # PostScript outlines are put into a document glyph by glyph
        raise RuleBroken("font_whole_only", field="font", font=name)
    _refuse_lacking(opened.getBestCmap() or {}, name)
    names = opened["name"]
    style = opened.get("OS/2")
    return FontFacts(
        name=name,
        family=names.getBestFamilyName() or name,
        style=names.getBestSubFamilyName() or "",
        weight=int(style.usWeightClass) if style else 400,
        italic=bool(opened["head"].macStyle & 2),
        digest=hashlib.sha256(content).hexdigest(),
        content=content,
    )


def _read_whole(opened: TTFont) -> None:
    """Read every needed table and outline, so that damage shows now and not while printing."""
    for tag in _TABLES:
        opened[tag]
    glyphs = opened.getGlyphSet()
    for glyph in glyphs.values():
        glyph.draw(NullPen())


def _refuse_forbidden(permitted: int, name: str) -> None:
    if permitted & _LEVELS == _RESTRICTED:
        raise RuleBroken("font_forbids_embedding", field="font", font=name)
    if permitted & _BITMAPS_ONLY:
        raise RuleBroken("font_bitmaps_only", field="font", font=name)


def _refuse_lacking(known: dict[int, str], name: str) -> None:
    missing = [sign for sign in _NEEDED if ord(sign) not in known]
    if not {_HAMZA_ABOVE, _HEH_WITH_HAMZA} & set(known):
        missing.append(chr(_HEH_WITH_HAMZA))
    if missing:
        raise RuleBroken("font_lacks_characters", field="font", font=name, characters="".join(missing))


def _opened(content: bytes) -> TTFont:
    return TTFont(io.BytesIO(content), lazy=False, recalcTimestamp=False)


def _axes(content: bytes) -> dict[str, tuple[float, float, float]]:
    """Return the least, default and greatest value of each axis of a variable font."""
    opened = _opened(content)
    found = opened["fvar"].axes if "fvar" in opened else ()
    return {axis.axisTag: (axis.minValue, axis.defaultValue, axis.maxValue) for axis in found}


def _weights(axes: dict[str, tuple[float, float, float]]) -> list[float]:
    """Return the print weights on the weight axis; the default one if there is no such axis."""
    least, usual, most = axes.get("wght", (0.0, 0.0, 0.0))
    return [weight for weight in _PRINTED if least <= weight <= most] or [usual]


def _instance(content: bytes, axes: dict[str, tuple[float, float, float]], weight: float) -> bytes:
    """Return one cut of a variable font as an ordinary file."""
    place = {tag: weight if tag == "wght" else usual for tag, (_, usual, _) in axes.items()}
    return _alone(instancer.instantiateVariableFont(_opened(content), place))


def _alone(cut: TTFont) -> bytes:
    """Return one cut as a file, with the same bytes each time."""
    cut.recalcTimestamp = False
    out = io.BytesIO()
    cut.save(out, reorderTables=False)
    return out.getvalue()
