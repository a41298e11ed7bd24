"""Letters and digits of Persian text, cleaning of text before typesetting, and mirrored signs.

Cleaning gives one spelling per letter, no stray controls, and loses nothing visible. Signs turn round in right-to-left
text by rule L4 of UAX #9.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

NO_BREAK: Final = "\u00a0"
"""A blank at which no line of paper ends; readers of the text find a blank like any other."""

_HEH_WITH_HAMZA = "\u06c0"
_HEH_AND_HAMZA = "\u0647\u0654"
# LRM, RLM, ALM, embeddings, overrides, isolates, deprecated format controls, BOM
_STRAY = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f\ufeff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u1680\u2000-\u200a\u202f\u205f\u3000]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
# Nothing in here is changed by any step below but the order and joining of marks, which NFC looks after
_CLEAN = re.compile(
    "[\n -~\u060c\u061b\u061f\u0621-\u0655\u0660-\u066c\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9"
    "\u200c\u00ab\u00bb\u2013\u2014\u2026]*"
)


def normalise(text: str) -> str:
    """Return the text in NFC with ه + U+0654 for ۀ, without control characters, odd spaces as spaces.

    ZWNJ, U+0654 and vowel marks are never touched, and ``\\n`` stays as the one forced line end.
    """
    if not _CLEAN.fullmatch(text):
        text = _LINE_ENDS.sub("\n", text)
        text = _SPACES.sub(" ", text)
        text = _CONTROLS.sub("", _STRAY.sub("", text))
    return unicodedata.normalize("NFC", text).replace(_HEH_WITH_HAMZA, _HEH_AND_HAMZA)


_LEFT: Final = "([{<«‹≤⁅⁽₍〈⟨⟦⟪⌈⌊≪∈"
_RIGHT: Final = ")]}>»›≥⁆⁾₎〉⟩⟧⟫⌉⌋≫∋"
_MIRRORED: Final = dict(zip(_LEFT + _RIGHT, _RIGHT + _LEFT, strict=True))


def mirrored(sign: str) -> str:
    """Return the mirror image of a sign for right-to-left text; the sign itself if it has none."""
    return _MIRRORED.get(sign, sign)


LETTERS: Final = "".join(
    map(chr, (*range(0x621, 0x63B), *range(0x641, 0x649), 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC))
)
"""Hamza to vav in the order of Unicode (with teh marbuta and the Arabic kaf), then those that Persian has besides."""
DIGITS: Final = "".join(map(chr, range(0x6F0, 0x6FA)))
