"""Page frame of papers: sheets, margins, running header, footer, and the marked foot of the minutes.

The mark of the page is at both ends of the foot, with its lines and the initials between: a stamp or a stroke of the
pen over one of them leaves the other to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.documents.appearance import USUAL, Sheet, Typography
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.page_marks import mark_text
from desktop_app.printing.engine.layout.canvas import FOOTER, HEADER
from desktop_app.printing.engine.layout.flow import A4, Margins, Page, Paper
from desktop_app.printing.engine.layout.marks import draw_artifact, draw_qr
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Rule, stroke_operator
from desktop_app.printing.engine.typesetting.style import MM, ParagraphStyle, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.words import frame as frame_words
from desktop_app.printing.words.paper_words import digits

SHEETS: Final = {Sheet.A4: A4, Sheet.A5: (148 * MM, 210 * MM), Sheet.A3: (297 * MM, 420 * MM)}
"""Width and height of each sheet, in points."""
_LEAST_FOOT: Final = 22
_LEAST_HEAD: Final = 21
_LEAST_LETTERHEAD: Final = 34
"""What footer, running header and letterhead need at least, in millimetres, whatever margin is asked for."""

A4_WIDE: Final = (A4[1], A4[0])
A3_WIDE: Final = (2 * A4[0], A4[1])
"""Sheets that lie on their long side, for wide tables."""

_RULE: Final = 3 * MM
_LINE: Final = 4 * MM
"""From the edge of the text down to the rule of the footer, and to its line."""
_FOOT: Final = 5.5 * MM
"""The room of that line."""
_HEADER_TOP: Final = 13 * MM
_HEADER_RULE: Final = 19.5 * MM
_HEADER_SIDE: Final = 42 * MM
_HEADER_GAP: Final = 4 * MM
_LEAST_SIZE: Final = 50
_STEP: Final = 5
"""Percent: text that has no room at the office's size is set smaller by so much at a time, down to so little."""


def first(typography: Typography) -> Margins:
    """Return the margins of a first page; the letterhead is in the upper one."""
    return _margins(typography, max(typography.margins.first_top, _LEAST_LETTERHEAD))


def later(typography: Typography) -> Margins:
    """Return the margins of the pages after the first."""
    return _margins(typography, max(typography.margins.top, _LEAST_HEAD))


def _margins(typography: Typography, top: int) -> Margins:
    asked = typography.margins
    bottom = max(asked.bottom, _LEAST_FOOT)
    return Margins(top=top * MM, bottom=bottom * MM, left=asked.left * MM, right=asked.right * MM)


def text_width(typography: Typography) -> float:
    """Return the width for text on the office's sheet."""
    margins = later(typography)
    return SHEETS[typography.sheet][0] - margins.left - margins.right


def page_height(typography: Typography) -> float:
    """Return the height for text on a page after the first."""
    margins = later(typography)
    return SHEETS[typography.sheet][1] - margins.top - margins.bottom


def first_height(typography: Typography) -> float:
    """Return the height for text on a first page."""
    margins = first(typography)
    return SHEETS[typography.sheet][1] - margins.top - margins.bottom


def paper(
    typography: Typography,
    decorate: Callable[[Page], None],
    imprint: Imprint,
    *,
    title: str,
    author: str,
    size: tuple[float, float] | None = None,
) -> Paper:
    """Return the sheet of the office (or of ``size``) with header, footer and watermark."""
    return replace(sheet(typography, size), decorate=decorate, watermark=watermark(imprint), title=title, author=author)


def sheet(typography: Typography, size: tuple[float, float] | None = None) -> Paper:
    """Return the sheet of the office (or of ``size``) with margins and nothing else."""
    return Paper(size=size or SHEETS[typography.sheet], first=first(typography), later=later(typography))


FIRST: Final = first(USUAL)
LATER: Final = later(USUAL)


def watermark(imprint: Imprint) -> str:
    """Return the watermark for a draft, sample and the like; empty for a valid paper."""
    if imprint.void:
        return frame_words.VOID
    marks = [
        mark for wanted, mark in ((imprint.sample, frame_words.SAMPLE), (imprint.draft, frame_words.DRAFT)) if wanted
    ]
    return frame_words.footer(marks)


def footer_marks(imprint: Imprint) -> list[str]:
    """Return the notes on the whole report for the foot of each page."""
    return [frame_words.SAMPLE] if imprint.sample else []


def shown_code(imprint: Imprint) -> str:
    """Return the code; empty for a draft or a sample, which have none."""
    return "" if imprint.draft or imprint.sample else imprint.code


def smaller(setter: Typesetter) -> Iterator[Typesetter]:
    """Yield the office's typesetter and smaller ones, for text in a room of fixed size."""
    asked = setter.typography
    yield setter
    for size in range(asked.size, _LEAST_SIZE - 1, -_STEP):
        yield setter.scaled(size, min(asked.pitch, 100))


