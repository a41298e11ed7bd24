"""What five readers find again of a corpus of unflattering lines: our paper beside those of other programs."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks import paper_mixed, paper_search, peers
from tests.benchmarks.table import Table
from tests.printing import made_papers
from tests.printing.oracles import corpus, extractors

OURS: Final = "Dabirkhaneh"
READERS: Final[dict[str, Callable[[bytes, Path], str]]] = {
    **extractors.READERS,
    "MuPDF": peers.mupdf,
    "pdf.js": peers.pdfjs,
}
WORDS_MATTER: Final = ("pdfium", "pdftotext", "pypdf", "pdf.js")
LINES_MATTER: Final = ("pdfium", "pdftotext")


@dataclass(frozen=True, slots=True)
class Found:
    """Lines that a reader gave back exactly, those that differ in blanks alone included, and the share of words."""

    equal: int
    equal_but_blanks: int
    words: float

    def __str__(self) -> str:
        return f"{self.equal}/{self.equal_but_blanks}/{self.words:.1%}"


def run() -> list[Table]:
    """Set the corpus with every program, read it with every reader, and search for its phrases."""
    troubles = peers.ready()
    lines, mixed = corpus.lines(), paper_mixed.texts()
    versions, papers_made, mixed_papers = {OURS: ""}, {OURS: ours(lines)}, {OURS: ours(mixed)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for peer in peers.PEERS:
            try:
                papers_made[peer.name] = peer.make(peers.Order(texts=tuple(lines)), folder)
                mixed_papers[peer.name] = peer.make(peers.Order(texts=tuple(mixed)), folder)
                versions[peer.name] = f" {peer.version()}"
            except OSError as error:
                troubles.append(f"{peer.name} does not run here: {error}")
                print(f"!! {troubles[-1]}", file=sys.stderr)
        table = {maker: _read(pdf, lines, folder, troubles) for maker, pdf in papers_made.items()}
        bare = paper_search.without_marks(lambda: ours(lines))
        searched = paper_search.table(papers_made | {paper_search.WITHOUT_MARKS: bare}, lines, folder)
        stretches = paper_mixed.tables(mixed_papers, READERS, folder)
    rows = tuple((f"{maker}{versions[maker]}", *map(str, found.values())) for maker, found in table.items())
    layer = Table(
        f"Text layer: {len(lines)} lines, equal / equal but for blanks / words found",
        ("program", *READERS),
        rows,
        " ".join((_AIM, *_missed(table), *(f"MISSING: {trouble}." for trouble in troubles))),
    )
    return [layer, searched, *stretches]


_AIM: Final = (
    "Aim: words never below any other program in pdfium, pdftotext, pypdf and pdf.js, lines never below in pdfium and "
    "pdftotext. One order for comparison: NFKC, steering controls out, heh with hamza in two characters."
)


def ours(lines: Sequence[str]) -> bytes:
    """The corpus on our own paper, each paragraph on one line."""
    return made_papers.paragraphs(lines, made_papers.ONE_LINE)


def found(source: Sequence[str], extracted: str) -> Found:
    """How much of the source's lines and words a text has."""
    lines = [_comparable(line) for line in extracted.splitlines()]
    wanted = [_comparable(line) for line in source]
    return Found(
        _common(wanted, lines),
        _common(map(_bare, wanted), map(_bare, lines)),
        extractors.share_of_words("\n".join(wanted), "\n".join(lines)),
    )


def _read(pdf: bytes, lines: Sequence[str], folder: Path, troubles: list[str]) -> dict[str, Found]:
    result = {}
    for reader, read in READERS.items():
        try:
            result[reader] = found(lines, read(pdf, folder))
        except OSError as error:
            troubles.append(f"{reader} does not run here: {error}")
            print(f"!! {troubles[-1]}", file=sys.stderr)
            result[reader] = Found(0, 0, 0.0)
    return result


def _missed(table: dict[str, dict[str, Found]]) -> list[str]:
    """Where another program does better than ours, in words."""
    own, said = table[OURS], []
    for maker, other in table.items():
        more = [reader for reader in WORDS_MATTER if other[reader].words > own[reader].words + 1e-9]
        said += [f"NOT REACHED: {maker} has more words in {reader}." for reader in more]
        more = [reader for reader in LINES_MATTER if other[reader].equal > own[reader].equal]
        said += [f"NOT REACHED: {maker} has more lines in {reader}." for reader in more]
    return said


def _comparable(line: str) -> str:
    return extractors.plain(line).replace("\u06c0", "\u0647\u0654").strip()


def _bare(line: str) -> str:
    return "".join(line.split())


def _common(wanted: Iterable[str], lines: Iterable[str]) -> int:
    return (Counter(wanted) & Counter(lines)).total()
