"""Judgements on lines that were read from a paper: each gives the faults it found, none when the line is right."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.printing.oracles import fribidi, harfbuzz
from tests.printing.oracles.content import Drawn

Line = Sequence[Drawn]


@dataclass(frozen=True, slots=True)
class Matched:
    """A drawn line and the stretch of the canonical text (with isolates) that it has to show."""

    resolved: fribidi.Resolved
    start: int
    end: int
    drawn: Line


def shown(text: str) -> str:
    """What of a text leaves ink or room on paper: no steering controls, no blanks."""
    return "".join(letter for letter in text if letter not in fribidi.HIDDEN and not letter.isspace())


def match(canonical: str, lines: Sequence[Line]) -> list[Matched]:
    """Lay a canonical paragraph along its lines, by nothing but the number of letters on each."""
    resolved, found, at = fribidi.resolve(canonical), [], 0
    for number, line in enumerate(lines):
        count = len(shown("".join(glyph.text for glyph in line)))
        start = at
        while count and at < len(canonical):
            count -= bool(shown(canonical[at]))
            at += 1
        while at < len(canonical) and (canonical[at] == "\u2069" or number == len(lines) - 1):
            at += 1  # a closing isolate belongs to what it closes
        found.append(Matched(resolved, start, at, line))
        while at < len(canonical) and canonical[at].isspace():
            at += 1
    return found


def order_faults(line: Matched) -> list[str]:
    """The characters of the stream against FriBidi's visual order, and the pen against the page."""
    order, _ = fribidi.visual_order(line.resolved, line.start, line.end)
    text = line.resolved.text
    wanted = "".join(text[index] for index in order if text[index] not in fribidi.HIDDEN).strip(" ")
    found = "".join(glyph.text for glyph in line.drawn)
    faults = [] if wanted == found else [f"order: {found!r} instead of {wanted!r}"]
    bases = [
        glyph for glyph in line.drawn if glyph.box is not None and not unicodedata.combining(glyph.text[:1] or " ")
    ]
    for left, right in pairwise(bases):
        if right.x < left.x:
            faults.append(f"pen: {right.text!r} is drawn left of {left.text!r}")
    return faults


def glyph_faults(line: Matched, face: harfbuzz.Face, slack: float = 0.05, *, positions: bool = True) -> list[str]:
    """The glyphs with ink against HarfBuzz over FriBidi's runs, and where they stand (``slack`` in points)."""
    wanted = harfbuzz.line(face, line.resolved, line.start, line.end)
    found = [glyph for glyph in line.drawn if glyph.glyph not in face.blanks]
    if [glyph.glyph for glyph in found] != [placed.glyph for placed in wanted]:
        return [f"glyphs: {[glyph.glyph for glyph in found]} instead of {[placed.glyph for placed in wanted]}"]
    if not positions or not found:
        return []
    scale = found[0].size / face.units
    faults = []
    for glyph, placed in zip(found, wanted, strict=True):
        off = (glyph.x - found[0].x) - (placed.x - wanted[0].x) * scale
        if abs(off) > slack or abs(glyph.rise - placed.y * scale) > slack:
            faults.append(f"place: {glyph.text!r} stands {off:.2f} points off")
    return faults


def lost_faults(source: str, drawn: str) -> list[str]:
    """The characters of a source against those of the paper, as multisets; blanks at line ends may go."""
    wanted, found = Counter(shown(canonical_form(source))), Counter(shown(drawn))
    lost, new = wanted - found, found - wanted
    return [f"lost {_named(lost)}"] * bool(lost) + [f"invented {_named(new)}"] * bool(new)


def canonical_form(text: str) -> str:
    """Unicode's composed form, with heh and hamza apart: the one change of spelling that paper may make."""
    return unicodedata.normalize("NFC", text).replace("\u06c0", "\u0647\u0654")


def _named(letters: Counter[str]) -> str:
    return ", ".join(f"{count} × U+{ord(letter):04X}" for letter, count in letters.items())