def fitting(page: Page, text: str, style: ParagraphStyle, width: float, height: float) -> FaParagraph:
    """Return the paragraph in the largest size that fits, at most that of the office."""
    found = None
    for setter in smaller(page.typesetter):
        found = FaParagraph(setter, text, style)
        if float(found.wrap(width, height)[1]) <= height:
            break
    assert found is not None, "the office's own size comes first"
    return found


def draw_footer(page: Page, parts: Sequence[str]) -> None:
    """Draw a hairline, and below it the name of the paper and the page number."""
    with page.canvas.artifact(FOOTER):
        edge = page.margins.bottom
        page.place(Rule(0.35, styles.HAIRLINE), page.margins.left, edge - _RULE, page.text_width)
        line = frame_words.footer([*parts, frame_words.footer_page(digits(page.number), digits(page.total))])
        foot = fitting(page, line, styles.RUNNING, page.text_width, _FOOT)
        page.place(foot, page.margins.left, edge - _LINE, page.text_width)


def draw_running_header(page: Page, main: str, side: str) -> None:
    """Draw one line on later pages: the paper at the right, its day at the left."""
    with page.canvas.artifact(HEADER):
        _draw_running_header(page, main, side)


def _draw_running_header(page: Page, main: str, side: str) -> None:
    left, top = page.margins.left, page.height - _HEADER_TOP
    line = _HEADER_RULE - _HEADER_TOP
    day = fitting(page, side, styles.RUNNING_LEFT, _HEADER_SIDE, line)
    # where the title is long it takes what the day leaves of its place
    day_width = min(_HEADER_SIDE, day.natural_width() + _HEADER_GAP)
    main_width = page.text_width - day_width
    running = fitting(page, main, styles.RUNNING, main_width, 2 * line)
    tall = float(running.wrap(main_width, page.height)[1])
    # a second line grows upwards, away from the rule
    page.place(running, left + day_width, top + tall * (1 - 1 / running.line_count), main_width)
    page.place(day, left, top, _HEADER_SIDE)
    page.place(Rule(0.35, styles.HAIRLINE), left, page.height - _HEADER_RULE, page.text_width)


MARK: Final = 15 * MM
MODULES: Final = 25
QUIET: Final = 4 * MARK / MODULES
"""Blank round a mark: four of its modules, as its standard asks."""
_TOP: Final = 2.6 * MM
"""From the edge of the text down to marks and rule: at least the quiet zone."""
_GAP: Final = QUIET + 1 * MM
_FOOT_LINE: Final = 3.2 * MM
_ROOMS: Final = (3.9 * MM, 3.6 * MM)
"""What each of the two lines has."""
_STRIP: Final = 6.6 * MM
_STRIP_WORDS: Final = 2 * MM
_STYLES: Final = (
    ParagraphStyle(TextStyle(size=9.0, colour=styles.SECOND), pitch=1.22),
    ParagraphStyle(TextStyle(size=8.2, colour=styles.SECOND), pitch=1.22),
)


def draw_marked_foot(page: Page, named: Sequence[str], proved: Sequence[str], imprint: Imprint) -> None:
    """Draw marks, rule, strip for initials, and two lines: ``named`` and below it ``proved``."""
    with page.canvas.artifact(FOOTER):
        _draw(page, [frame_words.footer(one) for one in (named, proved) if one], imprint)


def _draw(page: Page, lines: Sequence[str], imprint: Imprint) -> None:
    left, right = page.margins.left, page.width - page.margins.right
    top, bottom = page.margins.bottom - _TOP, page.margins.bottom - _TOP - MARK
    code = shown_code(imprint)
    if code:
        # told once: on the other pages, and a second time, it says nothing new
        told = frame_words.code_picture(code) if page.number == 1 else ""
        text = mark_text(code, page.number, page.total)
        draw_qr(page.canvas, text, left, bottom, MARK, words=told)
        draw_qr(page.canvas, text, right - MARK, bottom, MARK)
        left, right = left + MARK + _GAP, right - MARK - _GAP
    page.place(Rule(0.35, styles.HAIRLINE), left, top, right - left)
    _draw_lines(page, lines, left, right)
    _draw_strip(page, left, right, bottom)


def _draw_lines(page: Page, lines: Sequence[str], left: float, right: float) -> None:
    """Draw each line in the largest size in which it stays one line."""
    top = page.margins.bottom - _FOOT_LINE
    for text, style, room in zip(lines, _STYLES, _ROOMS, strict=False):
        top -= page.place(fitting(page, text, style, right - left, room), left, top, right - left)


def _draw_strip(page: Page, left: float, right: float, bottom: float) -> None:
    box = f"{left:.2f} {bottom:.2f} {right - left:.2f} {_STRIP:.2f} re S"
    draw_artifact(page.canvas, f"{stroke_operator(styles.HAIRLINE)} 0.35 w {box}")
    label = fitting(page, frame_words.INITIALS, styles.SMALL, right - left, _STRIP)
    tall = float(label.wrap(right - left, _STRIP)[1])
    page.place(label, left, bottom + (_STRIP + tall) / 2, right - left - _STRIP_WORDS)
