"""The letterhead (سربرگ) in the top margin of a first page: parties, invocation, reference lines."""

from __future__ import annotations

from typing import Final

from reportlab.platypus.flowables import Flowable

from desktop_app.domain.documents import Letterhead
from desktop_app.domain.papers import Urgency
from desktop_app.printing import paper_styles as styles
from desktop_app.printing.flow import Page
from desktop_app.printing.paper_words import day
from desktop_app.printing.paragraph import FaParagraph
from desktop_app.printing.stack import Rule
from desktop_app.printing.style import MM, Span, TextStyle
from desktop_app.text import paper_1 as words
from desktop_app.text import paper_1_frame as around
from desktop_app.text import paper_1_keys as keys

HEIGHT: Final = 40 * MM
"""Top margin of a first page: the title begins here."""
_TOP: Final = 9 * MM
_RULE: Final = 36.5 * MM
_LEFT_WIDTH: Final = 44 * MM
_CENTRE_WIDTH: Final = 44 * MM
_LABEL = TextStyle(size=styles.REFERENCE.text.size, colour=styles.QUIET)
_DOTS = TextStyle(size=styles.REFERENCE.text.size, colour=styles.HAIRLINE)


def draw_letterhead(page: Page, head: Letterhead) -> None:
    """Three columns over a hairline; a logo has its room above the names of the parties."""
    left = page.margins.left
    right = page.width - page.margins.right
    top, bottom = page.height - _TOP, page.height - _RULE + 2.5 * MM
    parties = [FaParagraph(page.typesetter, name, styles.PARTY) for name in head.parties]
    _middle(page, parties, right - _side_width(page), top, bottom, _side_width(page))
    invocation = [FaParagraph(page.typesetter, head.invocation, styles.INVOCATION)]
    centre = left + (page.text_width - _CENTRE_WIDTH) / 2
    _from_top(page, invocation, centre, top, _CENTRE_WIDTH)
    _middle(page, _references(page, head), left, top, bottom, _LEFT_WIDTH)
    page.place(Rule(0.6, styles.STRONG_LINE), left, page.height - _RULE, page.text_width)


def _side_width(page: Page) -> float:
    return (page.text_width - _CENTRE_WIDTH) / 2


def _references(page: Page, head: Letterhead) -> list[Flowable]:
    pairs = [
        (around.NUMBER, head.number),
        (around.DAY, day(head.day)),
        (around.ATTACHMENT, head.attachment),
        (around.CLASSIFICATION, keys.CLASSIFICATIONS[head.classification]),
    ]
    if head.urgency != Urgency.NORMAL:
        pairs.append((around.URGENCY, keys.URGENCIES[head.urgency]))
    return [_reference(page, label, value) for label, value in pairs]


def _reference(page: Page, label: str, value: str) -> Flowable:
    shown = Span(value) if value else Span(around.DOTS, _DOTS)
    return FaParagraph(page.typesetter, [Span(words.labelled(label, ""), _LABEL), shown], styles.REFERENCE)


def _from_top(page: Page, lines: list[Flowable], x: float, top: float, width: float) -> None:
    for line in lines:
        top -= page.place(line, x, top, width)


def _middle(page: Page, lines: list[Flowable], x: float, top: float, bottom: float, width: float) -> None:
    tall = sum(float(line.wrap(width, top)[1]) for line in lines)
    _from_top(page, lines, x, (top + bottom + tall) / 2, width)
