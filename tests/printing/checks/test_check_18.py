"""Check 18: the signature block stays whole under its heading, and each signer has blank paper for the pen.

Over lists its last rows may go on to the next page; most papers here have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.documents.documents import MinutesDocument, SignerLine
from desktop_app.printing.papers import minutes_pdf
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.oracles import fribidi, stream
from tests.printing.oracles.content import Drawn, Page
from tests.whole import deciding

MM = 72 / 25.4
PEN = (25 * MM, 20 * MM)
HEADING = "امضای نمایندگان طرفین"
FIRST = ("بهمن", "ناهید", "یاشار", "آرش", "مهرداد", "لیلا", "سامان", "پگاه")
LAST = ("سروستانه", "درفشان", "کوهبنانه", "میاندرودی", "آب‌بندانی")


STEPS = (1, 6, 7, 10, 11, 13, 16)
"""Signers with whom more of the text goes along with the block, the least and the most; between them a row more."""
TURNS = {(3, 0), (3, 24), (3, 32), (7, 16), (7, 20), (7, 24)}
"""Signers and lines at which the block lies in the midst of a page, ends it, and has just gone on to the next."""
TALL = {(13, 14), (13, 21), (14, 0), (16, 14), (16, 21)}
"""On both sides of the place where a page more is needed, for the fewest and the most; and an even number."""
LONG_POST = "مدیر کل دفتر برنامه‌ریزی و بودجه و امور مجلس استان"
"""Two lines beside the blank for the pen."""


def _signed(count: int, *, party: int | None = None, talk: int = 0, post: str = "عضو") -> MinutesDocument:
    names = [f"{first} {last}" for last in LAST for first in FIRST][:count]
    signers = tuple(
        SignerLine(name=name, post=post, party=at % 2 if party is None else party) for at, name in enumerate(names)
    )
    said = ("بهمن سروستانه", "این جمله تکرار می‌شود تا متن به جاهای گوناگون صفحه برسد.")
    agenda = (replace(samples.RICH.agenda[1], talk=(said,) * talk), *samples.RICH.agenda[2:])
    return replace(samples.RICH, signers=signers, agenda=agenda, attachments=(), copies_to=())


def _pages(document: MinutesDocument) -> list[Page]:
    return stream.read(minutes_pdf.render(document, samples.final_imprint(document), made_papers.render_context()))


def _found(pages: Sequence[Page], text: str) -> list[tuple[Page, list[Drawn]]]:
    """Where a line says just this, as the signature block does."""
    wanted = fribidi.visual_text(text)
    return [(page, line) for page in pages for line in page.saying(wanted)]


def block_faults(pages: Sequence[Page], names: Sequence[str]) -> list[str]:
    """Heading and all signers on one page, the heading above them, and something of the text above the heading."""
    heading = _found(pages, HEADING)
    if len(heading) != 1:
        return [f"{len(heading)} headings"]
    page, title = heading[0]
    faults = []
    for name in names:
        below = [line for where, line in _found(pages, name) if where is page and line[0].y < title[0].y]
        faults += [f"{name} is not under the heading"] * (len(below) != 1)
    text = [line for line in page.lines() if title[0].y + 5 < line[0].y < page.height - 22 * MM]
    return faults + ["the block stands alone on its page"] * (not text)


def pen_faults(pages: Sequence[Page], names: Sequence[str]) -> list[str]:
    """In the column of each signer, a rectangle of 25 × 20 mm beside the name must be free of ink."""
    page, title = _found(pages, HEADING)[0]
    columns = {round(_right(line)): None for name in names for where, line in _found(pages, name) if where is page}
    edges = sorted([15 * MM, *columns])
    faults = []
    for name in names:
        line = next(line for where, line in _found(pages, name) if where is page and line[0].y < title[0].y)
        right = round(_right(line))
        left = edges[edges.index(right) - 1] if len(edges) > 2 or len(names) == 1 else 15 * MM
        if not _has_room(page, left, right, line[0].y + line[0].size):
            faults.append(f"no room for the pen of {name}")
    return faults


def _right(line: Sequence[Drawn]) -> float:
    return max(glyph.x + glyph.advance for glyph in line)


def _has_room(page: Page, left: float, right: float, top: float) -> bool:
    """Whether some 25 mm wide, 20 mm tall rectangle that begins within a line's height of ``top`` is blank."""
    ink = [glyph.box for glyph in page.glyphs if glyph.box is not None and not glyph.rotated]
    ink += [(stroke.x0, stroke.y0, stroke.x1, stroke.y1) for stroke in page.strokes]
    for down in range(8):
        upper, lower = top - down, top - down - PEN[1]
        taken = sorted((box[0], box[2]) for box in ink if box[1] < upper and box[3] > lower)
        reached = left
        for start, end in [*taken, (right, right)]:
            if min(start, right) - reached >= PEN[0]:
                return True
            reached = max(reached, min(end, right))
    return False


@pytest.mark.parametrize("count", deciding(range(1, 17), STEPS))
def test_the_block_is_whole_and_has_room_for_every_pen(count: int) -> None:
    document = _signed(count)
    names, pages = [signer.name for signer in document.signers], _pages(document)
    assert block_faults(pages, names) == []
    assert pen_faults(pages, names) == []


