"""Text that nobody should send: controls, halves of characters, megabytes, words without end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.script.isolate import isolated_stretches
from desktop_app.printing.engine.script.letters import normalise
from desktop_app.printing.engine.script.levels import levels
from desktop_app.printing.engine.typesetting.lines import break_stretch
from desktop_app.printing.engine.typesetting.style import MM, Align, Direction, Span, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.engine.typesetting.words import compose
from tests.printing import made_papers
from tests.printing.oracles import corpus, dictionary, fribidi, pieces, proof, stream
from tests.whole import deciding

CONTROLS = [
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C, 0xFEFF, 0, 7, 27)
]
PROSE = " ".join(corpus.lines())
REPEATED = {
    "digits": "1", "Persian digits": "۱", "amounts": "1,", "dates": "۱/", "codes": "1-", "dots": ".", "percent": "۵٪",
    "dashes": "-", "at": "@", "brackets": "(a) ", "open": "(", "phones": "00 ", "cards": "1111 ", "tags": "<",
    "plus": "+1 ", "isolates": "\u2067", "overrides": "\u202e", "prose": PROSE, "marks": "\u064e", "joiners": "\u200c",
    "mail": "a@b.ir ",
}  # fmt: skip
COUNTED = ("prose", "brackets", "amounts", "mail", "percent")
"""One of each way that levels and isolates are found in."""


def drawn(text: str, width: float = made_papers.ONE_LINE) -> str:
    """The characters on paper, from left to right."""
    return "".join(
        glyph.text for line in pieces.everything(stream.read(made_papers.paragraphs([text], width))) for glyph in line
    )


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: f"U+{ord(control):04X}")
def test_controls_are_removed_and_never_obeyed(control: str) -> None:
    plain = "حساب شمارهٔ ۱۲۳۴ به نام Ali است"
    assert drawn(f"حساب {control}شمارهٔ ۱۲{control}۳۴ به نام Ali{control} است") == drawn(plain)
    assert drawn(plain) == fribidi.visual_text(plain)


@pytest.mark.parametrize("half", ["\ud83d", "متن \udfff پایان", "\ud800\ud800"])
def test_half_a_character_is_refused_by_name_and_place(half: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        compose(Typesetter(made_papers.fonts()), [Span(half)], TextStyle(), Direction.RTL, "مصوبهٔ ۳")
    letter = next(letter for letter in half if "\ud800" <= letter <= "\udfff")
    assert caught.value.key == "glyph_missing"
    assert caught.value.facts["code_point"] == f"U+{ord(letter):04X}"
    assert caught.value.facts["place"] == "مصوبهٔ ۳"


@pytest.mark.parametrize("sign", ["😀", "👨‍👩‍👧", "🇮🇷", "☎", "漢"])
def test_an_emoji_is_refused_by_name_and_place(sign: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        compose(Typesetter(made_papers.fonts()), [Span(f"متن {sign} پایان")], TextStyle(), Direction.RTL, "بند ۲")
    assert caught.value.facts["character"] == sign[0]
    assert caught.value.facts["code_point"] == f"U+{ord(sign[0]):04X}"
    assert caught.value.facts["place"] == "بند ۲"


def test_a_word_of_two_thousand_letters_is_cut_and_whole() -> None:
    word = "".join(dictionary.words(400))[:2000]
    for text in (word, "x" * 2000, "۱" * 2000, "لا" * 1000):
        assert proof.lost_faults(text, drawn(text, 80 * MM)) == []


@pytest.mark.whole
def test_a_paragraph_of_five_thousand_words_keeps_their_order() -> None:
    words = [word for word in dictionary.words(9000) if word.isalpha()][:5000]
    pages = stream.read(made_papers.paragraphs([" ".join(words)], 170 * MM, made_papers.style(Align.JUSTIFY)))
    read = " ".join("".join(glyph.text for glyph in reversed(line)).strip() for line in pieces.everything(pages))
    assert read.split() == words


def work(act: Callable[[], object]) -> int:
    """Calls of Python functions and of functions of C while something is done: work, whatever the clock says."""
    count = 0

    def noted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(noted)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


def set_text(text: str) -> None:
    """Everything that is done to a paragraph but the drawing."""
    setter = Typesetter(made_papers.fonts())
    for stretch in compose(setter, [Span(text)], TextStyle(), Direction.RTL):
        break_stretch(setter, stretch, 480.0, 0.0, justify=True)


@pytest.mark.parametrize("unit", COUNTED)
def test_four_times_the_text_is_four_times_the_work(unit: str) -> None:
    piece = REPEATED[unit]
    small, large = (
        work(partial(set_text, (piece.strip() + " ") * count)) for count in (8000 // len(piece), 32000 // len(piece))
    )
    assert large < small * 4.6


@pytest.mark.parametrize("name", deciding(REPEATED, set(REPEATED) - set(COUNTED)))
def test_a_megabyte_of_anything_is_taken_in(name: str) -> None:
    """Whatever was quadratic would take hours on this: the limit of every test is what fails.

    The dear ones, whose work is counted above, are taken in with ``--whole``.
    """
    unit = REPEATED[name]
    text = normalise("م" + unit * (1_000_000 // len(unit.encode())) + "م")
    isolated_stretches(text)
    assert len(levels(text)) == len(text)


@pytest.mark.parametrize("size", deciding([200_000, 1_000_000], {200_000}))
def test_very_long_prose_becomes_pages_with_every_word(size: int) -> None:
    """That the work grows with the text alone is counted above."""
    count = size // len(PROSE.encode())
    setter = Typesetter(made_papers.fonts())
    (stretch,) = compose(setter, [Span(f"{PROSE} " * count)], TextStyle(), Direction.RTL)
    lines = break_stretch(setter, stretch, 480.0, 0.0, justify=True)
    assert sum(line.end - line.start for line in lines) == len(stretch.words)
    assert len(stretch.words) >= len(PROSE.split()) * count
