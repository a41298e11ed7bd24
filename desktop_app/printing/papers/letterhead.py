"""The letterhead (سربرگ) in the top margin of a first page: parties, invocation, reference lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents import Letterhead
from desktop_app.domain.papers import Urgency
from desktop_app.printing.layout.flow import Page
from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.marks import draw_picture
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.stack import Rule
from desktop_app.printing.layout.structure import Node
from desktop_app.printing.papers import paper_styles as styles
from desktop_app.printing.papers.paper_words import day
from desktop_app.printing.typesetting.style import MM, ParagraphStyle, Span, TextStyle
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_frame as around
from desktop_app.text import paper_1_keys as keys

_TOP: Final = 9 * MM
_RULE: Final = 3.5 * MM
"""Blank between the line below the letterhead and the edge of the text."""
_LEFT_WIDTH: Final = 44 * MM
_CENTRE_WIDTH: Final = 44 * MM
_LEFT_SHARE: Final = 0.36
_CENTRE_SHARE: Final = 0.26
"""The most that the two columns take of a narrow sheet."""
_LOGO: Final = (24 * MM, 22 * MM)
"""The widest and the tallest that a logo is drawn."""
_LOGO_GAP: Final = 3 * MM


def draw_letterhead(page: Page, head: Letterhead, logo: bytes = b"") -> None:
    """Three columns over a hairline; a logo stands at the right edge with the names of the parties beside it.

    It is drawn last and read first: number and day stand nowhere else.
    """
    with page.canvas.content(Node("Sect"), ahead=True):
        _draw(page, head, logo)


def _draw(page: Page, head: Letterhead, logo: bytes) -> None:
    left = page.margins.left
    right = page.width - page.margins.right
    rule = page.height - page.margins.top + _RULE
    top, bottom = page.height - _TOP, rule + 2.5 * MM
    taken = 0.0
    if logo:
        told = around.logo_picture(words.parties(head.parties))
        taken = draw_picture(page.canvas, logo, right, (top + bottom) / 2, _LOGO, words=told) + _LOGO_GAP
    width = _side_width(page) - taken
    _middle(page, _names(page, head, width, top - bottom), right - _side_width(page), top, bottom, width)
    invocation: list[Flowable] = [FaParagraph(page.typesetter, head.invocation, styles.INVOCATION)]
    centre = left + (page.text_width - _centre_width(page)) / 2
    _from_top(page, invocation, centre, top, _centre_width(page))
    references = _column(page, _LEFT_WIDTH, _LEFT_SHARE)
    _middle(page, _references(page, head, references, top - bottom), left, top, bottom, references)
    page.place(Rule(0.6, styles.STRONG_LINE), left, rule, page.text_width)


def _side_width(page: Page) -> float:
    return (page.text_width - _centre_width(page)) / 2


def _centre_width(page: Page) -> float:
    return _column(page, _CENTRE_WIDTH, _CENTRE_SHARE)


def _column(page: Page, width: float, share: float) -> float:
    """A column of the design grows with the size of its text, up to its share of the sheet."""
    return min(width * page.typesetter.typography.scale, page.text_width * share)


def _names(page: Page, head: Letterhead, width: float, height: float) -> list[FaParagraph]:
    """The names in the largest of their sizes in which each has a line of its own, or at least all have room."""
    sizes = [[FaParagraph(page.typesetter, name, style) for name in head.parties] for style in styles.PARTIES]
    roomy = [lines for lines in sizes if _height(lines, width) <= height]
    whole = [lines for lines in roomy if all(line.line_count == 1 for line in lines)]
    return next(iter([*whole, *roomy, sizes[-1]]))


def _height(lines: Sequence[Flowable], width: float) -> float:
    return sum(float(line.wrap(width, 0)[1]) for line in lines)


def _references(page: Page, head: Letterhead, width: float, height: float) -> list[FaParagraph]:
    """Number, day, attachment and class in the largest of their sizes in which all have room."""
    pairs = [
        (around.NUMBER, head.number),
        (around.DAY, day(head.day)),
        (around.ATTACHMENT, head.attachment),
        (around.CLASSIFICATION, keys.CLASSIFICATIONS[head.classification]),
    ]
    if head.urgency != Urgency.NORMAL:
        pairs.append((around.URGENCY, keys.URGENCIES[head.urgency]))
    sizes = [[_reference(page, label, value, style) for label, value in pairs] for style in styles.REFERENCES]
    return next((lines for lines in sizes if _height(lines, width) <= height), sizes[-1])


def _reference(page: Page, label: str, value: str, style: ParagraphStyle) -> FaParagraph:
    size = style.text.size
    shown = Span(value) if value else Span(around.DOTS, TextStyle(size=size, colour=styles.HAIRLINE))
    lead = Span(words.labelled(label, ""), TextStyle(size=size, colour=styles.QUIET))
    return FaParagraph(page.typesetter, [lead, shown], style)


def _from_top(page: Page, lines: Sequence[Flowable], x: float, top: float, width: float) -> None:
    for line in lines:
        top -= page.place(line, x, top, width)


def _middle(page: Page, lines: Sequence[Flowable], x: float, top: float, bottom: float, width: float) -> None:
    tall = _height(lines, width)
    _from_top(page, lines, x, (top + bottom + tall) / 2, width)
