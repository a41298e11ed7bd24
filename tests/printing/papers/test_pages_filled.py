"""Minutes waste no page: none but the last is left more than half blank, and the signatures are in good company.

Short minutes decide: where the text of the second page is a resolution or two, one that moves to the signatures empties
it. Those of template 1 are printed for ever as they were.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.printing.stationery import frame
from desktop_app.services.demo.demo_clock import StoryClock
from desktop_app.services.documents.papers import paper_of
from tests.conftest import DEMO_DAY
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.printing.layout.test_signatures import HEADING, REMARK, SENTENCE, with_signers
from tests.whole import deciding

HALF = 0.5
SAID = ("بهمن سروستانه", "این جمله چند بار گفته شد تا متن به جاهای گوناگون صفحه برسد و پایان آن جابه‌جا شود.")
NEXT = "دستور و زمان جلسهٔ آینده"
SHORT = [(resolutions, signers, talk) for resolutions in (1, 2, 3) for signers in (6, 8) for talk in range(0, 40, 2)]
ONE_STAYS, TWO_STAY, THREE_STAY = (1, 6, 2), (2, 8, 0), (3, 6, 0)
LITTLE_MORE_THAN_A_PAGE = (1, 8, 0)
"""Signatures and closing sentences take so much of it that the page before cannot be half full."""


def short(resolutions: int, signers: int, talk: int) -> MinutesDocument:
    """Minutes of one item with so many resolutions, signers and sentences of talk; no follow-up, no lists."""
    item = replace(samples.RICH.agenda[1], talk=(SAID,) * talk)
    few = replace(samples.RICH, follow_up=(), agenda=(item,), resolutions=samples.RICH.resolutions[:resolutions])
    return with_signers(signers, replace(few, attachments=(), copies_to=()))


def filled(document: MinutesDocument) -> list[float]:
    """How much of each page's height stands above its last line."""
    found = []
    for page in reader.pages(document):
        margins = (frame.first if page.number == 1 else frame.later)(document.typography)
        top = page.height - margins.top
        lowest = min(line[0].y for line in page.lines() if line[0].y > margins.bottom)
        found.append((top - lowest) / (top - margins.bottom))
    return found


def page_of(document: MinutesDocument, text: str) -> int:
    return reader.only(reader.lines(document), text).page


@pytest.mark.parametrize("case", [ONE_STAYS, TWO_STAY, THREE_STAY])
def test_no_page_before_the_signatures_is_left_mostly_blank(case: tuple[int, int, int]) -> None:
    assert min(filled(short(*case))[:-1]) >= HALF


@pytest.mark.parametrize("case", deciding(SHORT, {ONE_STAYS, TWO_STAY, THREE_STAY}))
def test_a_sentence_stands_with_the_signatures_and_no_resolution_is_parted(case: tuple[int, int, int]) -> None:
    document = short(*case)
    lines = reader.lines(document)
    assert {line.page for line in reader.where(lines, REMARK)} == {page_of(document, HEADING)}
    assert page_of(document, SENTENCE) == page_of(document, HEADING)
    pages = [page_of(document, one.number) for one in document.resolutions]
    assert pages == sorted(pages)
    assert page_of(document, "مصوبات") == pages[0]


def test_the_last_resolution_goes_along_where_the_page_before_stays_half_full() -> None:
    document = short(3, 6, 8)
    assert page_of(document, "۱۴۰۱/۳/۳") == page_of(document, HEADING) == len(filled(document))
    assert page_of(document, "۱۴۰۱/۳/۲") == page_of(document, HEADING) - 1


def test_the_fullest_page_is_taken_where_none_can_be_half_full() -> None:
    document = short(*LITTLE_MORE_THAN_A_PAGE)
    assert page_of(document, NEXT) == page_of(document, "۱۴۰۱/۳/۱") == page_of(document, HEADING) - 1
    assert page_of(document, SENTENCE) == page_of(document, HEADING)


@pytest.fixture
def demo(demo_folder: Path) -> Iterator[wiring.Office]:
    """The demo's office, open to be read."""
    with closing(wiring.open_office(demo_folder, StoryClock(DEMO_DAY))) as office:
        yield office


def test_no_minutes_of_the_demo_waste_a_page(demo: wiring.Office) -> None:
    for meeting in range(1, 6):
        order = PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting)
        document = paper_of(demo.context, order).document
        assert isinstance(document, MinutesDocument)
        assert min(filled(document)[:-1]) >= HALF, meeting


def test_template_1_moves_the_last_resolution_to_the_signatures_as_ever() -> None:
    document = replace(short(*TWO_STAY), template=1)
    assert filled(document) == pytest.approx([0.93, 0.3, 0.85], abs=0.02)
    assert page_of(document, "۱۴۰۱/۳/۲") == page_of(document, NEXT) == page_of(document, HEADING)
