"""Headers and footers of a Word paper: letterhead, running header, footer with page x of y."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents.documents import Letterhead
from desktop_app.domain.papers import Urgency
from desktop_app.printing.stationery import paper_styles
from desktop_app.printing.word.docx_sheet import DocxSheet, WordParagraph, paragraph, table
from desktop_app.printing.word.docx_xml import Node, add_field, add_text, border, element, put
from desktop_app.printing.words import frame
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day, digits

_MIDDLE: Final = 44
"""Millimetres of the middle column of the letterhead, in the design; the others are alike, so that it is the middle."""
_MIDDLE_SHARE: Final = 0.26
"""At most so much of the width for it."""
_LOGO: Final = 16
_STRONG: Final = paper_styles.STRONG_LINE.removeprefix("#")
_HAIR: Final = paper_styles.HAIRLINE.removeprefix("#")


def write_letterhead(sheet: DocxSheet, head: Letterhead, logo: bytes) -> None:
    """Write parties at the right, invocation in the middle, reference lines at the left, over a line."""
    cells = (
        [WordParagraph(name, "HeaderParty") for name in head.parties],
        [WordParagraph(head.invocation, "HeaderInvocation")],
        [_reference(label, value) for label, value in _references(head)],
    )
    held = sheet.header(first=True)
    middle = min(_MIDDLE * sheet.scale, sheet.width * _MIDDLE_SHARE)
    side = (sheet.width - middle) / 2
    held.append(table([cells], [side, middle, side], head=0, ruled=False))
    held.append(_ruled(paragraph(WordParagraph("", "Header"))))
    if logo:
        sheet.add_picture(logo, height=_LOGO, description=words.parties(head.parties))


def _references(head: Letterhead) -> list[tuple[str, str]]:
    pairs = [
        (frame.NUMBER, head.number),
        (frame.DAY, day(head.day)),
        (frame.ATTACHMENT, head.attachment),
        (frame.CLASSIFICATION, frame.CLASSIFICATIONS[head.classification]),
    ]
    if head.urgency != Urgency.NORMAL:
        pairs.append((frame.URGENCY, frame.URGENCIES[head.urgency]))
    return pairs


def _reference(label: str, value: str) -> WordParagraph:
    return WordParagraph(words.labelled(label, value or frame.DOTS), "HeaderReference")


def write_running_head(sheet: DocxSheet, main: str, side: str) -> None:
    """Write one line on later pages: the paper, and its day at the far end."""
    held = sheet.header(first=False)
    line = _ruled(_with_tab_at_end(sheet, paragraph(WordParagraph(main, "Header"))))
    run = element("r")
    run.append(element("tab"))
    line.append(run)
    add_text(line, side)
    held.append(line)


def write_foot(sheet: DocxSheet, parts: Sequence[str], *, initials: bool) -> None:
    """Write the parts of the paper's name with the page number, and below them the strip for initials."""
    for first in (True, False):
        held = sheet.footer(first=first)
        line = paragraph(WordParagraph(frame.footer([*parts, ""]), "Footer"))
        _add_page(line)
        _line(line, "top", _HAIR)
        held.append(line)
        if initials:
            strip = paragraph(WordParagraph(frame.INITIALS, "FooterInitials"))
            for side in ("top", "left", "bottom", "right"):
                _line(strip, side, _HAIR)
            held.append(strip)


def _add_page(line: Node) -> None:
    """Add «صفحهٔ x از y» with x and y as fields."""
    one, other = "\ufffc", "\ufff9"
    before, _, rest = frame.footer_page(one, other).partition(one)
    between, _, after = rest.partition(other)
    add_text(line, before)
    add_field(line, "PAGE", digits(1))
    add_text(line, between)
    add_field(line, "NUMPAGES", digits(1))
    add_text(line, after)


def _ruled(line: Node) -> Node:
    _line(line, "bottom", _STRONG)
    return line


def _line(held: Node, side: str, colour: str) -> None:
    """Add a border line to a paragraph, in the order of the standard."""
    properties = held.pPr
    lines = next((one for one in properties if one.tag.endswith("}pBdr")), None)
    if lines is None:
        lines = element("pBdr")
        put(properties, lines)
    lines.append(border(side, weight=4, colour=colour, space=3))


def _with_tab_at_end(sheet: DocxSheet, line: Node) -> Node:
    tabs = element("tabs")
    tabs.append(element("tab", val="right", pos=round(sheet.width * 1440 / 25.4)))
    put(line.pPr, tabs)
    return line
