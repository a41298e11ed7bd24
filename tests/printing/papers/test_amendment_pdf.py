"""A correction on paper: its title, what it corrects and why, every change with drawn strokes, then the full text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.amendment_lines import ChangedPart
from desktop_app.domain.documents.documents import Imprint
from desktop_app.domain.rules import amendments as rules
from desktop_app.printing.engine.layout.marks import Stroke
from desktop_app.printing.papers import minutes_pdf
from desktop_app.printing.papers.minutes_changes import kind_of, parts_of
from desktop_app.printing.words import amendment as words
from tests.printing.minutes_reader import PrintedLine, render_context, visual
from tests.printing.oracles.cells import cell_faults, noted
from tests.printing.oracles.stream import read as read_pages
from tests.printing.report_documents import correction
from tests.printing.report_reader import MADE, Read, read
from tests.printing.sample_documents import INQUORATE, RICH

FIRST, SECOND, *REST = RICH.resolutions


def strokes(paper: Read, line: PrintedLine) -> list[tuple[float, float, float]]:
    """Level strokes along a line of text: left, right, height over the baseline in sizes."""
    page = paper.pages[line.page - 1]
    return [
        (one.x0, one.x1, (one.y0 - line.y) / line.size)
        for one in page.strokes
        if one.is_level and -0.4 < (one.y0 - line.y) / line.size < 0.6 and one.x0 >= line.left - 1
        and one.x1 <= line.right + 1
    ]  # fmt: skip


def test_title_base_reason_and_footer_say_what_it_is() -> None:
    paper = read(correction())
    assert paper.holds("اصلاحیهٔ شمارهٔ ۱ صورت‌جلسهٔ شمارهٔ ۳")
    assert paper.holds("کمیتهٔ مشترک راهبری و اجرایی‌سازی تفاهم‌نامه")
    assert paper.holds("این نسخه جای نسخهٔ ۱ را می‌گیرد که امضا شده بود")
    assert paper.holds("علت اصلاح: شمار شهرستان‌ها نادرست بود")
    footer = visual("صورت‌جلسهٔ ۳ – اصلاحیهٔ ۱ – نسخهٔ ۲")
    assert all(any(footer in line.visual for line in paper.on(page.number)) for page in paper.pages)
    assert paper.at(words.CHANGES).y > paper.at(words.FULL_TEXT).y or paper.at(words.FULL_TEXT).page > 1


def test_every_change_has_its_row_in_words() -> None:
    paper = read(correction())
    for place in (
        "مشخصات جلسه: ساعت پایان",
        "مصوبهٔ ۱۴۰۱/۳/۱: متن",
        "مصوبهٔ ۱۴۰۱/۳/۱: مجری",
        "مصوبهٔ ۱۴۰۱/۳/۱: مهلت",
        "مصوبهٔ ۱۴۰۱/۳/۲: آرا",
        "جلسهٔ آینده: تاریخ",
    ):
        assert paper.holds(place[:15].strip()), place
    for kind in (words.REMOVED, words.ADDED, words.CHANGED):
        assert paper.has(kind), kind


def test_words_that_went_are_struck_and_words_that_came_are_underlined() -> None:
    paper = read(correction())
    line = next(one for one in paper.lines if "ود" in one.visual and "هس" in one.visual and one.page == 1)
    found = sorted(strokes(paper, line), reverse=True)
    assert len(found) == 2
    (_, _, struck), (_, _, under) = found
    assert struck > 0.1
    assert under < -0.1
    assert found[0][0] > found[1][1] + 1, "the blank between the two bears no stroke"


def test_the_text_layer_holds_no_mark_of_the_strokes() -> None:
    paper = read(correction())
    assert not any("\u0336" in line.visual or "\u0332" in line.visual for line in paper.lines)


def test_no_glyph_leaves_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    with noted(monkeypatch) as tables:
        pdf = minutes_pdf.render(correction(), MADE, render_context())
    assert cell_faults(read_pages(pdf), tables) == []


def test_equal_input_gives_equal_bytes() -> None:
    assert minutes_pdf.render(correction(), MADE, render_context()) == read(correction()).pdf


def test_a_correction_that_changes_nothing_says_so() -> None:
    paper = read(correction(after=replace(RICH, version=2)))
    assert paper.has(words.NO_CHANGES)


def test_a_long_text_that_was_rewritten_flows_over_pages() -> None:
    sentence = "دستگاه مجری گزارش پیشرفت را در پایان هر ماه می‌فرستد و نسخه‌ای از آن را نگه می‌دارد. "
    before = replace(RICH, resolutions=(replace(FIRST, text=sentence * 60), *RICH.resolutions[1:]))
    after = replace(before, version=2, resolutions=(replace(FIRST, text="متن " + sentence * 60), *RICH.resolutions[1:]))
    paper = read(correction(after, before))
    assert len(paper.pages) > 4


def test_a_draft_of_a_correction_is_a_draft() -> None:
    paper = read(correction(), Imprint(draft=True))
    assert paper.holds("پیش‌نویس")
    assert not paper.holds("نسخهٔ ۲")


def test_the_minutes_of_an_inquorate_meeting_are_corrected_too() -> None:
    after = replace(INQUORATE, version=2, closing="جلسه پایان یافت.")
    paper = read(correction(after, INQUORATE))
    assert paper.holds("اصلاحیهٔ شمارهٔ ۱ صورت‌جلسهٔ عدم حصول حد نصاب")


def test_a_closing_sentence_of_its_own_replaces_the_usual_one_word_by_word() -> None:
    before = replace(RICH, closing="", meeting=replace(RICH.meeting, ended_at="12:30"))
    after = replace(before, version=2, closing="جلسه در ساعت ۱۲:۳۰ با ذکر دعا پایان یافت.")
    (line,) = rules.differences(before, after)
    assert kind_of(line) == words.CHANGED
    said = [(text, stroke) for text, _, stroke in parts_of(line) if text.strip()]
    assert said == [
        ("جلسه در ساعت ۱۲:۳۰ با ذکر", Stroke.NONE),
        ("صلوات", Stroke.STRUCK),
        ("دعا", Stroke.UNDERLINED),
        ("پایان یافت.", Stroke.NONE),
    ]


def test_every_field_and_part_has_its_word() -> None:
    assert set(words.PARTS) == {part.value for part in ChangedPart}
    fields = {*rules.FACTS, *rules.SEAT, *rules.RESOLUTION, "next_day", "next_starts_at", "next_agenda", "closing",
              "originals", "kept_at", "classification", "urgency", "cooperating", "deadline", "votes"}  # fmt: skip
    assert fields <= set(words.FIELDS)
