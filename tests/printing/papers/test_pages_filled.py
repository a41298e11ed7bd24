"""Minutes waste no page: none but the last is left more than half blank, and the signatures are in good company.

Short minutes decide: where the text of the second page is a resolution or two, one that moves to the signatures empties
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.amendment_lines import Amends
from desktop_app.domain.documents.appearance import USUAL, Sheet, Typography
from desktop_app.domain.documents.documents import MinutesDocument
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery import paper_styles as styles
from desktop_app.printing.stationery.ruled_table import RULED
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.documents.papers import paper_of
from tests.conftest import DEMO_DAY
from tests.printing import minutes_reader as reader
from tests.printing import report_documents as reports
from tests.printing import sample_documents as samples
from tests.printing.generated_year import generated_year
from tests.printing.layout.test_signatures import HEADING, SENTENCE, SIGN, with_signers
from tests.printing.oracles import stream
from tests.printing.oracles.content import Page
from tests.printing.report_reader import read
from tests.whole import deciding

HALF = 0.5
NEARLY_ALL = 0.8
SAID = ("بهمن سروستانه", "این جمله چند بار گفته شد تا متن به جاهای گوناگون صفحه برسد و پایان آن جابه‌جا شود.")
NEXT = "دستور و زمان جلسهٔ آینده"
SHORT = [(resolutions, signers, talk) for resolutions in (1, 2, 3) for signers in (6, 8) for talk in range(0, 40, 2)]
ONE_STAYS, TWO_STAY, THREE_STAY = (1, 6, 2), (2, 8, 0), (3, 6, 0)
LITTLE_MORE_THAN_A_PAGE = (1, 8, 0)
"""So much that the page before cannot be half full unless the boxes of the signatures move closer together."""


def short(resolutions: int, signers: int, talk: int) -> MinutesDocument:
    """Minutes of one item with so many resolutions, signers and sentences of talk; no follow-up, no lists."""
    item = replace(samples.RICH.agenda[1], talk=(SAID,) * talk)
    few = replace(samples.RICH, follow_up=(), agenda=(item,), resolutions=samples.RICH.resolutions[:resolutions])
    return with_signers(signers, replace(few, attachments=(), copies_to=()))


def filled(document: MinutesDocument) -> list[float]:
    """How much of each page's height stands above its last line."""
    return [used(page, document.typography) for page in reader.pages(document)]


def used(page: Page, typography: Typography) -> float:
    """How much of the height of a page stands above its last line."""
    margins = (frame.first if page.number == 1 else frame.later)(typography)
    top = page.height - margins.top
    lowest = min(line[0].y for line in page.lines() if line[0].y > margins.bottom)
    return (top - lowest) / (top - margins.bottom)


def page_of(document: MinutesDocument, text: str) -> int:
    return reader.only(reader.lines(document), text).page


@pytest.mark.parametrize("case", [ONE_STAYS, TWO_STAY, THREE_STAY])
def test_no_page_before_the_signatures_is_left_mostly_blank(case: tuple[int, int, int]) -> None:
    assert min(filled(short(*case))[:-1]) >= HALF


@pytest.mark.parametrize("case", deciding(SHORT, {ONE_STAYS, TWO_STAY, THREE_STAY}))
def test_a_sentence_stands_with_the_signatures_and_no_resolution_is_parted(case: tuple[int, int, int]) -> None:
    document = short(*case)
    lines = reader.lines(document)
    assert {line.page for line in reader.where(lines, SIGN)} == {page_of(document, HEADING)}
    assert page_of(document, SENTENCE) == page_of(document, HEADING)
    pages = [page_of(document, one.number) for one in document.resolutions]
    assert pages == sorted(pages)
    assert page_of(document, "مصوبات") == pages[0]


def test_the_last_resolution_goes_along_where_the_page_before_stays_half_full() -> None:
    document = short(3, 6, 8)
    assert page_of(document, "۱۴۰۱/۳/۳") == page_of(document, HEADING) == len(filled(document))
    assert page_of(document, "۱۴۰۱/۳/۱") == page_of(document, HEADING) - 1


def test_a_resolution_that_was_alone_on_the_page_before_stands_with_the_signatures() -> None:
    document = short(*LITTLE_MORE_THAN_A_PAGE)
    assert (
        page_of(document, NEXT) == page_of(document, "۱۴۰۱/۳/۱") == page_of(document, HEADING) == len(filled(document))
    )


@pytest.mark.parametrize(
    "document", [samples.RICH, samples.DRAFT, reports.CORRECTION], ids=["rich", "draft", "correction"]
)
def test_the_text_of_minutes_flows_up_to_the_signatures(document: MinutesDocument) -> None:
    assert min(filled(document)[:-1]) >= NEARLY_ALL


def test_signers_share_both_columns_where_nobody_came_of_the_other_party() -> None:
    lines = reader.lines(samples.INQUORATE)
    assert len(filled(samples.INQUORATE)) == 2
    assert reader.only(lines, "مرکز ملی فضای مجازی: حاضر نبود").page == page_of(samples.INQUORATE, HEADING)
    left, right = (reader.where(lines, one.name)[-1] for one in samples.INQUORATE.signers[1::-1])
    assert left.y == right.y
    assert left.right < right.left


@pytest.fixture
def demo(demo_folder: Path) -> Iterator[wiring.Office]:
    """The demo's office, open to be read."""
    with closing(wiring.open_office(demo_folder, StoryClock(DEMO_DAY))) as office:
        yield office


def minutes_of(office: wiring.Office, meeting: int) -> MinutesDocument:
    """The minutes of a meeting, as they would be drawn today."""
    document = paper_of(office.context, PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting)).document
    assert isinstance(document, MinutesDocument)
    return document


