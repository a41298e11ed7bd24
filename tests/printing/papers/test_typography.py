"""The office's typography on whole papers: sizes, pitch, sheet and margins, and nothing that leaves its place."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from io import BytesIO

import pikepdf
import pytest

from desktop_app.domain.documents.appearance import USUAL, Margins, Sheet, Typography
from desktop_app.domain.papers import Urgency
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.papers import letter_pdf, minutes_pdf
from desktop_app.printing.stationery import frame
from tests.emblem import emblem
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.oracles import cells, stream
from tests.printing.oracles.content import Page

WAYS = {
    "A5": Typography(sheet=Sheet.A5, size=85),
    "A3": Typography(sheet=Sheet.A3, size=115),
    "large": Typography(size=125, pitch=115),
    "small": Typography(size=80, pitch=90),
    "margins": Typography(margins=Margins(right=30, left=30, first_top=50, top=30, bottom=30)),
}
every_way = pytest.mark.parametrize("typography", WAYS.values(), ids=WAYS.keys())


def minutes(typography: Typography) -> bytes:
    """The rich sample in another dress."""
    document = replace(samples.RICH, typography=typography)
    return minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context())


@lru_cache(maxsize=len(WAYS) + 1)
def read_minutes(typography: Typography) -> tuple[list[Page], list[list[cells.Box]]]:
    """Its pages and the cells of its tables."""
    with pytest.MonkeyPatch.context() as patch, cells.noted(patch) as tables:
        return stream.read(minutes(typography)), tables


def texts(pages: list[Page]) -> str:
    """Every inked letter of the body, in no order."""
    return "".join(sorted(glyph.text for page in pages for glyph in page.glyphs if glyph.box))


@every_way
def test_the_sheet_and_its_margins_are_those_that_were_asked_for(typography: Typography) -> None:
    pages, tables = read_minutes(typography)
    width, height = frame.SHEETS[typography.sheet]
    left, right = typography.margins.left * MM, width - typography.margins.right * MM
    assert len(tables) >= 4
    assert cells.cell_faults(pages, tables) == []
    for page in pages:
        assert (round(page.width), round(page.height)) == (round(width), round(height))
        boxes = [glyph.box for glyph in page.glyphs if glyph.box and not glyph.rotated]
        assert min(box[0] for box in boxes) >= left - 0.5
        assert max(box[2] for box in boxes) <= right + 0.5
        body = [box for box in boxes if box[3] > typography.margins.bottom * MM]
        assert min(box[1] for box in body) >= typography.margins.bottom * MM - 1
        assert max(box[3] for box in boxes) <= height - 5 * MM


def test_sizes_and_pitch_follow_the_percentages() -> None:
    document = samples.letter("نخستین بند این نامه که چند سطر دارد و پایان نمی‌یابد مگر در سطر سوم. " * 4)

    def drawn(typography: Typography) -> tuple[float, float]:
        dressed = replace(document, typography=typography)
        (page,) = stream.read(letter_pdf.render(dressed, samples.final_imprint(dressed), made_papers.render_context()))
        body = [line for line in page.lines() if len(line) > 60]
        return body[0][0].size, body[0][0].y - body[1][0].y

    size, pitch = drawn(USUAL)
    assert drawn(Typography(size=120)) == pytest.approx((size * 1.2, pitch * 1.2), abs=0.02)
    assert drawn(Typography(pitch=125)) == pytest.approx((size, pitch * 1.25), abs=0.02)


@every_way
def test_no_letter_of_the_text_is_lost(typography: Typography) -> None:
    """Running heads differ with the number of pages; every letter of the usual paper is there about as often.

    On a small sheet signers may share their lines for dissent, so the words before these are not counted.
    """
    usual, other = texts(read_minutes(USUAL)[0]), texts(read_minutes(typography)[0])
    for letter in set(usual):
        if letter.isalpha() and letter > "\u0600":
            shared = "ملاحظه / نظر مخالف".count(letter) * len(samples.RICH.signers)
            assert other.count(letter) >= (usual.count(letter) - shared) * 0.8, letter


@every_way
def test_the_blank_for_the_pen_keeps_its_size(typography: Typography, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop_app.printing.stationery.signature_boxes import PEN_HEIGHT, PEN_WIDTH, SignerBox

    heights = []
    draw = SignerBox.drawOn

    def noted(self: SignerBox, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N803
        heights.append((self.width, self.height))
        draw(self, canvas, x, y)

    monkeypatch.setattr(SignerBox, "drawOn", noted)
    minutes(typography)
    assert len(heights) == len(samples.RICH.signers)
    assert all(height >= PEN_HEIGHT >= 20 * MM for _, height in heights)
    assert all(width >= PEN_WIDTH >= 40 * MM for width, _ in heights)


def test_the_usual_typography_changes_nothing() -> None:
    assert minutes(Typography()) == minutes(USUAL)
    assert minutes(Typography(size=101)) != minutes(USUAL)


@pytest.mark.parametrize("sheet", Sheet)
def test_the_running_title_stands_in_one_line_where_its_day_leaves_room(sheet: Sheet) -> None:
    typography = Typography(sheet=sheet)
    pages = stream.read(minutes(typography))[1:]
    assert pages
    for page in pages:
        top = page.height - frame.later(typography).top
        heights = {round(line[0].y, 1) for line in page.lines() if line[0].y > top}
        assert len(heights) == 1


def test_margins_below_what_head_and_foot_need_are_widened() -> None:
    narrow = Typography(margins=Margins(right=10, left=10, first_top=10, top=5, bottom=5))
    with pikepdf.open(BytesIO(minutes(narrow))) as opened:
        assert len(opened.pages) >= 1
    assert frame.later(narrow).bottom >= 22 * MM
    assert frame.first(narrow).top >= 34 * MM
    assert frame.later(narrow).top >= 21 * MM


EXTREMES = {
    "large": Typography(size=125),
    "largest": Typography(size=150, pitch=160, margins=Margins(right=60, left=60)),
    "small sheet": Typography(size=150, pitch=160, sheet=Sheet.A5),
    "pitch": Typography(pitch=160),
}


@pytest.mark.parametrize("typography", EXTREMES.values(), ids=EXTREMES.keys())
def test_letterhead_and_running_lines_keep_to_their_room(typography: Typography) -> None:
    """Whatever the office asks for: five reference lines over the rule, the foot between its rule and the strip."""
    head = replace(samples.RICH.letterhead, urgency=Urgency.URGENT.value)
    document = replace(samples.RICH, letterhead=head, typography=typography)
    imprint = replace(samples.final_imprint(document), logo=emblem())
    pages = stream.read(minutes_pdf.render(document, imprint, made_papers.render_context()))
    head_lines = [
        "".join(glyph.text for glyph in line) for line in pages[0].lines() if line[0].y > pages[0].height - 105
    ]
    assert any("مازندران"[::-1] in line for line in head_lines), "a name is cut"
    for number, page in enumerate(pages):
        margins = frame.later(typography) if number else frame.first(typography)
        rules = [margins.bottom - 2.6 * MM, margins.bottom - 11 * MM]
        rules.append(page.height - (19.5 * MM if number else margins.top - 3.5 * MM))
        for glyph in page.glyphs:
            if glyph.box is not None and not glyph.rotated:
                low, high = glyph.box[1], glyph.box[3]
                assert high <= page.height - 5 * MM
                assert not any(low + 0.3 < rule < high - 0.3 for rule in rules), glyph.text
