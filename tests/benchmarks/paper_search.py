"""How many phrases of neighbouring words a finder finds: what the marks of the text layer cost and what they win.

Chrome and Edge search with ICU, which skips characters that nobody sees; Firefox never reads them. A finder that
compares character by character stumbles over the marks that keep numbers, brackets and commas in order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final
from unittest import mock

import pypdfium2

from desktop_app.printing.engine.typesetting import draw, shape
from tests.benchmarks.table import Table
from tests.printing.oracles import extractors

WITHOUT_MARKS: Final = "Dabirkhaneh without marks"
LENGTHS: Final = (1, 2, 3)
Finder = Callable[[str], bool]


def without_marks(make: Callable[[], bytes]) -> bytes:
    """What ``make`` prints if no steering marks are set."""
    with mock.patch.object(shape, "marks_around", _none), mock.patch.object(draw, "needs_mark", _never):
        return make()


def table(papers: Mapping[str, bytes], lines: Sequence[str], folder: Path) -> Table:
    """Each program's paper of the same lines."""
    rows = []
    for name, pdf in papers.items():
        finders = (unseen_skipped(pdf), _by_character(pdf), _in_poppler(pdf, folder))
        counts = (" / ".join(map(str, found(lines, find))) for find in finders)
        rows.append((name, *counts))
    of = " / ".join(str(len(phrases(lines, length))) for length in LENGTHS)
    return Table(
        f"Phrases of 1 / 2 / 3 words found, of {of}",
        ("program", "pdfium, unseen skipped (Chrome, Edge)", "pdfium, by character", "Poppler, by character"),
        tuple(rows),
        "The first column is how the search of Chrome and Edge compares. The marks win order there and lose what "
        "stands beside them where a finder compares character by character.",
    )


def found(lines: Sequence[str], find: Finder) -> list[int]:
    """How many phrases of each length are found."""
    return [sum(map(find, phrases(lines, length))) for length in LENGTHS]


def phrases(lines: Sequence[str], length: int) -> list[str]:
    """Every run of so many neighbouring words, signs included, as it was typed."""
    return [
        " ".join(words[at : at + length])
        for words in (line.split() for line in lines)
        for at in range(len(words) - length + 1)
    ]


def unseen_skipped(pdf: bytes) -> Finder:
    """As the search of Chrome and Edge compares."""
    text = _seen(extractors.pdfium(pdf, Path()))
    return lambda phrase: _seen(phrase) in text


def _by_character(pdf: bytes) -> Finder:
    pages = [page.get_textpage() for page in pypdfium2.PdfDocument(BytesIO(pdf))]
    return lambda phrase: any(page.search(phrase).get_next() is not None for page in pages)


def _in_poppler(pdf: bytes, folder: Path) -> Finder:
    """Without the embeddings that pdftotext itself writes round what runs from left to right."""
    text = extractors.pdftotext(pdf, folder).translate(dict.fromkeys(range(0x202A, 0x202F)))
    return lambda phrase: phrase in text


def _seen(text: str) -> str:
    return extractors.plain(text).replace("\u200c", "").replace("\u06c0", "\u0647\u0654")


def _none(_text: str, _start: int, _end: int) -> dict[int, str]:
    return {}


def _never(_following: str) -> bool:
    return False
