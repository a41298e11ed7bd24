"""The heavy proofs of the paper in full: every published bidi case, the whole dictionary, readers' share of words."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.printing.engine.typesetting.shape import shape
from desktop_app.printing.engine.typesetting.style import MM, Align, Weight
from tests.benchmarks.table import Table
from tests.printing import made_papers
from tests.printing.checks.test_check_02 import FACE, case_faults
from tests.printing.checks.test_check_04 import word_faults
from tests.printing.oracles import bidi_cases, corpus, dictionary, extractors, harfbuzz

ON_PAPER = 5000


@dataclass(frozen=True, slots=True)
class Proof:
    """What was tried, how many times, and the first faults of it."""

    name: str
    cases: int
    faults: tuple[str, ...]
    seconds: float


def run() -> Table:
    """Run all; a fault ends the measurements with its description."""
    proofs = [_proof(name, tried) for name, tried in PROOFS.items()]
    faults = [f"{proof.name}: {fault}" for proof in proofs for fault in proof.faults[:3]]
    if faults:
        sys.exit("\n".join(faults))
    rows = [(proof.name, f"{proof.cases:,}", "0", f"{proof.seconds:.1f} s") for proof in proofs]
    return Table(
        "Proofs of the paper in full",
        ("proof", "cases", "faults", "time"),
        (*rows, *_shares()),
        "Aim: no fault. The share of words counts runs of letters that a reader gives back as typed; "
        "nobody's paper reaches 100 %, because readers order mixed lines by rules of their own.",
    )


def _proof(name: str, tried: Callable[[], tuple[int, list[str]]]) -> Proof:
    start = time.perf_counter()
    count, faults = tried()
    return Proof(name, count, tuple(faults), time.perf_counter() - start)


def _bidi() -> tuple[int, list[str]]:
    count, faults = 0, []
    for case in bidi_cases.cases():
        count += 1
        faults += case_faults(case)
    return count, faults


def _words_on_paper() -> tuple[int, list[str]]:
    words = dictionary.words(ON_PAPER)
    return len(words), word_faults(words)


def _whole_dictionary() -> tuple[int, list[str]]:
    """Glyphs and widths of every word, without printing them."""
    face, faults = made_papers.fonts().faces[Weight.REGULAR], []
    words = dictionary.words()
    for word in words:
        mine = shape(face, word, 0, len(word), True, "Arab")
        theirs = harfbuzz.run(FACE, word, 0, len(word), True)
        inked = [glyph.index for glyph in mine.glyphs if glyph.index not in FACE.blanks]
        wanted = [glyph for glyph, *_ in theirs if glyph not in FACE.blanks]
        if inked != wanted or mine.width != sum(advance for _, advance, *_ in theirs) or 0 in inked:
            faults.append(word)
        elif sorted(glyph.character for glyph in mine.glyphs) != sorted(word):
            faults.append(f"{word}: letters {[glyph.character for glyph in mine.glyphs]}")
    return len(words), faults


PROOFS: dict[str, Callable[[], tuple[int, list[str]]]] = {
    "levels and order, BidiCharacterTest": _bidi,
    "glyphs and places on paper against HarfBuzz, words": _words_on_paper,
    "glyphs, widths and letters against HarfBuzz, whole dictionary": _whole_dictionary,
}


def _shares() -> list[tuple[str, ...]]:
    """What three readers find again: of the corpus, of plain sentences, of single words."""
    words = dictionary.words(1000)
    sources = {
        "mixed lines of the corpus": corpus.lines(),
        "words of the dictionary": [" ".join(words[at : at + 10]) for at in range(0, len(words), 10)],
    }
    rows: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, lines in sources.items():
            for align in (Align.RIGHT, Align.JUSTIFY):
                pdf = made_papers.paragraphs(lines, 170 * MM, made_papers.style(align))
                source = "\n".join(lines)
                found = {
                    reader: extractors.share_of_words(source, read(pdf, Path(folder)))
                    for reader, read in extractors.READERS.items()
                }
                shares = ", ".join(f"{reader} {share:.1%}" for reader, share in found.items())
                rows.append((f"words found, {name} ({align})", f"{extractors.words(source).total():,}", shares, "–"))
    return rows
