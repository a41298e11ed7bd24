"""A small paper in a font that is about to be taken: what cannot be printed shows now and not with the next minutes."""

from __future__ import annotations

from typing import Final
from unicodedata import combining

from pikepdf import PdfError

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.documents.typography import Typography
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.layout.flow import Paper, render
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.pdf import archive
from desktop_app.printing.pdf.finish import unproved
from desktop_app.printing.typesetting.font_file import judging, needed
from desktop_app.printing.typesetting.fonts import FontFace, FontSet
from desktop_app.printing.typesetting.style import Align, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.typesetting.typesetter import Typesetter
from desktop_app.text.office.print_setup import SAMPLE

_UNITS: Final = range(16, 16_384 + 1)
"""To the em, as the format allows (ISO/IEC 14496-22, head)."""
_HIGHEST: Final = 6
"""Ems that a line may rise or hang; the steepest Nastaliq needs three."""
_STYLE: Final = ParagraphStyle(TextStyle(Weight.REGULAR, 12.0), Align.JUSTIFY)


def prove(face: FontFace, name: str) -> None:
    """Refuse a font in which no sound paper can be made; ``name`` is what the operator knows its file by.

    Raises ``RuleBroken`` with ``font_damaged``, or ``font_lacks_characters`` where the letters are there and cannot be
    joined on this machine.
    """
    try:
        with judging(name):
            sound = _is_measured(face) and archive.passes(_sample(face), Profile.A_3B)
    except PdfError as error:
        raise RuleBroken("font_damaged", field="font", font=name) from error
    except RuleBroken as refused:
        if refused.key != "glyph_missing":
            raise
        character = refused.facts["character"]
        raise RuleBroken("font_lacks_characters", field="font", font=name, characters=character) from refused
    if not sound:
        raise RuleBroken("font_damaged", field="font", font=name)


def _is_measured(face: FontFace) -> bool:
    """Whether the font says of itself how large it is, in numbers that a sheet has room for."""
    told = int.from_bytes(face.opened.table("head")[18:20], "big")
    most = _HIGHEST * face.units
    return told in _UNITS and max(abs(face.ascent), abs(face.descent)) <= most


def _sample(face: FontFace) -> bytes:
    """A page with every character that a font has to have, its letters in all their forms."""
    setter = Typesetter(FontSet(dict.fromkeys(Weight, face)), Typography(kashida=True))
    texts = [SAMPLE, " ".join(map(_forms, needed()))]
    return unproved(render(setter, [FaParagraph(setter, text, _STYLE) for text in texts], Paper()), title="")


def _forms(sign: str) -> str:
    """A letter by itself and joined to its like; a mark over a letter."""
    return f"\u0628{sign}" if combining(sign) else f"{sign} {sign * 3}"
