"""The monthly report on paper: what is read in a minute stands on the first page, and no figure contradicts a bar."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.documents.report_documents import MonthlyReportDocument, ReportCount, ReportWaiting
from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.papers import monthly_report_pdf
from desktop_app.printing.words import monthly_report as words
from tests.printing import report_documents as samples
from tests.printing.minutes_reader import marks_of, render_context, where
from tests.printing.report_reader import MADE, read, require_sound

TITLE = "گزارش ماهانه، اردیبهشت ۱۴۰۲"
every_report = pytest.mark.parametrize("document", [samples.REPORT, samples.QUIET_REPORT], ids=["full", "quiet"])


def dark_boxes(pdf: bytes) -> list[tuple[int, float]]:
    """Page and width of every box that is filled as a stretch of what is done."""
    found = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages, start=1):
            page.contents_coalesce()
            boxes = re.findall(rb"0\.25 g [\d.]+ [\d.]+ ([\d.]+) [\d.]+ re f", page.Contents.read_bytes())
            found += [(number, float(width)) for width in boxes]
    return found


@every_report
def test_the_paper_is_sound_and_equal_input_gives_equal_bytes(document: MonthlyReportDocument) -> None:
    paper = read(document)
    require_sound(paper, TITLE)
    assert monthly_report_pdf.render(document, MADE, render_context()) == paper.pdf


def test_the_first_page_says_it_in_a_minute() -> None:
    paper = read(samples.REPORT)
    for text in (
        TITLE,
        "وضع مصوبات و وظیفه‌ها در پایان روز ۱۴۰۲/۰۲/۳۱",
        "جلسهٔ ۵ در ۱۴۰۲/۰۲/۱۱ با حضور ۸ عضو از ۸ عضو برگزار شد و ۱ مصوبه داشت.",
        "از ۱۰ مصوبهٔ کمیته، ۲ مصوبه پایان یافته، ۵ مصوبه در مهلت و ۳ مصوبه معوق است.",
        "دیرترین آن‌ها مصوبهٔ ۱۴۰۱/۲/۱ با ۷۱ روز تأخیر است، مجری اداره کل تعاون، کار و رفاه اجتماعی.",
        "صورت‌جلسهٔ ۵؛ امضاهای ثبت‌شده: نسخه‌های اصلی: ۷ و ۶ از ۸.",
        "و ۴ مورد دیگر، در بخش پایانی",
    ):
        assert paper.at(text).page == 1, text
    assert paper.at(words.MEETINGS).page == 2


def test_everything_that_waits_stands_in_the_last_part() -> None:
    paper = read(samples.REPORT)
    for text in (
        "فروردین ۱۴۰۲ بی‌جلسه گذشت و دلیل آن ثبت نشده است.",
        "۲ بند دستور کنار گذاشته شده است و جلسه‌ای ندارد.",
    ):
        assert paper.at(text).page > 1


def test_a_long_resolution_leaves_the_first_page_one_page_and_stands_whole_at_the_end() -> None:
    long = " ".join(f"واژه{chr(0x06F0 + place % 10)}" for place in range(400))
    waiting = tuple(replace(one, text=long) if one.number else one for one in samples.REPORT.waiting)
    paper = read(replace(samples.REPORT, waiting=waiting))
    assert paper.at(words.MEETINGS).page == 2
    drawn = sum(line.visual.count("هژاو") for line in paper.lines if line.page > 1)
    assert drawn == 3 * 400


def test_a_party_has_the_sums_of_its_units() -> None:
    paper = read(samples.REPORT)
    line = paper.at("مرکز ملی فضای مجازی")
    found = [one for one in paper.lines if one.logical == "مرکز ملی فضای مجازی" and one.page > 1]
    row = [one.visual for one in paper.on(found[0].page) if abs(one.y - found[0].y) < 2 and one is not found[0]]
    assert row == ["۰", "۱", "۱", "۲"]
    assert line.page == 1


def test_a_quiet_month_says_so_in_each_part() -> None:
    paper = read(samples.QUIET_REPORT)
    for text in (
        "در اردیبهشت ۱۴۰۲ جلسه‌ای برگزار نشد (ماه رمضان).",
        words.NO_RESOLUTIONS,
        words.NOTHING_WAITS,
        words.NO_MEETING,
        words.NO_MEMBERS,
        words.NOTHING_ADOPTED,
        words.NOTHING_LATE,
    ):
        assert paper.has(text), text
    assert not paper.has(words.STANDING), "no chart of nothing"


def test_a_meeting_is_told_as_far_as_it_has_come() -> None:
    (held,) = samples.REPORT.meetings
    for state, said in (
        ("draft", "جلسهٔ ۵ برای ۱۴۰۲/۰۲/۱۱ پیش‌بینی شده و هنوز زمان‌بندی نشده است."),
        ("convened", "جلسهٔ ۵ برای ۱۴۰۲/۰۲/۱۱ زمان‌بندی شده است."),
        ("in_session", "جلسهٔ ۵ در ۱۴۰۲/۰۲/۱۱ آغاز شده و در حال برگزاری است."),
    ):
        assert read(replace(samples.REPORT, meetings=(replace(held, state=state),))).has(said), state


def test_requests_without_an_answer_are_told() -> None:
    asked = ReportWaiting(kind="extension", number="۱۴۰۱/۲/۱", text="معاونت راهبری فنی", day="2023-07-01")
    paper = read(replace(samples.REPORT, waiting=(asked, ReportWaiting(kind="requests", count=2))))
    assert paper.has("مصوبهٔ ۱۴۰۱/۲/۱: معاونت راهبری فنی مهلتی تا ۱۴۰۲/۰۴/۱۰ خواسته است.")
    assert paper.has("۲ درخواست رسیده هنوز بی‌پاسخ است.")


def test_meetings_without_attendance_here_are_not_denied() -> None:
    paper = read(replace(samples.REPORT, members=()))
    assert paper.has(words.NO_ATTENDANCE)
    assert not paper.has(words.NO_MEMBERS)


def test_bars_are_as_long_as_their_figures() -> None:
    """Widths of the filled boxes of the axis chart are in proportion to the counts, on one scale."""
    lonely = replace(
        samples.REPORT,
        axes=tuple(ReportCount(code=str(place), name="محور", party=None, open=0, late=0, done=n)
                   for place, n in enumerate((1, 2, 4), start=1)),
        units=(),
        tasks=(),
    )  # fmt: skip
    boxes = dark_boxes(monthly_report_pdf.render(lonely, MADE, render_context()))
    widths = [width for page, width in boxes if page > 1]
    legend = widths.pop()
    assert legend < widths[0]
    assert [round(width / widths[0], 1) for width in widths] == [1, 2, 4]


def test_the_bar_of_the_first_page_says_what_its_stretches_are_where_all_have_room() -> None:
    """Else their numbers alone stand on it, and below it what the fills mean."""
    said = {words.DONE: "پایان‌یافته ۲", words.OPEN: "در مهلت ۵", words.LATE: "معوق ۳"}
    whole = read(samples.REPORT)
    narrow = read(replace(samples.REPORT, total=ReportCount(name="", party=None, open=90, late=3, done=2)))
    for word, text in said.items():
        assert [line.page for line in where(whole.lines, text)] == [1]
        assert 1 not in [line.page for line in where(whole.lines, word) if line.size < 10]
        assert 1 in [line.page for line in where(narrow.lines, word) if line.size < 10]
        assert where(narrow.lines, text) == []
    tall = [one.y1 - one.y0 for one in whole.pages[0].strokes if one.filled and one.x1 - one.x0 > 60]
    assert max(tall) == pytest.approx(7 * 72 / 25.4, abs=0.7)


def test_a_sample_is_marked_on_every_page() -> None:
    paper = read(samples.REPORT, Imprint(sample=True))
    assert marks_of(paper.pdf) == ["نمونه"] * len(paper.pages)
    assert paper.holds("نمونه")


def test_what_the_first_page_says_whole_is_not_said_again() -> None:
    short = replace(samples.REPORT, waiting=samples.REPORT.waiting[:2])
    assert [line.page for line in read(short).lines if line.logical == words.WAITING] == [1]


def test_the_longest_month_is_not_cut_in_large_writing() -> None:
    large = replace(samples.REPORT, typography=Typography(size=150))
    assert read(large).at("اردیبهشت").page == 1


FULL = 0.55
"""The least share of a page that text takes before the next one is begun."""
WAYS = [Typography(size=size) for size in (100, 110, 115, 125, 140, 150)] + [Typography(sheet=Sheet.A5, size=120)]


@pytest.mark.parametrize("typography", WAYS, ids=lambda way: f"{way.sheet.value}-{way.size}")
def test_in_large_writing_the_summary_keeps_together_and_no_page_stays_nearly_empty(typography: Typography) -> None:
    paper = read(replace(samples.REPORT, typography=typography))
    low = typography.margins.bottom * MM
    pages = [sorted(line.y for line in paper.on(page.number) if line.y > low) for page in paper.pages]
    assert all(len(lines) > 6 for lines in pages), [len(lines) for lines in pages]
    for page, lines in zip(paper.pages[:-1], pages[:-1], strict=True):
        assert lines[0] < page.height * (1 - FULL), f"page {page.number} ends at {lines[0]:.0f} of {page.height:.0f}"
    (lead, _), summed, following = where(paper.lines, words.WAITING), paper.at(words.SUMMARY), paper.at(words.MEETINGS)
    assert summed.page == 1
    assert lead.page <= following.page
    if lead.page == 1:
        assert following.page == 2, "a summary of one page stands alone on it"
    for text in ("مصوبهٔ ۱۴۰۱/۲/۲: تهیهٔ جدول تطبیق", "مصوبهٔ ۱۴۰۱/۲/۳: موضوع دیگر"):
        assert where(paper.lines, text)[0].page == lead.page, "the list of what waits is not parted"


def test_the_names_of_the_months_are_of_one_size() -> None:
    paper = read(replace(samples.REPORT, typography=Typography(size=150)))
    sizes = {round(paper.at(name).size, 2) for name in ("اردیبهشت", "تیر", "شهریور", "اسفند")}
    assert len(sizes) == 1


def test_a_committee_that_never_met_is_told_without_a_nought() -> None:
    assert read(samples.QUIET_REPORT).has("از آغاز کمیته، از ۱ ماه در هیچ ماهی جلسه برگزار نشده است (۰٪).")


def test_of_a_committee_that_met_before_only_its_records_are_counted() -> None:
    since = replace(samples.REPORT.regularity, records_begin="2022-04-21")
    paper = read(replace(samples.REPORT, regularity=since))
    assert paper.has("از آغاز ثبت در این دبیرخانه (اردیبهشت ۱۴۰۱)، از ۶ ماه در ۵ ماه جلسه برگزار شده است (۸۳٪).")
    assert not paper.has("از آغاز کمیته")
