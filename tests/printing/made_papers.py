"""Small papers for the proofs: paragraphs, or one table, set by the program's own engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from desktop_app.domain.rules.typed_text import as_typed_clean, missing_characters
from desktop_app.printing.engine.layout.flow import A4, Margins, Paper, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.structure import DrawnPages
from desktop_app.printing.engine.layout.table import Cell, FaTable
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.system.paths import resource

REGULAR = resource("fonts", "Vazirmatn-Regular.ttf")
ONE_LINE = 900.0
"""Wide enough for any line of the corpus."""


@cache
def fonts() -> FontSet:
    """The bundled fonts, loaded once."""
    return FontSet.load(Path(resource("fonts")))


def missing(text: str) -> list[str]:
    """The characters of a text, as a field keeps it, that the check before printing names."""
    return [found.char for found in missing_characters(as_typed_clean(text).text, fonts().supported())]


def render_context() -> RenderContext:
    """The bundled fonts and the usual archive form."""
    return RenderContext(fonts=fonts())


def style(align: Align = Align.RIGHT, size: float = 13.0, weight: Weight = Weight.REGULAR) -> ParagraphStyle:
    """A plain paragraph."""
    return ParagraphStyle(TextStyle(weight, size), align, after=6.0)


def paragraphs(texts: Sequence[str], width: float = 170 * MM, how: ParagraphStyle | None = None) -> bytes:
    """Paragraphs one below the other, on as many pages as it takes; not finished."""
    return paragraph_pages(texts, width, how).pdf


def paragraph_pages(texts: Sequence[str], width: float = 170 * MM, how: ParagraphStyle | None = None) -> DrawnPages:
    """The same, ready to be finished."""
    typesetter = Typesetter(fonts())
    story = [FaParagraph(typesetter, text, how or style()) for text in texts]
    return render(typesetter, story, sheet(width))


def table(rows: Sequence[Sequence[str]], widths: Sequence[float | None], width: float = 170 * MM) -> bytes:
    """One table with a header row; not finished."""
    return table_pages(rows, widths, width).pdf


def table_pages(rows: Sequence[Sequence[str]], widths: Sequence[float | None], width: float = 170 * MM) -> DrawnPages:
    """The same, ready to be finished."""
    typesetter = Typesetter(fonts())
    cells = [[Cell(FaParagraph(typesetter, text, style(size=11.0))) for text in row] for row in rows]
    return render(typesetter, [FaTable(cells, widths)], sheet(width))


def sheet(width: float) -> Paper:
    margins = Margins(top=40, bottom=40, left=30, right=30)
    return Paper(size=(width + 60, A4[1]), first=margins, later=margins, title="Proof")
