"""Typesetter of one document: its fonts, its word cache and the codes that it has drawn.

Made once per document and handed on by the builder, so that equal documents give equal bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace

from reportlab.pdfbase import pdfdoc

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.printing.engine.script.isolate import isolated_stretches
from desktop_app.printing.engine.typesetting.embed import EmbeddedFont
from desktop_app.printing.engine.typesetting.fonts import FontFace, FontSet
from desktop_app.printing.engine.typesetting.set_text import Piece, Setting, Stretch, Word, make_word
from desktop_app.printing.engine.typesetting.shape import Shaped, script_runs, shape
from desktop_app.printing.engine.typesetting.style import Direction, ParagraphStyle, TextStyle, Weight

TATWEEL = 0x640
BORDER = 0x80
"""Added to the level of a character before which a run ends although the level goes on."""
_NOTHING = Shaped((), 0)


class Typesetter:
    """Turns text into words of placed glyphs, each word once for a document.

    ``typography`` is how the office wants its paper: the papers give styles of the design, and every paragraph asks
    here what they are for this document. ``isolated`` finds in a line what must not turn, as (start, end).
    """

    def __init__(
        self,
        fonts: FontSet,
        typography: Typography = USUAL,
        isolated: Callable[[str], list[tuple[int, int]]] = isolated_stretches,
    ) -> None:
        self.fonts = fonts
        self.typography = typography
        self.isolated = isolated
        self._embedded: dict[Weight, EmbeddedFont] = {}
        self._settings: dict[TextStyle, Setting] = {}
        self.composed: dict[tuple[str, TextStyle, Direction], list[Stretch]] = {}
        self._shaped: dict[tuple[FontFace, str, int, int, bool, str], Shaped] = {}

    def scaled(self, size: int, pitch: int) -> Typesetter:
        """Return a typesetter at another size and pitch in percent, with shared fonts and caches."""
        other = copy(self)
        other.typography = replace(self.typography, size=size, pitch=pitch)
        return other

    def sized(self, style: TextStyle) -> TextStyle:
        """Return a style in the size that the office chose."""
        scale = self.typography.scale
        return style if scale == 1 else replace(style, size=style.size * scale)

    def chosen(self, style: ParagraphStyle) -> ParagraphStyle:
        """Return a paragraph style in the size and pitch that the office chose; spacing grows with the size."""
        size, pitch = self.typography.scale, self.typography.pitch / 100
        if size == pitch == 1:
            return style
        return replace(
            style,
            text=self.sized(style.text),
            pitch=style.pitch * pitch,
            before=style.before * size,
            after=style.after * size,
        )

    def setting(self, style: TextStyle) -> Setting:
        """Return the style prepared for this document."""
        found = self._settings.get(style)
        if found is None:
            found = self._settings[style] = self._make_setting(style)
        return found

    def _make_setting(self, style: TextStyle) -> Setting:
        face = self.fonts.faces[style.weight]
        font = self._embedded.get(style.weight)
        if font is None:
            font = EmbeddedFont(face, f"F{len(self._embedded) + 1}")
            self._embedded[style.weight] = font
        scale = style.size / face.units
        return Setting(
            style=style,
            face=face,
            font=font,
            operators=f"{colour_operator(style.colour)} /{font.name} {style.size:g} Tf",
            space=face.advance(face.space) * scale,
            space_code=f"<{font.code(face.space, ' '):04X}>",
            ascent=face.ascent * scale,
            descent=-face.descent * scale,
            stroke=face.opened.glyph(TATWEEL) if self.typography.kashida else 0,
        )

    def shaped(self, face: FontFace, text: str, start: int, end: int, level: int, place: str) -> list[Shaped]:
        """Return the shaped script runs of a text of one level, in logical order."""
        right = bool(level & 1)
        found = []
        for first, last, script in script_runs(text[start:end], right):
            key = (face, text, start + first, start + last, right, script)
            shaped = self._shaped.get(key)
            if shaped is None:
                shaped = self._shaped[key] = shape(face, text, start + first, start + last, right, script, place)
            found.append(shaped)
        return found

    def word(self, setting: Setting, text: str, levels: bytes, place: str = "") -> Word:
        """Return a word in one style."""
        key = (text, levels)
        word = setting.words.get(key)
        if word is None:
            pieces: list[Piece] = []
            self._add_pieces(pieces, setting, text, 0, len(text), levels, place)
            word = setting.words[key] = make_word(text, levels, pieces, setting)
        return word

    def mixed_word(self, stretches: list[tuple[Setting, int, int]], text: str, levels: bytes, place: str = "") -> Word:
        """Return a word with several styles; its letters join across the borders."""
        pieces: list[Piece] = []
        for setting, start, end in stretches:
            self._add_pieces(pieces, setting, text, start, end, levels, place)
        return make_word(text, levels, pieces, stretches[-1][0])

    def _add_pieces(
        self, pieces: list[Piece], setting: Setting, text: str, start: int, end: int, levels: bytes, place: str
    ) -> None:
        scale = setting.style.size / setting.face.units
        while start < end:
            level = levels[start]
            if level & BORDER:
                pieces.append(Piece(_NOTHING, setting, 1, 0.0))
                level ^= BORDER
            stop = start + 1
            while stop < end and levels[stop] == level:
                stop += 1
            pieces += (
                Piece(shaped, setting, level, shaped.width * scale)
                for shaped in self.shaped(setting.face, text, start, stop, level, place)
            )
            start = stop

    def embed(self, document: pdfdoc.PDFDocument, fonts: dict[str, object]) -> None:
        """Write every used font into the PDF."""
        for font in self._embedded.values():
            font.write(document, fonts)


def colour_operator(colour: str) -> str:
    """Return the PDF operator for a fill colour ``#RRGGBB``; greys use the shorter ``g``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if red == green == blue:
        return f"{red:.3g} g"
    return f"{red:.3g} {green:.3g} {blue:.3g} rg"
