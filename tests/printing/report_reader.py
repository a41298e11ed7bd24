"""Reads a report back as lines, and checks what every report has to keep: rules, marks, footer, archive form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf

from desktop_app.domain.documents.documents import Imprint
from desktop_app.printing.papers import (
    alignment_matrix_pdf,
    letters_register_pdf,
    minutes_pdf,
    monthly_report_pdf,
    register_pdf,
    year_book_pdf,
)
from tests.printing.minutes_reader import KEPT, OPENING, PrintedLine, render_context, visual, where
from tests.printing.oracles import stream
from tests.printing.oracles.cells import rule_faults
from tests.printing.oracles.content import Page

MADE = Imprint(made_at="2023-05-13T09:00:00Z")
_RENDERERS: dict[str, Callable[..., bytes]] = {
    "MonthlyReportDocument": monthly_report_pdf.render,
    "AlignmentMatrixDocument": alignment_matrix_pdf.render,
    "RegisterDocument": register_pdf.render,
    "LettersRegisterDocument": letters_register_pdf.render,
    "YearBookDocument": year_book_pdf.render,
    "MinutesDocument": minutes_pdf.render,
}


@dataclass(frozen=True, slots=True)
class Read:
    """A paper that was read back."""

    pdf: bytes
    pages: tuple[Page, ...]
    lines: tuple[PrintedLine, ...]

    def has(self, text: str) -> bool:
        """Whether some line is exactly this text."""
        return bool(where(self.lines, text))

    def at(self, text: str) -> PrintedLine:
        """The first line that is this text."""
        found = where(self.lines, text)
        assert found, f"no line is {text!r}"
        return found[0]

    def holds(self, text: str) -> bool:
        """Whether some line has this text in it, as it stands on paper; brackets in one shape."""
        wanted = visual(text)
        return any(wanted in line.visual.translate(OPENING) for line in self.lines)

    def on(self, page: int) -> list[PrintedLine]:
        """The lines of a page."""
        return [line for line in self.lines if line.page == page]


@lru_cache(maxsize=KEPT)
def read(document: Any, imprint: Imprint = MADE) -> Read:
    """Print a report and read it back; whatever it is, its file is sound."""
    pdf = _RENDERERS[type(document).__name__](document, imprint, render_context())
    pages = tuple(stream.read(pdf))
    found = [_line(page, glyphs) for page in pages for glyphs in page.lines()]
    return Read(pdf, pages, tuple(sorted(found, key=lambda line: (line.page, -line.y, -line.right))))


def _line(page: Page, glyphs: Any) -> PrintedLine:
    text = "".join(glyph.text for glyph in glyphs)
    left, right = min(glyph.x for glyph in glyphs), max(glyph.x + glyph.advance for glyph in glyphs)
    return PrintedLine(text, page.number, left, right, glyphs[0].y, glyphs[0].size)


def require_sound(paper: Read, title: str) -> None:
    """Nothing touches a rule, nothing leaves the sheet, every page has its footer, the file knows its title."""
    assert rule_faults(paper.pages) == []
    with pikepdf.open(BytesIO(paper.pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == title
        sizes = [[float(side) for side in page.mediabox] for page in opened.pages]
    total = len(sizes)
    for page in paper.pages:
        _, _, width, height = sizes[page.number - 1]
        for glyph in page.glyphs:
            if glyph.box is not None and not glyph.rotated:
                left, bottom, right, top = glyph.box
                assert 0 < left < right < width, (page.number, glyph.text)
                assert 0 < bottom < top < height, (page.number, glyph.text)
        footer = visual(f"صفحهٔ {page.number} از {total}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")))
        assert any(footer in line.visual for line in paper.on(page.number)), page.number
