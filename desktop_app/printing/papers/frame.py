"""What stands round the text on every page: footer with code and page, strip for initials, running header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents import Imprint
from desktop_app.printing.layout.canvas import FOOTER, HEADER
from desktop_app.printing.layout.flow import A4, Margins, Page
from desktop_app.printing.layout.marks import draw_artifact, draw_qr
from desktop_app.printing.layout.paragraph import FaParagraph
from desktop_app.printing.layout.stack import Rule, stroke_operator
from desktop_app.printing.papers import paper_styles as styles
from desktop_app.printing.papers.letterhead import HEIGHT
from desktop_app.printing.papers.paper_words import digits
from desktop_app.printing.typesetting.style import MM
from desktop_app.text import paper_1_frame as around

FIRST: Final = Margins(top=HEIGHT, bottom=25 * MM, left=15 * MM, right=25 * MM)
LATER: Final = Margins(top=25 * MM, bottom=25 * MM, left=15 * MM, right=25 * MM)
"""Of the lower 25 mm of a later page, 15 are blank or initials and 10 belong to the footer."""

PAGE_HEIGHT: Final = A4[1] - LATER.top - LATER.bottom
"""Room for text on a page after the first."""

A4_WIDE: Final = (A4[1], A4[0])
A3_WIDE: Final = (2 * A4[0], A4[1])
"""Sheets that lie on their long side, for wide tables."""

_RULE: Final = 22 * MM
_LINE: Final = 21 * MM
_STRIP_TOP: Final = 15.5 * MM
_STRIP_BOTTOM: Final = 8.5 * MM
_QR: Final = 12 * MM
_GAP: Final = 4 * MM
_HEADER_TOP: Final = 13 * MM
_HEADER_RULE: Final = 19.5 * MM
_HEADER_SIDE: Final = 42 * MM


def watermark(imprint: Imprint) -> str:
    """The mark across each page: what the paper is not."""
    if imprint.void:
        return around.VOID
    marks = [mark for wanted, mark in ((imprint.sample, around.SAMPLE), (imprint.draft, around.DRAFT)) if wanted]
    return around.footer(marks)


def shown_code(imprint: Imprint) -> str:
    """The code, unless the paper is a draft or a sample: those bear none."""
    return "" if imprint.draft or imprint.sample else imprint.code


def draw_footer(page: Page, parts: Sequence[str], imprint: Imprint, *, initials: bool) -> None:
    """Footer line, code as QR at the left, and the strip for initials below the line."""
    with page.canvas.artifact(FOOTER):
        _draw_footer(page, parts, imprint, initials=initials)


def _draw_footer(page: Page, parts: Sequence[str], imprint: Imprint, *, initials: bool) -> None:
    left, right = page.margins.left, page.width - page.margins.right
    code = shown_code(imprint)
    page.place(Rule(0.35, styles.HAIRLINE), left, _RULE, page.text_width)
    start = left
    if code:
        # told once: on the other pages it says nothing new
        told = around.code_picture(code) if page.number == 1 else ""
        draw_qr(page.canvas, code, left, _STRIP_BOTTOM, _QR, words=told)
        start += _QR + _GAP
    line = around.footer([*parts, around.footer_page(digits(page.number), digits(page.total))])
    page.place(FaParagraph(page.typesetter, line, styles.RUNNING), start, _LINE, right - start)
    if initials:
        _draw_strip(page, start, right)


def _draw_strip(page: Page, left: float, right: float) -> None:
    box = f"{left:.2f} {_STRIP_BOTTOM:.2f} {right - left:.2f} {_STRIP_TOP - _STRIP_BOTTOM:.2f} re S"
    draw_artifact(page.canvas, f"{stroke_operator(styles.HAIRLINE)} 0.35 w {box}")
    label = FaParagraph(page.typesetter, around.INITIALS, styles.SMALL)
    tall = float(label.wrap(right - left, _STRIP_TOP)[1])
    top = (_STRIP_TOP + _STRIP_BOTTOM + tall) / 2
    page.place(label, left, top, right - left - 2 * MM)


def draw_running_header(page: Page, main: str, side: str) -> None:
    """One line from the second page on: what the paper is at the right, its day at the left."""
    with page.canvas.artifact(HEADER):
        _draw_running_header(page, main, side)


def _draw_running_header(page: Page, main: str, side: str) -> None:
    left, top = page.margins.left, page.height - _HEADER_TOP
    main_width = page.text_width - _HEADER_SIDE
    page.place(FaParagraph(page.typesetter, main, styles.RUNNING), left + _HEADER_SIDE, top, main_width)
    page.place(FaParagraph(page.typesetter, side, styles.RUNNING_LEFT), left, top, _HEADER_SIDE)
    page.place(Rule(0.35, styles.HAIRLINE), left, page.height - _HEADER_RULE, page.text_width)
