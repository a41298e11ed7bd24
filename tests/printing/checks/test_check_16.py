"""Check 16: letterhead on the first page, its one-line heir on the others, and «صفحهٔ x از y» right on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.printing.every_paper import SAMPLES, each_kind, paper, parts
from tests.printing.oracles import fribidi, stream
from tests.printing.oracles.content import Page

PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
LONG = replace(samples.LONG_RESOLUTION, resolutions=samples.LONG_RESOLUTION.resolutions * 4)
DOCUMENTS = {"one page": samples.BARE, "rich": samples.RICH, "inquorate": samples.INQUORATE, "more than ten": LONG}
every_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
MM = 72 / 25.4


def footer_faults(pages: Sequence[Page]) -> list[str]:
    """Each page must end one line below its text with its own number and the true total, in Persian digits."""
    faults = []
    for number, page in enumerate(pages, 1):
        wanted = fribidi.visual_text(f"صفحهٔ {number} از {len(pages)}".translate(PERSIAN))
        low = ["".join(glyph.text for glyph in line) for line in page.lines() if line[0].y < 25 * MM]
        if sum(text.startswith(wanted) for text in low) != 1:
            faults.append(f"page {number} of {len(pages)} says {low}")
    return faults


def high(page: Page, millimetres: float) -> str:
    """Everything that stands above a height from the upper edge, each line as it is read."""
    lines = [line for line in page.lines() if line[0].y > page.height - millimetres * MM]
    return "\n".join("".join(glyph.text for glyph in reversed(line)) for line in lines)


@every_document
def test_every_page_has_its_number_and_the_total(document: MinutesDocument) -> None:
    assert footer_faults(reader.pages(document)) == []


def test_the_documents_have_one_some_and_more_than_ten_pages() -> None:
    counts = [len(reader.pages(document)) for document in DOCUMENTS.values()]
    assert counts[0] == 1
    assert counts[-1] > 10


@each_kind
def test_every_kind_numbers_its_pages(name: str) -> None:
    pages = stream.read(paper(name))
    firsts = [place for place, page in enumerate(pages) if "بسمه تعالی" in high(page, 40)] or [0]
    letters = parts(SAMPLES[name].document)
    if letters > 1:
        assert len(firsts) == letters
    bounds = [*firsts, len(pages)] if letters > 1 else [0, len(pages)]
    assert [footer_faults(pages[first:end]) for first, end in pairwise(bounds)] == [[]] * letters


@pytest.mark.parametrize("imprint", [reader.DRAFT, reader.SAMPLE])
def test_drafts_and_samples_are_numbered_too(imprint: Imprint) -> None:
    assert footer_faults(reader.pages(samples.RICH, imprint)) == []


@every_document
def test_the_letterhead_is_on_the_first_page_and_its_line_on_the_others(document: MinutesDocument) -> None:
    first, *others = reader.pages(document)
    for words in (*document.letterhead.parties, "بسمه تعالی", "شماره", "تاریخ", "پیوست"):
        assert words in high(first, 37)
    for page in others:
        assert document.committee in high(page, 20)
        assert "بسمه تعالی" not in high(page, 40)
        assert max(glyph.y for line in page.lines() for glyph in line) > page.height - 20 * MM


def test_a_wrong_total_or_a_missing_footer_would_be_seen() -> None:
    pages = list(reader.pages(samples.RICH))
    assert footer_faults(pages) == []
    assert footer_faults(pages[:-1])
    assert footer_faults(pages[::-1])
    bare = replace(pages[-1], glyphs=[glyph for glyph in pages[-1].glyphs if glyph.y > 25 * MM])
    assert len(footer_faults([*pages[:-1], bare])) == 1
