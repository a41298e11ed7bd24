"""Every paper of the office: whole lines in every reader, nothing over the edges, equal bytes, its standing told."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.snapshots import canonical_json, document_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.papers import invitation_pdf
from desktop_app.printing.pictures import picture_from
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.workers import Cancelled
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.checks.test_check_05 import foreign
from tests.printing.checks.test_check_12 import code_faults
from tests.printing.checks.test_check_13 import font_faults
from tests.printing.office_papers import Office, lines, outside, pages, paper, printed, stands, words_of
from tests.printing.oracles import drawn, extractors
from tests.printing.papers.test_whole_papers import paper_faults
from tests.whole import deciding

PAPERS: dict[str, Office] = {
    "invitation": samples.INVITATION,
    "bare-invitation": samples.BARE_INVITATION,
    "attendance": samples.ATTENDANCE,
    "crowded-attendance": samples.CROWDED_ATTENDANCE,
    "pack": samples.PACK,
    "bare-pack": samples.BARE_PACK,
    "extract": samples.EXTRACT,
    "long-extract": samples.LONG_EXTRACT,
    "reminder": samples.REMINDER,
    "crowded-reminder": samples.CROWDED_REMINDER,
    "letter": samples.WHOLE_LETTER,
}
EACH_KIND = {"invitation", "attendance", "pack", "extract", "reminder", "letter"}
every_paper = pytest.mark.parametrize("document", PAPERS.values(), ids=PAPERS.keys())


@every_paper
def test_every_line_stands_as_it_was_meant_and_equal_documents_give_equal_bytes(
    document: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with drawn.told(monkeypatch) as recording:
        again = printed(document)
    assert again == paper(document)
    found = list(pages(document))
    faults, count = paper_faults(recording, found)
    assert faults == []
    assert count == sum(len(page.lines()) for page in found) > 10


@pytest.mark.parametrize("name", deciding(PAPERS, EACH_KIND))
def test_codes_fonts_and_letters(name: str, tmp_path: Path) -> None:
    """More pages of a kind have no other fonts and no other letters."""
    pdf = paper(PAPERS[name])
    assert code_faults(list(pages(PAPERS[name]))) == []
    assert font_faults(pdf, tmp_path) == []
    for read in extractors.READERS.values():
        assert foreign(read(pdf, tmp_path)) == set()


@every_paper
def test_nothing_hangs_over_the_edges(document: Office) -> None:
    assert outside(pages(document)) == []


def test_what_hangs_over_would_be_seen() -> None:
    page = pages(samples.INVITATION)[0]
    moved = [page.glyphs[0]._replace(box=(500.0, 0.0, 540.0, 9.0)), *page.glyphs[1:]]
    assert len(outside([replace(page, glyphs=moved)])) == 1


@every_paper
def test_a_document_is_read_back_from_its_json(document: Office) -> None:
    assert document_from_json(type(document), canonical_json(document)) == document


@pytest.mark.parametrize("name", deciding(PAPERS, EACH_KIND))
def test_a_draft_and_a_sample_say_so_at_the_foot_of_each_page(name: str) -> None:
    """Foot and mark are those of the kind, on however many pages."""
    document = PAPERS[name]
    imprint = replace(samples.FINAL, draft=True, sample=True)
    found = pages(document, imprint)
    for page in found:
        foot = _foot(lines(document, imprint), page.number).logical
        assert "پیش‌نویس" in foot
        assert "نمونه" in foot
    assert reader.marks_of(paper(document, imprint)) == ["نمونه – پیش‌نویس"] * len(found)
    assert "پیش‌نویس" not in words_of(document)


@every_paper
def test_each_letter_counts_its_own_pages(document: Office) -> None:
    """Every page that begins with the letterhead is the first of its letter, and no other is."""
    found = lines(document)
    firsts = [line.page for line in reader.where(found, "بسمه تعالی")]
    parts = len(getattr(document, "addressees", getattr(document, "letters", ("one",))))
    assert len(firsts) == parts
    total = len(pages(document))
    for start, end in zip(firsts, [*firsts[1:], total + 1], strict=True):
        for page in range(start, end):
            assert f"صفحهٔ {_digit(page - start + 1)} از {_digit(end - start)}" in _foot(found, page).logical


def _foot(found: Sequence[reader.PrintedLine], page: int) -> reader.PrintedLine:
    return min((line for line in found if line.page == page), key=lambda one: one.y)


def _digit(number: int) -> str:
    return chr(0x6F0 + number)


def test_a_long_job_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    base = reader.render_context()
    invitation_pdf.render(
        samples.INVITATION,
        samples.FINAL,
        RenderContext(fonts=base.fonts, progress=lambda done, total: told.append((done, total))),
    )
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        invitation_pdf.render(samples.INVITATION, samples.FINAL, RenderContext(fonts=base.fonts, progress=stop))


def test_a_letter_that_no_font_has_is_refused_with_its_place() -> None:
    wrong = replace(samples.EXTRACT.letters[0], resolution=replace(samples.RESOLUTION, text="تلفن ☎"))
    with pytest.raises(RuleBroken) as caught:
        printed(replace(samples.EXTRACT, letters=(wrong,)))
    assert (caught.value.key, caught.value.facts["place"]) == ("glyph_missing", samples.RESOLUTION.number)


def test_the_logo_of_the_imprint_is_on_each_first_page() -> None:
    out = io.BytesIO()
    Image.new("RGB", (300, 300), "#0B5F6B").save(out, "PNG")
    logo = picture_from(out.getvalue()).content
    found = pages(samples.INVITATION, Imprint(made_at=samples.FINAL.made_at, logo=logo))
    assert [len(page.pictures) for page in found] == [1] * len(samples.INVITATION.addressees)


def test_a_page_says_where_it_stands() -> None:
    assert stands(samples.INVITATION, "موضوع: دعوت به جلسهٔ فوق‌العادهٔ شمارهٔ ۶") == [1, 2, 3]
