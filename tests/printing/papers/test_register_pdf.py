"""The register on paper: every line in order with its deadlines and its end; a thousand lines hold."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from desktop_app.domain.documents.register_documents import RegisterDocument
from desktop_app.printing.papers import register_pdf
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.printing.words import registers as words
from desktop_app.workers import Cancelled
from tests.printing.minutes_reader import render_context
from tests.printing.oracles.cells import cell_faults, noted
from tests.printing.oracles.extractors import plain
from tests.printing.oracles.stream import read as read_pages
from tests.printing.report_documents import REGISTER, THOUSAND
from tests.printing.report_reader import MADE, read, require_sound
from tests.whole import deciding

EMPTY = replace(REGISTER, lines=())


@pytest.mark.parametrize("document", [REGISTER, EMPTY], ids=["full", "empty"])
def test_the_paper_is_sound_and_equal_input_gives_equal_bytes(document: RegisterDocument) -> None:
    paper = read(document)
    require_sound(paper, "دفتر ثبت مصوبات سال ۱۴۰۱")
    assert register_pdf.render(document, MADE, render_context()) == paper.pdf


def test_the_sheet_lies_and_lines_keep_their_order() -> None:
    paper = read(REGISTER)
    heights = [(line.page, -paper.at(line_.number).y) for line_ in REGISTER.lines for line in [paper.at(line_.number)]]
    assert heights == sorted(heights)


def test_extensions_ends_and_successors_are_told() -> None:
    paper = read(REGISTER)
    for text in (
        "۵ مصوبه: ۲ پایان‌یافته، ۳ باز و از آن‌ها ۱ معوق",
        "تمدید تا",
        "۱۴۰۲/۰۲/۲۰",
        "۳ روز تأخیر",
        "با مصوبهٔ",
        words.CONTINUOUS,
        "جلسهٔ ۳",
    ):
        assert paper.holds(text), text


def test_what_a_correction_dropped_is_a_line_and_no_resolution() -> None:
    ended = next(line for line in REGISTER.lines if line.state == "verified")
    lines = tuple(replace(line, state="rejected") if line is ended else line for line in REGISTER.lines)
    paper = read(replace(REGISTER, lines=lines))
    assert paper.holds("۴ مصوبه: ۱ پایان‌یافته، ۳ باز و از آن‌ها ۱ معوق")
    assert paper.holds(ended.number)
    assert paper.holds("تصویب‌نشده")


def test_an_empty_register_says_so() -> None:
    assert read(EMPTY).has(words.NOTHING)


def test_no_glyph_leaves_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    with noted(monkeypatch) as tables:
        pdf = register_pdf.render(REGISTER, MADE, render_context())
    assert cell_faults(read_pages(pdf), tables) == []


@pytest.mark.parametrize("count", deciding([300, 1000], {300}))
def test_very_many_lines_are_all_there_and_told_of(count: int) -> None:
    """A thousand lines are made as three hundred: page by page, what is drawn is let go of (check 24)."""
    document = replace(THOUSAND, lines=THOUSAND.lines[:count])
    told: list[tuple[int, int]] = []
    made = RenderContext(fonts=render_context().fonts, progress=lambda done, total: told.append((done, total)))
    pdf = register_pdf.render(document, MADE, made)
    assert told[-1] == (count, count)
    *_, last = read_pages(pdf, first=count * 6 // 100 + 1)
    number = document.lines[-1].number
    assert any(number in line for line in ("".join(g.text for g in found) for found in last.lines()))


def test_whoever_waits_may_call_it_off() -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        register_pdf.render(REGISTER, MADE, RenderContext(fonts=render_context().fonts, progress=stop))


def test_a_guarded_register_says_its_class_on_each_page() -> None:
    head = replace(THOUSAND.letterhead, classification="confidential")
    guarded = replace(THOUSAND, letterhead=head, lines=THOUSAND.lines[:60])
    with pypdfium2.PdfDocument(register_pdf.render(guarded, MADE, render_context())) as found:
        said = ["محرمانه" in plain(page.get_textpage().get_text_range()) for page in found]
    assert len(said) > 2
    assert all(said)
