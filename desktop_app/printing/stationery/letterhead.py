"""Letterhead (سربرگ) in the top margin of a first page: parties, invocation, reference lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.documents import Letterhead
from desktop_app.domain.papers import Urgency
from desktop_app.printing.engine.layout.flow import Page
from desktop_app.printing.engine.layout.marks import draw_picture
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Rule
from desktop_app.printing.engine.layout.structure import Node
from desktop_app.printing.engine.typesetting.style import MM, Span, TextStyle
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.frame import smaller
from desktop_app.printing.words import frame
from desktop_app.printing.words import minutes as words
from desktop_app.printing.words.paper_words import day

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
_LOGO_SHARE: Final = 0.45
"""The most of its column that a logo takes; the names need the rest."""
_LOGO_GAP: Final = 3 * MM
_LABEL = TextStyle(size=styles.REFERENCE.text.size, colour=styles.QUIET)
_DOTS = TextStyle(size=styles.REFERENCE.text.size, colour=styles.HAIRLINE)


def draw_letterhead(page: Page, head: Letterhead, logo: bytes = b"", *, dotted: bool = True) -> None:
    """Draw three columns over a hairline; a logo is at the right edge next to the names of the parties.

    What has no value yet is dots to be filled in by hand, unless nothing will be: then it is left out. It is drawn
    last and read first: number and day stand nowhere else.
    """
    with page.canvas.content(Node("Sect"), ahead=True):
        _draw(page, head, logo, dotted)


def _draw(page: Page, head: Letterhead, logo: bytes, dotted: bool) -> None:
    left = page.margins.left
    right = page.width - page.margins.right
    rule = page.height - page.margins.top + _RULE
    top, bottom = page.height - _TOP, rule + 2.5 * MM
    taken = 0.0
    if logo:
        told = frame.logo_picture(words.parties(head.parties))
        room = (min(_LOGO[0], _side_width(page) * _LOGO_SHARE), _LOGO[1])
        taken = draw_picture(page.canvas, logo, right, (top + bottom) / 2, room, words=told) + _LOGO_GAP
    page = _fitting(page, head, taken, top - bottom, dotted)
    width = _side_width(page) - taken
    _middle(page, _names(page, head, width, top - bottom), right - _side_width(page), top, bottom, width)
    centre = left + (page.text_width - _centre_width(page)) / 2
    _from_top(page, _invocation(page, head), centre, top, _centre_width(page))
    _middle(page, _references(page, head, dotted), left, top, bottom, _references_width(page))
    page.place(Rule(0.6, styles.STRONG_LINE), left, rule, page.text_width)


def _fitting(page: Page, head: Letterhead, taken: float, height: float, dotted: bool) -> Page:
    """Return the page with the largest text that fits the three columns, at most that of the office."""
    found = page
    for setter in smaller(page.typesetter):
        found = replace(page, typesetter=setter)
        if _fits(found, head, taken, height, dotted):
            break
    return found


def _fits(page: Page, head: Letterhead, taken: float, height: float, dotted: bool) -> bool:
    width = _side_width(page) - taken
    names = _names(page, head, width, height)
    columns = (
        (names, width),
        (_invocation(page, head), _centre_width(page)),
        (_references(page, head, dotted), _references_width(page)),
    )
    return _whole(names, width) and all(_height(lines, room) <= height for lines, room in columns)


def _whole(lines: Sequence[FaParagraph], width: float) -> bool:
    """Whether no word is cut at this width."""
    return all(line.minWidth() <= width for line in lines)


def _side_width(page: Page) -> float:
    return (page.text_width - _centre_width(page)) / 2


def _centre_width(page: Page) -> float:
    return _column(page, _CENTRE_WIDTH, _CENTRE_SHARE)


def _references_width(page: Page) -> float:
    return _column(page, _LEFT_WIDTH, _LEFT_SHARE)


def _column(page: Page, width: float, share: float) -> float:
    """Return the width of a column, which grows with the text size up to its share of the sheet."""
    return min(width * page.typesetter.typography.scale, page.text_width * share)


def _invocation(page: Page, head: Letterhead) -> list[FaParagraph]:
    return [FaParagraph(page.typesetter, head.invocation, styles.INVOCATION)]


def _names(page: Page, head: Letterhead, width: float, height: float) -> list[FaParagraph]:
    """Return the names in the largest size that keeps each on one line, or at least fits them."""
    sizes = [[FaParagraph(page.typesetter, name, style) for name in head.parties] for style in styles.PARTIES]
    roomy = [lines for lines in sizes if _height(lines, width) <= height and _whole(lines, width)]
    single = [lines for lines in roomy if all(line.line_count == 1 for line in lines)]
    return next(iter([*single, *roomy, sizes[-1]]))


def _height(lines: Sequence[Flowable], width: float) -> float:
    return sum(float(line.wrap(width, 0)[1]) for line in lines)


def _references(page: Page, head: Letterhead, dotted: bool) -> list[FaParagraph]:
    pairs = [
        (frame.NUMBER, head.number),
        (frame.DAY, day(head.day)),
        (frame.ATTACHMENT, head.attachment),
        (frame.CLASSIFICATION, frame.CLASSIFICATIONS[head.classification]),
    ]
    if head.urgency != Urgency.NORMAL:
        pairs.append((frame.URGENCY, frame.URGENCIES[head.urgency]))
    return [_reference(page, label, value) for label, value in pairs if value or dotted]


def _reference(page: Page, label: str, value: str) -> FaParagraph:
    shown = Span(value) if value else Span(frame.DOTS, _DOTS)
    return FaParagraph(page.typesetter, [Span(words.labelled(label, ""), _LABEL), shown], styles.REFERENCE)


def _from_top(page: Page, lines: Sequence[Flowable], x: float, top: float, width: float) -> None:
    for line in lines:
        top -= page.place(line, x, top, width)


def _middle(page: Page, lines: Sequence[Flowable], x: float, top: float, bottom: float, width: float) -> None:
    tall = _height(lines, width)
    _from_top(page, lines, x, (top + bottom + tall) / 2, width)
