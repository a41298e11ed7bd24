"""The foot of the minutes: the mark of the page at both ends, its lines and the initials between.

Two marks at the two sides: a stamp or a stroke of the pen over one of them leaves the other to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.page_marks import mark_text
from desktop_app.printing.layout.canvas import FOOTER
from desktop_app.printing.layout.flow import Page
from desktop_app.printing.layout.marks import draw_artifact, draw_qr
from desktop_app.printing.layout.stack import Rule, stroke_operator
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.typesetting.style import MM, ParagraphStyle, TextStyle
from desktop_app.text.paper import frame as around

MARK: Final = 15 * MM
MODULES: Final = 25
QUIET: Final = 4 * MARK / MODULES
"""Blank round a mark: four of its modules, as its standard asks."""
_TOP: Final = 2.6 * MM
"""From the edge of the text down to marks and rule: at least the quiet zone."""
_GAP: Final = QUIET + 1 * MM
_LINE: Final = 3.2 * MM
_ROOMS: Final = (3.9 * MM, 3.6 * MM)
"""What each of the two lines has."""
_STRIP: Final = 6.6 * MM
_STRIP_WORDS: Final = 2 * MM
_STYLES: Final = (
    ParagraphStyle(TextStyle(size=9.0, colour=styles.SECOND), pitch=1.22),
    ParagraphStyle(TextStyle(size=8.2, colour=styles.SECOND), pitch=1.22),
)


def draw_marked_foot(page: Page, named: Sequence[str], proved: Sequence[str], imprint: Imprint) -> None:
    """Marks, rule, strip for initials, and two lines: what the page is ``named``, and below it how it is ``proved``."""
    with page.canvas.artifact(FOOTER):
        _draw(page, [around.footer(one) for one in (named, proved) if one], imprint)


def _draw(page: Page, lines: Sequence[str], imprint: Imprint) -> None:
    left, right = page.margins.left, page.width - page.margins.right
    top, bottom = page.margins.bottom - _TOP, page.margins.bottom - _TOP - MARK
    code = frame.shown_code(imprint)
    if code:
        # told once: on the other pages, and a second time, it says nothing new
        told = around.code_picture(code) if page.number == 1 else ""
        text = mark_text(code, page.number, page.total)
        draw_qr(page.canvas, text, left, bottom, MARK, words=told)
        draw_qr(page.canvas, text, right - MARK, bottom, MARK)
        left, right = left + MARK + _GAP, right - MARK - _GAP
    page.place(Rule(0.35, styles.HAIRLINE), left, top, right - left)
    _draw_lines(page, lines, left, right)
    _draw_strip(page, left, right, bottom)


def _draw_lines(page: Page, lines: Sequence[str], left: float, right: float) -> None:
    """Each in the largest size in which it stays one line."""
    top = page.margins.bottom - _LINE
    for text, style, room in zip(lines, _STYLES, _ROOMS, strict=False):
        top -= page.place(frame.fitting(page, text, style, right - left, room), left, top, right - left)


def _draw_strip(page: Page, left: float, right: float, bottom: float) -> None:
    box = f"{left:.2f} {bottom:.2f} {right - left:.2f} {_STRIP:.2f} re S"
    draw_artifact(page.canvas, f"{stroke_operator(styles.HAIRLINE)} 0.35 w {box}")
    label = frame.fitting(page, around.INITIALS, styles.SMALL, right - left, _STRIP)
    tall = float(label.wrap(right - left, _STRIP)[1])
    page.place(label, left, bottom + (_STRIP + tall) / 2, right - left - _STRIP_WORDS)
