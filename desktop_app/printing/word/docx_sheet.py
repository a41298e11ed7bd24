"""Word paper while it is written: sheet, header, footer, paragraphs and tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.layout.marks import Stroke, read_picture
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery.paper_styles import column_widths
from desktop_app.printing.word import docx_file
from desktop_app.printing.word.docx_styles import TABLE, TABLE_PLAIN, design_of
from desktop_app.printing.word.docx_xml import Node, add_text, element, put

_SHEETS: Final = {Sheet.A4: (210, 297), Sheet.A5: (148, 210), Sheet.A3: (297, 420)}
_TWIPS: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_LONG_ROW: Final = 900
"""Letters in one cell from which a row may part between two pages: about half a page of them."""
PEN: Final = 21
"""Millimetres for a signature."""
_CELL_SIDES: Final = 7
"""Points that a cell takes at its two sides."""
_LOOSER: Final = 1.05
"""Word knows only half points and one bold, and others set letters a little wider than we do."""
_EDGE: Final = 9
"""Millimetres from the edge of the sheet to head and foot."""
_FORMULAS: Final = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
    "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip
"""The shape of a line of writing, number 136 among those of the drawing language."""
_MARK: Final = (
    '<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas>{formulas}</v:formulas><v:path textpathok="t" o:connecttype="rect"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{number}" type="#_x0000_t136" alt="{text}"'
    ' style="position:absolute;margin-left:0;margin-top:0;width:360pt;height:110pt;rotation:315;z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d0d0d0" stroked="f">'
    '<v:fill opacity=".5"/><v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt" string="{text}"/>'
    "</v:shape></w:pict></w:r>"
)


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph of a cell or of the body: text in a named style after a ``lead`` in bold.

    ``keep`` holds it on the page of the next one; ``before`` is room above it in points beyond the style's own.
    ``pieces`` are words with the stroke along them, after the text.
    """

    text: str
    style: str = "TableText"
    lead: str = ""
    keep: bool = False
    before: float = 0.0
    pieces: tuple[tuple[str, Stroke], ...] = ()


_STROKES: Final = {Stroke.NONE: "", Stroke.STRUCK: "strike", Stroke.UNDERLINED: "u"}
Cells = Sequence[Sequence[WordParagraph]]


class DocxSheet:
    """A Word paper to which parts are appended; ``width`` is the text's width in millimetres.

    ``scale`` is what sizes of the design are multiplied by.
    """

    def __init__(self, typography: Typography, fonts: FontSet) -> None:
        self.document: WordDocument = docx_file.empty(typography, fonts)
        self._typography = typography
        self._setter = Typesetter(fonts, typography)
        wide, tall = _SHEETS[typography.sheet]
        margins = typography.margins
        self.width = wide - margins.right - margins.left
        self.scale = typography.scale
        self.body: Node = self.document.element.body
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(wide), Mm(tall)
        section.right_margin, section.left_margin = Mm(margins.right), Mm(margins.left)
        section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
        section.header_distance = section.footer_distance = Mm(_EDGE)
        section.different_first_page_header_footer = True
        self.section = section
        properties: Node = section._sectPr  # noqa: SLF001 - python-docx offers no other way to it
        grid = properties.find(qn("w:docGrid"))
        for name in ("bidi", "rtlGutter"):
            grid.addprevious(element(name))

    def add(self, lines: Iterable[WordParagraph]) -> None:
        """Append paragraphs to the body."""
        for line in lines:
            self.body[-1].addprevious(paragraph(line))

    def add_table(self, made: Node) -> None:
        """Append a table to the body, with the empty paragraph that Word needs between two tables."""
        self.body[-1].addprevious(made)

    def columns(self, rows: Sequence[Cells], shares: Sequence[float]) -> list[float]:
        """Return column widths in millimetres in these proportions that hold the longest words."""
        needed = [max(self._needed(row[column]) for row in rows) for column in range(len(shares))]
        elastic = max(range(len(shares)), key=shares.__getitem__)
        points = column_widths(fitted(shares, self.width * MM), needed, self.width * MM, elastic)
        return [width / MM for width in points]

    def _needed(self, lines: Sequence[WordParagraph]) -> float:
        return max((self._longest(line) for line in lines), default=0.0) * _LOOSER + _CELL_SIDES

    def _longest(self, line: WordParagraph) -> float:
        spans = [line.lead, line.text, *(text for text, _ in line.pieces)]
        try:
            return max(FaParagraph(self._setter, text, design_of(line.style)).minWidth() for text in spans)
        except RuleBroken:
            # a letter that the font lacks: Word takes it from another
            return 0.0

    def header(self, *, first: bool) -> Node:
        """Return the emptied element of a header."""
        part = self.section.first_page_header if first else self.section.header
        return _emptied(part)

    def footer(self, *, first: bool) -> Node:
        """Return the emptied element of a footer."""
        part = self.section.first_page_footer if first else self.section.footer
        return _emptied(part)

    def mark(self, text: str) -> None:
        """Add a watermark across every page."""
        if not text:
            return
        for number, first in ((2049, True), (2050, False)):
            part = self.section.first_page_header if first else self.section.header
            held = paragraph(WordParagraph("", "Header"))
            formulas = "".join(f'<v:f eqn="{one}"/>' for one in _FORMULAS)
            font = escape(self._typography.font, {'"': "&quot;"})
            xml = _MARK.format(ns=nsdecls("w"), number=number, text=text, font=font, formulas=formulas)
            held.append(parse_xml(xml))
            part._element.append(held)  # noqa: SLF001 - as above

    def add_picture(self, content: bytes, *, height: float, description: str) -> None:
        """Add a picture to the first page's header; ``height`` in millimetres.

        Raises ``EnvironmentProblem("picture_unreadable")`` as on paper.
        """
        read_picture(content)
        line = self.section.first_page_header.tables[0].rows[0].cells[0].paragraphs[0]
        picture = line.add_run().add_picture(io.BytesIO(content), height=Mm(height))
        picture._inline.docPr.set("descr", description)  # noqa: SLF001 - as above


