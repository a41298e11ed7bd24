"""What five readers find again of the stretches from left to right that stand inside Persian lines.

Each measure is stricter than the one before: the words (runs of letters and digits), what was typed between two blanks,
the whole stretch with its signs and blanks in their order, and the stretch with nothing unseen in it, as an address
must be that is pasted elsewhere. A reader may find every word of an address and still give it back turned round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks import paper_levers
from tests.benchmarks.table import Table
from tests.printing.oracles import corpus, extractors
from tests.printing.oracles.corpus import Mixed

Reader = Callable[[bytes, Path], str]


@dataclass(frozen=True, slots=True)
class Kept:
    """Shares of words and of what stood between blanks; stretches, clean ones and whole lines that came back."""

    words: float
    typed: float
    stretches: int
    clean: int
    lines: int

    def __str__(self) -> str:
        return f"{self.words:.1%} / {self.typed:.1%} / {self.stretches} ({self.clean}) / {self.lines}"


def kept(source: Sequence[Mixed], extracted: str) -> Kept:
    """How much of the lines a text has."""
    lines = [comparable(line) for line in extracted.splitlines()]
    wanted = [comparable(one.line) for one in source]
    text = "\n".join(lines)
    typed = Counter(part for line in wanted for part in line.split())
    return Kept(
        extractors.share_of_words("\n".join(wanted), text),
        (typed & Counter(text.split())).total() / typed.total(),
        sum(comparable(one.stretch) in text for one in source),
        sum(one.stretch in extracted for one in source),
        (Counter(wanted) & Counter(lines)).total(),
    )


def tables(papers: Mapping[str, bytes], readers: Mapping[str, Reader], folder: Path) -> list[Table]:
    """Papers of the mixed lines beside each other, then our own drawn in every way that was tried."""
    beside = _asked(papers, readers, folder)
    ways = _asked(paper_levers.papers(texts()), readers, folder)
    return [
        _table("Stretches from left to right", "program", beside, tuple(readers), _NOTE),
        _table("The same on our paper, by how they are drawn", "way", ways, tuple(readers), verdict(ways)),
    ]


def verdict(ways: Mapping[str, Mapping[str, Kept | None]]) -> str:
    """Which ways help pdfium and take nothing from another reader, against how the program prints."""
    printed = ways[paper_levers.PRINTED]
    harmless = [
        name
        for name, found in ways.items()
        if _more(found["pdfium"], printed["pdfium"])
        and not any(_less(found[reader], printed[reader]) for reader in printed if reader != "pdfium")
    ]
    return f"Way without harm: {', '.join(harmless)}." if harmless else _NONE


def _more(one: Kept | None, other: Kept | None) -> bool:
    return one is not None and other is not None and one.stretches > other.stretches + _NOISE


def _less(one: Kept | None, other: Kept | None) -> bool:
    """Whether a reader that was asked gives back less by any measure."""
    if one is None or other is None:
        return False
    return (
        one.words < other.words - _CLOSE
        or one.stretches < other.stretches - _NOISE
        or one.clean < other.clean - _NOISE
        or one.lines < other.lines - _NOISE
    )


def texts() -> list[str]:
    """The lines alone."""
    return [one.line for one in corpus.mixed_lines()]


def comparable(text: str) -> str:
    """One order for comparison, as for the lines of the corpus."""
    return extractors.plain(text).replace("\u06c0", "\u0647\u0654").strip()


_NOISE: Final = 2
"""Stretches or lines more or less that decide nothing."""
_CLOSE: Final = 0.005
_NOTE: Final = "«As typed» is what stood between blanks; a clean stretch came back with nothing unseen in it."
_NONE: Final = (
    "No way gives pdfium more stretches without taking words, stretches, clean ones or lines from another reader: "
    "pdfium turns the parts round unless it holds them in reverse order, and what gives it that order is read as such "
    "elsewhere."
)


def _asked(
    papers: Mapping[str, bytes], readers: Mapping[str, Reader], folder: Path
) -> dict[str, dict[str, Kept | None]]:
    """What each reader gives back of each paper; nothing of a reader that does not run here."""
    lines = corpus.mixed_lines()
    return {
        name: {reader: _kept(read, pdf, lines, folder) for reader, read in readers.items()}
        for name, pdf in papers.items()
    }


def _kept(read: Reader, pdf: bytes, lines: Sequence[Mixed], folder: Path) -> Kept | None:
    try:
        return kept(lines, read(pdf, folder))
    except OSError:
        return None


def _table(
    title: str, first: str, found: Mapping[str, Mapping[str, Kept | None]], readers: tuple[str, ...], note: str
) -> Table:
    count = len(corpus.mixed_lines())
    measures = f"words / as typed / stretches (clean) of {count} / lines of {count}"
    rows = tuple((name, *(str(one or "does not run here") for one in each.values())) for name, each in found.items())
    return Table(f"{title}: {measures}", (first, *readers), rows, note)
