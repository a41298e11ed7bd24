"""The minutes on paper: order of the sections, what each says, dates, footer, marks, and equal bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop_app.domain.calendar.jalali import day_from_iso, format_date
from desktop_app.domain.documents.documents import Imprint, MinutesDocument
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.papers import minutes_pdf
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.printing.oracles import extractors

ALL = {
    "rich": samples.RICH,
    "inquorate": samples.INQUORATE,
    "sixteen": samples.SIXTEEN_SIGNERS,
    "many": samples.MANY_SIGNERS,
    "long": samples.LONG_RESOLUTION,
    "words": samples.LONG_WORDS,
    "bare": samples.BARE,
}
SECTIONS = (
    "بسمه تعالی",
    "روز و تاریخ",
    "حاضران و غایبان",
    "دستور جلسه",
    "گزارش پیگیری مصوبات پیشین",
    "خلاصهٔ مذاکرات",
    "مصوبات",
    "دستور و زمان جلسهٔ آینده",
    "جلسه در ساعت ۱۲:۳۰ با ذکر صلوات پایان یافت.",
    "امضای نمایندگان طرفین",
    "پیوست‌ها",
    "رونوشت",
)
DATE_LIKE = re.compile("[۰-۹]+/[۰-۹]+/[۰-۹]+")
DATE_OR_NUMBER = re.compile("۱[۳۴][۰-۹]{2}/[۰-۹]{1,2}/[۰-۹]{1,2}")


every_document = pytest.mark.parametrize("document", ALL.values(), ids=ALL.keys())


def stands(text: str, document: MinutesDocument = samples.RICH) -> bool:
    return len(reader.where(reader.lines(document), text)) == 1


def at(text: str, document: MinutesDocument = samples.RICH) -> reader.PrintedLine:
    return reader.only(reader.lines(document), text)


def test_sections_follow_each_other_from_top_to_bottom() -> None:
    found = [at(section) for section in SECTIONS]
    assert found == sorted(found, key=lambda line: (line.page, -line.y))


def test_first_page_is_the_letterhead_s_until_forty_millimetres() -> None:
    title = reader.where(reader.lines(samples.RICH), f"صورت‌جلسهٔ شمارهٔ ۳ {samples.COMMITTEE}")[0]
    assert (title.page, title.size) == (1, 16.0)
    assert 842 - 40 * 72 / 25.4 - 16 * 1.5 < title.y < 842 - 40 * 72 / 25.4
    lines = reader.lines(samples.RICH)
    parties = [reader.where(lines, name)[0] for name in samples.LETTERHEAD.parties]
    number = at("شماره: ۱۴۷/ک/۱۴۰۱")
    invocation = at("بسمه تعالی")
    assert number.right < invocation.left < invocation.right < min(line.left for line in parties)


def test_empty_references_are_dots() -> None:
    for label in ("شماره", "تاریخ", "پیوست"):
        assert reader.only(reader.lines(samples.DRAFT, reader.DRAFT), f"{label}: " + "." * 24).page == 1


@every_document
def test_every_day_of_the_document_stands_with_its_year_at_the_left_end(document: MinutesDocument) -> None:
    text = "\n".join(line.visual for line in reader.lines(document))
    days = {document.meeting.day, document.letterhead.day, document.next_day, document.meeting.previous_day}
    days |= {seat.letter_day for seat in document.attendance} | {line.due for line in document.follow_up}
    days |= {line.deadline.due for line in document.resolutions}
    for day in days - {""}:
        assert format_date(day_from_iso(day)) in text
    for found in DATE_LIKE.findall(text):
        assert DATE_OR_NUMBER.fullmatch(found), found


@every_document
def test_readers_find_dates_as_they_are_and_no_shaped_or_private_letters(
    document: MinutesDocument, tmp_path: Path
) -> None:
    text = extractors.pdftotext(reader.paper(document), tmp_path)
    assert format_date(day_from_iso(document.meeting.day)) in text
    for found in DATE_LIKE.findall(text):
        assert DATE_OR_NUMBER.fullmatch(found), found
    assert re.findall("[\ufb50-\ufdff\ufe70-\ufefc\ue000-\uf8ff]", text) == []


@every_document
def test_footer_counts_the_pages_on_every_page(document: MinutesDocument) -> None:
    code = samples.final_imprint(document).code
    total = len(reader.pages(document))
    for number in range(1, total + 1):
        page = f"صفحهٔ {chr(0x6F0 + number)} از {chr(0x6F0 + total)}"
        line = reader.only(reader.lines(document), f"صورت‌جلسهٔ ۳ – نسخهٔ ۱ – طبقه‌بندی: عادی – {page}")
        assert line.page == number
        assert line.y < 22 * 72 / 25.4
    proved = reader.where(reader.lines(document), f"کد {code}")
    assert [line.page for line in proved] == list(range(1, total + 1))


@pytest.mark.parametrize("code", ["2345ABCDEFGHIJ67", "ABCDEFGHIJ234567", "2345672345672345"])
def test_a_code_of_any_letters_and_digits_reads_from_left_to_right(code: str) -> None:
    lines = reader.lines(samples.BARE, Imprint(code=code))
    assert [line.page for line in lines if code in line.visual] == [1]


@every_document
def test_every_page_has_a_place_for_initials_and_later_ones_a_header(document: MinutesDocument) -> None:
    lines = reader.lines(document)
    total = len(reader.pages(document))
    assert [line.page for line in reader.where(lines, "محل پاراف")] == list(range(1, total + 1))
    headers = reader.where(lines, f"صورت‌جلسهٔ شمارهٔ ۳ {samples.COMMITTEE}")
    assert [line.page for line in headers if line.size < 12] == list(range(2, total + 1))


@every_document
def test_nothing_leaves_the_margins(document: MinutesDocument) -> None:
    for page in reader.pages(document):
        for glyph in page.glyphs:
            assert glyph.x >= 15 * 72 / 25.4 - 1
            assert glyph.x + glyph.advance <= page.width - 25 * 72 / 25.4 + 1
    body = [line for line in reader.lines(document) if line.size > 9.6]
    assert min(line.y for line in body) > 25 * 72 / 25.4


def test_attendance_says_who_came_in_whose_place_and_who_came_late() -> None:
    for words in ("کیوان تنکابنی", "به‌جای آرش", "(ویدئوکنفرانس)", "غایب موجه", "ورود ۱۰:۲۸"):
        assert reader.where(reader.lines(samples.RICH), words), words
    assert stands("۴۱۲/ص/۱۴۰۱، ۱۴۰۱/۱۱/۰۸")
    assert stands("مدعوان: نگار آب‌بندانی (رابط اداره کل ارتباطات و فناوری اطلاعات)؛ سهراب میاندرودی")


def test_agenda_is_numbered_in_words() -> None:
    ranks = [at(f"{rank}:") for rank in ("اول", "دوم", "سوم", "چهارم", "پنجم")]
    assert [line.y for line in ranks] == sorted((line.y for line in ranks), reverse=True)


def test_resolutions_carry_adoption_and_deadline_in_words() -> None:
    for words in (
        "۱۴۰۱/۳/۱", "تصمیم، به اتفاق آرا – محور: م۴", "تصمیم، با اکثریت آرا (۶ موافق، ۱ مخالف) – محور: م۵",
        "۳۰ روز کاری", "مستمر", "بازبینی", "سیاست، به اتفاق آرا – محور: م۷", "تا جلسهٔ آینده",
    ):  # fmt: skip
        assert reader.where(reader.lines(samples.RICH), words), words


def test_closing_says_how_many_originals_there_are() -> None:
    assert stands("این صورت‌جلسه در یک نسخه تنظیم شد.", samples.BARE)
    three = replace(samples.BARE, originals=3, closing="جلسه پایان یافت.")
    assert stands("این صورت‌جلسه در سه نسخه با اعتبار یکسان تنظیم شد.", three)
    assert stands("جلسه پایان یافت.", three)


def test_draft_has_a_mark_and_neither_number_nor_version_nor_code() -> None:
    lines = reader.lines(samples.DRAFT, reader.DRAFT)
    total = len(reader.pages(samples.DRAFT, reader.DRAFT))
    assert reader.only(lines, "صورت‌جلسهٔ ۳ – پیش‌نویس – طبقه‌بندی: عادی – صفحهٔ ۱ از ۴").page == 1
    for forbidden in ("۱۴۰۱/۳/۱", "۱۴۰۱/۳/۴"):
        assert not reader.where(lines, forbidden)
    assert not [line for line in lines if reader.visual("نسخهٔ ۱") in line.visual or reader.visual("کد") == line.visual]
    assert marks(samples.DRAFT, reader.DRAFT) == ["پیش‌نویس"] * total


def test_sample_and_withdrawn_papers_say_so_across_each_page() -> None:
    code = samples.final_imprint(samples.BARE).code
    sample = Imprint(sample=True, code=code)
    assert marks(samples.BARE, sample) == ["نمونه"]
    assert code not in "".join(line.visual for line in reader.lines(samples.BARE, sample))
    assert len(squares(samples.BARE, sample)) == 0
    void = Imprint(void=True, code=code)
    assert marks(samples.BARE, void) == ["باطل"]
    lines = reader.lines(samples.BARE, void)
    assert reader.only(lines, "صورت‌جلسهٔ ۳ – نسخهٔ ۱ – طبقه‌بندی: عادی – باطل – صفحهٔ ۱ از ۱").page == 1
    assert reader.only(lines, f"کد {code}").page == 1
    assert marks(samples.BARE, samples.final_imprint(samples.BARE)) == [""]


def test_chain_head_has_its_place_after_the_code() -> None:
    imprint = Imprint(code="ABCDEFGHIJKLMNOP", chain_head="QRST")
    lines = reader.lines(samples.BARE, imprint)
    assert reader.only(lines, "کد ABCDEFGHIJKLMNOP – زنجیره QRST").page == 1


def marks(document: MinutesDocument, imprint: Imprint) -> list[str]:
    """The words that stand across each page as shapes; none of them is text."""
    assert not [glyph for page in reader.pages(document, imprint) for glyph in page.glyphs if glyph.rotated]
    return reader.marks_of(reader.paper(document, imprint))


def squares(document: MinutesDocument, imprint: Imprint) -> list[object]:
    return [stroke for page in reader.pages(document, imprint) for stroke in page.strokes if stroke.filled]


def test_inquorate_minutes_have_their_own_title_and_no_resolutions() -> None:
    lines = reader.lines(samples.INQUORATE)
    assert reader.only(lines, "صورت‌جلسهٔ عدم حصول حد نصاب").size == 16.0
    assert reader.only(lines, f"جلسهٔ شمارهٔ ۳ {samples.COMMITTEE}").page == 1
    assert not reader.where(lines, "مصوبات")
    forced = replace(samples.INQUORATE, resolutions=samples.RICH.resolutions)
    assert not reader.where(reader.lines(forced), "مصوبات")


def test_header_row_comes_again_where_the_resolutions_go_on() -> None:
    lines = reader.lines(samples.LONG_RESOLUTION)
    start = reader.only(lines, "مصوبات").page
    rows = [line for line in reader.where(lines, "شماره") if line.size == 11.0]
    assert len(rows) >= 3, "the long resolution no longer goes over pages"
    assert [line.page for line in rows] == list(range(start, rows[-1].page + 1))


@every_document
def test_equal_documents_give_equal_bytes(document: MinutesDocument) -> None:
    imprint = samples.final_imprint(document)
    assert minutes_pdf.render(document, imprint, reader.render_context()) == reader.paper(document)


def test_the_file_bears_title_language_and_the_record_s_instant() -> None:
    with pikepdf.open(BytesIO(reader.paper(samples.RICH))) as opened:
        assert str(opened.docinfo["/Title"]) == f"صورت‌جلسهٔ شمارهٔ ۳ {samples.COMMITTEE}"
        assert str(opened.docinfo["/CreationDate"]) == "D:20230130093000Z"
        assert str(opened.Root.Lang) == "fa-IR"


def test_typed_marks_of_other_languages_are_printed_as_they_are() -> None:
    text = "<b>مهم</b> & <user@example.ir>"
    marked = replace(samples.BARE, agenda=(replace(samples.BARE.agenda[0], title=text),))
    drawn = "".join(line.visual for line in reader.lines(marked))
    for part in ("b>", "&", "user@example.ir"):
        assert part in drawn


def test_a_character_without_a_shape_is_refused_with_its_place() -> None:
    bad = replace(samples.BARE, meeting=replace(samples.BARE.meeting, place="سالن ☎"))
    with pytest.raises(RuleBroken) as refused:
        minutes_pdf.render(bad, reader.DRAFT, reader.render_context())
    assert refused.value.key == "glyph_missing"
    assert refused.value.facts["character"] == "☎"
    assert refused.value.facts["place"] == "محل جلسه"
