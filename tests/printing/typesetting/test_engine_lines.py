"""Lines of a paragraph: justified to both edges, wide words cut, two lines kept on each side of a page."""

from __future__ import annotations

from contextlib import closing
from itertools import combinations, pairwise

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.set_text import Line
from desktop_app.printing.engine.typesetting.style import Align, Direction, ParagraphStyle, Span, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.pages import PageReader
from tests.printing import made_papers
from tests.printing.oracles import corpus, dictionary

WIDTH = 300.0
LONG = " ".join([corpus.lines()[0], *corpus.lines()[6:8], *corpus.lines()[16:19]])
HARD = " ".join(dictionary.words(140))


def paragraph(text: str | list[Span], align: Align = Align.JUSTIFY, width: float = WIDTH) -> FaParagraph:
    made = FaParagraph(Typesetter(made_papers.fonts()), text, made_papers.style(align))
    made.wrap(width, 0)
    return made


def test_justified_lines_fill_the_width_and_the_last_does_not() -> None:
    lines = paragraph(LONG).lines
    assert len(lines) > 8
    for line in lines[:-1]:
        space = line.words[0].setting.space
        assert line.width == pytest.approx(WIDTH, abs=0.01)
        assert 0.85 * space < space + line.extra < 3 * space
    assert lines[-1].extra == 0
    assert lines[-1].width < WIDTH


def test_ragged_lines_take_every_word_that_fits() -> None:
    lines = paragraph(LONG, Align.RIGHT).lines
    for line, following in pairwise(lines):
        assert line.width <= WIDTH
        next_word = following.words[0]
        assert line.width + next_word.setting.space + next_word.width > WIDTH


def test_long_words_leave_ragged_lines_but_none_nearly_empty() -> None:
    lines = paragraph(HARD).lines
    assert any(line.extra == 0 for line in lines[:-1])
    for line in lines[:-1]:
        assert line.width > 0.6 * WIDTH
        assert line.extra <= 2 * line.words[0].setting.space + 0.01


def test_best_breaks_are_more_even_than_first_fit() -> None:
    def strain(lines: list[Line], width: float) -> float:
        ratios = [(width - line.width + line.extra * line.blanks) / line.blanks for line in lines[:-1]]
        return sum(ratio**2 for ratio in ratios)

    best = greedy = 0.0
    for width in range(250, 450, 20):
        best += strain(paragraph(LONG, Align.JUSTIFY, width).lines, width)
        greedy += strain(paragraph(LONG, Align.RIGHT, width).lines, width)
    assert best < 0.95 * greedy


@pytest.mark.parametrize("text", ["ب" * 300, "a" * 300, "بَ" * 150, "https://example.ir/" + "path-of/it_" * 20])
def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost(text: str) -> None:
    lines = paragraph(text, Align.RIGHT, 90).lines
    words = [word for line in lines for word in line.words]
    assert "".join(word.text for word in words) == text
    assert len(lines) > 3
    assert all(line.width <= 90.01 for line in lines)
    assert not any(word.text.startswith("\u064e") for word in words), "no line begins with a vowel mark"


def test_parts_keep_two_lines_on_each_side() -> None:
    whole = paragraph(LONG)
    height, count = whole.height / whole.line_count, whole.line_count
    assert whole.split(WIDTH, 1.5 * height) == []
    for room, above in ((2.2, 2), (5.5, 5), (count - 0.5, count - 2)):
        parts = _parts(whole, room * height)
        assert [part.line_count for part in parts] == [above, count - above]
    assert paragraph("\n".join("آبپ")).line_count == 3
    assert paragraph("\n".join("آبپ")).split(WIDTH, 2.5 * height) == []


def _parts(whole: FaParagraph, height: float, width: float = WIDTH) -> list[FaParagraph]:
    return [part for part in whole.split(width, height) if isinstance(part, FaParagraph)]


def test_a_part_keeps_its_lines_whatever_width_is_offered() -> None:
    first, second = _parts(paragraph(LONG), 120)
    before = second.line_count
    assert second.wrap(WIDTH + 100, 500)[0] == WIDTH
    assert second.line_count == before
    again = _parts(second, second.height / 2, WIDTH + 100)
    assert sum(part.line_count for part in again) == before
    assert first.line_count > 2


def test_forced_line_ends_and_empty_lines_stay() -> None:
    assert paragraph("یک\nدو\n\nسه").line_count == 4
    assert paragraph("").line_count == 1
    assert paragraph([Span("یک\nدو "), Span("سه\nچهار", TextStyle(Weight.BOLD, 13))]).line_count == 3


def test_a_style_that_changes_inside_a_word_keeps_the_letters_joined() -> None:
    typesetter = Typesetter(made_papers.fonts())
    bold = TextStyle(Weight.BOLD, 13)
    made = FaParagraph(typesetter, [Span("بخ"), Span("ش", bold)], made_papers.style())
    (word,) = made.stretches[0].words
    joined = [glyph.index for piece in word.pieces for glyph in piece.shaped.glyphs]
    alone = [
        glyph.index
        for text, style in (("بخ", TextStyle()), ("ش", bold))
        for piece in typesetter.word(typesetter.setting(style), text, b"\x01" * len(text)).pieces
        for glyph in piece.shaped.glyphs
    ]
    assert len(word.pieces) == 2
    assert joined != alone


def test_the_first_line_may_stand_in() -> None:
    style = ParagraphStyle(TextStyle(), Align.JUSTIFY, first=40)
    made = FaParagraph(Typesetter(made_papers.fonts()), LONG, style)
    made.wrap(WIDTH, 0)
    lines = made.lines
    assert lines[0].width == pytest.approx(WIDTH - 40, abs=0.01)
    assert lines[1].width == pytest.approx(WIDTH, abs=0.01)


