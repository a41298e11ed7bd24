"""Minutes: a marked page, its class, a box for each signature, and what a plain clause is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
import segno

from desktop_app.domain.documents.amendment_lines import ChangedPart, ChangeLine
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.page_marks import mark_text
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.papers.minutes_changes import place_of
from desktop_app.printing.stationery.frame import MARK, MODULES, QUIET
from desktop_app.printing.word.minutes_docx import talk
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.printing.oracles.content import Page, Stroke

SIGN = "امضا"
REMARK = "ملاحظه / نظر مخالف:"
PEN = (40 * MM, 20 * MM)
WITHOUT_LISTS, SIXTEEN = (
    replace(document, attachments=(), copies_to=()) for document in (samples.RICH, samples.SIXTEEN_SIGNERS)
)
"""Minutes whose signatures have nothing below them stand on one page."""
Box = tuple[float, float, float, float]


def dark(page: Page) -> list[Stroke]:
    """The filled squares of the marks; minutes fill nothing else."""
    return [stroke for stroke in page.strokes if stroke.filled]


def sides(page: Page) -> list[list[Stroke]]:
    """The squares of the left mark and of the right one."""
    middle = page.width / 2
    return [[one for one in dark(page) if (one.x0 < middle) is left] for left in (True, False)]


def box_of(strokes: Sequence[Stroke]) -> Box:
    return (
        min(one.x0 for one in strokes),
        min(one.y0 for one in strokes),
        max(one.x1 for one in strokes),
        max(one.y1 for one in strokes),
    )


def inside(page: Page, box: Box) -> list[object]:
    """Everything with ink in a box, its edges left out."""
    left, bottom, right, top = box[0] + 0.2, box[1] + 0.2, box[2] - 0.2, box[3] - 0.2
    inked: list[object] = [
        glyph
        for glyph in page.glyphs
        if glyph.box and not glyph.rotated
        and glyph.box[0] < right and glyph.box[2] > left and glyph.box[1] < top and glyph.box[3] > bottom
    ]  # fmt: skip
    strokes = [one for one in page.strokes if one.x0 < right and one.x1 > left and one.y0 < top and one.y1 > bottom]
    return [*inked, *strokes]


def test_each_page_bears_its_own_mark_at_both_sides() -> None:
    code = samples.final_imprint(samples.RICH).code
    pages = reader.pages(samples.RICH)
    assert len(pages) > 2
    for page in pages:
        made = segno.make(mark_text(code, page.number, len(pages)), error="h", boost_error=False)
        assert (made.designator, made.mode) == ("2-H", "alphanumeric")
        for squares in sides(page):
            left, bottom, right, top = box_of(squares)
            assert right - left == pytest.approx(MARK, abs=0.1)
            assert top - bottom == pytest.approx(MARK, abs=0.1)
            for row, modules in enumerate(reversed(made.matrix)):
                for column, module in enumerate(modules):
                    x, y = left + (column + 0.5) * MARK / MODULES, bottom + (row + 0.5) * MARK / MODULES
                    assert any(one.x0 < x < one.x1 and one.y0 < y < one.y1 for one in squares) == bool(module)


def test_a_mark_is_large_and_has_its_quiet_zone() -> None:
    assert 14 * MM <= MARK <= 15 * MM
    assert pytest.approx(4 * MARK / 25) == QUIET
    for page in reader.pages(samples.RICH):
        for squares in sides(page):
            box = box_of(squares)
            zone = (box[0] - QUIET, box[1] - QUIET, box[2] + QUIET, box[3] + QUIET)
            assert len(inside(page, zone)) == len(squares)
            assert zone[1] > 0


@pytest.mark.parametrize("imprint", [reader.DRAFT, reader.SAMPLE])
def test_drafts_and_samples_bear_no_mark(imprint: Imprint) -> None:
    assert [dark(page) for page in reader.pages(samples.RICH, imprint) if dark(page)] == []


@pytest.mark.parametrize(("key", "word"), [("normal", "عادی"), ("confidential", "محرمانه"), ("secret", "خیلی محرمانه")])
def test_every_page_says_its_class(key: str, word: str) -> None:
    head = replace(samples.RICH.letterhead, classification=key)
    pages = reader.pages(replace(samples.RICH, letterhead=head))
    wanted = reader.visual(f" – طبقه‌بندی: {word} – ")
    for page in pages:
        low = ["".join(glyph.text for glyph in line) for line in page.lines() if line[0].y < 25 * MM]
        assert sum(wanted in line for line in low) == 1, low


def test_each_signer_has_a_captioned_rule_under_a_blank_and_a_line_for_dissent_apart_below() -> None:
    lines = reader.lines(WITHOUT_LISTS)
    captions, remarks = reader.where(lines, SIGN), reader.where(lines, REMARK)
    assert len(captions) == len(remarks) == len(WITHOUT_LISTS.signers)
    page = reader.pages(WITHOUT_LISTS)[captions[0].page - 1]
    for caption in captions:
        rule = signature_rule(page, caption)
        assert rule.x1 - rule.x0 == pytest.approx(PEN[0], abs=0.1)
        assert inside(page, (rule.x0, rule.y0, rule.x1, rule.y0 + PEN[1])) == []
        below = [one for one in remarks if 0 < rule.y0 - one.y < 9 * MM and abs(one.right - caption.left) < 80 * MM]
        remark = min(below, key=lambda one: abs(one.left - caption.left))
        dotted = [
            one for one in page.strokes if one.is_level and abs(one.y0 - remark.y) < 1.5 and one.x1 <= remark.left
        ]
        assert dotted, "the line of dissent begins after its words"
        assert rule.y0 - max(one.y0 for one in dotted) >= 5 * MM


def signature_rule(page: Page, caption: reader.PrintedLine) -> Stroke:
    """The rule that a caption stands beside."""
    level = [one for one in page.strokes if one.is_level and abs(one.y0 - caption.y) < 1.5 and one.x1 <= caption.left]
    return max(level, key=lambda one: one.x1)


def test_names_stand_beside_the_blank_and_posts_below_them() -> None:
    lines = reader.lines(WITHOUT_LISTS)
    page = reader.where(lines, SIGN)[0].page
    for signer in WITHOUT_LISTS.signers:
        name = next(line for line in reader.where(lines, signer.name) if (line.page, line.size) == (page, 11.5))
        post = min((line for line in reader.where(lines, signer.post) if line.page == page and line.y < name.y
                    and abs(line.right - name.right) < 1), key=lambda line: name.y - line.y)  # fmt: skip
        assert name.y - post.y < 20


def test_sixteen_signers_share_the_lines_for_dissent_and_keep_their_blanks() -> None:
    lines = reader.lines(SIXTEEN)
    captions = reader.where(lines, SIGN)
    assert len(captions) == 16
    assert len({caption.page for caption in captions}) == 1
    assert reader.where(lines, REMARK) == []
    assert reader.only(lines, "ملاحظه / نظر مخالف، با نام نویسنده:").page == captions[0].page
    page = reader.pages(SIXTEEN)[captions[0].page - 1]
    for caption in captions:
        rule = signature_rule(page, caption)
        assert inside(page, (rule.x0, rule.y0, rule.x1, rule.y0 + PEN[1])) == []


def test_axis_and_owner_stand_below_text_and_executor() -> None:
    lines = reader.lines(samples.RICH)
    assert not [line for line in reader.where(lines, "ردیف") if line.page > 1]
    assert reader.where(lines, "شماره")
    first = reader.where(lines, "۱۴۰۱/۳/۴")[-1]
    assert any(reader.visual("محور: م۷") in line.visual for line in lines if line.page == first.page)
    draft = reader.lines(samples.DRAFT, reader.DRAFT)
    assert reader.only(draft, "ردیف ۱").page <= reader.only(draft, "ردیف ۲").page


(NOTED,) = (item for item in samples.RICH.agenda if item.notes)


def test_a_plain_clause_is_called_so() -> None:
    text = NOTED.notes[0]
    assert any(line.logical.startswith(f"بند: {text[:6]}") for line in reader.lines(samples.RICH))
    assert [line.lead for line in talk(NOTED)][-1] == "بند: "
    assert place_of(ChangeLine(part=ChangedPart.NOTE, name="تمدید مهلت", field="")).startswith("بند صورت‌جلسه")
