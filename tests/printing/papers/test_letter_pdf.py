"""A letter on paper: the words of its text in their order, line after line, in every reader."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from desktop_app.domain.documents.documents import LetterDocument
from desktop_app.printing.papers import letter_pdf
from desktop_app.printing.word import letter_docx
from tests.printing import made_papers, office_samples
from tests.printing import minutes_reader as reader
from tests.printing import office_papers as office
from tests.printing import sample_documents as samples
from tests.printing.oracles import extractors

TEXT = (Path(__file__).parents[1] / "data" / "plain_letter.txt").read_text(encoding="utf-8")
LETTER = samples.letter(TEXT)
WORD = re.compile("[\\w\u200c\u0654]+")


def words(text: str) -> list[str]:
    return WORD.findall(extractors.plain(text))


def in_order(wanted: list[str], found: list[str]) -> int:
    """How many of the wanted words come one after the other, whatever stands between."""
    at = 0
    for word in found:
        if at < len(wanted) and word == wanted[at]:
            at += 1
    return at


@pytest.mark.parametrize("name", extractors.READERS)
def test_each_reader_gives_the_same_words_in_the_same_order(name: str, tmp_path: Path) -> None:
    wanted = words(TEXT)
    assert len(wanted) > 200
    assert in_order(wanted, words(extractors.READERS[name](reader.paper(LETTER), tmp_path))) == len(wanted)


def test_a_lost_or_moved_word_would_be_seen() -> None:
    wanted = words(TEXT)
    assert in_order(wanted, wanted[::-1]) < len(wanted)
    assert in_order(wanted, wanted[:50] + wanted[51:]) < len(wanted)


def test_wrapped_lines_read_from_the_top() -> None:
    body = [line for line in reader.lines(LETTER) if line.size == 13.0]
    read = [word for line in body for word in line.logical.split()]
    assert read == TEXT.split()


def test_paragraphs_are_flush_on_both_sides_and_their_last_line_ends_at_the_right() -> None:
    right, left = (210 - 25) * 72 / 25.4, 15 * 72 / 25.4
    body = [line for line in reader.lines(LETTER) if line.size == 13.0]
    lasts = {paragraph.split()[-1] for paragraph in LETTER.paragraphs}
    for line in body:
        indent = right - line.right
        assert abs(indent) < 1.5 or abs(indent - 10 * 72 / 25.4) < 1.5
        if line.logical.split()[-1] not in lasts:
            assert abs(line.left - left) < 1.5


def test_letterhead_shows_what_is_set_and_dots_for_the_rest() -> None:
    lines = reader.lines(LETTER)
    for text in ("شماره: ۹۱۱۷۴/۰۱/ش", "تاریخ: ۱۴۰۱/۰۸/۱۰", "پیوست: " + "." * 24, "طبقه‌بندی: محرمانه", "ارجحیت: فوری"):
        assert reader.only(lines, text).page == 1


def test_each_page_is_counted() -> None:
    longer = samples.letter(TEXT * 4)
    total = len(reader.pages(longer))
    assert total > 2
    lines = reader.lines(longer)
    for number in range(1, total + 1):
        text = f"صفحهٔ {chr(0x6F0 + number)} از {chr(0x6F0 + total)}"
        assert reader.only(lines, text).page == number
    headers = [line.page for line in reader.where(lines, "نامهٔ شمارهٔ ۹۱۱۷۴/۰۱/ش")]
    assert headers == list(range(2, total + 1))


def test_equal_letters_give_equal_bytes() -> None:
    assert letter_pdf.render(LETTER, samples.final_imprint(LETTER), reader.render_context()) == reader.paper(LETTER)


def test_a_whole_letter_has_its_parts_in_their_order() -> None:
    found = reader.lines_of(office.pages(office_samples.WHOLE_LETTER))
    parts = (
        "مهرداد ستوده‌منش",
        "نماینده، مرکز ملی فضای مجازی",
        "موضوع: پیگیری سامانهٔ ملی داده‌ها",
        "عطف به نامهٔ شمارهٔ ۴۱۲/ص/۱۴۰۲",
        "با سلام و احترام",
        "متن نامه در یک بند.",
        "یاشار کوهبنانه",
    )
    heights = [reader.only(found, text).y for text in parts]
    assert heights == sorted(heights, reverse=True)
    signed, copies = reader.only(found, parts[-1]), reader.only(found, "رونوشت")
    assert copies.left > signed.right
    assert reader.only(found, "پیوست‌ها").y > copies.y


def test_a_letter_of_text_alone_greets_nobody_and_has_no_signature() -> None:
    found = reader.lines(LETTER)
    for text in ("با سلام و احترام", "رونوشت", "یاشار کوهبنانه"):
        assert reader.where(found, text) == []


def test_a_text_that_greets_is_not_greeted_again() -> None:
    greeted = replace(office_samples.WHOLE_LETTER, paragraphs=("با سلام و احترام", "متن نامه."))
    assert [line.logical for line in reader.lines(greeted)].count("با سلام و احترام") == 1
    assert docx_text(greeted).count("با سلام و احترام") == 1
    going_on = replace(greeted, paragraphs=("با سلام، به پیوست فهرست روستاها برای اقدام بعدی فرستاده می‌شود.",))
    assert not any(line.logical == "با سلام و احترام" for line in reader.lines(going_on))


def docx_text(document: LetterDocument) -> str:
    """The words of the same letter for Word."""
    made = letter_docx.render(document, samples.final_imprint(document), made_papers.render_context())
    return "\n".join(one.text for one in Document(BytesIO(made)).paragraphs)
