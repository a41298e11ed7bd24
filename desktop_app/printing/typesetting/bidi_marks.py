"""Bidi marks: blank direction marks in the text, by which readers put mixed lines into the order of typing.

A reader sees glyphs from left to right and guesses the text. What was found by reading our paper with five of them:

- Poppler goes from right to left and takes everything from a number, a Latin letter or a comma up to the next strong
  right-to-left character as one stretch from left to right: the blank behind a number moves before it, a comma moves
  behind its blank. A right-to-left mark (RLM) behind the stretch ends it there.
- pdfium cuts a line at every change of class, and counts separators, signs and vowel marks among the weak left ones:
  a comma that touches a number or a vowel mark changes places with it, unless an RLM stands between. It also turns
  round every bracket of a right-to-left stretch, while Poppler, pypdf and pdf.js turn none. So the code of a bracket
  says the character that was typed; a left-to-right mark (LRM) before and an RLM behind make pdfium leave it alone.
  (The other way, the drawn shape as text, wins as many lines in pdfium and costs the half of Poppler's and pdf.js's.)
- MuPDF needs the RLM as Poppler does and gives up a few of the lines with brackets that it would have had. pypdf and
  pdf.js take no notice of either mark; pypdf turns Persian digits round, pdf.js drops the half space and tears a vowel
  mark from its letter behind a blank, whoever made the file.

What the marks cannot mend: in a Persian line pdfium also gives the pieces of a stretch from left to right back in
reverse, so that an address, a version or an English phrase keeps its words and loses their order («name@host.ir» comes
out as «ir.host@name»). Only pieces that it holds in reverse already come out right: by the order of the stream, by
where text objects begin, or by a replacement text. But pypdf, MuPDF and pdf.js follow the stream, MuPDF the
replacement text too, and marks that hold pieces apart stay in an address that is copied. Those readers give such
stretches back as typed now, so the stream keeps the order of the paper; ``dev.py bench paper-text`` draws and reads
every way that was tried.

The marks have no ink and take no room; like joiners they are characters that nobody sees in what is copied. Their price
is paid in finders that compare character by character: a phrase over a mark is missed there. Chrome, Edge and Firefox
skip such characters when they search, and find more phrases with the marks than without (``dev.py bench paper-text``).
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import bidirectional, combining

from desktop_app.printing.script.mirror import mirrored

LRM: Final = "\u200e"
RLM: Final = "\u200f"
_WEAK: Final = frozenset(("CS", "ES", "ET"))
_LETTERS: Final = frozenset(("R", "AL"))
_PLAIN: Final = re.compile("[\u0621-\u0669\u0671-\u06d3\u06f0-\u06f9\u200c]*")


def marks_around(text: str, start: int, end: int) -> dict[int, str]:
    """Marks of a right-to-left stretch: those that stand before the character of an index, or at ``end``."""
    if _PLAIN.fullmatch(text, start, end):
        return {}
    found: dict[int, str] = {}
    for index in range(start, end):
        before, behind = _fences(text, index, start, end)
        if before and not found.get(index, "").endswith(before):
            found[index] = found.get(index, "") + before
        if behind:
            found[index + 1] = behind
    return found


def _fences(text: str, index: int, start: int, end: int) -> tuple[str, str]:
    """The marks before and behind one character."""
    sign = text[index]
    if mirrored(sign) != sign:
        return LRM, RLM
    if bidirectional(sign) not in _WEAK or combining(sign):
        return "", ""
    before = RLM if index > start and combining(text[index - 1]) else ""
    goes_on = index + 1 < end and bidirectional(text[index + 1]) in _LETTERS
    return before, "" if goes_on else RLM


def needs_mark(following: str) -> bool:
    """Whether a stretch from left to right has to be closed by an RLM before the character that follows it."""
    return not following or bidirectional(following) not in _LETTERS
