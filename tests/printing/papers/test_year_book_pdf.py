"""The year book on paper: every version as it was frozen, pages that the contents and the indexes name, one by one."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.register_documents import BookIndex, in_force
from desktop_app.domain.documents.snapshots import canonical_json, content_hash, minutes_from_json, paper_code
from desktop_app.printing.papers import year_book_pdf
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.words import minutes as usual
from desktop_app.printing.words import year_book as words
from desktop_app.workers import Cancelled
from tests.printing.generated_year import generated_year
from tests.printing.minutes_reader import marks_of, render_context, visual
from tests.printing.report_documents import BOOK
from tests.printing.report_reader import MADE, Read, read, require_sound

TITLE = "دفتر صورت‌جلسات سال ۱۴۰۱"
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


def page_in_contents(paper: Read, entry: str) -> int:
    """The page that the contents name beside an entry."""
    line = paper.at(entry)
    (number,) = [one for one in paper.on(line.page) if abs(one.y - line.y) < 2 and one.right < 100]
    return int(number.visual.translate(DIGITS))


def test_the_paper_is_sound_and_equal_input_gives_equal_bytes() -> None:
    paper = read(BOOK)
    require_sound(paper, TITLE)
    assert year_book_pdf.render(BOOK, MADE, render_context()) == paper.pdf


def test_the_contents_name_the_page_of_every_part() -> None:
    paper = read(BOOK)
    for book in BOOK.minutes:
        note = {"withdrawn": " (باطل)", "amended": " (دارای اصلاحیه)"}.get(book.state, "")
        number = str(book.number).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
        page = page_in_contents(paper, f"صورت‌جلسهٔ شمارهٔ {number}{note}")
        title = f"صورت‌جلسهٔ شمارهٔ {number} {BOOK.committee}"
        assert any(visual(title) == line.visual for line in paper.on(page)), book.number
    for label in (words.REGISTER, words.ATTENDANCE, words.BY_AXIS, words.BY_UNIT, words.BY_PERSON):
        page = page_in_contents(paper, label)
        assert any(line.visual == visual(label) and line.size > 14 for line in paper.on(page)), label


def test_every_page_of_minutes_bears_their_own_version_and_code() -> None:
    paper = read(BOOK)
    for book in BOOK.minutes:
        assert book.code == paper_code(content_hash(book.snapshot))
        assert paper.holds(f"کد {book.code}")
    assert not any("دک" in line.visual for line in paper.on(1)), "the cover belongs to no minutes"


def test_withdrawn_and_corrected_versions_say_so_above_their_text() -> None:
    paper = read(BOOK)
    assert paper.has("این نسخه پیش از امضا باطل شده است: شمارهٔ یک مصوبه نادرست بود")
    assert paper.has(words.AMENDED_ELSEWHERE)


def test_only_the_pages_of_a_withdrawn_version_bear_its_mark() -> None:
    states = ("signed", "withdrawn", "signed")
    first, second, third = (replace(one, state=state) for one, state in zip(BOOK.minutes[:3], states, strict=True))
    paper = read(replace(BOOK, minutes=(first, second, third)))
    start, end = (
        page_in_contents(paper, f"صورت‌جلسهٔ شمارهٔ {persian(one.number)}{note}")
        for one, note in ((second, " (باطل)"), (third, ""))
    )
    marks = marks_of(paper.pdf)
    assert end > start > 1
    assert marks == ["باطل" if start <= page < end else "" for page in range(1, len(marks) + 1)]


def test_a_corrected_version_names_the_one_that_holds() -> None:
    first = replace(BOOK.minutes[0], state="amended")
    second = replace(first, version=2, state="signed")
    paper = read(replace(BOOK, minutes=(first, second)))
    assert paper.has("این نسخه دارای اصلاحیه است؛ متن معتبر نسخهٔ ۲ همین صورت‌جلسه است.")
    assert page_in_contents(paper, "صورت‌جلسهٔ شمارهٔ ۱، نسخهٔ ۲") > page_in_contents(
        paper, "صورت‌جلسهٔ شمارهٔ ۱ (دارای اصلاحیه)"
    )


def test_the_cover_counts_no_resolution_that_a_correction_dropped() -> None:
    dropped = replace(BOOK.lines[0], state="rejected")
    paper = read(replace(BOOK, minutes=BOOK.minutes[:1], lines=(dropped, *BOOK.lines[1:])))
    label = paper.at(words.COVER_RESOLUTIONS)
    figures = [line for line in paper.on(1) if 0 < line.y - label.y < 50 and line.right - label.left > 0]
    assert persian(len(BOOK.lines) - 1) in [line.visual for line in figures]
    assert persian(len(BOOK.lines)) not in [line.visual for line in figures]
    assert paper.holds(dropped.number)


def test_only_versions_in_force_are_counted() -> None:
    first = BOOK.minutes[0]
    versions = (
        replace(first, state="withdrawn"),
        replace(first, version=2),
        replace(BOOK.minutes[1], state="withdrawn"),
    )
    assert in_force(versions) == {first.number: versions[1]}
    index = BookIndex()
    document = minutes_from_json(first.snapshot)
    index.add(versions[1], document)
    member = index.members[(0, document.attendance[0].name)]
    assert (member.meetings, member.attended, member.percent) == (1, 1, 100)


def test_the_index_leads_to_the_page_of_each_resolution() -> None:
    paper = read(BOOK)
    standing = in_force(BOOK.minutes)
    number = minutes_from_json(standing[4].snapshot).resolutions[0].number
    drawn = min(line.page for line in paper.lines if line.visual == number)
    assert paper.holds(f"{number} ({persian(drawn)})"), f"{number} stands on page {drawn}"


def test_what_all_units_work_at_stands_at_the_head_of_the_index_of_units() -> None:
    first = BOOK.minutes[0]
    document = minutes_from_json(first.snapshot)
    for_all = replace(document.resolutions[0], cooperating=(), all_units=True)
    snapshot = canonical_json(replace(document, resolutions=(for_all, *document.resolutions[1:])))
    paper = read(replace(BOOK, minutes=(replace(first, snapshot=snapshot, code=paper_code(content_hash(snapshot))),)))
    title = [line for line in paper.lines if line.visual == visual(words.BY_UNIT)][-1]
    below = [line for line in paper.on(title.page) if line.y < title.y]
    head = max((line for line in below if line.visual == visual(usual.ALL_UNITS)), key=lambda line: line.y)
    units = [line for line in below for unit in (*BOOK.units, for_all.executor) if line.visual == visual(unit)]
    assert units
    assert all((line.y < head.y) or (line.right < head.right - 100) for line in units)
    assert any(for_all.number in line.visual and "(" in line.visual for line in below if 0 < head.y - line.y < 30)


def persian(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def test_parts_are_bookmarked_and_links_lead_to_pages() -> None:
    with pikepdf.open(BytesIO(read(BOOK).pdf)) as opened, opened.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
        links = sum(len(page.get("/Annots", [])) for page in opened.pages)
    assert titles[0] == TITLE
    assert titles[1] == words.CONTENTS
    assert sum(title.startswith("صورت‌جلسهٔ شمارهٔ") for title in titles) == len(BOOK.minutes)
    assert titles[-5:] == [words.REGISTER, words.ATTENDANCE, words.BY_AXIS, words.BY_UNIT, words.BY_PERSON]
    assert links > 2 * len(BOOK.minutes)


def test_it_tells_of_every_meeting_and_may_be_called_off() -> None:
    told: list[tuple[int, int]] = []

    def listen(done: int, total: int) -> None:
        told.append((done, total))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        year_book_pdf.render(BOOK, MADE, RenderContext(fonts=render_context().fonts, progress=listen))
    assert told == [(1, 8), (2, 8), (3, 8)]


def test_a_meeting_is_let_go_of_before_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """No two documents are alive at once, however long the book is."""
    alive: list[weakref.ref[object]] = []
    most = 0
    gc.freeze()  # what other tests keep need not be looked through for every meeting

    class Holder(str):  # noqa: SLOT000 - a slotted one cannot be watched
        """A string that can be watched."""

    def watched(snapshot: str) -> object:
        nonlocal most
        document = minutes_from_json(snapshot)
        committee = Holder(document.committee)
        alive.append(weakref.ref(committee))
        gc.collect()
        most = max(most, sum(ref() is not None for ref in alive))
        return replace(document, committee=committee)

    monkeypatch.setattr(year_book_pdf, "minutes_from_json", watched)
    year_book_pdf.render(BOOK, MADE, render_context())
    assert len(alive) == len(BOOK.minutes)
    assert most <= 2


def test_a_sample_book_bears_no_code_and_the_mark() -> None:
    bare = replace(BOOK, minutes=tuple(replace(one, code="") for one in BOOK.minutes[:1]))
    paper = read(bare, Imprint(sample=True))
    assert marks_of(paper.pdf) == ["نمونه"] * len(paper.pages)
    assert not any("دک" in line.visual for line in paper.lines if line.y < 60)


def test_the_generated_year_is_the_same_every_time() -> None:
    assert generated_year(3) == generated_year(3)
    assert generated_year(3).minutes == generated_year(5).minutes[:3]


def test_a_cover_has_no_dots_and_an_index_the_page_in_brackets() -> None:
    paper = read(BOOK)
    number = minutes_from_json(in_force(BOOK.minutes)[4].snapshot).resolutions[0].number
    assert not any(line.visual == visual("شماره: " + "." * 24) for line in paper.on(1))
    assert paper.holds(f"{number} (")