def _emptied(part: object) -> Node:
    held: Node = part._element  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    for old in list(held):
        held.remove(old)
    return held


def paragraph(line: WordParagraph) -> Node:
    """Return the element of one paragraph in a named style."""
    made = element("p")
    properties = element("pPr")
    properties.append(element("pStyle", val=line.style))
    if line.keep:
        put(properties, element("keepNext"))
    if line.before:
        put(properties, element("spacing", before=round(line.before * 20)))
    made.append(properties)
    if line.lead:
        add_text(made, line.lead, bold=True)
    add_text(made, line.text)
    for text, stroke in line.pieces:
        add_text(made, text, bold=stroke is Stroke.UNDERLINED, stroke=_STROKES[stroke])
    return made


def table(
    rows: Sequence[Cells],
    widths: Sequence[float],
    *,
    head: int = 1,
    ruled: bool = True,
    whole_rows: bool = False,
    least: float = 0.0,
) -> Node:
    """Return a right-to-left table; ``widths`` in millimetres, ``head`` rows are repeated on each page.

    Rows below the head are at least ``least`` millimetres tall, which is room for a pen.
    ``whole_rows`` never parts a row between two pages; else only one that is very long may part.
    """
    made = element("tbl")
    properties = element("tblPr")
    properties.append(element("tblStyle", val=TABLE if ruled else TABLE_PLAIN))
    properties.append(element("bidiVisual"))
    properties.append(element("tblW", w=_twips(sum(widths)), type="dxa"))
    properties.append(element("tblLayout", type="fixed"))
    made.append(properties)
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=_twips(width)) for width in widths)
    made.append(grid)
    for number, cells in enumerate(rows):
        row = _row(cells, widths, head=number < head, whole=whole_rows)
        if least and number >= head:
            row.trPr.append(element("trHeight", val=_twips(least), hRule="atLeast"))
        made.append(row)
    return made


def _row(cells: Cells, widths: Sequence[float], *, head: bool, whole: bool) -> Node:
    made = element("tr")
    properties = element("trPr")
    if head or whole or _letters(cells) < _LONG_ROW:
        properties.append(element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    made.append(properties)
    for lines, width in zip(cells, widths, strict=True):
        cell = element("tc")
        about = element("tcPr")
        about.append(element("tcW", w=_twips(width), type="dxa"))
        cell.append(about)
        cell.extend(paragraph(line) for line in lines or (WordParagraph(""),))
        made.append(cell)
    return made


def _letters(cells: Cells) -> int:
    return max((sum(map(len, _words(lines))) for lines in cells), default=0)


def _words(lines: Sequence[WordParagraph]) -> Iterator[str]:
    for line in lines:
        yield line.text
        yield from (text for text, _ in line.pieces)


def fitted(shares: Sequence[float], width: float) -> list[float]:
    """Return column widths in the given proportions that fill ``width``."""
    return [share * width / sum(shares) for share in shares]


def _twips(millimetres: float) -> int:
    return round(millimetres * _TWIPS)
