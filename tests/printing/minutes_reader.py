"""Reads a printed paper back as lines: which text stands where, on which page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

import pikepdf

from desktop_app.domain.documents.documents import Imprint, LetterDocument, MinutesDocument
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.outline import outline
from desktop_app.printing.engine.typesetting.style import ParagraphStyle, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.engine.typesetting.words import canonical_text
from desktop_app.printing.papers import letter_pdf, minutes_pdf
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.system.paths import resource
from tests.printing import sample_documents as samples
from tests.printing.oracles import fribidi, stream
from tests.printing.oracles.content import Drawn, Page

DRAFT = Imprint(draft=True)
SAMPLE = Imprint(sample=True)
KEPT = 24
"""Papers that are remembered: those that many tests of a file read; every glyph of hundreds would fill the memory."""
OPENING = str.maketrans(")]}»>", "([{«<")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line: its characters from left to right, its page from 1, its box in points."""

    visual: str
    page: int
    left: float
    right: float
    y: float
    size: float

    @property
    def logical(self) -> str:
        """The line as it is read, right for lines without numbers and Latin letters."""
        return self.visual[::-1]


@cache
def render_context() -> RenderContext:
    """The bundled fonts, loaded once, and the usual archive form."""
    return RenderContext(fonts=FontSet.load(resource("fonts")))


@lru_cache(maxsize=KEPT)
def paper(document: MinutesDocument | LetterDocument, imprint: Imprint | None = None) -> bytes:
    """The PDF of a document, as a final paper unless told otherwise."""
    imprint = imprint or samples.final_imprint(document)
    if isinstance(document, LetterDocument):
        return letter_pdf.render(document, imprint, render_context())
    return minutes_pdf.render(document, imprint, render_context())


@lru_cache(maxsize=KEPT)
def pages(document: MinutesDocument | LetterDocument, imprint: Imprint | None = None) -> tuple[Page, ...]:
    """What its pages draw."""
    return tuple(stream.read(paper(document, imprint)))


def lines(document: MinutesDocument | LetterDocument, imprint: Imprint | None = None) -> list[PrintedLine]:
    """Every line from the top of the first page to the foot of the last."""
    return lines_of(pages(document, imprint))


def lines_of(drawn: Sequence[Page]) -> list[PrintedLine]:
    """The same of any pages."""
    found = [_line(page, glyphs) for page in drawn for glyphs in page.lines()]
    return sorted(found, key=lambda line: (line.page, -line.y, -line.right))


def _line(page: Page, glyphs: Sequence[Drawn]) -> PrintedLine:
    text = "".join(glyph.text for glyph in glyphs)
    left, right = min(glyph.x for glyph in glyphs), max(glyph.x + glyph.advance for glyph in glyphs)
    return PrintedLine(text, page.number, left, right, glyphs[0].y, glyphs[0].size)


@lru_cache(maxsize=4096)
def visual(text: str) -> str:
    """A line as it has to stand on paper, by a bidi that the program does not use; brackets in one shape."""
    return fribidi.visual_text(canonical_text(text)).translate(OPENING)


def where(found: Sequence[PrintedLine], text: str) -> list[PrintedLine]:
    """The lines that are exactly this text."""
    wanted = visual(text)
    return [line for line in found if len(line.visual) == len(wanted) and line.visual.translate(OPENING) == wanted]


def only(found: Sequence[PrintedLine], text: str) -> PrintedLine:
    """The one line that is this text."""
    matching = where(found, text)
    assert len(matching) == 1, f"{len(matching)} lines are {text!r}"
    return matching[0]


def marks_of(pdf: bytes) -> list[str]:
    """The words that stand across each page as shapes; "" where there is none."""
    shapes = _marks()
    with pikepdf.open(BytesIO(pdf)) as opened:
        contents = [page.Contents.read_bytes().decode("latin-1") for page in opened.pages]
    return ["".join(word for word, shape in shapes.items() if f" {shape} Q EMC" in content) for content in contents]


@cache
def _marks() -> dict[str, str]:
    """The shape of each word that may stand across a page."""
    setter = Typesetter(render_context().fonts)
    style = ParagraphStyle(TextStyle(Weight.BOLD, 110.0))
    return {word: outline(setter, word, style).operators for word in ("نمونه", "باطل", "پیش‌نویس", "نمونه – پیش‌نویس")}
