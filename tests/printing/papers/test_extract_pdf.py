"""Extracts on paper: the resolution word for word, what the unit has to do with it, and where it comes from."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.unit_documents import EarlierNotice
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.office_papers import lines, pages, stands, words_of

DOCUMENT = samples.EXTRACT


def test_each_unit_gets_a_letter_with_its_own_part() -> None:
    assert stands(DOCUMENT, "به: " + samples.UNIT.name) == [1]
    assert stands(DOCUMENT, "مسئول: سهراب میاندرودی – رابط: نگار آب‌بندانی") == [1]
    assert stands(DOCUMENT, "به: معاونت راهبری فنی") == [2]
    executor, cooperator = words_of(DOCUMENT, 1), words_of(DOCUMENT, 2)
    assert "برای اجرا" in executor
    assert "برای اجرا" not in cooperator
    assert "برای همکاری" in cooperator
    assert "آن دستگاه" in executor
    assert "آن واحد" in cooperator


def test_a_unit_without_head_and_liaison_has_no_line_for_them() -> None:
    assert "مسئول: " not in words_of(DOCUMENT, 2)
    assert "رابط" not in words_of(DOCUMENT, 2)


def test_number_and_day_of_the_notification_or_dots() -> None:
    assert stands(DOCUMENT, "شماره: ۴۱۲/ص/۱۴۰۲") == [1]
    assert stands(DOCUMENT, "شماره: " + "." * 24) == [2]


def test_a_corrected_resolution_follows_the_letter_that_told_the_earlier_words() -> None:
    second = DOCUMENT.letters[1]
    told = replace(second, earlier=EarlierNotice(number="۱۵۹۶/ص", day="2023-03-01"))
    unnumbered = replace(second, earlier=EarlierNotice(day="2023-03-01"))
    document = replace(DOCUMENT, letters=(told, unnumbered), references=("عطف نامهٔ ۷",))
    subject = f"موضوع: ابلاغ اصلاحی مصوبهٔ شمارهٔ {second.resolution.number} (مستخرج صورت‌جلسه)"
    assert stands(document, subject) == [1, 2]
    assert stands(document, "پیرو نامهٔ شمارهٔ ۱۵۹۶/ص مورخ ۱۴۰۱/۱۲/۱۰") == [1]
    assert stands(document, "پیرو ابلاغ مورخ ۱۴۰۱/۱۲/۱۰") == [2]
    assert stands(document, "عطف نامهٔ ۷") == [1, 2]


def test_the_foot_says_of_which_resolution_and_minutes_the_letter_is() -> None:
    for page, letter in enumerate(DOCUMENT.letters, start=1):
        assert page in stands(DOCUMENT, f"ابلاغ مصوبهٔ {letter.resolution.number} – صورت‌جلسهٔ ۳ – صفحهٔ ۱ از ۱")


def test_facts_of_the_resolution() -> None:
    for text in ("مجری", "ارتباطات و فناوری اطلاعات", "م۴", "تصمیم", "به اتفاق آرا"):
        assert 1 in stands(DOCUMENT, text), text
    assert stands(DOCUMENT, "همهٔ واحدها") == [2]
    assert 2 in stands(DOCUMENT, "تصمیم")
    assert "با اکثریت آرا" in words_of(DOCUMENT, 2)


def test_the_source_bears_the_code_and_a_sample_has_none() -> None:
    coded = [line for line in lines(DOCUMENT) if samples.SOURCE.code in line.visual]
    assert [line.page for line in coded] == [1]
    assert "مورخ" in words_of(DOCUMENT, 2)


def test_a_long_resolution_is_there_to_the_last_word_beside_its_line() -> None:
    document = samples.LONG_EXTRACT
    assert len(samples.LONG_TEXT) > 2400
    drawn = "".join(glyph.text for page in pages(document) for glyph in page.glyphs)
    assert drawn.count("شهرستان"[::-1]) == samples.LONG_TEXT.count("شهرستان")
    thick = [page.number for page in pages(document) for stroke in page.strokes if stroke.is_upright]
    assert thick == [1, 2]


def test_notes_of_the_operator_come_before_the_request() -> None:
    noted = replace(DOCUMENT, letters=DOCUMENT.letters[:1], note=("یادداشت کارشناس.",))
    found = lines(noted)
    request = next(line for line in found if "خواهشمند" in line.logical)
    note = reader.only(found, "یادداشت کارشناس.")
    assert (note.page, -note.y) < (request.page, -request.y)