def test_a_left_to_right_paragraph_keeps_its_order() -> None:
    style = ParagraphStyle(TextStyle(), direction=Direction.LTR)
    made = FaParagraph(Typesetter(made_papers.fonts()), "Core (v2) and more", style)
    assert {level for word in made.stretches[0].words for level in word.levels} == {0}


def test_a_character_without_a_glyph_is_refused_with_its_place() -> None:
    with pytest.raises(RuleBroken) as refused:
        FaParagraph(Typesetter(made_papers.fonts()), "خانهٔ 😀 ما", made_papers.style(), place="بند ۲")
    facts = refused.value.facts
    assert refused.value.key == "glyph_missing"
    assert (facts["character"], facts["code_point"], facts["place"]) == ("😀", "U+1F600", "بند ۲")


def test_every_line_of_the_corpus_can_be_set_in_a_narrow_column() -> None:
    for text in corpus.lines():
        lines = paragraph(text, Align.JUSTIFY, 110).lines
        assert all(line.width <= 110.01 for line in lines)


TIED = "در این جلسه گزارش پیگیری هفت مصوبه با ۳\u00a0روز تأخیر بررسی شد و مهلت آن\u00a0ها\u00a0نیز گذشت"


@pytest.mark.parametrize("align", [Align.RIGHT, Align.JUSTIFY])
def test_no_line_ends_between_a_number_and_its_word(align: Align) -> None:
    ends = set()
    for width in range(90, 420, 3):
        lines = paragraph(TIED, align, float(width)).lines
        ends |= {(line.words[-1].text, following.words[0].text) for line, following in pairwise(lines)}
        assert [word.text for line in lines for word in line.words] == TIED.replace("\u00a0", " ").split()
        assert all(line.width <= width + 0.01 for line in lines)
    assert len(ends) > 10
    assert not ends & {("۳", "روز"), ("آن", "ها"), ("ها", "نیز")}


@pytest.mark.parametrize("align", [Align.RIGHT, Align.JUSTIFY])
def test_words_that_no_line_holds_together_part_all_the_same(align: Align) -> None:
    lines = paragraph("سیزده\u00a0مصوبهٔ\u00a0معوق", align, 60.0).lines
    assert len(lines) > 1
    assert all(line.width <= 60 for line in lines)


def test_the_blank_of_tied_words_grows_as_the_others_do_and_is_read_as_they_are() -> None:
    loose, tied = paragraph(TIED.replace("\u00a0", " "), width=170.0), paragraph(TIED, width=170.0)
    for line in tied.lines[:-1]:
        assert line.width == pytest.approx(170.0, abs=0.01)
    assert tied.minWidth() >= loose.minWidth()
    with closing(PageReader()) as reader:
        read, wanted = (
            reader.open(made_papers.paragraphs([text])).text(0) for text in (TIED, TIED.replace("\u00a0", " "))
        )
    assert "\u00a0" not in read
    assert read == wanted


def test_centred_lines_are_even() -> None:
    title = "اصلاحیهٔ شمارهٔ ۱ صورت‌جلسهٔ شمارهٔ ۳ کمیتهٔ مشترک راهبری و اجرایی‌سازی تفاهم‌نامه"
    full = paragraph(title, Align.RIGHT, 420.0).lines
    even = paragraph(title, Align.CENTER, 420.0).lines
    assert len(full) == len(even) == 2
    assert len(full[1].words) == 1
    assert len(even[1].words) > 3
    assert [word.text for line in even for word in line.words] == title.split()
    assert all(line.width <= 420.0 for line in even)


def _lines_of(text: str, width: float) -> list[str]:
    """The centred lines as they are read."""
    found = paragraph(text, Align.CENTER, width).lines
    assert all(line.width <= width + 0.01 for line in found)
    return [" ".join(word.text for word in line.words) for line in found]


def _can_be_kept(title: str, count: int, width: float) -> bool:
    """Whether any division into so many lines that fit ends none of them with an ezafe."""
    words = title.split(" ")
    divided = (
        [" ".join(words[start:end]) for start, end in pairwise((0, *breaks, len(words)))]
        for breaks in combinations(range(1, len(words)), count - 1)
    )
    kept = (lines for lines in divided if not any(line.endswith("هٔ") for line in lines[:-1]))
    return any(all(paragraph(line, Align.CENTER, 900.0).natural_width() <= width for line in lines) for lines in kept)


def test_no_centred_line_ends_before_what_its_last_word_belongs_to() -> None:
    title = "صورت‌جلسهٔ اصلاحی شمارهٔ\u00a0۳ کمیتهٔ مشترک راهبری و اجرایی‌سازی تفاهم‌نامه"
    kept = []
    for width in range(170, 400, 10):
        lines = _lines_of(title, width)
        assert len(lines) == len(paragraph(title, Align.RIGHT, width).lines), "no line more for it"
        if _can_be_kept(title, len(lines), width):
            assert not any(line.endswith("هٔ") for line in lines), (width, lines)
            kept.append(width)
    assert 10 < len(kept) < 23


def test_where_it_would_take_a_line_more_the_word_stays_where_it_has_room() -> None:
    title = "گزارش برنامهٔ بهره‌برداری سامانه‌ها"
    words = [paragraph(word, Align.CENTER, 900.0).natural_width() for word in title.split()]
    room = max(words[0] + words[1], words[2] + words[3]) + 5
    assert words[1] + words[2] + words[3] > room
    assert _lines_of(title, room) == ["گزارش برنامهٔ", "بهره‌برداری سامانه‌ها"]
    assert len(_lines_of("برنامهٔ " * 12, 120.0)) > 2, "a chain that no line holds"
