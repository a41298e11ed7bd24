"""The agenda pack on paper: agenda at a glance, each item with its background, report, minutes before, citations."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.meeting_documents import PreviousMinutesLine
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.office_papers import lines, pages, stands, words_of

DOCUMENT = samples.PACK


def test_head_names_meeting_officers_kind_and_planned_time() -> None:
    for text in ("بستهٔ دستور جلسهٔ شمارهٔ ۶", "بهمن سروستانه", "فوق‌العاده، اردیبهشت", "۵۵ دقیقه"):
        assert 1 in stands(DOCUMENT, text), text


def test_each_item_has_presenter_and_minutes() -> None:
    found = lines(DOCUMENT)
    row = next(line for line in reader.where(found, "مهرداد ستوده‌منش"))
    assert reader.only(found, "۳۰ دقیقه").y == row.y


def test_the_follow_up_item_brings_the_report() -> None:
    found = lines(DOCUMENT)
    heading = reader.only(found, "بند دوم: گزارش پیگیری مصوبات پیشین")
    said = reader.only(found, "مصوبه‌های باز جلسه‌های پیشین تا ۱۴۰۲/۰۲/۲۵: ۳ مورد؛ مهلت ۱ مورد گذشته است.")
    assert heading.y > said.y > reader.where(found, "۱۴۰۱/۱/۱")[0].y
    assert 2 in stands(DOCUMENT, "۱۱ روز تأخیر")


def test_an_item_about_a_resolution_shows_it_with_its_citation() -> None:
    assert len(stands(DOCUMENT, "مصوبهٔ مرتبط: ۱۴۰۱/۲/۱")) == 1
    assert len(stands(DOCUMENT, "گزارش مرحلهٔ نخست در جلسهٔ پنجم شنیده شد.")) == 1
    assert "مستند بالادستی:" in words_of(DOCUMENT)


def test_the_minutes_to_be_confirmed_are_named_with_their_code() -> None:
    coded = [line for line in lines(DOCUMENT) if "ABCDEFGH23456722" in line.visual]
    assert len(coded) == 1
    assert "تأیید نشده" in words_of(DOCUMENT)
    assert DOCUMENT.previous is not None
    confirmed = replace(DOCUMENT, previous=replace(DOCUMENT.previous, confirmed=True))
    assert "تأیید نشده" not in words_of(confirmed)


def test_minutes_from_before_the_records_are_named_without_a_version() -> None:
    taken_over = PreviousMinutesLine(number=5, day="2023-05-01", version=0, state="archived")
    document = replace(DOCUMENT, previous=taken_over)
    assert "از سابقه" in words_of(document)
    assert not [one for one in ("نسخهٔ", "بی مصوبه", "بایگانی‌شده") if one in words_of(document)]
    assert "۲ مصوبه" in words_of(replace(DOCUMENT, previous=replace(taken_over, resolutions=2))).replace("\u00a0", " ")


def test_what_no_item_brings_comes_at_the_end() -> None:
    topics = replace(DOCUMENT, items=DOCUMENT.items[2:])
    assert len(stands(topics, "گزارش پیگیری مصوبات پیشین")) == 1
    assert len(stands(topics, "صورت‌جلسهٔ پیشین")) == 1
    assert len(stands(DOCUMENT, "صورت‌جلسهٔ پیشین")) == 0


def test_nothing_open_and_nothing_planned_are_said() -> None:
    idle = replace(DOCUMENT, follow_up=(), cited=())
    assert len(stands(idle, "مصوبهٔ بازی از جلسه‌های پیشین نمانده است.")) == 1
    first = replace(idle, meeting=replace(idle.meeting, previous_number=None, previous_day=""))
    assert len(stands(first, "هنوز مصوبه‌ای برای پیگیری نیست.")) == 1
    assert stands(first, "مصوبهٔ بازی از جلسه‌های پیشین نمانده است.") == []
    assert stands(samples.BARE_PACK, "برای این جلسه هنوز بندی در دستور نیست.") == [1]
    assert len(pages(samples.BARE_PACK)) == 1
