"""Reminders on paper: how many are open and late in a sentence that fits, the course of each deadline, the request."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.letter_lines import DueLine
from desktop_app.domain.documents.unit_documents import ReminderLetter
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.office_papers import lines, pages, stands, words_of

DOCUMENT = samples.REMINDER


def test_subject_and_sentence_count_what_is_open() -> None:
    assert stands(DOCUMENT, "موضوع: یادآوری ۲ مصوبهٔ باز (۱ مورد معوق)") == [1]
    assert stands(DOCUMENT, "موضوع: یادآوری مصوبهٔ باز") == [2]


@pytest.mark.parametrize(
    ("late", "subject", "sentence"),
    [
        ((0,), "موضوع: یادآوری مصوبهٔ باز", ""),
        ((4,), "موضوع: یادآوری مصوبهٔ باز (معوق)", "مهلت آن گذشته"),
        ((4, 3), "موضوع: یادآوری ۲ مصوبهٔ باز (۲ مورد معوق)", "مهلت همهٔ آن‌ها گذشته"),
        ((4, 0, 0), "موضوع: یادآوری ۳ مصوبهٔ باز (۱ مورد معوق)", "مورد آن گذشته"),
    ],
)
def test_one_all_and_some_have_words_of_their_own(late: tuple[int, ...], subject: str, sentence: str) -> None:
    rows = tuple(replace(samples.LINE, late=days) for days in late)
    document = replace(DOCUMENT, letters=(ReminderLetter(addressee=samples.UNIT, lines=rows),))
    assert stands(document, subject) == [1]
    assert ("گذشته" in words_of(document)) == bool(sentence)
    assert sentence in words_of(document)


def test_a_late_resolution_tells_its_days_and_its_first_deadline() -> None:
    assert stands(DOCUMENT, "۳ روز تأخیر") == [1]
    assert stands(DOCUMENT, "۱۴۰۲/۰۲/۲۰") == [1]
    assert stands(DOCUMENT, "مهلت نخست") == [1]


def test_each_letter_bears_its_own_number() -> None:
    first, second = DOCUMENT.letters
    document = replace(DOCUMENT, letters=(replace(first, own_number="۷۷۷"), replace(second, own_number="۸۸۸")))
    borne = [[number for number in ("۷۷۷", "۸۸۸") if number in words_of(document, page)] for page in (1, 2)]
    assert borne == [["۷۷۷"], ["۸۸۸"]]


def test_a_unit_that_said_nothing_reads_so() -> None:
    assert stands(DOCUMENT, "گزارشی نرسیده است") == [1, 2]
    assert "برنامهٔ هم‌راستایی" in words_of(DOCUMENT, 2)
    planned = replace(samples.SILENT, plan="سه نشست کارشناسی")
    document = replace(DOCUMENT, letters=(ReminderLetter(addressee=samples.UNIT, lines=(planned,)),))
    assert "برنامهٔ هم‌راستایی" not in words_of(document)


def test_a_resolution_without_a_day_has_a_dash() -> None:
    document = replace(
        DOCUMENT,
        letters=(
            ReminderLetter(addressee=samples.HEADLESS, lines=(replace(samples.SILENT, due=DueLine(), own_due=""),)),
        ),
    )
    assert stands(document, "–") == [1]


def test_the_day_of_the_answer_is_a_weekday_with_its_date() -> None:
    read = words_of(DOCUMENT, 1)
    assert "یکشنبه" in read
    assert "در نخستین فرصت" in words_of(replace(DOCUMENT, answer_until=""), 1)


def test_a_long_table_heads_every_page_and_keeps_the_request_with_the_signature() -> None:
    crowded = samples.CROWDED_REMINDER
    assert stands(crowded, "شرح و مأخذ") == list(range(1, len(pages(crowded)) + 1))
    assert stands(crowded, samples.SECRETARY.name) == [len(pages(crowded))]
    request = next(line for line in lines(crowded) if "خواهشمند" in line.logical)
    assert request.page == len(pages(crowded))


def test_only_its_own_resolutions_stand_in_a_letter() -> None:
    numbers = [line for line in lines(DOCUMENT) if line.visual == reader.visual(samples.LINE.number)]
    assert [line.page for line in numbers] == [1]
