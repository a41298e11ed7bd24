"""Parts of letters: a blank above the name, lists below the signature, even blanks, facts in equal quarters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.shared import Mm

from desktop_app.domain.documents.documents import DeadlineLine, LetterDocument
from desktop_app.domain.documents.letter_lines import DueLine
from desktop_app.domain.documents.meeting_documents import InvitationDocument
from desktop_app.domain.documents.unit_documents import ExtractDocument, ReminderDocument
from desktop_app.printing.engine.typesetting.style import MM, Weight
from desktop_app.printing.word import letter_docx
from tests.printing import made_papers
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing import sample_documents as minutes
from tests.printing.checks.test_check_19 import blanks
from tests.printing.every_paper import parts
from tests.printing.office_papers import LEFT, RIGHT, lines, pages, stands
from tests.printing.oracles.content import Drawn, Page
from tests.printing.papers.test_marked_minutes import inside

PEN = (25 * MM, 20 * MM)
Letter = InvitationDocument | ExtractDocument | ReminderDocument | LetterDocument
LETTERS: dict[str, Letter] = {
    "invitation": samples.INVITATION,
    "extract": samples.EXTRACT,
    "reminder": samples.REMINDER,
    "letter": samples.WHOLE_LETTER,
}
every_letter = pytest.mark.parametrize("name", LETTERS)


@every_letter
def test_above_the_name_is_a_blank_for_the_pen_and_below_it_none(name: str) -> None:
    document = LETTERS[name]
    for signed in _signed(document):
        page = pages(document)[signed.page - 1]
        top = max(glyph.box[3] for glyph in _of(page, signed) if glyph.box)
        middle = (signed.left + signed.right) / 2
        assert inside(page, (middle - PEN[0] / 2, top, middle + PEN[0] / 2, top + PEN[1])) == []
        body = [one for one in reader.where(lines(document), samples.COMMITTEE) if one.page == signed.page][-1]
        assert signed.y - body.y < 16 * MM


def _signed(document: Letter) -> list[reader.PrintedLine]:
    """The names below the blanks; the secretary may stand in a table, too."""
    return [line for line in reader.where(lines(document), samples.SECRETARY.name) if line.size == 13.0]


def _of(page: Page, line: reader.PrintedLine) -> Sequence[Drawn]:
    return next(one for one in page.saying(line.visual) if abs(one[0].y - line.y) < 0.1)


@every_letter
def test_lists_stand_below_the_signature_each_beside_its_heading(name: str) -> None:
    document = LETTERS[name]
    found = lines(document)
    pages_signed = [one.page for one in _signed(document)]
    assert stands(document, "رونوشت") == pages_signed == list(range(1, len(pages(document)) + 1))
    for page in pages_signed:
        here = [line for line in found if line.page == page]
        body = reader.where(here, samples.COMMITTEE)[-1]
        headings = [one for text in ("پیوست‌ها", "رونوشت") for one in reader.where(here, text)]
        firsts = [one for text in (document.attachments[:1], samples.COPIES[:1]) for one in _found(here, text)]
        assert all(one.y < body.y for one in headings)
        assert [one.right for one in headings] == pytest.approx([RIGHT] * len(headings), abs=1)
        assert [one.y for one in headings] == pytest.approx([one.y for one in firsts], abs=0.5)
        assert len({round(one.right) for one in firsts}) == 1


def _found(here: Sequence[reader.PrintedLine], text: Sequence[str]) -> list[reader.PrintedLine]:
    return [one for wanted in text for one in reader.where(here, wanted)]


@every_letter
def test_no_blank_of_a_line_is_more_than_twice_as_wide_as_it_is(name: str) -> None:
    widest = {weight: made_papers.fonts().faces[weight] for weight in (Weight.REGULAR, Weight.MEDIUM)}
    for page in pages(LETTERS[name]):
        for line in page.lines():
            face = next((one for weight, one in widest.items() if line[0].font.endswith(f"-{weight}")), None)
            if face is not None and line[0].size == 13.0:
                natural = face.advance(face.space) / face.units * 13.0
                assert max(blanks(line), default=0.0) <= 2 * natural + 0.1, "".join(one.text for one in line)


def test_a_line_that_cannot_be_filled_evenly_is_left_ragged_and_the_others_are_not() -> None:
    first = next(line for line in lines(samples.INVITATION) if line.visual.startswith("یزاس‌ییارجا"))
    assert first.left > LEFT + 10
    told = [line for line in lines(samples.INVITATION) if line.page == 1 and "بررسی" in line.logical]
    assert [line.left for line in told] == pytest.approx([LEFT], abs=1)


def test_the_facts_of_an_extract_stand_in_the_quarters_of_the_minutes() -> None:
    grid = [reader.only(reader.lines(minutes.RICH), text) for text in ("روز و تاریخ", "ساعت شروع", "ساعت پایان")]
    wanted = [*(one.right for one in grid), reader.where(reader.lines(minutes.RICH), "محل جلسه")[0].right]
    for page in (1, 2):
        here = [line for line in lines(samples.EXTRACT) if line.page == page]
        strip = [reader.only(here, text) for text in ("مهلت", "نقش", "محور", "نوع مصوبه")]
        assert [one.right for one in strip] == pytest.approx(wanted, abs=0.6)
        assert len({one.y for one in strip}) == 1
        below = [one for one in here if abs(one.right - wanted[1]) < 0.6 and one.y < strip[0].y]
        assert reader.where(below, samples.SOURCE.item) or len(below) >= 3, "values below begin at the second quarter"
    widths = [one - other for one, other in pairwise(wanted)]
    assert max(widths) - min(widths) < 5


def test_a_deadline_says_the_day_first_and_below_it_how_it_came_about() -> None:
    assert stands(samples.EXTRACT, "۱۴۰۲/۰۴/۳۱") == [1]
    assert stands(samples.EXTRACT, "مهلت نخست ۱۴۰۲/۰۳/۳۰") == [1]
    assert stands(samples.EXTRACT, "۱ بار تمدید") == [1]
    assert stands(samples.EXTRACT, "۱۴۰۱/۱۲/۲۴") == [2]
    assert stands(samples.EXTRACT, "۳۰ روز کاری پس از جلسه") == [2]
    going_on = replace(samples.RESOLUTION, deadline=DeadlineLine(kind="continuous", due="2023-06-20"))
    letter = replace(samples.EXTRACT.letters[0], resolution=going_on, due=DueLine())
    assert stands(replace(samples.EXTRACT, letters=(letter,)), "مستمر") == [1]


def test_a_reservation_in_the_words_of_a_member_has_a_row_of_its_own() -> None:
    said = "نمایندهٔ مرکز ملی دربارهٔ مهلت و شیوهٔ گزارش، چنان‌که در متن مذاکرات آمده است"
    line = replace(samples.RESOLUTION, adoption="with_reservation", reservation=said)
    document = replace(samples.EXTRACT, letters=(replace(samples.EXTRACT.letters[0], resolution=line),))
    assert stands(document, "با ملاحظه") == [1]
    assert stands(document, "ملاحظه") == [1]


@every_letter
def test_a_usual_letter_takes_one_page(name: str) -> None:
    document = LETTERS[name]
    assert len(pages(document)) == parts(document)


def test_in_word_the_blank_stands_above_the_name() -> None:
    document = samples.WHOLE_LETTER
    made = letter_docx.render(document, minutes.final_imprint(document), made_papers.render_context())
    (table,) = (one for one in Document(BytesIO(made)).tables if samples.SECRETARY.name in one.cell(0, 1).text)
    name = table.cell(0, 1).paragraphs[0]
    above = name.paragraph_format.space_before
    assert above is not None
    assert above >= Mm(20)