@pytest.mark.parametrize("meeting", range(1, 6))
def test_no_minutes_of_the_demo_waste_a_page(demo: wiring.Office, meeting: int) -> None:
    document = minutes_of(demo, meeting)
    assert min(filled(document)[:-1]) >= HALF
    assert page_of(document, document.resolutions[-1].number) == page_of(document, HEADING)
    blank, needed = blank_and_needed(document)
    assert blank <= needed


def blank_and_needed(document: MinutesDocument) -> tuple[float, float]:
    """Points left on the page before the resolutions, and what heading, head and first row take with their blanks.

    Nothing is left where the table begins below something else.
    """
    lines = reader.lines(document)
    heading = next(line for line in reader.where(lines, "مصوبات") if line.size == styles.SECTION.text.size)
    on_page = [line for line in lines if line.page == heading.page]
    if any(heading.y < line.y and line.size > styles.RUNNING.text.size for line in on_page):
        return 0.0, 0.0
    foot_of_text = frame.later(document.typography).bottom
    before = min(line.y for line in lines if line.page == heading.page - 1 and line.y > foot_of_text)
    rows = [reader.where(on_page, one.number)[-1].y for one in document.resolutions[:2]]
    row = [line.y for line in on_page if rows[0] >= line.y > rows[1] + 5] if len(rows) > 1 else rows
    return before - foot_of_text, styles.SECTION.before + heading.y - min(row) + 2 * RULED.padding_y


OTHERS = {
    "invitation": PaperOrder(kind=PaperKind.INVITATION, meeting_id=6),
    "agenda pack": PaperOrder(kind=PaperKind.AGENDA_PACK, meeting_id=5),
    "extract": PaperOrder(kind=PaperKind.EXTRACT, meeting_id=3),
    "reminder": PaperOrder(kind=PaperKind.REMINDER),
    "monthly report": PaperOrder(kind=PaperKind.MONTHLY_REPORT, month=JalaliMonth(1402, 2)),
    "matrix": PaperOrder(kind=PaperKind.ALIGNMENT_MATRIX),
    "register": PaperOrder(kind=PaperKind.REGISTER),
    "history": PaperOrder(kind=PaperKind.HISTORY, year=1402),
    "letters register": PaperOrder(kind=PaperKind.LETTERS_REGISTER),
    "year book": PaperOrder(kind=PaperKind.YEAR_BOOK, year=1401),
    "short year book": PaperOrder(kind=PaperKind.YEAR_BOOK, year=1402),
}
"""The other papers of the demo that run over pages."""


@pytest.mark.parametrize("name", OTHERS)
def test_no_other_paper_of_the_demo_wastes_a_page(demo: wiring.Office, name: str) -> None:
    order = OTHERS[name]
    pages = stream.read(wiring.paper_renderer().make(order.kind, paper_of(demo.context, order)))
    first = reader.visual("صفحهٔ ۱ از")
    begun = [any(first in text for text in foot(page)) for page in pages]
    assert begun[0]
    before_another = [page for page, ends in zip(pages, [*begun[1:], True], strict=True) if not ends]
    before_another = [
        page for page in before_another if page not in (last_of_minutes(pages) if "year book" in name else [])
    ]
    assert [number for number, page in enumerate(before_another, 1) if share(page) < HALF] == []


SHEETS = {
    "one meeting": (1, USUAL),
    "a meeting a month": (12, USUAL),
    "contents of a page and a little": (26, USUAL),
    "large writing": (3, Typography(size=130)),
    "small sheet": (3, Typography(sheet=Sheet.A5)),
    "large sheet": (20, Typography(sheet=Sheet.A3)),
}


@pytest.mark.parametrize("case", deciding(SHEETS, {"one meeting", "contents of a page and a little", "large sheet"}))
def test_no_year_book_wastes_a_page(case: str) -> None:
    """Each minutes of the book begins a page; the text of none breaks off before its last one is full."""
    meetings, typography = SHEETS[case]
    book = replace(generated_year(meetings), typography=typography)
    pages = read(book).pages
    ending = last_of_minutes(pages)
    assert ending
    shares = [1.0 if page in ending else used(page, typography) for page in pages[:-1]]
    assert [number for number, share in enumerate(shares, 1) if share < HALF] == []


def last_of_minutes(pages: Sequence[Page]) -> list[Page]:
    """Of a year book the pages after which the minutes of another meeting begin, or the register."""
    top = [[line for line in page.lines() if line[0].y > page.height - 22 * MM] for page in pages]
    heads = ["".join(glyph.text for line in lines for glyph in line) for lines in top]
    inside = zip(pages[1:], heads[1:], heads[2:], strict=False)
    return [page for page, head, following in inside if head != following]


@pytest.mark.parametrize("changes", [1, 4, len(reports.CHANGES)])
def test_no_correction_wastes_a_page(changes: int) -> None:
    amends = Amends(number=1, version=1, code="", reason="شمارش", changes=reports.CHANGES[:changes])
    assert min(filled(replace(short(*LITTLE_MORE_THAN_A_PAGE), amends=amends))[:-1]) >= HALF


def foot(page: Page) -> list[str]:
    """What stands below the text."""
    return ["".join(glyph.text for glyph in line) for line in page.lines() if line[0].y < 25 * MM]


def share(page: Page) -> float:
    """How much of the usual height of a page stands above its last line."""
    lowest = min(line[0].y for line in page.lines() if line[0].y > 25 * MM)
    return (page.height - 25 * MM - lowest) / (page.height - 50 * MM)