@pytest.mark.parametrize(("count", "talk"), deciding(product([3, 7], range(0, 36, 4)), TURNS, several=True))
def test_wherever_the_text_before_it_ends(talk: int, count: int) -> None:
    document = _signed(count, talk=talk)
    names, pages = [signer.name for signer in document.signers], _pages(document)
    assert block_faults(pages, names) == []
    assert pen_faults(pages, names) == []


@pytest.mark.parametrize(("count", "talk"), deciding(product([13, 14, 16], range(0, 36, 7)), TALL, several=True))
def test_posts_of_two_lines_do_not_tear_it(talk: int, count: int) -> None:
    document = _signed(count, talk=talk, post=LONG_POST)
    names, pages = [signer.name for signer in document.signers], _pages(document)
    assert block_faults(pages, names) == []
    assert pen_faults(pages, names) == []


def test_nor_does_larger_writing() -> None:
    document = replace(_signed(16, post=LONG_POST), typography=Typography(size=110, pitch=115))
    names, pages = [signer.name for signer in document.signers], _pages(document)
    assert block_faults(pages, names) == []
    assert pen_faults(pages, names) == []


def test_writing_is_smaller_only_where_that_keeps_the_block_whole() -> None:
    """The sizes of a name: as usual below eight rows and where no page holds them all, not much smaller between."""
    sizes = []
    for count in (10, 16, 40):
        document = _signed(count, post=LONG_POST)
        found = _found(_pages(document), document.signers[-1].name)
        sizes.append(found[-1][1][0].size)
    assert sizes[0] == sizes[2] == 11.5
    assert 0.75 * 11.5 <= sizes[1] < 11.5


@pytest.mark.parametrize("count", [1, 4, 8])
def test_signers_of_one_party_only(count: int) -> None:
    document = _signed(count, party=0)
    assert block_faults(_pages(document), [signer.name for signer in document.signers]) == []


def rest_faults(pages: Sequence[Page], names: Sequence[str]) -> list[str]:
    """More signers than a page holds: each once, below the names of the parties, with blank paper for the pen."""
    heads = [party.name for party in samples.RICH.parties]
    ((first, title),) = _found(pages, HEADING)
    faults = []
    for name in names:
        below = [(page, line) for page, line in _found(pages, name) if page.number > first.number or page is first]
        found = [(page, line) for page, line in below if page is not first or line[0].y < title[0].y]
        if len(found) != 1:
            faults.append(f"{name} stands {len(found)} times")
            continue
        page, line = found[0]
        tops = [head[0].y for text in heads for where, head in _found(pages, text) if where is page]
        faults += [f"{name} has no party above"] * (sum(top > line[0].y for top in tops) < len(heads))
        right = _right(line)
        left = 15 * MM if right < page.width / 2 else page.width / 2
        faults += [f"no room for the pen of {name}"] * (not _has_room(page, left, right, line[0].y + line[0].size))
    return faults


@pytest.mark.parametrize("count", [17, 24, 33, 40])
def test_more_signers_than_a_page_holds_keep_heading_party_and_pen(count: int) -> None:
    document = _signed(count)
    names, pages = [signer.name for signer in document.signers], _pages(document)
    assert len(set(names)) == count
    assert rest_faults(pages, names) == []
    ((first, title),) = _found(pages, HEADING)
    below = [name for name in names for page, line in _found(pages, name) if page is first and line[0].y < title[0].y]
    assert len(below) >= 2, "the heading stands alone"


@pytest.mark.parametrize("count", STEPS)
def test_rows_that_go_on_over_the_lists_keep_party_and_pen(count: int) -> None:
    document = replace(_signed(count), attachments=samples.RICH.attachments, copies_to=samples.RICH.copies_to)
    assert rest_faults(_pages(document), [signer.name for signer in document.signers]) == []


def test_a_row_without_its_parties_would_be_seen() -> None:
    document = _signed(40)
    names, pages = [signer.name for signer in document.signers], _pages(document)
    party = samples.RICH.parties[0].name
    last, line = next(found for found in reversed(_found(pages, party)))
    rest = [glyph for glyph in last.glyphs if glyph.y != line[0].y]
    cut = [replace(page, glyphs=rest) if page is last else page for page in pages]
    assert rest_faults(cut, names)


def test_a_torn_block_or_a_narrow_cell_would_be_seen() -> None:
    document = _signed(6)
    names, pages = [signer.name for signer in document.signers], _pages(document)
    assert block_faults(pages, names) == pen_faults(pages, names) == []
    page = _found(pages, HEADING)[0][0]
    title = _found(pages, HEADING)[0][1][0]
    torn = [
        replace(each, glyphs=[g for g in each.glyphs if g.y > title.y - 90]) if each is page else each for each in pages
    ]
    assert block_faults(torn, names)
    alone = [
        replace(each, glyphs=[g for g in each.glyphs if g.y < title.y + 5]) if each is page else each for each in pages
    ]
    assert "the block stands alone on its page" in block_faults(alone, names)
    stains = [
        g._replace(line=-1, box=(g.x - 40 * MM, g.y - 3, g.x, g.y + 3))
        for g in page.glyphs
        if g.box and g.y < title.y - 5
    ]
    stained = [replace(each, glyphs=each.glyphs + stains) if each is page else each for each in pages]
    assert pen_faults(stained, names)
